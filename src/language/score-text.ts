import type { Area } from '../core/vocabulary.ts';
import { type Features, featuresOf, type Reader, type Stretch } from './features.ts';
import { type Evidence, type Fitted, probabilitiesOf } from './linear-model.ts';

/**
 * Where a clause alone is as sure of an area as this, the whole text is at least `HEARD` sure of it. Of such areas beside
 * a clear one six in ten are right: enough to offer, too few to fill in.
 */
const SURE = 0.65;
const HEARD = 0.2;
const BETWEEN = /[,.;:!?\n–]|(?<!\p{L})(?:og|men|samt|også|and|but|also)(?!\p{L})/giu;
const MOST_CLAUSES = 12;

/** How likely each area is in a text, and how it stands there. */
export interface Scored {
  /** Per area, in the order of AREAS. */
  readonly probabilities: Float64Array;
  /** The areas that a strong term of the lexicon names. */
  readonly literal: ReadonlySet<Area>;
}

/** What the strong terms that stand in a text say of an area. */
export function evidenceOf({ literal }: Pick<Scored, 'literal'>, area: Area): Evidence {
  if (literal.has(area)) return literal.size === 1 ? 'alone' : 'among';
  return literal.size === 0 ? 'none' : 'others';
}

/** Scores a text: its probabilities are those of the whole text, raised where one of its clauses is clear by itself. */
export function scoreText(
  text: string,
  skip: readonly Stretch[],
  reader: Reader,
  model: Fitted,
): Scored & { readonly whole: Features } {
  const whole = featuresOf(text, skip, reader);
  const probabilities = probabilitiesOf(model, whole.features);
  const clauses = clausesOf(text) ?? [];
  if (clauses.length > 1) {
    for (const { start, end } of clauses) {
      const within = skip
        .filter((stretch) => stretch.start < end && stretch.end > start)
        .map((stretch) => ({ start: stretch.start - start, end: stretch.end - start }));
      const clause = featuresOf(text.slice(start, end), within, reader);
      probabilitiesOf(model, clause.features).forEach((probability, area) => {
        if (probability >= SURE) probabilities[area] = Math.max(probabilities[area] ?? 0, HEARD);
      });
    }
  }
  const literal = new Set(whole.hits.flatMap(({ term }) => (term.strong ? [term.area] : [])));
  return { probabilities, literal, whole };
}

/** Whether a text is as long as a letter, and so may tell of many needs. */
export function isLetter(text: string): boolean {
  return clausesOf(text) === undefined;
}

/** The clauses of a text. Undefined for texts with very many: they are read as a whole. */
function clausesOf(text: string): readonly Stretch[] | undefined {
  const clauses: Stretch[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(BETWEEN)) {
    if (index > start) clauses.push({ start, end: index });
    start = index + mark.length;
    if (clauses.length > MOST_CLAUSES) return undefined;
  }
  if (start < text.length) clauses.push({ start, end: text.length });
  return clauses;
}
