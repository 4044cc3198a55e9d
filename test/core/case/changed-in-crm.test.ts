import { describe, expect, it } from 'vitest';
import { changedInCrm, lookAgainAt } from '../../../src/core/case/changed-in-crm.ts';
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
      inCrm: { closedAt: expect.any(String) },
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
    const nextDay = new Date(Date.parse(NOW) + 24 * 3_600_000).toISOString();
    expect(changedInCrm(first, standing({ owner: 'les-751' }, first), nextDay)?.case.inCrm).toMatchObject({
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

  it('that the CRM closes again by itself is opened again once a day, and told once', () => {
    const hours = (count: number) => new Date(Date.parse(NOW) + count * 3_600_000).toISOString();
    let kase = accepted;
    const opened: number[] = [];
    const told: number[] = [];
    for (let hour = 0; hour < 24 * 10; hour += 0.5) {
      const change = changedInCrm(kase, standing({ closed: true }, kase), hours(hour));
      if (!change) continue;
      opened.push(hour);
      if (change.effects.some(({ kind }) => kind.startsWith('tell'))) told.push(hour);
      kase = change.case;
    }
    expect(opened).toEqual([0, 24, 48, 72, 96, 120, 144, 168, 192, 216]);
    expect(told).toEqual([0]);
    const later = changedInCrm(kase, standing({ closed: true }, kase), hours(24 * 30));
    expect(later?.effects.some(({ kind }) => kind.startsWith('tell'))).toBe(true);
  });

  it('that the CRM moves to and fro by itself is answered once a day', () => {
    const first = changedInCrm(accepted, standing({ owner: 'les-751' }), NOW)?.case;
    if (!first) throw new Error('nothing changed');
    const hours = (count: number) => new Date(Date.parse(NOW) + count * 3_600_000).toISOString();
    const other = standing({ owner: 'les-740' }, first);
    expect(changedInCrm(first, other, hours(1))).toBeUndefined();
    expect(lookAgainAt(first, other, hours(1))).toBe(hours(24));
    expect(changedInCrm(first, other, hours(24))?.case.inCrm?.owner).toBe('les-740');
    // The same one again is answered as well.
    const again = standing({ owner: 'les-751' }, first);
    expect(changedInCrm(first, again, hours(1))).toBeUndefined();
    expect(changedInCrm(first, again, hours(24))?.history).toMatchObject([{ event: 'changed-in-crm' }]);
  });

  it('says when to look again only where its standing was left as it is', () => {
    const first = changedInCrm(accepted, standing({ closed: true }), NOW)?.case;
    if (!first) throw new Error('nothing changed');
    const at = new Date(Date.parse(NOW) + 60_000).toISOString();
    const until = new Date(Date.parse(NOW) + 24 * 3_600_000).toISOString();
    expect(lookAgainAt(first, standing({ closed: true }, first), at)).toBe(until);
    expect(lookAgainAt(first, standing({}, first), at)).toBeNull();
    expect(lookAgainAt(first, standing({ closed: true }, first), until)).toBeNull();
    expect(lookAgainAt(first, null, at)).toBeNull();
  });
});
