import { pause } from '../../src/app/deadline.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import type { CompanyRegister } from '../../src/app/ports/company-register.ts';
import type { Conversation } from '../../src/app/ports/conversation.ts';
import { type Crm, CrmError } from '../../src/app/ports/crm.ts';
import type { Delivery, Messenger } from '../../src/app/ports/messenger.ts';

/** Peers that have one fault for as long as it is switched on. None of them heeds the signal that its time is up. */

export const FAULTS = ['silent', 'slow', '429', '500', '502', 'garbage'] as const;
export type Fault = (typeof FAULTS)[number];

const SLOW_MS = 30_000;
const ASKED_PAUSE_SECONDS = 30;
const never = () => new Promise<never>(() => undefined);

/** The fault now; null: none. */
export type FaultNow = () => Fault | null;

export function faultyCrm(inner: Crm, clock: Clock, faultNow: FaultNow): Crm {
  const meets = async <T>(work: () => Promise<T>): Promise<T> => {
    const fault = faultNow();
    switch (fault) {
      case null:
        return work();
      case 'silent':
        return never();
      case 'slow': {
        const done = await work();
        await pause(clock, SLOW_MS);
        return done;
      }
      case '429':
        throw new CrmError('unavailable', 'busy', { retryAfterSeconds: ASKED_PAUSE_SECONDS });
      case '500':
        throw new CrmError('unavailable', 'broken');
      case '502':
        await work();
        throw new CrmError('unavailable', 'the answer was lost');
      case 'garbage':
        throw new SyntaxError('Unexpected token < in JSON');
      default: {
        const other: never = fault;
        return other;
      }
    }
  };
  return {
    save: (record) => meets(() => inner.save(record)),
    findByCase: (id) => inner.findByCase(id),
    findByCvr: (cvr) => meets(() => inner.findByCvr(cvr)),
    servedCases: (cvr) => meets(() => inner.servedCases(cvr)),
    erase: (id) => meets(() => inner.erase(id)),
  };
}

/** `isAt`: the conversations that have the fault. */
export function faultyMessenger(
  inner: Messenger,
  clock: Clock,
  faultNow: FaultNow,
  isAt: (to: Conversation) => boolean,
): Messenger {
  const meets = async (to: Conversation, work: () => Promise<Delivery>): Promise<Delivery> => {
    const fault = isAt(to) ? faultNow() : null;
    switch (fault) {
      case null:
        return work();
      case 'silent':
        return never();
      case 'slow': {
        const done = await work();
        await pause(clock, SLOW_MS);
        return done;
      }
      case '429':
        return { outcome: 'retry', afterSeconds: ASKED_PAUSE_SECONDS, code: 'http-429' };
      case '500':
        return { outcome: 'retry', afterSeconds: null, code: 'http-500' };
      case '502':
        return { outcome: 'uncertain', code: 'http-502' };
      case 'garbage':
        return { outcome: 'uncertain', code: 'http-200' };
      default: {
        const other: never = fault;
        return other;
      }
    }
  };
  return {
    channel: inner.channel,
    post: (to, message) => meets(to, () => inner.post(to, message)),
    update: (to, id, message) => meets(to, () => inner.update(to, id, message)),
  };
}

export function faultyRegister(inner: CompanyRegister, clock: Clock, faultNow: FaultNow): CompanyRegister {
  const meets = async <T>(work: () => Promise<T>): Promise<T> => {
    const fault = faultNow();
    if (fault === null) return work();
    if (fault === 'silent') return never();
    if (fault === 'slow') {
      await pause(clock, SLOW_MS);
      return work();
    }
    // A register never throws; one that is broken may.
    throw new Error(`register: ${fault}`);
  };
  return {
    findByCvr: (cvr) => meets(() => inner.findByCvr(cvr)),
    searchByName: (name, limit) => meets(() => inner.searchByName(name, limit)),
  };
}
