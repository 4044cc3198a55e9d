import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { BASIS_TEXT_VERSION } from '../../src/core/case/basis-text.ts';
import { isToHouse } from '../../src/core/case/to-house.ts';
import { type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import type { BasisKind, Language } from '../../src/core/vocabulary.ts';
import type { ViewAction } from '../view.ts';
import { organisationInput, textInput, toolsField } from './inputs.ts';
import { button, doorName } from './parts.ts';
import { crisisActions } from './register.ts';

export type DecisionAnswer = Extract<Answer, { kind: 'decision' }>;

/** The receiver: the owner by the rules, or the person's own choice. */
export function goalOf({ decision, draft }: DecisionAnswer): OrganisationId | 'digital' {
  return draft.override?.organisation ?? decision.owner.organisation;
}

/** Whether confirming adds to the company's running case instead of opening a second one (O2). */
export function addsTo({ running, decision, draft }: DecisionAnswer): boolean {
  return running?.ours === true && decision.joinsRunning && draft.override === null;
}

/** The office that gets the case by this decision, as its name on the card. */
export function goalName(answer: DecisionAnswer): string {
  return doorName({ ...answer.decision.owner, organisation: goalOf(answer) });
}

/** Whether the case goes to another organisation, unless the company declined sharing. */
export function goesElsewhere(answer: DecisionAnswer): boolean {
  const goal = addsTo(answer) ? answer.running?.owner : goalOf(answer);
  return goal !== 'digital' && goal !== answer.draft.organisation;
}

/** Whether the case stays here because the company declined sharing. */
export function isKept(answer: DecisionAnswer): boolean {
  return answer.draft.values.consent === 'declined' && goesElsewhere(answer);
}

/** Whether the card asks whom to call: the one question of a crisis, which holds nothing up. */
export function asksWhomToCall({ decision, draft }: DecisionAnswer): boolean {
  return decision.priority === 'urgent' && draft.values.contactPhone === undefined;
}

/** A button that creates the case, or adds the enquiry to the running one. */
function confirm(
  answer: DecisionAnswer,
  title: string,
  typedForm: string,
  input: Readonly<Record<string, string>>,
  more: Parameters<typeof button>[3] = {},
): ViewAction {
  const { draft, anyway } = answer;
  return button(
    title,
    {
      name: 'intake',
      verb: 'intake.confirm',
      draftId: draft.id,
      revision: draft.revision,
      input: {
        ...input,
        // What the card shows: where it is otherwise by now, it is shown again instead.
        ...((input.consent ?? draft.values.consent) !== 'declined' && {
          ...(answer.form !== null && { handover: answer.form }),
          door: goalOf(answer),
        }),
        ...(anyway && { anyway: 'true' }),
      },
    },
    typedForm,
    // What the card asks is sent with whichever button.
    { withInputs: asksWhomToCall(answer) || answer.asksTool, ...more },
  );
}

/** The buttons that create the case, or add the enquiry to the running one. */
export function confirmActions(answer: DecisionAnswer, language: Language): ViewAction[] {
  const { decisionCard, typed } = sentencesIn(language);
  const adds = addsTo(answer) && !answer.anyway;
  const words = basisWords(answer, adds, language);
  const withBasis = (kind: BasisKind, typedForm: string) =>
    confirm(answer, words[kind].title, typedForm, { consent: kind }, { meaning: words[kind].meaning });
  const consent = withBasis('consent', typed.confirmWithConsent);
  const plain = (title: string) => confirm(answer, title, typed.confirm, {}, { tone: 'primary' });
  if (isKept(answer)) return [plain(decisionCard.keepCase), consent];
  if (!answer.basisNeeded) return [plain(confirmTitle(answer, adds, language))];
  // No basis is nudged: which of the three it is, only the company can tell.
  return [
    consent,
    withBasis('public-task', typed.confirmPublicTask),
    withBasis('declined', typed.confirmDeclined),
  ];
}

/** The button of a consent that covers more than this case, where a basis is asked for. */
function consentToAll(answer: DecisionAnswer, language: Language): ViewAction[] {
  if (!answer.basisNeeded) return [];
  const { basisText, decisionCard, typed } = sentencesIn(language);
  const scope = 'all-public-business-service';
  return [
    confirm(
      answer,
      decisionCard.consentToAll,
      typed.confirmConsentToAll,
      { consent: 'consent', basisScope: scope },
      { meaning: basisText.readOut(basisText.texts[scope], BASIS_TEXT_VERSION) },
    ),
  ];
}

/** What the button of each basis says: whether the case is sent on with it, or opened here. */
function basisWords(answer: DecisionAnswer, adds: boolean, language: Language) {
  const { decisionCard } = sentencesIn(language);
  const door = goalName(answer);
  const own = organisationName(answer.draft.organisation);
  const words = goesElsewhere(answer)
    ? {
        consent: {
          title: answer.form === 'joint' ? decisionCard.jointWithConsent : decisionCard.sendWithConsent,
          meaning: decisionCard.agreed(door),
        },
        'public-task': {
          title: answer.form === 'joint' ? decisionCard.jointAsPublicTask : decisionCard.sendAsPublicTask,
          meaning: decisionCard.isPublicTask(door),
        },
        declined: { title: decisionCard.keepAsDeclined, meaning: decisionCard.hasDeclined(own) },
      }
    : {
        consent: { title: decisionCard.createWithConsent, meaning: decisionCard.agreedToRegister },
        'public-task': { title: decisionCard.createAsPublicTask, meaning: decisionCard.isPublicTaskHere },
        declined: { title: decisionCard.onlyHere, meaning: decisionCard.hasDeclinedToRegister(own) },
      };
  if (!adds) return words;
  return {
    consent: { ...words.consent, title: decisionCard.addWithConsent },
    'public-task': { ...words['public-task'], title: decisionCard.addAsPublicTask },
    declined: words.declined,
  };
}

function confirmTitle(answer: DecisionAnswer, adds: boolean, language: Language): string {
  const { decisionCard } = sentencesIn(language);
  if (adds) return decisionCard.addToThatCase;
  const goal = goalOf(answer);
  if (goal === 'digital') return decisionCard.confirm;
  if (goal === answer.draft.organisation) return decisionCard.createHere;
  const name = organisationName(goal);
  return answer.form === 'joint' ? decisionCard.startJoint(name) : decisionCard.sendTo(name);
}

/** The button that chooses the other form of a handover to the Erhvervshus: the one that is offered second. */
function otherForm(answer: DecisionAnswer, language: Language): ViewAction[] {
  const { decisionCard, typed } = sentencesIn(language);
  const { draft, form } = answer;
  const goal = goalOf(answer);
  if (form === null || goal === 'digital' || isKept(answer)) return [];
  if (form === 'takeover' && !isToHouse({ from: draft.organisation, to: goal })) return [];
  const other = form === 'joint' ? 'takeover' : 'joint';
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision } as const;
  return [
    button(
      decisionCard.otherForm[other],
      { ...command, verb: 'intake.correct', input: { handover: other } },
      typed.correctHandover[other],
    ),
  ];
}

