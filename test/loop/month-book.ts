import type { Case } from '../../src/core/case/case.ts';
import { slowAddHours } from '../calendar/slow-clock.ts';

/**
 * What the people of the simulated month write down themselves: what they did, and what the bot answered. The figures
 * are counted from it by their definitions, with nothing of the product's own counting.
 */

/** The promise of one contact or reopening. */
interface PromiseNote {
  readonly contactedAt: string;
  readonly dueAt: string;
  answeredAt: string | null;
  answeredBy: string | null;
  readonly receivedBy: string;
  /** Withdrawn or an error before it was answered. */
  endedAt: string | null;
}

export interface Note {
  readonly id: string;
  readonly municipality: string;
  readonly stage: string;
  readonly maturity: string;
  readonly loggedBy: string;
  /** Whether the platform was to have it. */
  readonly platformOwned: boolean;
  readonly hours: number;
  readonly promises: PromiseNote[];
  readonly accepted: { readonly from: string; readonly to: string; readonly at: string }[];
  /** When and by whom individual guidance was given. Reopening the case takes none of it back. */
  readonly guidance: { readonly at: string; readonly by: string }[];
  cvr: string | null;
  status: string;
  owner: string;
  selfHelpUsed: boolean;
  readonly referrals: { readonly to: string; readonly at: string; readonly by: string }[];
}

const promiseOf = (at: string, hours: number, receivedBy: string): PromiseNote => ({
  contactedAt: at,
  dueAt: slowAddHours(at, hours),
  answeredAt: null,
  answeredBy: null,
  receivedBy,
  endedAt: null,
});

export function openNote(kase: Case, by: string, at: string): Note {
  const { municipality = '', stage = '', maturity = '', cvr = null } = kase.values;
  const hours = kase.priority === 'urgent' ? 8 : 48;
  return {
    id: kase.id,
    municipality,
    stage,
    maturity,
    loggedBy: by,
    platformOwned: kase.decision.owner.actor === 'digital',
    hours,
    promises: [promiseOf(at, hours, kase.owner)],
    accepted: [],
    guidance: [],
    cvr,
    status: kase.status,
    owner: kase.owner,
    selfHelpUsed: false,
    referrals: [],
  };
}

/** What somebody did, and how the case then stood on their card. */
export function noteDone(note: Note, verb: string, shown: Pick<Case, 'status' | 'owner'>, at: string): void {
  const last = note.promises.at(-1);
  if (!last) throw new Error('no promise');
  const before = note.owner;
  note.status = shown.status;
  note.owner = shown.owner;
  switch (verb) {
    case 'case.contacted':
      last.answeredAt = at;
      last.answeredBy = shown.owner;
      return;
    case 'handover.accept':
      note.accepted.push({ from: before, to: shown.owner, at });
      return;
    case 'case.withdraw':
    case 'case.mark-error':
      if (last.answeredAt === null) last.endedAt = at;
      return;
    case 'case.close':
      note.guidance.push({ at, by: shown.owner });
      return;
    case 'case.reopen':
      note.promises.push(promiseOf(at, note.hours, shown.owner));
      return;
    default:
  }
}

const HOUR = 3_600_000;
type Share = readonly [count: number, base: number | null];

