import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTab } from '../../src/build-tab.ts';
import { openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';

/** The tab in Chromium while the service does not answer. */

let folder: string;
let browser: Browser;
let world: TeamsWorld;

beforeAll(async () => {
  if (mayLeaveOut) return;
  folder = await mkdtemp(join(tmpdir(), 'indgang-tab-away-'));
  await buildTab(join(folder, 'tab'));
  browser = await launchChromium();
  world = await openTeamsWorld({ tab: join(folder, 'tab') });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  if (folder) await rm(folder, { recursive: true });
});

const open = async (locale: string): Promise<Page> => (await browser.newContext({ locale })).newPage();
const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

const WORDS = {
  'da-DK': { away: 'Tjenesten svarer ikke', again: 'Prøv igen', who: 'Hvem er du?', figures: 'Tal' },
  'en-GB': {
    away: 'The service does not answer',
    again: 'Try again',
    who: 'Who are you?',
    figures: 'Figures',
  },
} as const;

describe.skipIf(mayLeaveOut)(mayLeaveOut ? `the tab (${withoutBrowser})` : 'the tab', () => {
  it.each([
    ['da-DK', 'nothing'],
    ['en-GB', 'nothing'],
    ['da-DK', 'a gateway’s page'],
  ] as const)(
    'says that the service does not answer, in %s, with a button (%s comes)',
    async (locale, what) => {
      const { away, again, who } = WORDS[locale];
      const page = await open(locale);
      await page.route('**/api/tab/door', (route) =>
        what === 'nothing' ? route.abort() : route.fulfill({ status: 503, body: '<h1>Bad gateway</h1>' }),
      );
      await page.goto(`${world.base}/tab`);
      const alert = page.getByRole('alert');
      await alert.getByText(away).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale.slice(0, 2));
      expect(await violationsOf(page)).toEqual([]);
      const asked = page.waitForRequest('**/api/tab/door');
      await page.getByRole('button', { name: again }).click();
      await asked;
      await alert.getByText(away).waitFor();
      await page.unroute('**/api/tab/door');
      await page.getByRole('button', { name: again }).click();
      await page.getByRole('heading', { name: who }).waitFor();
      await page.context().close();
    },
  );

  it('says so on a page that cannot be read, and reads it again', async () => {
    const { away, again, figures } = WORDS['da-DK'];
    const page = await open('da-DK');
    await page.route('**/api/tab/figures**', (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.goto(`${world.base}/tab#/figures`);
    await page.getByRole('button', { name: 'Anna Holm' }).click();
    await page.getByRole('status').getByText(away).waitFor();
    // The page tries again by itself as well, after which the button is gone.
    await page.getByRole('button', { name: again }).click();
    await page.unroute('**/api/tab/figures**');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await page.getByText(away).count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1, name: figures }).count()).toBe(1);
    await page.context().close();
  });
});
