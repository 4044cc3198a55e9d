import type { LeftOut } from '../../src/text/mail.ts';

/** Parts of a message that are not the person's matter, by name. */
export const leftOut: Readonly<Record<LeftOut, string>> = {
  quote: 'citeret tekst',
  headers: 'mailens hoved',
  greeting: 'hilsenen',
  signature: 'underskriften',
  disclaimer: 'standardteksten',
  history: 'tidligere mails',
};
