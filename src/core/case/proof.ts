import { danishDate } from '../danish-date.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Actor } from '../person.ts';
import { addElapsed, elapsedBetween } from '../promise/clock.ts';
import { stepsOf } from '../promise/steps.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import type { RawInput } from '../raw-input.ts';
import { decide } from '../triage/decide.ts';
import { DEFAULT_SETTINGS } from '../triage/settings.ts';
import type { Case } from './case.ts';
import type { CaseContext, Change } from './case-change.ts';
import { decideClock } from './decide-clock.ts';
import { isActive, mayShare, openHandover, referringOffice, returnsBetween } from './derived.ts';
import type { Effect } from './effects.ts';
import { openCase } from './open-case.ts';
import { CASE_VERBS, type CaseVerb } from './verbs/index.ts';
import { decideCase } from './verbs/table.ts';

/** A fault that the exploration found: which rule, in which state, by which command of whom. */
interface CaseProblem {
  readonly code:
    | 'no-way-to-closed'
    | 'without-owner'
    | 'not-allowed'
    | 'two-offers'
    | 'owner-as-guest'
    | 'shared-without-basis'
    | 'told-without-basis'
    | 'too-many-returns'
    | 'history-gap'
    | 'dead-verb';
  readonly state: string;
  readonly verb: CaseVerb | 'clock' | null;
  readonly person: string | null;
}

export interface CaseProof {
  readonly states: number;
  readonly transitions: number;
  /** Commands that were tried and refused. */
  readonly refused: number;
  readonly problems: readonly CaseProblem[];
}

const OFFICE: OrganisationId = 'les-791';
const HOUSE: OrganisationId = 'ehm-midtjylland';
/** Somewhere to forward to; nobody of it acts. */
const ELSEWHERE = 'les-751';
const NOW = '2026-01-05T09:00:00.000Z';

const LOGGER: Actor = {
  person: 'consultant',
  name: 'A',
  organisation: OFFICE,
  roles: ['consultant', 'coordinator'],
};

const PEOPLE: readonly Actor[] = [
  LOGGER,
  { person: 'specialist', name: 'B', organisation: HOUSE, roles: ['consultant'] },
  { person: 'coordinator', name: 'C', organisation: HOUSE, roles: ['coordinator'] },
];

/** People who may do little or nothing: every command of theirs is tried too. */
const BYSTANDERS: readonly Actor[] = [
  { person: 'auditor', name: 'D', organisation: OFFICE, roles: ['auditor'] },
  { person: 'phone', name: 'E', organisation: HOUSE, roles: ['phone'] },
  { person: 'stranger', name: 'F', organisation: 'les-101', roles: ['consultant', 'coordinator'] },
];

/** Elapsed hours: what happens does not hang on weekends, and core has no calendar of its own. */
const calendar: WorkingCalendar = {
  addHours: addElapsed,
  hoursBetween: elapsedBetween,
  nextOfficeHour: (instant) => instant,
};

const context: CaseContext = {
  now: NOW,
  calendar,
  settingsOf: () => ({ ...DEFAULT_SETTINGS, maxReturns: 2, promiseReading: 'elapsed' }),
  memberOf: () => undefined,
};

const said = { text: 'x', reason: 'x', note: 'x' };

/** Every input worth trying for a verb: one for each way it can go. */
const TRIED: Readonly<Record<CaseVerb, readonly RawInput[]>> = {
  'handover.accept': [{}],
  'handover.return': [
    { ...said, reasonCode: 'not-our-area' },
    { ...said, reasonCode: 'missing-information' },
  ],
  'handover.ask': [said],
  'handover.answer': [said],
  'handover.forward': [OFFICE, HOUSE, ELSEWHERE].map((organisation) => ({ ...said, organisation })),
  'handover.advise': [said],
  'handover.withdraw': [{}],
  'handover.offer': [OFFICE, HOUSE].map((organisation) => ({ ...said, organisation })),
  'case.contacted': [{}],
  'case.assign': [{ person: 'mig' }],
  'case.call-back': [{ ...said, time: '+60' }],
  'case.close': [
    { segment: 'growth', services: 'x', selfHelpUsed: 'true', actionPlan: 'x', followUpOn: '2026-03-01' },
  ],
  'case.wait': [{}],
  'case.continue': [{}],
  'case.reopen': [said],
  'case.withdraw': [said],
  'case.mark-error': [said],
  'case.invite': [OFFICE, HOUSE].map((organisation) => ({ organisation })),
  'case.leave': [{}],
  'case.settle': [OFFICE, HOUSE].flatMap((organisation) =>
    ['true', 'false'].map((joint) => ({ organisation, joint })),
  ),
  'case.basis': [{ kind: 'consent' }, { kind: 'declined' }],
  'case.withdraw-basis': [{}],
  'case.add-contact': [said],
  'followup.accept': [{}],
  'followup.decline': [said],
};

