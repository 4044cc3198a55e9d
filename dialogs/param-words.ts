import { CODE_LISTS, type CodeList } from '../src/core/case/verbs/fields.ts';
import { CASE_VERBS, type CaseVerb, inputsOf } from '../src/core/case/verbs/index.ts';
import { findMunicipality } from '../src/core/municipalities.ts';
import { organisationName, parseOrganisation } from '../src/core/organisation.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { dateWords, momentWords } from './dates.ts';
import { listLabels } from './list-labels.ts';
import { joined } from './list-of.ts';
import type { InWords } from './sentence-types.ts';
import { type Sentences, sentencesIn } from './sentences.ts';

type Put = (
  value: string,
  words: Sentences,
  moment: (at: string) => string,
  day: (iso: string) => string,
) => string;

function labelled(labels: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

const organisation: Put = (value) => {
  if (value === 'digital') return 'Virksomhedsguiden';
  const known = parseOrganisation(value);
  return known ? organisationName(known) : value;
};

/** `unknown-key actor` as `ukendt felt "actor"`. `readPayload` in `cards/actions.ts` lists the problems. */
const problem: Put = (value, { cardProblems }) => {
  const [kind = '', ...named] = value.split(' ');
  const words = labelled(cardProblems, kind);
  if (words === undefined) return value;
  return named.length > 0 ? `${words} "${named.join(' ')}"` : words;
};

/** `financing,csr` as `Finansiering og Samfundsansvar (CSR)`. */
const areas: Put = (codes, { labels, lists }) =>
  joined(
    codes.split(',').map((code) => labelled(labels.area, code) ?? code),
    lists.and,
  );

/** `les-791,ehm-fyn` as `LES Viborg og Erhvervshus Fyn`. */
const organisations: Put = (ids, words, moment, day) =>
  joined(
    ids.split(',').map((id) => organisation(id, words, moment, day)),
    words.lists.and,
  );

/** `headers,signature` as `mailens hoved og underskriften`. Parts without a name are left out. */
const parts: Put = (codes, { leftOut, lists }) =>
  joined(
    codes.split(',').flatMap((code) => labelled(leftOut, code) ?? []),
    lists.and,
  );

/** The code of a closed list as its choices: `Hos os, Hos virksomheden, Digitalt, Telefon`. */
const choices: Put = (list, words) => {
  const labels = Object.hasOwn(CODE_LISTS, list) ? listLabels(list as CodeList, words) : undefined;
  return labels === undefined ? list : Object.values(labels).join(', ');
};

/** The names of a verb's inputs as they are typed: `ydelser, timer, møde`. */
const inputNames: Put = (verb, { registration }) =>
  CASE_VERBS.some((one) => one === verb)
    ? inputsOf(verb as CaseVerb)
        .map((name) => (labelled(registration.inputs, name) ?? name).split('|')[0])
        .join(', ')
    : verb;

/** `sparring|camps` as `Sparring eller Camps`. */
const services: Put = (names, { lists }) =>
  joined(
    names.split('|').map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
    lists.or,
  );

/** How parameters that are codes become words, by the parameter's name. Other parameters are shown unchanged. */
const PUT: ReadonlyMap<string, Put> = new Map<string, Put>([
  ['organisation', organisation],
  ['owner', organisation],
  ['receiver', organisation],
  ['reasonCode', (value, { caseLabels }) => labelled(caseLabels.returnReason, value) ?? value],
  ['how', (value, { labels }) => labelled(labels.answerForm, value)?.toLowerCase() ?? value],
  ['organisations', organisations],
  ['municipality', (value) => findMunicipality(value)?.name ?? value],
  ['field', (value, { caseLabels }) => labelled(caseLabels.field, value) ?? value],
  ['status', (value, { caseLabels }) => labelled(caseLabels.status, value)?.toLowerCase() ?? value],
  ['problem', problem],
  ['areas', areas],
  ['added', areas],
  ['removed', areas],
  ['parts', parts],
  ['list', choices],
  ['verb', inputNames],
  ['services', services],
  ['setting', (value, { settings }) => labelled(settings.label, value) ?? value],
  ['allowed', (value, { settings }) => labelled(settings.allowed, value) ?? value],
  ['at', (value, _, moment) => moment(value)],
  ['until', (value, _, __, day) => day(value)],
  ['day', (value, _, __, day) => day(value)],
  ['before', (value, _, __, day) => day(value)],
]);

/**
 * The parameters of a notice or refusal in words. `now` is an ISO instant, by which days near it are called `i dag`.
 */
export function inWords<Params extends object>(
  params: Params,
  language: Language,
  now: string | undefined,
): InWords<Params> {
  const words = sentencesIn(language);
  const moment = (at: string) => momentWords(at, now ?? at, language);
  const day = (iso: string) => dateWords(iso, language);
  const worded = Object.entries(params).map(([name, value]) => {
    const put = PUT.get(name);
    return [name, put && typeof value === 'string' && value !== '' ? put(value, words, moment, day) : value];
  });
  return Object.fromEntries(worded) as InWords<Params>;
}