/** The figures of a period by the book: count and base by indicator, those about one house for `house`. Instants. */
export function figuresOf(
  book: readonly Note[],
  period: { readonly from: string; readonly to: string },
  now: string,
  house: string,
  office?: string,
): Readonly<Record<string, Share>> {
  const here = book.filter(({ status }) => status !== 'entered-in-error');
  const inPeriod = (at: string) => at >= period.from && at < period.to;
  const company = ({ cvr, id }: Note) => cvr ?? id;
  const count = (notes: readonly Note[]) => new Set(notes.map(company)).size;
  const promisesOf = (note: Note) =>
    note.promises.filter(
      ({ contactedAt, receivedBy }) =>
        inPeriod(contactedAt) && (office === undefined || receivedBy === office),
    );
  const asking = here.filter((note) => promisesOf(note).length > 0);
  const share = (base: readonly Note[], fits: (notes: readonly Note[]) => boolean): Share => {
    const companies = [...Map.groupBy(base, company).values()];
    return [companies.filter(fits).length, companies.length];
  };
  const some = (fits: (note: Note) => boolean) => (notes: readonly Note[]) => notes.some(fits);
  const isLes = (one: string | null | undefined) => one?.startsWith('les-') === true;
  const isHouse = (one: string | undefined) => one?.startsWith('ehm-') === true;
  const answered = (note: Note) => promisesOf(note).some(({ answeredAt }) => answeredAt !== null);
  const handedUp = ({ accepted }: Note) => accepted.some(({ from, to }) => isLes(from) && isHouse(to));
  const guidedBy = (fits: (by: string) => boolean, on: (at: string) => boolean) =>
    here.filter(({ guidance }) => guidance.some(({ at, by }) => fits(by) && on(at)));
  const since = (at: string) => at >= period.from;
  const isThisHouse = (one: string) => one === house;
  const guided = guidedBy(isThisHouse, inPeriod);
  const companiesOf = (notes: readonly Note[]) => new Set(notes.map(company));
  const guidedSince = guidedBy(isThisHouse, since);
  const referredByHouse = companiesOf(
    here.filter(({ referrals }) => referrals.some(({ at, by }) => isThisHouse(by) && since(at))),
  );
  const guidedByAny = companiesOf(guidedBy(isHouse, since));
  const within = (limit: (promise: PromiseNote) => number): Share => {
    const begun = asking.flatMap(promisesOf).filter(({ endedAt }) => endedAt === null);
    const kept = begun.filter((one) => one.answeredAt !== null && Date.parse(one.answeredAt) <= limit(one));
    // Unanswered and still in time: can go either way.
    return [
      kept.length,
      begun.filter((one) => one.answeredAt !== null || Date.parse(now) >= limit(one)).length,
    ];
  };
  const begun = here.filter(
    ({ promises: [first] }) =>
      first && inPeriod(first.contactedAt) && (office === undefined || first.receivedBy === office),
  );
  const given = (actor: string): Share => [
    here
      .flatMap(({ referrals }) => referrals)
      .filter(({ to, at, by }) => to === actor && inPeriod(at) && (office === undefined || by === office))
      .length,
    null,
  ];
  const early = ({ stage, maturity }: Note) => stage === 'entrepreneur' && maturity === 'early';
  return {
    'I-04': share(
      asking.filter(
        (note) =>
          count(
            asking.filter(
              (one) => company(one) === company(note) && (answered(one) || one.guidance.length > 0),
            ),
          ) > 0,
      ),
      some(({ selfHelpUsed }) => selfHelpUsed),
    ),
    'I-05': share(
      asking.filter(({ stage }) => stage === 'pre-starter'),
      some(
        ({ platformOwned, accepted, referrals }) =>
          (platformOwned && accepted.length === 0) || referrals.some(({ to }) => to === 'digital'),
      ),
    ),
    'I-06': share(
      asking.filter(early),
      some(
        (note) =>
          promisesOf(note).some(({ answeredBy }) => isLes(answeredBy)) ||
          note.guidance.some(({ by }) => isLes(by)),
      ),
    ),
    'I-07': share(
      asking.filter(({ stage }) => stage === 'entrepreneur' || stage === 'established'),
      some((note) => guidedByAny.has(company(note))),
    ),
    'I-10': share(
      asking,
      some((note) => note.referrals.length > 0 || handedUp(note)),
    ),
    'I-11-reported': within(({ contactedAt }) => Date.parse(contactedAt) + 48 * HOUR),
    'I-11-working': within(({ dueAt }) => Date.parse(dueAt)),
    'I-12': [begun.length, begun.length],
    ...Object.fromEntries(
      ['private-adviser', 'digital', 'cluster', 'growth-fund'].map((actor) => [
        `I-53-${actor}`,
        given(actor),
      ]),
    ),
    ...(office === undefined && {
      'I-21': [count(guided), count(guided)],
      'I-36': [count(guided), null],
      'I-39': [count(guidedSince.filter((note) => referredByHouse.has(company(note)))), count(guidedSince)],
      'I-71-handovers': [
        here
          .flatMap(({ accepted }) => accepted)
          .filter((one) => isLes(one.from) && one.to === house && inPeriod(one.at)).length,
        null,
      ],
    }),
  };
}
