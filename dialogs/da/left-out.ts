import type { LeftOut } from '../../src/text/mail.ts';

/** Names of the parts of a message that are not the person's own words. */
export const leftOut: Readonly<Record<LeftOut, string>> = {
  quote: 'citeret tekst',
  headers: 'mailens hoved',
  greeting: 'hilsenen',
  signature: 'underskriften',
  disclaimer: 'standardteksten',
  history: 'tidligere mails',
};
