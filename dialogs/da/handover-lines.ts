/** What came of a case's handovers. */
export const handoverLines = {
  waitingForSender: 'Venter på svar fra afsenderen.',
  /** In place of a name, where nobody knows who answered. */
  answer: 'Svar',
  advice: (organisation: string, advice: string) => `Råd fra ${organisation}: ${advice}`,
  returned: (organisation: string, why: string) => `Returneret af ${organisation}: ${why}`,
  callsBack: (person: string, when: string) => `${person} ringer op ${when}`,
};
