import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AREAS, type Area } from '../../src/core/vocabulary.ts';
import { confidencesOf, namedBy } from '../../src/language/answer-needs.ts';
import { calibrate, type Judged } from '../../src/language/calibrate.ts';
import { type Example, readCorpus, readExamples, readVoices } from '../../src/language/corpus.ts';
import { createLanguageModel, knowledgeOf, skipOf } from '../../src/language/create-language-model.ts';
import { readPlaces } from '../../src/language/entities/places.ts';
import { readEntities } from '../../src/language/entities/read-entities.ts';
import { readLexicon } from '../../src/language/lexicon.ts';
import { foldsOf } from '../../src/language/train-examples.ts';
import { crossValidate, judgeFold } from '../../src/language/train-model.ts';
import { precisionOf, readMarkedLines, recallOf, tallyEntities } from '../language/marked-lines.ts';
import { FORM_INPUTS, questionsAsked } from './language-questions.ts';
import { type Classifier, type Train, trainNatural, trainNlpJs } from './language-rivals.ts';
import {
  type Answered,
  type Claim,
  calibrationError,
  decilesOf,
  type F1,
  f1Of,
  percentile,
} from './language-scores.ts';
import { withoutTermsOnlyIn } from './language-unseen-terms.ts';

/**
 * `npm run bench:language`: how well typed text is understood, against `natural` and nlp.js as they come, on the same
 * folds in the same run; what it costs; and how many questions it saves. Takes a minute or two.
 */

const TODAY = '2026-11-02';
const examples = readCorpus();
const aside = readExamples(readFileSync(join(import.meta.dirname, '../language/aside.txt'), 'utf8'), null);
const lines = readMarkedLines();
const lexicon = readLexicon();
const knowledge = knowledgeOf(readPlaces(), lexicon);
const model = createLanguageModel();
const folds = foldsOf(examples);

const say = (line = '') => process.stdout.write(`${line}\n`);
const share = (value: number) => value.toFixed(3);
const column = (text: string, width: number) => text.padEnd(width);

/** Confidences of every held-out example, by a curve that was drawn without its fold. */
function held(judged: readonly Judged[]) {
  return folds.flatMap((_, fold) => {
    const curve = calibrate(judged.filter((one) => one.fold !== fold));
    return judged
      .filter((one) => one.fold === fold)
      .map(({ example, probabilities }) => ({
        example,
        areas: confidencesOf(curve, probabilities),
      }));
  });
}

async function answers(classifier: Classifier, texts: readonly Example[]): Promise<readonly Answered[]> {
  const all: Answered[] = [];
  for (const { text, areas } of texts) all.push({ right: areas, said: await classifier.classify(text) });
  return all;
}

async function crossed(train: Train): Promise<readonly Answered[]> {
  const all: Answered[] = [];
  for (const fold of folds)
    all.push(...(await answers(await train(folds.filter((one) => one !== fold).flat()), fold)));
  return all;
}

function compare(scores: readonly (readonly [string, F1])[]): void {
  say(column('', 26) + scores.map(([name]) => name.padStart(14)).join(''));
  const row = (title: string, value: (one: F1) => number) =>
    say(column(title, 26) + scores.map(([, one]) => share(value(one)).padStart(14)).join(''));
  row('micro F1', ({ micro }) => micro);
  row('macro F1', ({ macro }) => macro);
  row('first answer is right', ({ first }) => first);
  for (const area of AREAS) row(`  ${area}`, ({ perArea }) => perArea.get(area) ?? 0);
}

function reportCalibration(title: string, claims: readonly Claim[]): void {
  say(`${title}: ${claims.length} claims, expected calibration error ${share(calibrationError(claims))}`);
  for (const { from, count, said, right } of decilesOf(claims))
    say(
      `  ${from.toFixed(1)}-${(from + 0.1).toFixed(1)}  said ${share(said)}  right ${share(right)}  (${count})`,
    );
}

function reportDoubt(
  title: string,
  all: readonly {
    readonly right: readonly Area[];
    readonly chosen: readonly Area[];
    readonly offered: readonly Area[];
  }[],
): void {
  const chose = all.filter(({ chosen }) => chosen.length > 0);
  const rightly = chose.filter(({ right, chosen }) => chosen.every((area) => right.includes(area)));
  const offered = all.filter(({ chosen, offered: those }) => chosen.length === 0 && those.length > 0);
  const among = offered.filter(({ right, offered: those }) => those.some((area) => right.includes(area)));
  say(
    `${title}: fills in ${chose.length} of ${all.length} (${share(rightly.length / Math.max(1, chose.length))} of them wholly right), offers up to three for ${offered.length} (the right one among them: ${share(among.length / Math.max(1, offered.length))}), asks for ${all.length - chose.length - offered.length}`,
  );
}

say(
  `${examples.length} examples in ${folds.length} folds (lines of one mould in one fold), ${aside.length} lines kept aside`,
);
say();
const confident = held(crossValidate(folds, lexicon, (text) => skipOf(text, TODAY, knowledge)));
/** As hard on us as can be: no term of the lexicon that might have been taken from the held-out lines. */
const strict = held(
  folds.flatMap((fold, at) =>
    judgeFold(
      folds,
      at,
      withoutTermsOnlyIn(lexicon, fold, folds.filter((one) => one !== fold).flat()),
      (text) => skipOf(text, TODAY, knowledge),
    ),
  ),
).map(({ example, areas }) => ({ right: example.areas, said: namedBy(areas) }));
const ours = confident.map(({ example, areas }) => ({ right: example.areas, said: namedBy(areas) }));
say('Held-out folds (strict: without the terms of the lexicon that stand in held-out lines only)');
compare([
  ['ours', f1Of(ours)],
  ['ours, strict', f1Of(strict)],
  ['natural', f1Of(await crossed(trainNatural))],
  ['nlp.js', f1Of(await crossed(trainNlpJs))],
]);
say();

