import type { Clock } from '../app/ports/clock.ts';
import type { CompanyRegister, RegisterAnswer } from '../app/ports/company-register.ts';

/** The size of a cache, and its lifetime in seconds. */
export interface Memory {
  readonly limit: number;
  readonly seconds: number;
}

/**
 * A register behind a cache, so that a company is looked up once. Concurrent questions share a look-up. `unavailable`
 * is never cached. An answer holds for the Danish day (`today`, ISO) as of which it was read.
 */
export function rememberAnswers(
  register: CompanyRegister,
  memory: Memory,
  clock: Clock,
  today: () => string,
): CompanyRegister {
  const find = remembered(memory, clock, (key: string) => {
    const [, cvr] = splitKey(key);
    return register.findByCvr(cvr);
  });
  const search = remembered(memory, clock, (key: string) => {
    const [, rest] = splitKey(key);
    const [limit, name] = splitKey(rest);
    return register.searchByName(name, Number(limit));
  });
  return {
    findByCvr: (cvr) => find(`${today()} ${cvr}`),
    searchByName: (name, limit) => search(`${today()} ${limit} ${name.trim().toLowerCase()}`),
  };
}

/** Splits a key at the first space. */
function splitKey(key: string): readonly [first: string, rest: string] {
  const space = key.indexOf(' ');
  return [key.slice(0, space), key.slice(space + 1)];
}

function remembered<T>(
  { limit, seconds }: Memory,
  clock: Clock,
  ask: (key: string) => Promise<RegisterAnswer<T>>,
): (key: string) => Promise<RegisterAnswer<T>> {
  // A Map keeps the order of insertion, so its first key is the least recently used.
  const kept = new Map<string, { readonly answer: RegisterAnswer<T>; readonly until: number }>();
  const asking = new Map<string, Promise<RegisterAnswer<T>>>();

  async function askAndKeep(key: string): Promise<RegisterAnswer<T>> {
    const answer = await ask(key);
    if (answer.state === 'unavailable') return answer;
    kept.delete(key);
    kept.set(key, { answer, until: clock.monotonic() + seconds * 1000 });
    const oldest = kept.keys().next();
    if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
    return answer;
  }

  return (key) => {
    const hit = kept.get(key);
    if (hit && hit.until > clock.monotonic()) {
      kept.delete(key);
      kept.set(key, hit);
      return Promise.resolve(hit.answer);
    }
    const underWay = asking.get(key);
    if (underWay) return underWay;
    const answer = askAndKeep(key).finally(() => asking.delete(key));
    asking.set(key, answer);
    return answer;
  };
}
