import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../dialogs/questions.ts';
import type { Dependencies } from '../../src/app/dependencies.ts';
import type { Aside } from '../../src/app/inbound.ts';
import { lookUp, registerFacts } from '../../src/app/look-up.ts';
import type { RegisteredCompany } from '../../src/app/ports/company-register.ts';
import { NO_NEED_CHANGE, type Understanding } from '../../src/app/ports/language-model.ts';
import type { Command } from '../../src/core/command.ts';
import { newDraft } from '../../src/core/intake/change-draft.ts';
import type { Draft, IntakeValues } from '../../src/core/intake/draft.ts';
import { HANSEN, understanding } from './app-world.ts';

const TODAY = '2026-11-20';
const SON: RegisteredCompany = { ...HANSEN, cvr: '24256790', name: 'Hansen VVS & Søn' };

interface World {
  readonly companies?: readonly RegisteredCompany[] | 'down';
  readonly crm?: 'down';
  readonly understood?: Partial<Understanding> | null;
  readonly draft?: Partial<Draft> & { readonly values?: IntakeValues };
  readonly aside?: Aside;
}

/** What looking up comes to, and what was asked of whom. */
async function look(command: Command, world: World = {}) {
  const { companies = [HANSEN], understood = {} } = world;
  const asked: string[] = [];
  const answer = <T>(value: T | undefined) => {
    if (companies === 'down') return { state: 'unavailable', code: 'down' } as const;
    return value === undefined ? ({ state: 'not-found' } as const) : ({ state: 'found', value } as const);
  };
  const all = companies === 'down' ? [] : companies;
  const deps = {
    register: {
      findByCvr: async (cvr: string) => {
        asked.push(`register ${cvr}`);
        return answer(all.find((one) => one.cvr === cvr));
      },
      searchByName: async (name: string, limit: number) => {
        asked.push(`register "${name}" ${limit}`);
        return answer(all.length === 0 ? undefined : all);
      },
    },
    crm: {
      servedCases: async (cvr: string) => {
        asked.push(`crm ${cvr}`);
        if (world.crm === 'down') throw new Error('down');
        return [];
      },
    },
    language: understood && {
      understand: (text: string) => understanding(text, understood),
      needChange: () => NO_NEED_CHANGE,
    },
    readAnswer,
    readTalk: () => ({ kind: 'need' }),
  } as unknown as Dependencies;
  const draft = world.draft && {
    ...newDraft('d', 'anna', 'les-791', 'form', `${TODAY}T09:00:00.000Z`),
    ...world.draft,
  };
  return { asked, ...(await lookUp(command, draft, deps, TODAY, world.aside)) };
}

const log = (text: string): Command => ({ name: 'log', text });
const say = (text: string): Command => ({ name: 'say', text });
const submit = (input: Record<string, string>): Command => ({
  name: 'intake',
  verb: 'intake.submit',
  draftId: null,
  revision: null,
  input,
});

