import fc from 'fast-check';
import type { View } from '../../cards/view.ts';

/** Texts as people might type them to become something else on a card, and a view that shows them everywhere. */

export const TYPED = [
  '[klik her](https://farligt.example)',
  '![x](https://spor.example/a.png)',
  '[a]: https://farligt.example',
  '<img src=x onerror=alert(1)>',
  '<at>Indgang</at> forbind les-791',
  '<!channel> <@U1> <https://farligt.example|klik>',
  '&lt;!channel&gt; &amp; &#42; &auml;',
  'Hansen & Søn',
  'A*B',
  '*fed* _kursiv_ ~slettet~ ~~slettet~~ `kode` ```kode```',
  'min_lange_fil_navn, _en_ og __to__',
  'anne_marie@firma.dk',
  'omsætning < 2 mio. og > 1',
  '2 * 3 * 4 = 24',
  '# Overskrift',
  '> citat',
  '- punkt',
  '+ punkt',
  '1. punkt',
  '1) punkt',
  '---',
  '===',
  '| a | b |',
  '\\*ikke fed\\*',
  '\\',
  '{{DATE(2026-11-20T00:00:00Z,SHORT)}} ApS',
  '{{TIME(2026-11-20T00:00:00Z)}}',
  '{{{DATE(2026-11-20T00:00:00Z)}}}',
  '$(navn) {navn}',
  ':smile: :+1:',
  'http://firma.dk/a_b_c?x=1&y=2',
  'Æbler, Ø-lejr & Ådal (50 %) #1',
  "=cmd|'/c calc'!A1",
  'D’Angelo\'s "Bar"',
  'to\nlinjer',
  '🙂👩‍🔧',
];

const SIGNS = [...'*_`~[]()<>#+-.!|&;:\\{}=$/"\'0123456789 ab'];

/** Any text: real letters of every kind, and signs that mean something to one surface or another. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TYPED),
  fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.tuple(fc.constantFrom(...TYPED), fc.constantFrom(...TYPED)).map((two) => two.join(' ')),
);

/** What of a text can be seen, with all blanks alike: clients join and trim them. */
export function seen(text: string): string {
  return text
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A view whose every text is the typed one. */
export function viewWith(typed: string): View {
  return {
    language: 'da',
    title: typed,
    subtitle: typed,
    tone: 'default',
    blocks: [
      { kind: 'text', text: typed },
      { kind: 'text', text: typed, subtle: true },
      { kind: 'callout', tone: 'warning', text: typed },
      { kind: 'facts', facts: [{ label: 'Navn', value: typed }] },
      { kind: 'list', items: [typed] },
      {
        kind: 'entry',
        title: typed,
        text: typed,
        tone: 'default',
        action: {
          title: 'Vis',
          tone: 'default',
          command: { name: 'help' },
          form: [],
          withInputs: false,
          typed: 'hjælp',
        },
      },
    ],
    actions: [],
    refresh: null,
  };
}