const understood = aside.map(({ text, areas }) => ({ right: areas, ...model.understand(text, TODAY) }));
say('Kept aside: never looked at while anything is changed');
compare([
  ['ours', f1Of(understood.map(({ right, areas }) => ({ right, said: namedBy(areas) })))],
  ['natural', f1Of(await answers(await trainNatural(examples), aside))],
  ['nlp.js', f1Of(await answers(await trainNlpJs(examples), aside))],
]);
say();

say('Confidence: of what is said with so much, how much is right');
reportCalibration(
  'held-out folds',
  confident.flatMap(({ example, areas }) =>
    areas
      .filter(({ confidence }) => confidence >= 0.1)
      .map(({ area, confidence }) => ({ confidence, right: example.areas.includes(area) })),
  ),
);
reportCalibration(
  'kept aside',
  understood.flatMap(({ right, areas }) =>
    areas
      .filter(({ confidence }) => confidence >= 0.1)
      .map(({ area, confidence }) => ({ confidence, right: right.includes(area) })),
  ),
);
reportDoubt('kept aside', understood);
reportDoubt(
  'log lines',
  lines.map(({ text, areas }) => ({ right: areas, ...model.understand(text, TODAY) })),
);
say();

const voices = Object.entries(Object.groupBy(readVoices(), ({ voice }) => voice)).map(
  ([voice, said = []]) =>
    [voice, said.map(({ text, areas }) => ({ right: areas, ...model.understand(text, TODAY) }))] as const,
);
say('By voice, of people it never met');
for (const [voice, said] of [...voices, ['all voices', voices.flatMap(([, one]) => one)] as const]) {
  const { macro, first } = f1Of(said.map(({ right, areas }) => ({ right, said: namedBy(areas) })));
  say(`  ${column(voice, 24)} macro F1 ${share(macro)}  first answer is right ${share(first)}`);
  reportDoubt(`  ${column('', 24)}`, said);
}
say();

say(`What ${lines.length} log lines hold`);
for (const tally of tallyEntities(lines, (text) => readEntities(text, TODAY, knowledge)))
  say(
    `  ${column(tally.kind, 16)} precision ${share(precisionOf(tally))}  recall ${share(recallOf(tally))}  (${tally.right + tally.missed.length})`,
  );
say();

const asked = (line: string | null, areas: readonly Area[]) => questionsAsked(line, areas, model);
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
say(`Questions until the decision: the form has ${FORM_INPUTS} inputs`);
for (const [title, texts] of [
  ['log lines', lines],
  ['corpus lines', examples],
] as const)
  say(
    `  ${column(title, 14)} ${mean(texts.map(({ text, areas }) => asked(text, areas))).toFixed(2)} given the line, ${mean(texts.map(({ areas }) => asked(null, areas))).toFixed(2)} without it`,
  );
say();

const times: number[] = [];
const texts = [...examples, ...aside, ...lines].map(({ text }) => text);
for (const text of texts.slice(0, 500)) model.understand(text, TODAY);
for (const text of texts) {
  const began = performance.now();
  model.understand(text, TODAY);
  times.push(performance.now() - began);
}
say(
  `Understanding one text: p50 ${percentile(times, 0.5).toFixed(3)} ms, p99 ${percentile(times, 0.99).toFixed(3)} ms (areas, entities and CPR together)`,
);

const LOADED = z.object({ milliseconds: z.number(), heap: z.number(), resident: z.number() });
const loads = Array.from({ length: 5 }, () =>
  LOADED.parse(
    JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', join(import.meta.dirname, 'language-load.ts')], {
        encoding: 'utf8',
      }),
    ),
  ),
);
const median = (of: 'milliseconds' | 'heap' | 'resident') =>
  percentile(
    loads.map((one) => one[of]),
    0.5,
  );
say(
  `Loading, in a process of its own: ${median('milliseconds').toFixed(0)} ms, ${median('heap').toFixed(1)} MB of heap, ${median('resident').toFixed(1)} MB resident`,
);

const SIZE = 100_000;
const HOSTILE: Readonly<Record<string, string>> = {
  'no spaces': 'a'.repeat(SIZE),
  'one long compound': 'generationsskifte'.repeat(SIZE / 17),
  digits: '1234567890'.repeat(SIZE / 10),
  'digits in groups': '12 34 56 78 '.repeat(SIZE / 12),
  emoji: '👩‍👩‍👧‍👦🇩🇰'.repeat(SIZE / 15),
  'right to left': 'שלום عليكم ‮'.repeat(SIZE / 12),
  'control characters': '\u0000\u0007\u001b\u200b\ufeff'.repeat(SIZE / 5),
  'combining marks': `e${'\u0301'.repeat(50)} `.repeat(SIZE / 52),
  'lone surrogates': '\ud800'.repeat(SIZE),
  capitals: 'Aa Bb Cc Dd '.repeat(SIZE / 12),
  addresses: 'a@b.c.d.e@'.repeat(SIZE / 10),
  'line breaks': '\n'.repeat(SIZE),
  'amounts half said': 'omsætning på ca. er var '.repeat(SIZE / 24),
  'words of the trade': 'eksport lån patent robot '.repeat(SIZE / 25),
};
say(`Hostile texts of ${SIZE / 1000} kB, the slowest of five`);
for (const [title, text] of Object.entries(HOSTILE)) {
  const spent = Array.from({ length: 5 }, () => {
    const began = performance.now();
    model.understand(text, TODAY);
    return performance.now() - began;
  });
  say(`  ${column(title, 20)} ${Math.max(...spent).toFixed(1)} ms`);
}
