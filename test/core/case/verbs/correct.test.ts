import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/core/case/case.ts';
import type { CaseContext } from '../../../../src/core/case/case-change.ts';
import type { IntakeValues } from '../../../../src/core/intake/draft.ts';
import type { RawInput } from '../../../../src/core/raw-input.ts';
import { anna, attempt, bo, change, contextAt, established, eva, NOW, opened } from '../case-world.ts';

/** What a correction makes of the values, who is told that the door is another, and what it refuses. */

const OTHER_CVR = '10150817';
/** A case that Viborg kept. The rules would have sent it to the Erhvervshus. */
const kept = opened({ override: { organisation: 'les-791', reason: 'x' } }).case;
const caseOf = (values: Partial<IntakeValues> = {}): Case => ({
  ...kept,
  values: { ...established, areas: ['internationalisation', 'financing'], ...values },
});
const contextOf = (registered?: IntakeValues, now = NOW): CaseContext => ({ ...contextAt(now), registered });
const correct = (kase: Case, input: RawInput, context = contextOf()) =>
  change(kase, 'case.correct', anna, input, context);
const eventOf = (kase: Case, input: RawInput, context = contextOf()) => {
  const { case: after, history } = correct(kase, input, context);
  const { details } = history[0];
  return { values: after.values, fields: 'fields' in details ? details.fields : undefined };
};
/** Why it is refused, and at which field. */
const refusalOf = (kase: Case, input: RawInput, context = contextOf()) => {
  const decided = attempt(kase, 'case.correct', anna, input, context);
  return decided.ok ? undefined : decided.refusal;
};

describe('a correction of the needs', () => {
  it.each<[RawInput, readonly string[] | undefined]>([
    [{ needs: 'csr,financing' }, ['csr', 'financing']],
    [{ needs: ' csr , ,financing,csr' }, ['csr', 'financing']],
    [{ needs: '' }, undefined],
    [{ addNeeds: 'csr' }, ['internationalisation', 'financing', 'csr']],
    [{ addNeeds: 'financing, csr' }, ['internationalisation', 'financing', 'csr']],
    [{ removeNeeds: 'financing' }, ['internationalisation']],
    [{ removeNeeds: 'csr, financing' }, ['internationalisation']],
    [{ removeNeeds: 'internationalisation,financing' }, undefined],
    [{ addNeeds: 'csr', removeNeeds: 'financing' }, ['internationalisation', 'csr']],
    [{ needs: 'financing', addNeeds: 'csr', removeNeeds: 'financing' }, ['csr']],
  ])('%j leaves %j', (input, areas) => {
    expect(eventOf(caseOf(), input)).toMatchObject({ values: { areas }, fields: ['areas'] });
    expect(correct(caseOf(), input).case.corrections?.[0]?.before).toBe('internationalisation,financing');
  });

  it('of a company without needs adds its first', () => {
    expect(eventOf(caseOf({ areas: undefined }), { addNeeds: 'csr' }).values.areas).toEqual(['csr']);
    expect(refusalOf(caseOf({ areas: [] }), { needs: '', removeNeeds: 'csr' })?.code).toBe(
      'nothing-corrected',
    );
  });

  it('beside others leaves them alone', () => {
    expect(eventOf(caseOf(), { contactName: 'Bo Berg' })).toMatchObject({
      values: { areas: ['internationalisation', 'financing'], contactName: 'Bo Berg' },
      fields: ['contactName'],
    });
  });

  it.each([
    [{ needs: 'rockets' }],
    [{ addNeeds: 'rockets' }],
    // A need that is none is not on the case either.
    [{ removeNeeds: 'rockets' }],
    [{ removeNeeds: 'financing,rockets' }],
    [{ needs: 'rockets', removeNeeds: 'rockets' }],
  ])('%j is refused, as the case has it in `needs`', (input) => {
    expect(refusalOf(caseOf(), input)).toMatchObject({
      code: 'unknown-area',
      params: { area: 'rockets', field: 'needs' },
    });
  });
});

