import { dateWords } from '../../dialogs/dates.ts';
import { listOf } from '../../dialogs/list-of.ts';
import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { settingName, settingWords } from '../../dialogs/setting-words.ts';
import { type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import type { SettingAnswer } from '../../src/core/settings/answers.ts';
import type { SettingChange } from '../../src/core/settings/change.ts';
import { SETTINGS } from '../../src/core/settings/table.ts';
import { DEPTH_AREAS } from '../../src/core/triage/settings.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Input, View, ViewAction } from '../view.ts';
import { button, facts, paragraph } from './parts.ts';

/** Lists: an empty one is a value. */
const MAY_BE_EMPTY: readonly string[] = ['days', 'names', 'services', 'people', 'texts'];

/** The longest typed value. */
const LONGEST_VALUE = 1_000;

/** One setting: what holds and why, its history, and the form that changes it. */
export function settingView(answer: SettingAnswer, language: Language): View {
  const { office, row, otherwise, told, problem, history, preview } = answer;
  const { settings, office: words } = sentencesIn(language);
  const { key } = row;
  const [newest] = history;
  const names = {
    office: office.name,
    other: '',
    before: '',
    day: newest ? dateWords(newest.validFrom, language) : '',
  };
  return {
    language,
    title: settings.title(settings.label[key], office.name),
    tone: 'default',
    blocks: [
      ...(told ? [callout('good', settings.told[told](names))] : []),
      ...(problem ? [callout('attention', refusalWords(problem, language))] : []),
      ...facts([
        [settings.now, words.fromWhere(settingWords(key, row.value, language), words.source[row.source])],
        [
          settings.otherwise,
          row.change
            ? words.fromWhere(settingWords(key, otherwise.value, language), words.source[otherwise.source])
            : null,
        ],
        [settings.allowedLabel, settings.allowed[key]],
      ]),
      ...(preview ? previewBlocks(answer, preview, language) : historyBlocks(history, language)),
    ],
    actions: preview ? previewActions(answer, preview, language) : changeActions(answer, language),
    refresh: null,
  };
}

const callout = (tone: 'good' | 'attention' | 'warning', text: string): Block => ({
  kind: 'callout',
  tone,
  text,
});

const namesOf = (organisations: readonly OrganisationId[], language: Language) =>
  listOf(organisations.map(organisationName), language);

type Preview = NonNullable<SettingAnswer['preview']>;

function previewBlocks({ row }: SettingAnswer, preview: Preview, language: Language): readonly Block[] {
  const { settings } = sentencesIn(language);
  const { after, validFrom, asks, replay } = preview;
  return [
    ...paragraph(settings.preview.title, { strong: true }),
    ...facts([
      [settings.preview.after, settingWords(row.key, after, language)],
      [settings.preview.validFrom, dateWords(validFrom, language)],
    ]),
    callout('warning', settings.replay(replay)),
    ...paragraph(settings.preview.asks(namesOf(asks, language))),
  ];
}

function previewActions(
  { row }: SettingAnswer,
  { input, asks, resets }: Preview,
  language: Language,
): readonly ViewAction[] {
  const { settings } = sentencesIn(language);
  const name = settingName(row.key, language);
  const verb = resets ? 'setting.reset' : 'setting.change';
  return [
    button(
      settings.preview.send(namesOf(asks, language)),
      { name: 'setting', verb, id: null, input: { ...input, sure: 'true' } },
      settings.typed.send(name),
      { tone: 'primary' },
    ),
    button(
      settings.preview.cancel,
      {
        name: 'setting',
        verb: 'setting.show',
        id: null,
        input: { setting: row.key },
      },
      `${settings.typed.show.split(' ')[0]} ${name}`,
    ),
  ];
}

function historyBlocks(history: readonly SettingChange[], language: Language): readonly Block[] {
  const { settings } = sentencesIn(language);
  if (history.length === 0) return paragraph(settings.noHistory, { subtle: true });
  return [
    {
      kind: 'section',
      title: settings.history,
      folded: false,
      blocks: [{ kind: 'list', items: history.map((one) => lineOf(one, language)) }],
    },
  ];
}

function lineOf(change: SettingChange, language: Language): string {
  const { settings } = sentencesIn(language);
  const { key, before, after, at, by, source } = change;
  return settings.line(
    dateWords(at, language),
    by.name,
    settingWords(key, before, language),
    settingWords(key, after, language),
    settings.sources[source],
    stateOf(change, language),
  );
}

function stateOf({ state, consent, settledBy, validFrom, organisation }: SettingChange, language: Language) {
  const { state: words } = sentencesIn(language).settings;
  switch (state) {
    case 'proposed':
      return words.proposed(organisationName(consent?.organisation ?? organisation));
    case 'agreed':
      return (settledBy ? words.agreed : words.agreedBySilence)(dateWords(validFrom, language));
    case 'declined':
      return words.declined(settledBy?.name ?? '');
    case 'withdrawn':
    case 'replaced':
      return words[state];
    default: {
      const never: never = state;
      return never;
    }
  }
}

function changeActions(answer: SettingAnswer, language: Language): readonly ViewAction[] {
  const { settings } = sentencesIn(language);
  const { row, mayChange } = answer;
  if (!mayChange) return [];
  const { key } = row;
  const name = settingName(key, language);
  return [
    button(
      settings.change,
      {
        name: 'setting',
        verb: 'setting.change',
        id: null,
        input: { setting: key },
      },
      settings.typed.change(name),
      {
        tone: 'primary',
        form: [
          valueInput(answer, language),
          {
            kind: 'date',
            id: 'from',
            label: settings.from,
            value: isoDay(answer.typed.from),
          },
        ],
      },
    ),
    ...(row.change
      ? [
          button(
            settings.reset,
            {
              name: 'setting',
              verb: 'setting.reset',
              id: null,
              input: { setting: key },
            },
            settings.typed.reset(name),
          ),
        ]
      : []),
  ];
}

const isoDay = (typed = '') => (/^\d{4}-\d\d-\d\d$/.test(typed) ? typed : '');

/** The input for a value, filled with what holds now, or with what was refused. */
function valueInput({ row: { key, value }, typed }: SettingAnswer, language: Language): Input {
  const { settings, inputs, labels } = sentencesIn(language);
  const { input } = SETTINGS[key];
  const base = {
    id: 'value',
    label: settings.value,
    hint: settings.allowed[key],
  };
  const choice = (
    values: readonly string[],
    titleOf: (code: string) => string,
    chosen: readonly string[],
  ): Input => ({
    ...base,
    kind: 'choice',
    value: chosen.filter((one) => values.includes(one)),
    choices: values.map((code) => ({ value: code, title: titleOf(code) })),
    required: true,
  });
  switch (input.kind) {
    case 'yes-no':
      return choice(['true', 'false'], (code) => (code === 'true' ? inputs.yes : inputs.no), [
        typed.value ?? String(value),
      ]);
    case 'choice':
      return choice(input.values, (code) => settingWords(key, code as typeof value, language), [
        typed.value ?? String(value),
      ]);
    case 'areas':
      return {
        ...choice(
          DEPTH_AREAS,
          (code) =>
            DEPTH_AREAS.filter((area) => area === code)
              .map((area) => labels.area[area])
              .join(''),
          typed.value?.split(',') ?? (Array.isArray(value) ? value.map(String) : []),
        ),
        multiple: true,
        required: false,
      } as Input;
    case 'number':
    case 'text':
    case 'phone':
    case 'email':
    case 'hours':
    case 'days':
    case 'office':
    case 'user-group':
    case 'names':
    case 'services':
    case 'people':
    case 'house-person':
    case 'texts':
    case 'number-of-year':
      return {
        ...base,
        kind: 'text',
        value:
          typed.value ??
          (value === null || (Array.isArray(value) && value.length === 0)
            ? ''
            : settingWords(key, value, language)),
        multiline: input.kind === 'hours' || input.kind === 'texts',
        maxLength: LONGEST_VALUE,
        required: !MAY_BE_EMPTY.includes(input.kind),
      };
    default: {
      const never: never = input;
      return never;
    }
  }
}
