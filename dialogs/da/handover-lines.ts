/** The course of a case's handovers. */
export const handoverLines = {
  /** Attempts to reach the company. */
  tried: (count: number, when: string, person: string) =>
    `Forsøgt kontaktet ${count === 1 ? 'én gang' : `${count} gange`}, senest ${when} af ${person}.`,
  waitingForSender: 'Venter på svar fra afsenderen.',
  waitingForYou: 'Venter på jeres svar.',
  /** In a shared channel, where the question itself is not shown. */
  questionOnCase: (person: string, caseId: string) =>
    `${person} har stillet et spørgsmål om sagen. Skriv "sag ${caseId}" for at læse det.`,
  /** Stands in for a name where it is not known who answered. */
  answer: 'Svar',
  advice: (organisation: string, advice: string) => `Råd fra ${organisation}: ${advice}`,
  returned: (organisation: string, why: string) => `Returneret af ${organisation}: ${why}`,
  callsBack: (person: string, when: string) => `${person} ringer op ${when}`,
};
