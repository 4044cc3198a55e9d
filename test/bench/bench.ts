import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { payloadOf } from '../../cards/actions.ts';
import { openBenchStores } from './bench-stores.ts';
import { type Child, startChild } from './child.ts';
import { openConnector } from './connector.ts';
import { type Load, load } from './load.ts';
import { benchTriage } from './triage.ts';

/**
 * `npm run bench`: what a turn costs over SQLite, and over PostgreSQL where the machine has it, against a bare echo bot in the same
 * run, with the client and a recording connector
 * in this process and each server in one of its own. `--json` prints one object.
 */

const ROOT = join(import.meta.dirname, '../..');
const TENANT = '00000000-0000-0000-0000-000000000001';
const CONNECTIONS = [1, 32] as const;
const ROUNDS = 5;
const SECONDS = 1.5;

/** Consultants enough for every connection to have an intake of its own. */
function directory(): string {
  const people = Array.from({ length: 32 }, (_, index) => ({
    id: `person-${index}`,
    name: `Person ${index}`,
    identities: [`teams:${TENANT}:person-${index}`],
    memberships: [{ organisation: 'les-791', roles: ['consultant'] }],
  }));
  return JSON.stringify({ people });
}

/** What `npm run serve` runs, without `node` itself. */
function serveCommand(): readonly string[] {
  const shape = z.object({ scripts: z.object({ serve: z.string() }) });
  const { scripts } = shape.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  return scripts.serve.split(' ').slice(1);
}

let deliveries = 0;