/** The buttons beside those that create the case. */
export function otherActions(answer: DecisionAnswer, language: Language): ViewAction[] {
  const { buttons, caseLabels, decisionCard, typed } = sentencesIn(language);
  const { draft, decision, advised } = answer;
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision, input: {} } as const;
  const goal = goalOf(answer);
  return [
    ...crisisActions(draft, language),
    ...(addsTo(answer) && !answer.anyway
      ? [
          button(
            decisionCard.createAllTheSame,
            { ...command, verb: 'intake.confirm', input: { anyway: 'true' } },
            typed.confirmNewCase,
          ),
        ]
      : []),
    ...(decision.missing.length > 0
      ? [
          button(decisionCard.answerThat, { ...command, verb: 'intake.guided' }, typed.guided, {
            meaning: decisionCard.answerWhatIsMissing,
          }),
        ]
      : []),
    ...(advised
      ? [
          button(
            decisionCard.useAdvised(doorName(advised)),
            { ...command, verb: 'intake.submit' },
            typed.submit,
          ),
        ]
      : []),
    ...consentToAll(answer, language),
    ...otherForm(answer, language),
    button(
      caseLabels.field.tools,
      { ...command, verb: 'intake.correct', input: { question: 'tools' } },
      typed.correctTools,
      { form: [toolsField(draft.values, { language, problems: [], sources: {} })] },
    ),
    button(decisionCard.correct, { ...command, verb: 'intake.edit' }, typed.edit),
    button(decisionCard.chooseAnother, { ...command, verb: 'intake.override' }, typed.otherOwner, {
      form: [
        organisationInput(language, goal === 'digital' ? [] : [goal]),
        textInput('reason', decisionCard.why, { required: true, placeholder: decisionCard.reasonIsKept }),
      ],
    }),
    button(buttons.cancel, { ...command, verb: 'intake.cancel' }, typed.cancel),
  ];
}
