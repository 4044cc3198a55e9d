import { FOLLOW_UP_LABELS, STATUS_LABELS } from '../../dialogs/case-labels.ts';
import { clockWords } from '../../dialogs/clock-words.ts';
import { dateWords } from '../../dialogs/dates.ts';
import { AREA_LABELS, BASIS_LABELS, STAGE_SHORT } from '../../dialogs/labels.ts';
import { noticeWords } from '../../dialogs/notices.ts';
import { sayIn } from '../../dialogs/say.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import { toneOf as noticeTone } from '../../src/core/case/notice-rules.ts';
import { openHandover } from '../../src/core/case/state.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName } from '../../src/core/organisation.ts';
import { actorOn } from '../../src/core/triage/actors.ts';
import { ACTORS, type Language } from '../../src/core/vocabulary.ts';
import type { Block, Tone, View } from '../view.ts';
import { adviceBlocks, whyBlocks } from './advice.ts';
import { callBackBlocks, cameBackBlocks, handoverBlocks, questionBlocks, remarkBlocks } from './handovers.ts';
import { historyBlocks } from './history.ts';
import { problemLine } from './inputs.ts';
import { areasLine, doorName, facts, paragraph, phoneWords } from './parts.ts';
import { standingBlocks } from './register.ts';
import { verbActions } from './verb-actions.ts';
import { type Visible, visibleIn } from './visible.ts';

type CaseAnswer = Extract<Answer, { kind: 'case' }>;

const ENDED: readonly Case['status'][] = ['closed', 'withdrawn', 'entered-in-error'];

/** What stands in the title beside the company: what this card wants of its reader. */
function titleOf(answer: CaseAnswer, visible: Visible, language: Language): string {
  const say = sayIn(language);
  switch (answer.card) {
    case 'handover':
    case 'case':
      return visible.name;
    case 'grey-zone':
      if (!answer.case.greyZone) return visible.name;
      return say(`Grå zone: ${visible.name}`, `Grey zone: ${visible.name}`);
    case 'follow-up':
      return say(`Opfølgning: ${visible.name}`, `Follow-up: ${visible.name}`);
    default: {
      const never: never = answer.card;
      return never;
    }
  }
}

/** Where the case stands: who has it, who is asked. */
function standing(answer: CaseAnswer, language: Language): string {
  const say = sayIn(language);
  const { case: kase } = answer;
  const number = say(`sag ${kase.id}`, `case ${kase.id}`);
  const owner = organisationName(kase.owner);
  const open = openHandover(kase);
  if (open) {
    return say(
      `${organisationName(open.from)} sender sagen til ${organisationName(open.to)} · ${number}`,
      `${organisationName(open.from)} hands the case to ${organisationName(open.to)} · ${number}`,
    );
  }
  const who = kase.assignee ? `${owner}, ${kase.assignee.name}` : owner;
  return `${STATUS_LABELS[kase.status][language]} · ${who} · ${number}`;
}

function clockBlock(answer: CaseAnswer, language: Language): Block[] {
  const { case: kase } = answer;
  if (kase.status === 'withdrawn' || kase.status === 'entered-in-error') return [];
  return [{ kind: 'callout', ...clockWords(kase.promise, answer.now, language) }];
}

function companyFacts(kase: Case, visible: Visible, language: Language): Block[] {
  const say = sayIn(language);
  const { values, basis } = kase;
  const contact = visible.contact
    ? [values.contactName, phoneWords(values.contactPhone)].filter((part) => part).join(' · ')
    : undefined;
  const stage = values.stage && values.stage !== 'unknown' ? STAGE_SHORT[values.stage][language] : undefined;
  const basisWords = basis
    ? basis.withdrawnAt
      ? say('Trukket tilbage', 'Withdrawn')
      : `${BASIS_LABELS[basis.kind][language]} (${basis.obtainedBy.name})`
    : undefined;
  return facts([
    [say('Kontakt', 'Contact'), contact],
    [say('E-mail', 'E-mail'), visible.contact ? values.contactEmail : undefined],
    [say('Behov', 'Need'), areasLine(values, language)],
    [say('Kommune', 'Municipality'), values.municipality && findMunicipality(values.municipality)?.name],
    [
      say('Virksomhed', 'Company'),
      [
        stage,
        values.form,
        values.employees === undefined
          ? undefined
          : say(`${values.employees} ansatte`, `${values.employees} employees`),
        visible.contact && values.cvr ? `CVR ${values.cvr}` : undefined,
      ]
        .filter((part) => part)
        .join(' · '),
    ],
    [say('Grundlag', 'Basis'), visible.contact ? basisWords : undefined],
  ]);
}

/** What has been said about the case: only for those who may read it. */
function noteBlocks(kase: Case, visible: Visible, now: string, language: Language): Block[] {
  const say = sayIn(language);
  if (!visible.notes) {
    return visible.contact || kase.erasedAt
      ? []
      : paragraph(
          say(
            'Kontaktperson og beskrivelse kan kun parterne i sagen se.',
            'Only the parties to the case see contact and description.',
          ),
          { subtle: true },
        );
  }
  return [
    ...remarkBlocks(kase, now, language),
    ...(kase.values.description ? [{ kind: 'text', text: kase.values.description } as const] : []),
    ...kase.contacts.slice(-5).flatMap(({ at, by, text, areas = [], person }): Block[] => {
      const needs = areas.map((area) => AREA_LABELS[area][language]).join(', ');
      const words = [needs, text, person].filter((part) => part).join(' – ');
      if (words === '') return [];
      return [{ kind: 'text', subtle: true, text: `${dateWords(at, language)}, ${by.name}: ${words}` }];
    }),
  ];
}

