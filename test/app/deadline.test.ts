import { describe, expect, it } from 'vitest';
import {
  crmWithin,
  LATE,
  LIMITS,
  messengerWithin,
  pause,
  registerWithin,
  rostersWithin,
  startBudget,
  within,
} from '../../src/app/deadline.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import type { CompanyRegister } from '../../src/app/ports/company-register.ts';
import type { Conversation } from '../../src/app/ports/conversation.ts';
import { type Crm, CrmError, type CrmRecord } from '../../src/app/ports/crm.ts';
import type { Messenger, Outgoing } from '../../src/app/ports/messenger.ts';
import type { Rosters } from '../../src/app/ports/roster.ts';

/** A clock whose alarms ring when a test says so. */
function handClock() {
  let now = 1_000;
  const alarms: { readonly at: number; readonly ring: () => void }[] = [];
  const clock: Clock = {
    now: () => new Date(now).toISOString(),
    monotonic: () => now,
    alarm: (ms, ring) => {
      const alarm = { at: now + ms, ring };
      alarms.push(alarm);
      return () => {
        const place = alarms.indexOf(alarm);
        if (place >= 0) alarms.splice(place, 1);
      };
    },
    steady: () => true,
  };
  const pass = (ms: number) => {
    now += ms;
    for (const alarm of alarms.filter(({ at }) => at <= now)) {
      alarms.splice(alarms.indexOf(alarm), 1);
      alarm.ring();
    }
  };
  return { clock, pass, waiting: () => alarms.map(({ at }) => at - now) };
}

/** Work that never ends, or ends when it is told to, as an HTTP client does. */
const never = (): Promise<never> => new Promise(() => undefined);
const heeding = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));

describe('work within a time', () => {
  it('is what it comes to, and leaves no alarm behind', async () => {
    const { clock, waiting } = handClock();
    expect(await within(clock, 500, async () => 'done')).toBe('done');
    await expect(within(clock, 500, async () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    await expect(
      within(clock, 500, () => {
        throw new Error('at once');
      }),
    ).rejects.toThrow('at once');
    expect(waiting()).toEqual([]);
  });

  it('is late after that time and not before, whether it heeds the signal or not', async () => {
    for (const work of [never, heeding]) {
      const { clock, pass, waiting } = handClock();
      let ended = false;
      const result = within(clock, 500, work).then((what) => {
        ended = true;
        return what;
      });
      pass(499);
      await new Promise(setImmediate);
      expect([ended, waiting()]).toEqual([false, [1]]);
      pass(1);
      expect(await result).toBe(LATE);
    }
  });

  it('may still say how far it came when it is told to end', async () => {
    const { clock, pass } = handClock();
    const result = within(
      clock,
      500,
      (signal) => new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('left'))),
    );
    pass(500);
    expect(await result).toBe('left');
  });

  it('has no time at all where less than none is left', () => {
    const { clock, waiting } = handClock();
    void within(clock, -5, never);
    expect(waiting()).toEqual([0]);
  });

  it('passes as a pause', async () => {
    const { clock, pass, waiting } = handClock();
    const paused = pause(clock, 250);
    expect(waiting()).toEqual([250]);
    pass(250);
    expect(await paused).toBeUndefined();
  });
});

describe('the time of a turn', () => {
  it('is shared by what it asks, each with a most of its own', () => {
    const { clock, pass, waiting } = handClock();
    const budget = startBudget(clock, 1_000);
    expect(budget.left()).toBe(1_000);
    void budget.run(300, never);
    pass(100);
    void budget.run(5_000, never);
    expect(waiting()).toEqual([200, 900]);
    pass(950);
    expect(budget.left()).toBe(0);
  });
});

describe('the register within a turn', () => {
  const ask = async (register: Partial<CompanyRegister>) => {
    const { clock, pass, waiting } = handClock();
    const asked = registerWithin(register as CompanyRegister, startBudget(clock, 60_000));
    return { asked, pass, waiting };
  };

  it('answers as it does', async () => {
    const { asked } = await ask({
      findByCvr: async (_, signal) =>
        signal ? { state: 'not-found' } : { state: 'unavailable', code: 'down' },
      searchByName: async (name, limit, signal) =>
        signal && name === 'Hansen' && limit === 3 ? { state: 'found', value: [] } : { state: 'not-found' },
    });
    expect(await asked.findByCvr('25313763')).toEqual({ state: 'not-found' });
    expect(await asked.searchByName('Hansen', 3)).toEqual({ state: 'found', value: [] });
  });

  it('is unavailable where it is late or broken', async () => {
    const { asked, pass, waiting } = await ask({
      findByCvr: never,
      searchByName: async () => Promise.reject(new Error('x')),
    });
    const late = asked.findByCvr('25313763');
    expect(waiting()).toEqual([LIMITS.register]);
    pass(LIMITS.register);
    expect(await late).toEqual({ state: 'unavailable', code: 'timeout' });
    expect(await asked.searchByName('x', 1)).toEqual({ state: 'unavailable', code: 'down' });
  });
});

