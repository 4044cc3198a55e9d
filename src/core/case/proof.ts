import { stepsOf } from '../promise/steps.ts';
import type { Case } from './case.ts';
import { type Change, instantOn } from './case-change.ts';
import { decideClock } from './decide-clock.ts';
import { isActive, mayShare, openHandover, referringLes, returnsBetween } from './derived.ts';
import type { Effect } from './effects.ts';
import {
  BYSTANDERS,
  beginnings,
  calendar,
  context,
  HOUSE,
  mayGive,
  OFFICE,
  PEOPLE,
  TRIED,
} from './proof-model.ts';
import { REGISTRATIONS } from './slip.ts';
import { undoableNow } from './undoable.ts';
import { tookTheCall } from './verbs/guards.ts';
import { CASE_VERBS, type CaseVerb } from './verbs/index.ts';
import { decideCase } from './verbs/table.ts';

/** A violated rule: in which state, by which verb (or the clock) of which person. */
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

/** The result of exploring every case that the verbs can lead to. */
export interface CaseProof {
  readonly states: number;
  readonly transitions: number;
  /** Commands that were tried and refused. */
  readonly refused: number;
  readonly problems: readonly CaseProblem[];
}

/** The parts of a case that affect its transitions. Cases with the same key are explored once. */
function keyOf(kase: Case): string {
  const open = openHandover(kase);
  const question = open?.questions.at(-1);
  const counted = kase.handovers.findLast(({ counted }) => counted);
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
    referringLes(kase),
    stepsOf(kase, calendar)[0]?.name,
    stepsOf(kase, calendar).some(({ name }) => name === 'call-back') && 'call',
    kase.promise.answeredAt !== null && 'answered',
    kase.promise.broken && 'broken',
    kase.basis === null ? 'no-basis' : mayShare(kase) ? 'shared' : kase.basis.kind,
    kase.basis?.withdrawnAt && 'withdrawn',
    [...kase.joint].sort().join('|'),
    kase.followUp?.state,
    undoKey(kase),
    kase.status === 'open' &&
      kase.promise.answeredAt === null &&
      BYSTANDERS.some((by) => tookTheCall(kase, by)) &&
      'call taken',
  ]
    .map((part) => part || '-')
    .join(' ');
}

/**
 * Explores every state that a small model can reach (two organisations, three people, two returns, and the clock acting
 * between any two commands) and checks each against what must never happen. Takes about three seconds. A test passes a faulty
 * `decideBy` to show that faults are found.
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
      const offers = after.handovers.filter(({ state }) => state === 'offered');
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

/** What can be undone of the case's course, whose it is, and the status that the case would return to. */
function undoKey(kase: Case): string {
  // A registration leads to no other state, undone or not.
  const undoable = kase.undoable?.filter(({ event }) => !REGISTRATIONS.includes(event));
  const what = undoableNow({ ...kase, undoable }, instantOn(kase, context.now));
  if (!what) return '';
  return [what.event, what.by.organisation, what.event !== 'contacted' && what.before.status].join('/');
}

/** Whether an effect reaches anybody outside the owning organisation. */
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

/** The states from which some path leads to a state that fits, found by walking backwards. */
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
