/** A company's running case, for viewers who have no part in it. */
export const runningCase = {
  alreadyServed: (owner: string, since: string, caseId: string) =>
    `Virksomheden har allerede en sag hos ${owner} siden ${since} (sag ${caseId}).`,
  alreadyServedBy: (owner: string, person: string, since: string, caseId: string) =>
    `Virksomheden har allerede en sag hos ${owner} (${person}) siden ${since} (sag ${caseId}).`,
  at: 'Hos',
  since: 'Siden',
  status: 'Status',
  contact: 'Kontaktperson',
  onlyForParties: 'Resten af sagen kan kun parterne se.',
  howToAdd: 'Har virksomheden henvendt sig til jer, så skriv "ny": henvendelsen føjes til sagen.',
};
