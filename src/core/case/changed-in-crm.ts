import { danishDate } from '../danish-date.ts';
import { readInputs } from '../intake/read-inputs.ts';
import { parseOrganisation } from '../organisation.ts';
import { addElapsed } from '../promise/clock.ts';
import type { Case } from './case.ts';
import { type Change, historyOf, instantOn } from './case-change.ts';
import { valueText } from './correction.ts';
import { isActive } from './derived.ts';
import type { Effect } from './effects.ts';
import { type ChangeInCrm, CONTACT_FIELDS, type CrmContactField, type CrmStanding } from './seen-in-crm.ts';
import { REFRESH, SAVE, tellChannel, tellPerson } from './verbs/common-steps.ts';

/** Hours for which a case that was brought back to ours is left as it is: some CRM closes or moves cases by a rule of its own. */
const LEFT_HOURS = 24;
/** Hours without another closing or move, after which the next one is told again. */
const QUIET_HOURS = 7 * 24;

/** Whom a changed contact is corrected by: history and corrections name somebody. */
const BY_CRM = { person: 'crm', name: 'CRM' } as const;

/**
 * What a case takes from the CRM. The promise and the owner are ours: a case that was closed there, or given to
 * somebody else, goes on here as it is, its owner is told, and the next save brings ours back there. Contact details are
 * the CRM's, where nobody has changed them here meanwhile. A case that was deleted there (null) is not made again. A CRM that
 * closes or moves the case again by itself is answered once a day, and told once (`lookAgainAt` says when to look).
 * Undefined where nothing is to be taken; so the same standing twice changes nothing twice.
 */
export function changedInCrm(kase: Case, standing: CrmStanding | null, asOf: string): Change | undefined {
  if (kase.erasedAt !== null) return undefined;
  const now = instantOn(kase, asOf);
  const seen = kase.inCrm ?? {};
  const contact = standing ? contactOf(kase, standing, now) : {};
  const what = [
    ...statusChanges(kase, standing, now),
    ...(Object.keys(contact).length > 0 ? (['contact'] as const) : []),
  ];
  if (what.length === 0) return undefined;
  const owner = what.includes('owner') ? { owner: (standing && ownerIn(standing)) ?? '' } : {};
  const by = { ...BY_CRM, organisation: kase.owner };
  const corrected = CONTACT_FIELDS.filter((field) => field in contact).map((field) => ({
    at: now,
    by,
    field,
    before: valueText(kase.values[field]),
  }));
  const after: Case = {
    ...kase,
    revision: kase.revision + 1,
    changedAt: now,
    values: { ...kase.values, ...contact },
    inCrm: {
      ...seen,
      ...owner,
      ...(what.includes('deleted') && { deleted: true }),
      ...(what.includes('closed') && { closedAt: now }),
      ...(what.includes('owner') && { movedAt: now }),
    },
    ...(corrected.length > 0 && { corrections: [...(kase.corrections ?? []), ...corrected] }),
  };
  return {
    case: after,
    history: [historyOf(kase, after, { type: 'changed-in-crm', what }, null, now)],
    effects: [SAVE, REFRESH, ...what.flatMap((one) => told(kase, one, now))],
  };
}

/** What of a case's status, owner and existence differs there from here, was not seen before, and is to be answered now. */
function statusChanges(kase: Case, standing: CrmStanding | null, now: string): readonly ChangeInCrm[] {
  const seen = kase.inCrm ?? {};
  if (!standing) return seen.deleted ? [] : ['deleted'];
  const { closed, owner } = differing(kase, standing);
  return [
    ...(closed && !isWithin(LEFT_HOURS, seen.closedAt, now) ? (['closed'] as const) : []),
    ...(owner && !isWithin(LEFT_HOURS, seen.movedAt, now) ? (['owner'] as const) : []),
  ];
}

function differing(kase: Case, standing: CrmStanding) {
  // Another revision is on its way there, and will be judged when it has come.
  if (!isActive(kase) || standing.revision !== kase.revision) return { closed: false, owner: false };
  const owner = ownerIn(standing);
  return {
    closed: standing.closed,
    owner: owner !== null && owner !== kase.owner,
  };
}

const isWithin = (hours: number, at: string | undefined, now: string) =>
  at !== undefined && now < addElapsed(at, hours);

/** When a case is to be looked at again although nobody changes it there: its standing was left as it is. Null: it was not. */
export function lookAgainAt(kase: Case, standing: CrmStanding | null, now: string): string | null {
  if (!standing || kase.erasedAt !== null) return null;
  const { closed, owner } = differing(kase, standing);
  const { closedAt, movedAt } = kase.inCrm ?? {};
  const left = [closed && closedAt, owner && movedAt].flatMap((at) => at || []);
  return (
    left
      .map((at) => addElapsed(at, LEFT_HOURS))
      .toSorted()
      .find((at) => at > now) ?? null
  );
}

/** The owner there. What names no organisation is somebody's text, and only that it is another is kept. */
function ownerIn({ owner }: CrmStanding): string | null {
  return owner === null ? null : (parseOrganisation(owner) ?? 'other');
}

/** The contact details to take. What cannot be read as one is left where it is. */
function contactOf(kase: Case, { contact }: CrmStanding, now: string): Partial<Case['values']> {
  const changed = CONTACT_FIELDS.flatMap((field) => {
    const one = contact[field];
    return one && one.sent === (kase.values[field] ?? null) ? [[field, one.now ?? ''] as const] : [];
  });
  if (changed.length === 0) return {};
  const read = readInputs(Object.fromEntries(changed), danishDate(now));
  const cleared = read.cleared.map((field) => [field, undefined]);
  return Object.fromEntries(
    [...Object.entries(read.values), ...cleared].filter(
      ([field, value]) => CONTACT_FIELDS.some((one) => one === field) && value !== valueIn(kase, field),
    ),
  );
}

const valueIn = ({ values }: Case, field: unknown) => values[field as CrmContactField];

/** Whoever has the case is told what it needs now, once where it comes again and again. A changed contact stands on the card. */
function told(kase: Case, change: ChangeInCrm, now: string): readonly Effect[] {
  if (change === 'contact' || !isActive(kase)) return [];
  const { closedAt, movedAt } = kase.inCrm ?? {};
  const last = { closed: closedAt, owner: movedAt, deleted: undefined }[change];
  if (isWithin(QUIET_HOURS, last, now)) return [];
  const notice = { notice: 'changed-in-crm', change } as const;
  return [kase.assignee ? tellPerson(kase.assignee.person, notice) : tellChannel(kase.owner, notice)];
}
