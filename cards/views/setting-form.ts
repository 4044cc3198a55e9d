import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { settingName, settingWords } from '../../dialogs/setting-words.ts';
import type { SettingAnswer } from '../../src/core/settings/answers.ts';
import { LONGEST_REASON } from '../../src/core/settings/commands.ts';
import { SETTINGS } from '../../src/core/settings/table.ts';
import { DEPTH_AREAS } from '../../src/core/triage/settings.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Input, ViewAction } from '../view.ts';
import { button } from './parts.ts';

/** Lists: an empty one is a value. */
const MAY_BE_EMPTY: readonly string[] = ['days', 'names', 'services', 'people', 'texts'];

/** The longest typed value. */
const LONGEST_VALUE = 1_000;

/** The buttons that change a setting, with their form, for coordinators. */
export function changeActions(answer: SettingAnswer, language: Language): readonly ViewAction[] {
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
            problem: problemAt('from', answer, language),
          },
          {
            kind: 'text',
            id: 'why',
            label: settings.why,
            value: answer.typed.why ?? '',
            maxLength: LONGEST_REASON,
            problem: problemAt('why', answer, language),
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

/** What is refused for another input than the value; what no input can mend is told above the form alone. */
const PLACES: Readonly<Record<string, 'from' | 'why' | null>> = {
  'not-a-day': 'from',
  'date-passed': 'from',
  'setting-too-far': 'from',
  'text-too-long': 'why',
  'coordinators-only': null,
  'setting-late': null,
};

/** The refusal of what was typed into an input of the form. */
function problemAt(
  place: 'value' | 'from' | 'why',
  { problem }: SettingAnswer,
  language: Language,
): string | undefined {
  if (!problem) return undefined;
  const { [problem.code]: found = 'value' } = PLACES;
  return found === place ? refusalWords(problem, language) : undefined;
}

const isoDay = (typed = '') => (/^\d{4}-\d\d-\d\d$/.test(typed) ? typed : '');

/** The input for a value, filled with what holds now, or with what was refused. */
function valueInput(answer: SettingAnswer, language: Language): Input {
  const {
    row: { key, value },
    typed,
  } = answer;
  const { settings, inputs, labels } = sentencesIn(language);
  const { input } = SETTINGS[key];
  const base = {
    id: 'value',
    label: settings.value,
    hint: settings.allowed[key],
    problem: problemAt('value', answer, language),
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