describe('a CVR number', () => {
  it('is looked up in the register and the CRM, wherever it was typed', async () => {
    for (const command of [
      submit({ cvr: '25 31 37 63' }),
      { name: 'correct', field: 'cvr', value: '25313763' } as const,
    ]) {
      const found = await look(command);
      expect(found.asked).toEqual(['register 25313763', 'crm 25313763']);
      expect(found).toMatchObject({
        company: { state: 'found', value: HANSEN },
        found: [],
        inCrm: [],
        crmSilent: false,
        understood: null,
      });
    }
    const said = await look(log('25313763 eksport'), { understood: { entities: { cvr: '25313763' } } });
    expect(said.asked).toEqual(['register 25313763', 'crm 25313763']);
    expect(said.understood?.text).toBe('25313763 eksport');
  });

  it('of a field wins over one in the words beside it', async () => {
    const { asked, understood } = await look(submit({ cvr: '25313763', description: 'ikke 24256790' }), {
      understood: { entities: { cvr: '24256790' } },
    });
    expect(asked).toEqual(['register 25313763', 'crm 25313763']);
    expect(understood?.text).toBe('ikke 24256790');
    const empty = await look(submit({ cvr: '', description: '24256790' }), {
      understood: { entities: { cvr: '24256790' } },
    });
    expect(empty.asked).toEqual(['register 24256790', 'crm 24256790']);
  });

  it('that is none is not looked up', async () => {
    expect((await look(submit({ cvr: '12345678' }))).asked).toEqual([]);
  });

  it('which the intake has and the register has answered for is asked of the CRM alone', async () => {
    const values = { cvr: '25313763' };
    const again = (register: Draft['register'], cvr = '25313763') =>
      look(submit({ cvr }), { draft: { values, register } });
    expect((await again('found')).asked).toEqual(['crm 25313763']);
    expect((await again('found')).company).toBeNull();
    expect((await again('unavailable')).asked).toEqual(['register 25313763', 'crm 25313763']);
    expect((await again('found', '24256790')).asked).toEqual(['register 24256790', 'crm 24256790']);
  });

  it('of the intake under way is asked of the CRM where the command names no company', async () => {
    const { asked, company } = await look(say('vil eksportere'), { draft: { values: { cvr: '25313763' } } });
    expect(asked).toEqual(['crm 25313763']);
    expect(company).toBeNull();
    const form = await look(submit({ stage: 'established' }), { draft: { values: { cvr: '25313763' } } });
    expect(form.asked).toEqual(['crm 25313763']);
  });

  it('of the intake under way is left alone by a line about another company', async () => {
    const { asked } = await look(say('Jensen Byg vil eksportere'), {
      draft: { values: { cvr: '25313763', companyName: 'Hansen VVS' } },
      understood: { entities: { companyName: 'Jensen Byg' } },
    });
    expect(asked).toEqual(['register "Jensen Byg" 5']);
  });
});

describe('the CRM', () => {
  it('that does not answer is said to be silent: nothing else fails', async () => {
    const { company, inCrm, crmSilent } = await look(submit({ cvr: '25313763' }), { crm: 'down' });
    expect(company?.state).toBe('found');
    expect([inCrm, crmSilent]).toEqual([[], true]);
  });
});

describe('a name', () => {
  it('of a form is a question: its companies are offered, even where there is only one', async () => {
    const { asked, company, found } = await look(submit({ companyName: ' Hansen VVS ' }));
    expect(asked).toEqual(['register "Hansen VVS" 5']);
    expect(company).toBeNull();
    expect(found).toEqual([HANSEN]);
  });

  it('in words is the one company that bears it; others that the words fit are offered beside it', async () => {
    const other = { ...HANSEN, cvr: '10150817', name: 'Jensen Byg' };
    const { asked, company, found, inCrm } = await look(log('Hansen VVS vil eksportere'), {
      companies: [SON, HANSEN, other],
      understood: { entities: { companyName: 'Hansen VVS' } },
    });
    expect(asked).toEqual(['register "Hansen VVS" 5', 'crm 25313763']);
    expect(company).toEqual({ state: 'found', value: HANSEN });
    expect(found).toEqual([SON]);
    expect(inCrm).toEqual([]);
  });

  it('that two companies bear, or that only begins like one, is a question: none of them is picked', async () => {
    for (const companies of [
      [HANSEN, { ...SON, name: 'Hansen VVS A/S' }],
      [SON],
      [SON, { ...SON, cvr: '1' }],
    ]) {
      const { company, found, asked } = await look(log('Hansen VVS'), {
        companies,
        understood: { entities: { companyName: 'Hansen VVS' } },
      });
      expect(company).toBeNull();
      expect(found).toEqual(companies);
      expect(asked).toEqual(['register "Hansen VVS" 5']);
    }
  });

  it('that answers the question for the company is taken as in words', async () => {
    const { company, understood } = await look(say('Hansen VVS'), {
      draft: { step: 'guided', asking: 'company' },
    });
    expect(company).toEqual({ state: 'found', value: HANSEN });
    expect(understood).toBeNull();
  });

  it('of one letter is not searched for, nor is none', async () => {
    expect((await look(submit({ companyName: 'H' }))).asked).toEqual([]);
    expect((await look(submit({ companyName: 'HV' }))).asked).toEqual(['register "HV" 5']);
    expect((await look(submit({ companyName: '  ' }))).asked).toEqual([]);
  });

  it('finds nothing where the register is down or knows none', async () => {
    for (const companies of ['down', []] as const) {
      const nothing = await look(submit({ companyName: 'Hansen VVS' }), { companies });
      expect(nothing).toMatchObject({ company: null, found: [], inCrm: [], crmSilent: false });
    }
  });
});

