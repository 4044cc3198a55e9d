import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompanyRegister } from '../../src/app/ports/company-register.ts';
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
        // A person must be able to tell several apart, and the municipality of each one decides an office.
        expect(pNumbers).toEqual(expected);
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

    it('finds a company that has ceased or is about to, and says so, by name as by number', async () => {
      const known = SAMPLE_COMPANIES.filter((company) => company.standing !== 'active');
      expect(new Set(known.map(({ standing }) => standing)).size).toBeGreaterThan(4);
      for (const { name, cvr, standing } of known) {
        const named = await tested.register.searchByName(name, 5);
        const found = named.state === 'found' ? named.value : [];
        expect(found.find((company) => company.cvr === cvr)?.standing).toBe(standing);
        const answer = await tested.register.findByCvr(cvr);
        expect(answer.state === 'found' && answer.value.standing).toBe(standing);
      }
    });

    it('puts companies that have ceased behind the others', async () => {
      const answer = await tested.register.searchByName('aps', 50);
      const { state } = answer;
      const ceased = state === 'found' ? answer.value.map(({ standing }) => standing === 'ceased') : [];
      expect([...ceased].sort()).toEqual(ceased);
    });

    it('finds nothing for a name that says nothing', async () => {
      for (const asked of ['', '   ', '"', '*', '🙂', 'Zyxw Qvbn']) {
        expect(await tested.register.searchByName(asked, 5), asked).toEqual({ state: 'not-found' });
      }
    });
  });
}
