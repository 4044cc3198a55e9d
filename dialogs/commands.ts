import type { CaseFilter, Command } from '../src/core/command.ts';
import type { FiguresAbout } from '../src/core/indicators/answers.ts';
import { LANGUAGES, type Language } from '../src/core/vocabulary.ts';
import { readAbsence } from './absence-words.ts';
import { readAdviserSearch, readAdvisers, readChoice } from './adviser-words.ts';
import { basisInput } from './basis-words.ts';
import { readCaseId } from './case-id.ts';
import type { CommandWithRest, WholeLineCommand } from './command-names.ts';
import { BESIDE_WORDS, FIELD_WORDS, readFieldValue, readHandoverForm } from './field-words.ts';
import { foldWords, leading } from './fold.ts';
import { readOfferSearch, readOffers } from './offer-words.ts';
import { organisationOf, readOrganisation } from './organisation-words.ts';
import { readLook, readMade, readPlan, readReply } from './outreach-words.ts';
import { readFigures, readPeriod } from './period-words.ts';
import { anyOf, phrases, withCodes } from './phrases.ts';
import { readSetting, readSettingAnswer } from './setting-words.ts';
import { readSpokenCorrection } from './spoken-correction.ts';
import { readFiguresQuestion } from './talk/figures-question.ts';
import { readCaseCommand } from './typed-verbs.ts';

type IntakeCommand = Extract<Command, { name: 'intake' }>;

function intake(verb: IntakeCommand['verb'], input: IntakeCommand['input'] = {}): IntakeCommand {
  return { name: 'intake', verb, draftId: null, revision: null, input };
}

const WHOLE_LINE = phrases<WholeLineCommand>(({ commandWords }) => commandWords.wholeLine);
const COMMANDS: Readonly<Record<WholeLineCommand, Command>> = {
  new: { name: 'new' },
  guided: { name: 'guided' },
  help: { name: 'help' },
  greet: { name: 'greet' },
  tasks: { name: 'cases', filter: 'tasks' },
  settings: { name: 'settings' },
  cancel: { name: 'cancel' },
  back: { name: 'back' },
  disconnect: { name: 'disconnect' },
  confirm: intake('intake.confirm'),
  submit: intake('intake.submit'),
  edit: intake('intake.edit'),
  resume: intake('intake.resume'),
  restart: intake('intake.restart'),
  'list-outreach': { name: 'outreach', verb: 'outreach.list', id: null, input: {} },
  catalogue: { name: 'offers', kind: null, words: '', areas: [] },
};

const SPEAK = phrases<Language>(({ commandWords }) => commandWords.speak);
const LANGUAGE_WORDS = withCodes(LANGUAGES, ({ commandWords }) => commandWords.languages);
const FILTERS = phrases<CaseFilter>(({ commandWords }) => commandWords.filters);
const PAGE = anyOf(({ particles }) => particles.page);
const PAGED = new RegExp(`^(.*?)\\s*(?:(?:${PAGE})\\s+)?(\\d{1,4})?$`, 'is');
const AGAIN = new RegExp(`^(.*?\\S)[\\s,:–-]+(?:${anyOf(({ particles }) => particles.again)})$`, 'is');
const TO = new RegExp(`^(?:${anyOf(({ particles }) => particles.to)})\\s+(?=\\S)`, 'i');
const BECAUSE = new RegExp(`^[\\s:,–-]*(?:${anyOf(({ particles }) => particles.because)})?[\\s:,–-]*`, 'i');
const NEW_CASE = new RegExp(`^(?:${anyOf(({ particles }) => particles.newCase)})(?=$|\\s)\\s*`, 'i');
const NEW_NEED = new RegExp(`^(?:${anyOf(({ particles }) => particles.newNeed)})(?=$|\\s)\\s*`, 'i');
const WITH = new RegExp(`^(?:${anyOf(({ particles }) => particles.with)})\\s+`, 'i');
const THANKS = new RegExp(`[\\s,]+(?:${anyOf(({ particles }) => particles.thanks)})[\\s.!]*$`, 'i');
const ASKS = new RegExp(`^(?:${anyOf(({ particles }) => particles.shows)})\\s+(?=\\S)`, 'i');
const IN_CVR = new RegExp(`^(?:cvr|${anyOf(({ particles }) => particles.inCvr)})\\b[\\s:]*`, 'i');

