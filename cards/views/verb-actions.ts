import { VERB_LABELS, VERB_MEANINGS } from '../../dialogs/case-labels.ts';
import { ACTOR_LABELS, BASIS_LABELS, REGISTERED_SEGMENT_LABELS } from '../../dialogs/labels.ts';
import { sayIn } from '../../dialogs/say.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CaseVerb } from '../../src/core/command.ts';
import type { FieldProblem } from '../../src/core/intake/draft.ts';
import { lesOf, type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import { ACTORS, BASES, type Language, REGISTERED_SEGMENTS } from '../../src/core/vocabulary.ts';
import type { Input, ViewAction } from '../view.ts';
import { choices, organisationInput, returnReasonInput, textInput } from './inputs.ts';
import { button } from './parts.ts';
import { typedForm } from './typed-form.ts';

/** Verbs as buttons, the one most often needed first. */
const ORDER: readonly CaseVerb[] = [
  'handover.accept',
  'followup.accept',
  'case.settle',
  'handover.answer',
  'case.contacted',
  'handover.ask',
  'handover.return',
  'handover.advise',
  'handover.forward',
  'case.close',
  'case.continue',
  'case.reopen',
  'case.assign',
  'followup.decline',
  'case.basis',
  'handover.offer',
  'handover.withdraw',
  'case.wait',
  'case.add-contact',
  'case.invite',
  'case.leave',
  'case.withdraw',
  'case.withdraw-basis',
  'case.mark-error',
];

/** Of these the first that is there stands out: two buttons that stand out say nothing. */
const PRIMARY: readonly CaseVerb[] = [
  'handover.accept',
  'followup.accept',
  'case.settle',
  'handover.answer',
  'case.contacted',
];
const DANGER: readonly CaseVerb[] = ['case.mark-error', 'case.withdraw', 'case.withdraw-basis'];

/** What a verb's form asks for. */
function formOf(verb: CaseVerb, kase: Case, viewer: Viewer, language: Language): readonly Input[] {
  const say = sayIn(language);
  const optionalNote = textInput('note', say('Bemærkning (kan udelades)', 'Note (optional)'), {
    required: false,
  });
  const reason = (label = say('Begrundelse', 'Reason')) => textInput('reason', label, { required: true });
  switch (verb) {
    case 'handover.accept':
    case 'handover.withdraw':
    case 'case.continue':
    case 'case.leave':
    case 'case.withdraw-basis':
    case 'followup.accept':
    case 'case.contacted':
      return [];
    case 'handover.return':
      return [returnReasonInput(language), reason()];
    case 'handover.ask':
      return [textInput('text', say('Dit spørgsmål', 'Your question'), { required: true })];
    case 'handover.answer':
      return [textInput('text', say('Dit svar', 'Your answer'), { required: true })];
    case 'handover.advise':
      return [
        textInput('text', say('Dit råd til afsenderen', 'Your advice to the sender'), { required: true }),
      ];
    case 'case.add-contact':
      return [textInput('text', say('Hvad drejer det sig om?', 'What is it about?'))];
    case 'handover.forward':
    case 'handover.offer':
      return [organisationInput(language, present(kase)), reason(say('Hvorfor dem?', 'Why them?'))];
    case 'case.invite':
      return [invitedInput(kase, language)];
    case 'case.assign':
      return [
        textInput('person', say('Kollega', 'Colleague'), {
          required: true,
          multiline: false,
          placeholder: say('Navn – eller "mig"', 'Name – or "me"'),
        }),
      ];
    case 'case.wait':
      return [optionalNote];
    case 'case.reopen':
    case 'case.withdraw':
    case 'case.mark-error':
    case 'followup.decline':
      return [reason()];
    case 'case.settle':
      return settleForm(kase, viewer, language);
    case 'case.basis':
      return [
        {
          kind: 'choice',
          id: 'kind',
          label: say('Må vi dele oplysningerne?', 'May the information be shared?'),
          value: [],
          choices: choices(BASES, BASIS_LABELS, language),
          expanded: true,
          required: true,
        },
      ];
    case 'case.close':
      return closeForm(kase, language);
    default: {
      const never: never = verb;
      return never;
    }
  }
}

/** Those who have or are offered the case now: sending it to them makes no sense. */
function present(kase: Case): readonly OrganisationId[] {
  const open = kase.handovers.find(({ state }) => state === 'offered');
  return open ? [kase.owner, open.to] : [kase.owner];
}

/** The organisations that a case has been with, and the local office. */
function near(kase: Case): readonly OrganisationId[] {
  const local = kase.values.municipality ? [lesOf(kase.values.municipality)] : [];
  const all = [kase.owner, ...kase.handovers.flatMap(({ from, to }) => [from, to]), ...local, ...kase.joint];
  return [...new Set(all)];
}

function invitedInput(kase: Case, language: Language): Input {
  const say = sayIn(language);
  const likely = near(kase).find((one) => one !== kase.owner);
  return textInput('organisation', say('Hvem skal med?', 'Whom to invite?'), {
    required: true,
    multiline: false,
    placeholder: likely ? organisationName(likely) : 'Erhvervshus Midtjylland',
  });
}

function settleForm(kase: Case, viewer: Viewer, language: Language): readonly Input[] {
  const say = sayIn(language);
  // A coordinator takes a case or leaves it; nobody can put it on another organisation's desk.
  const all = [...new Set([kase.owner, ...(viewer.organisation ? [viewer.organisation] : [])])];
  return [
    {
      kind: 'choice',
      id: 'organisation',
      label: say('Hvem tager sagen?', 'Who takes the case?'),
      value: [kase.owner],
      choices: all.map((value) => ({ value, title: organisationName(value) })),
      required: true,
      expanded: true,
    },
    { kind: 'toggle', id: 'joint', label: say('Som fælles forløb', 'As a joint course'), value: false },
    textInput('reason', say('Begrundelse', 'Reason')),
  ];
}

function closeForm(kase: Case, language: Language): readonly Input[] {
  const say = sayIn(language);
  const services = kase.decision.services.map((service) => ({ value: service, title: service }));
  const referred = new Set(kase.decision.referrals.map(({ actor }) => actor));
  const fromLes = kase.handovers.some(({ from, state }) => state === 'accepted' && from.startsWith('les-'));
  return [
    {
      kind: 'choice',
      id: 'services',
      label: say('Givne ydelser', 'Services given'),
      value: [],
      choices: services.length > 0 ? services : [{ value: '1:1 vejledning', title: '1:1 vejledning' }],
      multiple: true,
    },
    {
      kind: 'choice',
      id: 'referredTo',
      label: say('Henvist videre til', 'Referred on to'),
      value: [],
      choices: choices(
        ACTORS.filter((actor) => referred.has(actor) || ['private-adviser', 'digital'].includes(actor)),
        ACTOR_LABELS,
        language,
      ),
      multiple: true,
    },
    {
      kind: 'toggle',
      id: 'selfHelpUsed',
      label: say('Et digitalt selvhjælpsværktøj er brugt', 'A digital self-help tool was used'),
      value: false,
    },
    {
      kind: 'choice',
      id: 'segment',
      label: say('Segment', 'Segment'),
      value:
        kase.values.segment && kase.values.segment !== 'unknown'
          ? [kase.values.segment]
          : kase.values.stage === 'pre-starter'
            ? ['not-relevant']
            : [],
      choices: choices(REGISTERED_SEGMENTS, REGISTERED_SEGMENT_LABELS, language),
      required: true,
    },
    ...(kase.values.cvr || kase.values.stage === 'pre-starter'
      ? []
      : [
          {
            kind: 'text',
            id: 'cvr',
            label: say('CVR-nummer (kendes ikke endnu)', 'CVR number (not known yet)'),
            value: '',
            maxLength: 20,
          } as const,
        ]),
    ...(fromLes
      ? [
          textInput('actionPlan', say('Handlingsplan', 'Action plan')),
          textInput('followUpOn', say('Opfølgning hos LES (dato)', 'Follow-up at LES (date)'), {
            multiline: false,
            placeholder: '2027-02-01',
          }),
        ]
      : []),
    textInput('note', say('Bemærkning', 'Note')),
  ];
}

/** A form with what was typed before and refused: nobody types a reason twice. */
function retyped(form: readonly Input[], problems: readonly FieldProblem[]): readonly Input[] {
  return form.map((input) => {
    const typed = problems.find(({ field }) => field === input.id)?.typed;
    return typed && input.kind === 'text' ? { ...input, value: typed } : input;
  });
}

/** The buttons of a case for this viewer: exactly the verbs the state table gives them, most useful first. */
export function verbActions(
  kase: Case,
  viewer: Viewer,
  problems: readonly FieldProblem[],
  language: Language,
): ViewAction[] {
  const primary = PRIMARY.find((verb) => viewer.verbs.includes(verb));
  return ORDER.filter((verb) => viewer.verbs.includes(verb)).map((verb) =>
    button(
      VERB_LABELS[verb][language],
      { name: 'case-action', verb, caseId: kase.id, revision: kase.revision, input: {} },
      typedForm(verb, kase.id, language),
      {
        tone: verb === primary ? 'primary' : DANGER.includes(verb) ? 'danger' : 'default',
        meaning: VERB_MEANINGS[verb]?.[language],
        form: retyped(formOf(verb, kase, viewer, language), problems),
      },
    ),
  );
}
