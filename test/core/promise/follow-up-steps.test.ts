import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import type { FollowUp } from '../../../src/core/case/follow-up.ts';
import { followUpSteps, remindOfFollowUp } from '../../../src/core/promise/follow-up-steps.ts';
import type { WorkingCalendar } from '../../../src/core/promise/working-calendar.ts';
import { opened } from '../case/case-world.ts';

/** When an office is reminded of a follow-up, and who of it. */

/** Says what it was asked for. */
const calendar: WorkingCalendar = {
  addHours: (instant, hours) => `${hours} hours after ${instant}`,
  hoursBetween: () => 0,
  nextOfficeHour: (instant, office) => `when ${office} opens from ${instant}`,
  lastOfficeHour: (instant) => instant,
};
const followUp: FollowUp = { organisation: 'les-791', dueOn: '2026-03-02', state: 'accepted' };
const closed: Case = { ...opened().case, status: 'closed', followUp, steps: [] };

describe('the steps of a follow-up', () => {
  const opens = 'when les-791 opens from 2026-03-01T23:00:00.000Z';
  const all = [
    { name: 'follow-up-due', key: 'follow-up-due:2026-03-02', at: opens },
    { name: 'follow-up-again', key: 'follow-up-again:2026-03-02', at: `72 hours after ${opens}` },
    { name: 'follow-up-late', key: 'follow-up-late:2026-03-02', at: `144 hours after ${opens}` },
  ];

  it('come when the office opens on its Danish date, and twice three working days later', () => {
    expect(followUpSteps(closed, calendar)).toEqual(all);
    expect(followUpSteps({ ...closed, followUp: { ...followUp, state: 'proposed' } }, calendar)).toEqual(all);
  });

  it.each<[string, Partial<Case>, readonly (typeof all)[number][]]>([
    ['one that was taken', { steps: ['follow-up-due:2026-03-02'] }, all.slice(1)],
    ['one that was taken for another date', { steps: ['follow-up-due:2026-02-02'] }, all],
    ['those of one that is done', { followUp: { ...followUp, state: 'done' } }, []],
    ['those of one that was declined', { followUp: { ...followUp, state: 'declined' } }, []],
    ['those of a case that runs again', { status: 'open' }, []],
    ['those of an erased case', { erasedAt: '2026-02-01T00:00:00.000Z' }, []],
  ])('are not %s', (_, more, steps) => {
    expect(followUpSteps({ ...closed, ...more }, calendar)).toEqual(steps);
  });
});

describe('a reminder of a follow-up', () => {
  const person = { person: 'anna', name: 'Anna Holm', organisation: 'les-791' as const };
  const remind = (name: Parameters<typeof remindOfFollowUp>[1], more: Partial<FollowUp> = {}) =>
    remindOfFollowUp({ ...followUp, ...more }, name, 'the key', calendar, '2026-03-02T07:00:00.000Z');
  const shared = {
    dueOn: '2026-03-02',
    notBefore: 'when les-791 opens from 2026-03-02T07:00:00.000Z',
    step: 'the key',
  };
  const office = { kind: 'tell.organisation', organisation: 'les-791', ...shared };

  it.each([
    ['follow-up-due', 'follow-up-due'],
    ['follow-up-again', 'follow-up-late'],
  ] as const)('%s says %s to the office and to its person', (name, notice) => {
    expect(remind(name, { person })).toEqual([
      { ...office, to: 'channel', notice },
      { kind: 'tell.person', person: 'anna', ...shared, notice },
    ]);
    expect(remind(name)).toEqual([{ ...office, to: 'channel', notice }]);
  });

  it('that is the last goes to the coordinators alone', () => {
    expect(remind('follow-up-late', { person })).toEqual([
      { ...office, to: 'coordinators', notice: 'follow-up-late' },
    ]);
  });
});
