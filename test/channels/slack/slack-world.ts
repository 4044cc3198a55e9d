import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { ModalView } from '@slack/types';
import { createEmulator } from 'emulate';
import { z } from 'zod';
import type { Inbound, Reply } from '../../../src/app/inbound.ts';
import type { Leave } from '../../../src/app/leave-conversations.ts';
import type { Clock } from '../../../src/app/ports/clock.ts';
import { createSuggestCompanies } from '../../../src/app/suggest-companies.ts';
import type { Install, Installs } from '../../../src/channels/slack/installs.ts';
import { SCOPES } from '../../../src/channels/slack/scopes.ts';
import { createTokenSeal } from '../../../src/channels/slack/sealed-token.ts';
import { signatureOf } from '../../../src/channels/slack/signature.ts';
import { createSlackChannel, type SlackChannel } from '../../../src/channels/slack/slack-channel.ts';
import type { SlackResponse } from '../../../src/channels/slack/slack-http.ts';
import { systemClock } from '../../../src/clock-and-ids.ts';
import { maskCpr } from '../../../src/language/cpr/mask-cpr.ts';
import { createSampleRegister } from '../../../src/registry/sample-register.ts';
import { simulatedClock } from '../../support/clock.ts';

/**
 * Slack as our app meets it. Behind it stands an emulator of Slack's Web API and OAuth that we did not write; it checks
 * tokens, scopes, triggers and view hashes. It cannot click or type, so those requests are sent from here, in the shapes
 * that Slack documents, signed as Slack signs.
 */

export const SIGNING_SECRET = 'b1946ac92492d2347c6235b4d2611184';
export const CLIENT = { id: '111.222', secret: 'client-secret' };
const PUBLIC_URL = 'https://indgang.example';
export const TOKEN_KEY = 'a long secret of our own';
const BOT_TOKEN = 'xoxb-emulated-bot';
const ANNA_TOKEN = 'xoxp-emulated-anna';

/** A call to Slack's Web API, or to a response address (`response`). */
export interface Call {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** How the next call of a method goes wrong. `answer-lost`: Slack acts, but the connection breaks before it answers. */
type Trouble =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly error: string }
  /** What the emulator cannot be made to say. */
  | { readonly ok: true; readonly [key: string]: unknown }
  | 'answer-lost'
  | 'not-json';

export interface SlackWorld {
  readonly channel: SlackChannel;
  readonly calls: readonly Call[];
  readonly inbound: readonly Inbound[];
  readonly logged: readonly { readonly event: string; readonly details: object }[];
  readonly installs: Installs;
  readonly clock: Clock & { set(now: string): void };
  readonly team: string;
  readonly anna: string;
  readonly carla: string;
  readonly bot: string;
  /** The channel of LES Viborg, and that of the Erhvervshus. */
  readonly office: string;
  readonly house: string;
  readonly emulatorUrl: string;
  /** The id of a user or channel of a name. */
  idOf(name: string): string;
  /** The last call of a method. */
  last(method: string): Call;
  of(method: string): readonly Call[];
  trouble(method: string, ...troubles: readonly Trouble[]): void;
  event(
    event: object,
    more?: Sending & { readonly eventId?: string; readonly team?: string; readonly enterprise?: string },
  ): Promise<SlackResponse>;
  command(text: string, more?: { readonly channel?: string; readonly user?: string }): Promise<SlackResponse>;
  /** Sends an interaction; `trigger_id`, team, user and response address are filled in. */
  interact(
    payload: object,
    more?: { readonly viewId?: string; readonly user?: string },
  ): Promise<SlackResponse>;
  /** A request signed by Slack unless told otherwise. */
  signed(body: string, more?: Sending): { body: Buffer; headers: Record<string, string> };
  /** Calls the Web API beside our app: as the bot, or as Anna. */
  api(method: string, body: object, as?: 'bot' | 'anna'): Promise<Record<string, unknown>>;
  /** What a window holds now. */
  window(viewId?: string): { readonly id: string; readonly hash: string; readonly view: ModalView };
  close(): Promise<void>;
}

