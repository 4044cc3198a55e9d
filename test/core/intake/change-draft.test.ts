import { describe, expect, it } from 'vitest';
import {
  applyInputs,
  applyRegister,
  followUnit,
  hasContent,
  newDraft,
  type RegisterFacts,
} from '../../../src/core/intake/change-draft.ts';
import type { Draft } from '../../../src/core/intake/draft.ts';
import { readInputs } from '../../../src/core/intake/read-inputs.ts';
import type { RawInput } from '../../../src/core/raw-input.ts';

const NOW = '2026-11-20T09:00:00.000Z';
const empty = newDraft('draft', 'anna', 'les-791', 'form', NOW);
const typed = (draft: Draft, input: RawInput) => applyInputs(draft, readInputs(input, '2026-11-20'), 'user');

const HANSEN: RegisterFacts = {
  values: {
    cvr: '25313763',
    companyName: 'Hansen VVS ApS',
    municipality: '791',
    founded: '2011-04-12',
    form: 'ApS',
    employees: undefined,
  },
  pNumbers: [
    { pNumber: '1003388394', name: 'Hansen VVS', municipality: '791' },
    { pNumber: '1003388395', name: 'Hansen VVS Aarhus', municipality: '751' },
    { pNumber: '1003388396', name: 'Hansen VVS, no place' },
  ],
};

describe('a new draft', () => {
  it('is active, empty, at its step, and remembers when the company came', () => {
    expect(newDraft('d1', 'bo', 'les-751', 'guided', NOW)).toEqual({
      version: 1,
      id: 'd1',
      revision: 1,
      state: 'active',
      person: 'bo',
      organisation: 'les-751',
      step: 'guided',
      values: {},
      sources: {},
      rejected: [],
      register: 'not-asked',
      pNumbers: [],
      asking: null,
      answered: [],
      override: null,
      caseId: null,
      contactedAt: NOW,
      createdAt: NOW,
      updatedAt: NOW,
    });
    expect(hasContent(empty)).toBe(false);
  });
});

describe('what is typed', () => {
  it('is kept with where it came from; what cannot be read is kept as typed until the field is right', () => {
    const wrong = typed(empty, { cvr: '12345678', municipality: 'Viborg' });
    expect(wrong.values).toEqual({ municipality: '791' });
    expect(wrong.sources).toEqual({ municipality: 'user' });
    expect(wrong.rejected).toEqual([{ field: 'cvr', refusal: { code: 'not-a-cvr' }, typed: '12345678' }]);
    expect(hasContent(typed(empty, { cvr: '12345678' }))).toBe(true);

    const again = typed(wrong, { cvr: '123', founded: 'x' });
    expect(again.rejected.map(({ typed: words }) => words)).toEqual(['123', 'x']);
    expect(typed(again, { cvr: '25313763' }).rejected.map(({ field }) => field)).toEqual(['founded']);
    expect(typed(again, { founded: '' }).rejected.map(({ field }) => field)).toEqual(['cvr']);
  });

  it('clears a field that is left empty, with where it came from', () => {
    const full = typed(empty, { municipality: '791', stage: 'established' });
    const cleared = typed(full, { stage: '' });
    expect(cleared.values).toEqual({ municipality: '791' });
    expect(cleared.sources).toEqual({ municipality: 'user' });
  });

  it('comes from where it came from where a form sends back what it showed', () => {
    const found = applyRegister(typed(empty, { cvr: '25313763' }), HANSEN);
    const sent = typed(found, { municipality: '791', founded: '2012' });
    expect(sent.sources).toMatchObject({ municipality: 'register', founded: 'user', cvr: 'user' });
  });

  it('adds the depth of one need to those of the others', () => {
    const one = typed(empty, { 'control:succession': 'none' });
    const both = typed(one, { 'control:financing': 'any' });
    expect(both.values.depths).toEqual({ succession: 'basic', financing: 'specialised' });
    expect(typed(both, { stage: 'established' }).values.depths).toEqual(both.values.depths);
    expect('depths' in typed(empty, { stage: 'established' }).values).toBe(false);
  });
});

describe('another CVR number', () => {
  const found = applyRegister(typed(empty, { cvr: '25313763', contactName: 'Mette' }), HANSEN);

  it('drops what the register said of the first company, and keeps what a person typed', () => {
    for (const input of [{ cvr: '24256790' }, { cvr: '' }]) {
      const other = typed(found, input);
      expect(other.values).toEqual({ contactName: 'Mette', ...(input.cvr && input) });
      expect(other).toMatchObject({ register: 'not-asked', pNumbers: [], seat: undefined });
    }
  });

  it('does not bring the first company’s values back with the form that still showed them', () => {
    const other = typed(found, { cvr: '24256790', companyName: 'Hansen VVS ApS', municipality: '751' });
    expect(other.values).toEqual({ cvr: '24256790', contactName: 'Mette', municipality: '751' });
    expect(other.sources.municipality).toBe('user');
  });

  it('is another: the same one drops nothing, nor does clearing none', () => {
    expect(typed(found, { cvr: '25313763' }).pNumbers).toHaveLength(3);
    expect(typed(found, { cvr: '25313763', founded: '2011-04-12' }).values).toEqual(found.values);
    const withoutCvr = { ...found, values: { municipality: '791' } } as const;
    expect(typed(withoutCvr, { cvr: '' }).pNumbers).toHaveLength(3);
  });
});

