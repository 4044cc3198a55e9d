import { clockWords } from '../../dialogs/clock-words.ts';
import { dateWords } from '../../dialogs/dates.ts';
import { noticeWords } from '../../dialogs/notice-words.ts';
import { notificationWords } from '../../dialogs/notification-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { verbTexts } from '../../dialogs/verb-words.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import { openHandover } from '../../src/core/case/derived.ts';
import { toneOf as noticeTone } from '../../src/core/case/notice-rules.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { MAX_SUMMARY } from '../text.ts';
import type { Block, Glance, Tone, View, ViewAction } from '../view.ts';
import { adviceBlocks, whyBlocks } from './advice.ts';
import { callerBlocks, reachBlocks } from './caller.ts';
import { chatFacts } from './chat-facts.ts';
import { correctionBlocks, doorBlocks } from './correction.ts';
import { enquiryBlocks } from './enquiries.ts';
import {
  attemptBlocks,
  callBackBlocks,
  cameBackBlocks,
  handoverBlocks,
  openQuestions,
  questionBlocks,
  remarkBlocks,
} from './handovers.ts';
import { historyBlocks } from './history.ts';
import { problemLine } from './inputs.ts';
import { localBlocks } from './local.ts';
import { mergedBlocks } from './merged.ts';
import { areasLine, button, contactTexts, doorName, facts, paragraph } from './parts.ts';
import { standingBlocks } from './register.ts';
import { outcomeBlocks } from './registered.ts';
import { unsavedBlocks } from './retyped.ts';
import { taskBlocks } from './task.ts';
import { verbActions } from './verb-actions.ts';
import { type Visible, visibleIn } from './visible.ts';

type CaseAnswer = Extract<Answer, { kind: 'case' }>;

const ENDED: readonly Case['status'][] = ['closed', 'withdrawn', 'entered-in-error'];

/** The title: the company, and the action that this card asks of its reader. */
function titleOf(answer: CaseAnswer, visible: Visible, language: Language): string {
  const { caseCard } = sentencesIn(language);
  switch (answer.card) {
    case 'handover':
    case 'case':
      return visible.name;
    case 'grey-zone':
      if (!answer.case.greyZone) return visible.name;
      return caseCard.greyZoneTitle(visible.name);
    case 'follow-up':
      return caseCard.followUpTitle(visible.name);
    case 'task':
      return caseCard.taskTitle(visible.name);
    default: {
      const never: never = answer.card;
      return never;
    }
  }
}

/** The state of the case: its owner and the receiver of an open offer. */
function standing(answer: CaseAnswer, language: Language): string {
  const { caseCard } = sentencesIn(language);
  const { case: kase } = answer;
  const number = caseCard.number(kase.id);
  const owner = organisationName(kase.owner);
  const open = openHandover(kase);
  if (open) {
    return `${caseCard.handsOver(organisationName(open.from), organisationName(open.to))} · ${number}`;
  }
  const holder = kase.assignee ? `${owner}, ${kase.assignee.name}` : owner;
  return `${statusOf(kase, language)} · ${holder} · ${number}`;
}

function statusOf({ status, mergedInto }: Case, language: Language): string {
  const { caseCard, caseLabels } = sentencesIn(language);
  return mergedInto === undefined ? caseLabels.status[status] : caseCard.merged;
}

/** The same in parts: its status, who has it or is asked to take it, and its number. */
function glanceOf({ case: kase }: CaseAnswer, language: Language): Glance {
  const { caseCard, caseLabels } = sentencesIn(language);
  const open = openHandover(kase);
  const offices = open ? [open.from, open.to] : [kase.owner];
  const person = open ? undefined : kase.assignee?.name;
  return {
    status: open ? caseLabels.handover.offered : statusOf(kase, language),
    rest: [
      { kind: 'office', text: offices.map(organisationName).join(' → ') },
      ...(person === undefined ? [] : [{ kind: 'person', text: person } as const]),
      { kind: 'number', text: caseCard.number(kase.id) },
    ],
  };
}

function clockBlock(answer: CaseAnswer, visible: Visible, language: Language): Block[] {
  const { case: kase } = answer;
  if (!visible.outline) return [];
  if (kase.status === 'withdrawn' || kase.status === 'entered-in-error') return [];
  return [{ kind: 'callout', ...clockWords(kase.promise, answer.now, language) }];
}

