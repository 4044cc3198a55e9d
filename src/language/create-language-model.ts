import { readFileSync } from 'node:fs';
import type { LanguageModel, Understanding } from '../app/ports/language-model.ts';
import { AREAS, type Area, type Depth, type Language } from '../core/vocabulary.ts';
import { answerNeeds, confidencesOf } from './answer-needs.ts';
import { maskCpr } from './cpr/mask-cpr.ts';
import { type Places, readPlaces } from './entities/places.ts';
import { type EntityKnowledge, readEntities, valuesOf } from './entities/read-entities.ts';
import { type Features, type Reader, type Stretch, stemFeature } from './features.ts';
import { type Lexicon, readLexicon, stemsOf } from './lexicon.ts';
import { type LinearModel, loadModel, weightOf } from './linear-model.ts';
import { needsOfClause, readNeedChange } from './need-change.ts';
import { isLetter, scoreText } from './score-text.ts';
import { createSpeller } from './spelling.ts';
import { wordsOf } from './tokenise.ts';

/** Confidences below this are not reported. */
const NAME = 0.08;
const MOST_WORDS = 4;
/**
 * A crisis is filled in from this confidence. A missed crisis and an invented one are both grave, so uncertain ones are
 * offered to a person to confirm.
 */
const CRISIS = 0.5;

/** The parts of understanding: words, places and the trained model. */
interface Parts {
  readonly lexicon: Lexicon;
  readonly places: Places;
  readonly model: LinearModel;
}

/** Words that only lead to a number or a name: `cvr nr.:`, `ring på`, `call him back on`. */
const LABEL =
  /(?<!\p{L})(?:(?:cvr|se|p|tlf|telefon|mobil|mob|phone|tel|cell|e-?mail|mail|mailadresse|kontakt(?:person)?|contact|att|v\/|navn|postnr)(?:[ .-]{0,2}(?:nr|nummer|no|number))?|(?:ring(?:es?)?|kald|call|fanges|træffes|nås)(?: (?:op|til|tilbage|back|ham|hende|dem|him|her))*)[ .:#=]*(?:på|til|er|at|on|is)?[ .:]*$/iu;
const LOG = /^\s*log(?=\s)/iu;

/**
 * The stretches of a text to ignore when reading needs: names, places and numbers, with the words that lead to them.
 * Words such as `skalere` describe both the company and a need, and are kept.
 */
export function skipOf(text: string, today: string, knowledge: EntityKnowledge): readonly Stretch[] {
  const keeps = ['stage', 'segment', 'maturity', 'consent'];
  const log = LOG.exec(text);
  return [
    ...(log ? [{ start: 0, end: log[0].length }] : []),
    ...readEntities(text, today, knowledge)
      .filter(({ kind }) => !keeps.includes(kind))
      .map(({ start, end }) => {
        const from = Math.max(0, start - 40);
        const label = LABEL.exec(text.slice(from, start));
        return { start: label ? from + label.index : start, end };
      }),
  ];
}

/** The knowledge with which entities are read: places, and the words that name needs. */
export function knowledgeOf(places: Places, lexicon: Lexicon): EntityKnowledge {
  return {
    places,
    isTerm(words) {
      const stems = stemsOf(words);
      const [only] = stems;
      return stems.length === 1 && only !== undefined
        ? lexicon.singles.has(only)
        : lexicon.isSetPhrase(stems);
    },
  };
}

/** The stems that the model knows. Without them the speller would correct known words. */
function stemsOfModel({ features }: LinearModel): Reader['known'] {
  return { has: (stem) => features.rowOf(stemFeature(stem)) !== undefined };
}

const ENGLISH = new Set(
  'the a an and or of to in for with is are was we our you your they their i my me it wants want need needs looking would like how can'.split(
    ' ',
  ),
);
const DANISH = new Set(
  'og eller af til i på med er har vil en et den det de vi vores jeg min han hun som for ikke om skal kan gerne hvordan hvad fra'.split(
    ' ',
  ),
);

function languageOf(text: string): Language {
  if (/[æøå]/i.test(text)) return 'da';
  let balance = 0;
  for (const { text: typed } of wordsOf(text)) {
    const word = typed.toLowerCase();
    if (ENGLISH.has(word)) balance -= 1;
    if (DANISH.has(word)) balance += 1;
  }
  return balance < 0 ? 'en' : 'da';
}

/** The depth shown by the terms found; `specialised` wins. */
function depthOf(area: Area, { hits }: Features): Depth | undefined {
  const depths = hits.flatMap(({ term }) => (term.area === area && term.depth !== null ? [term.depth] : []));
  return depths.includes('specialised') ? 'specialised' : depths[0];
}

/** The words that weighed most for an area, as they were typed. */
function because(area: number, read: Features, model: LinearModel): readonly string[] {
  const weighed = read.features
    .map((feature) => ({ words: feature.words, weight: feature.value * weightOf(model, feature, area) }))
    .filter(({ weight, words }) => weight > 0.3 && words !== '')
    .sort((a, b) => b.weight - a.weight);
  const words: string[] = [];
  for (const feature of weighed) {
    const folded = feature.words.toLowerCase();
    if (words.some((known) => known.toLowerCase().includes(folded) || folded.includes(known.toLowerCase())))
      continue;
    words.push(feature.words);
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** Understanding made of the given parts (contracts, "Understanding"). */
function languageModelOf({ lexicon, places, model }: Parts): LanguageModel {
  const knowledge = knowledgeOf(places, lexicon);
  const reader: Reader = { lexicon, speller: createSpeller(lexicon.singles), known: stemsOfModel(model) };

  const reading: LanguageModel = {
    needChange: (text, today) =>
      readNeedChange(maskCpr(text).text, (clause) => needsOfClause(reading.understand(clause, today))),
    understand(typed, today): Understanding {
      const { text, removed } = maskCpr(typed);
      const found = readEntities(text, today, knowledge);
      const skip = skipOf(text, today, knowledge);
      const scored = scoreText(text, skip, reader, model);
      const read = scored.whole;
      const isUnread = read.known === 0 && read.hits.length === 0;
      const confidences = confidencesOf(model.calibration, scored).map(({ area, confidence }) => ({
        area,
        confidence: Math.round(confidence * 100) / 100,
      }));
      const ranked = isUnread ? [] : confidences.filter(({ confidence }) => confidence >= NAME);
      const { chosen, offered } = answerNeeds(isUnread ? [] : confidences, model.thresholds, isLetter(text));
      const crisis = ranked.some(({ area, confidence }) => area === 'crisis' && confidence >= CRISIS);
      return {
        text,
        cprRemoved: removed,
        language: languageOf(text),
        areas: ranked.map(({ area, confidence }) => {
          const depth = depthOf(area, read);
          return {
            area,
            confidence,
            ...(depth && { depth }),
            because: because(AREAS.indexOf(area), read, model),
          };
        }),
        chosen,
        offered,
        crisis,
        entities: valuesOf(found),
      };
    },
  };
  return reading;
}

/** Loads the trained model from its file. Throws where it does not match the areas. */
export function readModel(file: URL = new URL('./need-areas.model', import.meta.url)): LinearModel {
  return loadModel(readFileSync(file, 'utf8'));
}

/** The product's own understanding of text, from the files in this folder. Nothing leaves the process. */
export function createLanguageModel(): LanguageModel {
  return languageModelOf({ lexicon: readLexicon(), places: readPlaces(), model: readModel() });
}
