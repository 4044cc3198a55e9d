import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../src/core/answer.ts';
import type { Case } from '../../../src/core/case/case.ts';
import { eraseCase, eraseContact } from '../../../src/core/case/erase-case.ts';
import { releaseAssignee } from '../../../src/core/case/release-assignee.ts';
import { seenBy } from '../../cards/sample-answers.ts';
import { anna, carla, caseAfter, dan, opened, outcome } from './case-world.ts';

const LATER = '2026-01-14T10:00:00.000Z';
const offered = opened({ override: { organisation: 'ehm-midtjylland', reason: 'kender Per Olsen' } }).case;
const asked = caseAfter(offered, ['handover.ask', carla, { text: 'Hvem er Per Olsen?' }]);
const closed: Case = caseAfter(
  asked,
  ['handover.answer', anna, { text: 'Per Olsen er ejeren' }],
  ['handover.accept', carla],
  ['case.add-contact', carla, { text: 'Per Olsen ringede', person: 'Per Olsen 40411234' }],
  ['case.contacted', carla],
  ['case.close', carla, { ...outcome, note: 'Per Olsen er glad', actionPlan: 'Per Olsen ringer' }],
);
const full: Case = {
  ...closed,
  linkedTo: 'XXXX-XXXX',
  values: {
    ...closed.values,
    pNumber: '1003388394',
    founded: '2011-04-12',
    form: 'ApS',
    employees: 3,
    turnoverDkk: 5,
    externalFundingDkk: 6,
    advertisingProtected: true,
    standing: 'active',
    maturity: 'mature',
    segment: 'growth',
    depth: 'basic',
    depths: { internationalisation: 'specialised' },
    crisis: false,
    clarified: true,
    direction: 'inbound',
    contactName: 'Per Olsen',
    contactPhone: '40411234',
    contactEmail: 'per@olsen.dk',
    description: 'Per Olsen vil eksportere',
  },
};

describe('a case that is made anonymous', () => {
  const { case: erased, history, effects } = eraseCase(full, LATER, 'request');

  it('keeps what is counted, and nothing that names anybody', () => {
    expect(erased.values).toEqual({
      municipality: '791',
      stage: 'established',
      maturity: 'mature',
      segment: 'growth',
      areas: ['internationalisation'],
      depth: 'basic',
      depths: { internationalisation: 'specialised' },
      crisis: false,
      clarified: true,
      consent: 'consent',
      entry: 'les',
      direction: 'inbound',
      founded: '2011',
    });
    expect(JSON.stringify(erased)).not.toMatch(/[Oo]lsen|40411234|Hansen|25313763|XXXX/);
    expect(erased).toMatchObject({
      revision: full.revision + 1,
      status: 'closed',
      closedAt: full.closedAt,
      changedAt: LATER,
      erasedAt: LATER,
      assignee: null,
      linkedTo: null,
      companyKey: 'hansen',
      override: { organisation: 'ehm-midtjylland', reason: '' },
      outcome: { actionPlan: null, note: null, segment: 'growth' },
      contacts: [{ text: null, person: null, by: { person: 'carla' } }],
    });
    expect(erased.handovers).toMatchObject([{ state: 'accepted', questions: [{ text: '', answer: '' }] }]);
  });

  it('says in its history that it was, and why, and follows in CRM and cards', () => {
    expect(history).toMatchObject([{ event: 'erased', at: LATER, details: { cause: 'request' } }]);
    expect(effects).toEqual([{ kind: 'crm.save' }, { kind: 'card.refresh' }]);
  });

  it('ends as withdrawn where it was under way, with its offer', () => {
    const { case: ended } = eraseCase(asked, LATER, 'retention');
    expect(ended).toMatchObject({ status: 'withdrawn', closedAt: LATER });
    expect(ended.handovers).toMatchObject([
      { state: 'withdrawn', settledAt: LATER, settledBy: null, questions: [{ text: '', answer: null }] },
    ]);
    expect('callBack' in ended).toBe(false);
    const plain = eraseCase(opened().case, LATER, 'request').case;
    expect(plain.override).toBeNull();
    expect(plain.handovers[0]?.reason).toBeNull();
    expect(plain.outcome).toBeNull();
  });

  it('plans no call any more', () => {
    const call = {
      at: LATER,
      by: { person: 'anna', name: 'Anna', organisation: 'les-791' },
      reason: 'Per Olsen',
    };
    const { case: ended } = eraseCase({ ...full, callBack: call as never }, LATER, 'request');
    expect(ended.callBack).toBeNull();
  });
});

describe('a case that loses its contact', () => {
  const { case: after, history, effects } = eraseContact(full, LATER);

  it('stays the company’s, without the person and what was written', () => {
    expect(JSON.stringify(after)).not.toMatch(/[Oo]lsen|40411234/);
    const { contactName: _, contactPhone: __, contactEmail: ___, description: ____, ...values } = full.values;
    expect(after.values).toEqual(values);
    expect(after).toMatchObject({
      revision: full.revision + 1,
      changedAt: LATER,
      status: 'closed',
      assignee: full.assignee,
      linkedTo: 'XXXX-XXXX',
      erasedAt: null,
    });
    expect(history).toMatchObject([{ event: 'contact-erased' }]);
    expect(effects).toEqual([{ kind: 'crm.save' }, { kind: 'card.refresh' }]);
  });
});

describe('a case whose assignee has left', () => {
  it('is the office’s again, with its clock as it was', () => {
    const assigned = caseAfter(
      opened().case,
      ['handover.accept', carla],
      ['case.assign', dan, { person: 'carla' }],
    );
    const change = releaseAssignee(assigned, LATER);
    expect(change?.case).toEqual({ ...assigned, assignee: null, revision: assigned.revision + 1 });
    expect(change?.history).toMatchObject([
      { event: 'assignee-left', at: LATER, details: { person: 'carla' } },
    ]);
    expect(change?.effects).toEqual([{ kind: 'crm.save' }, { kind: 'card.refresh' }]);
    expect(releaseAssignee({ ...assigned, assignee: null }, LATER)).toBeUndefined();
    expect(releaseAssignee({ ...assigned, status: 'closed' }, LATER)).toBeUndefined();
  });
});

describe('what somebody may see of a case', () => {
  const seen = (relation: Viewer['relation'], kase: Case) =>
    Object.entries(seenBy(relation, kase)).flatMap(([what, may]) => (may ? [what] : []));
  const preStarter: Case = { ...offered, values: { ...offered.values, stage: 'pre-starter' } };
  const crisis: Case = { ...offered, priority: 'urgent' };
  const SERVED = ['name', 'number', 'colleagues'];
  const ALL = [...SERVED, 'contact', 'notes', 'assessment', 'outline'];
  const STANDARD = [...SERVED, 'contact', 'outline'];

  it.each([
    ['owner', ALL, ALL, ALL],
    ['receiver', ALL, ALL, ALL],
    ['guest', ALL, ALL, STANDARD],
    ['party', STANDARD, STANDARD, STANDARD],
    ['auditor', ALL, ALL, STANDARD],
    ['channel', [...SERVED, 'outline'], ['colleagues', 'outline'], [...SERVED, 'outline']],
    ['other', SERVED, ['colleagues'], SERVED],
  ] as const)('%s: %j, of a pre-starter %j, in a crisis %j', (relation, plain, person, urgent) => {
    expect([seen(relation, offered), seen(relation, preStarter), seen(relation, crisis)]).toEqual([
      plain,
      person,
      urgent,
    ]);
  });
});
