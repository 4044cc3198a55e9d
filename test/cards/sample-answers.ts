import { QUESTION_IDS } from '../../dialogs/questions.ts';
import type { Answer, CallerMessage, Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CardKind } from '../../src/core/case/effects.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import { redactedCase } from '../../src/core/case/redacted-case.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import { commonView, type Visibility, visibleTo } from '../../src/core/case/visibility.ts';
import type { CaseLine } from '../../src/core/case-line.ts';
import type { Draft, FieldProblem, IntakeValues } from '../../src/core/intake/draft.ts';
import { officesOf } from '../../src/core/office/office.ts';
import type { ActorRef } from '../../src/core/person.ts';
import type { RefusalCode } from '../../src/core/refusal-codes.ts';
import { decide } from '../../src/core/triage/decide.ts';
import type { Decision } from '../../src/core/triage/decision.ts';
import { AGREED_RULES } from '../../src/core/triage/rules/rule-set.ts';
import { DEFAULT_SETTINGS } from '../../src/core/triage/settings.ts';
import { AREAS } from '../../src/core/vocabulary.ts';
import { DEMO_OFFICES } from '../../src/demo/demo-offices.ts';
import { ADVISERS_SAMPLES } from './advisers-samples.ts';
import { DIGEST_SAMPLES } from './digest-samples.ts';
import { FIGURES_SAMPLES } from './figures-samples.ts';
import { OFFERS_SAMPLES } from './offers-samples.ts';
import { OUTREACH_SAMPLES } from './outreach-samples.ts';
import { SETTING_SAMPLES } from './setting-samples.ts';

/** Every kind of answer with the longest values that are still realistic, for tests of what is drawn. All fictitious. */

const NOW = '2026-11-21T09:00:00.000Z';

const long = (words: string, length: number) =>
  `${words} `.repeat(Math.ceil(length / words.length)).slice(0, length);

const anna: ActorRef = { person: 'anna', name: 'Anna Holm', organisation: 'les-791' };
const carla: ActorRef = { person: 'carla', name: 'Carla Winther', organisation: 'ehm-midtjylland' };

export const values: IntakeValues = {
  cvr: '25313763',
  pNumber: '1003407806',
  companyName: 'Hansen VVS ApS',
  municipality: '791',
  contactName: 'Mette Hansen',
  contactPhone: '40411234',
  contactEmail: 'mette@hansenvvs.example',
  stage: 'established',
  founded: '2011-04-12',
  segment: 'growth',
  areas: ['internationalisation', 'financing', 'accounting-tax-vat'],
  description:
    'Vil gerne sælge varmepumper til Tyskland og har fået en forespørgsel fra en grossist i Flensborg.',
  clarified: true,
  entry: 'les',
  form: 'Anpartsselskab',
  employees: 12,
  turnoverDkk: 14_000_000,
  advertisingProtected: true,
};

const longValues: IntakeValues = {
  ...values,
  companyName: long('Ringkøbing-Skjern Maskinfabrik & Ådalens Smedjeværksted Holding', 160),
  municipality: '760',
  contactName: long('Anne-Margrethe Østergaard Sørensen', 90),
  contactEmail: `${long('anne_margrethe.oestergaard', 80).replaceAll(' ', '')}@maskinfabrik.example`,
  areas: [
    'internationalisation',
    'financing',
    'innovation-strategy',
    'automation',
    'green-transition',
    'succession',
    'premises-sites',
    'networks-courses',
  ],
  description: long(
    'Æblegrøden på Ærø *ikke fed* [klik her](https://farligt.example) _øl_ <b>og</b> så videre,',
    1_500,
  ),
};

const decision: Decision = decide({
  municipality: '791',
  entry: 'les',
  entryOrganisation: 'les-791',
  stage: 'established',
  segment: 'growth',
  direction: 'outreach',
  company: { founded: '2011-04-12', employees: 12, turnoverDkk: 14_000_000, advertisingProtected: true },
  needs: [{ area: 'internationalisation' }, { area: 'financing' }, { area: 'accounting-tax-vat' }],
  today: '2026-11-21',
});