/**
 * Who may give a command, said a second time and on its own (handover.md, "Who may do what"), so that a slip in the
 * state table is seen.
 */
function mayGive(kase: Case, verb: CaseVerb, by: Actor): boolean {
  const reads = by.roles.every((role) => role === 'auditor');
  const logsOnly = by.roles.every((role) => role === 'phone');
  const owns = by.organisation === kase.owner;
  if (reads) return false;
  switch (verb) {
    case 'handover.accept':
    case 'handover.return':
    case 'handover.ask':
    case 'handover.forward':
    case 'handover.advise':
      return (
        !logsOnly && kase.handovers.some(({ state, to }) => state === 'offered' && to === by.organisation)
      );
    case 'handover.offer':
    case 'handover.withdraw':
    case 'handover.answer':
    case 'case.basis':
    case 'case.withdraw-basis':
    case 'case.withdraw':
      return owns;
    case 'case.contacted':
    case 'case.assign':
    case 'case.call-back':
    case 'case.close':
    case 'case.wait':
    case 'case.continue':
    case 'case.reopen':
    case 'case.invite':
      return owns && !logsOnly;
    case 'case.leave':
      return !logsOnly && kase.joint.includes(by.organisation);
    case 'case.mark-error':
      return by.person === kase.createdBy.person || (owns && by.roles.includes('coordinator'));
    case 'case.settle':
      return (
        by.roles.includes('coordinator') &&
        (owns || kase.handovers.some(({ from, to }) => [from, to].includes(by.organisation)))
      );
    case 'followup.accept':
    case 'followup.decline':
      return !logsOnly && kase.followUp?.organisation === by.organisation;
    case 'case.add-contact':
      return (
        by.roles.includes('phone') ||
        owns ||
        kase.joint.includes(by.organisation) ||
        kase.handovers.some(({ state, to }) => state === 'offered' && to === by.organisation)
      );
    default: {
      const never: never = verb;
      return never;
    }
  }
}

/** What of a case decides what may happen to it: cases alike in this behave alike, which is what keeps the model small. */
function keyOf(kase: Case): string {
  const open = openHandover(kase);
  const question = open?.questions.at(-1);
  const counted = kase.handovers.findLast((one) => one.counted);
  const settled = counted ?? kase.handovers.at(-1);
  return [
    kase.status,
    kase.owner,
    open && `${open.from}>${open.to}`,
    question && (question.answer === null ? 'asked' : 'replied'),
    open && kase.handovers.at(-2)?.state === 'forwarded' && 'forwarded',
    settled && [settled.from, settled.to].sort().join('|'),
    returnsBetween(kase, OFFICE, HOUSE),
    kase.greyZone && 'grey',
    referringOffice(kase),
    stepsOf(kase, calendar)[0]?.name,
    stepsOf(kase, calendar).some(({ name }) => name === 'call-back') && 'call',
    kase.promise.answeredAt !== null && 'answered',
    kase.promise.broken && 'broken',
    kase.basis === null ? 'no-basis' : mayShare(kase) ? 'shared' : kase.basis.kind,
    kase.basis?.withdrawnAt && 'withdrawn',
    [...kase.joint].sort().join('|'),
    kase.followUp?.state,
  ]
    .map((part) => part || '-')
    .join(' ');
}

function beginnings(): readonly Case[] {
  const decision = decide({
    municipality: '791',
    entry: 'les',
    entryOrganisation: OFFICE,
    stage: 'established',
    needs: [{ area: 'internationalisation' }],
    today: danishDate(NOW),
  });
  const override = (organisation: OrganisationId) => ({ organisation, reason: 'x' });
  return [OFFICE, HOUSE].flatMap((receiver) => {
    const opened = openCase(
      {
        id: 'model',
        draftId: 'model',
        values: { municipality: '791', stage: 'established', cvr: '25313763', consent: 'consent' },
        decision,
        override: override(receiver),
        contactedAt: NOW,
        linkedTo: null,
      },
      LOGGER,
      context,
    );
    return opened.ok ? [opened.value.case] : [];
  });
}

