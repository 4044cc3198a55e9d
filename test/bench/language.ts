import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LanguageModel } from '../../src/app/ports/language-model.ts';
import { AREAS } from '../../src/core/vocabulary.ts';
import { confidencesOf } from '../../src/language/answer-needs.ts';
import { calibrate, thresholdsOf } from '../../src/language/calibrate.ts';
import { type Example, readCorpus, readExamples, readVoices } from '../../src/language/corpus.ts';
import {
  createLanguageModel,
  knowledgeOf,
  readModel,
  skipOf,
} from '../../src/language/create-language-model.ts';
import { readPlaces } from '../../src/language/entities/places.ts';
import { readEntities } from '../../src/language/entities/read-entities.ts';
import type { Skip } from '../../src/language/fit-model.ts';
import { readLexicon } from '../../src/language/lexicon.ts';
import { voiceFoldsOf } from '../../src/language/train-examples.ts';
import { judgeFold } from '../../src/language/train-model.ts';
import { precisionOf, readMarkedLines, recallOf, tallyEntities } from '../language/marked-lines.ts';
import { reportCosts } from './language-costs.ts';
import { learningCurve, repetitionOf } from './language-curve.ts';
import { FORM_INPUTS, questionsAsked } from './language-questions.ts';
import { type Train, trainNatural, trainNlpJs } from './language-rivals.ts';
import { type Answered, f1Of } from './language-scores.ts';
import { f1OfLines, type ReadLine, readLine, reportSet, reportTable } from './language-sets.ts';
import { withoutTermsOnlyIn } from './language-unseen-terms.ts';

/**
 * `npm run bench:language [-- FILE.jsonl]`: how well typed text is understood by voices left out and on lines kept aside,
 * beside `natural` and nlp.js as they come; how it grows with the voices; how many questions it saves; and what it costs.
 * FILE holds further lines that are kept elsewhere, each `{"text": ..., "areas": [...]}`. Takes some ten minutes.
 */

const TODAY = '2026-11-02';
const corpus = readCorpus();
const voices = readVoices();
const aside = readExamples(readFileSync(join(import.meta.dirname, '../language/aside.txt'), 'utf8'), null);
const lines = readMarkedLines();
const lexicon = readLexicon();
const knowledge = knowledgeOf(readPlaces(), lexicon);
const model = createLanguageModel();
const stored = readModel();
const folds = voiceFoldsOf(voices);

const say = (line = '') => {
  process.stdout.write(`${line}\n`);
};
const share = (value: number) => value.toFixed(3);
const skipped = new Map<string, ReturnType<Skip>>();
const skip: Skip = (text) => {
  const stretches = skipped.get(text) ?? skipOf(text, TODAY, knowledge);
  skipped.set(text, stretches);
  return stretches;
};

const judged = folds.flatMap((_, fold) => judgeFold(folds, fold, lexicon, skip, corpus));
/** Every line in a voice left out, by a curve and thresholds that were drawn without its fold. */
const held = folds.flatMap((_, fold) => {
  const others = judged.filter((one) => one.fold !== fold);
  const curve = calibrate(others);
  const thresholds = thresholdsOf(others, curve);
  return judged
    .filter((one) => one.fold === fold)
    .map((one) => ({
      example: one.example,
      line: readLine(one.example.areas, confidencesOf(curve, one), thresholds),
    }));
});
const heldLines = held.map(({ line }) => line);

const understood = (examples: readonly Example[]): readonly ReadLine[] =>
  examples.map(({ text, areas: right }) => {
    const { areas: ranked, chosen, offered } = model.understand(text, TODAY);
    return { right, ranked, chosen, offered };
  });

say(
  `${corpus.length} lines of the corpus, ${voices.length} lines in ${new Set(voices.map(({ voice }) => voice)).size} voices`,
);
const repeated = repetitionOf(voices);
say(
  `Of the lines in voices ${share(repeated.alike)} say what another says in the same words, ${share(repeated.moulds)} are of the mould of another`,
);
say();

reportSet('By voice: voices that were left out', heldLines, say);
reportSet('Kept aside: short notes, never looked at while anything is changed', understood(aside), say);
reportSet('Log lines', understood(lines), say);
const LINE = z.object({ text: z.string(), areas: z.array(z.enum(AREAS)) });
const [file] = process.argv.slice(2);
if (file !== undefined) {
  const further = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => LINE.parse(JSON.parse(line)));
  reportSet('Lines kept elsewhere', understood(further), say);
}