function companyFacts(kase: Case, visible: Visible, language: Language): Block[] {
  const { basisText, caseCard, labels, profile } = sentencesIn(language);
  const { values, basis } = kase;
  const contact = visible.contact ? contactTexts(values) : [];
  const stage = values.stage && values.stage !== 'unknown' ? labels.stageShort[values.stage] : undefined;
  const basisWords = basis
    ? basis.withdrawnAt
      ? caseCard.basisWithdrawn
      : [
          `${labels.basis[basis.kind]} (${basis.obtainedBy.name})`,
          basis.scope && basisText.covers(labels.basisScope[basis.scope]),
          basis.textVersion && basisText.version(basis.textVersion),
        ]
          .filter((part) => part)
          .join(', ')
    : undefined;
  return facts([
    [caseCard.contact, contact],
    [caseCard.email, visible.contact ? values.contactEmail : undefined],
    [caseCard.need, areasLine(values, language)],
    [caseCard.municipality, values.municipality && findMunicipality(values.municipality)?.name],
    [
      caseCard.company,
      [
        stage,
        values.form,
        values.employees === undefined ? undefined : profile.employees(values.employees),
        visible.contact && values.cvr ? `CVR ${values.cvr}` : undefined,
      ]
        .filter((part) => part)
        .join(' · '),
    ],
    [caseCard.basis, visible.contact ? basisWords : undefined],
  ]);
}

/** What the company said, for viewers who may read it. */
function noteBlocks(kase: Case, visible: Visible, language: Language): Block[] {
  const { labels } = sentencesIn(language);
  if (!visible.notes) {
    return visible.contact || kase.erasedAt
      ? []
      : paragraph(sentencesIn(language).caseCard.onlyForParties, { subtle: true });
  }
  return [
    ...(kase.values.description ? [{ kind: 'text', text: kase.values.description } as const] : []),
    ...kase.contacts.slice(-5).flatMap(({ at, by, text, areas = [], person }): Block[] => {
      const needs = areas.map((area) => labels.area[area]).join(', ');
      const words = [needs, text, person].filter((part) => part).join(' – ');
      if (words === '') return [];
      return [{ kind: 'text', subtle: true, text: `${dateWords(at, language)}, ${by.name}: ${words}` }];
    }),
  ];
}

function toneOf(answer: CaseAnswer): Tone {
  const { case: kase } = answer;
  if (answer.card === 'grey-zone') return 'warning';
  if (ENDED.includes(kase.status)) return 'default';
  return kase.priority === 'urgent' ? 'attention' : 'default';
}

function greyZoneBlocks(answer: CaseAnswer, language: Language): Block[] {
  const { caseCard } = sentencesIn(language);
  if (!answer.case.greyZone || ENDED.includes(answer.case.status)) return [];
  return [
    {
      kind: 'callout',
      tone: 'warning',
      text:
        answer.card === 'grey-zone'
          ? caseCard.greyZoneForOffices(organisationName(answer.case.owner))
          : caseCard.greyZone,
    },
  ];
}

/** The reason for the owner: the rule, or the person who chose another organisation and why. */
function reasonBlocks(kase: Case, visible: Visible, language: Language): Block[] {
  const { owner } = kase.decision;
  // The rule explains the door that the case did not go to.
  const isKept =
    kase.basis?.kind === 'declined' && kase.handovers.length === 0 && owner.organisation !== kase.owner;
  if (isKept && owner.organisation !== 'digital')
    return paragraph(
      sentencesIn(language).caseCard.keptHere(
        organisationName(kase.owner),
        organisationName(owner.organisation),
      ),
    );
  if (!kase.override) return whyBlocks(kase.decision, language);
  const { caseCard } = sentencesIn(language);
  return [
    ...paragraph(caseCard.chosenInstead(kase.createdBy.name, doorName(kase.decision.owner))),
    ...paragraph(visible.notes ? kase.override.reason : undefined),
  ];
}

/** Background below the urgent parts: the reasons, the advice and the history. */
function backgroundBlocks(answer: CaseAnswer, visible: Visible, language: Language): Block[] {
  const { advice, caseCard } = sentencesIn(language);
  const { case: kase, history, now, viewer } = answer;
  const section = (title: string, blocks: readonly Block[], folded = true): Block[] =>
    blocks.length > 0 ? [{ kind: 'section', title, folded, blocks }] : [];
  return [
    // The receiver of an offer must see why the case came to them.
    ...section(caseCard.whyHere, reasonBlocks(kase, visible, language), openHandover(kase) === undefined),
    ...section(advice.title, adviceBlocks(kase.decision, danishDate(now), language, viewer.toolLinks)),
    ...section(caseCard.whatHappened, [
      ...(visible.outline ? enquiryBlocks(kase, now, language) : []),
      ...handoverBlocks(kase, visible.notes, language),
      ...historyBlocks(history, now, language),
      ...correctionBlocks(kase, now, language),
    ]),
  ];
}

