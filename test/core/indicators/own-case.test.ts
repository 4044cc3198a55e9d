import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { eraseCase } from '../../../src/core/case/erase-case.ts';
import type { CaseRecord } from '../../../src/core/indicators/case-record.ts';
import { ownCaseOf } from '../../../src/core/indicators/own-case.ts';
import { recordOfCase, type StoredCase } from '../../../src/core/indicators/record-of-case.ts';
import { anna, bo, carla, dan, established, outcome } from '../case/case-world.ts';
import { stored } from './stored-case.ts';

/** What the own figures know of a case beyond its record. */

const AT = (hour: number) => `2026-01-13T${String(hour).padStart(2, '0')}:00:00.000Z`;
const OPENED = AT(9);
const own = (whole: StoredCase) => ownCaseOf(whole, recordOfCase(whole));
const because = { reasonCode: 'not-our-area', reason: 'x' };

describe('who had a case', () => {
  it('is told with each change of owner alone', () => {
    const whole = stored(
      {},
      [AT(10), 'handover.accept', carla],
      [AT(11), 'case.contacted', carla],
      [AT(12), 'handover.offer', carla, { organisation: 'les-751' }],
      [AT(13), 'handover.accept', bo],
    );
    expect(own(whole)).toMatchObject({
      caseId: whole.case.id,
      municipality: '791',
      areas: ['internationalisation'],
      localOffice: 'les-791',
      owner: 'les-751',
      shared: true,
      owners: [
        { at: OPENED, organisation: 'les-791' },
        { at: AT(10), organisation: 'ehm-midtjylland' },
        { at: AT(13), organisation: 'les-751' },
      ],
      override: null,
    });
  });

  it('is shared only while its basis lets it', () => {
    expect(own(stored({}, [AT(10), 'case.withdraw-basis', anna])).shared).toBe(false);
  });

  it('was served by the office of another municipality where that served this one', () => {
    expect(own(stored({ settings: { operator: 'les-751' } })).localOffice).toBe('les-751');
  });

  it('has another receiver than the decision’s only where that differs', () => {
    const chosen = (organisation: 'les-791' | 'ehm-midtjylland') =>
      own(stored({ override: { organisation, reason: 'x' } })).override;
    expect(chosen('les-791')).toEqual({ advised: 'ehm-midtjylland', chosen: 'les-791' });
    expect(chosen('ehm-midtjylland')).toBeNull();
  });

  it('is of a municipality: without one it cannot be counted', () => {
    const whole = stored({});
    const { municipality: _, ...values } = whole.case.values;
    expect(() => ownCaseOf({ ...whole, case: { ...whole.case, values } }, recordOfCase(whole))).toThrow();
  });
});

describe('a grey zone', () => {
  const returned = [AT(10), 'handover.return', carla, because] as const;
  const settled = (by: typeof anna, organisation: string, joint = 'false') =>
    [AT(12), 'case.settle', by, { organisation, joint }] as const;
  const parties = ['les-791', 'ehm-midtjylland'];

  it('by returns begins with the last one, and is open until somebody settles it', () => {
    expect(own(stored({}, returned)).greyZones).toEqual([
      { cause: 'returns', begunAt: AT(10), parties, endedAt: null, end: 'open' },
    ]);
  });

  it.each([
    ['stayed', anna, 'les-791', 'false'],
    ['stayed-joint', anna, 'les-791', 'true'],
    ['moved', dan, 'ehm-midtjylland', 'false'],
    ['moved-joint', dan, 'ehm-midtjylland', 'true'],
  ] as const)('%s where it was settled so', (end, by, organisation, joint) => {
    const { greyZones } = own(stored({}, returned, settled(by, organisation, joint)));
    expect(greyZones).toEqual([{ cause: 'returns', begunAt: AT(10), parties, endedAt: AT(12), end }]);
  });

  it('ends with the case', () => {
    const { greyZones } = own(stored({}, returned, [AT(11), 'case.withdraw', anna, { reason: 'x' }]));
    expect(greyZones).toMatchObject([{ endedAt: AT(11), end: 'case-ended' }]);
  });

  it('by the rules begins with the case, between its owner and the office of the other level', () => {
    const other = { ...established, areas: ['other'] } as const;
    expect(own(stored({ values: other })).greyZones).toMatchObject([
      { cause: 'rule', begunAt: OPENED, parties: ['les-791', 'ehm-midtjylland'] },
    ]);
    expect(own(stored({ values: { ...other, entry: 'ehm' }, by: carla })).greyZones).toMatchObject([
      { cause: 'rule', parties: ['ehm-midtjylland', 'les-791'] },
    ]);
  });

  it('is none where the rules were clear and nothing came back', () => {
    expect(own(stored({}, [AT(10), 'handover.accept', carla])).greyZones).toEqual([]);
    expect(
      own(stored({ settings: {} }, [AT(10), 'handover.advise', carla, { text: 'x' }])).greyZones,
    ).toEqual([]);
  });
});

