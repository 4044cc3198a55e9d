import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompanyRegister } from '../../src/app/ports.ts';
import { SAMPLE_COMPANIES } from '../../src/registry/sample-companies.ts';

/** A register that holds the sample companies, however it is reached. */
export interface RegisterUnderTest {
  readonly register: CompanyRegister;
  close(): Promise<void>;
}

/** What every company register does; each adapter runs it. */
export function keepsTheRegisterContract(name: string, open: () => Promise<RegisterUnderTest>): void {
  describe(`the company register: ${name}`, () => {
    let tested: RegisterUnderTest;
    beforeAll(async () => {
      tested = await open();
    });
    afterAll(() => tested.close());

    it('finds every company by its CVR number, with all that is registered of it', async () => {
      for (const company of SAMPLE_COMPANIES) {
        const answer = await tested.register.findByCvr(company.cvr);
        expect(answer.state, company.name).toBe('found');
        if (answer.state !== 'found') continue;
        const { pNumbers, ...value } = answer.value;
        const { pNumbers: expected, ...rest } = company;
        expect(value).toEqual(rest);
        expect(pNumbers.map((unit) => unit.pNumber)).toEqual(expected.map((unit) => unit.pNumber));
        // With several to choose from, a person must be able to tell them apart.
        if (expected.length > 1) expect(pNumbers).toEqual(expected);
      }
    });

    it('says that a number which nobody has, or which cannot be a CVR number, is not found', async () => {
      expect(await tested.register.findByCvr('99999983')).toEqual({ state: 'not-found' });
      expect(await tested.register.findByCvr('25313764')).toEqual({ state: 'not-found' });
      expect(await tested.register.findByCvr('')).toEqual({ state: 'not-found' });
      expect(await tested.register.findByCvr("1' OR 1=1")).toEqual({ state: 'not-found' });
    });

    it.each([
      ['Hansen VVS', 'Hansen VVS ApS'],
      ['hansen vvs aps', 'Hansen VVS ApS'],
      ['HANSEN', 'Hansen VVS ApS'],
      ['søndersø maskin', 'Søndersø Maskinfabrik A/S'],
    ])('finds by name whatever the case: %s', async (asked, expected) => {
      const answer = await tested.register.searchByName(asked, 5);
      expect(answer.state === 'found' && answer.value[0]?.name).toBe(expected);
    });

    it('gives no more companies than asked for', async () => {
      const answer = await tested.register.searchByName('holding', 1);
      expect(answer.state === 'found' && answer.value.length).toBe(1);
    });

    it('leaves closed companies out of a search, but tells of one that is asked for by number', async () => {
      const closed = SAMPLE_COMPANIES.filter((company) => company.ceased);
      expect(closed.length).toBeGreaterThan(0);
      for (const company of closed) {
        expect(await tested.register.searchByName(company.name, 5)).toEqual({ state: 'not-found' });
        const answer = await tested.register.findByCvr(company.cvr);
        expect(answer.state === 'found' && answer.value.ceased).toBe(true);
      }
    });

    it('finds nothing for a name that says nothing', async () => {
      for (const asked of ['', '   ', '"', '*', '🙂', 'Zyxw Qvbn']) {
        expect(await tested.register.searchByName(asked, 5), asked).toEqual({ state: 'not-found' });
      }
    });
  });
}