describe('the register', () => {
  it('takes nothing away that it told before and does not know now', () => {
    const before = applyRegister(typed(empty, { cvr: '25313763' }), {
      ...HANSEN,
      values: { ...HANSEN.values, employees: 7 },
    });
    expect(applyRegister(before, HANSEN).values.employees).toBe(7);
  });

  it('fills what nobody typed, and says where the company’s seat is', () => {
    const found = applyRegister(typed(empty, { cvr: '25313763', municipality: '751' }), HANSEN);
    expect(found.values).toEqual({
      cvr: '25313763',
      companyName: 'Hansen VVS ApS',
      municipality: '751',
      founded: '2011-04-12',
      form: 'ApS',
    });
    expect(found.sources).toMatchObject({ cvr: 'user', municipality: 'user', companyName: 'register' });
    expect(found).toMatchObject({ register: 'found', seat: '791', pNumbers: HANSEN.pNumbers });
  });

  it('wins over what was understood in words', () => {
    const read = readInputs({ municipality: '751' }, '2026-11-20');
    expect(applyRegister(applyInputs(empty, read, 'text'), HANSEN).values.municipality).toBe('791');
  });

  it('replaces a typed name that was the search for it, and no other', () => {
    expect(applyRegister(typed(empty, { companyName: 'hansen' }), HANSEN).values.companyName).toBe(
      'Hansen VVS ApS',
    );
    expect(applyRegister(typed(empty, { companyName: 'Jensen Byg' }), HANSEN).values.companyName).toBe(
      'Jensen Byg',
    );
    expect(applyRegister(typed(empty, { founded: '2012' }), HANSEN).values.founded).toBe('2012');
  });
});

describe('a production unit', () => {
  const found = applyRegister(typed(empty, { cvr: '25313763' }), HANSEN);
  const inAarhus = followUnit(found, typed(found, { pNumber: '1003388395' }));

  it('decides the municipality as soon as it is chosen', () => {
    expect(inAarhus.values.municipality).toBe('751');
    expect(inAarhus.sources.municipality).toBe('register');
  });

  it('leaves a municipality alone that was corrected after it was chosen', () => {
    const corrected = followUnit(inAarhus, typed(inAarhus, { municipality: '740' }));
    expect(corrected.values.municipality).toBe('740');
    expect(followUnit(corrected, typed(corrected, { stage: 'established' })).values.municipality).toBe('740');
  });

  it('gives the municipality back to the company’s seat where it is taken away', () => {
    const left = followUnit(inAarhus, typed(inAarhus, { pNumber: '' }));
    expect(left.values.municipality).toBe('791');
    expect(left.sources.municipality).toBe('register');
    const unknown = followUnit(inAarhus, typed(inAarhus, { pNumber: '1003388396' }));
    expect(unknown.values.municipality).toBe('791');
  });

  it('does not give back what a person typed meanwhile, nor a seat that nobody knows', () => {
    const corrected = typed(inAarhus, { municipality: '740' });
    expect(followUnit(corrected, typed(corrected, { pNumber: '' })).values.municipality).toBe('740');
    const homeless = { ...inAarhus, seat: undefined };
    expect(followUnit(homeless, typed(homeless, { pNumber: '' })).values.municipality).toBe('751');
    const elsewhere = { ...inAarhus, values: { ...inAarhus.values, municipality: '740' as const } };
    expect(followUnit(elsewhere, typed(elsewhere, { pNumber: '' })).values.municipality).toBe('740');
  });

  it('of a company with only one does not replace a typed municipality', () => {
    const only = {
      values: { ...HANSEN.values, pNumber: '1003388395' },
      pNumbers: HANSEN.pNumbers.slice(1, 2),
    };
    const before = typed(empty, { municipality: '740' });
    expect(followUnit(before, applyRegister(before, only)).values.municipality).toBe('740');
    expect(followUnit(empty, applyRegister(empty, only)).values.municipality).toBe('751');
  });

  it('that is unknown changes nothing', () => {
    const unknown = typed(found, { pNumber: '1009999999' });
    expect(followUnit(found, unknown)).toEqual(unknown);
    const nowhere = {
      ...found,
      pNumbers: [{ pNumber: '1003388395', name: 'Hansen', municipality: '999' }],
    };
    expect(followUnit(nowhere, typed(nowhere, { pNumber: '1003388395' })).values.municipality).toBe('791');
  });
});
