import type { CompanyContact } from '../../core/answer.ts';
import type { Case } from '../../core/case/case.ts';
import { ACTIVE_STATUSES, isActive } from '../../core/case/derived.ts';
import { monthsBefore } from '../../core/case/retention.ts';
import { sightOf } from '../../core/case/visibility.ts';
import { CASE_STATUSES } from '../../core/case/word-lists.ts';
import { danishDate } from '../../core/danish-date.ts';
import type { OutreachContact } from '../../core/outreach/outreach.ts';
import { casesOfCompany } from '../case-answers.ts';
import { noteReads } from '../note-read.ts';
import type { ServedCase } from '../ports/crm.ts';
import type { Turn } from '../turn.ts';

/** Months of a company's history that are shown before somebody contacts it (registration.md, "Who is told"). */
const MONTHS = 12;

/**
 * Every contact of both sides with a company in the last twelve months, newest first: visits, cases and services, as far
 * as the reader may see. Everybody sees that the company is served, by whom and since when. `besides`: a contact that
 * is left out, because it is the one shown.
 */
export async function companyHistory(
  turn: Turn,
  cvr: string,
  besides?: string,
): Promise<readonly CompanyContact[]> {
  const since = monthsBefore(turn.now, MONTHS);
  const outreach = await turn.stores.outreach.ofCompany(cvr);
  const cases = await casesOfCompany(turn, cvr);
  const ours = new Set((await turn.stores.cases.ofCompany(cvr)).map(({ id }) => id));
  const found = [
    ...outreach.filter(({ id, cancelledAt }) => id !== besides && cancelledAt === null).map(ofOutreach),
    ...cases.filter(({ status }) => status !== 'entered-in-error').flatMap((kase) => ofCase(kase, turn)),
    ...turn.lookups.inCrm.filter(({ caseId }) => !ours.has(caseId)).map(ofRecord),
  ];
  const shown = found
    .filter(({ on, runs }) => runs || on >= danishDate(since))
    .toSorted((a, b) => (a.on < b.on ? 1 : Number(a.on > b.on) * -1));
  const seen = new Set(shown.map(({ id }) => id));
  await noteReads(
    turn,
    cases.filter(({ id }) => seen.has(id)),
    'found',
  );
  return shown;
}

/** The outreach contacts with a company, made and planned, newest first. */
export async function outreachHistory({ stores }: Turn, cvr: string): Promise<readonly CompanyContact[]> {
  const contacts = await stores.outreach.ofCompany(cvr);
  return contacts.filter(({ cancelledAt }) => cancelledAt === null).map(ofOutreach);
}

function ofOutreach({ id, by, person, made, plannedOn, createdAt }: OutreachContact): CompanyContact {
  return {
    what: made ? { kind: 'outreach', form: made.form } : { kind: 'planned' },
    on: made?.on ?? plannedOn ?? danishDate(createdAt),
    organisation: by,
    person: person.name,
    id,
    runs: made === null,
  };
}

function ofCase(kase: Case, { actor, deps }: Turn): CompanyContact[] {
  const { id, owner, assignee, createdAt, status } = kase;
  const sees = sightOf(kase, actor, deps.settingsOf);
  const common = { organisation: owner, person: sees.colleagues ? (assignee?.name ?? null) : null, id };
  return [
    { ...common, what: { kind: 'case', status }, on: danishDate(createdAt), runs: isActive(kase) },
    ...(sees.outline ? servicesOf(kase) : []).map(
      ({ service, on, by }): CompanyContact => ({
        ...common,
        ...(by && { organisation: by.organisation, person: sees.colleagues ? by.name : null }),
        what: { kind: 'service', service },
        on,
        runs: false,
      }),
    ),
  ];
}

/** The services of a case as they were registered, each by whoever gave it; else those of its outcome, on its last day. */
function servicesOf({ services = [], outcome, closedAt, createdAt }: Case) {
  if (services.length > 0) return services.map(({ service, on, by }) => ({ service, on, by }));
  const on = danishDate(closedAt ?? createdAt);
  return (outcome?.services ?? []).map((service) => ({ service, on, by: null }));
}

/** A case that only the shared CRM knows: other systems write there too. */
function ofRecord({ owner, assignee, createdAt, status }: ServedCase): CompanyContact {
  return {
    what: { kind: 'case', status: CASE_STATUSES.find((one) => one === status) ?? 'open' },
    on: danishDate(createdAt),
    organisation: owner,
    person: assignee,
    id: null,
    runs: ACTIVE_STATUSES.some((one) => one === status),
  };
}
