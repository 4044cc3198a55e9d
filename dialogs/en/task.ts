import type { task as da } from '../da/task.ts';

export const task: typeof da = {
  now: (who, what, by) =>
    `Task for ${who}${what === '' ? '' : `: ${what}`}. See to it by ${by.replace(/^on /, '')}.`,
  afterClarification: (who, what, by) =>
    `Task for ${who}${what === '' ? '' : `: ${what}`}. Contact the company once the need is clarified, by ${by.replace(/^on /, '')}.`,
  state: {
    open: (owner) => `The case stays with ${owner}.`,
    started: () => 'The task has been started.',
    'not-relevant': () => 'The task is not relevant.',
  },
};
