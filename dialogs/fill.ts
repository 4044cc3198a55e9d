import { findMunicipality } from '../src/core/municipalities.ts';
import { organisationName, parseOrganisation } from '../src/core/organisation.ts';
import type { Language, Localized } from '../src/core/vocabulary.ts';
import { FIELD_LABELS, FILTER_LABELS, STATUS_LABELS } from './case-labels.ts';
import { momentWords } from './dates.ts';
import { AREA_LABELS } from './labels.ts';
import { leftOutWords } from './left-out-words.ts';
import { both, listOf } from './say.ts';

const PROBLEMS: Readonly<Record<string, Localized>> = {
  'unknown-verb': both('ukendt handling', 'unknown action'),
  'unknown-key': both('ukendt felt', 'unknown field'),
  'bad-value': both('ugyldig værdi i', 'invalid value in'),
  'too-long': both('for lang tekst i', 'too long a text in'),
  missing: both('der mangler', 'missing'),
  'not-an-object': both('ikke et kort fra mig', 'no card of mine'),
};

/** `unknown-key actor` as `ukendt felt "actor"` (`cards/actions.ts` says what it can be). */
function problemWords(problem: string, language: Language): string {
  const [kind = '', ...named] = problem.split(' ');
  const words = labelled(PROBLEMS, kind)?.[language];
  if (!words) return problem;
  return named.length > 0 ? `${words} "${named.join(' ')}"` : words;
}

export type Params = Readonly<Record<string, string | number>>;

function labelled<Label>(labels: Readonly<Record<string, Label>>, key: string): Label | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function areaWords(codes: string, language: Language): string {
  const words = codes.split(',').map((code) => labelled(AREA_LABELS, code)?.[language] ?? code);
  return listOf(words, language);
}

/** A parameter in words: organisations, municipalities, fields, statuses and instants by what they are. */
function inWords(name: string, value: string | number, language: Language, now: string | undefined): string {
  if (typeof value === 'number') return String(value);
  const organisation = parseOrganisation(value);
  if (organisation) return organisationName(organisation);
  if (name === 'problem') return problemWords(value, language);
  if (name === 'areas') return areaWords(value, language);
  if (name === 'parts') return leftOutWords(value, language);
  if (name === 'municipality') return findMunicipality(value)?.name ?? value;
  if (name === 'field') return labelled(FIELD_LABELS, value)?.[language] ?? value;
  if (name === 'status') return labelled(STATUS_LABELS, value)?.[language].toLowerCase() ?? value;
  if (name === 'filter') return labelled(FILTER_LABELS, value)?.[language] ?? value;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return momentWords(value, now ?? value, language);
  return value;
}

/**
 * A sentence with its `{parameters}` filled in. A part in square brackets is said only when every parameter in it is
 * there: `Sagen er hos {owner}[ ({person})].` What is missing elsewhere is left out rather than shown as a code.
 */
export function fill(sentence: string, params: Params, language: Language, now?: string): string {
  const given = (name: string) => (Object.hasOwn(params, name) ? params[name] : undefined);
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = given(name);
      return value === undefined ? '' : inWords(name, value, language, now);
    });
  return put(
    sentence.replace(/\[([^[\]]*)\]/g, (_, part: string) => {
      const names = [...part.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      return names.every((name) => (given(name) ?? '') !== '') ? part : '';
    }),
  )
    .replace(/ {2,}/g, ' ')
    .replace(/ ([.,:;])/g, '$1')
    .trim();
}
