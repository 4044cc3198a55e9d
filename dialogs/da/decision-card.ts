/** A decision before it is confirmed: the owner's door, warnings, and the actions. */
export const decisionCard = {
  ownDoor: (door: string) => `Den rette dør er jeres egen: ${door}`,
  rightDoor: (door: string) => `Den rette dør: ${door}`,
  /** The door that a person chose instead. */
  chosenDoor: (door: string) => `Valgt modtager: ${door}`,
  notCreatedYet: 'Sagen er ikke oprettet endnu',
  notAddedYet: 'Henvendelsen er ikke føjet til sagen endnu',
  youChose: (organisation: string, advised: string) =>
    `Du har valgt ${organisation} i stedet for ${advised}.`,
  becauseOf: (reason: string) => `Begrundelse: ${reason}`,
  useAdvised: (door: string) => `Brug ${door}`,
  /** `at` is a moment in words; null where the card says it elsewhere. */
  urgent: (at: string | null) =>
    at === null
      ? 'Haster: virksomheden skal have svar hurtigt.'
      : `Haster: virksomheden skal have svar senest ${at}.`,
  crisis: (at: string | null) =>
    `Haster: virksomheden er i krise${at === null ? '' : ` og skal have svar senest ${at}`}. Erhvervshuset hjælper med Early Warning.`,
  presetBasis: (basis: string) =>
    `Grundlag for at dele: ${basis}. Det er valgt på forhånd, fordi det haster.`,
  /** What is done for the company: by the reader's own office, or by the one behind the `door`. */
  nextStep: (plan: string, door: string | undefined) =>
    `Næste skridt${door === undefined ? '' : ` hos ${door}`}: ${plan.charAt(0).toLowerCase()}${plan.slice(1)}`,
  whomToCall: 'Hvem kan vi ringe til?',
  greyZone: 'Gråzone: reglerne giver ikke et klart svar. Tal med den anden part, hvis du er i tvivl.',
  mayChange: (missing: string) => `Afgørelsen kan blive en anden, når vi ved, ${missing}.`,
  mayShare: (door: string) => `Må vi dele oplysningerne med ${door}?`,
  sendWithConsent: 'Send med samtykke',
  jointWithConsent: 'Fælles forløb med samtykke',
  jointAsPublicTask: 'Fælles forløb: offentlig opgave',
  startJoint: (organisation: string) => `Fælles forløb med ${organisation}`,
  jointly: (own: string, door: string) => `Fælles forløb: ${own} beholder sagen, og ${door} inviteres med.`,
  /** The form of the handover that is not chosen now. */
  otherForm: { takeover: 'Send sagen i stedet', joint: 'Fælles forløb i stedet' },
  asksTool: 'Registrer Væksthjulet under selvhjælp, eller skriv, hvorfor det ikke er brugt.',
  whyNoTool: 'Hvorfor er Væksthjulet ikke brugt?',
  sendAsPublicTask: 'Send: offentlig opgave',
  addWithConsent: 'Føj til med samtykke',
  addAsPublicTask: 'Føj til: offentlig opgave',
  keepAsDeclined: 'Nej, behold hos os',
  agreed: (door: string) => `Virksomheden har sagt ja til, at oplysningerne deles med ${door}`,
  isPublicTask: (door: string) => `Del med ${door} som led i den offentlige opgave (lov om erhvervsfremme)`,
  hasDeclined: (own: string) => `Virksomheden har sagt nej til at dele: ${own} beholder sagen`,
  /** The case stays at the own door, and names a person. */
  mayRegister: 'Må personoplysningerne registreres i det fælles CRM-system?',
  createWithConsent: 'Opret med samtykke',
  createAsPublicTask: 'Opret: offentlig opgave',
  onlyHere: 'Nej, kun hos os',
  agreedToRegister: 'Der er sagt ja til, at personoplysningerne registreres i det fælles CRM-system',
  isPublicTaskHere: 'Registrer personoplysningerne som led i den offentlige opgave (lov om erhvervsfremme)',
  consentToAll: 'Samtykke til al offentlig erhvervsservice',
  hasDeclinedToRegister: (own: string) => `Der er sagt nej: personoplysningerne bliver hos ${own}`,
  /** The company declined sharing. */
  declined: (own: string, door: string) =>
    `Virksomheden har sagt nej til at dele oplysninger, så ${own} beholder sagen. Virksomheden kan selv henvende sig til ${door}.`,
  declinedCall: (own: string, door: string, phone: string) =>
    `Virksomheden har sagt nej til at dele oplysninger, så ${own} beholder sagen. Virksomheden kan selv ringe til ${door} på ${phone}.`,
  keepCase: 'Behold sagen hos os',
  readAs: (needs: string) => `Sådan er behovet læst: ${needs}.`,
  /** The depth with which a need was read; `depth` is its label. */
  statedDepth: (area: string, depth: string) => `${area} – ${depth.toLowerCase()} (som oplyst)`,
  usualDepth: (area: string, depth: string) => `${area} – ${depth.toLowerCase()} (standard for området)`,
  untilThen: (depth: string) => `Indtil der er svaret, er behovet læst som ${depth.toLowerCase()}.`,
  alsoMentioned: 'Måske nævnes der også:',
  addNeed: (area: string) => `Tilføj ${area}`,
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
