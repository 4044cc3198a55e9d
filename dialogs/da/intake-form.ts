/** The intake form, and the offer to resume a draft. */
export const intakeForm = {
  title: 'Ny henvendelse',
  contactInChat: (typed: string) =>
    `Kontaktperson og beskrivelse kan du se og udfylde i din egen chat med Indgang. Skriv dér: ${typed}`,
  enoughToBegin: 'CVR-nummer eller kommune er nok til at begynde.',
  correctWhatIsMarked: 'Ret det, der er markeret, og prøv igen.',
  chooseUnit: 'Vælg en produktionsenhed',
  ownWords: 'Med virksomhedens egne ord',
  chooseNeeds: 'Skriv eller vælg et eller flere behov',
  moreDetails: 'Flere oplysninger',
  foundedExample: '2024 eller 1.5.2024',
  depthAsUsual: 'Standard for området',
  submit: 'Find den rette dør',
  lookUp: 'Slå op i CVR',
  guided: 'Trin for trin',
  draftTitle: 'Du har en kladde liggende',
  draftQuestion: 'Vil du fortsætte den eller begynde på en ny?',
  resume: 'Fortsæt',
  restart: 'Begynd forfra',
};
