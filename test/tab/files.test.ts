import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Download, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import { openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { type Entra, openEntra } from '../support/entra.ts';
import { faults, HOST_LIST, inspect, openBrowserWithTab, watch } from './browser-with-tab.ts';
import { changeTheme, openInHost } from './teams-host.ts';

/** Files that are saved from the figures within the frame of Teams, where no address may say who one is. */

const APP_ID = '11111111-2222-3333-4444-555555555555';
/** Anna Holm, who coordinates LES Viborg. */
const ANNA =
  DEMO_PEOPLE.find(({ id }) => id === 'anna-holm')
    ?.identities[0]?.split(':')
    .at(-1) ?? '';
const title = mayLeaveOut ? `files in a frame of Teams (${withoutBrowser})` : 'files in a frame of Teams';

describe.skipIf(mayLeaveOut)(title, () => {
  let folder: string;
  let browser: Browser;
  let world: TeamsWorld;
  let entra: Entra;
  let context: BrowserContext;
  let page: Page;
  let tab: Frame;
  const asked: string[] = [];

  beforeAll(async () => {
    ({ folder, browser } = await openBrowserWithTab());
    await writeFile(join(folder, 'people.json'), JSON.stringify({ people: DEMO_PEOPLE }));
    entra = await openEntra(APP_ID, DEMO_TENANT, () => world.clock.now());
    world = await openTeamsWorld(
      { tab: join(folder, 'tab') },
      {
        settings: {
          INDGANG_DIRECTORY: join(folder, 'people.json'),
          MICROSOFT_APP_ID: APP_ID,
          MICROSOFT_APP_PASSWORD: 'app-password',
          MICROSOFT_APP_TENANT_ID: DEMO_TENANT,
          MICROSOFT_LOGIN_URL: entra.base,
        },
      },
    );
    context = await browser.newContext();
    watch(context, world.base);
    context.on('request', (request) => asked.push(request.url()));
    await context.route(`${HOST_LIST}**`, (route) => route.abort());
    const token = () => entra.token(ANNA);
    const settings = { theme: 'default', locale: 'da-dk', token, subPage: 'figures' } as const;
    ({ page, tab } = await openInHost(context, `${world.base}/tab`, settings));
    await tab.getByRole('heading', { name: 'Hent som fil' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    await entra?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  /** Presses a button of a file; what is saved. */
  async function saved(name: string): Promise<Download> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name }).click(),
    ]);
    await tab.getByText(`Gemt som ${download.suggestedFilename()}.`).waitFor();
    return download;
  }

  it.each([
    ['CSV Det, der vises her', /^tal-les-791-.*\.csv$/],
    ['Excel Det, der vises her', /^tal-les-791-.*\.xlsx$/],
    ['Til udskrift Årsopgørelse', /^aarsopgoerelse-les-791-2026\.html$/],
    ['Excel Dialogmøde', /^dialogmoede-les-791-2026-K4\.xlsx$/],
  ])('saves %s', async (name, file) => {
    const download = await saved(name);
    expect(download.suggestedFilename()).toMatch(file);
    expect((await readFile(await download.path())).length).toBeGreaterThan(200);
  });

  it('names the person in no address', () => {
    const own = asked.filter((url) => url.includes('/api/tab/'));
    expect(own.some((url) => url.includes('format='))).toBe(true);
    for (const url of own) expect(url).not.toMatch(/token|eyJ/);
  });

  it('fits every width and theme, and shuts nobody out', async () => {
    for (const theme of ['dark', 'contrast', 'default'] as const) {
      await changeTheme(page, theme);
      await expect.poll(() => tab.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
      await inspect(page, `files-${theme}`);
    }
  });

  it('asks nobody else for anything, and keeps its own policy', () => {
    expect(faults.splice(0)).toEqual([]);
  });
});
