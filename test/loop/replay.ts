import type { Case } from '../../src/core/case/case.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { Role } from '../../src/core/vocabulary.ts';
import { slowAddHours, slowHoursBetween } from '../calendar/slow-clock.ts';

/**
 * A case a second time, from its history alone, and the promise by a slow clock: what the product keeps is held against
 * both. Written from the rules (handover.md), with nothing of the product's own reckoning in it.
 */

interface Offer {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  state: string;
}

/** One clock: of the first contact, or of a reopening. */
interface Clock {
  readonly contactedAt: string;
  readonly dueAt: string;
  answeredAt: string | null;
  broken: boolean;
}

/** What the rules are at the municipality. */
export interface Rules {
  readonly hours: number;
  readonly reading: 'working' | 'elapsed';
  readonly maxReturns: number;
  /** Whether somebody serves companies. Who only answers the phone line gets no case. */
  readonly serves: (person: string) => boolean;
}

/** The state after a line of history. */
export interface Moment {
  readonly at: string;
  status: string;
  owner: string;
  offeredTo: string | null;
  assignee: string | null;
  joint: readonly string[];
  greyZone: boolean;
  basis: string;
  /** The organisation that obtained it. */
  basisBy: string | null;
  followUp: string | null;
  /** Offices with a task, and how far each is. */
  tasks: Readonly<Record<string, string>>;
  callBack: string | null;
  steps: readonly string[];
  clocks: readonly Clock[];
  offers: readonly Offer[];
  /** What may be undone, and by whom: nobody else has acted since. */
  undo: readonly Slip[];
  /** Who took the call with which the running clock began. */
  caller: string | null;
}

interface Slip {
  readonly what: string;
  readonly by: string | null;
  readonly office: string;
  readonly at: string;
  readonly line: number;
}

/** Minutes for which a slip can be undone. */
const MINUTES: Readonly<Record<string, number>> = {
  contacted: 60,
  closed: 10,
  withdrawn: 10,
  'entered-in-error': 10,
  'service-given': 60,
  'referral-given': 60,
  'uptake-recorded': 60,
  'self-help-used': 60,
  attempted: 60,
  'followed-up': 60,
};

const mayShare = ({ basis }: Moment) => basis === 'consent' || basis === 'public-task';

function dueAfter(from: string, { hours, reading }: Rules): string {
  return reading === 'working'
    ? slowAddHours(from, hours)
    : new Date(Date.parse(from) + hours * 3_600_000).toISOString();
}

/** Hours of the clock between two instants, by the reading that drives it. */
export function hoursUsed(from: string, to: string, reading: Rules['reading']): number {
  return reading === 'working'
    ? slowHoursBetween(from, to)
    : Math.max(0, Date.parse(to) - Date.parse(from)) / 3_600_000;
}

/**
 * Every state that the case has been in, oldest first; `contactedAt` is when the company first called, which may be before
 * the case was logged. Throws on a line that it does not know.
 */
export function replay(
  history: readonly HistoryEntry[],
  contactedAt: string,
  rules: Rules,
): readonly Moment[] {
  const moments: Moment[] = [];
  for (const entry of history) {
    const before = moments.at(-1);
    const now = !before
      ? first(entry, contactedAt, rules)
      : entry.event === 'undone'
        ? back(before, entry, moments)
        : next(before, entry, rules);
    now.undo = slips(before?.undo ?? [], entry);
    moments.push(now);
  }
  return moments;
}

const newTasks = (details: object): Readonly<Record<string, string>> =>
  'tasks' in details && Array.isArray(details.tasks)
    ? Object.fromEntries(details.tasks.map((organisation) => [String(organisation), 'open']))
    : {};