function activity(serviceUrl: string, person: number, more: object): object {
  return {
    id: `bench-${++deliveries}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:person-${person}`, name: `Person ${person}`, aadObjectId: `person-${person}` },
    recipient: { id: '28:indgang', name: 'Indgang' },
    conversation: { id: `a:person-${person}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...more,
  };
}

function say(serviceUrl: string, person: number, text: string): object {
  return activity(serviceUrl, person, { type: 'message', textFormat: 'plain', text });
}

type MakeTurn = (serviceUrl: string, person: number, number: number) => object;

/** What the echo bot is sent. */
const ECHO: MakeTurn = (serviceUrl, person, number) => say(serviceUrl, person, `hej ${number}`);

/** Turns of an intake. Each one stores; one that is typed is answered with a card of its own, a button in place. */
const TURNS: Readonly<Record<string, MakeTurn>> = {
  'a question answered': (serviceUrl, person, number) =>
    say(serviceUrl, person, number % 2 === 0 ? 'tilbage' : 'Viborg'),
  'the form changed by a typed line': (serviceUrl, person, number) =>
    say(serviceUrl, person, `ret kommune ${number % 2 === 0 ? 'Viborg' : 'Aarhus'}`),
  'the form sent, decided': (serviceUrl, person, number) => {
    const data = payloadOf({
      name: 'intake',
      verb: 'intake.submit',
      draftId: null,
      revision: null,
      input: {
        municipality: number % 2 === 0 ? '791' : '751',
        areas: 'internationalisation',
        stage: 'established',
        description: 'Vil sælge til Tyskland',
      },
    });
    return activity(serviceUrl, person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: data.verb, data }, trigger: 'manual' },
    });
  },
};

/** How each intake begins, before its turns are measured. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  'a question answered': ['annuller', 'guide', 'har ikke cvr', 'Viborg'],
};

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function middle(loads: readonly Load[]): Load {
  return {
    turnsPerSecond: median(loads.map(({ turnsPerSecond }) => turnsPerSecond)),
    p50: median(loads.map(({ p50 }) => p50)),
    p99: median(loads.map(({ p99 }) => p99)),
  };
}

interface Row {
  readonly turn: string;
  readonly connections: number;
  readonly echo: Load;
  readonly indgang: Load;
  /** The same over PostgreSQL; null where the machine has none. */
  readonly onPostgres: Load | null;
}

async function measureTurns(
  echo: Child,
  indgang: Child,
  onPostgres: Child | null,
  serviceUrl: string,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [turn, make] of Object.entries(TURNS)) {
    for (const text of BEGINNINGS[turn] ?? ['annuller', 'ny']) {
      for (const one of [indgang, onPostgres]) if (one) await everybodySays(one, serviceUrl, text);
    }
    for (const connections of CONNECTIONS) {
      const ours: Load[] = [];
      const other: Load[] = [];
      const bare: Load[] = [];
      // By turns, so that whatever else the machine does meets both; the first round warms up.
      for (let round = 0; round <= ROUNDS; round++) {
        bare.push(await load(echo.base, connections, SECONDS, (...at) => ECHO(serviceUrl, ...at)));
        for (const [one, loads] of [
          [indgang, ours],
          [onPostgres, other],
        ] as const)
          if (one) loads.push(await load(one.base, connections, SECONDS, (...at) => make(serviceUrl, ...at)));
      }
      rows.push({
        turn,
        connections,
        echo: middle(bare.slice(1)),
        indgang: middle(ours.slice(1)),
        onPostgres: onPostgres && middle(other.slice(1)),
      });
    }
  }
  return rows;
}

async function everybodySays(indgang: Child, serviceUrl: string, text: string): Promise<void> {
  await load(indgang.base, 32, 0, (person) => say(serviceUrl, person, text));
}

function table(rows: readonly Row[]): string {
  const cells = rows.map(({ turn, connections, echo, indgang, onPostgres }) => [
    turn,
    String(connections),
    `${echo.p50.toFixed(2)} / ${echo.p99.toFixed(2)}`,
    `${indgang.p50.toFixed(2)} / ${indgang.p99.toFixed(2)}`,
    onPostgres ? `${onPostgres.p50.toFixed(2)} / ${onPostgres.p99.toFixed(2)}` : '-',
    `${Math.round(echo.turnsPerSecond)}`,
    `${Math.round(indgang.turnsPerSecond)}`,
    onPostgres ? `${Math.round(onPostgres.turnsPerSecond)}` : '-',
    `${(indgang.p50 / echo.p50).toFixed(2)}`,
  ]);
  const head = [
    'turn',
    'connections',
    'echo p50/p99 ms',
    'Indgang p50/p99 ms',
    'on PostgreSQL',
    'echo/s',
    'Indgang/s',
    'on PostgreSQL',
    'p50 ratio',
  ];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => (row[column] ?? '').length)),
  );
  return [head, ...cells]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'indgang-bench-'));
const connector = await openConnector();
const { postgres, stop } = await openBenchStores();
try {
  const people = join(folder, 'directory.json');
  writeFileSync(people, directory());
  const start = (number: number, settings: Readonly<Record<string, string>> = {}) =>
    startChild(serveCommand(), {
      ...settings,
      PORT: '0',
      INDGANG_DATA: join(folder, `data-${number}`),
      INDGANG_DIRECTORY: people,
    });
  const starts: number[] = [];
  for (let number = 0; number < 5; number++) {
    const child = await start(number);
    starts.push(child.readyMs);
    await child.stop();
  }
  const echo = await startChild(['test/bench/echo-bot.ts'], {});
  const indgang = await start(9);
  const onPostgres = postgres && (await start(10, { DATABASE_URL: postgres.url }));
  const fresh = indgang.memory();
  const rows = await measureTurns(echo, indgang, onPostgres, connector.serviceUrl);
  const figures = {
    turns: rows,
    decisionsPerSecond: benchTriage().decisionsPerSecond,
    readyMs: Math.round(median(starts)),
    memoryMb: {
      started: Math.round(fresh),
      loaded: Math.round(indgang.memory()),
      echo: Math.round(echo.memory()),
    },
  };
  await indgang.stop();
  await onPostgres?.stop();
  await echo.stop();
  process.stdout.write(
    process.argv.includes('--json')
      ? `${JSON.stringify(figures)}\n`
      : `${table(rows)}

triage         ${figures.decisionsPerSecond.toLocaleString('en-GB')} decisions a second on one core
ready in       ${figures.readyMs} ms (median of ${starts.length})
memory         ${figures.memoryMb.started} MB started, ${figures.memoryMb.loaded} MB after the load (echo bot: ${figures.memoryMb.echo} MB)
`,
  );
} finally {
  stop();
  connector.close();
  rmSync(folder, { recursive: true, force: true });
}
