import { type Features, featuresOf, type Reader, type Stretch } from './features.ts';
import { type LinearModel, scoresOf } from './linear-model.ts';

/** The deduction from a clause's scores, compared with the whole text. */
const CLAUSE_COST = 1;
const BETWEEN = /[,.;:!?\n–]|(?<!\p{L})(?:og|men|samt|også|and|but|also)(?!\p{L})/giu;
/** The ends of a longer text's sentences and lines. */
const SENTENCE_END = /[.!?;](?=\s)|\n|^\s*[-•*]\s/gm;
const MOST_CLAUSES = 12;
const MOST_SENTENCES = 60;

/**
 * Raw scores of a text per area: those of the whole text, or of one of its clauses where that is clearer. A need named
 * beside another is then as clear as it would be alone.
 */
export function scoreText(
  text: string,
  skip: readonly Stretch[],
  reader: Reader,
  model: LinearModel,
): { readonly scores: Float64Array; readonly whole: Features } {
  const whole = featuresOf(text, skip, reader);
  const scores = scoresOf(model, whole.features);
  const clauses = clausesOf(text) ?? [];
  if (clauses.length > 1) {
    for (const { start, end } of clauses) {
      const within = skip
        .filter((stretch) => stretch.start < end && stretch.end > start)
        .map((stretch) => ({ start: stretch.start - start, end: stretch.end - start }));
      const clause = featuresOf(text.slice(start, end), within, reader);
      if (clause.known === 0 && clause.hits.length === 0) continue;
      scoresOf(model, clause.features).forEach((score, area) => {
        scores[area] = Math.max(scores[area] ?? score, score - CLAUSE_COST);
      });
    }
  }
  return { scores, whole };
}

/**
 * The clauses of a text, or the sentences of a longer one such as an e-mail. Undefined for texts with very many: they
 * are lists or no prose, and are read as a whole.
 */
function clausesOf(text: string): readonly Stretch[] | undefined {
  return partsOf(text, BETWEEN, MOST_CLAUSES) ?? partsOf(text, SENTENCE_END, MOST_SENTENCES);
}

/** Whether a text is read by sentences, and so may tell of many needs. */
export function isLong(text: string): boolean {
  return partsOf(text, BETWEEN, MOST_CLAUSES) === undefined;
}

function partsOf(text: string, between: RegExp, most: number): readonly Stretch[] | undefined {
  const clauses: Stretch[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(between)) {
    if (index > start) clauses.push({ start, end: index });
    start = index + mark.length;
    if (clauses.length > most) return undefined;
  }
  if (start < text.length) clauses.push({ start, end: text.length });
  return clauses;
}
