import { describe, expect, it } from 'vitest';
import { createLanguageModel } from '../../src/language/create-language-model.ts';

/** What a company tells about itself in whole sentences: stage, age, staff, turnover, names, and of several the own one. */

const TODAY = '2026-11-20';
const model = createLanguageModel();

const SAID: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['jeg går og drømmer om at åbne en café', { stage: 'pre-starter' }],
  ['har en idé til en app men ikke noget firma endnu', { stage: 'pre-starter' }],
  ['vi har lige fået vores cvr-nummer i sidste uge og skal i gang', { stage: 'entrepreneur' }],
  ['jeg er lige startet for mig selv som maler', { stage: 'entrepreneur' }],
  ['vi er en gammel familievirksomhed fra 1954', { stage: 'established', founded: '1954' }],
  ['han overvejer at blive selvstændig', { stage: 'pre-starter' }],
  ['vi startede op i foråret og har fået de første kunder', { stage: 'entrepreneur' }],
  ['firmaet har kørt i otte år', { ageMonths: 96 }],
  ['vi har eksisteret siden 2011', { founded: '2011' }],
  ['en 8 år gammel virksomhed', { ageMonths: 96 }],
  ['virksomheden er otte år gammel', { ageMonths: 96 }],
  ['vi har haft butikken i snart tyve år', { ageMonths: 240 }],
  ['min far startede den i 1983', { founded: '1983' }],
  ['hun har drevet saloni i to et halvt år', { ageMonths: 30 }],
  ['we have been in business for six years', { ageMonths: 72 }],
  ['founded back in 2016', { founded: '2016' }],
  ['company is three years old', { ageMonths: 36 }],
  ['vi har været i gang i halvandet år', { ageMonths: 18 }],
  ['vi er fire mand i værkstedet', { employees: 4 }],
  ['der er tolv på lønningslisten', { employees: 12 }],
  ['han har fem folk ansat og en lærling', { employees: 5 }],
  ['vi er 25 medarbejdere', { employees: 25 }],
  ['omkring tredive ansatte', { employees: 30 }],
  ['jeg har ingen ansatte', { employees: 0 }],
  ['det er kun mig selv', { employees: 0 }],
  ['we employ around 40 people', { employees: 40 }],
  ['omsætter for 12 mio. kr.', { turnoverDkk: 12000000 }],
  ['omsætning på 1.250.000 kr', { turnoverDkk: 1250000 }],
  ['omsætning 1 250 000', { turnoverDkk: 1250000 }],
  ["omsætning 1'250'000 kr", { turnoverDkk: 1250000 }],
  ['vi omsætter for tre millioner om året', { turnoverDkk: 3000000 }],
  ['omsætter for halvanden million', { turnoverDkk: 1500000 }],
  ['turnover of 2.5 million DKK', { turnoverDkk: 2500000 }],
  ['we turn over 1,250,000 kroner a year', { turnoverDkk: 1250000 }],
  ['omsætter for 800 tusind', { turnoverDkk: 800000 }],
  ['omsætter for 12,5 mio', { turnoverDkk: 12500000 }],
  ['👋 Hansen VVS ApS vil gerne eksportere', { companyName: 'Hansen VVS ApS' }],
  ['☕️ Kaffe & Kram: mangler penge', { companyName: 'Kaffe & Kram' }],
  ['jeg ringer fra Nordlys Design og vi mangler kunder', { companyName: 'Nordlys Design' }],
  ['vi hedder Bølgen og ligger i Skagen', { companyName: 'Bølgen', municipality: '813' }],
  ['mit firma Solgaard Teknik har fået en ordre fra Norge', { companyName: 'Solgaard Teknik' }],
  [
    'kan I ringe til Dorthe hos Klitgaard Keramik',
    { companyName: 'Klitgaard Keramik', contactName: 'Dorthe' },
  ],
  [
    'Vi vil gerne eksportere til Sverige.\n\nMed venlig hilsen\nLone Friis\nDirektør\nFriis Design ApS\nTlf. 20 30 40 50',
    { contactName: 'Lone Friis', companyName: 'Friis Design ApS', contactPhone: '20304050' },
  ],
  [
    'Hej, vi mangler en ingeniør. Mvh Peter Bech, Bech Maskiner',
    { contactName: 'Peter Bech', companyName: 'Bech Maskiner' },
  ],
  ['vi bor i Skive men vil åbne en butik i Aarhus', { municipality: '779' }],
  ['vi holder til i Viborg og sælger til kunder i København og Odense', { municipality: '791' }],
  ['flytter fra Randers til Silkeborg næste år', { municipality: '730' }],
  ['vores fabrik i Herning leverer til Vestas i Aarhus', { municipality: '657' }],
  ['min nummer er 20304050, kundens er 60708090', { contactPhone: '60708090' }],
  ['vi har 12 ansatte, konkurrenten har 200', { employees: 12 }],
  ['vi var 20 ansatte, men nu er vi 12', { employees: 12 }],
  ['i år har vi en omsætning på 4 mio, sidste år var den 6 mio', { turnoverDkk: 4000000 }],
  ['my bakery in Esbjerg, two employees', { municipality: '561', employees: 2 }],
  ['we started in March 2025', { founded: '2025-03' }],
  ['hun er ved at starte op', { stage: 'pre-starter' }],
  ['nystartet iværksætter med en webshop', { stage: 'entrepreneur' }],
  ['I have an idea for a company but have not registered yet', { stage: 'pre-starter' }],
  ['newly registered, three months ago', { stage: 'entrepreneur' }],
  ['ejerleder gennem 30 år', { ageMonths: 360 }],
  ['vi har 30 års jubilæum', { ageMonths: 360 }],
  ['tredje generation driver den nu', { stage: 'established' }],
  ['vi har to butikker og femten ansatte', { employees: 15 }],
  ['mellem 10 og 15 ansatte', { employees: 10 }],
  ['ca 1.200 medarbejdere', { employees: 1200 }],
  ['vi er femogtyve ansatte', { employees: 25 }],
  ['twenty-five employees', { employees: 25 }],
  ['vi har 25-års jubilæum', { ageMonths: 300 }],
  ['firmaet hedder Zap', { companyName: 'Zap', contactName: undefined }],
  ['han hedder Ole', { contactName: 'Ole', companyName: undefined }],
  ['vil starte en familievirksomhed', { stage: 'pre-starter' }],
  ['i sidste uge fik vi vores cvr-nummer', { stage: 'entrepreneur' }],
  ['tlf 20304050 (min), hans 60708090', { contactPhone: '60708090' }],
  ['vi har tres ansatte i Aars', { employees: 60, municipality: '820' }],
  ['turned over 4 million last year', { turnoverDkk: 4000000 }],
  ['vi har to og en halv million i omsætning', { turnoverDkk: 2500000 }],
];