function first({ at, actor, event, details }: HistoryEntry, contactedAt: string, rules: Rules): Moment {
  if (!actor || (event !== 'opened' && event !== 'opened-and-offered'))
    throw new Error(`begins with ${event}`);
  const owner = actor.organisation;
  const offers =
    event === 'opened' ? [] : [{ from: owner, to: String(details.receiver), at, state: 'offered' }];
  return {
    at,
    status: event === 'opened' ? 'open' : 'offered',
    owner,
    offeredTo: offers[0]?.to ?? null,
    assignee: rules.serves(actor.person) ? actor.person : null,
    joint: [],
    greyZone: false,
    basis: String(details.basis),
    basisBy: details.basis === 'none' ? null : owner,
    followUp: null,
    tasks: newTasks(details),
    callBack: null,
    steps: [],
    clocks: [{ contactedAt, dueAt: dueAfter(contactedAt, rules), answeredAt: null, broken: false }],
    offers,
    undo: [],
    caller: actor.person,
  };
}

/** What may be undone after a line: the clock's lines end nothing, another person's everything but an answer. */
function slips(before: readonly Slip[], entry: HistoryEntry): readonly Slip[] {
  const { at, actor, event, sequence: line } = entry;
  if (!actor) return before;
  const { person: by, organisation: office } = actor;
  const isYoung = (one: Slip) => Date.parse(at) - Date.parse(one.at) <= (MINUTES[one.what] ?? 0) * 60_000;
  const left = entry.event === 'undone' ? before.filter((one) => one.line !== entry.details.line) : before;
  const kept = left.filter((one) => (one.what === 'contacted' || one.by === by) && isYoung(one));
  return MINUTES[event] === undefined ? kept : [...kept, { what: event, by, office, at, line }];
}

/** What a correcting entry makes of a case: what it was before the undone line, with all else that has happened since. */
function back(before: Moment, { at, details }: HistoryEntry, moments: Moment[]): Moment {
  const { line, what } = details as { readonly line: number; readonly what: string };
  const [earlier, undone] = [moments[line - 2], moments[line - 1]];
  if (!earlier || !undone) throw new Error(`nothing stands on line ${line}`);
  if (what === 'contacted') {
    const unanswered = (clocks: readonly Clock[]) =>
      clocks.map((clock, i) => (i === before.clocks.length - 1 ? { ...clock, answeredAt: null } : clock));
    const clocks = unanswered(before.clocks);
    // The clock never stopped, at no moment since.
    for (let i = line - 1; i < moments.length; i++) {
      const moment = moments[i];
      if (moment) moments[i] = { ...moment, clocks: unanswered(moment.clocks) };
    }
    const assignee =
      earlier.assignee === null && before.assignee === undone.assignee ? null : before.assignee;
    return { ...before, at, clocks, assignee, status: before.status === 'offered' ? 'offered' : 'open' };
  }
  if (what === 'followed-up') return { ...before, at, followUp: earlier.followUp };
  if (!['closed', 'withdrawn', 'entered-in-error'].includes(what)) return { ...before, at };
  if (what === 'closed') return { ...before, at, status: earlier.status, followUp: null };
  if (earlier.status !== 'offered') return { ...before, at, status: earlier.status };
  if (!mayShare(before)) {
    const answered = before.clocks.at(-1)?.answeredAt != null;
    return { ...before, at, status: answered ? 'answered' : 'open' };
  }
  return { ...before, at, status: 'offered', offeredTo: earlier.offeredTo, offers: earlier.offers };
}

