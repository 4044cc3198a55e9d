import type { actorNames as da } from '../da/actor-names.ts';

export const actorNames: typeof da = {
  digital: 'Virksomhedsguiden (the digital business platform)',
  les: 'Local business service',
  ehm: 'The Erhvervshus (regional business hub)',
  'private-adviser': 'Private adviser',
  'knowledge-institution': 'Knowledge institution',
  cluster: 'Cluster organisation',
  gts: 'GTS institute (technological service)',
  'trade-council': 'The Trade Council',
  ekf: 'EKF Denmark’s Export Credit Agency',
  'eifo-once-ekf': 'EIFO (formerly EKF Denmark’s Export Credit Agency)',
  'growth-fund': 'Vækstfonden (the Growth Fund)',
  'eifo-once-growth-fund': 'EIFO (formerly Vækstfonden (the Growth Fund))',
  'innovation-fund': 'Innovation Fund Denmark',
  ifu: 'IFU, Impact Fund Denmark',
  nopef: 'Nopef (Nordic Project Fund)',
  'eu-office': 'The regional EU office',
  municipality: 'The municipality (authority)',
};