describe('words', () => {
  it('are understood in a line, and in what a form describes without naming the need', async () => {
    expect((await look(log('vil eksportere'))).understood?.text).toBe('vil eksportere');
    expect((await look(say('vil eksportere'))).understood?.text).toBe('vil eksportere');
    expect((await look(submit({ description: 'vil eksportere' }))).understood?.text).toBe('vil eksportere');
    expect((await look(submit({ description: 'vil', areas: 'financing' }))).understood).toBeNull();
    expect((await look(submit({ description: ' ' }))).understood).toBeNull();
    expect((await look(submit({ stage: 'established' }))).understood).toBeNull();
    expect((await look({ name: 'correct', field: 'description', value: 'vil' })).understood).toBeNull();
    expect((await look({ name: 'help' })).understood).toBeNull();
  });

  it('that the intake has already are not understood again', async () => {
    const draft = { values: { description: 'vil eksportere' } };
    expect((await look(submit({ description: ' vil eksportere ' }), { draft })).understood).toBeNull();
    expect((await look(submit({ description: 'vil bygge' }), { draft })).understood).not.toBeNull();
  });

  it('that answer the question asked are not understood as a need', async () => {
    const guided = { step: 'guided', asking: 'municipality' } as const;
    expect((await look(say('Viborg'), { draft: guided })).understood).toBeNull();
    expect((await look(say('vil eksportere'), { draft: guided })).understood).not.toBeNull();
    expect((await look(say('Viborg'), { draft: { ...guided, step: 'form' } })).understood).not.toBeNull();
    // Yes answers where one need was offered, and says nothing where two were.
    const areas = { step: 'guided', asking: 'areas' } as const;
    expect((await look(say('ja'), { draft: { ...areas, offered: ['financing'] } })).understood).toBeNull();
    expect(
      (await look(say('ja'), { draft: { ...areas, offered: ['financing', 'succession'] } })).understood,
    ).not.toBeNull();
  });

  it('answer for a company as the form does', async () => {
    const draft = { step: 'guided', asking: 'company' } as const;
    expect((await look(say('25313763'), { draft })).asked).toEqual(['register 25313763', 'crm 25313763']);
  });

  it('are not understood where there is no language model', async () => {
    const { understood, asked } = await look(log('25313763 vil eksportere'), { understood: null });
    expect(understood).toBeNull();
    expect(asked).toEqual([]);
  });

  it('get the contact of a pasted mail, where its words name none', async () => {
    const aside = { leftOut: ['header'], contact: { contactName: 'Mette' }, unread: '' } as unknown as Aside;
    const from = await look(log('vil eksportere'), { aside });
    expect(from.understood?.entities).toEqual({ contactName: 'Mette' });
    const own = await look(log('vil'), { aside, understood: { entities: { contactName: 'Bo' } } });
    expect(own.understood?.entities).toEqual({ contactName: 'Bo' });
    const none = await look(log('vil'), { aside: { ...aside, contact: {} } });
    expect(none.understood?.entities).toEqual({});
  });
});

describe('a registered company in the draft’s fields', () => {
  it('leaves out what the register does not say, and takes the only production unit', () => {
    expect(registerFacts(HANSEN)).toEqual({
      values: {
        cvr: '25313763',
        companyName: 'Hansen VVS ApS',
        municipality: '791',
        founded: '2011-04-12',
        form: 'ApS',
        employees: 12,
        advertisingProtected: false,
        standing: 'active',
        pNumber: undefined,
      },
      pNumbers: [],
    });
    const bare = {
      ...HANSEN,
      municipality: null,
      founded: null,
      form: null,
      employees: null,
      advertisingProtected: null,
      pNumbers: [
        { pNumber: '1003388394', name: 'Hansen', municipality: '791' },
        { pNumber: '1003388395', name: 'Hansen 2', municipality: null },
      ],
    } as const;
    const { values, pNumbers } = registerFacts(bare);
    expect(Object.values(values).filter((value) => value !== undefined)).toEqual([
      '25313763',
      'Hansen VVS ApS',
      'active',
    ]);
    expect(pNumbers).toEqual([
      { pNumber: '1003388394', name: 'Hansen', municipality: '791' },
      { pNumber: '1003388395', name: 'Hansen 2' },
    ]);
    expect(registerFacts({ ...bare, pNumbers: bare.pNumbers.slice(0, 1) }).values.pNumber).toBe('1003388394');
  });
});
