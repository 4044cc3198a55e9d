import type { Case } from '../../src/core/case/case.ts';
import { slowAddHours, slowHoursBetween } from '../calendar/slow-clock.ts';

/**
 * What the people of the simulated month write down themselves: what they did, and what the bot answered. The figures
 * are counted from it by the definitions of domain.md, section 7, with nothing of the product's own counting.
 */

/** The promise of one contact or reopening. */
interface PromiseNote {
  readonly contactedAt: string;
  readonly dueAt: string;
  answeredAt: string | null;
  /** Withdrawn or an error before it was answered. */
  endedAt: string | null;
}

export interface Note {
  readonly id: string;
  readonly municipality: string;
  readonly stage: string;
  readonly maturity: string;
  readonly loggedBy: string;
  /** What the bot named: the platform as owner, or recommended. */
  readonly platformNamed: boolean;
  readonly hours: number;
  readonly promises: PromiseNote[];
  /** Who owned it once it was answered. */
  readonly served: Set<string>;
  cvr: string | null;
  status: string;
  owner: string;
  selfHelpUsed: boolean;
  referredTo: readonly string[];
}

export function openNote(kase: Case, by: string, at: string): Note {
  const { municipality = '', stage = '', maturity = '', cvr = null } = kase.values;
  const hours = kase.priority === 'urgent' ? 8 : 48;
  return {
    id: kase.id,
    municipality,
    stage,
    maturity,
    loggedBy: by,
    platformNamed:
      kase.decision.owner.actor === 'digital' ||
      kase.decision.referrals.some(({ actor }) => actor === 'digital'),
    hours,
    promises: [{ contactedAt: at, dueAt: slowAddHours(at, hours), answeredAt: null, endedAt: null }],
    served: new Set(),
    cvr,
    status: kase.status,
    owner: kase.owner,
    selfHelpUsed: false,
    referredTo: [],
  };
}

/** What somebody did, and how the case then stood on their card. */
export function noteDone(note: Note, verb: string, shown: Pick<Case, 'status' | 'owner'>, at: string): void {
  const last = note.promises.at(-1);
  if (!last) throw new Error('no promise');
  note.status = shown.status;
  note.owner = shown.owner;
  if (['answered', 'waiting-company', 'closed'].includes(shown.status)) note.served.add(shown.owner);
  switch (verb) {
    case 'case.contacted':
      last.answeredAt = at;
      return;
    case 'case.withdraw':
    case 'case.mark-error':
      if (last.answeredAt === null) last.endedAt = at;
      return;
    case 'case.reopen':
      note.promises.push({
        contactedAt: at,
        dueAt: slowAddHours(at, note.hours),
        answeredAt: null,
        endedAt: null,
      });
      note.selfHelpUsed = false;
      note.referredTo = [];
      return;
    default:
  }
}

const HOUR = 3_600_000;
type Share = readonly [count: number, base: number | null];

/** The figures of a period by the book: count and base by indicator. */
export function figuresOf(
  book: readonly Note[],
  period: { readonly from: string; readonly to: string },
  now: string,
  municipality?: string,
): Readonly<Record<string, Share>> {
  const here = book.filter(
    (note) =>
      note.status !== 'entered-in-error' &&
      (municipality === undefined || note.municipality === municipality),
  );
  const contacted = (note: Note) => note.promises[0]?.contactedAt ?? '';
  const asking = here.filter((note) => contacted(note) >= period.from && contacted(note) < period.to);
  const company = ({ cvr, id }: Note) => cvr ?? id;
  const count = (notes: readonly Note[]) => new Set(notes.map(company)).size;
  const share = (base: readonly Note[], fits: (note: Note) => boolean): Share => [
    count(base.filter(fits)),
    count(base),
  ];
  const platform = ({ platformNamed, referredTo }: Note) => platformNamed || referredTo.includes('digital');
  const byOffice = ({ served }: Note) => [...served].some((one) => one.startsWith('les-'));
  const byHouse = ({ served }: Note) => [...served].some((one) => one.startsWith('ehm-'));
  const grown = asking.filter(({ stage }) => stage === 'entrepreneur' || stage === 'established');
  const guided = asking.filter(byHouse);
  const referred = ({ referredTo }: Note) => referredTo.length > 0;

  const within48 = (hoursBetween: (from: string, to: string) => number): Share => {
    // Withdrawn before an answer: nobody waits. Unanswered and still in time: can go either way.
    const counted = asking.filter(({ status, promises: [first] }) => {
      if (!first) return false;
      if (first.answeredAt !== null) return true;
      return status !== 'withdrawn' && hoursBetween(first.contactedAt, now) > 48;
    });
    const kept = counted.filter(
      ({ promises: [first] }) =>
        first?.answeredAt != null && hoursBetween(first.contactedAt, first.answeredAt) <= 48,
    );
    return [kept.length, counted.length];
  };
  const before = new Set(
    here.filter((note) => contacted(note) < period.from && note.cvr !== null && byHouse(note)).map(company),
  );
  const known = [...new Set(guided.filter(({ cvr }) => cvr !== null).map(company))];
  return {
    'I-04': share(
      asking.filter(({ promises: [first] }) => first?.answeredAt != null),
      ({ selfHelpUsed }) => selfHelpUsed,
    ),
    'I-05': share(
      asking.filter(({ stage }) => stage === 'pre-starter'),
      platform,
    ),
    'I-06': share(
      asking.filter(({ stage, maturity }) => stage === 'entrepreneur' && maturity === 'early'),
      byOffice,
    ),
    'I-07': share(grown, byHouse),
    'I-10': share(asking, referred),
    'I-11-reported': within48((from, to) => (Date.parse(to) - Date.parse(from)) / HOUR),
    'I-11-working': within48(slowHoursBetween),
    'I-12': [asking.length, null],
    'I-21': [known.filter((one) => !before.has(one)).length, known.length],
    'I-36': [count(guided), null],
    'I-39': share(guided, referred),
    'I-71': [asking.reduce((sum, { referredTo }) => sum + referredTo.length, 0), null],
  };
}
