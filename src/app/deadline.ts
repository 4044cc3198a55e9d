import type { Clock } from './ports/clock.ts';
import type { CompanyRegister, RegisterAnswer } from './ports/company-register.ts';
import { type Crm, CrmError } from './ports/crm.ts';
import type { Messenger } from './ports/messenger.ts';
import type { RosterAnswer, Rosters } from './ports/roster.ts';

/**
 * How long anything may take, in milliseconds, and what it means where it takes longer. Every call that leaves the
 * process goes through this file, so one peer that is silent holds up nothing but its own answers.
 */
export const LIMITS = {
  /** A Teams message, from the request to its answer: the platform gives up after fifteen seconds. */
  message: 8_000,
  /** A card action or a dialog: the client gives up after five seconds. */
  invoke: 4_000,
  /** A request from Slack, which wants its acknowledgement within three seconds. */
  slack: 2_500,
  /** What a turn keeps of its own time for its answer. */
  answer: 2_000,
  register: 2_000,
  roster: 2_000,
  /** A look into the CRM within a turn. */
  crm: 1_500,
  /** Any call of the worker. */
  call: 10_000,
  /** Stopping the service, whatever hangs. */
  stop: 10_000,
} as const;

/** What `within` gives where the work takes longer. */
export const LATE = Symbol('late');

type Alarm = Pick<Clock, 'alarm'>;

/**
 * The result of the work, or LATE where it takes longer than `ms`. The signal tells the work to end; work that ignores
 * it goes on by itself, and nobody hears what comes of it.
 */
export async function within<T>(
  clock: Alarm,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | typeof LATE> {
  const stop = new AbortController();
  let callOff = (): void => undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    callOff = clock.alarm(Math.max(0, ms), () => {
      stop.abort();
      // Work that heeds the signal says now how far it came: whether a message has left.
      setImmediate(() => setImmediate(() => resolve(LATE)));
    });
  });
  const working = (async () => work(stop.signal))().catch((error: unknown): typeof LATE => {
    if (stop.signal.aborted) return LATE;
    throw error;
  });
  try {
    return await Promise.race([working, late]);
  } finally {
    callOff();
  }
}

/** Lets so many milliseconds pass. */
export function pause(clock: Alarm, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.alarm(ms, resolve);
  });
}

/** The time of one turn: begun where its request enters, shared by everything that the turn asks of other systems. */
export interface Budget {
  /** Milliseconds left, 0 where it is used up. */
  left(): number;
  /** `within` what is left of the budget, and `most` milliseconds. */
  run<T>(most: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | typeof LATE>;
}

export function startBudget(clock: Clock, ms: number): Budget {
  const end = clock.monotonic() + ms;
  const left = () => Math.max(0, end - clock.monotonic());
  return { left, run: (most, work) => within(clock, Math.min(most, left()), work) };
}

/** The register within a turn. Late or broken: it is unavailable, and intake goes on without it. Never throws. */
export function registerWithin(register: CompanyRegister, budget: Pick<Budget, 'run'>): CompanyRegister {
  async function ask<T>(
    work: (signal: AbortSignal) => Promise<RegisterAnswer<T>>,
  ): Promise<RegisterAnswer<T>> {
    try {
      const answer = await budget.run(LIMITS.register, work);
      return answer === LATE ? { state: 'unavailable', code: 'timeout' } : answer;
    } catch {
      return { state: 'unavailable', code: 'down' };
    }
  }
  return {
    findByCvr: (cvr) => ask((signal) => register.findByCvr(cvr, signal)),
    searchByName: (name, limit) => ask((signal) => register.searchByName(name, limit, signal)),
  };
}

/** The rosters within a turn: two seconds for all that is asked of them. Late: nobody knows, and what held before holds. */
export function rostersWithin(rosters: Rosters, budget: Budget, clock: Clock): Rosters {
  const own = startBudget(clock, Math.min(LIMITS.roster, budget.left()));
  return new Map(
    [...rosters].map(([channel, roster]) => [
      channel,
      {
        channel,
        async standingOf(...asked): Promise<RosterAnswer> {
          const answer = await own.run(LIMITS.roster, () => roster.standingOf(...asked));
          return answer === LATE ? { standing: 'unknown' } : answer;
        },
      },
    ]),
  );
}

/** The CRM, `most` milliseconds a call. Late: it is unavailable, and what was to be saved is saved later. */
export function crmWithin(crm: Crm, budget: Pick<Budget, 'run'>, most: number): Crm {
  const call = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const answer = await budget.run(most, work);
    if (answer === LATE) throw new CrmError('unavailable', 'The CRM did not answer in time', { late: true });
    return answer;
  };
  return {
    save: (record) => call((signal) => crm.save(record, signal)),
    findByCase: (caseId) => call((signal) => crm.findByCase(caseId, signal)),
    findByCvr: (cvr) => call((signal) => crm.findByCvr(cvr, signal)),
    erase: (caseId) => call((signal) => crm.erase(caseId, signal)),
  };
}

/** The code of a delivery that was not answered in time. */
export const NO_ANSWER = 'no-answer';

/** A messenger, ten seconds a call. Late: a new message may have arrived; a change is simply made again. */
export function messengerWithin(messenger: Messenger, clock: Alarm): Messenger {
  return {
    channel: messenger.channel,
    async post(to, message) {
      const delivery = await within(clock, LIMITS.call, (signal) => messenger.post(to, message, signal));
      return delivery === LATE ? { outcome: 'uncertain', code: NO_ANSWER } : delivery;
    },
    async update(to, messageId, message) {
      const change = (signal: AbortSignal) => messenger.update(to, messageId, message, signal);
      const delivery = await within(clock, LIMITS.call, change);
      return delivery === LATE ? { outcome: 'retry', afterSeconds: null, code: NO_ANSWER } : delivery;
    },
  };
}
