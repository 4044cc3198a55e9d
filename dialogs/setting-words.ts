import type { Command } from '../src/core/command.ts';
import { WEEKDAYS } from '../src/core/moment.ts';
import type { Weekday, WeekHours } from '../src/core/office/opening-hours.ts';
import { organisationName, parseOrganisation } from '../src/core/organisation.ts';
import type { NamedPerson } from '../src/core/person.ts';
import type { SettingValue } from '../src/core/settings/change.ts';
import type { SettingVerb } from '../src/core/settings/commands.ts';
import { SETTING_KEYS, SETTINGS } from '../src/core/settings/table.ts';
import type { NumberOfYear } from '../src/core/triage/local-settings.ts';
import type { SettingKey } from '../src/core/triage/settings.ts';
import type { Area, Language } from '../src/core/vocabulary.ts';
import { readCaseId } from './case-id.ts';
import { dateWords } from './dates.ts';
import { readAreas, readYesNo } from './field-words.ts';
import { foldWords, leading } from './fold.ts';
import { dateIn, dayIn } from './moment-words.ts';
import { countWords } from './number-words.ts';
import { openingHoursWords } from './opening-hours-words.ts';
import { organisationOf } from './organisation-words.ts';
import { anyOf, listed, phrases, withCodes } from './phrases.ts';
import { type Sentences, sentencesIn } from './sentences.ts';
import { readValue } from './typed-values.ts';

/** Reads typed settings, and puts their values into words. */

const NAMES = withCodes<SettingKey>(SETTING_KEYS, ({ settings }) => settings.names);
type ChoiceKey = keyof Sentences['settings']['choiceWords'];
const hasChoices = (key: SettingKey, { settings }: Sentences): key is ChoiceKey =>
  Object.hasOwn(settings.choiceWords, key);
const RESETS = new Set(phrases<'reset'>(({ settings }) => ({ reset: settings.words.reset })).keys());
const NONE = new Set(phrases<'none'>(({ settings }) => ({ none: settings.words.none })).keys());
const MANUAL = new Set(
  phrases<'manual'>(({ settings }) => ({
    manual: settings.words.manual,
  })).keys(),
);
const AND = new RegExp(`\\s+(?:${anyOf(({ particles }) => particles.and)})\\s+`, 'gi');
/** `97.000 (2026)`, `97 000 i 2026`. */
const NUMBER_OF_YEAR = /^(\d{1,9}|\d{1,3}(?:[., ]\d{3})+)(?=\D)[^\d]*?[\s(,;]+(\d{4})\)?[.]?$/;
const FROM = new RegExp(
  `^(.*?\\S)[\\s,;]+(?:${anyOf(({ settings }) => settings.words.from)})\\s+(\\S.*)$`,
  'is',
);
const reasonBy = (words: string) =>
  new RegExp(`^(.*?\\S)[\\s,;]+(?:${words})(?:(?<=:)\\s*|\\s+)(\\S.*)$`, 'is');
/** `svarfrist 24 fordi vi er flere`; where the value itself is text, only `begrundelse: ...`. */
const REASON = reasonBy(anyOf(({ settings }) => settings.words.why));
const MARKED_REASON = reasonBy(
  anyOf(({ settings }) =>
    listed(settings.words.why)
      .filter((word) => word.endsWith(':'))
      .join('|'),
  ),
);
const FREE_TEXT: readonly string[] = ['text', 'texts', 'names'];
const SURE = new RegExp(`^(.*?\\S)[\\s,;]+(?:${anyOf(({ settings }) => settings.sure)})[.!]?$`, 'is');

const command = (verb: SettingVerb, id: string | null, input: Record<string, string> = {}): Command => ({
  name: 'setting',
  verb,
  id,
  input,
});

/** Whether words that name no setting are meant as one: a single word, alone or with a number or an answer behind it. */
function isUnknownSetting(typed: string): boolean {
  const [, value, ...more] = typed.split(/\s+/);
  if (more.length > 0) return false;
  return value === undefined || /^\d/.test(value) || readYesNo(value) !== undefined;
}