function next(before: Moment, entry: HistoryEntry, rules: Rules): Moment {
  const { at, actor, event, details } = entry;
  const now: Moment = { ...before, at };
  const clock = before.clocks.at(-1);
  if (!clock) throw new Error('no clock');
  const person = actor?.person ?? null;
  const resting = () => (now.clocks.at(-1)?.answeredAt == null ? 'open' : 'answered');
  const tick = (how: Partial<Clock>) => {
    now.clocks = [...before.clocks.slice(0, -1), { ...clock, ...how }];
  };
  const begin = (contactedAt: string) => {
    const clock = { contactedAt, dueAt: dueAfter(contactedAt, rules), answeredAt: null, broken: false };
    now.clocks = [...before.clocks, clock];
    now.caller = person;
  };
  const settle = (state: string) => {
    if (now.offeredTo === null) return;
    now.offers = now.offers.map((one) => (one.state === 'offered' ? { ...one, state } : one));
    now.offeredTo = null;
    now.status = resting();
  };
  const offer = (to: string) => {
    now.offers = [...now.offers, { from: now.owner, to, at, state: 'offered' }];
    now.offeredTo = to;
    now.status = 'offered';
  };
  const give = (organisation: string) => {
    now.owner = organisation;
    now.joint = now.joint.filter((one) => one !== organisation);
  };
  switch (event) {
    case 'offered':
      now.tasks = { ...before.tasks, ...newTasks(details) };
      if (details.basis !== undefined) {
        now.basis = String(details.basis);
        now.basisBy = actor?.organisation ?? null;
      }
      offer(String(details.to));
      return now;
    case 'accepted': {
      const to = before.offeredTo ?? '';
      settle('accepted');
      give(to);
      now.assignee = person;
      return now;
    }
    case 'returned': {
      const open = before.offers.at(-1);
      settle('returned');
      const returns = now.offers.filter(
        ({ from, to, state }) =>
          state === 'returned' && [from, to].every((one) => one === open?.from || one === open?.to),
      );
      now.greyZone = before.greyZone || returns.length >= rules.maxReturns;
      return now;
    }
    case 'forwarded':
      settle('forwarded');
      offer(String(details.to));
      return now;
    case 'advised':
    case 'expired':
      settle(event);
      if (event === 'expired') now.steps = [...before.steps, String(details.step)];
      return now;
    case 'offer-withdrawn':
      settle('withdrawn');
      return now;
    case 'crisis-elsewhere':
    case 'reminded':
      now.steps = [...before.steps, String(details.step)];
      return now;
    case 'promise-broken':
      now.steps = [...before.steps, String(details.step)];
      tick({ broken: true });
      return now;
    case 'contacted':
      tick({ answeredAt: at, broken: clock.broken || at > clock.dueAt });
      // The phone line answers, but never has a case.
      if (details.onTheSpot !== true) now.assignee = before.assignee ?? person;
      if (before.status === 'open') now.status = 'answered';
      return now;
    case 'assigned':
      now.assignee = String(details.person);
      return now;
    case 'waiting':
      now.status = 'waiting-company';
      return now;
    case 'continued':
      now.status = 'answered';
      return now;
    case 'closed': {
      now.status = 'closed';
      const by = details.followUpBy;
      now.followUp = by === undefined ? null : `${by} ${by === before.owner ? 'accepted' : 'proposed'}`;
      return now;
    }
    case 'enquiry-added':
      if (before.offeredTo === null) now.status = 'open';
      now.steps = before.steps.filter((step) => step !== 'owner-50' && step !== 'broken-100');
      begin(String(details.contactedAt));
      return now;
    case 'reopened':
      now.status = 'open';
      now.assignee = person;
      now.followUp = null;
      now.callBack = null;
      now.steps = [];
      begin(at);
      return now;
    case 'withdrawn':
    case 'entered-in-error':
      settle('withdrawn');
      now.status = event;
      return now;
    case 'invited':
      now.joint = [...before.joint, String(details.organisation)];
      return now;
    case 'left':
      now.joint = before.joint.filter((one) => one !== details.organisation);
      return now;
    case 'grey-zone-settled': {
      const between = before.offers.findLast(({ state }) => state === 'returned');
      const to = String(details.organisation);
      settle('withdrawn');
      const other = [between?.from, between?.to].find((one) => one !== undefined && one !== to);
      if (details.joint === true && other) now.joint = [...new Set([...now.joint, other])];
      if (to !== before.owner) {
        now.offers = [...now.offers, { from: before.owner, to, at, state: 'accepted' }];
        now.assignee = null;
      }
      give(to);
      now.greyZone = false;
      return now;
    }
    case 'basis-recorded':
      now.basis = String(details.kind);
      now.basisBy = actor?.organisation ?? null;
      now.tasks = { ...before.tasks, ...newTasks(details) };
      return now;
    case 'basis-withdrawn':
      settle('withdrawn');
      now.basis = 'withdrawn';
      now.joint = [];
      now.tasks = Object.fromEntries(Object.entries(before.tasks).filter(([one]) => one === before.owner));
      now.followUp = null;
      return now;
    case 'follow-up-accepted':
    case 'follow-up-declined':
      now.followUp = `${before.followUp?.split(' ')[0]} ${event.replace('follow-up-', '')}`;
      return now;
    case 'followed-up':
      now.followUp = `${before.followUp?.split(' ')[0]} done`;
      return now;
    case 'call-planned':
      now.callBack = `${person} ${details.at}`;
      return now;
    case 'call-removed':
      now.callBack = null;
      return now;
    case 'task-started':
    case 'task-dismissed':
      now.tasks = {
        ...before.tasks,
        [String(details.organisation)]: event === 'task-started' ? 'started' : 'not-relevant',
      };
      return now;
    case 'asked':
    case 'feedback-asked':
    case 'question-answered':
    case 'contact-added':
    case 'service-given':
    case 'referral-given':
    case 'uptake-recorded':
    case 'self-help-used':
    case 'attempted':
    case 'corrected':
      return now;
    default:
      throw new Error(`history says ${event}, which nobody knows`);
  }
}

