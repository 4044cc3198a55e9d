import type { SmallTalk } from '../../src/core/talk.ts';

/** Answers to questions that are typed. The meanings of words are in `glossary.ts`. */
export const talkAnswers = {
  rule: (id: string) => `Regel ${id}`,
  /** The local office, where the company's municipality is not known. */
  companysOffice: 'Erhvervsservicen i virksomhedens kommune',
  coordinators: 'Koordinatorer',
  municipalities: 'Dækker',
  /** What is asked of an office and was never set. */
  notGiven: {
    phone: 'Kontorets telefonnummer er ikke oplyst.',
    address: 'Kontorets adresse og e-mail er ikke oplyst.',
  },
  which: 'Skal jeg oprette en henvendelse, eller leder du efter en sag?',
  openEnquiry: 'Opret en henvendelse',
  findCase: 'Find en sag',
};

/** Cases that were searched for. */
export const found = {
  none: (searched: string) => `Jeg fandt ingen sag${searched === '' ? '' : ` med ${searched}`}.`,
  some: (count: number, searched: string) =>
    `${count === 1 ? '1 sag' : `${count} sager`}${searched === '' ? '' : ` med ${searched}`}`,
  inPlace: (place: string) => `i ${place}`,
  more: 'Der er flere. Skriv mere af navnet for at se dem.',
  howToSearch: 'Søg på virksomhedens navn eller CVR-nummer, kontaktpersonens navn eller telefonnummeret.',
  servedBy: (owner: string, since: string) => `Hos ${owner} siden ${since}`,
  openEnquiry: 'Opret en henvendelse',
};

/** One line in answer to small talk. */
export const smallTalk: Readonly<Record<SmallTalk, string>> = {
  robot:
    'Jeg er Indgang, en chatbot: Jeg finder den rette dør til virksomhedernes henvendelser og holder øje med svarfristen.',
  here: 'Ja, jeg er her. Skriv, hvad virksomheden har brug for, eller "hjælp".',
  language: 'Jeg forstår dansk og engelsk. Skriv "sprog da" eller "sprog en" for at skifte.',
  curse: 'Det beklager jeg. Skriv "hjælp", så viser jeg, hvad jeg kan.',
  mistake: 'Det er helt i orden. Jeg har ikke oprettet noget.',
  wait: 'Det er i orden. Skriv, når du er klar.',
  test: 'Det virker. Skriv "ny", når du har en henvendelse.',
  thanks: 'Selv tak.',
  goodbye: 'Vi ses.',
  laugh: 'Godt at høre. Skriv "ny", når du har en henvendelse.',
  hello: 'Hej. Skriv, hvad virksomheden har brug for, eller "hjælp".',
  fine: 'Godt. Skriv, når der er noget nyt.',
  trouble:
    'Det beklager jeg. Alt på et kort kan også skrives: "genoptag" viser din kladde igen, "sager" dine sager, "hjælp" resten.',
  remark:
    'Det har jeg ikke skrevet på nogen sag. Skriv "sager", hvis det hører til en sag, eller skriv, hvad virksomheden har brug for.',
};