const longDecision: Decision = decide({
  municipality: '760',
  entry: 'les',
  entryOrganisation: 'les-760',
  stage: 'established',
  segment: 'growth',
  direction: 'outreach',
  company: { name: 'X Holding', employees: 260 },
  needs: (longValues.areas ?? []).map((area) => ({ area })),
  today: '2026-11-21',
});

const digitalDecision: Decision = decide(
  {
    municipality: '751',
    entry: 'phone',
    stage: 'pre-starter',
    needs: [{ area: 'business-plan' }],
    today: '2026-11-21',
  },
  () => ({ ...DEFAULT_SETTINGS, preStarter: 'digital' }),
);

const openDecision: Decision = decide({ municipality: '751', entry: 'phone', today: '2026-11-21' });

export function draftOf(with_: Partial<Draft> = {}): Draft {
  return {
    version: 1,
    id: '0b6f2d7e-6f0a-4b1e-9a52-0c4f3a8e77d1',
    revision: 7,
    state: 'active',
    person: 'anna',
    organisation: 'les-791',
    step: 'form',
    values,
    sources: {
      companyName: 'register',
      municipality: 'register',
      founded: 'register',
      areas: 'text',
      cvr: 'user',
    },
    rejected: [],
    register: 'found',
    pNumbers: [],
    asking: null,
    answered: ['company', 'municipality'],
    override: null,
    caseId: null,
    contactedAt: NOW,
    createdAt: NOW,
    updatedAt: NOW,
    ...with_,
  };
}

export function caseOf(with_: Partial<Case> = {}): Case {
  return {
    id: 'K3F9-QTX2',
    revision: 3,
    status: 'offered',
    owner: 'les-791',
    assignee: null,
    createdAt: NOW,
    createdBy: anna,
    draftId: 'draft',
    priority: 'normal',
    values,
    decision,
    override: null,
    basis: { kind: 'consent', obtainedBy: anna, obtainedAt: NOW, withdrawnAt: null },
    handovers: [
      {
        number: 1,
        from: 'les-791',
        to: 'ehm-midtjylland',
        state: 'offered',
        offeredAt: NOW,
        offeredBy: anna,
        settledAt: null,
        settledBy: null,
        reasonCode: null,
        reason: null,
        counted: false,
        questions: [],
      },
    ],
    joint: [],
    greyZone: false,
    promise: {
      contactedAt: '2026-11-20T14:00:00.000Z',
      hours: 48,
      reading: 'working',
      dueAt: '2026-11-24T14:00:00.000Z',
      reportedDueAt: '2026-11-22T14:00:00.000Z',
      answeredAt: null,
      broken: false,
    },
    outcome: null,
    followUp: null,
    closedAt: null,
    linkedTo: null,
    contacts: [],
    steps: [],
    erasedAt: null,
    ...with_,
  };
}

/** A case with everything that can be on one, as long as it gets. */
function fullCase(): Case {
  const base = caseOf();
  const offer = base.handovers[0];
  if (!offer) throw new Error('The sample has no offer');
  const returned = {
    ...offer,
    state: 'returned',
    reasonCode: 'better-national-offer',
    reason: long('De skal hellere tale med Eksportrådet, før vi går i gang,', 600),
    settledAt: NOW,
    settledBy: carla,
    counted: true,
  } as const;
  const question = {
    id: 1,
    text: long('Hvor mange ansatte har de i Tyskland,', 400),
    askedAt: NOW,
    askedBy: carla,
    answer: long('De har tre sælgere i Flensborg,', 400),
    answeredAt: NOW,
    answeredBy: anna,
  };
  return {
    ...base,
    values: longValues,
    decision: longDecision,
    greyZone: true,
    override: { organisation: 'ehm-midtjylland', reason: long('Vi kender dem i forvejen,', 500) },
    handovers: [
      ...Array.from({ length: 6 }, (_, index) => ({ ...returned, number: index + 1 })),
      {
        ...offer,
        number: 7,
        questions: Array.from({ length: 5 }, (_, index) => ({ ...question, id: index + 1 })),
      },
    ],
    contacts: Array.from({ length: 5 }, () => ({
      at: NOW,
      by: anna,
      text: long('Ringede igen om det samme,', 300),
      areas: AREAS.slice(0, 3),
      person: 'Mette Hansen 40411234 mette@hansenvvs.dk',
    })),
    joint: ['les-760', 'ehm-sydjylland'],
    outcome: {
      services: ['1:1 vejledning', 'Internationaliseringstjek', 'Finansieringstjek', 'netværk', 'camps'],
      referredTo: ['trade-council', 'private-adviser', 'innovation-fund', 'growth-fund'],
      selfHelpUsed: true,
      segment: 'growth',
      actionPlan: long('Først markedsundersøgelse, så forhandlerjagt,', 900),
      note: long('Tilfreds kunde,', 400),
    },
    followUp: { organisation: 'les-760', dueOn: '2027-02-01', state: 'proposed' },
  };
}

