import type { card as da } from '../da/card.ts';

export const card: typeof da = {
  youCanType: 'You can type:',
  save: 'Save',
  more: 'More …',
  fillIn: (label) => `Fill in: ${label}`,
  shortened: 'Long texts are shortened here on the card (…). They are kept in full.',
  onlyRead: 'cannot be changed on the card',
  charts: { percent: 'Per cent', number: 'Number', table: 'Show or hide the figures as a table' },
};
