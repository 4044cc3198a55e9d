import type { leftOut as da } from '../da/left-out.ts';

export const leftOut: typeof da = {
  quote: 'quoted text',
  headers: 'the headers',
  greeting: 'the greeting',
  signature: 'the signature',
  disclaimer: 'the standard text',
  history: 'earlier e-mails',
};