const opening = {
  event: 'opened-and-offered',
  details: { rule: 'O10', receiver: 'ehm-midtjylland', overridden: false, basis: 'consent' },
} as const;
const giveBack = {
  event: 'returned',
  details: { to: 'ehm-midtjylland', reasonCode: 'other', greyZone: true },
} as const;

const history: readonly HistoryEntry[] = Array.from({ length: 12 }, (_, index) => ({
  caseId: 'K3F9-QTX2',
  sequence: index + 1,
  at: NOW,
  actor: index % 2 ? anna : null,
  ...(index === 0 ? opening : giveBack),
  fromStatus: index === 0 ? null : 'open',
  toStatus: 'offered',
  owner: 'les-791',
  ruleSet: 'midtjylland-2026.1',
}));

const line: CaseLine = {
  caseId: 'K3F9-QTX2',
  title: 'Hansen VVS ApS',
  municipality: '791',
  status: 'offered',
  owner: 'les-791',
  offeredTo: 'ehm-midtjylland',
  assignee: null,
  dueAt: '2026-11-24T14:00:00.000Z',
  answeredAt: null,
  broken: false,
  urgent: false,
};

export const receiverVerbs: readonly CaseVerb[] = [
  'handover.accept',
  'handover.return',
  'handover.ask',
  'handover.advise',
  'handover.forward',
];
const ownerVerbs: readonly CaseVerb[] = [
  'case.contacted',
  'case.assign',
  'case.call-back',
  'case.close',
  'case.wait',
  'case.withdraw',
  'case.mark-error',
  'case.invite',
  'case.basis',
  'case.withdraw-basis',
  'case.add-contact',
  'handover.offer',
];

/** What a viewer may see of a case; a channel is one of its owner. */
export function seenBy(relation: Viewer['relation'], kase: Case): Visibility {
  return relation === 'channel'
    ? commonView(visibleTo('owner', kase, DEFAULT_SETTINGS), kase)
    : visibleTo(relation, kase, DEFAULT_SETTINGS);
}

export function viewerOf(relation: Viewer['relation'], verbs: readonly CaseVerb[] = []): Viewer {
  const organisation = relation === 'receiver' ? 'ehm-midtjylland' : 'les-791';
  return { relation, sees: seenBy(relation, caseOf()), organisation, verbs };
}

function caseAnswer(
  card: CardKind,
  kase: Case,
  given: Viewer,
  more: Partial<Extract<Answer, { kind: 'case' }>> = {},
): Answer {
  const sees = seenBy(given.relation, kase);
  const viewer = { ...given, sees };
  return {
    kind: 'case',
    card,
    case: redactedCase(kase, sees),
    history,
    viewer,
    now: NOW,
    notice: null,
    problems: [],
    ...more,
  };
}

const problem = (field: string, code: RefusalCode, typed: string): FieldProblem => ({
  field,
  refusal: { code, params: { typed } },
  typed,
});

/** What a decision shows besides the owner. */
const beside = {
  form: 'takeover',
  asksTool: false,
  caller: null,
  other: null,
  advised: null,
  dueAt: '2026-11-30T11:37:00.000Z',
  controls: [],
  anyway: false,
  shared: false,
} as const;

const pNumbers = Array.from({ length: 25 }, (_, index) => ({
  pNumber: `10034078${String(10 + index)}`,
  name: long('Ringkøbing-Skjern Maskinfabrik afdeling', 80),
  municipality: '760',
}));

const running = {
  caseId: 'K3F9-QTX2',
  owner: 'ehm-midtjylland',
  since: '2026-10-02T08:00:00.000Z',
  status: 'answered',
  assignee: 'Carla Winther',
  ours: true,
} as const;

