import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KnownNames } from '../../../src/app/ports/language-model.ts';
import { createLanguageModel, knowledgeOf } from '../../../src/language/create-language-model.ts';
import { readPlaces } from '../../../src/language/entities/places.ts';
import { readEntities } from '../../../src/language/entities/read-entities.ts';
import { readLexicon } from '../../../src/language/lexicon.ts';
import { readCountries } from '../../../src/language/service/countries.ts';
import { readHarmlessWords } from '../../../src/language/service/harmless-words.ts';
import { withoutNames } from '../../../src/language/service/without-names.ts';
import { readMarkedLines } from '../marked-lines.ts';

/** What may leave for a language-model service, over lines that people marked: no name, place, number or rare word. */

const TODAY = '2026-11-02';
const lexicon = readLexicon();
const places = readPlaces();
const knowledge = knowledgeOf(places, lexicon);
const model = createLanguageModel();
const known = {
  isHarmless: readHarmlessWords(lexicon, places),
  countries: readCountries(),
  entitiesOf: (text: string) => readEntities(text, TODAY, knowledge),
};

const NOBODY = { people: [], companies: [] };

function leaving(text: string, names: KnownNames = NOBODY): string {
  return withoutNames(text, model.understand(text, TODAY).language, known, names);
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/\[\w+\]/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A line with its secret stretches, of which each word must stay unless the rest of the line says it too. */
interface Marked {
  readonly text: string;
  readonly secret: readonly string[];
  readonly rest: string;
}

const markedIn = (file: string): readonly Marked[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({
      text: line.replace(/[{}]/g, ''),
      secret: [...line.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? ''),
      rest: line.replace(/\{[^}]*\}/g, ' '),
    }));
const talk = markedIn('names-in-talk.txt');
const words = markedIn('names-that-are-words.txt');

const NAMES = ['companyName', 'contactName', 'municipality'];
/** Of ages and sums only the figures are secret: `ansatte` and `siden` tell nobody apart. */
const figures = (words: string) => (words.match(/\S*\p{N}\S*/gu) ?? []).join(' ');

const notes: readonly Marked[] = readMarkedLines().map(({ text, marked }) => {
  const secret = marked.map(({ kind, start, end }) => {
    const words = text.slice(start, end);
    // The word before a name belongs to the mark of the contact: `indehaver Lis Thomsen`.
    return NAMES.includes(kind) ? words.replace(/^indehaver /, '') : figures(words);
  });
  const rest = marked.reduce((left, { start, end }) => left.replace(text.slice(start, end), ' '), text);
  return { text, secret, rest };
});

describe('what leaves for a language-model service', () => {
  it('is measured on nearly four hundred lines', () => {
    expect(talk.length + notes.length + words.length).toBeGreaterThan(390);
  });

  it.each([
    ['talk', talk],
    ['notes', notes],
    ['names that are words', words],
  ])('holds no marked word of %s', (_, lines) => {
    const leaks = lines.flatMap(({ text, secret, rest }) => {
      const left = wordsOf(leaving(text));
      const open = wordsOf(rest);
      const told = secret.flatMap(wordsOf).filter((word) => left.includes(word) && !open.includes(word));
      return told.length > 0 ? [`${told.join(' ')}: ${text}`] : [];
    });
    expect(leaks).toEqual([]);
  });

  it('keeps most of the words that tell the need', () => {
    const said = talk.flatMap(({ rest }) => wordsOf(rest));
    const left = talk.flatMap(({ text }) => wordsOf(leaving(text)));
    expect(left.length / said.length).toBeGreaterThan(0.85);
  });

  it.each([
    ['Viggo Tagsten', 'vi talte med tagsten om eksport, og Tagstens regnskab'],
    ['Else Marie Vand', 'vand siger at vi skal søge tilskud. Vand ringer selv'],
    ['Karla Robot', 'robot har lovet at sende et tilbud'],
    ['Bo Moms-Patent', 'Moms-Patent kender sagen, og patent ringer'],
  ])('holds nothing of %s, who is known beside the text', (name, text) => {
    const parts = wordsOf(name);
    const left = wordsOf(leaving(text, { people: [name], companies: [] }));
    expect(left.filter((word) => parts.some((part) => word === part || word === `${part}s`))).toEqual([]);
    expect(left.length).toBeGreaterThan(3);
  });

  it.each([
    ['Gode Varer ApS', 'gode varer aps vil eksportere', 'vil eksportere'],
    ['Gode Varer ApS', 'de har gode kunder, siger Varer', 'de har gode kunder siger'],
    ['Byens Bager', 'de vil sælge byens bager', 'de vil sælge'],
  ])('leaves out %s of "%s", where it is the company', (name, text, left) => {
    expect(
      leaving(text, { people: [], companies: [name] })
        .replace(/\[\w+\]/g, '')
        .trim(),
    ).toBe(left);
  });

  it.each([
    'vi har en skov og vil sælge træ',
    'hun er smed og vil starte for sig selv',
    'Eksport til nye kunder',
    'Moms og skat er svært',
    'Hvordan får man et patent',
    'We want to grow',
  ])('lets "%s" through whole', (text) => {
    expect(leaving(text)).toBe(text.replace(/^\p{Lu}/u, (first) => first.toLowerCase()));
  });

  it('says what kind of thing stood there', () => {
    expect(leaving('Bo Krogh fra Krogh Smede i Viborg vil sælge til Tyskland, ring 40411234')).toBe(
      '[person] fra [company] i [place] vil sælge til [country] ring [number]',
    );
  });

  it('lets common English words through, though two of them are Danish numbers', () => {
    expect(leaving('we want to sell our products and need help to find customers')).toBe(
      'we want to sell our products and need help to find customers',
    );
  });
});
