import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/core/case/events.ts';
import { standingLines, undoableNow } from '../../../src/core/case/undoable.ts';
import { anna, carla, caseAfter, change, contextAt, dan, NOW, opened } from './case-world.ts';

const taken = caseAfter(opened().case, ['handover.accept', carla]);
const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

describe('what a person did', () => {
  const answered = change(taken, 'case.contacted', carla).case;

  it('can be undone for sixty minutes', () => {
    expect(undoableNow(answered, NOW)?.event).toBe('contacted');
    expect(undoableNow(answered, at(60))?.event).toBe('contacted');
    expect(undoableNow(answered, at(61))).toBeUndefined();
    expect(undoableNow({ ...answered, erasedAt: NOW }, NOW)).toBeUndefined();
  });

  it('can be undone where it is an answer, though somebody else has acted since', () => {
    const byHer = change(answered, 'case.wait', carla, { reason: 'ferie' }, contextAt(at(1))).case;
    expect(undoableNow(byHer, at(1))?.event).toBe('contacted');
    const byHim = change(answered, 'case.assign', dan, { person: 'dan' }, contextAt(at(1))).case;
    expect(undoableNow(byHim, at(1))?.event).toBe('contacted');
  });

  it('is offered for undoing to that person and to coordinators of the owner', () => {
    const offered = (by: typeof anna) => {
      const decided = change.bind(null, answered, 'case.undo', by);
      try {
        return decided().case.promise.answeredAt;
      } catch (error) {
        return String(error);
      }
    };
    expect(offered(carla)).toBeNull();
    expect(offered(dan)).toBeNull();
    expect(offered(anna)).toContain('was refused');
  });
});

describe('the lines of history that stand', () => {
  it('are those without what was undone, from its line to the undoing one', () => {
    const line = (sequence: number, event: string, details: object = {}) =>
      ({ sequence, event, details }) as unknown as HistoryEntry;
    const history = [
      line(1, 'opened'),
      line(2, 'contacted'),
      line(3, 'waiting'),
      line(4, 'undone', { line: 2 }),
      line(5, 'closed'),
    ];
    expect(standingLines(history).map(({ sequence }) => sequence)).toEqual([1, 5]);
    const registered = history.map((one) =>
      one.sequence === 4 ? line(4, 'undone', { line: 2, what: 'service-given' }) : one,
    );
    expect(standingLines(registered).map(({ sequence }) => sequence)).toEqual([1, 3, 5]);
    expect(standingLines(history.slice(0, 3))).toHaveLength(3);
  });
});
