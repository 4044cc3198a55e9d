import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { buildTab } from '../../src/build-tab.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { chromiumPath, launchChromium } from '../support/chromium.ts';

/**
 * `npm run lighthouse`: every page of the tab on loopback, served as in production. First how long until it can be used, in
 * Chromium with an empty cache (goal: 1 s, the median of five), then Lighthouse's scores for a phone on a slow network and for a
 * desktop (goal: 95 for performance and for accessibility). A goal missed ends with 1. Lighthouse is fetched by npm when it is
 * needed: with its 85 packages it is too large to be installed with everything else.
 */

const LIGHTHOUSE = 'lighthouse@13.5.0';
const GOAL_MS = 1_000;
const GOAL_SCORE = 95;
const RUNS = 5;
const PERSON = 'Dan Ravn';

/** The pages by their addresses, each with what it shows when it can be used. */
const PAGES = [
  ['', '.board .row'],
  ['desk', '#desk-line'],
  ['figures', '.view'],
  ['rules', '.rules dl'],
  ['rules/settings', '.row'],
  ['case', '.panel article'],
] as const;

/** Runs in the page: chooses the person, whom the address cannot name, and notes when the page shows what it is for. */
const CHOOSE = `
const ready = new URLSearchParams(location.search).get('ready');
const look = () => {
  const person = [...document.querySelectorAll('.people button')].find((one) => one.textContent.startsWith('${PERSON}'));
  if (person) person.click();
  if (ready && window.usableAt === undefined && document.querySelector(ready))
    requestAnimationFrame(() => requestAnimationFrame(() => { window.usableAt ??= performance.now(); }));
};
new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
look();
`;

const LINES = [
  '25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234',
  '99101547 vil eksportere kajakker til Tyskland, Ida Bro 51223344',
  '99101547 søger kvalificeret arbejdskraft, Ida Bro 51223344',
];

const report = z.object({
  categories: z.object({
    performance: z.object({ score: z.number() }),
    accessibility: z.object({ score: z.number() }),
  }),
  audits: z.record(z.string(), z.looseObject({ title: z.string(), score: z.number().nullable() })),
});

const folder = mkdtempSync(join(tmpdir(), 'indgang-lighthouse-'));
let missed = false;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The data of the first button that sends the case. */
function confirmationIn(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('verb' in value && value.verb === 'intake.confirm') return value;
  for (const inner of Object.values(value)) {
    const found = confirmationIn(inner);
    if (found) return found;
  }
  return undefined;
}

/** The service with a few cases. */
async function openService() {
  await buildTab(join(folder, 'tab'));
  const service = await compose(readConfig({ INDGANG_DATA: join(folder, 'data') }), {
    tab: join(folder, 'tab'),
    log: () => undefined,
  });
  const port = await service.server.listen(0, '127.0.0.1');
  const base = `http://127.0.0.1:${port}`;
  const turn = async (key: string, payload: object) => {
    const response = await fetch(`${base}/api/tab/turn`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-indgang-person': 'dan-ravn' },
      body: JSON.stringify({ key, payload }),
    });
    return z
      .object({ views: z.array(z.looseObject({ caseId: z.string().optional() })) })
      .parse(await response.json());
  };
  let caseId = '';
  for (const [at, text] of LINES.entries()) {
    const { views } = await turn(`lighthouse-log-${at}`, { verb: 'open.log', text });
    const confirmed = await turn(`lighthouse-send-${at}`, confirmationIn(views) ?? {});
    caseId = confirmed.views.map((view) => view.caseId).find((id) => id) ?? caseId;
  }
  if (caseId === '') throw new Error('no case was logged');
  return { service, base, caseId };
}