/** The same of a case as it is kept. */
export function momentOf(kase: Case, at: string): Moment {
  const open = kase.handovers.find(({ state }) => state === 'offered');
  return {
    at,
    status: kase.status,
    owner: kase.owner,
    offeredTo: open?.to ?? null,
    assignee: kase.assignee?.person ?? null,
    joint: kase.joint,
    greyZone: kase.greyZone,
    basis: kase.basis === null ? 'none' : kase.basis.withdrawnAt === null ? kase.basis.kind : 'withdrawn',
    basisBy: kase.basis?.obtainedBy.organisation ?? null,
    tasks: Object.fromEntries((kase.tasks ?? []).map(({ organisation, state }) => [organisation, state])),
    followUp: kase.followUp && `${kase.followUp.organisation} ${kase.followUp.state}`,
    callBack: kase.callBack ? `${kase.callBack.by.person} ${kase.callBack.at}` : null,
    steps: kase.steps,
    clocks: [...(kase.earlierPromises ?? []), kase.promise].map(
      ({ contactedAt, dueAt, answeredAt, broken }) => ({ contactedAt, dueAt, answeredAt, broken }),
    ),
    caller:
      kase.enquiries?.find(({ promise }) => promise === (kase.earlierPromises ?? []).length)?.receivedBy
        .person ?? null,
    undo: (kase.undoable ?? []).map(({ event, by, at, line }) => ({
      line,
      what: event,
      by: by.person,
      office: by.organisation,
      at,
    })),
    offers: kase.handovers.map(({ from, to, offeredAt, state }) => ({ from, to, at: offeredAt, state })),
  };
}

/** Hours of the last clock that each organisation held the case, and that offers to it lay: quarter by quarter. */
export function timeOf(moments: readonly Moment[], until: string): Readonly<Record<string, number>> {
  const clock = moments.at(-1)?.clocks.at(-1);
  if (!clock) throw new Error('no clock');
  const isEnded = ({ at, status }: Moment) =>
    at >= clock.contactedAt && ['withdrawn', 'entered-in-error'].includes(status);
  // An ending that was undone is none.
  const ended = moments.slice(moments.findLastIndex((one) => !isEnded(one)) + 1)[0]?.at;
  const end = [until, clock.answeredAt ?? until, ended ?? until].sort()[0] ?? until;
  const sums: Record<string, number> = {};
  const add = (key: string, hours: number) => {
    if (hours > 0) sums[key] = (sums[key] ?? 0) + hours;
  };
  for (const [i, moment] of moments.entries()) {
    // Whoever logs a case answers for the time since the company called.
    const since = i === 0 || moment.at < clock.contactedAt ? clock.contactedAt : moment.at;
    const next = moments[i + 1]?.at ?? end;
    const to = next < end ? next : end;
    for (const reading of ['working', 'elapsed'] as const) {
      add(`${moment.owner} held ${reading}`, hoursUsed(since, to, reading));
      const offered = moment.at < clock.contactedAt ? clock.contactedAt : moment.at;
      if (moment.offeredTo !== null)
        add(`${moment.offeredTo} unanswered ${reading}`, hoursUsed(offered, to, reading));
    }
  }
  return sums;
}

