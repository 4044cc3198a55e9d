import { FILTER_LABELS, STATUS_LABELS } from '../../dialogs/case-labels.ts';
import { standingLabel } from '../../dialogs/company-words.ts';
import { momentWords } from '../../dialogs/dates.ts';
import { sayIn } from '../../dialogs/say.ts';
import type { Answer, CaseLine } from '../../src/core/answer.ts';
import { CASE_FILTERS, type CaseFilter } from '../../src/core/command.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Tone, View, ViewAction } from '../view.ts';
import { button } from './parts.ts';

type CasesAnswer = Extract<Answer, { kind: 'cases' }>;

const TYPED: Readonly<Record<CaseFilter, readonly [da: string, en: string]>> = {
  mine: ['sager mine', 'cases mine'],
  office: ['sager kontor', 'cases office'],
  due: ['sager frist', 'cases due'],
  broken: ['sager brudt', 'cases broken'],
  'not-delivered': ['sager ikke leveret', 'cases not delivered'],
};

function lineBlock(line: CaseLine, now: string, language: Language): Block {
  const say = sayIn(language);
  const isDraft = line.status === 'draft';
  const unnamed = isDraft
    ? say('Henvendelse uden navn', 'Enquiry without a name')
    : say(`Sag ${line.caseId}`, `Case ${line.caseId}`);
  const title = line.title ?? unnamed;
  const place = line.municipality
    ? (findMunicipality(line.municipality)?.name ?? line.municipality)
    : undefined;
  const holder = line.offeredTo
    ? `${organisationName(line.owner)} → ${organisationName(line.offeredTo)}`
    : line.assignee
      ? `${organisationName(line.owner)}, ${line.assignee.name}`
      : organisationName(line.owner);
  const due =
    line.answeredAt === null && line.dueAt !== null && line.status !== 'closed'
      ? say(
          `svar senest ${momentWords(line.dueAt, now, language)}`,
          `answer by ${momentWords(line.dueAt, now, language)}`,
        )
      : undefined;
  const late = line.broken ? say('frist overskredet', 'overdue') : due;
  const tone: Tone = line.broken || line.urgent ? 'attention' : 'default';
  return {
    kind: 'entry',
    title: `${line.urgent ? say('HASTER – ', 'URGENT – ') : ''}${title}`,
    text: [
      STATUS_LABELS[line.status][language],
      late,
      standingLabel(line.standing, language),
      place,
      holder,
      isDraft ? undefined : line.caseId,
    ]
      .filter((part) => part)
      .join(' · '),
    tone,
    action: isDraft
      ? button(
          say('Fortsæt kladden', 'Continue the draft'),
          { name: 'intake', verb: 'intake.resume', draftId: line.caseId, revision: null, input: {} },
          say('fortsæt', 'continue'),
        )
      : button(
          say(`Vis ${title}`, `Show ${title}`),
          { name: 'case', caseId: line.caseId },
          say(`sag ${line.caseId}`, `case ${line.caseId}`),
        ),
  };
}

function pageActions(answer: CasesAnswer, language: Language): ViewAction[] {
  const say = sayIn(language);
  const typed = TYPED[answer.filter][language === 'da' ? 0 : 1];
  const go = (title: string, page: number) =>
    button(title, { name: 'cases', filter: answer.filter, page }, `${typed} ${say('side', 'page')} ${page}`);
  return [
    ...(answer.page > 1 ? [go(say('Forrige', 'Previous'), answer.page - 1)] : []),
    ...(answer.page < answer.pages ? [go(say('Næste', 'Next'), answer.page + 1)] : []),
  ];
}

/** Cases by filter, a line each, with paging and the other filters. */
export function casesView(answer: CasesAnswer, language: Language): View {
  const say = sayIn(language);
  const others = CASE_FILTERS.filter((filter) => filter !== answer.filter).map((filter) =>
    button(
      FILTER_LABELS[filter][language],
      { name: 'cases', filter },
      TYPED[filter][language === 'da' ? 0 : 1],
    ),
  );
  const total =
    answer.total === 1 ? say('1 sag', '1 case') : say(`${answer.total} sager`, `${answer.total} cases`);
  const page =
    answer.pages > 1
      ? say(` · side ${answer.page} af ${answer.pages}`, ` · page ${answer.page} of ${answer.pages}`)
      : '';
  return {
    language,
    title: FILTER_LABELS[answer.filter][language],
    subtitle: `${total}${page}`,
    tone: 'default',
    blocks:
      answer.lines.length > 0
        ? answer.lines.map((line) => lineBlock(line, answer.now, language))
        : [{ kind: 'text', text: say('Her er ingen sager.', 'There are no cases here.') }],
    actions: [...pageActions(answer, language), ...others],
    refresh: null,
  };
}
