/** A decision before it is confirmed: the owner's door, warnings, and the actions. */
export const decisionCard = {
  ownDoor: (door: string) => `Den rette dør er jeres egen: ${door}`,
  rightDoor: (door: string) => `Den rette dør: ${door}`,
  youChose: (organisation: string, reason: string) => `Du har valgt ${organisation}: ${reason}`,
  urgent: (hours: number) => `Haster: virksomheden skal have svar inden ${hours} timer.`,
  crisis: (hours: number) =>
    `Haster: virksomheden er i krise og skal have svar inden ${hours} timer. Erhvervshuset hjælper med Early Warning.`,
  presetBasis: (basis: string) =>
    `Grundlag for at dele: ${basis}. Det er valgt på forhånd, fordi det haster.`,
  whomToCall: 'Hvem kan vi ringe til?',
  greyZone: 'Gråzone: reglerne giver ikke et klart svar. Tal med den anden part, hvis du er i tvivl.',
  mayChange: (missing: string) => `Afgørelsen kan blive en anden, når vi ved, ${missing}.`,
  mayShare: 'Må vi dele oplysningerne med dem?',
  addToThatCase: 'Føj til den igangværende sag',
  confirm: 'Bekræft',
  createHere: 'Opret sagen her',
  sendTo: (organisation: string) => `Send til ${organisation}`,
  createAllTheSame: 'Opret alligevel en ny sag',
  answerThat: 'Besvar det, der mangler',
  answerWhatIsMissing: 'Besvar det, der mangler',
  correct: 'Ret',
  chooseAnother: 'Vælg en anden modtager',
  why: 'Begrundelse',
  reasonIsKept: 'Begrundelsen gemmes på sagen',
};
