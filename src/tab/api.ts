import type { ViewAction as Action, Block, View } from '../../cards/view.ts';
import type { BoardView } from '../../cards/views/board.ts';
import type { FiguresPageView } from '../../cards/views/figures-page.ts';
import type { RulesView } from '../../cards/views/rules.ts';
import type { SettingsPageView } from '../../cards/views/settings-page.ts';
import type { TriedChangeView } from '../../cards/views/tried-change.ts';
import type { Wire } from '../../cards/wire.ts';
import type { Language } from '../core/vocabulary.ts';
import { newKey } from './clock-and-ids.ts';
import type { Host } from './host.ts';

/** A view as the service sends it, with the case and the company (to search for) that it is about. */
export type ShownView = Wire<View> & {
  readonly caseId?: string;
  readonly company?: string;
  /** Grows with each change of the case, setting or proposal that it shows. */
  readonly version?: number;
  /** What stands under the buttons: the timeline of a case. */
  readonly beside?: readonly Wire<Block>[];
};

export type ViewAction = Wire<Action>;

/** What a button sends: the data of its command. */
export type Payload = Readonly<Record<string, string | number>>;

/** The answer to a command. */
export interface Answered {
  readonly language: Language;
  readonly views: readonly ShownView[];
}

/** A file as it was fetched, to be saved under its name. */
export interface FetchedFile {
  readonly name: string;
  readonly content: Blob;
}

/** The board with the name of its reader. */
export interface BoardOfReader extends BoardView {
  readonly person: string;
}

/** Somebody whom a browser on the service's machine may act for. */
interface LocalPerson {
  readonly id: string;
  readonly name: string;
  readonly offices: readonly string[];
}

export interface Door {
  readonly signIn: 'teams' | 'local';
  readonly people: readonly LocalPerson[];
  /** The bot of the same app, whose chat a case can be opened in; null without Teams. */
  readonly botId: string | null;
}

/**
 * How it stands with the connection. `away`: the service does not answer, or with a fault; `offline`: this machine has no
 * network. All but `good` end by themselves when a request succeeds.
 */
export type Connection = 'good' | 'away' | 'offline' | 'signed-out';

/** A command, or the words of a search. */
export type Request = { readonly payload: Payload } | { readonly find: string };

export interface Api {
  /** Carries a command out, once, however often it must be sent: it is tried again until there is an answer. */
  turn(request: Request): Promise<Answered>;
  /** Reads the board; null where it is as it was when that query was last read, or cannot be read now. */
  board(query: string): Promise<BoardOfReader | null>;
  /** Reads the figures; null where they cannot be read now, what is refused as views. */
  figures(query: string): Promise<FiguresPageView | Answered | null>;
  /** Reads a file of figures; null where it cannot be read now, what is refused as views. */
  file(path: string): Promise<FetchedFile | Answered | null>;
  /** Reads the decision by facts; null where it cannot be read now. */
  rules(query: string): Promise<RulesView | null>;
  /** Reads the settings of the reader's office; null where they cannot be read now. */
  settings(): Promise<SettingsPageView | null>;
  /** Tries what a form of a setting would send on the past year's cases; null where it cannot be tried now. */
  tryChange(payload: Payload): Promise<TriedChangeView | { readonly problem: string } | null>;
  /** Calls what has been waiting for a connection at once. */
  retry(): void;
}

/** Pauses between attempts, in milliseconds. The last is repeated. */
const PAUSES = [1_000, 2_000, 5_000, 10_000];

/** Who acts: a person by the host's token, or on the service's machine the one chosen. */
export type Actor = { readonly host: Host } | { readonly person: string; readonly locale: string };

async function headersOf(actor: Actor): Promise<Record<string, string>> {
  if ('host' in actor) {
    const token = await actor.host.token();
    return { authorization: `Bearer ${token}`, 'accept-language': actor.host.locale };
  }
  return { 'x-indgang-person': actor.person, 'accept-language': actor.locale };
}

/** How long the service may take to answer, in milliseconds: a turn has eight seconds, and whoever waits longer is told. */
const ANSWER_MS = 15_000;

/** Milliseconds after which what could not be read is read again. */
export const AGAIN_MS = 10_000;