describe('a correction', () => {
  it.each<[RawInput, object]>([
    [{ municipality: '' }, { code: 'municipality-needed', params: { field: 'municipality' } }],
    [{ municipality: 'Atlantis' }, { code: 'unknown-municipality', params: { typed: 'Atlantis' } }],
    [{ cvr: '123' }, { code: 'not-a-cvr', params: { typed: '123', field: 'cvr' } }],
    [{ companyName: 'x'.repeat(201) }, { code: 'text-too-long', params: { max: 200, field: 'companyName' } }],
    [{ founded: '2026-01-14' }, { code: 'date-in-future', params: { field: 'founded' } }],
    [{}, { code: 'nothing-corrected', params: { caseId: kept.id } }],
    [{ companyName: ' Hansen VVS ', cvr: '2531 3763' }, { code: 'nothing-corrected' }],
    [{ contactName: '' }, { code: 'nothing-corrected' }],
    [{ addNeeds: 'csr', removeNeeds: 'csr' }, { code: 'nothing-corrected' }],
    [{ addNeeds: 'financing' }, { code: 'nothing-corrected' }],
    [{ removeNeeds: '' }, { code: 'nothing-corrected' }],
  ])('%j is refused', (input, refusal) => {
    expect(refusalOf(caseOf(), input)).toMatchObject(refusal);
  });

  it('keeps the old value with who changed it, after those of earlier ones', () => {
    const first = correct(caseOf(), { companyName: 'Hansen El', contactName: 'Bo Berg' });
    const by = { person: 'anna', name: anna.name, organisation: 'les-791' };
    expect(first.case.corrections).toEqual([
      { at: NOW, by, field: 'companyName', before: 'Hansen VVS' },
      { at: NOW, by, field: 'contactName', before: null },
    ]);
    expect(first.history[0]).toMatchObject({
      event: 'corrected',
      details: { fields: ['companyName', 'contactName'] },
    });
    expect(first.effects).toEqual([{ kind: 'crm.save' }, { kind: 'card.refresh' }]);
    const second = correct(first.case, { companyName: '' });
    expect(second.case.values.companyName).toBeUndefined();
    expect(second.case.corrections?.map(({ before }) => before)).toEqual(['Hansen VVS', null, 'Hansen El']);
  });

  it('is for anybody at the owner, also on the phone line, and for nobody else', () => {
    const input = { companyName: 'Hansen El' };
    const phone = { ...eva, organisation: 'les-791' as const };
    expect(attempt(caseOf(), 'case.correct', phone, input).ok).toBe(true);
    for (const by of [bo, eva, { ...anna, roles: ['auditor' as const] }])
      expect(attempt(caseOf(), 'case.correct', by, input)).toMatchObject({ refusal: { code: 'not-yours' } });
    expect(attempt({ ...caseOf(), status: 'closed' }, 'case.correct', anna, input)).toMatchObject({
      refusal: { code: 'not-now' },
    });
  });
});

describe('another CVR number', () => {
  const OF_COMPANY: IntakeValues = {
    pNumber: '1003407806',
    form: 'aps',
    employees: 7,
    advertisingProtected: true,
    standing: 'active',
  } as IntakeValues;
  const registered = {
    cvr: OTHER_CVR,
    companyName: 'Jensen El',
    municipality: '661',
    employees: 3,
    form: undefined,
  } as IntakeValues;

  it('brings what the register knows of its company, with its municipality', () => {
    const { values, fields } = eventOf(caseOf(OF_COMPANY), { cvr: OTHER_CVR }, contextOf(registered));
    expect(values).toMatchObject({
      cvr: OTHER_CVR,
      companyName: 'Jensen El',
      municipality: '661',
      employees: 3,
    });
    expect(fields).toEqual(['companyName', 'cvr', 'pNumber', 'municipality']);
    for (const gone of ['pNumber', 'form', 'advertisingProtected', 'standing'] as const)
      expect(values[gone], gone).toBeUndefined();
  });

  it.each<[string, IntakeValues | undefined]>([
    ['the register does not know', undefined],
    ['is not the one that the register was asked for', { ...registered, cvr: '25313763' }],
    ['the register has without a name and a place', { cvr: OTHER_CVR, companyName: undefined }],
  ])('that %s keeps name and place, but none of the other company’s values', (_, known) => {
    const { values } = eventOf(caseOf(OF_COMPANY), { cvr: OTHER_CVR }, contextOf(known));
    expect(values).toMatchObject({ cvr: OTHER_CVR, companyName: 'Hansen VVS', municipality: '791' });
    for (const gone of Object.keys(OF_COMPANY) as (keyof IntakeValues)[])
      expect(values[gone], gone).toBeUndefined();
  });

  it('loses to what is typed, but not to what the form repeats', () => {
    const typed = { cvr: OTHER_CVR, companyName: 'Jensen', municipality: '751' };
    expect(eventOf(caseOf(), typed, contextOf(registered)).values).toMatchObject({
      companyName: 'Jensen',
      municipality: '751',
    });
    const repeated = { cvr: OTHER_CVR, companyName: 'Hansen VVS', municipality: '791' };
    expect(eventOf(caseOf(), repeated, contextOf(registered)).values).toMatchObject({
      companyName: 'Jensen El',
      municipality: '661',
    });
  });

  it('as a company’s first leaves where it is, and what it said of itself', () => {
    const { values } = eventOf(
      caseOf({ ...OF_COMPANY, cvr: undefined }),
      { cvr: OTHER_CVR },
      contextOf(registered),
    );
    expect(values).toMatchObject({
      municipality: '791',
      companyName: 'Jensen El',
      employees: 3,
      form: 'aps',
      pNumber: '1003407806',
    });
  });

  it('is no other where it is the same or there was none', () => {
    const same = { ...registered, cvr: '25313763' };
    const input = { contactName: 'Bo Berg' };
    expect(eventOf(caseOf(OF_COMPANY), { ...input, cvr: '25313763' }, contextOf(same)).values).toMatchObject({
      ...OF_COMPANY,
      companyName: 'Hansen VVS',
    });
    expect(eventOf(caseOf(OF_COMPANY), input, contextOf(same)).values).toMatchObject(OF_COMPANY);
    expect(eventOf(caseOf(OF_COMPANY), input, contextOf({ employees: 3 })).values.employees).toBe(7);
    const without = caseOf({ ...OF_COMPANY, cvr: undefined });
    const cleared = { ...input, cvr: '' };
    expect(eventOf(without, cleared, contextOf({ employees: 3 })).values.employees).toBe(7);
  });

  it('that is taken away takes its company’s values with it', () => {
    const { values, fields } = eventOf(caseOf(OF_COMPANY), { cvr: '' });
    expect(fields).toEqual(['cvr', 'pNumber']);
    expect(values.employees).toBeUndefined();
    expect(values.companyName).toBe('Hansen VVS');
  });
});