/**
 * Goes through every state that a small model can reach (two organisations, three people, two returns, and the clock
 * acting between any two commands) and holds each against what must never happen. Takes a second or so. `decideBy` is
 * there for a test to show that a fault is found.
 */
export function proveCases(decideBy: typeof decideCase = decideCase): CaseProof {
  const states = new Map<string, Case>();
  const cameFrom = new Map<string, Set<string>>();
  const problems: CaseProblem[] = [];
  const accepted = new Set<CaseVerb>();
  let transitions = 0;
  let refused = 0;

  const queue: Case[] = [];
  const reach = (kase: Case, from: string | null): string => {
    const key = keyOf(kase);
    if (!states.has(key)) {
      states.set(key, kase);
      cameFrom.set(key, new Set());
      queue.push(kase);
    }
    if (from !== null) cameFrom.get(key)?.add(from);
    return key;
  };
  for (const kase of beginnings()) reach(kase, null);

  for (let kase = queue.pop(); kase !== undefined; kase = queue.pop()) {
    const before = keyOf(kase);
    const inspect = (change: Change, verb: CaseProblem['verb'], person: string | null) => {
      const after = change.case;
      transitions++;
      const state = reach(after, before);
      const report = (code: CaseProblem['code']) => problems.push({ code, state, verb, person });
      const offers = after.handovers.filter((one) => one.state === 'offered');
      if (![OFFICE, HOUSE].includes(after.owner)) report('without-owner');
      if (offers.length > 1 || (offers.length === 1) !== (after.status === 'offered')) report('two-offers');
      if (!mayShare(after) && (offers.length > 0 || after.joint.length > 0)) report('shared-without-basis');
      if (after.joint.includes(after.owner)) report('owner-as-guest');
      if (returnsBetween(after, OFFICE, HOUSE) > 2) report('too-many-returns');
      if (change.history[0].sequence !== after.revision) report('history-gap');
      if (!mayShare(after) && toldOthers(after, change.effects)) report('told-without-basis');
    };
    for (const by of [...PEOPLE, ...BYSTANDERS]) {
      for (const verb of CASE_VERBS) {
        for (const input of TRIED[verb]) {
          const decided = decideBy(kase, { verb, revision: kase.revision, input }, by, context);
          if (!decided.ok) {
            refused++;
            continue;
          }
          accepted.add(verb);
          if (!mayGive(kase, verb, by)) {
            problems.push({ code: 'not-allowed', state: before, verb, person: by.person });
          }
          inspect(decided.change, verb, by.person);
        }
      }
    }
    const next = stepsOf(kase, calendar)[0];
    const ticked = next && decideClock(kase, { ...context, now: next.at });
    if (ticked) inspect(ticked, 'clock', null);
  }

  for (const verb of CASE_VERBS) {
    if (!accepted.has(verb)) problems.push({ code: 'dead-verb', state: '', verb, person: null });
  }
  const closes = reaching(states, cameFrom, ({ status }) => status === 'closed');
  for (const [state, kase] of states) {
    if (isActive(kase) && !closes.has(state)) {
      problems.push({ code: 'no-way-to-closed', state, verb: null, person: null });
    }
  }
  return { states: states.size, transitions, refused, problems };
}

/** Whether anybody outside the owner is told something. */
function toldOthers(kase: Case, effects: readonly Effect[]): boolean {
  return effects.some((effect) => {
    if (effect.kind === 'card.post' || effect.kind === 'tell.organisation') {
      return effect.organisation !== kase.owner;
    }
    return (
      effect.kind === 'tell.person' &&
      PEOPLE.some(({ person, organisation }) => person === effect.person && organisation !== kase.owner)
    );
  });
}

/** The states from which some path leads to one that fits: walked backwards. */
function reaching(
  states: ReadonlyMap<string, Case>,
  cameFrom: ReadonlyMap<string, ReadonlySet<string>>,
  fits: (kase: Case) => boolean,
): ReadonlySet<string> {
  const found = new Set([...states].filter(([, kase]) => fits(kase)).map(([key]) => key));
  const queue = [...found];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const previous of cameFrom.get(key) ?? []) {
      if (found.has(previous)) continue;
      found.add(previous);
      queue.push(previous);
    }
  }
  return found;
}
