import { danishDate } from '../core/danish-date.ts';
import type { Actor, Person } from '../core/person.ts';
import type { Dependencies } from './dependencies.ts';
import type { Inbound } from './inbound.ts';
import type { Lookups } from './look-up.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** The context of what is done for somebody, by chat or by the API: who acts, when, and the open transaction. */
export interface Work {
  readonly deps: Dependencies;
  readonly stores: Stores;
  readonly now: string;
  readonly person: Person;
  readonly actor: Actor;
  readonly lookups: Lookups;
  /** CPR numbers masked that only the words of this and earlier turns make together. */
  readonly joined: { removed: number };
}

/** The work of one turn in a chat. */
export interface Turn extends Work {
  readonly inbound: Inbound;
}

/** The date of the turn in Denmark, as triage reads it. */
export function today(turn: { readonly now: string }): string {
  return danishDate(turn.now);
}
