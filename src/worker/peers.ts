import { NO_ANSWER } from '../app/deadline.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Delivery } from '../app/ports/messenger.ts';

/** The systems that the worker calls: the shared CRM, each channel, and each receiver of webhooks. */
type System = 'crm' | 'teams' | 'slack' | `webhook/${string}`;

/**
 * Lines (calls at once) to one system, and to one place in it: a conversation, or a case's record in the CRM. ROOM
 * limits the callers that wait for a line; further ones go back into the queue. So a silent place or system holds
 * only its own rows.
 */
const LINES = { system: 5, place: 2 } as const;
const ROOM = { system: 20, place: 6 } as const;

/** Late places, with no answer in between, after which the whole system counts as late. */
const LATE_PLACES = 3;

/** Milliseconds that a caller waits for a line: well within a row's lease (`deliver-rows.ts`). */
const PATIENCE_MS = 15_000;

/** Rest of a peer that did not answer, in milliseconds: doubling. After it, one caller tries. */
const REST_MS = { first: 5_000, most: 300_000 } as const;

/** Milliseconds until a caller sent away by a busy, but well, peer comes back. */
const AGAIN_MS = 250;

/** Milliseconds between callers that come back after a rest: ten thousand at once would hold up the turns. */
const APART_MS = 50;

/** Rest of a system that lets nobody in, in milliseconds. After it, one caller tries. */
const DENIED_MS = 300_000;

/**
 * How a call ended for its peer: answered, not answered, with a pause that the peer asked for, or turned away until
 * the system's administrator acts.
 */
export type Health = 'well' | 'late' | 'denied' | { readonly pauseSeconds: number };

/** An open line, to be left with how the call ended; or the seconds until the caller may come back. */
export type Line =
  | { readonly open: true; readonly leave: (health: Health) => void }
  | { readonly open: false; readonly waitSeconds: number };

/** The callers that wait for a line to a system or to one of its places. */
interface WaitingRoom {
  waiting: number;
}

/** One system or place: its calls, its waiting callers, and until when it rests. */
class Peer {
  readonly #clock: Clock;
  readonly #kind: keyof typeof LINES;
  #busy = 0;
  readonly #waiting: ((free: boolean) => void)[] = [];
  /** Late calls in a row. */
  #late = 0;
  /** Milliseconds of the monotonic clock. */
  #restsUntil = -Infinity;
  /** Callers sent away since the rest began. */
  #sentAway = 0;

  constructor(clock: Clock, kind: keyof typeof LINES) {
    this.#clock = clock;
    this.#kind = kind;
  }

  /** Whether nothing of it needs to be remembered. */
  get isQuiet(): boolean {
    return this.#busy === 0 && this.#waiting.length === 0 && this.#late === 0 && !this.#rests;
  }

