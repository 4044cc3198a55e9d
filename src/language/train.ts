import { writeFileSync } from 'node:fs';
import { readCorpus } from './corpus.ts';
import { knowledgeOf, skipOf } from './create-language-model.ts';
import { readPlaces } from './entities/places.ts';
import { readLexicon } from './lexicon.ts';
import { storeModel } from './linear-model.ts';
import { digestOf, trainModel } from './train-model.ts';

/** `npm run train`: trains the model on the corpus and the lexicon, and stores it. Takes some seconds. */

const examples = readCorpus();
const lexicon = readLexicon();
const knowledge = knowledgeOf(readPlaces(), lexicon);
const { model } = trainModel(examples, lexicon, (text) => skipOf(text, '2026-01-01', knowledge));
writeFileSync(
  new URL('./need-areas.model', import.meta.url),
  `${JSON.stringify(storeModel(model, digestOf(examples, lexicon)))}\n`,
);
