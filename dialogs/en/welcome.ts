import type { welcome as da } from '../da/welcome.ts';

export const welcome: typeof da = {
  title: 'Hello, I am Indgang',
  purpose:
    'I help you find the right door for a company and hand the case over, so that the company has an answer within 48 hours.',
  howTo: 'Just type what the company needs, or use the buttons.',
};
