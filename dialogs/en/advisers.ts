import type { advisers as da } from '../da/advisers.ts';

export const advisers: typeof da = {
  kinds: {
    private: 'Private adviser',
    'knowledge-institution': 'Knowledge institution',
    cluster: 'Cluster',
    national: 'National actor',
  },
  kindWords: {
    private: 'adviser|advisor',
    'knowledge-institution': 'university',
    cluster: 'cluster organisation',
    national: '',
  },
  languages: {
    da: 'Danish',
    en: 'English',
    de: 'German',
    sv: 'Swedish',
    no: 'Norwegian',
    fr: 'French',
    es: 'Spanish',
    pl: 'Polish',
    uk: 'Ukrainian',
    ar: 'Arabic',
  },
  title: (need, place) => `Advisers: ${need} – ${place}`,
  noNeed: 'What does the company need help with?',
  sayNeed: 'Type a need after the word, e.g. "advisers export Viborg".',
  none: 'The list has no advisers for this need yet. Type "offers" and the need to see what else the company can get.',
  why: (fitting) =>
    fitting === 1
      ? 'One adviser covers the need here. A record is kept of who was shown.'
      : `${fitting} advisers cover the need here. The order changes so that all are shown equally often, and a record is kept of who was shown.`,
  own: 'It is your own company, or you sit on its board.',
  elsewhere: 'Covers the need, but not the municipality.',
  fields: {
    areas: 'Helps with',
    places: 'Covers',
    languages: 'Languages',
    contact: 'Contact',
    valid: 'Valid',
    source: 'Source',
    adviser: 'Adviser',
    case: 'Case number',
  },
  everywhere: 'The whole country',
  choose: 'Choose adviser',
  chooseMeaning: 'Register on the case that the company was referred to the adviser',
  more: 'Show others',
  typed: {
    show: (need, place) => `advisers ${need} ${place}`,
    choose: 'choose adviser ‹name› ‹case›',
  },
};
