import { momentWords } from '../../dialogs/dates.ts';
import { listOf } from '../../dialogs/list-of.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { BASIS_TEXT_VERSION } from '../../src/core/case/basis-text.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import type { IntakeValues } from '../../src/core/intake/draft.ts';
import type { ToolLinks } from '../../src/core/offers/tool-links.ts';
import { organisationName } from '../../src/core/organisation.ts';
import { actorOn } from '../../src/core/triage/actors.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, View } from '../view.ts';
import { adviceBlocks, whyBlocks } from './advice.ts';
import { callerBlocks, reachBlocks } from './caller.ts';
import {
  addsTo,
  asksWhomToCall,
  confirmActions,
  type DecisionAnswer,
  goalName,
  goalOf,
  goesElsewhere,
  isKept,
  otherActions,
} from './decision-actions.ts';
import { needBlocks } from './decision-needs.ts';
import { problemLine, textField, textInput } from './inputs.ts';
import { localBlocks } from './local.ts';
import { doorName, paragraph, phoneWords } from './parts.ts';
import { readBlock } from './read-line.ts';
import { candidateBlocks, standingBlocks } from './register.ts';
import { runningSentence } from './running-case.ts';
import { toolLinkBlocks } from './tool-links.ts';

/** Warnings to read before confirming. */
function cautionBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const { buttons, decisionCard, labels, register } = sentencesIn(language);
  const { decision } = answer;
  const callout = (tone: 'warning' | 'attention' | 'default', text: string): Block => ({
    kind: 'callout',
    tone,
    text,
  });
  return [
    ...standingBlocks(answer.draft.values, language, register.chooseCrisis(buttons.treatAsCrisis)),
    ...(answer.running ? [callout('warning', runningSentence(answer.running, language))] : []),
    ...(decision.greyZone ? [callout('warning', decisionCard.greyZone)] : []),
    ...(decision.missing.length > 0
      ? [
          callout(
            'warning',
            decisionCard.mayChange(
              listOf(
                decision.missing.map((fact) => labels.missing[fact]),
                language,
              ),
            ),
          ),
        ]
      : []),
    ...decision.warnings.map((warning) => callout('warning', labels.warning[warning])),
  ];
}

/** Why this door: the rule that chose it, or the person who chose another one, with the reason. */
function reasonBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const { override } = answer.draft;
  const { caseCard, decisionCard } = sentencesIn(language);
  if (!override || !answer.advised)
    return [
      {
        kind: 'section',
        title: caseCard.whyHere,
        folded: true,
        blocks: whyBlocks(answer.decision, language),
      },
    ];
  const chosen = organisationName(override.organisation);
  return [
    ...paragraph(decisionCard.youChose(chosen, doorName(answer.advised))),
    ...paragraph(decisionCard.becauseOf(override.reason)),
  ];
}

/** The fields that stand on the card, with their problems. */
function fieldsOf(answer: DecisionAnswer): readonly string[] {
  return [
    ...(answer.basisNeeded ? ['consent'] : []),
    ...(asksWhomToCall(answer) ? ['contactName', 'contactPhone'] : []),
    ...(answer.asksTool ? ['noTool'] : []),
  ];
}

/** The parts of an urgent case's card: whom to call, and the basis that was preset. */
function crisisBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const { decisionCard, labels } = sentencesIn(language);
  const { values, sources } = answer.draft;
  const state = { language, problems: answer.problems, sources: {} };
  return [
    ...(asksWhomToCall(answer)
      ? [
          { kind: 'text', strong: true, text: decisionCard.whomToCall } as const,
          {
            kind: 'pair',
            inputs: [
              textField('contactName', answer.shared ? undefined : values.contactName, state, {
                maxLength: 100,
              }),
              textField('contactPhone', undefined, state, { maxLength: 30, style: 'tel' }),
            ],
          } as const,
        ]
      : []),
    ...(sources.consent === 'derived' && values.consent !== undefined
      ? paragraph(decisionCard.presetBasis(labels.basis[values.consent].toLowerCase()), { subtle: true })
      : []),
  ];
}

/** The door: that it is urgent, what to tell the caller, what the office will do, and why it is this one. */
function doorBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const { caller, decision, draft } = answer;
  const { decisionCard, labels } = sentencesIn(language);
  // Two moments side by side are read as two promises.
  const due = caller?.by ? null : momentWords(answer.dueAt, draft.updatedAt, language);
  return [
    ...(decision.priority === 'urgent'
      ? [
          {
            kind: 'callout',
            tone: 'attention',
            text: decision.services.includes('Early Warning')
              ? decisionCard.crisis(due)
              : decisionCard.urgent(due),
          } as const,
        ]
      : []),
    ...callerBlocks(caller, draft.updatedAt, language),
    ...(caller?.office.organisation === draft.organisation ? [] : reachBlocks(caller, language)),
    ...crisisBlocks(answer, language),
    {
      kind: 'text',
      text: decisionCard.nextStep(
        labels.plan[decision.plan],
        goalOf(answer) === draft.organisation ? undefined : goalName(answer),
      ),
    },
    ...reasonBlocks(answer, language),
  ];
}

