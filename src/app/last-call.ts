import { addElapsed } from '../core/promise/clock.ts';
import type { Turn } from './turn.ts';

/** Hours for which `besvaret på stedet` without a case id means the last call. */
const HOURS = 8;

/** Remembers the case of a call that phone-line staff took. */
export async function rememberCall(turn: Turn, caseId: string): Promise<void> {
  if (!turn.actor.roles.includes('phone')) return;
  await turn.stores.marks.add(turn.person.id, `call ${caseId}`, turn.now);
}

/** The case of the person's last call; empty where there was none lately. */
export async function lastCall({ stores, person, now }: Turn): Promise<string> {
  const [last] = await stores.marks.since(person.id, 'call ', addElapsed(now, -HOURS));
  return last?.split(' ')[1] ?? '';
}