describe('the rosters within a turn', () => {
  const place: Conversation = { channel: 'teams', id: 'c', kind: 'channel', reference: '{}' };

  it('share two seconds, or less where the turn has less left', async () => {
    for (const [left, limit] of [
      [60_000, 2_000],
      [700, 700],
    ] as const) {
      const { clock, pass, waiting } = handClock();
      const asked: unknown[] = [];
      const inner: Rosters = new Map([
        [
          'teams',
          {
            channel: 'teams',
            standingOf: (...given) => {
              asked.push(given);
              return never();
            },
          },
        ],
      ]);
      const rosters = rostersWithin(inner, startBudget(clock, left), clock);
      const first = rosters.get('teams')?.standingOf(place, 'x', '29:x');
      expect(waiting()).toEqual([limit]);
      pass(400);
      const second = rosters.get('teams')?.standingOf(place, 'y', null);
      expect(waiting()).toEqual([limit - 400, limit - 400]);
      pass(limit);
      expect([await first, await second]).toEqual([{ standing: 'unknown' }, { standing: 'unknown' }]);
      expect(asked).toEqual([
        [place, 'x', '29:x'],
        [place, 'y', null],
      ]);
      expect(rosters.get('teams')?.channel).toBe('teams');
    }
  });

  it('answer as they do', async () => {
    const { clock } = handClock();
    const inner: Rosters = new Map([
      ['teams', { channel: 'teams', standingOf: async () => ({ standing: 'guest' }) }],
    ]);
    const roster = rostersWithin(inner, startBudget(clock, 60_000), clock).get('teams');
    expect(await roster?.standingOf(place, 'x', null)).toEqual({ standing: 'guest' });
  });
});

describe('the CRM', () => {
  it('passes on what it is asked, with a signal, and is unavailable where it is late', async () => {
    const { clock, pass, waiting } = handClock();
    const calls: unknown[] = [];
    const note = (name: string) => async (what: unknown, signal?: AbortSignal) => {
      calls.push([name, what, signal instanceof AbortSignal]);
      return name as never;
    };
    const inner: Crm = {
      save: (record, _, signal) => note('save')(record, signal),
      findByCase: note('case'),
      findByCvr: note('cvr'),
      servedCases: note('served'),
      changesSince: note('changes'),
      erase: note('erase'),
    };
    const crm = crmWithin(inner, startBudget(clock, 60_000), 1_500);
    const record = { caseId: 'K' } as CrmRecord;
    expect([
      await crm.save(record),
      await crm.findByCase('K'),
      await crm.findByCvr('2'),
      await crm.servedCases('2'),
      await crm.changesSince?.('t'),
      await crm.erase('K'),
    ]).toEqual(['save', 'case', 'cvr', 'served', 'changes', 'erase']);
    expect(calls).toEqual([
      ['save', record, true],
      ['case', 'K', true],
      ['cvr', '2', true],
      ['served', '2', true],
      ['changes', 't', true],
      ['erase', 'K', true],
    ]);
    const silent = crmWithin({ ...inner, findByCvr: never }, startBudget(clock, 60_000), 1_500).findByCvr(
      '2',
    );
    expect(waiting()).toEqual([1_500]);
    pass(1_500);
    await expect(silent).rejects.toThrow(CrmError);
    await expect(silent).rejects.toMatchObject({
      code: 'unavailable',
      late: true,
      message: 'The CRM did not answer in time',
    });
  });
});

describe('a messenger', () => {
  const to: Conversation = { channel: 'slack', id: 'c', kind: 'channel', reference: '{}' };
  const message = { language: 'da', answer: { kind: 'help' } } as Outgoing;

  it('has ten seconds: a late post may have arrived, a late change is made again', async () => {
    const { clock, pass, waiting } = handClock();
    const messenger = messengerWithin({ channel: 'slack', post: never, update: never }, clock);
    const post = messenger.post(to, message);
    const update = messenger.update(to, 'm', message);
    expect(waiting()).toEqual([LIMITS.call, LIMITS.call]);
    pass(LIMITS.call);
    expect(await post).toEqual({ outcome: 'uncertain', code: 'no-answer' });
    expect(await update).toEqual({ outcome: 'retry', afterSeconds: null, code: 'no-answer' });
  });

  it('passes on what it is given, with a signal', async () => {
    const calls: unknown[] = [];
    const inner: Messenger = {
      channel: 'slack',
      post: async (...given) => {
        calls.push(given.slice(0, 2), given[2] instanceof AbortSignal);
        return { outcome: 'sent', messageId: '1' };
      },
      update: async (...given) => {
        calls.push(given.slice(0, 3), given[3] instanceof AbortSignal);
        return { outcome: 'gone', code: 'x' };
      },
    };
    const messenger = messengerWithin(inner, handClock().clock);
    expect(messenger.channel).toBe('slack');
    expect(await messenger.post(to, message)).toEqual({ outcome: 'sent', messageId: '1' });
    expect(await messenger.update(to, 'm', message)).toEqual({ outcome: 'gone', code: 'x' });
    expect(calls).toEqual([[to, message], true, [to, 'm', message], true]);
  });
});