/** How one comes in. Rejects where the service does not answer. */
export async function readDoor(): Promise<Door> {
  // As the page has asked for it already (`index.html`), or another request is made.
  const response = await fetch('/api/tab/door', { signal: AbortSignal.timeout(ANSWER_MS) });
  if (!response.ok) throw new Error(`The service answered ${response.status}`);
  return (await response.json()) as Door;
}

/** Pauses that can all be ended at once. */
function createPauses() {
  const waiting = new Set<() => void>();
  return {
    pause(milliseconds: number): Promise<void> {
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        waiting.add(done);
      });
    },
    end() {
      for (const done of [...waiting]) done();
    },
  };
}

/** How the service is asked. One attempt: undefined where it must be tried again. */
function createAttempt(actor: Actor, changed: (connection: Connection) => void) {
  return async function attempt(path: string, init: RequestInit, more: Record<string, string> = {}) {
    let headers: Record<string, string>;
    try {
      headers = await headersOf(actor);
    } catch {
      changed(navigator.onLine ? 'signed-out' : 'offline');
      return undefined;
    }
    try {
      const signal = AbortSignal.timeout(ANSWER_MS);
      const response = await fetch(path, { ...init, signal, headers: { ...headers, ...more } });
      if (response.status === 401) {
        changed('signed-out');
        return undefined;
      }
      // A fault of a turn is answered with words of its own; of everything else it is a page that shows nothing.
      if (response.status >= 502 || (response.status === 500 && init.method !== 'POST')) {
        changed('away');
        return undefined;
      }
      changed('good');
      return response;
    } catch {
      changed(navigator.onLine ? 'away' : 'offline');
      return undefined;
    }
  };
}

/** Makes the client of the service. `changed` hears how it stands with the connection. */
export function createApi(actor: Actor, changed: (connection: Connection) => void): Api {
  const tags = new Map<string, string>();
  let latestSettings: { readonly tag: string; readonly view: SettingsPageView } | null = null;
  const pauses = createPauses();
  const attempt = createAttempt(actor, changed);

  return {
    async turn(request) {
      const body = JSON.stringify({ key: newKey(), ...request });
      for (let tries = 0; ; tries++) {
        const response = await attempt(
          '/api/tab/turn',
          { method: 'POST', body },
          { 'content-type': 'application/json' },
        );
        if (response) return (await response.json()) as Answered;
        await pauses.pause(PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0);
      }
    },
    async board(query) {
      const known = tags.get(query);
      const response = await attempt(
        `/api/tab/board${query}`,
        { cache: 'no-store' },
        known === undefined ? {} : { 'if-none-match': known },
      );
      if (!response?.ok) return null;
      tags.clear();
      tags.set(query, response.headers.get('etag') ?? '');
      return (await response.json()) as BoardOfReader;
    },
    async figures(query) {
      const response = await attempt(`/api/tab/figures${query}`, { cache: 'no-store' });
      return response ? ((await response.json()) as FiguresPageView | Answered) : null;
    },
    async file(path) {
      const response = await attempt(`/api/tab/${path}`, { cache: 'no-store' });
      if (response?.status === 403) return (await response.json()) as Answered;
      if (!response?.ok) return null;
      const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
      return { name: named?.[1] ?? 'indgang', content: await response.blob() };
    },
    async rules(query) {
      const response = await attempt(`/api/tab/rules${query}`, { cache: 'no-store' });
      return response?.ok ? ((await response.json()) as RulesView) : null;
    },
    async settings() {
      const known = latestSettings;
      const init = { cache: 'no-store' } as const;
      const response = await attempt('/api/tab/settings', init, known ? { 'if-none-match': known.tag } : {});
      if (response?.status === 304) return known?.view ?? null;
      if (!response?.ok) return null;
      const view = (await response.json()) as SettingsPageView;
      latestSettings = { tag: response.headers.get('etag') ?? '', view };
      return view;
    },
    async tryChange(payload) {
      const body = JSON.stringify({ payload });
      const init = { method: 'POST', body, cache: 'no-store' } as const;
      const response = await attempt('/api/tab/try', init, { 'content-type': 'application/json' });
      const isAnswered = response?.ok === true || response?.status === 403;
      return isAnswered ? ((await response.json()) as TriedChangeView | { readonly problem: string }) : null;
    },
    retry: pauses.end,
  };
}
