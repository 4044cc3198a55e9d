import type { Clock } from './ports/clock.ts';
import type { CompanyRegister, RegisterAnswer } from './ports/company-register.ts';
import { type Crm, CrmError } from './ports/crm.ts';
import type { LanguageModel } from './ports/language-model.ts';
import type { Messenger } from './ports/messenger.ts';
import type { RosterAnswer, Rosters } from './ports/roster.ts';

/**
 * Time limits in milliseconds. Every call to another system goes through this file, so a silent peer delays only its
 * own answers.
 */
export const LIMITS = {
  /** A Teams message, from the request to its answer: the platform gives up after fifteen seconds. */
  message: 8_000,
  /** A card action or a dialog: the client gives up after five seconds. */
  invoke: 4_000,
  /** A request from Slack, which wants its acknowledgement within three seconds. */
  slack: 2_500,
  /** The part of a turn's time that is kept for sending its answer. */
  answer: 2_000,
  register: 2_000,
  roster: 2_000,
  /** A read of the CRM within a turn. */
  crm: 1_500,
  /** A language-model service within a turn. */
  languageService: 2_500,
  /** The part of a turn's time that a language-model service leaves for the transaction and the answer. */
  afterLanguageService: 1_000,
  /** Any call of the worker. */
  call: 10_000,
  /** A page of the CRM's changes: a CRM that many share may take long to find them, and nobody waits. */
  crmChanges: 60_000,
  /** A message to another system: receivers are promised fifteen seconds. */
  webhook: 15_000,
  /** Stopping the service, even with calls that hang. */
  stop: 10_000,
  /** Closing the stores after that: a database that is silent must not keep the process from ending. */
  close: 2_000,
} as const;

/** The result of `within` when the work takes longer. */
export const LATE = Symbol('late');

type Alarm = Pick<Clock, 'alarm'>;

/**
 * The result of the work, or LATE after `ms`. The signal tells the work to stop; the result of work that ignores it
 * is dropped.
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
      // Work that heeds the signal settles now, and says whether a message has left.
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

/** Resolves after `ms`. */
export function pause(clock: Alarm, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.alarm(ms, resolve);
  });
}

/** The time of one turn. It starts when the request comes in, and all calls of the turn share it. */
export interface Budget {
  /** Milliseconds left, 0 where it is used up. */
  left(): number;
  /** Runs the work `within` the time left, and at most `most` milliseconds. */
  run<T>(most: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | typeof LATE>;
}

/** Starts a budget of `ms`, measured on the monotonic clock. */
export function startBudget(clock: Clock, ms: number): Budget {
  const end = clock.monotonic() + ms;
  const left = () => Math.max(0, end - clock.monotonic());
  return { left, run: (most, work) => within(clock, Math.min(most, left()), work) };
}

/**
 * The register within a turn. A late or failing register is `unavailable`, and intake goes on without it. Never
 * throws.
 */
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

/**
 * The rosters within a turn: two seconds for all questions together. A late roster answers `unknown`, and memberships
 * stay as they are.
 */
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

/** The CRM, at most `most` milliseconds a call but for its changes. A late call throws `CrmError` `unavailable`, so the worker retries. */
export function crmWithin(crm: Crm, budget: Pick<Budget, 'run'>, most: number): Crm {
  const call = async <T>(work: (signal: AbortSignal) => Promise<T>, limit = most): Promise<T> => {
    const answer = await budget.run(limit, work);
    if (answer === LATE) throw new CrmError('unavailable', 'The CRM did not answer in time', { late: true });
    return answer;
  };
  const { changesSince, standingOf } = crm;
  return {
    save: (record, options) => call((signal) => crm.save(record, options, signal)),
    findByCase: (caseId) => call((signal) => crm.findByCase(caseId, signal)),
    findByCvr: (cvr) => call((signal) => crm.findByCvr(cvr, signal)),
    servedCases: (cvr) => call((signal) => crm.servedCases(cvr, signal)),
    erase: (caseId) => call((signal) => crm.erase(caseId, signal)),
    ...(standingOf && { standingOf: (caseId) => call((signal) => standingOf(caseId, signal)) }),
    ...(changesSince && {
      changesSince: (token) => call((signal) => changesSince(token, signal), LIMITS.crmChanges),
    }),
  };
}

/**
 * The language model within a turn. A late language-model service changes nothing; one for which too little time is left
 * is not asked.
 */
export function languageWithin(language: LanguageModel | null, budget: Budget): LanguageModel | null {
  const reconsider = language?.reconsider;
  if (!language || !reconsider) return language;
  return {
    ...language,
    async reconsider(read, today, names) {
      const most = Math.min(LIMITS.languageService, budget.left() - LIMITS.afterLanguageService);
      if (most <= 0) return read;
      const answer = await budget.run(most, (signal) => reconsider(read, today, names, signal));
      return answer === LATE ? read : answer;
    },
  };
}

/** The code of a delivery that was not answered in time. */
export const NO_ANSWER = 'no-answer';

/** A messenger, ten seconds a call. A late post is `uncertain`, since it may have arrived; a late update is retried. */
export function messengerWithin(messenger: Messenger, clock: Alarm): Messenger {
  return {
    channel: messenger.channel,
    hasThreads: (conversation) => messenger.hasThreads?.(conversation) ?? false,
    chatWith: (identity) => messenger.chatWith?.(identity),
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
