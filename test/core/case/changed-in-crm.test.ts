import { describe, expect, it } from 'vitest';
import { changedInCrm } from '../../../src/core/case/changed-in-crm.ts';
import { eraseCase } from '../../../src/core/case/erase-case.ts';
import type { CrmStanding } from '../../../src/core/case/seen-in-crm.ts';
import { carla, caseAfter, NOW, opened, outcome } from './case-world.ts';

const offered = opened().case;
const accepted = caseAfter(offered, ['handover.accept', carla]);
const closed = caseAfter(accepted, ['case.contacted', carla], ['case.close', carla, outcome]);
const standing = (more: Partial<CrmStanding> = {}, kase = accepted): CrmStanding => ({
  revision: kase.revision,
  closed: false,
  owner: kase.owner,
  contact: {},
  ...more,
});
const PHONE = accepted.values.contactPhone ?? null;

describe('a case that people changed in the CRM', () => {
  it('that was closed there, keeps its promise and its status, and whoever has it is told', () => {
    const change = changedInCrm(accepted, standing({ closed: true }), NOW);
    expect(change?.case).toEqual({
      ...accepted,
      revision: accepted.revision + 1,
      changedAt: expect.any(String),
      inCrm: {},
    });
    expect(change?.history).toMatchObject([
      { event: 'changed-in-crm', details: { what: ['closed'] }, actor: null },
    ]);
    expect(change?.effects).toEqual([
      { kind: 'crm.save' },
      { kind: 'card.refresh' },
      { kind: 'tell.person', person: 'carla', notice: 'changed-in-crm', change: 'closed' },
    ]);
  });

  it('is told to the office where nobody has it', () => {
    const nobody = { ...accepted, assignee: null };
    const change = changedInCrm(nobody, standing({ closed: true }, nobody), NOW);
    expect(change?.effects).toContainEqual(
      expect.objectContaining({ kind: 'tell.organisation', organisation: accepted.owner, change: 'closed' }),
    );
  });

  it('is not judged by a revision that another is to follow', () => {
    expect(
      changedInCrm(accepted, standing({ closed: true, revision: accepted.revision - 1 }), NOW),
    ).toBeUndefined();
    expect(changedInCrm(accepted, standing({ closed: true, revision: null }), NOW)).toBeUndefined();
    expect(changedInCrm(closed, standing({ closed: true }, closed), NOW)).toBeUndefined();
    expect(changedInCrm(accepted, standing(), NOW)).toBeUndefined();
  });

  it('keeps its owner, and says once that another stands there; a text that names none is not kept', () => {
    const first = changedInCrm(accepted, standing({ owner: 'Ring til Hanne' }), NOW)?.case;
    expect(first).toMatchObject({ owner: accepted.owner, inCrm: { owner: 'other' } });
    if (!first) throw new Error('nothing changed');
    expect(changedInCrm(first, standing({ owner: 'Spørg Bo' }, first), NOW)).toBeUndefined();
    expect(changedInCrm(first, standing({ owner: 'les-751' }, first), NOW)?.case.inCrm).toEqual({
      owner: 'les-751',
    });
  });

  it('takes contact details from there, keeps the old ones, and not what was changed here meanwhile', () => {
    const contact = { contactPhone: { sent: PHONE, now: '86 11 22 33' } };
    const change = changedInCrm(accepted, standing({ contact }), NOW);
    expect(change?.case.values.contactPhone).toBe('86112233');
    expect(change?.case.corrections).toMatchObject([
      { field: 'contactPhone', before: PHONE, by: { name: 'CRM' } },
    ]);
    expect(change?.history).toMatchObject([{ details: { what: ['contact'] } }]);
    const meanwhile = { contactPhone: { sent: '20304050', now: '86112233' } };
    expect(changedInCrm(accepted, standing({ contact: meanwhile }), NOW)).toBeUndefined();
  });

  it.each(['ring senere', '12'])('leaves there what is no telephone number: %s', (now) => {
    const contact = { contactPhone: { sent: PHONE, now } };
    expect(changedInCrm(accepted, standing({ contact }), NOW)).toBeUndefined();
  });

  it('that was deleted there, is said to be so once; one that was erased is left alone', () => {
    const gone = changedInCrm(accepted, null, NOW)?.case;
    expect(gone).toMatchObject({ status: accepted.status, inCrm: { deleted: true } });
    expect(gone && changedInCrm(gone, null, NOW)).toBeUndefined();
    expect(changedInCrm(eraseCase(accepted, NOW, 'request').case, null, NOW)).toBeUndefined();
  });
});
