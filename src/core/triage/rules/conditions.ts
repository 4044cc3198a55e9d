import type { Localized } from '../../vocabulary.ts';
import type { OwnerReading } from '../situation.ts';

/** A condition of a rule, with its words for `rules explain`. */
export interface Condition {
  readonly says: Localized;
  readonly holds: (situation: OwnerReading) => boolean;
}

function condition(da: string, en: string, holds: (situation: OwnerReading) => boolean): Condition {
  return { says: { da, en }, holds };
}

const early = (s: OwnerReading) => s.stage !== 'established' && s.maturity === 'early';

export const inCrisis = condition('virksomheden er i krise', 'the company is in crisis', (s) => s.crisis);
export const notPreStarter = condition(
  'det er ikke en før-starter',
  'it is not a pre-starter',
  (s) => s.stage !== 'pre-starter',
);
export const hasRunningCase = condition(
  'virksomheden allerede har en sag i gang',
  'the company already has a running case',
  (s) => s.running !== null,
);
export const returnsSpent = condition(
  'sagen er returneret så mange gange, som er aftalt',
  'the case has been returned as often as was agreed',
  (s) => s.returnsSpent,
);
export const onlyPlaceBound = condition(
  'alle behov er stedbundne',
  'every need is place-bound',
  (s) => s.placeBound.length > 0 && s.specialised.length === 0 && s.basic.length === 0 && !s.other,
);
export const preStarter = condition(
  'det er en før-starter',
  'it is a pre-starter',
  (s) => s.stage === 'pre-starter',
);
export const mature = condition('den er moden', 'it is mature', (s) => s.maturity === 'mature');
export const hasSpecialised = condition(
  'mindst ét behov er specialiseret',
  'at least one need is specialised',
  (s) => s.specialised.length > 0,
);
export const phoneFirst = condition(
  'der blev ringet til det fælles telefonnummer, og kommunen tager de samtaler først',
  'the shared phone number was called, and the municipality takes those calls first',
  (s) => s.phoneFirst,
);
export const onlyInformation = condition(
  'alle behov er generel information',
  'every need is general information',
  (s) =>
    s.basic.length === 1 &&
    s.basic[0] === 'general-information' &&
    s.specialised.length === 0 &&
    s.placeBound.length === 0 &&
    !s.other,
);
export const earlyEntrepreneur = condition(
  'det er en tidlig iværksætter',
  'it is an early entrepreneur',
  (s) => s.stage === 'entrepreneur' && early(s),
);
export const clarified = condition('behovet er afklaret', 'the need has been clarified', (s) => s.clarified);
export const matureOrEstablished = condition(
  'virksomheden er moden eller etableret',
  'the company is mature or established',
  (s) => s.stage !== 'pre-starter' && !early(s),
);
export const handledLocally = condition(
  'kommunen selv dækker alle de specialiserede behov',
  'the municipality itself covers every specialised need',
  (s) => s.specialised.length > 0 && s.specialised.every((area) => s.settings.localAreas.includes(area)),
);
export const onlyBasic = condition(
  'alle behov er basale eller stedbundne',
  'every need is basic or place-bound',
  (s) => s.basic.length + s.placeBound.length > 0 && s.specialised.length === 0 && !s.other,
);
export const hasOther = condition(
  'et behov er uden for listen',
  'a need is outside the list',
  (s) => s.other,
);
export const noConcreteNeed = condition(
  'der er ikke nævnt et konkret behov',
  'no concrete need has been named',
  (s) => s.specialised.length + s.basic.length + s.placeBound.length === 0 && !s.other,
);
