import { dateWords } from '../../dialogs/dates.ts';
import { noticeWords } from '../../dialogs/notice-words.ts';
import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { AbsenceVerb } from '../../src/core/absence.ts';
import type { Answer, AwayColleague } from '../../src/core/answer.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Input, View, ViewAction } from '../view.ts';
import { button, paragraph } from './parts.ts';

type AbsenceAnswer = Extract<Answer, { kind: 'absence' }>;

/** At most this many colleagues have a button that ends their absence; the others are ended by typing. */
const MOST_BUTTONS = 5;

/** Who is away: the reader, and for a coordinator the colleagues; with the forms that change it. */
export function absenceView(answer: AbsenceAnswer, language: Language): View {
  const { absence } = sentencesIn(language);
  const { own, away, organisation, notice, problem } = answer;
  return {
    language,
    title: absence.title,
    tone: 'default',
    blocks: [
      ...(notice ? [callout('good', noticeWords(notice, language))] : []),
      ...(problem ? [callout('attention', refusalWords(problem, language))] : []),
      ...paragraph(
        own ? sentenceOf(own, absence.you(dateWords(own.until, language)), language) : absence.here,
      ),
      ...(away ?? []).flatMap((one) =>
        paragraph(sentenceOf(one, absence.colleague(one.name, dateWords(one.until, language)), language)),
      ),
      ...(away?.length === 0
        ? paragraph(absence.nobodyElse(organisationName(organisation)), { subtle: true })
        : []),
      ...paragraph(absence.meanwhile, { subtle: true }),
    ],
    actions: actionsOf(answer, language),
    refresh: null,
  };
}

const callout = (tone: 'good' | 'attention', text: string): Block => ({ kind: 'callout', tone, text });

function sentenceOf({ deputy }: AwayColleague, sentence: string, language: Language): string {
  const { absence } = sentencesIn(language);
  return `${sentence} ${deputy === null ? absence.officeDoes : absence.standsIn(deputy)}`;
}

function actionsOf({ own, away, colleagues, typed }: AbsenceAnswer, language: Language): ViewAction[] {
  const { absence, inputs, typed: words } = sentencesIn(language);
  const act = (title: string, verb: AbsenceVerb, input: RawInput, line: string, form?: readonly Input[]) =>
    button(title, { name: 'absence', verb, input }, line, form ? { form } : {});
  const choices = colleagues.map(({ id, name }) => ({ value: id, title: name }));
  const chosen = (id: string | undefined) =>
    choices.filter(({ value }) => value === id).map(({ value }) => value);
  const one = (id: 'person' | 'deputy', more: { required?: boolean }): Input => ({
    kind: 'choice',
    id,
    label: absence[id],
    value: chosen(typed[id]),
    choices,
    placeholder: inputs.choose,
    ...more,
  });
  const until: Input = {
    kind: 'date',
    id: 'until',
    label: absence.until,
    value: /^\d{4}-\d\d-\d\d$/.test(typed.until ?? '') ? (typed.until ?? '') : '',
    required: true,
  };
  const others = colleagues.length > 0;
  return [
    act(absence.set, 'absence.set', {}, words.absenceSet, [until, ...(others ? [one('deputy', {})] : [])]),
    ...(own ? [act(absence.end, 'absence.end', {}, words.absenceEnd)] : []),
    ...(away && others
      ? [
          act(absence.setFor, 'absence.set-for', {}, words.absenceSetFor, [
            one('person', { required: true }),
            until,
            one('deputy', {}),
          ]),
        ]
      : []),
    ...(away ?? [])
      .slice(0, MOST_BUTTONS)
      .map(({ person, name }) =>
        act(absence.endFor(name), 'absence.end', { person }, words.absenceEndFor(name)),
      ),
  ];
}
