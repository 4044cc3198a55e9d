import { BASES, BASIS_SCOPES, type BasisKind, type BasisScope } from '../src/core/vocabulary.ts';
import { foldWords } from './fold.ts';
import { anyOf, withCodes } from './phrases.ts';

const BASIS_WORDS = withCodes(
  BASES,
  ({ fieldWords }) => fieldWords.basis,
  ({ labels }) => labels.basis,
);
const SCOPE_WORDS = withCodes(
  BASIS_SCOPES,
  ({ fieldWords }) => fieldWords.basisScope,
  ({ labels }) => labels.basisScope,
);
const COVERS = new RegExp(`^(.+?)[\\s,:]+(?:${anyOf(({ particles }) => particles.covers)})\\s+(.+)$`, 'is');

/** A basis, and what it covers where that was said. */
interface TypedBasis {
  readonly kind: BasisKind;
  readonly scope?: BasisScope;
}

/** Reads a basis by its words: `samtykke`, `offentlig opgave`, `samtykke til alt`. Undefined where the words are no basis. */
export function readBasis(text: string): TypedBasis | undefined {
  const kind = BASIS_WORDS.get(foldWords(text));
  if (kind) return { kind };
  const [, before = '', after = ''] = COVERS.exec(text.trim()) ?? [];
  const covered = BASIS_WORDS.get(foldWords(before));
  const scope = SCOPE_WORDS.get(foldWords(after));
  if (!covered || !scope) return undefined;
  return covered === 'declined' ? { kind: covered } : { kind: covered, scope };
}

/** The same as the intake's form sends it. */
export function basisInput(
  text: string,
): { readonly consent: BasisKind; readonly basisScope?: BasisScope } | undefined {
  const read = readBasis(text);
  return read && { consent: read.kind, ...(read.scope && { basisScope: read.scope }) };
}