/** Whether somebody may give a command at all (handover.md, "Who may do what"), whatever it then comes to. */
export function mayGive(
  verb: CaseVerb,
  by: { readonly person: string; readonly organisation: string; readonly roles: readonly Role[] },
  kase: Moment,
  loggedBy: string,
): boolean {
  if (!by.roles.some((role) => role !== 'auditor')) return false;
  const serves = by.roles.includes('consultant') || by.roles.includes('coordinator');
  const owns = by.organisation === kase.owner;
  switch (verb) {
    case 'handover.accept':
      // A case that has no person is taken by a colleague of its owner.
      return (
        serves &&
        (by.organisation === kase.offeredTo || (owns && kase.assignee === null && kase.offeredTo === null))
      );
    case 'handover.return':
    case 'handover.ask':
    case 'handover.forward':
    case 'handover.advise':
      return serves && by.organisation === kase.offeredTo;
    case 'handover.answer':
    case 'handover.withdraw':
    case 'handover.offer':
    case 'case.withdraw':
    case 'case.basis':
    case 'case.correct':
      return owns;
    case 'case.withdraw-basis':
      return owns || by.organisation === kase.basisBy || kase.joint.includes(by.organisation);
    case 'case.contacted':
    case 'case.merge':
    case 'case.assign':
    case 'case.call-back':
    case 'case.call-off':
    case 'case.close':
    case 'case.wait':
    case 'case.continue':
    case 'case.reopen':
    case 'case.invite':
      return owns && serves;
    case 'case.answered-here':
      return by.roles.includes('phone') && kase.caller === by.person;
    case 'case.service':
    case 'case.refer':
    case 'case.self-help':
      return serves && (owns || kase.joint.includes(by.organisation));
    case 'case.attempt':
      return serves && (owns || by.organisation === kase.offeredTo);
    case 'case.leave':
      return serves && kase.joint.includes(by.organisation);
    case 'case.settle': {
      const between = kase.offers.findLast(({ state }) => state === 'returned');
      return (
        by.roles.includes('coordinator') && [kase.owner, between?.from, between?.to].includes(by.organisation)
      );
    }
    case 'case.undo':
      // Of an open offer, it is the sender's `handover.withdraw`.
      return (
        kase.undo.some((one) => one.by === by.person) ||
        (by.roles.includes('coordinator') && kase.undo.some((one) => one.office === by.organisation)) ||
        (owns && (by.roles.includes('coordinator') || kase.offeredTo !== null))
      );
    case 'case.ask-feedback':
      return (
        serves &&
        kase.offers.some(({ from, state }) => from === by.organisation && /offered|accepted/.test(state))
      );
    case 'case.mark-error':
      return by.person === loggedBy || (owns && by.roles.includes('coordinator'));
    case 'case.add-contact':
      return (
        by.roles.includes('phone') ||
        owns ||
        kase.joint.includes(by.organisation) ||
        kase.offeredTo === by.organisation
      );
    case 'task.start':
    case 'task.dismiss':
      return serves && kase.tasks[by.organisation] !== undefined;
    case 'followup.accept':
    case 'followup.decline':
    case 'followup.done':
      return serves && kase.followUp?.split(' ')[0] === by.organisation;
    default: {
      const never: never = verb;
      return never;
    }
  }
}