const offices = officesOf(DEMO_OFFICES);
const caller = (reach: CallerMessage['reach']): CallerMessage => ({
  office: offices('ehm-midtjylland'),
  by: '2026-11-23T15:00:00.000Z',
  reach,
});

/** Every kind of answer, by a name that tells what it shows. */
export const SAMPLES: Readonly<Record<string, Answer>> = {
  welcome: { kind: 'welcome' },
  help: { kind: 'help' },
  ...SETTING_SAMPLES,
  notice: {
    kind: 'notice',
    notice: { code: 'handover-accepted', params: { caseId: 'K3F9-QTX2', owner: 'les-791' } },
  },
  refused: {
    kind: 'refused',
    refusal: {
      code: 'already-taken',
      params: { caseId: 'K3F9-QTX2', organisation: 'les-791', person: 'Anna Holm' },
    },
  },
  'form empty': {
    kind: 'intake-form',
    draft: draftOf({ values: {}, sources: {}, register: 'not-asked' }),
    problems: [],
    candidates: [],
    shared: false,
  },
  'form filled': { kind: 'intake-form', draft: draftOf(), problems: [], candidates: [], shared: false },
  'form shared': { kind: 'intake-form', draft: draftOf(), problems: [], candidates: [], shared: true },
  'form with problems': {
    kind: 'intake-form',
    draft: draftOf({
      values: {},
      register: 'not-asked',
      rejected: [problem('founded', 'not-a-date', '32/13/2024')],
    }),
    problems: [
      problem('cvr', 'not-a-cvr', '25313764'),
      problem('municipality', 'unknown-municipality', 'Andeby'),
    ],
    candidates: [],
    shared: false,
  },
  'form at its longest': {
    kind: 'intake-form',
    draft: draftOf({
      values: longValues,
      pNumbers,
      rejected: [problem('contactPhone', 'not-a-phone', '12')],
    }),
    problems: [problem('cvr', 'not-a-cvr', '25313764')],
    candidates: Array.from({ length: 5 }, () => ({
      cvr: '25313763',
      name: longValues.companyName ?? '',
      municipality: '760',
    })),
    shared: false,
  },
  'form with candidates': {
    kind: 'intake-form',
    draft: draftOf({ values: { companyName: 'Hansen' }, sources: {}, register: 'not-asked' }),
    problems: [],
    candidates: [
      { cvr: '25313763', name: 'Hansen VVS ApS', municipality: '791' },
      { cvr: '10103940', name: 'Hansen & Søn Tømrer', municipality: '751' },
    ],
    shared: false,
  },
  resume: { kind: 'resume-offer', draft: draftOf(), shared: false },
  'resume shared': { kind: 'resume-offer', draft: draftOf(), shared: true },
  ...Object.fromEntries(
    [...QUESTION_IDS, 'control:knowledge-collaboration'].map((question): [string, Answer] => [
      `question ${question}`,
      {
        kind: 'question',
        draft: draftOf(),
        question,
        problem: null,
        help: false,
        running: null,
        shared: false,
      },
    ]),
  ),
  'question with a problem': {
    kind: 'question',
    draft: draftOf(),
    question: 'municipality',
    problem: problem('municipality', 'unknown-municipality', 'Andeby'),
    help: true,
    running,
    shared: false,
  },
  'decision elsewhere': {
    kind: 'decision',
    draft: draftOf(),
    decision,
    running: null,
    problems: [],
    basisNeeded: true,
    ...beside,
    caller: caller('channel'),
  },
  'decision jointly': {
    kind: 'decision',
    draft: draftOf(),
    decision,
    running: null,
    problems: [],
    basisNeeded: true,
    ...beside,
    form: 'joint',
    asksTool: true,
  },
  'decision missing': {
    kind: 'decision',
    draft: draftOf({ values: { municipality: '751' }, organisation: 'les-751' }),
    decision: openDecision,
    running: null,
    problems: [],
    basisNeeded: false,
    ...beside,
    caller: caller('nobody'),
  },
  'decision digital': {
    kind: 'decision',
    draft: draftOf({ values: { municipality: '751', stage: 'pre-starter', areas: ['business-plan'] } }),
    decision: digitalDecision,
    running: null,
    problems: [],
    basisNeeded: false,
    ...beside,
    caller: caller('nobody'),
  },
  'decision running': {
    kind: 'decision',
    draft: draftOf(),
    decision: { ...decision, owner: { ...decision.owner, rule: 'O2' }, joinsRunning: true },
    running,
    problems: [],
    basisNeeded: false,
    ...beside,
    caller: caller('nobody'),
  },
  'decision with a control question': {
    kind: 'decision',
    draft: draftOf({ offered: ['digitalisation', 'financing'] }),
    decision,
    running: null,
    problems: [],
    basisNeeded: true,
    ...beside,
    controls: ['internationalisation'],
  },
  'decision not created yet': {
    kind: 'decision',
    draft: draftOf(),
    decision,
    running: null,
    problems: [problem('consent', 'basis-needed', '')],
    basisNeeded: true,
    ...beside,
  },
  'decision declined': {
    kind: 'decision',
    draft: draftOf({ values: { ...values, consent: 'declined' } }),
    decision,
    running: null,
    problems: [],
    basisNeeded: false,
    ...beside,
  },
  'decision of another receiver': {
    kind: 'decision',
    draft: draftOf({ override: { organisation: 'les-751', reason: 'De kender dem i forvejen.' } }),
    decision: { ...decision, owner: { ...decision.owner, actor: 'les', organisation: 'les-751' } },
    running: null,
    problems: [],
    basisNeeded: true,
    ...beside,
    advised: decision.owner,
  },
  'decision in a channel': {
    kind: 'decision',
    draft: draftOf(),
    decision,
    running: null,
    problems: [],
    basisNeeded: true,
    ...beside,
    shared: true,
  },
  'decision at its longest': {
    kind: 'decision',
    draft: draftOf({
      values: longValues,
      override: { organisation: 'les-760', reason: long('Vi kender dem godt', 500) },
    }),
    decision: longDecision,
    running,
    problems: [problem('reason', 'reason-needed', '')],
    basisNeeded: true,
    ...beside,
    caller: caller('channel'),
  },
  'handover for the receiver': caseAnswer('handover', caseOf(), viewerOf('receiver', receiverVerbs)),
  'handover in the channel': caseAnswer(
    'handover',
    caseOf(),
    viewerOf('channel', ['handover.accept', 'handover.return', 'handover.ask']),
  ),
  'handover of a pre-starter in the channel': caseAnswer(
    'handover',
    caseOf({ values: { ...values, stage: 'pre-starter', cvr: undefined, companyName: undefined } }),
    viewerOf('channel', ['handover.accept']),
  ),
  'handover at its longest': caseAnswer('handover', fullCase(), viewerOf('receiver', receiverVerbs), {
    notice: { code: 'question-asked', params: { caseId: 'K3F9-QTX2', owner: 'les-791' } },
    problems: [problem('reason', 'reason-needed', '')],
  }),
  'case of the owner': caseAnswer(
    'case',
    caseOf({ status: 'open', owner: 'ehm-midtjylland', handovers: [], assignee: carla }),
    { ...viewerOf('owner', ownerVerbs), organisation: 'ehm-midtjylland' },
  ),
  'case at its longest': caseAnswer('case', fullCase(), viewerOf('owner', ownerVerbs), {
    notice: { code: 'handover-accepted', params: { caseId: 'K3F9-QTX2', owner: 'les-791' } },
  }),
  'case seen by others': caseAnswer('case', fullCase(), viewerOf('other')),
  'case urgent and late': caseAnswer(
    'case',
    caseOf({
      status: 'open',
      priority: 'urgent',
      promise: { ...caseOf().promise, hours: 8, dueAt: '2026-11-21T06:00:00.000Z', broken: true },
    }),
    viewerOf('owner', ['case.contacted', 'case.assign']),
  ),
  'case closed': caseAnswer(
    'case',
    {
      ...fullCase(),
      status: 'closed',
      greyZone: false,
      values,
      handovers: [],
      closedAt: NOW,
      promise: { ...caseOf().promise, answeredAt: NOW },
    },
    viewerOf('owner', ['case.reopen']),
  ),
  'grey zone': caseAnswer(
    'grey-zone',
    caseOf({ status: 'open', greyZone: true, handovers: fullCase().handovers.slice(0, 1) }),
    viewerOf('owner', ['case.settle', 'case.contacted']),
  ),
  'follow-up': caseAnswer(
    'follow-up',
    {
      ...caseOf({ status: 'closed', closedAt: NOW, owner: 'ehm-midtjylland' }),
      outcome: fullCase().outcome,
      followUp: { organisation: 'les-791', dueOn: '2027-02-01', state: 'proposed' },
      promise: { ...caseOf().promise, answeredAt: NOW },
    },
    viewerOf('party', ['followup.accept', 'followup.decline']),
  ),
  'cases none': { kind: 'cases', filter: 'mine', lines: [], page: 1, pages: 1, total: 0, now: NOW },
  cases: {
    kind: 'cases',
    filter: 'office',
    lines: [
      line,
      {
        ...line,
        caseId: 'B2B2-C3C3',
        title: 'Bækmarksbro Møbler',
        broken: true,
        status: 'open',
        offeredTo: null,
        dueAt: '2026-11-20T14:00:00.000Z',
      },
      {
        ...line,
        caseId: 'D4D4-F5F5',
        title: null,
        status: 'answered',
        answeredAt: NOW,
        offeredTo: null,
        assignee: anna,
      },
      {
        ...line,
        caseId: 'G6G6-H7H7',
        title: 'Å & Ø Transport',
        urgent: true,
        offeredTo: null,
        status: 'open',
      },
      {
        ...line,
        caseId: '0b6f2d7e-6f0a-4b1e-9a52-0c4f3a8e77d1',
        title: 'Nørre Bager',
        status: 'draft',
        offeredTo: null,
      },
    ],
    page: 2,
    pages: 3,
    total: 23,
    now: NOW,
  },
  'cases at their longest': {
    kind: 'cases',
    filter: 'not-in-crm',
    sentAgain: 0,
    lines: Array.from({ length: 10 }, () => ({
      ...line,
      title: longValues.companyName ?? '',
      urgent: true,
      broken: true,
    })),
    page: 2,
    pages: 999,
    total: 9_990,
    now: NOW,
  },
  'found none': {
    kind: 'found',
    searched: { words: 'bageren', municipality: '791' },
    lines: [],
    known: [],
    more: false,
    now: NOW,
  },
  found: {
    kind: 'found',
    searched: { words: '', number: '40411234' },
    lines: [line, { ...line, caseId: 'D4D4-F5F5', title: null }],
    known: [
      { ...running, company: 'Hansen Teknik ApS' },
      { ...running, caseId: 'CRM-17', ours: false, company: null },
    ],
    more: true,
    now: NOW,
  },
  ...OUTREACH_SAMPLES,
  ...FIGURES_SAMPLES,
  ...DIGEST_SAMPLES,
  ...OFFERS_SAMPLES,
  ...ADVISERS_SAMPLES,
  terms: { kind: 'terms', terms: ['grey-zone', 'joint-course'] },
  rule: { kind: 'rule', rule: 'O10' },
  door: {
    kind: 'door',
    area: 'internationalisation',
    ways: AGREED_RULES.owners.slice(0, 3).map(({ reason }, at) => ({
      organisation: (['ehm-midtjylland', 'digital', null] as const)[at] ?? null,
      reason,
    })),
  },
  office: {
    kind: 'office',
    office: officesOf(DEMO_OFFICES)('les-791'),
    matter: 'hours',
    people: [{ id: 'anna-holm', name: 'Anna Holm' }],
  },
  'office without a number': {
    kind: 'office',
    office: officesOf(new Map())('ehm-fyn'),
    matter: 'phone',
    people: [],
  },
  'small talk': { kind: 'small-talk', about: 'thanks' },
  which: { kind: 'which', text: 'mødet om strategi er flyttet' },
  'which of a long text': { kind: 'which', text: 'x'.repeat(1_001) },
  'running case': {
    kind: 'running-case',
    running,
    mayAdd: true,
    notice: {
      code: 'done',
      params: { verb: 'case.add-contact', event: 'contact-added', caseId: 'K3F9-QTX2' },
    },
  },
};
