/** Texts that only Teams needs: around the dialog "Log henvendelse", and in private messages. */
export const teams = {
  caseInChat: (typed: string) => `Du kan se hele sagen i din egen chat med Indgang. Skriv dér: ${typed}`,
  dialogTitle: 'Log henvendelse',
  wait: 'Et øjeblik …',
  waitWhy: 'Registret er længe om at svare. Det, du tog med, er gemt.',
  show: 'Vis henvendelsen',
};