/** `sager kontor side 2`, `sager ikke i CRM send igen`. A word that is no filter means the line is no command. */
function readCases(rest: string): Command | undefined {
  const again = AGAIN.exec(rest)?.[1];
  if (again !== undefined)
    return FILTERS.get(foldWords(again)) === 'not-in-crm'
      ? { name: 'cases', filter: 'not-in-crm', again: true }
      : undefined;
  const paged = PAGED.exec(rest);
  const words = paged?.[1]?.trim() ?? '';
  const page = paged?.[2] === undefined ? undefined : Number(paged[2]);
  const filter = words === '' ? undefined : FILTERS.get(foldWords(words));
  if (words !== '' && filter === undefined) return undefined;
  return { name: 'cases', ...(filter && { filter }), ...(page !== undefined && { page: Math.max(1, page) }) };
}

const LISTS = phrases<CaseFilter>(({ commandWords }) => commandWords.lists);
const SWITCHES = phrases<'on' | 'off'>(({ commandWords }) => commandWords.switches);

/** `afventer os side 2`: a line that names a list without the word for cases. */
function readList(line: string): Command | undefined {
  const paged = PAGED.exec(line);
  const filter = LISTS.get(foldWords(paged?.[1]?.trim() ?? ''));
  const page = paged?.[2];
  return filter && { name: 'cases', filter, ...(page !== undefined && { page: Math.max(1, Number(page)) }) };
}

function readOverview(rest: string): Command | undefined {
  if (rest === '') return { name: 'overview' };
  const daily = SWITCHES.get(foldWords(rest));
  return daily && { name: 'overview', daily: daily === 'on' };
}

/** `månedsoversigt oktober`, `månedsoversigt fra`. */
function readDigest(rest: string): Command | undefined {
  const wanted = SWITCHES.get(foldWords(rest));
  if (wanted) return { name: 'digest', month: null, wanted: wanted === 'on' };
  const month = rest === '' ? null : readPeriod(rest);
  if (month === null) return { name: 'digest', month };
  return month && month.kind !== 'days' && month.unit === 'month' ? { name: 'digest', month } : undefined;
}

/**
 * An organisation's id, or a single unknown word, which the application refuses by name. A sentence is no organisation.
 */
function organisationOrWord(rest: string): string | undefined {
  return organisationOf(rest) ?? (/^[\p{L}\d][\p{L}\d-]*$/u.test(rest) ? rest : undefined);
}

function readCorrect(rest: string): Command | undefined {
  const named = rest.replace(/^([^:=]+)[:=]/, '$1 ');
  const beside = leading(named, BESIDE_WORDS);
  if (beside && beside.rest !== '') {
    const { value: field, rest: value } = beside;
    return { name: 'correct', field, value: field === 'handover' ? readHandoverForm(value) : value };
  }
  const found = leading(named, FIELD_WORDS);
  if (!found || found.rest === '') return undefined;
  const value = found.rest.replace(TO, '');
  return { name: 'correct', field: found.value, value: readFieldValue(found.value, value) ?? value };
}

function readOverride(rest: string): Command | undefined {
  const found = readOrganisation(rest);
  if (!found) return undefined;
  const reason = found.rest.replace(BECAUSE, '');
  return intake('intake.override', { organisation: found.organisation, reason });
}

function readLookup(rest: string): Command | undefined {
  const cvr = readFieldValue('cvr', rest.replace(IN_CVR, '')) ?? '';
  return /^\d+$/.test(cvr) ? intake('intake.lookup', { cvr }) : undefined;
}

function readConfirm(rest: string): Command | undefined {
  const anyway = NEW_CASE.exec(rest)?.[0];
  const more = rest.slice(anyway?.length ?? 0);
  const newNeed = NEW_NEED.exec(more)?.[0];
  const basis = more.slice(newNeed?.length ?? 0).replace(WITH, '');
  const read = basisInput(basis);
  if (basis !== '' && read === undefined) return undefined;
  return intake('intake.confirm', {
    ...read,
    ...(anyway !== undefined && { anyway: 'true' }),
    ...(newNeed !== undefined && { newNeed: 'true' }),
  });
}

const WITH_REST = phrases<CommandWithRest>(({ commandWords }) => commandWords.withRest);

