import { describe, expect, it } from 'vitest';
import { isCvrNumber, isPNumber } from '../../src/core/cvr-number.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { HOUSES } from '../../src/core/organisation.ts';
import { SAMPLE_COMPANIES } from '../../src/registry/sample-companies.ts';
import { createSampleRegister } from '../../src/registry/sample-register.ts';
import { keepsTheRegisterContract } from './contract.ts';

keepsTheRegisterContract('embedded sample', async () => ({
  register: createSampleRegister(),
  close: async () => {},
}));

describe('the sample companies', () => {
  it('have valid numbers, each used once', () => {
    const cvrs = SAMPLE_COMPANIES.map((company) => company.cvr);
    const units = SAMPLE_COMPANIES.flatMap((company) => company.pNumbers.map((unit) => unit.pNumber));
    expect(cvrs.filter((cvr) => !isCvrNumber(cvr))).toEqual([]);
    expect(units.filter((unit) => !isPNumber(unit))).toEqual([]);
    expect(new Set(cvrs).size).toBe(cvrs.length);
    expect(new Set(units).size).toBe(units.length);
  });

  it('hold Hansen VVS of Viborg, who the examples speak of', async () => {
    const answer = await createSampleRegister().findByCvr('25313763');
    expect(answer).toMatchObject({ state: 'found', value: { name: 'Hansen VVS ApS', municipality: '791' } });
  });

  it('cover town and country in each Erhvervshus', () => {
    const kinds = new Set(
      SAMPLE_COMPANIES.map((company) => {
        const place = findMunicipality(company.municipality ?? '');
        return `${place?.house} ${place?.type}`;
      }),
    );
    const wanted = HOUSES.flatMap((house) => [`${house.id} by`, `${house.id} land`]);
    expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('lie on both sides of what the rules turn on', () => {
    const some = (test: (company: (typeof SAMPLE_COMPANIES)[number]) => boolean) =>
      expect(SAMPLE_COMPANIES.filter(test).length).toBeGreaterThan(0);
    some((company) => company.founded === '2023-11-20');
    some((company) => company.founded === '2023-11-21');
    some((company) => company.employees === 249);
    some((company) => company.employees === 250);
    some((company) => company.employees === 0);
    some((company) => company.advertisingProtected === true);
    some((company) => /holding/i.test(company.name));
    some((company) => company.pNumbers.length > 2);
  });
});

describe('a name as people spell it', () => {
  const register = createSampleRegister();
  it.each([
    ['aarhus aeroesund', 'Aarhus Ærøsund Eksport A/S'],
    ['Århus Ærøsund', 'Aarhus Ærøsund Eksport A/S'],
    ['arhus erosund', 'Aarhus Ærøsund Eksport A/S'],
    ['a-dalens okologi', 'Å-dalens Økologi I/S'],
    ['Hanssen VVS', 'Hansen VVS ApS'],
    ['Hnasen VVS', 'Hansen VVS ApS'],
    ['hansenvvs', 'Hansen VVS ApS'],
    ['robotteknik', 'Havnens Robotteknik ApS'],
    ['Kvist og Kjær', 'Kvist & Kjær Arkitekter ApS'],
    ['kvist kjaer', 'Kvist & Kjær Arkitekter ApS'],
    ['Møns Klint', 'Møns Klint Keramik'],
    ['Thy Surfsckole', 'Thy Surfskole'],
  ])('%s', async (asked, expected) => {
    const answer = await register.searchByName(asked, 5);
    const first = answer.state === 'found' ? answer.value[0]?.name : undefined;
    expect(first).toBe(expected);
  });

  it('puts the exact name before those that merely resemble it', async () => {
    const answer = await register.searchByName('vejle ådal emballage', 5);
    expect(answer.state === 'found' && answer.value[0]?.name).toBe('Vejle Ådal Emballage A/S');
  });
});
