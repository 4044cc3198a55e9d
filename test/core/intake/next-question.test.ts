import { describe, expect, it } from 'vitest';
import { newDraft } from '../../../src/core/intake/change-draft.ts';
import type { Draft, IntakeValues } from '../../../src/core/intake/draft.ts';
import { nextQuestion } from '../../../src/core/intake/next-question.ts';
import { toFacts } from '../../../src/core/intake/to-facts.ts';
import { decide } from '../../../src/core/triage/decide.ts';
import type { TriageFacts } from '../../../src/core/triage/facts.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/triage/settings.ts';

const TODAY = '2026-11-20';
const full: IntakeValues = {
  companyName: 'Hansen VVS',
  municipality: '791',
  areas: ['authority-permits'],
  stage: 'established',
  contactPhone: '40411234',
  consent: 'consent',
};

function draftOf(values: IntakeValues, more: Partial<Draft> = {}): Draft {
  return { ...newDraft('draft', 'anna', 'les-791', 'guided', `${TODAY}T09:00:00.000Z`), values, ...more };
}

function questionOf(values: IntakeValues, more: Partial<Draft> = {}): string | null {
  const draft = draftOf(values, more);
  const decideNow = (facts: TriageFacts) => decide(facts, () => DEFAULT_SETTINGS, TODAY);
  return nextQuestion(draft, toFacts(draft, null, TODAY), decideNow, ({ owner }) => owner.actor !== 'les');
}

describe('the next question', () => {
  it('is none where nothing that is unknown could change the door', () => {
    expect(questionOf(full)).toBeNull();
  });

  it('is never which company has a crisis', () => {
    expect(questionOf({ municipality: '791' })).toBe('company');
    expect(questionOf({ municipality: '791', crisis: false })).toBe('company');
    expect(questionOf({ municipality: '791', crisis: true })).not.toBe('company');
  });

  it.each([
    ['company', { companyName: undefined }],
    ['municipality', { municipality: undefined }],
    ['areas', { areas: undefined }],
    ['areas', { areas: [] }],
    ['contact', { contactPhone: undefined }],
  ] as const)('is for the %s where that is unknown', (question, missing) => {
    expect(questionOf({ ...full, ...missing })).toBe(question);
  });

  it('asks each but for the municipality once', () => {
    const answered = (question: string) => ({ answered: [question] });
    expect(questionOf({ ...full, companyName: undefined }, answered('company'))).toBeNull();
    expect(questionOf({ ...full, areas: [] }, answered('areas'))).toBeNull();
    expect(questionOf({ ...full, contactPhone: undefined }, answered('contact'))).toBeNull();
    expect(questionOf({ ...full, municipality: undefined }, answered('municipality'))).toBe('municipality');
  });

  it('asks nobody for a company who has not started one', () => {
    expect(questionOf({ ...full, companyName: undefined, stage: 'pre-starter' })).not.toBe('company');
  });

  it('takes a CVR number for the company, and an e-mail address for the contact', () => {
    expect(questionOf({ ...full, companyName: undefined, cvr: '25313763' })).toBeNull();
    expect(questionOf({ ...full, contactPhone: undefined, contactEmail: 'a@b.dk' })).toBeNull();
  });

  it('asks for the stage where it decides, once', () => {
    const values = { ...full, stage: undefined, areas: ['internationalisation'] } as const;
    expect(questionOf(values)).toBe('stage');
    expect(questionOf(values, { answered: ['stage'] })).not.toBe('stage');
  });

  it('asks the control question of a grey area whose depth decides, and not where the depth was given', () => {
    const values = { ...full, areas: ['internationalisation'] } as const;
    expect(questionOf(values)).toBe('control:internationalisation');
    expect(questionOf(values, { answered: ['control:internationalisation'] })).toBeNull();
    expect(questionOf({ ...values, depths: { internationalisation: 'basic' } })).toBeNull();
    expect(questionOf({ ...values, depths: { financing: 'basic' } })).toBe('control:internationalisation');
    // Chosen in the form, for all of them.
    expect(questionOf({ ...values, depth: 'specialised' })).toBeNull();
    // Of two, the one that is still open.
    const two = { ...full, areas: ['financing', 'internationalisation'] } as const;
    expect(questionOf({ ...two, depths: { financing: 'basic' } })).toBe('control:internationalisation');
  });

  it('asks no control question of an area that only one level serves, or whose depth changes nothing', () => {
    expect(questionOf({ ...full, areas: ['authority-permits'] })).toBeNull();
    // A crisis is the Erhvervshus’s whatever its depth.
    expect(questionOf({ ...full, areas: ['financing'], crisis: true })).toBeNull();
  });

  it('asks for the basis where the case goes to another organisation, but not after a logged line', () => {
    const shared = {
      ...full,
      areas: ['internationalisation'],
      depth: 'specialised',
      consent: undefined,
    } as const;
    expect(questionOf(shared)).toBe('consent');
    expect(questionOf(shared, { answered: ['consent'] })).toBeNull();
    expect(questionOf({ ...shared, consent: 'declined' })).toBeNull();
    expect(questionOf({ ...full, consent: undefined })).toBeNull();
    expect(questionOf({ ...shared, description: 'x' }, { sources: { description: 'text' } })).toBeNull();
    expect(questionOf({ ...shared, description: 'x' }, { sources: { description: 'user' } })).toBe('consent');
  });
});