/** That the case stays here because the company declined sharing, and how the company reaches the other office itself. */
function declinedBlocks(answer: DecisionAnswer, language: Language): Block[] {
  if (!isKept(answer)) return [];
  const { decisionCard } = sentencesIn(language);
  const phone = phoneWords(answer.other?.phone ?? undefined);
  const [own, door] = [organisationName(answer.draft.organisation), goalName(answer)];
  const text =
    phone === undefined ? decisionCard.declined(own, door) : decisionCard.declinedCall(own, door, phone);
  return [{ kind: 'callout', tone: 'warning', text }];
}

/** The self-help tools that are registered with the case. */
function selfHelpBlocks({ tools = [] }: IntakeValues, links: ToolLinks, language: Language): Block[] {
  const { caseLabels, registration } = sentencesIn(language);
  const names = tools.map((tool) => registration.tool[tool]).join(', ');
  return names === ''
    ? []
    : [...paragraph(`${caseLabels.field.tools}: ${names}`), ...toolLinkBlocks(tools, links, language)];
}

/** How the other organisation comes in, where it does not take the case; and Væksthjulet, where it is asked for. */
function toHouseBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const { decisionCard } = sentencesIn(language);
  const own = organisationName(answer.draft.organisation);
  const problem = answer.problems.find(({ field }) => field === 'noTool');
  return [
    ...(answer.form === 'joint' && !isKept(answer)
      ? paragraph(decisionCard.jointly(own, goalName(answer)))
      : []),
    ...(answer.asksTool
      ? [
          { kind: 'text', strong: true, text: decisionCard.asksTool } as const,
          {
            kind: 'input',
            input: {
              ...textInput('noTool', decisionCard.whyNoTool, { multiline: false }),
              ...(problem && { problem: problemLine(problem, language) }),
            },
          } as const,
        ]
      : []),
  ];
}

/** Whether confirming was refused because the basis is missing. */
function isUnconfirmed({ basisNeeded, problems }: DecisionAnswer): boolean {
  return basisNeeded && problems.some(({ field }) => field === 'consent');
}

/** The title: whose door it is, or that nothing has been created yet because the basis is missing. */
function titleOf(answer: DecisionAnswer, language: Language): string {
  const { decisionCard } = sentencesIn(language);
  const { decision, draft } = answer;
  if (isUnconfirmed(answer))
    return addsTo(answer) && !answer.anyway ? decisionCard.notAddedYet : decisionCard.notCreatedYet;
  const door = doorName(decision.owner);
  if (draft.override) return decisionCard.chosenDoor(door);
  return decision.owner.organisation === draft.organisation
    ? decisionCard.ownDoor(door)
    : decisionCard.rightDoor(door);
}

/** Whose door it is, and what to tell the caller. Undefined where something is to be mended first. */
function summaryOf(answer: DecisionAnswer, title: string, language: Language): string | undefined {
  const [first] = callerBlocks(answer.caller, answer.draft.updatedAt, language);
  if (answer.problems.length > 0 || first?.kind !== 'text') return undefined;
  return `${title}. ${first.text}.`;
}

/**
 * The decision: owner, reasons, recommendations and missing facts, with buttons to confirm, correct, override or
 * cancel.
 */
export function decisionView(answer: DecisionAnswer, language: Language): View {
  const sentences = sentencesIn(language);
  const { basisText, decisionCard, labels } = sentences;
  const { decision, draft } = answer;
  const door = goalName(answer);
  const day = danishDate(draft.updatedAt);
  const advice = adviceBlocks(decision, day, language, answer.toolLinks);
  const urgent = decision.priority === 'urgent' ? sentences.caseCard.urgent : '';
  const otherProblems = answer.problems.filter(({ field }) => !fieldsOf(answer).includes(field));
  return {
    language,
    title: `${urgent}${titleOf(answer, language)}`,
    summary: summaryOf(answer, `${urgent}${titleOf(answer, language)}`, language),
    tone: decision.priority === 'urgent' ? 'attention' : 'good',
    blocks: [
      ...readBlock(draft, { language, shared: answer.shared, addable: true }),
      ...(isUnconfirmed(answer) ? paragraph(decisionCard.rightDoor(door)) : []),
      ...doorBlocks(answer, language),
      ...paragraph(goalOf(answer) === 'digital' ? actorOn('digital', day).link : undefined, { subtle: true }),
      ...candidateBlocks(draft, answer.candidates, language),
      ...cautionBlocks(answer, language),
      ...otherProblems.map(
        (problem): Block => ({
          kind: 'callout',
          tone: 'attention',
          text: problemLine(problem, language),
        }),
      ),
      ...needBlocks(answer, language),
      ...localBlocks(answer.local, language),
      ...selfHelpBlocks(draft.values, answer.toolLinks ?? {}, language),
      ...decision.notes.flatMap((note) => paragraph(labels.note[note], { subtle: true })),
      ...(advice.length > 0
        ? [{ kind: 'section', title: sentences.advice.title, folded: true, blocks: advice } as const]
        : []),
      ...declinedBlocks(answer, language),
      ...toHouseBlocks(answer, language),
      ...(answer.basisNeeded
        ? [
            {
              kind: 'text',
              strong: true,
              text: goesElsewhere(answer) ? decisionCard.mayShare(door) : decisionCard.mayRegister,
            } as const,
            {
              kind: 'text',
              subtle: true,
              text: basisText.readOut(basisText.texts['this-case'], BASIS_TEXT_VERSION),
            } as const,
          ]
        : []),
    ],
    actions: [...confirmActions(answer, language), ...otherActions(answer, language)],
    refresh: null,
  };
}
