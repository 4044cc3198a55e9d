import type { CaseFilter, Command } from '../src/core/command.ts';
import { readCaseCommand } from './case-commands.ts';
import { readCaseId } from './case-id.ts';
import { BASIS_WORDS, FIELD_WORDS, readFieldValue } from './field-words.ts';
import { fold, leading } from './fold.ts';
import { organisationOf, readOrganisation } from './organisation-words.ts';

type IntakeCommand = Extract<Command, { name: 'intake' }>;

function intake(verb: IntakeCommand['verb'], input: IntakeCommand['input'] = {}): IntakeCommand {
  return { name: 'intake', verb, draftId: null, revision: null, input };
}

function phrases<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map(
    entries.flatMap(([words, value]) => words.split('|').map((word) => [fold(word), value] as const)),
  );
}

/** Commands that are the whole line. Anything more on the line makes it no command: `ny maskine` is a need. */
const WHOLE_LINE = phrases<Command>([
  ['ny|new|start|ny henvendelse|ny sag|new case|new enquiry|log', { name: 'new' }],
  ['guide|guidet|guided|trin for trin|step by step|et spørgsmål ad gangen', { name: 'guided' }],
  [
    'hjælp|help|hjælp mig|kommandoer|commands|menu|hvad kan du|hvad kan jeg skrive|hvordan virker det' +
      '|what can you do|what can i type|how does this work',
    { name: 'help' },
  ],
  ['hej|hejsa|hallo|hi|hello|goddag|god morgen|godmorgen|dav|hey', { name: 'greet' }],
  ['annuller|annullér|afbryd henvendelse|cancel|drop|stop', { name: 'cancel' }],
  ['tilbage|back|forrige', { name: 'back' }],
  ['afbryd|afbryd forbindelse|disconnect', { name: 'disconnect' }],
  ['bekræft|bekraeft|confirm', intake('intake.confirm')],
  ['indsend|send ind|færdig|submit|done', intake('intake.submit')],
  ['rediger|edit|ret|correct', intake('intake.edit')],
  ['genoptag|fortsæt|resume|continue', intake('intake.resume')],
  ['forfra|start forfra|restart|start again|start over', intake('intake.restart')],
  ['dansk|på dansk', { name: 'language', language: 'da' }],
  ['english|in english|engelsk', { name: 'language', language: 'en' }],
]);

const LANGUAGES = phrases<'da' | 'en'>([
  ['da|dansk|danish', 'da'],
  ['en|engelsk|english', 'en'],
]);

const FILTERS = phrases<CaseFilter>([
  ['mine|mine sager|my', 'mine'],
  ['kontor|kontoret|kontorets|alle|office', 'office'],
  ['frist|frist snart|due|due soon', 'due'],
  ['brudt|overskredet|frist overskredet|broken|overdue', 'broken'],
  ['ikke leveret|ikke leverede|uleveret|not delivered|not-delivered', 'not-delivered'],
]);

/** `sager kontor side 2`; a word that is no filter means that the line was no command. */
function readCases(rest: string): Command | undefined {
  const paged = /^(.*?)\s*(?:(?:side|page)\s+)?(\d{1,4})?$/is.exec(rest);
  const words = paged?.[1]?.trim() ?? '';
  const page = paged?.[2] === undefined ? undefined : Number(paged[2]);
  const filter = words === '' ? undefined : FILTERS.get(fold(words));
  if (words !== '' && filter === undefined) return undefined;
  return { name: 'cases', ...(filter && { filter }), ...(page !== undefined && { page: Math.max(1, page) }) };
}

/** An organisation, or one unknown word for the application to refuse by name; a sentence is no organisation. */
function organisationOrWord(rest: string): string | undefined {
  return organisationOf(rest) ?? (/^[\p{L}\d][\p{L}\d-]*$/u.test(rest) ? rest : undefined);
}

function readCorrect(rest: string): Command | undefined {
  const found = leading(rest.replace(/^([^:=]+)[:=]/, '$1 '), FIELD_WORDS);
  if (!found || found.rest === '') return undefined;
  const value = found.rest.replace(/^(?:til|to)\s+(?=\S)/i, '');
  return { name: 'correct', field: found.value, value: readFieldValue(found.value, value) ?? value };
}