interface Sending {
  readonly timestamp?: number;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const record = z.record(z.string(), z.unknown());
const statusTrouble = z.object({ headers: z.record(z.string(), z.string()).optional() });
const views = z.object({ view: z.object({ id: z.string(), hash: z.string() }) });

/** Arguments of a Web API call: form fields, of which some are JSON. */
function argumentsOf(text: string, type: string): Record<string, unknown> {
  if (type.includes('json')) return record.parse(JSON.parse(text));
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => {
      try {
        return /^[[{]|^(true|false)$/.test(value) ? [key, JSON.parse(value)] : [key, value];
      } catch {
        return [key, value];
      }
    }),
  );
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export async function openSlackWorld(options: {
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly leave?: Leave;
  readonly now?: string;
  /** Whether alarms ring after real time, or as the test moves the clock. */
  readonly alarms?: 'real' | 'standing';
  readonly patience?: { readonly openMs: number; readonly acknowledgeMs: number };
  readonly scopes?: readonly string[];
  /** Ids of the workspaces served; the emulator's, and `T0OTHER`, where it is left out. */
  readonly workspaces?: readonly string[];
}): Promise<SlackWorld> {
  const port = await freePort();
  const emulator = await createEmulator({
    service: 'slack',
    port,
    baseUrl: `http://127.0.0.1:${port}`,
    seed: {
      slack: {
        signing_secret: SIGNING_SECRET,
        strict_scopes: true,
        team: { name: 'Viborg Erhverv', domain: 'viborg-erhverv' },
        users: [
          { name: 'anna', real_name: 'Anna Holm', email: 'anna@example.dk' },
          { name: 'carla', real_name: 'Carla Winther', email: 'carla@example.dk' },
          { name: 'bo', real_name: 'Bo Krogh', email: 'bo@example.dk' },
          { name: 'dan', real_name: 'Dan Ravn', email: 'dan@example.dk' },
          { name: 'eva', real_name: 'Eva Lund', email: 'eva@example.dk' },
          { name: 'finn', real_name: 'Finn Dahl', email: 'finn@example.dk' },
        ],
        channels: [{ name: 'les-viborg' }, { name: 'ehm-midtjylland' }, { name: 'les-aarhus' }],
        oauth_apps: [
          {
            client_id: CLIENT.id,
            client_secret: CLIENT.secret,
            app_id: 'A000000077',
            name: 'Indgang',
            redirect_uris: [`${PUBLIC_URL}/api/slack/oauth`],
            scopes: [...SCOPES],
            bot_id: 'B000000077',
            bot_user_id: 'U000000077',
            bot_name: 'indgang',
          },
        ],
        tokens: [
          {
            token: BOT_TOKEN,
            type: 'bot',
            user_id: 'U000000077',
            app_id: 'A000000077',
            bot_id: 'B000000077',
            bot_user_id: 'U000000077',
            scopes: [...(options.scopes ?? SCOPES)],
          },
          {
            token: ANNA_TOKEN,
            type: 'user',
            user: 'anna',
            scopes: ['channels:read', 'channels:history', 'channels:write', 'channels:manage', 'users:read'],
          },
        ],
      },
    },
  });
  const base = `http://127.0.0.1:${port}`;

  const calls: Call[] = [];
  const troubles = new Map<string, Trouble[]>();
  const relay = createServer((request, response) => {
    void (async () => {
      const text = await textOf(request);
      const method = request.url?.replace(/^\/(api\/)?/, '') ?? '';
      const body = text === '' ? {} : argumentsOf(text, request.headers['content-type'] ?? '');
      const token = request.headers.authorization?.replace('Bearer ', '');
      const trouble = troubles.get(method)?.shift();
      const note = (answer: Record<string, unknown>) => calls.push({ method, body, token, answer });
      // restify, once loaded, makes writeHead return nothing.
      const reply = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(text);
      };
      if (typeof trouble === 'object') {
        if ('status' in trouble && typeof trouble.status === 'number') {
          note({});
          reply(trouble.status, '{}', statusTrouble.parse(trouble).headers);
        } else {
          const said = { ok: false, ...trouble };
          note(said);
          reply(200, JSON.stringify(said));
        }
        return;
      }
      if (method === 'response') {
        note({});
        reply(200, '"ok"');
        return;
      }
      const forwarded = await fetch(`${base}/api/${method}`, {
        method: 'POST',
        headers: {
          'content-type': request.headers['content-type'] ?? '',
          ...(request.headers.authorization && { authorization: request.headers.authorization }),
        },
        body: text,
      });
      const answer = await forwarded.text();
      note(record.parse(JSON.parse(answer)));
      if (trouble === 'answer-lost') response.socket?.destroy();
      else reply(forwarded.status, trouble === 'not-json' ? '<html>Bad gateway</html>' : answer);
    })();
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const relayUrl = `http://127.0.0.1:${address.port}`;

  async function api(method: string, body: object, token = BOT_TOKEN): Promise<Record<string, unknown>> {
    const answer = await fetch(`${base}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return record.parse(await answer.json());
  }

  const named = z.array(z.object({ id: z.string(), name: z.string() }));
  const users = named.parse((await api('users.list', {})).members);
  const channels = named.parse((await api('conversations.list', {})).channels);
  const idOf = (name: string) => [...users, ...channels].find((one) => one.name === name)?.id ?? '';
  const [anna, carla] = [idOf('anna'), idOf('carla')];
  const [office, house] = [idOf('les-viborg'), idOf('ehm-midtjylland')];
  const team = String((await api('auth.test', {})).team_id);

  // Time stands still but for what a test lets pass; how long Slack is kept waiting is real, unless it stands too.
  const standing = simulatedClock(options.now ?? '2026-11-20T09:00:00.000Z');
  const clock = options.alarms === 'standing' ? standing : { ...standing, alarm: systemClock.alarm };
  let count = 0;
  const ids = { id: () => `id-${++count}`, caseId: () => `CASE-${++count}` };
  const kept = new Map<string, Install>();
  const installs: Installs = {
    get: async (one) => kept.get(one),
    save: async (install) => void kept.set(install.team, install),
    remove: async (one) => void kept.delete(one),
  };
  await installs.save({
    team,
    teamName: 'Viborg Erhverv',
    botUser: 'U000000077',
    scopes: SCOPES.join(','),
    sealedToken: createTokenSeal(TOKEN_KEY, ids.id).seal(BOT_TOKEN, team),
    installedBy: anna,
    installedAt: clock.now(),
  });

  const inbound: Inbound[] = [];
  const logged: { event: string; details: object }[] = [];
  const channel = createSlackChannel({
    leave: options.leave ?? (async () => {}),
    config: {
      signingSecret: SIGNING_SECRET,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      tokenKey: TOKEN_KEY,
      publicUrl: PUBLIC_URL,
      workspaces: options.workspaces ?? [team, 'T0OTHER'],
      apiUrl: `${relayUrl}/api/`,
      authorizeUrl: `${base}/oauth/v2/authorize`,
    },
    receive: (one) => {
      // The time that a turn has is no part of what was said.
      const { budget: _, ...said } = one;
      inbound.push(said);
      return options.receive(one);
    },
    installs,
    companies: createSuggestCompanies({ register: createSampleRegister(), maskCpr, clock }),
    clock,
    ids,
    log: (event, details) => void logged.push({ event, details }),
    patience: options.patience ?? { openMs: 5_000, acknowledgeMs: 5_000 },
    wait: async (ms) => clock.pass(ms),
  });

  function signed(body: string, more: Sending = {}) {
    const bytes = Buffer.from(body);
    const timestamp = String(more.timestamp ?? Math.floor(Date.parse(clock.now()) / 1000));
    return {
      body: bytes,
      headers: {
        'content-length': String(bytes.length),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signatureOf(more.secret ?? SIGNING_SECRET, timestamp, bytes),
        ...more.headers,
      },
    };
  }

  async function trigger(user: string, viewId?: string): Promise<string> {
    const asked = { user_id: user, ...(viewId !== undefined && { view_id: viewId }) };
    return String((await api('views.generateTriggerId', asked)).trigger_id);
  }

  const world: SlackWorld = {
    channel,
    calls,
    inbound,
    logged,
    installs,
    clock,
    team,
    anna,
    carla,
    bot: 'U000000077',
    office,
    house,
    emulatorUrl: base,
    idOf,
    last(method) {
      const found = calls.findLast((call) => call.method === method);
      if (!found)
        throw new Error(`no call of ${method}, but of ${calls.map((call) => call.method).join(', ')}`);
      return found;
    },
    of: (method) => calls.filter((call) => call.method === method),
    trouble: (method, ...more) => void troubles.set(method, [...more]),
    signed,
    api: (method, body, as) => api(method, body, as === 'anna' ? ANNA_TOKEN : BOT_TOKEN),

    async event(event, more = {}) {
      const body = JSON.stringify({
        token: 'verification',
        team_id: more.team ?? team,
        enterprise_id: more.enterprise,
        api_app_id: 'A000000077',
        event,
        type: 'event_callback',
        event_id: more.eventId ?? `Ev${++count}`,
        event_time: Math.floor(Date.parse(clock.now()) / 1000),
        authorizations: [{ enterprise_id: null, team_id: team, user_id: 'U000000077', is_bot: true }],
      });
      const response = await channel.handleEvents(signed(body, more));
      await channel.idle();
      return response;
    },

    async command(text, more = {}) {
      const user = more.user ?? anna;
      const fields = new URLSearchParams({
        token: 'verification',
        team_id: team,
        team_domain: 'viborg-erhverv',
        channel_id: more.channel ?? office,
        channel_name: 'les-viborg',
        user_id: user,
        user_name: 'anna',
        command: '/indgang',
        text,
        api_app_id: 'A000000077',
        is_enterprise_install: 'false',
        response_url: `${relayUrl}/response`,
        trigger_id: await trigger(user),
      });
      const response = await channel.handleCommands(signed(fields.toString()));
      await channel.idle();
      return response;
    },

    async interact(payload, more = {}) {
      const user = more.user ?? anna;
      const full = {
        token: 'verification',
        api_app_id: 'A000000077',
        trigger_id: await trigger(user, more.viewId),
        team: { id: team, domain: 'viborg-erhverv' },
        user: { id: user, username: 'x', name: 'x', team_id: team },
        response_url: `${relayUrl}/response`,
        ...payload,
      };
      const fields = new URLSearchParams({ payload: JSON.stringify(full) });
      const response = await channel.handleInteractions(signed(fields.toString()));
      await channel.idle();
      return response;
    },

    window(viewId) {
      const shown = calls.findLast((call) => {
        const read = views.safeParse(call.answer);
        const opens = ['views.open', 'views.push', 'views.update'].includes(call.method);
        return opens && read.success && (viewId === undefined || read.data.view.id === viewId);
      });
      if (!shown) throw new Error('no window is open');
      const { id, hash } = views.parse(shown.answer).view;
      // What was sent is what the tests look at; that it was accepted, the emulator said.
      return { id, hash, view: shown.body.view as ModalView };
    },

    async close() {
      await channel.idle();
      relay.closeAllConnections();
      await new Promise((resolve) => relay.close(resolve));
      await emulator.close();
    },
  };
  return world;
}
