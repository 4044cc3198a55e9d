import { NO_ANSWER } from '../app/deadline.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Delivery } from '../app/ports/messenger.ts';

/** What the worker calls: the shared CRM, and each channel. */
type System = 'crm' | 'teams' | 'slack';

/**
 * Lines to one system, and to one place in it (a conversation; a case's record in the CRM). What is not called waits in
 * a room of its own, and beyond that goes back into the queue. So what is silent holds its own rows and no others.
 */
const LINES = { system: 5, place: 2 } as const;
const ROOM = { system: 20, place: 6 } as const;

/** Places of a system that must be late, with none that answered in between, before the system itself counts as late. */
const LATE_PLACES = 3;

/** Milliseconds that somebody waits for a line. Well within the lease of a row, which is 90 seconds. */
const PATIENCE_MS = 15_000;

/** A peer that did not answer is left alone for so long: doubling, and then asked once, by one. */
const REST_MS = { first: 5_000, most: 300_000 } as const;

/** Milliseconds after which somebody looks again for a line of a peer that is busy, but well. */
const AGAIN_MS = 250;

/** Milliseconds between the rows that come back after a rest: ten thousand at once would hold up the turns. */
const APART_MS = 50;

/** How a call ended, for the peer's sake: it answered, it did not, or it asks for a pause of so many seconds. */
export type Health = 'well' | 'late' | { readonly pauseSeconds: number };

/** A line to a peer, to be left with how the call ended; or for how many seconds the peer must not be called. */
export type Line =
  | { readonly open: true; readonly leave: (health: Health) => void }
  | { readonly open: false; readonly waitSeconds: number };

/** One system or place: who is on its lines, who waits, and until when it is left alone. */
interface Peer {
  busy: number;
  readonly waiting: ((free: boolean) => void)[];
  /** Times in a row that it was late. */
  late: number;
  /** On the monotonic clock. */
  restsUntil: number;
  /** Rows sent away since it began to rest. */
  sentAway: number;
}

const newPeer = (): Peer => ({ busy: 0, waiting: [], late: 0, restsUntil: -Infinity, sentAway: 0 });

/** A system, with its places that were late since one answered, and how many wait for a line to any of it. */
interface Whole {
  readonly peer: Peer;
  readonly latePlaces: Set<string>;
  waiting: number;
}

const MOST_PLACES = 5_000;

export interface Peers {
  enter(system: System, place: string): Promise<Line>;
}

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

  /** Seconds for which somebody is sent away: until the rest is over, one behind the other. */
  function sendAway(peer: Peer): Line {
    const rest = Math.max(0, peer.restsUntil - clock.monotonic());
    const apart = peer.sentAway++ * APART_MS;
    return { open: false, waitSeconds: (Math.max(rest, AGAIN_MS) + apart) / 1_000 };
  }

  /** The line goes to whoever waits for it, or is free. */
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

  /** Takes a line; null where there is one, else how to be sent away. */
  async function takeLine(peer: Peer, kind: keyof typeof LINES, room: Whole): Promise<Line | null> {
    const resting = () => peer.restsUntil > clock.monotonic();
    if (resting()) return sendAway(peer);
    // One that was late is asked by one alone.
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

/** How a delivery ended, for the peer's sake. */
export function healthOf(delivery: Delivery): Health {
  if (delivery.outcome !== 'sent' && delivery.code === NO_ANSWER) return 'late';
  if (delivery.outcome === 'retry' && delivery.afterSeconds !== null)
    return { pauseSeconds: delivery.afterSeconds };
  return 'well';
}
