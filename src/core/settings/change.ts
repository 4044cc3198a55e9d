import type { OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import { addElapsed, justAfter } from '../promise/clock.ts';
import type { GivenSettings, SettingKey } from '../triage/settings.ts';
import type { ReplayCounts } from './replay.ts';

/** The value of a setting as a document keeps it; null: none, so that the file or the default holds. */
export type SettingValue = GivenSettings[SettingKey] | null;

/**
 * `proposed`: waits for the other side. `agreed`: in force from its first day on. The others never were in force, or
 * (`replaced`) gave way to a later proposal.
 */
type ChangeState = 'proposed' | 'agreed' | 'declined' | 'withdrawn' | 'replaced';

/** The other side's consent to a change. Instants are ISO. */
export interface Consent {
  readonly organisation: OrganisationId;
  /** When silence is consent, where the question was delivered. */
  readonly until: string;
  readonly remindAt: string;
  readonly remindedAt: string | null;
  /** Nobody there can answer, so its silence is none. Its time begins when somebody can. */
  readonly unanswerable?: true;
  /** Who is asked when this one has agreed. */
  readonly next?: readonly OrganisationId[];
}

/** A consent that was given before others were asked. `by` is null where it was silence. */
interface Agreed {
  readonly organisation: OrganisationId;
  readonly at: string;
  readonly by: ActorRef | null;
}

/** A change of one setting of an office, with how it came about. A change is never edited after it has ended. */
export interface SettingChange {
  readonly id: string;
  readonly revision: number;
  readonly organisation: OrganisationId;
  readonly key: SettingKey;
  /** What held when the change was made. */
  readonly before: SettingValue;
  readonly after: SettingValue;
  readonly source: 'chat' | 'board';
  readonly by: ActorRef;
  readonly at: string;
  /** Why, in the person's own words; left out where they gave no reason. */
  readonly why?: string;
  /** The first day (Danish date) on which it holds. */
  readonly validFrom: string;
  readonly state: ChangeState;
  /** Null where the other side need not agree. */
  readonly consent: Consent | null;
  /** Who agreed before the one that `consent` asks; left out where that one is the first. */
  readonly agreedBy?: readonly Agreed[];
  readonly settledAt: string | null;
  /** Null while it waits, and where it holds by silence. */
  readonly settledBy: ActorRef | null;
  /** What the change would have done to the past year's cases. Null where it changes no door. */
  readonly replay: ReplayCounts | null;
}

const DAY = 24;
/** Days of silence after which the other side has agreed, and days until it is reminded. */
const SILENCE_DAYS = 14;
const REMINDER_DAYS = 7;

/** The question to the other side, asked at an instant, and to `next` after it. */
export function askConsent(
  organisation: OrganisationId,
  now: string,
  {
    canAnswer,
    next = [],
  }: { readonly canAnswer: boolean; readonly next?: readonly OrganisationId[] | undefined },
): Consent {
  return {
    organisation,
    until: addElapsed(now, SILENCE_DAYS * DAY),
    remindAt: addElapsed(now, REMINDER_DAYS * DAY),
    remindedAt: null,
    ...(!canAnswer && { unanswerable: true }),
    ...(next.length > 0 && { next }),
  };
}

/**
 * The question once the other side has been reminded. It has as long to answer as between a reminder and the end of the
 * silence, also where the reminder was late: the service may have stood still.
 */
export function reminded(consent: Consent, now: string): Consent {
  const until = addElapsed(now, (SILENCE_DAYS - REMINDER_DAYS) * DAY);
  return { ...consent, remindedAt: now, until: until > consent.until ? until : consent.until };
}

/** Everybody who has a part in a change: the office that made it, and who was, is or will be asked. */
export function sidesOf({ organisation, consent, agreedBy = [] }: SettingChange): readonly OrganisationId[] {
  const asked = consent ? [consent.organisation, ...(consent.next ?? [])] : [];
  return [organisation, ...agreedBy.map((one) => one.organisation), ...asked];
}

/** The sides that know of a proposal: the office that made it, and who was or is asked. Those asked next know nothing of it. */
export function informedSides(change: SettingChange): readonly OrganisationId[] {
  const unasked = change.consent?.next ?? [];
  return sidesOf(change).filter((side) => !unasked.includes(side));
}

/** When the clock next acts on a change: the reminder, then the end of the silence. Null where it never does. */
export function changeStepAt({ state, consent }: SettingChange): string | null {
  if (state !== 'proposed' || consent === null) return null;
  return consent.remindedAt === null ? consent.remindAt : consent.until;
}

/** Whether a change is in force on a day. Another one may have taken its place. */
const holdsOn = ({ state, validFrom }: SettingChange, day: string): boolean =>
  state === 'agreed' && validFrom <= day;

/** Changes in the order in which one takes the place of another: by their first day, then by when they were settled. */
function inOrder(changes: readonly SettingChange[]): readonly SettingChange[] {
  const keyOf = ({ validFrom, settledAt, id }: SettingChange) => `${validFrom} ${settledAt ?? ''} ${id}`;
  return changes.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/**
 * What the changes set for each office on a day: of the changes of a setting the last one. What it sets back is left
 * out, and so is a value that the schema of today no longer takes: there the file or the default holds.
 */
export function changedOn(
  changes: readonly SettingChange[],
  day: string,
): ReadonlyMap<OrganisationId, GivenSettings> {
  const set = new Map<OrganisationId, Map<SettingKey, SettingValue>>();
  for (const change of inOrder(changes.filter((one) => holdsOn(one, day)))) {
    const office = set.get(change.organisation) ?? new Map<SettingKey, SettingValue>();
    set.set(change.organisation, office.set(change.key, change.after));
  }
  return new Map(
    [...set].map(([organisation, values]) => [
      organisation,
      Object.fromEntries([...values].filter(([, value]) => value !== null)) as GivenSettings,
    ]),
  );
}

/**
 * A number that grows with each change of an office's setting, and with each answer to one: whoever has seen a smaller one
 * has not seen everything.
 */
export function versionOf(
  changes: readonly SettingChange[],
  organisation: OrganisationId,
  key: SettingKey,
): number {
  const own = changes.filter((one) => one.organisation === organisation && one.key === key);
  return own.reduce((sum, { revision }) => sum + revision + 1, 0);
}

/** The change that holds for a setting on a day; undefined where the file or the default does. */
export function changeInForce(
  changes: readonly SettingChange[],
  organisation: OrganisationId,
  key: SettingKey,
  day: string,
): SettingChange | undefined {
  const own = changes.filter((one) => one.organisation === organisation && one.key === key);
  const last = inOrder(own.filter((one) => holdsOn(one, day))).at(-1);
  return last?.after === null ? undefined : last;
}

/**
 * The instant at which a change is settled: after the last one of its setting, also where two fall into one millisecond
 * or the clock has gone back. Which of two holds must not depend on their ids.
 */
export function settledNow(
  changes: readonly SettingChange[],
  { organisation, key }: Pick<SettingChange, 'organisation' | 'key'>,
  now: string,
): string {
  const settled = changes.flatMap((one) =>
    one.organisation === organisation && one.key === key && one.settledAt !== null ? [one.settledAt] : [],
  );
  return settled.reduce((latest, one) => (one >= latest ? justAfter(one) : latest), now);
}

/** A wanted value as a change that holds from a day on, and takes the place of the others: to try what it would do. */
export function asAgreed(
  { organisation, key, after }: Pick<SettingChange, 'organisation' | 'key' | 'after'>,
  validFrom: string,
  changes: readonly SettingChange[],
  now: string,
): SettingChange {
  return {
    id: '~',
    revision: 0,
    organisation,
    key,
    before: null,
    after,
    source: 'chat',
    by: { person: '', name: '', organisation },
    at: now,
    validFrom,
    state: 'agreed',
    consent: null,
    settledAt: settledNow(changes, { organisation, key }, now),
    settledBy: null,
    replay: null,
  };
}
