import type { ActorCode } from '../vocabulary.ts';

/** A present or former name of an actor, which each language puts into words. */
export type ActorNameCode = ActorCode | `eifo-once-${'ekf' | 'growth-fund'}`;

/** A name of an actor with its period of validity. Dates are ISO; null is open. */
export interface ActorName {
  readonly name: ActorNameCode;
  readonly link: string;
  readonly validFrom: string | null;
  /** The last day of validity. */
  readonly validTo: string | null;
}

const one = (name: ActorNameCode, link: string): readonly ActorName[] => [
  { name, link, validFrom: null, validTo: null },
];

/** EIFO replaced Vækstfonden and EKF in 2023. Their codes stay, and the directory shows today's name. */
const untilEifo = (name: 'ekf' | 'growth-fund', link: string): readonly ActorName[] => [
  { name, link, validFrom: null, validTo: '2022-12-31' },
  { name: `eifo-once-${name}`, link: 'https://www.eifo.dk', validFrom: '2023-01-01', validTo: null },
];

/** The directory of actors (policy, "Vocabulary"; domain 2). Data, because names and links change. */
const ACTOR_NAMES: Readonly<Record<ActorCode, readonly ActorName[]>> = {
  digital: one('digital', 'https://virksomhedsguiden.dk'),
  les: one('les', 'https://virksomhedsguiden.dk'),
  ehm: one('ehm', 'https://erhvervshus.dk'),
  'private-adviser': one('private-adviser', 'https://virksomhedsguiden.dk'),
  'knowledge-institution': one('knowledge-institution', 'https://ufm.dk'),
  cluster: one('cluster', 'https://clusterexcellencedenmark.dk'),
  gts: one('gts', 'https://gts-net.dk'),
  'trade-council': one('trade-council', 'https://thetradecouncil.dk'),
  ekf: untilEifo('ekf', 'https://www.ekf.dk'),
  'growth-fund': untilEifo('growth-fund', 'https://vf.dk'),
  'innovation-fund': one('innovation-fund', 'https://innovationsfonden.dk'),
  ifu: one('ifu', 'https://www.ifu.dk'),
  nopef: one('nopef', 'https://nopef.com'),
  'eu-office': one('eu-office', 'https://centraldenmark.eu'),
  municipality: one('municipality', 'https://www.kl.dk'),
};

/** The name and link of an actor that are valid on a day (ISO date). */
export function actorOn(actor: ActorCode, day: string): ActorName {
  const names = ACTOR_NAMES[actor];
  const found = names.find(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo),
  );
  if (!found) throw new Error(`The directory has no name for ${actor} on ${day}`);
  return found;
}
