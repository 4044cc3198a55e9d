/** What only Teams needs said: around the dialog of "Log henvendelse". */
export const teams = {
  dialogTitle: 'Log henvendelse',
  wait: 'Et øjeblik …',
  waitWhy: 'Registret er længe om at svare. Det, du tog med, er gemt.',
  show: 'Vis henvendelsen',
};
