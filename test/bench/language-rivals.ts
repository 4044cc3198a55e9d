import { createRequire } from 'node:module';
import natural from 'natural/lib/natural/classifiers/index.js';
import { z } from 'zod';
import { AREAS, type Area } from '../../src/core/vocabulary.ts';
import type { Example } from '../../src/language/corpus.ts';

/** Something that says which areas a text is about. */
export interface Classifier {
  classify(text: string): Promise<readonly Area[]>;
}

export type Train = (examples: readonly Example[]) => Promise<Classifier>;

function areaOf(label: string): readonly Area[] {
  return AREAS.filter((area) => area === label);
}

/** `natural`'s BayesClassifier as it comes: Porter's stemmer, one area for every text. */
export const trainNatural: Train = async (examples) => {
  const bayes = new natural.BayesClassifier();
  for (const { text, areas } of examples) for (const area of areas) bayes.addDocument(text, area);
  bayes.train();
  return { classify: async (text) => areaOf(bayes.classify(text)) };
};

const ANSWER = z.object({ classifications: z.array(z.object({ intent: z.string(), score: z.number() })) });
/** What nlp.js itself asks of an intent before it names it. */
const ITS_THRESHOLD = 0.5;

interface NlpJs {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<unknown>;
}

/**
 * nlp.js with its Danish language pack as it comes. Above its own threshold every intent counts; where none reaches it,
 * the best one does, so that it is not punished for being cautious.
 */
export const trainNlpJs: Train = async (examples) => {
  // The packages carry no types.
  const load = createRequire(import.meta.url);
  const { containerBootstrap } = load('@nlpjs/core');
  const { LangDa } = load('@nlpjs/lang-da');
  const { Nlp } = load('@nlpjs/nlp');
  const container = await containerBootstrap();
  container.use(LangDa);
  const nlp: NlpJs = new Nlp({ container, languages: ['da'], autoSave: false, nlu: { log: false } });
  for (const { text, areas } of examples) for (const area of areas) nlp.addDocument('da', text, area);
  await nlp.train();
  return {
    async classify(text) {
      const ranked = ANSWER.parse(await nlp.process('da', text)).classifications;
      const sure = ranked.filter(({ score }) => score >= ITS_THRESHOLD);
      const best = ranked.filter(({ intent }) => intent !== 'None').slice(0, 1);
      const named = sure.flatMap(({ intent }) => areaOf(intent));
      return named.length > 0 ? named : best.flatMap(({ intent }) => areaOf(intent));
    },
  };
};
