import type { ControlSentences, QuestionSentences } from '../replies.ts';

/** The guided questions. */
export const questions: QuestionSentences = {
  company: {
    title: 'Hvilken virksomhed drejer det sig om?',
    help: 'Skriv CVR-nummeret (otte cifre) eller navnet, så slår jeg virksomheden op. Har den intet CVR-nummer, så skriv "har ikke".',
    replies: { none: 'Har ikke CVR' },
  },
  municipality: {
    title: 'Hvilken kommune ligger virksomheden i?',
    help: 'Skriv kommunens navn, fx Viborg. For en, der ikke er startet endnu, er det dér, virksomheden skal ligge.',
    replies: {},
  },
  areas: {
    title: 'Hvad har de brug for?',
    help: 'Vælg et eller flere behov, eller skriv det med dine egne ord.',
    replies: { unclear: 'Ved det ikke endnu' },
  },
  stage: {
    title: 'Hvor langt er virksomheden nået?',
    help: 'Før-starter: overvejer at starte. Iværksætter: op til 3 år gammel. Etableret: over 3 år.',
    replies: {
      'pre-starter': 'Før-starter',
      entrepreneur: 'Iværksætter',
      established: 'Etableret',
      unknown: 'Ved ikke',
    },
  },
  maturity: {
    title: 'Er virksomheden i en tidlig eller en moden fase?',
    help: 'Moden er fx en med lang erfaring i faget eller med kunder og omsætning i gang. Er du i tvivl, så vælg tidlig.',
    replies: { early: 'Tidlig', mature: 'Moden', skip: 'Spring over' },
  },
  clarified: {
    title: 'Er behovet allerede afklaret?',
    help: 'Ja, hvis nogen har talt det igennem med virksomheden, og det er klart, hvad den skal have hjælp til.',
    replies: { yes: 'Ja', no: 'Nej', skip: 'Spring over' },
  },
  contact: {
    title: 'Hvem skal vi kontakte?',
    help: 'Skriv navn, telefon og e-mail på én linje, fx: Mette Hansen 40411234 mette@hansenvvs.dk',
    replies: { skip: 'Spring over' },
  },
  consent: {
    title: 'Må vi dele oplysningerne med dem, der skal hjælpe?',
    help: 'Spørg virksomheden. Uden samtykke kan deling ske som led i den offentlige opgave (lov om erhvervsfremme).',
    replies: { consent: 'Ja, virksomheden har sagt ja', 'public-task': 'Offentlig opgave', declined: 'Nej' },
  },
};

/** The control question of a grey-zone area. */
export const control: ControlSentences = {
  title: (area) => `${area}: gælder et af følgende?`,
  help: 'Passer ét af dem, er behovet specialiseret. Ellers kan det klares lokalt.',
  replies: {
    'missing-locally': 'Kompetencen mangler lokalt',
    'longer-course': 'Et længere forløb',
    programme: 'Et program',
    none: 'Nej, ingen af dem',
    skip: 'Ved ikke',
  },
  read: {
    'missing-locally': /^mangler$|\bkompetence|\bmangler\b.*\blo[ck]al/,
    'longer-course': /\b(forloeb|laengere)/,
    programme: /\bprogram/,
  },
};
