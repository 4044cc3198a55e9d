import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { buildTab } from '../../src/build-tab.ts';
import { launchChromium } from '../support/chromium.ts';

/** Chromium and the built tab, and what every page of it must keep. */

const WIDTHS = [320, 768, 1280];
/** The list of hosts that the Teams library reads. */
export const HOST_LIST = 'https://res.cdn.office.net/teams-js/';
const SCREENS = join(tmpdir(), 'indgang-screens');

/** What pages did that they must not: requests to others, broken policies, errors. */
export const faults: string[] = [];

/** Builds the tab into `tab` of a new folder, and starts Chromium. */
export async function openBrowserWithTab(): Promise<{ readonly folder: string; readonly browser: Browser }> {
  const folder = await mkdtemp(join(tmpdir(), 'indgang-tab-'));
  await mkdir(SCREENS, { recursive: true });
  await buildTab(join(folder, 'tab'));
  return { folder, browser: await launchChromium() };
}

/** Notes what the pages of a context do that they must not. */
export function watch(context: BrowserContext, base: string): void {
  context.on('request', (request) => {
    const url = request.url();
    const own = [base, HOST_LIST, 'https://teams.microsoft.com/indgang-test-host', 'data:', `blob:${base}`];
    if (!own.some((one) => url.startsWith(one))) faults.push(`asks ${url}`);
  });
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text()) && !message.text().includes('frame'))
      faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(`${error.error()}`));
}

/** The page as it is: nothing is cut or scrolls sideways, nobody is shut out; and a picture of it. */
export async function inspect(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const [frame = page.mainFrame()] = page.frames().slice(1);
    const over = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${name} at ${width}`).toBeLessThanOrEqual(0);
    await page.screenshot({
      path: join(SCREENS, `tab-${name}-${width}.png`),
      fullPage: page.frames().length === 1,
    });
  }
  // Polled: on a busy machine axe now and then gets no answer from the frame in time, and misses its heading.
  const violations = async () => {
    const found = await new AxeBuilder({ page }).analyze();
    return found.violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html.slice(0, 200)}`);
  };
  await expect.poll(violations).toEqual([]);
}

/** Opens the tab on the service's machine as one of its people. */
export async function enterTab(
  context: BrowserContext,
  base: string,
  as: string,
  where: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${base}/tab${where}`);
  await page.getByRole('button', { name: as }).click();
  return page;
}

/** `inspect` in each of the three themes that Teams has. */
export async function inspectInThemes(page: Page, name: string): Promise<void> {
  for (const theme of ['default', 'dark', 'contrast']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    await inspect(page, `${name}-${theme}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
