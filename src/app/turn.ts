import { danishDate } from '../core/danish-date.ts';
import type { Actor, Person } from '../core/person.ts';
import type { Dependencies } from './dependencies.ts';
import type { Inbound } from './inbound.ts';
import type { Lookups } from './look-up.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** The context of one turn: who acts, when, and the open transaction. */
export interface Turn {
  readonly deps: Dependencies;
  readonly stores: Stores;
  readonly inbound: Inbound;
  readonly now: string;
  readonly person: Person;
  readonly actor: Actor;
  readonly lookups: Lookups;
  /** CPR numbers masked that only the words of this and earlier turns make together. */
  readonly joined: { removed: number };
}

/** The date of the turn in Denmark, as triage reads it. */
export function today(turn: { readonly now: string }): string {
  return danishDate(turn.now);
}
