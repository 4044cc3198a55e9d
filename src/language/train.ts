import { writeFileSync } from 'node:fs';
import { readCorpus, readVoices } from './corpus.ts';
import { knowledgeOf, skipOf } from './create-language-model.ts';
import { readPlaces } from './entities/places.ts';
import type { Skip } from './fit-model.ts';
import { readLexicon } from './lexicon.ts';
import { storeModel } from './linear-model.ts';
import { digestOf, trainModel } from './train-model.ts';

/** `npm run train`: trains the model on the corpus, the voices and the lexicon, and stores it. Takes three or four minutes. */

const corpus = readCorpus();
const voices = readVoices();
const lexicon = readLexicon();
const knowledge = knowledgeOf(readPlaces(), lexicon);
const skipped = new Map<string, ReturnType<typeof skipOf>>();
const skip: Skip = (text) => {
  // Each fold reads most of the same texts.
  const before = skipped.get(text);
  if (before) return before;
  const stretches = skipOf(text, '2026-01-01', knowledge);
  skipped.set(text, stretches);
  return stretches;
};
const model = trainModel(corpus, voices, lexicon, skip);
writeFileSync(
  new URL('./need-areas.model', import.meta.url),
  `${JSON.stringify(storeModel(model, digestOf([...corpus, ...voices], lexicon, skip)))}\n`,
);