/** Readers of commands with an argument. Undefined: the line is no command. */
const READERS: Readonly<Record<CommandWithRest, (rest: string) => Command | undefined>> = {
  log: (text) => (text === '' ? undefined : { name: 'log', text }),
  cases: readCases,
  case: readCase,
  overview: readOverview,
  digest: readDigest,
  figures: readFigures,
  'grey-zones': (rest) => aboutOwn('grey-zones', rest),
  dialogue: (rest) => aboutOwn('dialogue', rest),
  absence: readAbsence,
  set: readSettingOrField,
  'set-setting': readSetting,
  'show-setting': (rest) => readSettingAnswer('setting.look', rest) ?? readSetting(rest),
  'accept-setting': (rest) => readSettingAnswer('setting.accept', rest),
  'decline-setting': (rest) => readSettingAnswer('setting.decline', rest),
  'withdraw-setting': (rest) => readSettingAnswer('setting.withdraw', rest),
  correct: readCorrect,
  confirm: readConfirm,
  override: readOverride,
  lookup: readLookup,
  language: (rest) => withLanguage(LANGUAGE_WORDS.get(foldWords(rest))),
  connect: (rest) => withOrganisation('connect', rest),
  disconnect: (rest) => withOrganisation('disconnect', rest),
  admit: withName,
  'act-as': (rest) => withOrganisation('act-as', rest),
  offers: readOffers,
  'search-offers': readOfferSearch,
  advisers: readAdvisers,
  'search-advisers': readAdviserSearch,
  'choose-adviser': readChoice,
  'look-outreach': readLook,
  'plan-outreach': readPlan,
  'made-outreach': readMade,
  'clear-outreach': (rest) => readReply('outreach.clear', rest),
  'object-outreach': (rest) => readReply('outreach.object', rest),
  'cancel-outreach': (rest) => readReply('outreach.cancel', rest),
  'show-outreach': (rest) => readReply('outreach.show', rest),
};

/** `set phone 40 41 12 34` is the office's telephone, or that of the enquiry under way: the application knows which. */
function readSettingOrField(rest: string): Command | undefined {
  const setting = readSetting(rest);
  const field = readCorrect(rest);
  if (setting?.name !== 'setting') return setting;
  const asField = field?.name === 'correct' ? { field: field.field, value: field.value } : null;
  return { ...setting, asField };
}

/** `gråzoner K3 2026`: read as the figures are. */
function aboutOwn(about: FiguresAbout, rest: string): Command | undefined {
  const read = readFigures(rest);
  return read?.name === 'figures' ? { ...read, about } : undefined;
}

function withName(rest: string): Command | undefined {
  const person = rest.replace(/^@/, '').trim();
  return person === '' ? undefined : { name: 'admit', person };
}

function withLanguage(language: Language | undefined): Command | undefined {
  return language && { name: 'language', language };
}

function withOrganisation(name: 'connect' | 'disconnect' | 'act-as', rest: string): Command | undefined {
  // `som altid` and `as discussed` are everyday words, so only an organisation that exists makes them a command.
  const organisation = name === 'act-as' ? organisationOf(rest) : organisationOrWord(rest);
  return organisation === undefined ? undefined : { name, organisation };
}

function readCase(rest: string): Command | undefined {
  const found = readCaseId(rest);
  if (found) return found.rest === '' ? { name: 'case', caseId: found.caseId } : undefined;
  return /^(?=\S*\d)[A-Za-z\d-]{1,12}$/.test(rest) ? { name: 'case', caseId: rest.toUpperCase() } : undefined;
}

/**
 * Reads a typed line as a command (contracts, "Chat"), in any of the languages; mentions are already removed. Politeness
 * around a command is no part of it: `tal sidste måned tak`. A line that is no command, such as a need in plain words or a
 * near-miss of a command word, becomes `say` with the text as typed. Never refuses.
 */
export function readCommand(text: string): Command {
  const command = commandOf(text);
  if (command.name !== 'say') return command;
  const bare = command.text.replace(THANKS, '').replace(ASKS, '');
  const plain = bare === command.text || bare === '' ? command : commandOf(bare);
  if (plain.name !== 'say') return plain;
  return readSpokenCorrection(command.text) ?? readFiguresQuestion(command.text) ?? command;
}

function commandOf(text: string): Command {
  const line = text.trim().replace(/^\/(?=\p{L})/u, '');
  if (line === '') return { name: 'greet' };
  if (/^[?？]+$/.test(line)) return { name: 'help' };
  const whole = WHOLE_LINE.get(foldWords(line));
  if (whole) return COMMANDS[whole];
  const language = SPEAK.get(foldWords(line));
  if (language) return { name: 'language', language };
  const list = readList(line);
  if (list) return list;
  const caseCommand = readCaseCommand(line);
  if (caseCommand) return caseCommand;
  const found = leading(line.replace(/^(\p{L}+):/u, '$1 '), WITH_REST);
  return (found && READERS[found.value](found.rest)) ?? { name: 'say', text: line };
}