/**
 * What follows `indstil`: `svarfrist 24`, `lokale områder generationsskifte, eksport fra 1.1.2027`, `svarfrist nulstil`.
 * Undefined where it is no setting: `indstil maskinen til aluminium` and `set up a company` are needs.
 */
export function readSetting(rest: string): Command | undefined {
  const typed = rest.trim();
  if (typed === '') return { name: 'settings' };
  const found = leading(typed, NAMES);
  if (!found) return isUnknownSetting(typed) ? command('setting.show', null, { setting: typed }) : undefined;
  const { value: setting } = found;
  const sure = SURE.exec(found.rest)?.[1];
  const { input } = SETTINGS[setting];
  const whole = (sure ?? found.rest).replace(/^[\s:=]+/, '').trim();
  const reasoned = (FREE_TEXT.includes(input.kind) ? MARKED_REASON : REASON).exec(whole);
  const said = reasoned?.[1] ?? whole;
  const why = reasoned?.[2];
  const dated = FROM.exec(said);
  const day = dated && dayIn(dated[2] ?? '');
  const words = (day ? (dated[1] ?? '') : said).trim();
  if (words === '') return command('setting.show', null, { setting });
  const more = {
    setting,
    ...(day && { from: day }),
    ...(why !== undefined && { why }),
    ...(sure !== undefined && { sure: 'true' }),
  };
  const value = readSettingValue(setting, words);
  const isValue = input.kind === 'choice' && input.values.includes(value);
  // Nobody is no person: the setting is given up.
  const isNobody = input.kind === 'house-person' && NONE.has(foldWords(words));
  return (RESETS.has(foldWords(words)) || isNobody) && !isValue
    ? command('setting.reset', null, more)
    : command('setting.change', null, { ...more, value });
}

/** What follows `godkend indstilling` and its like: the number of a change. */
export function readSettingAnswer(verb: SettingVerb, rest: string): Command | undefined {
  const found = readCaseId(rest);
  return found && found.rest === '' ? command(verb, found.caseId) : undefined;
}

/** A typed value as `settingJson` reads it; as it was typed where it cannot be read. */
export function readSettingValue(key: SettingKey, typed: string): string {
  const { input } = SETTINGS[key];
  const text = typed.trim();
  const folded = foldWords(text);
  switch (input.kind) {
    case 'yes-no':
      return readYesNo(text) ?? text;
    case 'choice':
      return choicesOf(key).get(folded) ?? text;
    case 'number':
      if (input.word !== undefined && MANUAL.has(folded)) return input.word;
      return /^(\d+)\s*\p{L}*\.?$/u.exec(text)?.[1] ?? text;
    case 'areas':
      return NONE.has(folded) ? 'none' : (readAreas(text) ?? text);
    case 'days':
      if (NONE.has(folded)) return 'none';
      return text
        .split(/[,;]|\s+(?:og|and)\s+/)
        .map((day) => dateIn(day.trim()) ?? day.trim())
        .join(',');
    case 'hours':
      return readHours(text) ?? text;
    case 'names':
    case 'texts':
      return NONE.has(folded) ? 'none' : text;
    case 'number-of-year': {
      const [, number = '', year = ''] = NUMBER_OF_YEAR.exec(text) ?? [];
      return number === '' ? text : `${number.replace(/\D/g, '')} ${year}`;
    }
    case 'people':
      return NONE.has(folded) ? 'none' : text.replace(AND, ', ');
    case 'services':
      return NONE.has(folded) ? 'none' : readValue({ kind: 'services' }, text);
    case 'office':
      return organisationOf(text) ?? text;
    case 'house-person':
    case 'text':
    case 'phone':
    case 'email':
    case 'user-group':
      return text;
    default: {
      const never: never = input;
      return never;
    }
  }
}

function choicesOf(key: SettingKey): ReadonlyMap<string, string> {
  const { input } = SETTINGS[key];
  const values = input.kind === 'choice' ? input.values : [];
  return withCodes<string>(values, (all) => (hasChoices(key, all) ? all.settings.choiceWords[key] : {}));
}

