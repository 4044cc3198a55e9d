import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { inlineMarkdown, runsOf, visibleText } from '../../cards/plain.ts';
import { anyText, seen, TYPED } from './typed-words.ts';

/** What Teams does to a heading: Markdown without HTML, made into text again as a browser shows it. */
const markdown = new MarkdownIt({ html: false, linkify: false });
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function shown(text: string): { readonly words: string; readonly tags: readonly string[] } {
  const html = markdown.render(text);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag = '']) => tag).filter((tag) => tag !== 'p');
  const words = html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp);/g, (one) => ENTITIES[one] ?? one);
  return { words: words.replace(/\s+/g, ' ').trim(), tags };
}

describe('a heading with words that somebody typed', () => {
  it.each(TYPED)('reads as typed, without markup: %s', (typed) => {
    expect(shown(inlineMarkdown(typed))).toEqual({ words: seen(typed), tags: [] });
  });

  it('reads as typed, whatever was typed', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(shown(inlineMarkdown(typed))).toEqual({ words: seen(typed), tags: [] });
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    'Hansen & Søn',
    'A*B',
    'min_lange_fil_navn',
    'anne_marie@firma.dk',
    'omsætning < 2 mio. og > 1',
    'Æbler, Ø-lejr & Ådal (50 %) #1',
    'HASTER – Karup Stålbyg ApS [lukket]',
    'C:\\',
  ])('has no backslash that a client might show: %s', (typed) => {
    expect(inlineMarkdown(typed)).toBe(typed);
  });
});

describe('runs', () => {
  it('join to the text, and hold no date for the client to work out', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const runs = runsOf(typed);
        expect(runs.join('')).toBe(visibleText(typed));
        for (const run of runs) expect(run).not.toContain('{{');
      }),
      { numRuns: 3_000 },
    );
  });
});