describe('a task', () => {
  const task = (organisation: 'les-751' | 'les-791') =>
    ({ organisation, when: 'now', areas: [], dueAt: OPENED, state: 'open' }) as const;
  const line = (event: 'task-started' | 'task-dismissed', organisation: string, at: string) => ({
    event,
    at,
    details: { organisation },
    toStatus: 'open',
    owner: 'ehm-midtjylland',
  });

  it('is begun or dismissed when its own office says so', () => {
    const base = stored({}, [AT(10), 'handover.accept', carla]);
    const whole = {
      ...base,
      case: { ...base.case, tasks: [task('les-791'), task('les-751')] },
      history: [
        ...base.history,
        line('task-dismissed', 'les-751', AT(11)),
        line('task-started', 'les-791', AT(12)),
        line('task-dismissed', 'les-791', AT(13)),
      ],
    } as StoredCase;
    expect(own(whole).tasks).toEqual([
      { organisation: 'les-791', startedAt: AT(12), dismissedAt: AT(13) },
      { organisation: 'les-751', startedAt: null, dismissedAt: AT(11) },
    ]);
    expect(own(base).tasks).toEqual([]);
  });
});

describe('a case is complete', () => {
  const open = stored({});
  const closed = stored(
    {},
    [AT(10), 'handover.accept', carla],
    [AT(11), 'case.contacted', carla],
    [AT(12), 'case.close', carla, { ...outcome, pNumber: '1003407806' }],
  );
  const complete = (whole: StoredCase, kase: Partial<Case> = {}, record: Partial<CaseRecord> = {}) => {
    const changed = { ...whole, case: { ...whole.case, ...kase } };
    return ownCaseOf(changed, { ...recordOfCase(whole), ...record }).complete;
  };
  const company = (whole: StoredCase, more: object) => ({
    company: { ...recordOfCase(whole).company, ...more },
  });
  const outcomeOf = (noService: string) => {
    const { outcome: of } = recordOfCase(closed);
    return { services: [], outcome: of && { ...of, noService } };
  };

  it('with everything that registration requires', () => {
    expect([complete(open), complete(closed)]).toEqual([true, true]);
  });

  it.each<[string, boolean, Parameters<typeof complete>]>([
    ['a stage', false, [open, {}, company(open, { stage: 'unknown' })]],
    ['a need', false, [open, {}, { needs: [] }]],
    ['a basis', false, [open, { basis: null }]],
    ['a CVR number', false, [open, {}, company(open, { cvr: null })]],
    [
      'a CVR number, where it is a pre-starter',
      true,
      [open, {}, company(open, { cvr: null, stage: 'pre-starter' })],
    ],
    ['a P-number, while it runs', true, [open, {}, company(open, { pNumber: null })]],
    ['a P-number, once it is closed', false, [closed, {}, company(closed, { pNumber: null })]],
    [
      'a P-number, where it is a closed one of a pre-starter',
      true,
      [closed, {}, company(closed, { pNumber: null, stage: 'pre-starter' })],
    ],
    ['a segment, while it runs', true, [open, {}, company(open, { segment: null })]],
    ['a segment, once it is closed', false, [closed, {}, company(closed, { segment: null })]],
    ['a service, while it runs', true, [open, {}, { services: [] }]],
    ['a service, once it is closed', false, [closed, {}, { services: [] }]],
    ['a service, where it is said why', true, [closed, {}, outcomeOf('information-only')]],
  ])('without %s: %s', (_, expected, asked) => expect(complete(...asked)).toBe(expected));

  it('with the way in of its first enquiry, or of its intake where that does not say', () => {
    const enquiries = recordOfCase(open).enquiries.map((one) => ({ ...one, entry: null }));
    expect(complete(open, {}, { enquiries })).toBe(true);
    const { entry: _, ...values } = open.case.values;
    expect(complete(open, { values }, { enquiries })).toBe(false);
    expect(complete(open, { values })).toBe(true);
  });

  it('or not, nobody can tell once it is erased', () => {
    const erased = { ...open, case: eraseCase(open.case, AT(14), 'request').case };
    expect(complete(erased)).toBeNull();
  });
});