function outcomeBlocks(kase: Case, visible: Visible, now: string, language: Language): Block[] {
  const say = sayIn(language);
  const { outcome, followUp } = kase;
  const actors = outcome?.referredTo.map((code) => {
    const actor = ACTORS.find((one) => one === code);
    return actor ? actorOn(actor, danishDate(kase.closedAt ?? now)).name[language] : code;
  });
  return facts([
    [say('Givne ydelser', 'Services given'), outcome?.services.join(', ')],
    [say('Henvist til', 'Referred to'), actors?.join(', ')],
    [say('Handlingsplan', 'Action plan'), visible.notes ? outcome?.actionPlan : undefined],
    [say('Bemærkning', 'Note'), visible.notes ? outcome?.note : undefined],
    [
      say('Opfølgning', 'Follow-up'),
      followUp
        ? `${organisationName(followUp.organisation)}, ${dateWords(followUp.dueOn, language)} (${FOLLOW_UP_LABELS[followUp.state][language].toLowerCase()})`
        : outcome?.followUpOn && dateWords(outcome.followUpOn, language),
    ],
  ]);
}

function toneOf(answer: CaseAnswer): Tone {
  const { case: kase } = answer;
  if (answer.card === 'grey-zone') return 'warning';
  if (ENDED.includes(kase.status)) return 'default';
  return kase.priority === 'urgent' ? 'attention' : 'default';
}

function greyZoneBlocks(answer: CaseAnswer, language: Language): Block[] {
  const say = sayIn(language);
  if (!answer.case.greyZone || ENDED.includes(answer.case.status)) return [];
  return [
    {
      kind: 'callout',
      tone: 'warning',
      text:
        answer.card === 'grey-zone'
          ? say(
              `${organisationName(answer.case.owner)} har sagen, til I sammen har afgjort, hvem der tager den. Den kan ikke sendes frem og tilbage igen.`,
              `${organisationName(answer.case.owner)} keeps the case until you have settled together who takes it. It cannot be sent back and forth again.`,
            )
          : say(
              'Grå zone: koordinatorerne afgør sammen, hvem der tager sagen.',
              'Grey zone: the coordinators settle together who takes the case.',
            ),
    },
  ];
}

/** Why the case is where it is: the rule, or who chose otherwise and with which reason. */
function reasonBlocks(kase: Case, visible: Visible, language: Language): Block[] {
  if (!kase.override) return whyBlocks(kase.decision, language);
  const say = sayIn(language);
  const named = doorName(kase.decision.owner);
  const who = kase.createdBy.name;
  return [
    ...paragraph(say(`Valgt af ${who} i stedet for ${named}.`, `Chosen by ${who} instead of ${named}.`)),
    ...paragraph(visible.notes ? kase.override.reason : undefined),
  ];
}

/** Why here, what else, and what has happened: below what somebody must see at once. */
function backgroundBlocks(answer: CaseAnswer, visible: Visible, language: Language): Block[] {
  const say = sayIn(language);
  const { case: kase, history, now } = answer;
  const section = (title: string, blocks: readonly Block[], folded = true): Block[] =>
    blocks.length > 0 ? [{ kind: 'section', title, folded, blocks }] : [];
  return [
    // Whoever is asked to take the case must see why it came to them.
    ...section(
      say('Hvorfor her?', 'Why here?'),
      reasonBlocks(kase, visible, language),
      openHandover(kase) === undefined,
    ),
    ...section(
      say('Anbefales også', 'Also recommended'),
      adviceBlocks(kase.decision, danishDate(now), language),
    ),
    ...section(say('Forløb', 'What has happened'), [
      ...handoverBlocks(kase, visible.notes, language),
      ...historyBlocks(history, now, language),
    ]),
  ];
}

/** A case as its viewer may see it: handover, case, grey zone and follow-up are the same case, asked differently. */
export function caseView(answer: CaseAnswer, language: Language): View {
  const say = sayIn(language);
  const { case: kase, viewer, notice, problems, now } = answer;
  const visible = visibleIn(kase, viewer, language);
  // That a company is in crisis is not for those who see only that it is served.
  const urgent = kase.priority === 'urgent' && !ENDED.includes(kase.status) && visible.outline;
  const callout = (tone: Tone, text: string): Block => ({ kind: 'callout', tone, text });
  return {
    language,
    title: `${urgent ? say('HASTER – ', 'URGENT – ') : ''}${titleOf(answer, visible, language)}`,
    subtitle: standing(answer, language),
    tone: toneOf(answer),
    blocks: [
      ...(notice ? [callout(noticeTone(notice.code), noticeWords(notice, language, now))] : []),
      ...problems.map((problem) => callout('attention', problemLine(problem, language))),
      ...(visible.notes ? cameBackBlocks(kase, language) : []),
      ...(visible.notes ? callBackBlocks(kase, now, language) : []),
      ...clockBlock(answer, language),
      ...greyZoneBlocks(answer, language),
      ...(visible.outline ? standingBlocks(kase.values, language) : []),
      ...(visible.outline ? companyFacts(kase, visible, language) : []),
      ...noteBlocks(kase, visible, now, language),
      ...(visible.notes ? questionBlocks(kase, language) : []),
      ...(visible.outline ? outcomeBlocks(kase, visible, now, language) : []),
      ...(visible.outline ? backgroundBlocks(answer, visible, language) : []),
    ],
    actions: verbActions(kase, viewer, problems, language),
    refresh: { name: 'case', caseId: kase.id },
  };
}
