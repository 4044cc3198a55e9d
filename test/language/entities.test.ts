import { describe, expect, it } from 'vitest';
import { maskCpr } from '../../src/language/cpr/mask-cpr.ts';
import { knowledgeOf } from '../../src/language/create-language-model.ts';
import { readPlaces } from '../../src/language/entities/places.ts';
import { readEntities } from '../../src/language/entities/read-entities.ts';
import { readLexicon } from '../../src/language/lexicon.ts';
import { ENTITY_KINDS, precisionOf, readMarkedLines, recallOf, tallyEntities } from './marked-lines.ts';

/** What is read from typed lines: names, numbers, places and figures, over lines that people marked by hand. */

const TODAY = '2026-11-02';
const knowledge = knowledgeOf(readPlaces(), readLexicon());
const lines = readMarkedLines();
const read = (text: string) => readEntities(text, TODAY, knowledge);
const valuesIn = (text: string) => Object.fromEntries(read(text).map(({ kind, value }) => [kind, value]));

describe('entities in log lines', () => {
  const tallies = tallyEntities(lines, read);

  it('has at least 150 marked lines, with every kind among them', () => {
    expect(lines.length).toBeGreaterThanOrEqual(150);
    const marked = new Set(lines.flatMap((line) => line.marked.map(({ kind }) => kind)));
    expect([...marked].sort()).toEqual([...ENTITY_KINDS].sort());
  });

  it.each(ENTITY_KINDS)('reads %s with precision and recall of at least 0.97', (kind) => {
    const tally = tallies.find((one) => one.kind === kind);
    if (!tally) throw new Error(`${kind} is not counted`);
    expect(precisionOf(tally), tally.invented.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(recallOf(tally), tally.missed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('says where each one stands', () => {
    for (const { text } of lines)
      for (const { kind, value, start, end } of read(text)) {
        expect(start, text).toBeGreaterThanOrEqual(0);
        expect(end, text).toBeLessThanOrEqual(text.length);
        if (kind === 'companyName' || kind === 'contactEmail') expect(text.slice(start, end)).toBe(value);
      }
  });

  it('holds no CPR number', () => {
    for (const { text } of lines) expect(maskCpr(text).removed, text).toBe(0);
  });
});

describe('what is not meant', () => {
  it('takes no CVR number that fails the check digit, nor an invoice number for a telephone', () => {
    expect(valuesIn('cvr 25313764 vil sælge')).not.toHaveProperty('cvr');
    expect(valuesIn('faktura 40112233 er ikke betalt')).not.toHaveProperty('contactPhone');
  });

  it('takes no sum for the turnover that is a loan, a price or a debt', () => {
    expect(valuesIn('søger lån på 2 mio. kr.')).not.toHaveProperty('turnoverDkk');
    expect(valuesIn('maskinen koster 800.000 kr')).not.toHaveProperty('turnoverDkk');
    expect(valuesIn('hal på 300 m2')).not.toHaveProperty('turnoverDkk');
  });

  it('takes no place for the company’s own that it wants to reach', () => {
    expect(valuesIn('Skive Mejeri i Viborg vil sælge til Aarhus')).toMatchObject({ municipality: '791' });
  });

  it('takes no founding date that lies ahead', () => {
    expect(valuesIn('startet 2031')).not.toHaveProperty('founded');
  });
});

describe('a person with a title, and a company with a town in its name', () => {
  it.each([
    ['Hr. Sørensen fra Søndersø Maskinfabrik i Viborg', 'Hr. Sørensen', 'Søndersø Maskinfabrik', '791'],
    ['Hr. Sørensen ejer Søndersø Maskinfabrik', 'Hr. Sørensen', 'Søndersø Maskinfabrik', undefined],
    ['Hr. Sørensen Søndersø Maskinfabrik vil låne', 'Hr. Sørensen', 'Søndersø Maskinfabrik', undefined],
    ['Hr. Sørensen - Søndersø Maskinfabrik - Norge', 'Hr. Sørensen', 'Søndersø Maskinfabrik', undefined],
    ['hr. Jens Sørensen fra Søndersø Maskinfabrik', 'Jens Sørensen', 'Søndersø Maskinfabrik', undefined],
    ['Hr. Møller Nielsen fra Ribe Biogas', 'Møller Nielsen', 'Ribe Biogas', undefined],
    ['Fru Hansen fra Odense Kartonnage i Randers', 'Fru Hansen', 'Odense Kartonnage', '730'],
    ['Hr. og fru Sørensen fra Kolding Klinik', 'Hr. og fru Sørensen', 'Kolding Klinik', undefined],
    ['hr sørensen fra søndersø maskinfabrik i viborg', 'Hr. Sørensen', undefined, '791'],
    ['Ms. Jensen at Ebeltoft Glas needs a loan', 'Ms. Jensen', 'Ebeltoft Glas', undefined],
    ['Dr. Lund fra Kolding Klinik i Vejle', 'Dr. Lund', 'Kolding Klinik', '630'],
    ['søndersø maskinfabrik vil eksportere', undefined, undefined, undefined],
    ['hans fru ringer fra Viborg', undefined, undefined, '791'],
  ])('%s', (text, contactName, companyName, municipality) => {
    const { contactName: contact, companyName: company, municipality: place } = valuesIn(text);
    expect([contact, company, place]).toEqual([contactName, companyName, municipality]);
  });
});
