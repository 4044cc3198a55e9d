import type { offers as da } from '../da/offers.ts';

export const offers: typeof da = {
  kinds: { service: 'Service', programme: 'Programme', tool: 'Tool', actor: 'Actor' },
  kindWords: {
    service: 'service|services',
    programme: 'programme|programmes|program|programs|scheme|schemes|grant|grants',
    tool: 'tool|tools|self-help',
    actor: 'actor|actors',
  },
  plural: { service: 'Services', programme: 'Programmes', tool: 'Tools', actor: 'Actors' },
  fundsWords: { open: 'open|yes', closed: 'closed|no|spent', unknown: 'unknown' },
  funds: { open: 'There are funds', closed: 'There are no funds left', unknown: '' },
  title: (about, place) => `Offers: ${about} – ${place}`,
  all: (place) => `Offers that are valid today – ${place}`,
  none: 'The catalogue has no offer that fits. Try another word, such as a need, a programme or an actor.',
  more: (count) =>
    count === 1
      ? 'One more offer fits. Add a word to find it.'
      : `${count} more offers fit. Add a word to narrow the list.`,
  notNow: 'Not valid today',
  ended: (name, day) => `${name} ended on ${day}`,
  begins: (name, day) => `${name} begins on ${day}`,
  owners: { les: 'The local business service', ehm: 'The Erhvervshus' },
  fields: {
    owner: 'Offered by',
    forWhom: 'For whom',
    criteria: 'Terms',
    growth: 'Segment',
    valid: 'Valid',
    funds: 'Funds',
    source: 'Source',
    link: 'Read more',
  },
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  typed: 'offers ‹words› ‹municipality›',
};
