import { type Features, featuresOf, type Reader, type Stretch } from './features.ts';
import { type LinearModel, scoresOf } from './linear-model.ts';

/** What a clause by itself counts less than the text as a whole. */
const CLAUSE_COST = 1;
const BETWEEN = /[,.;:!?\n–]|(?<!\p{L})(?:og|men|samt|også|and|but|also)(?!\p{L})/giu;
/** Where the thoughts of a longer text part: its sentences and lines. */
const SENTENCE_END = /[.!?;](?=\s)|\n|^\s*[-•*]\s/gm;
const MOST_CLAUSES = 12;
const MOST_SENTENCES = 60;

/**
 * Raw scores of a text, one for each area: those of the text as a whole, or of one of its clauses where that speaks more
 * clearly. A need that is named beside another is as clear as it would be alone.
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
        .filter((one) => one.start < end && one.end > start)
        .map((one) => ({ start: one.start - start, end: one.end - start }));
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
 * The clauses of a text; of a longer one, such as an e-mail, its sentences. A text of very many is a list or no prose at
 * all, and is read as a whole.
 */
function clausesOf(text: string): readonly Stretch[] | undefined {
  return partsOf(text, BETWEEN, MOST_CLAUSES) ?? partsOf(text, SENTENCE_END, MOST_SENTENCES);
}

/** Whether a text is read by its sentences: it may then tell of many needs. */
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
