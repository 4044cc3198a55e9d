import type { ActorNameCode } from '../../src/core/triage/actors.ts';

/** Present and former names of actors. */
export const actorNames: Readonly<Record<ActorNameCode, string>> = {
  digital: 'Virksomhedsguiden',
  les: 'Lokal erhvervsservice',
  ehm: 'Erhvervshuset',
  'private-adviser': 'Privat rådgiver',
  'knowledge-institution': 'Videninstitution',
  cluster: 'Klyngeorganisation',
  gts: 'GTS-institut',
  'trade-council': 'Eksportrådet (The Trade Council)',
  ekf: 'EKF Danmarks Eksportkredit',
  'eifo-once-ekf': 'EIFO (tidligere EKF Danmarks Eksportkredit)',
  'growth-fund': 'Vækstfonden',
  'eifo-once-growth-fund': 'EIFO (tidligere Vækstfonden)',
  'innovation-fund': 'Innovationsfonden',
  ifu: 'IFU',
  nopef: 'Nopef',
  'eu-office': 'EU-kontoret',
  municipality: 'Kommunen som myndighed',
};