describe('the decision of a corrected case', () => {
  const open = caseOf({ stage: undefined });
  /** Months after the case was opened. */
  const later = contextOf(undefined, '2026-06-01T09:00:00.000Z');
  const stageOf = (input: RawInput) => correct(open, input, later).case.decision.stage;

  it('has the stage of the day of the enquiry, and stays the first one otherwise', () => {
    expect(stageOf({ founded: '2011' })).toBe('established');
    const { decision } = correct(open, { stage: 'entrepreneur', maturity: 'mature' }).case;
    expect(decision).toEqual({ ...open.decision, stage: 'entrepreneur', maturity: 'mature' });
  });

  it('does not count a company that was founded afterwards', () => {
    const unfounded = stageOf({ contactName: 'Bo Berg' });
    expect(stageOf({ founded: '2026-01-13' })).toBe('entrepreneur');
    expect(stageOf({ founded: '2026-01-14' })).toBe(unfounded);
    expect(unfounded).not.toBe('entrepreneur');
  });

  it('cannot be made without a municipality', () => {
    expect(() => correct(caseOf({ municipality: undefined }), { contactName: 'Bo Berg' })).toThrow();
  });
});

describe('the door of a corrected case', () => {
  const local = caseOf({ stage: 'entrepreneur', maturity: 'early', areas: ['business-plan'] });
  const house = { actor: 'ehm', organisation: 'ehm-midtjylland' };
  const established_ = { stage: 'established', needs: 'internationalisation' };

  it('is named where the correction makes it another, and stays named by the next ones', () => {
    const other = correct(local, established_).case;
    expect(other.owner).toBe('les-791');
    expect(other.correctedDoor).toMatchObject(house);
    const next = correct(other, { companyName: 'Hansen El' }).case;
    expect(next.correctedDoor).toEqual(other.correctedDoor);
    const back = correct(next, { stage: 'entrepreneur', maturity: 'early', needs: 'business-plan' }).case;
    expect(back.correctedDoor).toBeNull();
  });

  it('is the owner’s own where the rules named the same one before', () => {
    expect(correct(caseOf(), { companyName: 'Hansen El' }).case.correctedDoor).toBeNull();
  });

  it('is the owner’s own where the case is there already', () => {
    const atHouse: Case = { ...local, owner: 'ehm-midtjylland' };
    const carlas = { ...anna, organisation: 'ehm-midtjylland' as const };
    expect(change(atHouse, 'case.correct', carlas, established_).case.correctedDoor).toBeNull();
  });
});