/** Lines in which a number or word tells no such thing of the company. */
const ELSEWHERE: readonly (readonly [string, string])[] = [
  ['vi skal have fem folk ansat inden jul', 'employees'],
  ['vi mangler tolv på lønningslisten', 'employees'],
  ['vores kunde har 300 ansatte', 'employees'],
  ['konkurrenten har 200 medarbejdere', 'employees'],
  ['nu er vi 40 år', 'employees'],
  ['nu har vi 3 kunder', 'employees'],
  ['det er kun mig og min kone i firmaet', 'employees'],
  ['tre og en halv medarbejder', 'employees'],
  ['han er ved at starte en ny produktion op i Herning', 'stage'],
  ['vi startede en kampagne i sidste uge', 'stage'],
  ['vi har 30 års jubilæum', 'municipality'],
  ['min mor har 60 års fødselsdag, vi leverer maden', 'ageMonths'],
];

describe('what is told in talk', () => {
  it.each(SAID)('is read in "%s"', (text, told) => {
    const { entities } = model.understand(text, TODAY);
    for (const [kind, value] of Object.entries(told)) {
      const found = Object.entries(entities).find(([name]) => name === kind)?.[1];
      expect([kind, found]).toEqual([kind, value]);
    }
  });

  it.each(ELSEWHERE)('is not read in "%s": %s', (text, kind) => {
    expect(Object.keys(model.understand(text, TODAY).entities)).not.toContain(kind);
  });
});