describe('the facts of a draft', () => {
  it('are none while the municipality is unknown', () => {
    expect(toFacts(draftOf({ ...full, municipality: undefined }), null, TODAY)).toBeUndefined();
  });

  it('hold everything that triage reads', () => {
    const values: IntakeValues = {
      ...full,
      cvr: '25313763',
      direction: 'outreach',
      maturity: 'mature',
      segment: 'growth',
      crisis: false,
      clarified: true,
      form: 'ApS',
      founded: '2011',
      employees: 12,
      turnoverDkk: 5_000_000,
      externalFundingDkk: 1_000_000,
      advertisingProtected: true,
      areas: ['financing', 'authority-permits', 'succession', 'sales-marketing', 'other'],
      depths: { financing: 'basic' },
      depth: 'specialised',
    };
    const openCase = { id: 'K1', owner: { actor: 'les', organisation: 'les-791' } } as const;
    expect(toFacts(draftOf(values), openCase, TODAY)).toEqual({
      entry: 'les',
      entryOrganisation: 'les-791',
      municipality: '791',
      direction: 'outreach',
      stage: 'established',
      maturity: 'mature',
      segment: 'growth',
      crisis: false,
      clarified: true,
      company: {
        cvr: '25313763',
        name: 'Hansen VVS',
        form: 'ApS',
        founded: '2011-07-01',
        employees: 12,
        turnoverDkk: 5_000_000,
        externalFundingDkk: 1_000_000,
        advertisingProtected: true,
      },
      needs: [
        { area: 'financing', depth: 'basic' },
        { area: 'authority-permits' },
        { area: 'succession', depth: 'specialised' },
        { area: 'sales-marketing', depth: 'specialised' },
        { area: 'other' },
      ],
      history: { returns: 0, openCase },
      today: TODAY,
    });
  });

  it('name the door that was knocked on: the logging organisation’s, unless the form says otherwise', () => {
    const facts = toFacts(draftOf({ ...full, entry: 'phone' }), null, TODAY);
    expect(facts).toMatchObject({ entry: 'phone', entryOrganisation: undefined });
    expect(facts?.company).toMatchObject({ founded: undefined });
    const house = toFacts(draftOf(full, { organisation: 'ehm-midtjylland' }), null, TODAY);
    expect(house).toMatchObject({ entry: 'ehm', entryOrganisation: 'ehm-midtjylland' });
    expect(toFacts(draftOf({ ...full, areas: undefined }), null, TODAY)?.needs).toBeUndefined();
  });
});
