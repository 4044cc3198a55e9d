import { describe, expect, it } from 'vitest';
import {
  eraseOutreach,
  eraseOutreachWords,
  isOutreachPastRetention,
  isPlanned,
  type OutreachContact,
  outreachStanding,
  outreachStepAt,
  replyWindow,
  retentionBegins,
  wordsOfContact,
} from '../../../src/core/outreach/outreach.ts';
import { calendar } from '../case/case-world.ts';
import { made, planned, reply, WINDOW } from './contacts.ts';

const BEFORE = '2026-01-15T08:59:59.999Z';

describe('the reply window', () => {
  it('is two working days, over a weekend four', () => {
    expect(replyWindow('2026-01-13T09:00:00.000Z', calendar)).toBe('2026-01-15T09:00:00.000Z');
    expect(replyWindow('2026-01-16T09:00:00.000Z', calendar)).toBe('2026-01-20T09:00:00.000Z');
  });
});

describe('a planned contact', () => {
  const require = { ...planned().told, ack: 'require' } as const;
  const cancelledAt = BEFORE;
  it.each<[string, Partial<OutreachContact>, string, string]>([
    ['waits until the window ends', {}, BEFORE, 'waiting'],
    ['is free by silence', {}, WINDOW, 'free'],
    [
      'waits for the yes that it needs, however long',
      { told: require },
      '2027-01-01T00:00:00.000Z',
      'waiting',
    ],
    ['is free by a yes at once', { replies: [reply(true)] }, BEFORE, 'free'],
    ['is objected to', { replies: [reply(false)] }, WINDOW, 'objected'],
    ['stands by the last reply', { replies: [reply(false), reply(true)] }, BEFORE, 'free'],
    ['stands by the last reply', { replies: [reply(true), reply(false)] }, BEFORE, 'objected'],
    ['is not free by the silence of who was not told', { untoldAt: WINDOW }, WINDOW, 'untold'],
    [
      'is free by a yes although the message failed',
      { untoldAt: WINDOW, replies: [reply(true)] },
      WINDOW,
      'free',
    ],
    ['is called off', { cancelledAt, replies: [reply(true)] }, WINDOW, 'cancelled'],
    ['is made, even where it was called off', { cancelledAt, made }, WINDOW, 'made'],
  ])('%s', (_, more, now, standing) => expect(outreachStanding(planned(more), now)).toBe(standing));

  it('is planned until it is made or called off', () => {
    expect([{}, { made }, { cancelledAt: WINDOW }].map((more) => isPlanned(planned(more)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('has the clock look when the window ends, and never after a reply, the end or that look', () => {
    expect(outreachStepAt(planned())).toBe(WINDOW);
    for (const more of [
      { made },
      { cancelledAt: BEFORE },
      { replies: [reply(true)] },
      { windowPassedAt: WINDOW },
    ]) {
      expect(outreachStepAt(planned(more)), JSON.stringify(more)).toBeNull();
    }
  });
});

describe('the retention of a contact', () => {
  const now = '2031-01-20T09:00:00.000Z';
  it('begins five years before', () => expect(retentionBegins(now)).toBe('2026-01-20T09:00:00.000Z'));

  const old = '2026-01-20T08:59:59.999Z';
  const late = '2026-01-20T09:00:00.000Z';
  it.each<[string, Partial<OutreachContact>, boolean]>([
    ['was planned before', { createdAt: old }, true],
    ['was planned since', { createdAt: late }, false],
    ['was made since', { createdAt: old, made: { ...made, at: late } }, false],
    ['was made before as well', { createdAt: old, made: { ...made, at: old } }, true],
    ['was called off since', { createdAt: old, cancelledAt: late }, false],
    ['is anonymous already', { createdAt: old, erasedAt: old }, false],
  ])('that %s: over %#', (_, more, over) => {
    expect(isOutreachPastRetention(planned(more), now)).toBe(over);
  });
});

describe('the words of a contact', () => {
  const told = planned({
    need: 'Generationsskifte',
    replies: [reply(false, 'Vi er der selv'), reply(true)],
    made: { ...made, note: 'Talte med Bo' },
    cancelledAt: WINDOW,
    cancelReason: 'De ringede selv',
  });

  it('are what anybody typed about it', () => {
    expect(wordsOfContact(told)).toEqual([
      'Generationsskifte',
      'Vi er der selv',
      'Talte med Bo',
      'De ringede selv',
    ]);
    expect(wordsOfContact(planned({ need: null }))).toEqual([]);
  });

  it('can be taken away alone: the company and everything that is counted stay', () => {
    const { company, areas, made: left, revision, replies, erasedAt } = eraseOutreachWords(told);
    expect(wordsOfContact(eraseOutreachWords(told))).toEqual([]);
    expect([company, areas, left, erasedAt]).toEqual([
      told.company,
      told.areas,
      { ...made, note: null },
      null,
    ]);
    expect(replies.map(({ clear, reason }) => [clear, reason])).toEqual([
      [false, null],
      [true, null],
    ]);
    expect(revision).toBe(told.revision + 1);
  });

  it('leave no trace of a reason where nobody was asked for one', () => {
    expect(eraseOutreachWords(planned())).not.toHaveProperty('cancelReason');
    expect(eraseOutreachWords(told).cancelReason).toBeNull();
    expect(eraseOutreachWords(planned()).made).toBeNull();
  });
});

describe('an erased contact', () => {
  const now = '2026-02-01T09:00:00.000Z';

  it('names no company any more, and keeps the key under which the company is counted', () => {
    const before = planned();
    const erased = eraseOutreach(before, now);
    expect(erased.company).toEqual({
      ...before.company,
      cvr: null,
      name: null,
      pNumber: null,
      founded: null,
    });
    expect(wordsOfContact(erased)).toEqual([]);
    expect([erased.erasedAt, erased.revision]).toEqual([now, before.revision + 1]);
  });

  it('is called off where it was planned still, and keeps how it ended otherwise', () => {
    expect(eraseOutreach(planned(), now).cancelledAt).toBe(now);
    expect(eraseOutreach(planned({ made }), now).cancelledAt).toBeNull();
    expect(eraseOutreach(planned({ cancelledAt: WINDOW }), now).cancelledAt).toBe(WINDOW);
  });
});