say('Each voice, when it was left out');
const voiceOf = new Map(voices.map((one) => [one.text, one.voice]));
const byVoice = Map.groupBy(held, ({ example }) => voiceOf.get(example.text) ?? '');
reportTable(
  [...byVoice].sort().map(([voice, those]) => [voice, those.map(({ line }) => line)] as const),
  say,
);
say('Each area, in voices left out');
for (const [area, f1] of f1OfLines(heldLines).perArea) say(`  ${area.padEnd(28)} ${share(f1)}`);
say();

async function rival(train: Train, training: readonly Example[], texts: readonly Example[]) {
  const classifier = await train(training);
  const all: Answered[] = [];
  for (const { text, areas } of texts) all.push({ right: areas, said: await classifier.classify(text) });
  return f1Of(all);
}

say(
  'Beside others as they come, on the first fold of voices and on the lines kept aside: macro F1, micro F1, first right',
);
const [firstFold = []] = folds;
const training = [...corpus, ...folds.slice(1).flat()];
const strict = judgeFold(folds, 0, withoutTermsOnlyIn(lexicon, firstFold, training), skip, corpus).map(
  (one) => readLine(one.example.areas, confidencesOf(stored.calibration, one), stored.thresholds),
);
const compared = [
  [
    'ours',
    f1OfLines(held.filter(({ example }) => firstFold.some((one) => one === example)).map(({ line }) => line)),
  ],
  ['ours, without terms of the lexicon that only these lines hold', f1OfLines(strict)],
  ['natural', await rival(trainNatural, training, firstFold)],
  ['nlp.js', await rival(trainNlpJs, training, firstFold)],
  ['ours, kept aside', f1OfLines(understood(aside))],
  ['natural, kept aside', await rival(trainNatural, [...corpus, ...voices], aside)],
  ['nlp.js, kept aside', await rival(trainNlpJs, [...corpus, ...voices], aside)],
] as const;
for (const [title, { macro, micro, first }] of compared)
  say(`  ${title.padEnd(62)} ${share(macro)}  ${share(micro)}  ${share(first)}`);
say();

say('Learning curve, macro F1 on the first fold of voices');
for (const { title, lines: count, voices: of, macro } of learningCurve(corpus, folds, lexicon, skip, stored))
  say(
    `  ${title.padEnd(22)} ${String(count).padStart(5)} lines in ${String(of).padStart(2)} voices  ${share(macro)}`,
  );
say();

say(`What ${lines.length} log lines hold`);
for (const tally of tallyEntities(lines, (text) => readEntities(text, TODAY, knowledge)))
  say(
    `  ${tally.kind.padEnd(16)} precision ${share(precisionOf(tally))}  recall ${share(recallOf(tally))}  (${tally.right + tally.missed.length})`,
  );
say();

/** The product's own reading, with the needs of lines in voices as they were read when the voice was left out. */
const heldByText = new Map(held.map(({ example, line }) => [example.text, line]));
const asHeld: LanguageModel = {
  needChange: model.needChange,
  understand(text, today) {
    const { chosen = [], offered = [], ranked = [] } = heldByText.get(text) ?? {};
    const read = model.understand(text, today);
    const areas = ranked
      .filter(({ confidence }) => confidence >= 0.08)
      .map((one) => ({ ...one, because: [] }));
    return { ...read, areas, chosen, offered };
  },
};
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
say(`Questions until the decision: the form has ${FORM_INPUTS} inputs`);
for (const [title, texts, by] of [
  ['log lines', lines, model],
  ['corpus lines', corpus, model],
  ['voices left out', voices, asHeld],
] as const)
  say(
    `  ${title.padEnd(16)} ${mean(texts.map(({ text, areas }) => questionsAsked(text, areas, by))).toFixed(2)} given the line, ${mean(texts.map(({ areas }) => questionsAsked(null, areas, by))).toFixed(2)} without it`,
  );
say();

reportCosts(
  model,
  [...corpus, ...voices, ...aside, ...lines].map(({ text }) => text),
  say,
);