  /** Takes a line. Null: taken. Otherwise the answer that sends the caller away. */
  async take(room: WaitingRoom): Promise<Line | null> {
    if (this.#rests) return this.#sendAway();
    // A late peer is tried by one caller alone.
    const lines = this.#late > 0 ? 1 : LINES[this.#kind];
    if (this.#busy < lines) {
      this.#busy++;
      return null;
    }
    const isFull = this.#waiting.length >= ROOM[this.#kind] || room.waiting >= ROOM.system;
    if (this.#late > 0 || isFull) return this.#sendAway();
    room.waiting++;
    const free = await this.#wait();
    room.waiting--;
    if (free && !this.#rests) return null;
    if (free) this.release();
    return this.#sendAway();
  }

  /** Passes the line to the next waiting caller, or frees it. */
  release(): void {
    const next = this.#waiting.shift();
    if (next) next(true);
    else this.#busy--;
  }

  rest(ms: number): void {
    this.#restsUntil = Math.max(this.#restsUntil, this.#clock.monotonic() + ms);
    for (const away of this.#waiting.splice(0)) away(false);
  }

  beLate(): void {
    this.#late++;
    this.rest(Math.min(REST_MS.first * 2 ** (this.#late - 1), REST_MS.most));
  }

  /** Rests, then lets one caller try alone, as after a late call. */
  beDenied(): void {
    this.#late = Math.max(1, this.#late);
    this.rest(DENIED_MS);
  }

  beWell(): void {
    this.#late = 0;
    this.#sentAway = 0;
  }

  get #rests(): boolean {
    return this.#restsUntil > this.#clock.monotonic();
  }

  /** Waits for a line, at most `PATIENCE_MS`. Resolves with true once the caller has one. */
  #wait(): Promise<boolean> {
    return new Promise<boolean>((resolve) => {
      const settle = (isFree: boolean) => {
        callOff();
        resolve(isFree);
      };
      const callOff = this.#clock.alarm(PATIENCE_MS, () => {
        this.#waiting.splice(this.#waiting.indexOf(settle), 1);
        resolve(false);
      });
      this.#waiting.push(settle);
    });
  }

  /** Sends a caller away until the rest is over, each a little later than the one before. */
  #sendAway(): Line {
    const rest = Math.max(0, this.#restsUntil - this.#clock.monotonic());
    const apart = this.#sentAway++ * APART_MS;
    return { open: false, waitSeconds: (Math.max(rest, AGAIN_MS) + apart) / 1_000 };
  }
}

/** A system, with its places that were late since the last answer. */
interface Whole extends WaitingRoom {
  readonly peer: Peer;
  readonly latePlaces: Set<string>;
}

const MOST_PLACES = 5_000;

/** The lines to every system. `enter` waits for a line to a place of a system, at most `PATIENCE_MS`. */
export interface Peers {
  enter(system: System, place: string): Promise<Line>;
}

/** Lines to every system, all free. Nothing is remembered across a restart. */
export function createPeers(clock: Clock): Peers {
  const systems = new Map<System, Whole>();
  const places = new Map<string, Peer>();

  function systemOf(system: System): Whole {
    const known = systems.get(system) ?? {
      peer: new Peer(clock, 'system'),
      latePlaces: new Set<string>(),
      waiting: 0,
    };
    systems.set(system, known);
    return known;
  }
  function placeOf(key: string): Peer {
    const known = places.get(key) ?? new Peer(clock, 'place');
    if (places.size > MOST_PLACES) forgetQuiet();
    places.set(key, known);
    return known;
  }
  function forgetQuiet(): void {
    for (const [key, peer] of places) if (peer.isQuiet) places.delete(key);
  }

  return {
    async enter(system, place) {
      const key = `${system}/${place}`;
      const room = systemOf(system);
      const { peer: whole, latePlaces } = room;
      const one = placeOf(key);
      const away = await one.take(room);
      if (away) return away;
      const held = await whole.take(room);
      if (held) {
        one.release();
        return held;
      }
      return {
        open: true,
        leave(health) {
          if (health === 'late') {
            one.beLate();
            latePlaces.add(key);
            if (latePlaces.size >= LATE_PLACES) whole.beLate();
          } else if (health === 'denied') {
            one.beWell();
            whole.beDenied();
          } else {
            one.beWell();
            whole.beWell();
            latePlaces.clear();
            // A platform slows one conversation down; the others ask for a pause of everything.
            const isPlatform = system === 'teams' || system === 'slack';
            if (health !== 'well') (isPlatform ? one : whole).rest(health.pauseSeconds * 1_000);
          }
          one.release();
          whole.release();
        },
      };
    },
  };
}

/** How a delivery ended for its peer. */
export function healthOf(delivery: Delivery): Health {
  if (delivery.outcome !== 'sent' && delivery.code === NO_ANSWER) return 'late';
  if (delivery.outcome === 'retry' && delivery.afterSeconds !== null)
    return { pauseSeconds: delivery.afterSeconds };
  return 'well';
}
