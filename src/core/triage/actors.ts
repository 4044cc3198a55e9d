import type { ActorCode, Localized } from '../vocabulary.ts';

/** One name of an actor, and when it held. Dates are ISO; null is open. */
export interface ActorName {
  readonly name: Localized;
  readonly link: string;
  readonly validFrom: string | null;
  /** The last day it held. */
  readonly validTo: string | null;
}

const one = (da: string, en: string, link: string): readonly ActorName[] => [
  { name: { da, en }, link, validFrom: null, validTo: null },
];

/** EIFO took over from Vækstfonden and EKF in 2023; the codes stay, the directory shows today's name. */
const untilEifo = (da: string, en: string, link: string): readonly ActorName[] => [
  { name: { da, en }, link, validFrom: null, validTo: '2022-12-31' },
  {
    name: { da: `EIFO (tidligere ${da})`, en: `EIFO (formerly ${en})` },
    link: 'https://www.eifo.dk',
    validFrom: '2023-01-01',
    validTo: null,
  },
];

/** The directory of actors (policy, "Vocabulary"; domain 2). Data, because names and links change. */
export const ACTOR_NAMES: Readonly<Record<ActorCode, readonly ActorName[]>> = {
  digital: one(
    'Virksomhedsguiden',
    'Virksomhedsguiden (the digital business platform)',
    'https://virksomhedsguiden.dk',
  ),
  les: one('Lokal erhvervsservice', 'Local business service', 'https://virksomhedsguiden.dk'),
  ehm: one('Erhvervshuset', 'The Erhvervshus (regional business hub)', 'https://erhvervshus.dk'),
  'private-adviser': one('Privat rådgiver', 'Private adviser', 'https://virksomhedsguiden.dk'),
  'knowledge-institution': one('Videninstitution', 'Knowledge institution', 'https://ufm.dk'),
  cluster: one('Klyngeorganisation', 'Cluster organisation', 'https://clusterexcellencedenmark.dk'),
  gts: one('GTS-institut', 'GTS institute (technological service)', 'https://gts-net.dk'),
  'trade-council': one('The Trade Council', 'The Trade Council', 'https://thetradecouncil.dk'),
  ekf: untilEifo('EKF Danmarks Eksportkredit', 'EKF Denmark’s Export Credit Agency', 'https://www.ekf.dk'),
  'growth-fund': untilEifo('Vækstfonden', 'Vækstfonden (the Growth Fund)', 'https://vf.dk'),
  'innovation-fund': one('Innovationsfonden', 'Innovation Fund Denmark', 'https://innovationsfonden.dk'),
  ifu: one('IFU', 'IFU, Impact Fund Denmark', 'https://www.ifu.dk'),
  nopef: one('Nopef', 'Nopef (Nordic Project Fund)', 'https://nopef.com'),
  'eu-office': one('EU-kontoret', 'The regional EU office', 'https://centraldenmark.eu'),
  municipality: one('Kommunen (myndighed)', 'The municipality (authority)', 'https://www.kl.dk'),
};

/** The name and link of an actor as they are on a day (ISO date). */
export function actorOn(actor: ActorCode, day: string): ActorName {
  const names = ACTOR_NAMES[actor];
  const found = names.find(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo),
  );
  if (!found) throw new Error(`The directory has no name for ${actor} on ${day}`);
  return found;
}
