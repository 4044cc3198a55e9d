import { ADVICE_LANGUAGES, ADVISER_KINDS } from '../src/core/advisers/adviser.ts';
import type { AdviserVerb } from '../src/core/advisers/commands.ts';
import type { Command } from '../src/core/command.ts';
import { readCaseId } from './case-id.ts';
import { isSearch, readWordsAndPlace } from './offer-words.ts';
import { withCodes } from './phrases.ts';

/** Reads the typed forms of advisers: `rådgivere eksport Viborg`, `vælg rådgiver Nordisk Eksport K3F9-QTX2`. */

export const ADVISER_KIND_WORDS = withCodes(
  ADVISER_KINDS,
  ({ advisers }) => advisers.kindWords,
  ({ advisers }) => advisers.kinds,
);
export const ADVICE_LANGUAGE_WORDS = withCodes(ADVICE_LANGUAGES, ({ advisers }) => advisers.languages);

function advisers(verb: AdviserVerb, input: Readonly<Record<string, string>>): Command {
  return { name: 'advisers', verb, input };
}

/** `rådgivere eksport i Viborg`. Undefined for a sentence: `rådgivere til vores bestyrelse` is a need. */
export function readAdvisers(rest: string): Command | undefined {
  const read = readWordsAndPlace(rest);
  return read && isSearch(rest, read) ? readAdviserSearch(rest) : undefined;
}

/** `find rådgivere til en bestyrelse`: whatever is looked for. Undefined for a whole sentence. */
export function readAdviserSearch(rest: string): Command | undefined {
  const read = readWordsAndPlace(rest);
  if (!read) return undefined;
  const { words, areas, municipality } = read;
  return advisers('advisers.show', {
    words,
    ...(areas.length > 0 && { areas: areas.join(',') }),
    ...(municipality && { municipality }),
  });
}

/** `vælg rådgiver Nordisk Eksport K3F9-QTX2`: the case's number stands last, or first. */
export function readChoice(rest: string): Command | undefined {
  const [last = ''] = rest.split(/\s+/).slice(-1);
  const found = readCaseId(last);
  const first = found ? undefined : readCaseId(rest);
  if (found?.rest === '') {
    const adviser = rest.slice(0, -last.length).trim();
    return adviser === '' ? undefined : advisers('advisers.choose', { adviser, case: found.caseId });
  }
  if (first && first.rest !== '')
    return advisers('advisers.choose', { adviser: first.rest, case: first.caseId });
  return rest === '' ? undefined : advisers('advisers.choose', { adviser: rest });
}
