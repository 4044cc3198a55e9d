import type { RawInput } from '../src/core/raw-input.ts';
import { BASIS_WORDS, RETURN_REASON_WORDS } from './field-words.ts';
import { fold, leading } from './fold.ts';
import { leadingMoment } from './moment-words.ts';
import { readOrganisation } from './organisation-words.ts';

/** What follows the case's id on a typed line, as the inputs of a verb; undefined where the line is no command. */
export type ReadInput = (rest: string) => RawInput | undefined;

/** Nothing may follow: what does follow makes the line no command, so that nothing typed is lost. */
export const nothing: ReadInput = (rest) => (rest === '' ? {} : undefined);

/** The rest as one input, left out where nothing follows. */
export function as(id: string): ReadInput {
  return (rest) => (rest === '' ? {} : { [id]: rest });
}

function reasonOf(text: string): RawInput {
  const reason = text.replace(/^[\s:,–-]*(?:(?:fordi|because)\s+)?/i, '');
  return reason === '' ? {} : { reason };
}

/** `Erhvervshus Midtjylland eksport til Tyskland`. */
export const organisationAndReason: ReadInput = (rest) => {
  const found = readOrganisation(rest);
  if (found) return { organisation: found.organisation, ...reasonOf(found.rest) };
  // The application names the organisation that it does not know.
  const [first = '', ...others] = rest.split(/\s+/);
  return { organisation: first, ...reasonOf(others.join(' ')) };
};

/** `forkert geografi: de bor i Skive`. */
export const returnReason: ReadInput = (rest) => {
  const found = leading(rest.replace(/^([^:]{2,60}):/, '$1 '), RETURN_REASON_WORDS);
  if (found) return { reasonCode: found.value, ...reasonOf(found.rest) };
  return reasonOf(rest);
};

/** `LES Viborg fælles de kender dem`. */
export const settlement: ReadInput = (rest) => {
  const found = readOrganisation(rest);
  if (!found) return rest === '' ? {} : { organisation: rest };
  const joint = /^[\s,:]*(?:i\s+)?(?:fælles(?:\s+forløb)?|joint(?:ly)?)(?=$|[\s,:])/i.exec(found.rest);
  return {
    organisation: found.organisation,
    ...(joint && { joint: 'true' }),
    ...reasonOf(found.rest.slice(joint?.[0].length ?? 0)),
  };
};

/** `samtykke`. */
export const basisKind: ReadInput = (rest) => {
  const kind = BASIS_WORDS.get(fold(rest));
  return kind ? { kind } : as('kind')(rest);
};

/** `til Dan Ravn`, `mig`. */
export const person: ReadInput = (rest) => {
  const who = rest.replace(/^(?:til|to)\s+/i, '');
  if (/^(?:mig|mig selv|me|myself)$/i.test(who)) return { person: 'me' };
  return as('person')(who);
};

/** `LES Viborg fordi de kender dem`; words that name no organisation are taken for one that is not known. */
export const invitation: ReadInput = (rest) => {
  const found = readOrganisation(rest);
  return found ? { organisation: found.organisation, ...reasonOf(found.rest) } : as('organisation')(rest);
};

/** `i morgen kl. 10 de er til møde`; where no moment can be read, the words are taken for one that is not understood. */
export const callBack: ReadInput = (rest) => {
  const { day, time, rest: words } = leadingMoment(rest);
  if (day === undefined && time === undefined) return rest === '' ? {} : { time: rest };
  return {
    ...(day !== undefined && { day }),
    ...(time !== undefined && { time }),
    ...reasonOf(words),
  };
};
