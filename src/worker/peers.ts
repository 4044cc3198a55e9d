import { NO_ANSWER } from '../app/deadline.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Delivery } from '../app/ports/messenger.ts';

/** The systems that the worker calls: the shared CRM, and each channel. */
type System = 'crm' | 'teams' | 'slack';

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

/** How a call ended for its peer: answered, not answered, or with a pause that the peer asked for. */
export type Health = 'well' | 'late' | { readonly pauseSeconds: number };

/** An open line, to be left with how the call ended; or the seconds until the caller may come back. */
export type Line =
  | { readonly open: true; readonly leave: (health: Health) => void }
  | { readonly open: false; readonly waitSeconds: number };

/** One system or place: its calls, its waiting callers, and until when it rests. */
interface Peer {
  busy: number;
  readonly waiting: ((free: boolean) => void)[];
  /** Late calls in a row. */
  late: number;
  /** Milliseconds of the monotonic clock. */
  restsUntil: number;
  /** Callers sent away since the rest began. */
  sentAway: number;
}

const newPeer = (): Peer => ({ busy: 0, waiting: [], late: 0, restsUntil: -Infinity, sentAway: 0 });

/** A system, its places that were late since the last answer, and its waiting callers. */
interface Whole {
  readonly peer: Peer;
  readonly latePlaces: Set<string>;
  waiting: number;
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
    const known = systems.get(system) ?? { peer: newPeer(), latePlaces: new Set<string>(), waiting: 0 };
    systems.set(system, known);
    return known;
  }
  function placeOf(key: string): Peer {
    const known = places.get(key) ?? newPeer();
    if (places.size > MOST_PLACES) forgetQuiet();
    places.set(key, known);
    return known;
  }
  function forgetQuiet(): void {
    for (const [key, { busy, waiting, late, restsUntil }] of places)
      if (busy === 0 && waiting.length === 0 && late === 0 && restsUntil <= clock.monotonic())
        places.delete(key);
  }

  /** Sends a caller away until the rest is over, each a little later than the one before. */
  function sendAway(peer: Peer): Line {
    const rest = Math.max(0, peer.restsUntil - clock.monotonic());
    const apart = peer.sentAway++ * APART_MS;
    return { open: false, waitSeconds: (Math.max(rest, AGAIN_MS) + apart) / 1_000 };
  }

  /** Passes the line to the next waiting caller, or frees it. */
  function release(peer: Peer): void {
    const next = peer.waiting.shift();
    if (next) next(true);
    else peer.busy--;
  }

  function rest(peer: Peer, ms: number): void {
    peer.restsUntil = Math.max(peer.restsUntil, clock.monotonic() + ms);
    for (const away of peer.waiting.splice(0)) away(false);
  }
  function beLate(peer: Peer): void {
    peer.late++;
    rest(peer, Math.min(REST_MS.first * 2 ** (peer.late - 1), REST_MS.most));
  }
  function beWell(peer: Peer): void {
    peer.late = 0;
    peer.sentAway = 0;
  }

  /** Takes a line. Null: taken. Otherwise the answer that sends the caller away. */
  async function takeLine(peer: Peer, kind: keyof typeof LINES, room: Whole): Promise<Line | null> {
    const resting = () => peer.restsUntil > clock.monotonic();
    if (resting()) return sendAway(peer);
    // A late peer is tried by one caller alone.
    const lines = peer.late > 0 ? 1 : LINES[kind];
    if (peer.busy >= lines) {
      if (peer.late > 0 || peer.waiting.length >= ROOM[kind] || room.waiting >= ROOM.system)
        return sendAway(peer);
      room.waiting++;
      const free = await new Promise<boolean>((resolve) => {
        const settle = (isFree: boolean) => {
          callOff();
          resolve(isFree);
        };
        const callOff = clock.alarm(PATIENCE_MS, () => {
          peer.waiting.splice(peer.waiting.indexOf(settle), 1);
          resolve(false);
        });
        peer.waiting.push(settle);
      });
      room.waiting--;
      if (free && !resting()) return null;
      if (free) release(peer);
      return sendAway(peer);
    }
    peer.busy++;
    return null;
  }

  return {
    async enter(system, place) {
      const key = `${system}/${place}`;
      const room = systemOf(system);
      const { peer: whole, latePlaces } = room;
      const one = placeOf(key);
      const away = await takeLine(one, 'place', room);
      if (away) return away;
      const held = await takeLine(whole, 'system', room);
      if (held) {
        release(one);
        return held;
      }
      return {
        open: true,
        leave(health) {
          if (health === 'late') {
            beLate(one);
            latePlaces.add(key);
            if (latePlaces.size >= LATE_PLACES) beLate(whole);
          } else {
            beWell(one);
            beWell(whole);
            latePlaces.clear();
            if (health !== 'well') rest(system === 'crm' ? whole : one, health.pauseSeconds * 1_000);
          }
          release(one);
          release(whole);
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
