/** Texts that only Slack needs: titles and buttons of its windows (24 characters at most), and its own failures. */
export const slack = {
  appName: 'Indgang',
  wait: 'Et øjeblik …',
  close: 'Luk',
  save: 'Gem',
  cancel: 'Annuller',
  youWrote: 'Det, du skrev',
  companyPicker: 'Virksomhedens navn eller CVR-nummer',
  decisionIsRight: 'Afgørelsen er rigtig',
  decisionIsWrong: 'Afgørelsen er forkert',
  /** `group` is the mention of a user group. */
  crisisCalls: (group: string) =>
    `${group} En sag om en virksomhed i krise er sendt til jer. Overtag sagen, og ring til virksomheden nu.`,
  openForm: 'Udfyld formularen',
  failed: (code: string) =>
    `Der skete en fejl hos os, og intet er gemt. Prøv igen om lidt. Sker det igen, så oplys koden ${code} til den, der driver Indgang.`,
  showAll: (count: number) => `Vis alle ${count}`,
  nothing: 'Her er ikke mere at vise.',
  tooLongToEdit:
    'Teksten er for lang til at blive rettet i et vindue i Slack (højst 3.000 tegn). Den er gemt i sin fulde længde. Skriv "ret beskrivelse ‹ny tekst›" for at erstatte den.',
  cut: '… resten kan læses på sagen',
  /** Reasons why a channel cannot be bound to an office. */
  notBindable: {
    'not-in-channel':
      'Jeg er ikke med i kanalen, så jeg kan ikke sende sager hertil. Skriv /invite @Indgang, og prøv igen.',
    'shared-channel':
      'Kanalen er delt med andre organisationer, så sager må ikke sendes hertil. Vælg en intern kanal.',
  },
  installed: (team: string) => `Indgang er føjet til ${team}. Skriv /indgang i Slack for at begynde.`,
  notServed: (team: string) =>
    `Indgang er ikke åben for dette workspace (${team}), og intet er gemt. Hører I til, så bed driften om at føje workspacet til listen (SLACK_WORKSPACES).`,
  notInstalled: 'Indgang blev ikke føjet til Slack. Begynd forfra fra installationslinket.',
};
