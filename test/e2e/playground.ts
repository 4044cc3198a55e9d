import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { asPerson } from '../../src/demo/playground-config.ts';
import { ahead, environmentAt } from '../support/clock.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Where the pictures are put that people look at. */
export const SCREENS = join(tmpdir(), 'indgang-screens');

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** A program that was started, and what it has said. */
interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
}

function start(script: readonly string[], environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [...script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let said = '';
  const listen = (data: Buffer) => {
    said += data.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return { child, said: () => said };
}

async function until(what: string, holds: () => Promise<boolean>, started: Started): Promise<void> {
  for (let tries = 0; tries < 160; tries++) {
    if (started.child.exitCode !== null) break;
    if (await holds()) return;
    await sleep(250);
  }
  throw new Error(`${what} did not start:\n${started.said()}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** Playgrounds of several people, each a client of the same service. */
export interface Playgrounds {
  /** Opens one with somebody in front of the screen; returns its address. */
  open(person: string): Promise<string>;
  stop(): Promise<void>;
}

/** `npm start` on ports of its own, with a store that is thrown away, and Playgrounds of further people. */
export interface Product {
  /** What `npm start` printed as the one address to open. */
  readonly address: string;
  /** Another person's Playground on the same service; returns its address. */
  addPerson(id: string): Promise<string>;
  stop(): Promise<void>;
}

/** A file with the configuration in which somebody else sits in front of the screen. */
function configurationOf(person: string, folder: string): string {
  const configuration = asPerson(readFileSync(join(ROOT, '.m365agentsplayground.yml'), 'utf8'), person);
  if (configuration === undefined) throw new Error(`The Playground's configuration has no ${person}`);
  const path = join(folder, `${person}.yml`);
  writeFileSync(path, configuration);
  return path;
}

async function end({ child }: Started): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(5_000)]);
  child.kill('SIGKILL');
}

/** Playgrounds of the service that listens on `port`; `folder` takes their configurations. */
export function playgroundsOn(port: number, folder: string): Playgrounds {
  mkdirSync(SCREENS, { recursive: true });
  const open: Started[] = [];
  const packaged = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
  const cli = join(dirname(packaged), 'cli.js');
  return {
    async open(person) {
      const own = await freePort();
      const address = `http://localhost:${own}`;
      const endpoint = `http://127.0.0.1:${port}/api/messages`;
      const one = start([cli, 'start', '-c', 'msteams', '--dt', '-p', String(own), '-e', endpoint], {
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: configurationOf(person, folder),
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, `${person}.log`),
      });
      open.push(one);
      await until(`The Playground of ${person}`, () => answers(address), one);
      return address;
    },
    async stop() {
      await Promise.all(open.map(end));
    },
  };
}

export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'indgang-e2e-'));
  const port = await freePort();
  const playgroundPort = await freePort();
  const product = start(['src/start.ts'], {
    PORT: String(port),
    PLAYGROUND_PORT: String(playgroundPort),
    INDGANG_DATA: folder,
    ...environmentAt(ahead('2026-11-24T09:05:00Z')),
  });
  await until('The product', async () => product.said().includes('Open http'), product);
  const others = playgroundsOn(port, folder);
  return {
    address: /Open (http:\S+)/.exec(product.said())?.[1] ?? '',
    addPerson: (id) => others.open(id),
    async stop() {
      await others.stop();
      await end(product);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tries to type, or to send, one line. */
const TRIES = 10;

/** Somebody in front of the Playground. */
export class Somebody {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async sitsDown(browser: Browser, address: string): Promise<Somebody> {
    // The check of accessibility needs a context of its own.
    const context = await browser.newContext({ viewport: { width: 1400, height: 1100 } });
    const page = await context.newPage();
    // The limit is on what hangs, so a busy machine must not reach it.
    page.setDefaultTimeout(90_000);
    await page.goto(address);
    const one = new Somebody(page);
    await one.card('Hej, jeg er Indgang').waitFor();
    return one;
  }

  /** The lowest card that says something, and something else where that is given. */
  card(text: string | RegExp, also: string | RegExp = ''): Locator {
    return this.page.locator('.ac-adaptiveCard').filter({ hasText: text }).filter({ hasText: also }).last();
  }

  async says(text: string): Promise<void> {
    // A card has boxes too.
    const box = this.page.locator(':is([contenteditable=true], textarea):not(.ac-adaptiveCard *)').first();
    const held = async () =>
      (await box.evaluate((one) => (one instanceof HTMLTextAreaElement ? one.value : one.textContent))) ?? '';
    // The Playground redraws the box at times, and what is typed meanwhile goes nowhere.
    for (let tries = 0; !(await held()).includes(text); tries++) {
      if (tries === TRIES) throw new Error(`The box does not hold what was typed: ${await held()}`);
      await box.click();
      await this.page.keyboard.press('ControlOrMeta+A');
      await this.page.keyboard.type(text);
    }
    for (let tries = 0; (await held()).includes(text); tries++) {
      if (tries === TRIES) throw new Error(`The box still holds: ${await held()}`);
      await this.page.keyboard.press('Enter');
      await this.page.waitForTimeout(200);
    }
  }

  /** Says something to the bot where it hears only its name. */
  async mentions(text: string): Promise<void> {
    // What the client itself makes of a chosen name.
    await this.says(`<at>Indgang</at> ${text}`);
  }

  async opens(place: string): Promise<void> {
    await this.page.getByText(place, { exact: true }).first().click();
    const isChat = ['Personal Chat', 'LES Aarhus'].includes(place);
    // Only a channel has posts.
    await this.page.getByText('Start a new post').waitFor({ state: isChat ? 'hidden' : 'visible' });
    await this.page.waitForTimeout(400);
  }

  async picture(name: string): Promise<void> {
    // The Playground scrolls and fades in.
    await this.page.waitForTimeout(300);
    await this.page.screenshot({ path: join(SCREENS, `${name}.png`) });
  }
}
