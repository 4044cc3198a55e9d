import type { absence as da } from '../da/absence.ts';

export const absence: typeof da = {
  words: {
    ends: 'end|ends|ended|over',
    back: 'back|is back',
    until: 'until|till|to and including|through|to',
    deputy: 'deputy is|deputy|stand-in is|stand-in|with',
  },
  title: 'Absence',
  here: 'You are not registered as away.',
  you: (until) => `You are registered as away until and including ${until}.`,
  colleague: (name, until) => `${name} is away until and including ${until}.`,
  standsIn: (deputy) => `${deputy} stands in.`,
  officeDoes: 'Nobody stands in.',
  nobodyElse: (office) => `Nobody else at ${office} is registered as away.`,
  meanwhile:
    'Cases and deadlines go on during an absence. Reminders and new tasks go to the deputy, or else to the office, and every colleague can act on the cases.',
  set: 'Register absence',
  setFor: 'Register a colleague’s absence',
  end: 'I am back',
  endFor: (name) => `${name} is back`,
  until: 'Until and including',
  deputy: 'Deputy (otherwise the office)',
  person: 'Colleague',
};
