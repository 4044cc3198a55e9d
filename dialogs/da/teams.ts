/** Texts that only Teams needs: around the dialog "Log henvendelse". */
export const teams = {
  dialogTitle: 'Log henvendelse',
  wait: 'Et øjeblik …',
  waitWhy: 'Registret er længe om at svare. Det, du tog med, er gemt.',
  show: 'Vis henvendelsen',
};
