import type { caseCard as da } from '../da/case-card.ts';

export const caseCard: typeof da = {
  title: (caseId) => `Case ${caseId}`,
  number: (caseId) => `case ${caseId}`,
  urgent: 'URGENT – ',
  earlyWarning: 'The company is in crisis: Early Warning.',
  whomToCall: (button) => `Whom can we call? The case has no phone number. Add it with "${button}".`,
  greyZoneTitle: (company) => `Grey zone: ${company}`,
  followUpTitle: (company) => `Follow-up: ${company}`,
  handsOver: (from, to) => `${from} hands the case to ${to}`,
  contact: 'Contact',
  email: 'E-mail',
  need: 'Need',
  municipality: 'Municipality',
  company: 'Company',
  basis: 'Basis',
  basisWithdrawn: 'Withdrawn',
  onlyForParties: 'Only the parties to the case see contact and description.',
  servicesGiven: 'Services given',
  referredTo: 'Referred to',
  actionPlan: 'Action plan',
  note: 'Note',
  followUp: 'Follow-up',
  greyZoneForOffices: (owner) =>
    `${owner} keeps the case until you have settled together who takes it. It cannot be sent back and forth again.`,
  greyZone: 'Grey zone: the coordinators settle together who takes the case.',
  chosenInstead: (person, door) => `Chosen by ${person} instead of ${door}.`,
  notSaved: 'What you wrote was not saved:',
  keptHere: (owner, door) =>
    `The company declined sharing, so ${owner} kept the case. It would otherwise belong with ${door}.`,
  whyHere: 'Why here?',
  whatHappened: 'What has happened',
};
