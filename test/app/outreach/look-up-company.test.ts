import { describe, expect, it } from 'vitest';
import type { Dependencies } from '../../../src/app/dependencies.ts';
import { lookUpFor } from '../../../src/app/outreach/look-up-company.ts';
import type { RegisteredCompany } from '../../../src/app/ports/company-register.ts';
import { HANSEN } from '../app-world.ts';

const BILER: RegisteredCompany = { ...HANSEN, cvr: '24256790', name: 'Hans Biler ApS' };

/** What is found of a company as it is typed after `opsøg`, and what was asked of the register. */
async function look(company: string) {
  const asked: string[] = [];
  const deps = {
    register: {
      searchByName: async (name: string) => {
        asked.push(name);
        const value = [HANSEN, BILER].filter((one) => one.name.toLowerCase().startsWith(name.toLowerCase()));
        return value.length === 0 ? { state: 'not-found' } : { state: 'found', value };
      },
    },
    crm: { servedCases: async () => [] },
    language: null,
  } as unknown as Dependencies;
  const command = { name: 'outreach', verb: 'outreach.look', id: null, input: { company } } as const;
  const { company: one, found, afterName } = await lookUpFor(command, undefined, deps, '2026-11-20');
  return { asked, company: one, found, afterName };
}

describe('the company of an outreach line', () => {
  it('is the one whose name the line begins with; the rest is what it needs', async () => {
    expect(await look('Hans Biler ApS vil bygge om')).toEqual({
      asked: ['Hans Biler ApS vil bygge', 'Hans Biler ApS vil', 'Hans Biler ApS'],
      company: { state: 'found', value: BILER },
      found: [],
      afterName: 'vil bygge om',
    });
  });

  it('is chosen from those that the most of its words lead to, where no name is typed whole', async () => {
    expect(await look('Hans B')).toEqual({
      asked: ['Hans B', 'Hans'],
      company: null,
      found: [BILER],
      afterName: '',
    });
    expect((await look('Hans')).found).toEqual([HANSEN, BILER]);
    expect((await look('Jensen')).found).toEqual([]);
  });
});