/** The parts of a case that is urgent: Early Warning, and for those who may see contacts that none can be called. */
function crisisBlocks(kase: Case, visible: Visible, language: Language): Block[] {
  const { caseCard } = sentencesIn(language);
  const reachable = kase.values.contactPhone !== undefined || kase.contacts.some(({ person }) => person);
  const callout = (text: string): Block => ({ kind: 'callout', tone: 'attention', text });
  return [
    ...(kase.decision.services.includes('Early Warning') ? [callout(caseCard.earlyWarning)] : []),
    ...(visible.contact && !reachable
      ? [callout(caseCard.whomToCall(verbTexts('case.add-contact', language).label))]
      : []),
  ];
}

/** The buttons of a shared card, with the one that shows a party the rest of the case: contact, description, reasons. */
function withWholeCase(
  actions: readonly ViewAction[],
  { case: kase, viewer }: CaseAnswer,
  language: Language,
): readonly ViewAction[] {
  if (viewer.relation !== 'channel') return actions;
  const { buttons, typed } = sentencesIn(language);
  const show = button(buttons.showWholeCase, { name: 'case', caseId: kase.id }, typed.case(kase.id));
  return [...actions.slice(0, 1), show, ...actions.slice(1)];
}

/** A case as its viewer may see it. Handover, grey zone and follow-up are views of the same case. */
export function caseView(answer: CaseAnswer, language: Language): View {
  const { caseCard } = sentencesIn(language);
  const { case: kase, viewer, notice, problems, now, caller = null } = answer;
  const visible = visibleIn(kase, viewer, language);
  // Viewers who only see that a company is served must not learn that it is in crisis.
  const urgent = kase.priority === 'urgent' && !ENDED.includes(kase.status) && visible.outline;
  const callout = (tone: Tone, text: string): Block => ({ kind: 'callout', tone, text });
  return {
    language,
    title: `${urgent ? caseCard.urgent : ''}${titleOf(answer, visible, language)}`,
    subtitle: standing(answer, language),
    glance: glanceOf(answer, language),
    summary: problems[0]
      ? `${visible.name}: ${problemLine(problems[0], language)}`
      : notificationWords({ ...answer, company: visible.name, urgent }, language, MAX_SUMMARY),
    tone: toneOf(answer),
    blocks: [
      ...callerBlocks(caller, now, language),
      ...(caller?.office.organisation === kase.owner ? [] : reachBlocks(caller, language)),
      ...(notice ? [callout(noticeTone(notice.code), noticeWords(notice, language, now))] : []),
      ...problems.map((problem) => callout('attention', problemLine(problem, language))),
      ...unsavedBlocks(answer, language),
      ...mergedBlocks(kase, language),
      ...(visible.notes ? cameBackBlocks(kase, language) : []),
      // Why somebody did what they did comes before what was known already.
      ...(visible.notes ? remarkBlocks(kase, now, language) : []),
      ...(visible.notes ? callBackBlocks(kase, now, language) : []),
      ...(urgent ? crisisBlocks(kase, visible, language) : []),
      // What to tell the caller names the same moment.
      ...(caller?.by ? [] : clockBlock(answer, visible, language)),
      ...(visible.outline ? attemptBlocks(kase, now, language) : []),
      ...doorBlocks(kase, viewer, language),
      ...greyZoneBlocks(answer, language),
      ...taskBlocks(kase, viewer, now, language),
      ...(visible.outline ? standingBlocks(kase.values, language) : []),
      ...(visible.outline ? [...companyFacts(kase, visible, language), ...chatFacts(answer, language)] : []),
      ...localBlocks(viewer.local, language),
      ...noteBlocks(kase, visible, language),
      ...(visible.notes
        ? questionBlocks(kase, viewer.relation === 'owner', language)
        : openQuestions(kase, viewer, language)),
      ...(visible.outline ? outcomeBlocks(kase, visible, now, language, viewer.toolLinks) : []),
      ...(visible.outline ? backgroundBlocks(answer, visible, language) : []),
    ],
    actions: withWholeCase(verbActions(kase, viewer, answer, language), answer, language),
    refresh: { name: 'case', caseId: kase.id },
  };
}