/** The service's pages, with the script that chooses somebody. */
async function openGate(base: string) {
  const { port } = new URL(base);
  const gate = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', base);
    if (pathname === '/tab/choose.js') {
      answer.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'max-age=31536000' });
      answer.end(CHOOSE);
      return;
    }
    const { method, url: path, headers } = asked;
    const isPage = pathname === '/tab';
    const own = isPage ? { ...headers, 'accept-encoding': 'identity' } : headers;
    const onwards = request({ port, host: '127.0.0.1', method, path, headers: own }, (found) => {
      if (!isPage) {
        answer.writeHead(found.statusCode ?? 502, found.headers);
        found.pipe(answer);
        return;
      }
      const chunks: Buffer[] = [];
      found.on('data', (chunk: Buffer) => chunks.push(chunk));
      found.on('end', () => {
        const page = Buffer.concat(chunks).toString();
        const { 'content-length': _, ...kept } = found.headers;
        answer.writeHead(found.statusCode ?? 502, kept);
        answer.end(page.replace('</head>', '<script type="module" src="/tab/choose.js"></script></head>'));
      });
    });
    onwards.on('error', () => answer.destroy());
    asked.pipe(onwards);
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  const address = gate.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return { gate, address: `http://127.0.0.1:${address.port}` };
}

/** Milliseconds from asking for a page to its first paint and until it can be used: the medians. */
async function timesOf(url: string): Promise<{ readonly paint: number; readonly usable: number }> {
  const browser = await launchChromium();
  const all: { paint: number; usable: number }[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const context = await browser.newContext({ locale: 'da-DK' });
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForFunction(() => 'usableAt' in window);
      all.push(
        await page.evaluate(() => ({
          paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
          usable: (window as unknown as { usableAt: number }).usableAt,
        })),
      );
      await context.close();
    }
  } finally {
    await browser.close();
  }
  const median = (values: readonly number[]) =>
    values.toSorted((one, other) => one - other)[RUNS >> 1] ?? Number.NaN;
  return { paint: median(all.map(({ paint }) => paint)), usable: median(all.map(({ usable }) => usable)) };
}

/** What Lighthouse says of a page, and which audits are not met in full. */
function scoresOf(url: string, desktop: boolean) {
  const file = join(folder, 'report.json');
  const flags = [
    '--output=json',
    `--output-path=${file}`,
    '--quiet',
    '--only-categories=performance,accessibility',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    '--no-enable-error-reporting',
    ...(desktop ? ['--preset=desktop'] : []),
  ];
  execFileSync('npm', ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', url, ...flags], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROME_PATH: chromiumPath },
  });
  const { categories, audits } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const percent = (score: number) => Math.round(score * 100);
  return {
    performance: percent(categories.performance.score),
    accessibility: percent(categories.accessibility.score),
    missing: Object.entries(audits).flatMap(([id, { score }]) =>
      score !== null && score < 0.9 ? [`${id} ${score}`] : [],
    ),
  };
}

const goal = (isMet: boolean) => {
  missed ||= !isMet;
  return isMet ? '' : '  <-- goal missed';
};

const { service, base, caseId } = await openService();
const { gate, address } = await openGate(base);
try {
  say(`load ${loadavg()[0]?.toFixed(1)} on this machine`);
  const pages = PAGES.map(([page, ready]) => ({
    page: page || 'board',
    url: `${address}/tab?ready=${encodeURIComponent(ready)}#/${page === 'case' ? `case/${caseId}` : page}`,
  }));
  for (const { page, url } of pages) {
    const { paint, usable } = await timesOf(url);
    say(
      `${page.padEnd(16)} painted after ${paint.toFixed(0)} ms, usable after ${usable.toFixed(0)} ms${goal(usable < GOAL_MS)}`,
    );
  }
  for (const desktop of [false, true])
    for (const { page, url } of pages) {
      const { performance, accessibility, missing } = scoresOf(url, desktop);
      const isMet = performance >= GOAL_SCORE && accessibility >= GOAL_SCORE;
      say(
        `${page.padEnd(16)} ${desktop ? 'desktop' : 'phone  '}  performance ${performance}, accessibility ${accessibility}${goal(isMet)}  ${missing.join(', ')}`,
      );
    }
} finally {
  gate.closeAllConnections();
  gate.close();
  await service.close();
  rmSync(folder, { recursive: true });
}
process.exit(missed ? 1 : 0);
