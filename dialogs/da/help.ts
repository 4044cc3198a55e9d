/** What can be typed: each command with its effect. */
export const help = {
  title: 'Det kan du skrive til mig',
  starting: {
    new: { label: 'ny', value: 'ny henvendelse på én formular' },
    guided: { label: 'guide', value: 'et spørgsmål ad gangen' },
    log: { label: 'log …', value: 'skriv det hele på én linje' },
    cases: { label: 'sager', value: 'også: sager kontor, haster, frist, brudt, sendt, ikke nået frem' },
    inbox: { label: 'afventer os', value: 'det, der venter på jer; mine henvisninger: det, du har sendt' },
    overview: { label: 'oversigt', value: 'kontorets dag; oversigt fra: stop den daglige' },
    case: { label: 'sag …', value: 'vis en sag' },
    ask: { label: 'hvem har …?', value: 'find en sag; spørg også om ord, regler og kontorer' },
    offers: { label: 'tilbud … …', value: 'hvad kan virksomheden få, fx tilbud eksport Viborg' },
    outreach: {
      label: 'opsøg … / besøg …',
      value: 'før og efter at I selv kontakter en virksomhed; opsøgende viser alle kontakter',
    },
  },
  entryTitle: 'Mens du taster en henvendelse',
  entry: {
    back: { label: 'tilbage', value: 'til forrige spørgsmål' },
    correct: { label: 'ret … …', value: 'fx ret kommune Viborg' },
    confirm: { label: 'bekræft', value: 'opret sagen' },
    otherOwner: { label: 'anden ejer … …', value: 'vælg en anden modtager' },
    cancel: { label: 'annuller', value: 'annuller henvendelsen' },
  },
  onCaseTitle: 'På en sag',
  onCase: {
    accept: { label: 'overtag …', value: 'overtag sagen' },
    return: { label: 'returner … …', value: 'send den tilbage' },
    ask: { label: 'spørg / svar … …', value: 'spørgsmål til afsenderen' },
    forward: { label: 'videresend … …', value: 'til en mere relevant modtager' },
    contacted: { label: 'besvaret …', value: 'virksomheden har fået svar' },
    undo: { label: 'fortryd', value: 'fortryd det sidste, du registrerede' },
    register: { label: 'ydelse / henvist / selvhjælp … …', value: 'registrer, hvad virksomheden har fået' },
    close: { label: 'afslut …', value: 'afslut sagen' },
  },
  channelTitle: 'Kanal og sprog',
  channel: {
    connect: { label: 'forbind …', value: 'gør kanalen til kontorets' },
    disconnect: { label: 'afbryd', value: 'ophæv forbindelsen' },
    letIn: { label: 'giv adgang …', value: 'lad en kollega være med, der har bedt om det' },
    settings: { label: 'indstillinger', value: 'kontorets navn, telefon og åbningstid' },
    actAs: { label: 'som …', value: 'vælg, hvem du arbejder for' },
  },
  /** Shown on the help page of every other language. */
  switchToThis: 'skift til dansk',
};