const MONDAY_FIRST = [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)];
const DAYS = phrases<Weekday>(({ moments }) => moments.weekdays);
const CLOCK = '\\d{1,2}(?:[.:]\\d\\d)?';
const PERIOD = `(?:kl\\.?\\s*|at\\s+)?${CLOCK}\\s*[-–]\\s*${CLOCK}`;
const DAY_NAME = anyOf(({ moments }) => Object.values(moments.weekdays).join('|'));
const RUN = new RegExp(
  `^[\\s,;]*(${DAY_NAME})\\.?(?:\\s*(?:-|–|${anyOf(({ settings }) => settings.words.until)})\\s*(${DAY_NAME})\\.?)?\\s*:?\\s*(${PERIOD}(?:\\s*(?:,|\\+|og|and)\\s*${PERIOD})*)`,
  'i',
);

/** `mandag–torsdag kl. 8–12 og 13–16, fredag 8-14` as `monday 08:00-12:00,13:00-16:00; …`. */
function readHours(typed: string): string | undefined {
  const found = new Map<string, string[]>();
  let rest = typed;
  while (rest.replace(/^[\s,;.]+/, '') !== '') {
    const run = RUN.exec(rest);
    const first = DAYS.get(foldWords(run?.[1] ?? ''));
    if (!run || first === undefined) return undefined;
    const last = run[2] === undefined ? first : DAYS.get(foldWords(run[2]));
    const days = MONDAY_FIRST.slice(MONDAY_FIRST.indexOf(first), MONDAY_FIRST.indexOf(last ?? first) + 1);
    const periods = [...(run[3] ?? '').matchAll(new RegExp(`(${CLOCK})\\s*[-–]\\s*(${CLOCK})`, 'g'))].map(
      ([, opens = '', closes = '']) => `${clock(opens)}-${clock(closes)}`,
    );
    if (days.length === 0) return undefined;
    for (const day of days) found.set(day, [...(found.get(day) ?? []), ...periods]);
    rest = rest.slice(run[0].length);
  }
  return [...found].map(([day, periods]) => `${day} ${periods.join(',')}`).join('; ');
}

function clock(typed: string): string {
  const [hour = '', minute = '00'] = typed.split(/[.:]/);
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** The name of a setting as it is typed. */
export function settingName(key: SettingKey, language: Language): string {
  return listed(sentencesIn(language).settings.names[key])[0] ?? key;
}

/** The value of a setting in words. */
export function settingWords(key: SettingKey, value: SettingValue | undefined, language: Language): string {
  const words = sentencesIn(language);
  const { settings, labels, inputs, office } = words;
  if (value === null || value === undefined) return office.notSet;
  const { input } = SETTINGS[key];
  switch (input.kind) {
    case 'yes-no':
      return (value === true ? inputs.yes : inputs.no).toLowerCase();
    case 'choice':
      return (
        (hasChoices(key, words) &&
          Object.entries(settings.choices[key]).find(([code]) => code === value)?.[1]) ||
        String(value)
      );
    case 'number':
      return value === input.word ? settings.manual : String(value);
    case 'areas':
      return (value as readonly Area[]).map((area) => labels.area[area]).join(', ') || settings.noValue;
    case 'days':
      return (value as readonly string[]).map((day) => dateWords(day, language)).join(', ') || office.notSet;
    case 'texts':
      return (value as readonly string[]).join('; ') || settings.noValue;
    case 'people':
      return (value as readonly NamedPerson[]).map(({ name }) => name).join(', ') || settings.noValue;
    case 'house-person':
      return (value as NamedPerson).name;
    case 'number-of-year': {
      const { number, year } = value as NumberOfYear;
      return `${countWords(number, language)} (${year})`;
    }
    case 'names':
    case 'services':
      return (value as readonly string[]).join(', ') || settings.noValue;
    case 'hours':
      return openingHoursWords(value as WeekHours, language);
    case 'office': {
      const named = parseOrganisation(String(value));
      return named ? organisationName(named) : String(value);
    }
    case 'phone':
      return String(value).replace(/^(\d{2})(\d{2})(\d{2})(\d{2})$/, '$1 $2 $3 $4');
    case 'text':
    case 'email':
    case 'user-group':
      return String(value);
    default: {
      const never: never = input;
      return never;
    }
  }
}