function readOverride(rest: string): Command | undefined {
  const found = readOrganisation(rest);
  if (!found) return undefined;
  const reason = found.rest.replace(/^[\s:,–-]*(?:fordi|because)?[\s:,–-]*/i, '');
  return intake('intake.override', { organisation: found.organisation, reason });
}

function readLookup(rest: string): Command | undefined {
  const cvr = readFieldValue('cvr', rest.replace(/^(?:cvr|i cvr)\b[\s:]*/i, '')) ?? '';
  return /^\d+$/.test(cvr) ? intake('intake.lookup', { cvr }) : undefined;
}

function readConfirm(rest: string): Command | undefined {
  const anyway = /^(?:en\s+|a\s+)?(?:ny(?:\s+sag)?|new(?:\s+case)?)(?=$|\s)\s*/i.exec(rest)?.[0];
  const basis = rest.slice(anyway?.length ?? 0).replace(/^(?:med|with)\s+/i, '');
  const consent = BASIS_WORDS.get(fold(basis));
  if (basis !== '' && consent === undefined) return undefined;
  return intake('intake.confirm', {
    ...(consent && { consent }),
    ...(anyway !== undefined && { anyway: 'true' }),
  });
}

/** Commands that take something more; undefined from the reader means that the line was no command. */
const WITH_REST = phrases<(rest: string) => Command | undefined>([
  ['log|notér|noter', (text) => (text === '' ? undefined : { name: 'log', text })],
  ['sager|cases|mine sager|my cases', readCases],
  ['sag|case|vis sag|show case', readCase],
  ['ret|correct|change', readCorrect],
  ['bekræft|confirm', readConfirm],
  ['anden ejer|other owner|vælg ejer|ejer|owner', readOverride],
  ['slå op|slå cvr op|lookup|look up|cvr', readLookup],
  ['sprog|language', (rest) => withLanguage(LANGUAGES.get(fold(rest)))],
  ['forbind|connect', (rest) => withOrganisation('connect', rest)],
  ['afbryd|disconnect', (rest) => withOrganisation('disconnect', rest)],
  ['giv adgang|giv adgang til|let in|give access|give access to', withName],
  ['som|as|act as', (rest) => withOrganisation('act-as', rest)],
]);

function withName(rest: string): Command | undefined {
  const person = rest.replace(/^@/, '').trim();
  return person === '' ? undefined : { name: 'admit', person };
}

function withLanguage(language: 'da' | 'en' | undefined): Command | undefined {
  return language && { name: 'language', language };
}

function withOrganisation(name: 'connect' | 'disconnect' | 'act-as', rest: string): Command | undefined {
  // `som altid` and `as discussed` are everyday words: only an organisation that exists makes them a command.
  const organisation = name === 'act-as' ? organisationOf(rest) : organisationOrWord(rest);
  return organisation === undefined ? undefined : { name, organisation };
}

function readCase(rest: string): Command | undefined {
  const found = readCaseId(rest);
  if (found) return found.rest === '' ? { name: 'case', caseId: found.caseId } : undefined;
  return /^(?=\S*\d)[A-Za-z\d-]{1,12}$/.test(rest) ? { name: 'case', caseId: rest.toUpperCase() } : undefined;
}

/**
 * A typed line as a command (contracts, "Chat"), in Danish or English, mentions already removed. What is no command, a
 * need described in words or a near-miss of a command word, becomes `say` with the text as typed. Never refuses.
 */
export function readCommand(text: string): Command {
  const line = text.trim().replace(/^\/(?=\p{L})/u, '');
  if (line === '') return { name: 'greet' };
  if (/^[?？]+$/.test(line)) return { name: 'help' };
  const whole = WHOLE_LINE.get(fold(line));
  if (whole) return whole;
  const caseCommand = readCaseCommand(line);
  if (caseCommand) return caseCommand;
  const found = leading(line.replace(/^(\p{L}+):/u, '$1 '), WITH_REST);
  return found?.value(found.rest) ?? { name: 'say', text: line };
}
