import fc from 'fast-check';
import { CASE_VERBS, type CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { Actor, Person } from '../../src/core/person.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import type { Fate } from './loop-world.ts';

/** What may happen to a case in the model (`model.test.ts`): who does what, and what goes wrong meanwhile. */

/** A plain week; the last days before Easter and summer time; before Christmas; before winter time. All at quarters. */
export const STARTS = [
  '2026-01-13T09:00:00.000Z',
  '2026-03-27T10:15:00.000Z',
  '2026-12-22T13:30:00.000Z',
  '2026-10-23T14:45:00.000Z',
] as const;

const AUDITOR: Person = {
  id: 'ivan-dam',
  name: 'Ivan Dam',
  identities: ['teams:tenant:ivan'],
  memberships: [{ organisation: 'les-791', roles: ['auditor'] }],
};
/** The office's, its neighbour's, the Erhvervshus's: consultants, coordinators, phone staff and an auditor. */
export const MEMBERS: readonly Person[] = [...DEMO_PEOPLE, AUDITOR];
/** Somebody from outside the tenant, and somebody whom nobody knows. */
const OUTSIDERS = ['guest', 'stranger'] as const;
const PEOPLE = [...MEMBERS.map(({ id }) => id), ...OUTSIDERS];

const input = fc.record({
  organisation: fc.constantFrom('les-791', 'les-751', 'ehm-midtjylland', 'nowhere'),
  reasonCode: fc.constantFrom('not-our-area', 'no-capacity', 'missing-information', 'no-such-reason'),
  kind: fc.constantFrom('consent', 'public-task', 'declined'),
  consent: fc.constantFrom('consent', ''),
  person: fc.constantFrom('me', 'anna', 'carla-winther', 'nobody'),
  joint: fc.constantFrom('true', 'false'),
  newNeed: fc.constantFrom('true', 'false'),
  text: fc.constantFrom('Hvornår?', ''),
  time: fc.constantFrom('+15', '+300', '23:45', 'snart'),
});
export const FULL: RawInput = {
  reason: 'x',
  services: '1:1 vejledning',
  referredTo: 'private-adviser',
  selfHelpUsed: 'true',
  segment: 'growth',
  actionPlan: 'Besøg messen',
  cvr: '25313763',
  followUpOn: '2027-02-04',
  to: 'private-adviser',
  tools: 'vaeksthjulet',
  hours: '1.5',
  result: 'no-need',
};

/** The transaction fails, or the process ends just before it commits, or just after: nobody hears the answer. */
export type Crash = 'fails' | 'killed-before' | 'killed-after';
const CRASHES: readonly Crash[] = ['fails', 'killed-before', 'killed-after'];
/** In which transaction of what is under way; null: nothing goes wrong. */
export const crashIn = (transactions: number) =>
  fc.option(fc.record({ how: fc.constantFrom(...CRASHES), after: fc.nat(transactions) }), { freq: 2 });

export const opening = fc.record({
  start: fc.constantFrom(...STARTS),
  /** A consultant whose case goes to the Erhvervshus, one who keeps it, and phone staff who hand over. */
  kind: fc.constantFrom('export', 'network', 'phone', 'crisis'),
  maxReturns: fc.constantFrom(1, 2),
  reading: fc.constantFrom('working', 'working', 'elapsed'),
  /** Quarters of an hour between the company's call and the case. */
  talk: fc.constantFrom(0, 0, 1, 5),
  crash: crashIn(1),
  twice: fc.boolean(),
  /** Whether at the end a second case of the company is merged with it. */
  merges: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
});
const act = fc.record({
  kind: fc.constant('act' as const),
  /** Which of all that somebody may do now, and who of those who may; null: anybody tries anything. */
  choice: fc.option(fc.tuple(fc.nat(200), fc.nat(5)), { freq: 6 }),
  person: fc.constantFrom(...PEOPLE),
  verb: fc.constantFrom(...CASE_VERBS),
  input,
  crash: crashIn(0),
  /** Delivered once, twice, or not before what comes after it. */
  delivered: fc.constantFrom('once', 'once', 'once', 'twice', 'late'),
});
const FATES: readonly Fate[] = [
  'take',
  'take',
  'take',
  'taken-unsaid',
  'lost',
  'busy',
  'kills-before',
  'kills-after',
  'dies-after',
];
const work = fc.record({
  kind: fc.constant('work' as const),
  fates: fc.array(fc.constantFrom(...FATES), { maxLength: 4 }),
  crm: fc.boolean(),
  crash: crashIn(30),
});
const wait = fc.record({ kind: fc.constant('wait' as const), quarters: fc.integer({ min: 1, max: 120 }) });
export const move = fc.oneof(
  { weight: 5, arbitrary: act },
  { weight: 2, arbitrary: work },
  { weight: 2, arbitrary: wait },
);
export type Opening = typeof opening extends fc.Arbitrary<infer One> ? One : never;
export type Move = typeof move extends fc.Arbitrary<infer One> ? One : never;
export type Act = Extract<Move, { kind: 'act' }>;

export const ACTORS: readonly Actor[] = MEMBERS.flatMap(({ id, name, memberships }) =>
  memberships.map((membership) => ({ person: id, name, ...membership })),
);
/** A guest, whom the directory does not name. */
export const GUEST = {
  identity: 'teams:tenant:guest',
  name: 'Gitte Gæst',
  guest: true,
  locale: null,
};

export const OPENINGS: Readonly<Record<Opening['kind'], { readonly by: string; readonly input: RawInput }>> =
  {
    export: { by: 'anna-holm', input: { areas: 'internationalisation,networks-courses' } },
    network: { by: 'finn-dahl', input: { areas: 'networks-courses' } },
    phone: { by: 'eva-lund', input: { areas: 'networks-courses' } },
    crisis: { by: 'anna-holm', input: { areas: 'crisis', crisis: 'true' } },
  };

/** Ends of a case, which come late enough by themselves: else most histories would be short. */
export const ENDS: readonly CaseVerb[] = ['case.withdraw', 'case.mark-error', 'case.withdraw-basis'];

/** What brings a case on: taken more often, so that grey zones, closed cases and follow-up are reached. */
export const ADVANCES: readonly CaseVerb[] = [
  'handover.accept',
  'handover.return',
  'handover.answer',
  'handover.offer',
  'case.contacted',
  'case.close',
  'case.settle',
  'followup.accept',
  'followup.decline',
  'followup.done',
  'task.start',
  'task.dismiss',
];
