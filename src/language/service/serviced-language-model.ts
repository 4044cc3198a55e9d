import type { LanguageModel, ServiceFigures } from '../../app/ports/language-model.ts';
import { knowledgeOf } from '../create-language-model.ts';
import { readPlaces } from '../entities/places.ts';
import { readEntities } from '../entities/read-entities.ts';
import { readLexicon } from '../lexicon.ts';
import { agreeOn } from './agree.ts';
import { readCountries } from './countries.ts';
import { readHarmlessWords } from './harmless-words.ts';
import type { NeedService, ServiceAnswer } from './need-service.ts';
import { type NameKnowledge, withoutNames } from './without-names.ts';

/** Failures in a row after which the service is left alone for a while: its silence costs every caller seconds. */
const FAILURES = 3;
const REST_MS = 60_000;
/** The longest time that the service itself may ask to be left alone. */
const LONGEST_REST_MS = 15 * 60_000;

/** Price of a million tokens, in the currency of the bill. */
interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

interface Parts {
  readonly own: LanguageModel;
  readonly service: NeedService;
  readonly prices: TokenPrices | null;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => number;
}

function readKnowledge(today: string): NameKnowledge {
  const lexicon = readLexicon();
  const places = readPlaces();
  const knowledge = knowledgeOf(places, lexicon);
  return {
    isHarmless: readHarmlessWords(lexicon, places),
    countries: readCountries(),
    entitiesOf: (text) => readEntities(text, today, knowledge),
  };
}

/**
 * The own model, with the needs of a text read once more by a language-model service. The service sees only what
 * `withoutNames` leaves of a text. Its failures leave the own model's answer as it is.
 */
export function createServicedLanguageModel({ own, service, prices, monotonic }: Parts): LanguageModel {
  const answers: Record<keyof ServiceFigures['answers'], number> = {
    agreed: 0,
    disagreed: 0,
    late: 0,
    refused: 0,
    busy: 0,
    away: 0,
    unusable: 0,
    resting: 0,
  };
  const tokens = { input: 0, output: 0 };
  let failures = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  let knowledge: { readonly today: string; readonly known: NameKnowledge } | undefined;

  function note({ outcome, tokens: used }: ServiceAnswer): void {
    tokens.input += used.input;
    tokens.output += used.output;
    if (outcome.ok) {
      failures = 0;
      return;
    }
    answers[outcome.code]++;
    failures++;
    const rest = outcome.retryAfterMs ?? (failures >= FAILURES ? REST_MS : 0);
    restUntil = monotonic() + Math.min(rest, LONGEST_REST_MS);
  }

  return {
    understand: own.understand,
    needChange: own.needChange,
    async reconsider(read, today, names, signal) {
      if (monotonic() < restUntil) {
        answers.resting++;
        return read;
      }
      if (knowledge?.today !== today) knowledge = { today, known: readKnowledge(today) };
      const text = withoutNames(read.text, read.language, knowledge.known, names);
      if (!/(?:^| )\p{L}/u.test(text)) return read;
      const answer = await service(text, signal);
      note(answer);
      if (!answer.outcome.ok) return read;
      const agreed = agreeOn(read, answer.outcome.areas);
      answers[agreed.chosen.length === read.chosen.length ? 'agreed' : 'disagreed']++;
      return agreed;
    },
    serviceFigures: () => ({
      answers: { ...answers },
      tokens: { ...tokens },
      cost: prices && (tokens.input * prices.input + tokens.output * prices.output) / 1_000_000,
    }),
  };
}
