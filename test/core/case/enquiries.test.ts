import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { refOf } from '../../../src/core/case/case-change.ts';
import {
  enquiriesOf,
  hasNewNeed,
  promiseOf,
  withEnquiry,
  withNewPromise,
} from '../../../src/core/case/enquiries.ts';
import { UNKNOWN_SOURCE } from '../../../src/core/case/enquiry.ts';
import {
  anna,
  calendar,
  carla,
  caseAfter,
  change,
  contextAt,
  dan,
  NOW,
  opened,
  outcome,
} from './case-world.ts';

/** The enquiries of cases, also of those that were stored before enquiries were. */

const first = opened({
  values: { municipality: '791', areas: ['financing'], consent: 'consent', entry: 'phone' },
}).case;
const by = refOf(dan);
/** The case as a version without enquiries stored it. */
const old = (kase: Case, more: Partial<Case> = {}): Case => ({ ...kase, enquiries: undefined, ...more });
const told = (kase: Case) =>
  enquiriesOf(kase).map(({ at, receivedBy, needs, promise }) => [at, receivedBy.person, needs, promise]);

describe('a case of a version that kept no enquiries', () => {
  it('begins with that of whoever logged it, by the way in that was logged', () => {
    expect(enquiriesOf(old(first))).toEqual([
      {
        ...UNKNOWN_SOURCE,
        entry: 'phone',
        at: NOW,
        receivedBy: refOf(anna),
        needs: ['financing'],
        promise: 0,
      },
    ]);
    const { areas: _, entry: __, ...rest } = first.values;
    expect(enquiriesOf(old(first, { values: rest }))).toMatchObject([{ entry: null, needs: [] }]);
  });

  describe('and was reopened', () => {
    const LATER = '2026-02-03T09:00:00.000Z';
    const closed = caseAfter(
      first,
      ['handover.accept', carla],
      ['case.contacted', carla],
      ['case.close', carla, { ...outcome, cvr: '25313763' }],
    );
    const reopened = change(closed, 'case.reopen', dan, { reason: 'Igen' }, contextAt(LATER)).case;
    const received = (more: Partial<Case>) => told(old(reopened, more)).map(([at, who]) => [at, who]);

    it('has another one, of whoever reopened it, whose way in nobody knows', () => {
      expect(told(old(reopened))).toEqual([
        [NOW, 'anna', ['financing'], 0],
        [LATER, 'dan', ['financing'], 1],
      ]);
      expect(enquiriesOf(old(reopened)).map(({ entry }) => entry)).toEqual(['phone', null]);
    });

    it('by nobody who is known has it of the case’s person, or else of whoever logged it', () => {
      const other = [{ event: 'reopened' as const, at: NOW, by, text: null }];
      expect(received({ remarks: other, assignee: refOf(carla) }).at(-1)).toEqual([LATER, 'carla']);
      expect(received({ remarks: undefined, assignee: null }).at(-1)).toEqual([LATER, 'anna']);
    });
  });

  describe('and had a later contact', () => {
    const contact = (at: string, areas: readonly 'csr'[] | undefined = ['csr']) => ({
      at,
      by,
      text: 'x',
      areas,
    });
    const answeredAt = '2026-01-14T09:00:00.000Z';
    const answered: Case = { ...first, promise: { ...first.promise, answeredAt } };
    it.each([
      ['before the answer', '2026-01-14T08:59:59.999Z', 0],
      ['with the answer', answeredAt, null],
      ['after the answer', '2026-01-14T10:00:00.000Z', null],
    ])('%s: an enquiry of its own, which joins the promise that was unanswered', (_, at, promise) => {
      expect(told(old(answered, { contacts: [contact(at)] }))).toEqual([
        [NOW, 'anna', ['financing'], 0],
        [at, 'dan', ['csr'], promise],
      ]);
    });

    it('joins the promise that nobody has answered yet, and none that began after it', () => {
      expect(told(old(first, { contacts: [contact(answeredAt)] })).at(-1)).toEqual([
        answeredAt,
        'dan',
        ['csr'],
        0,
      ]);
      const early = '2026-01-12T09:00:00.000Z';
      expect(told(old(first, { contacts: [contact(early)] }))[0]).toEqual([early, 'dan', ['csr'], null]);
    });

    it('is none where it is the note of an answer, or stored already', () => {
      const note = { at: answeredAt, by, text: 'x' };
      expect(enquiriesOf(old(first, { contacts: [note] }))).toHaveLength(1);
      expect(enquiriesOf({ ...first, contacts: [contact(NOW)] })).toEqual(first.enquiries);
    });
  });
});

describe('a need', () => {
  const later = withEnquiry(first, { ...UNKNOWN_SOURCE, at: NOW, receivedBy: by, needs: ['csr'] });
  it.each([
    [['financing'], false],
    [['csr'], false],
    [['succession'], true],
    [['financing', 'succession'], true],
    [['other'], false],
    [['unclear'], false],
    [[], false],
  ] as const)('of %j is new to a case that had others: %s', (needs, isNew) => {
    expect(hasNewNeed(later, needs)).toBe(isNew);
  });

  it('of a case that knows none is new', () => {
    const { areas: _, ...values } = first.values;
    const needless: Case = { ...first, values, enquiries: [] };
    expect(hasNewNeed(old(needless), ['financing'])).toBe(true);
  });
});

describe('one more enquiry', () => {
  const more = { ...UNKNOWN_SOURCE, at: NOW, receivedBy: by, needs: [] };
  it('joins the promise that runs, and has none once that is answered', () => {
    expect(withEnquiry(first, more).enquiries?.at(-1)?.promise).toBe(0);
    const answered: Case = { ...first, promise: { ...first.promise, answeredAt: NOW } };
    const [, last] = withEnquiry(answered, more).enquiries ?? [];
    expect(last?.promise).toBeNull();
    expect(last && promiseOf(answered, last)).toBeUndefined();
    expect(promiseOf(answered, { ...more, promise: 0 })).toBe(answered.promise);
  });

  it('may begin a promise of its own, as long as the last one, whose steps happen again', () => {
    const steps = ['owner-50', 'broken-100', 'offer-25:1', 'call-back:x'];
    const answered: Case = { ...first, steps, promise: { ...first.promise, hours: 8, answeredAt: NOW } };
    const kase = withNewPromise(answered, { ...more, at: '2026-01-16T09:00:00.000Z' }, calendar);
    expect(kase.earlierPromises).toEqual([answered.promise]);
    expect(kase.promise).toMatchObject({
      contactedAt: '2026-01-16T09:00:00.000Z',
      hours: 8,
      dueAt: '2026-01-16T17:00:00.000Z',
      answeredAt: null,
      broken: false,
    });
    expect(kase.enquiries?.at(-1)?.promise).toBe(1);
    expect(kase.steps).toEqual(['offer-25:1', 'call-back:x']);
  });
});
