import { COMMAND_WORDS, fold } from './fold.ts';
import { findMunicipality, MUNICIPALITIES, type MunicipalityCode } from './municipalities.ts';

/** A name for look-up: its letters alone, so that hyphens, spaces and postal codes make no difference. */
function lettersOf(text: string): string {
  return fold(text, COMMAND_WORDS).replace(/[^a-z]/g, '');
}

/** Spoken names of a municipality. Vesthimmerlands and Nordfyns are also called by their names without the s. */
export function spokenNames(name: string): readonly string[] {
  return /(erlands|fyns)$/.test(name) ? [name, name.slice(0, -1)] : [name];
}

const BY_NAME: ReadonlyMap<string, MunicipalityCode> = new Map([
  ...MUNICIPALITIES.flatMap(({ code, name }) =>
    spokenNames(name)
      .map(lettersOf)
      .flatMap((spoken) =>
        [spoken, `${spoken}s`, `${spoken}kommune`, `${spoken}skommune`].map((key) => [key, code] as const),
      ),
  ),
  ['kbh', '101'],
  ['copenhagen', '101'],
  ['aarhusc', '751'],
] as const);

/**
 * A municipality by its typed code or name: `791`, `Viborg`, `viborg kommune`, `8800 Viborg`, `kbh`. Undefined where
 * none matches.
 */
export function readMunicipality(typed: string): MunicipalityCode | undefined {
  return findMunicipality(typed.trim())?.code ?? BY_NAME.get(lettersOf(typed));
}
