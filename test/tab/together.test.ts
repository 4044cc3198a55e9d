import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { enterTab, openBrowserWithTab } from './browser-with-tab.ts';

/** Two people on one case at once, and a connection that is lost for a minute in the middle of the work. */

let folder: string;
let browser: Browser;
let world: TeamsWorld;
let caseId: string;

beforeAll(async () => {
  if (mayLeaveOut) return;
  ({ folder, browser } = await openBrowserWithTab());
  world = await openTeamsWorld({ tab: join(folder, 'tab') });
  const context = await browser.newContext({ locale: 'da-DK' });
  const eva = await enterTab(context, world.base, 'Eva Lund', '#/desk');
  await eva
    .getByLabel('Skriv, hvad du hører')
    .fill('25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234');
  await eva.keyboard.press('Enter');
  await eva
    .getByRole('button', { name: /^Opret/ })
    .first()
    .press('Enter');
  await eva
    .getByText(/er oprettet/)
    .first()
    .waitFor();
  const [found] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 1));
  caseId = found?.id ?? '';
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  if (folder) await rm(folder, { recursive: true });
});

const kase = () => world.service.unitOfWork.read((stores) => stores.cases.get(caseId));

async function open(context: BrowserContext, as: string): Promise<Page> {
  const page = await enterTab(context, world.base, as, `#/case/${caseId}`);
  await page
    .locator('.panel')
    .getByRole('heading', { name: /Hansen VVS/ })
    .waitFor();
  return page;
}

/** Presses "Prøv igen", unless the board has found its connection again by itself and taken the button away. */
async function tryAgain(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: 'Prøv igen' });
  if (await again.isVisible())
    await again.dispatchEvent('click', {}, { timeout: 1_000 }).catch(() => undefined);
}

const title = mayLeaveOut ? `the tab (${withoutBrowser})` : 'the tab';

describe.skipIf(mayLeaveOut)(title, () => {
  it('tells the second of two who press at once who was faster, and gives the case to the first alone', async () => {
    const context = await browser.newContext({ locale: 'da-DK' });
    const [dan, carla] = [await open(context, 'Dan Ravn'), await open(context, 'Carla Winther')];
    // Carla's page does not hear of it before she presses.
    await carla.route('**/api/tab/board**', (route) => route.abort());
    await dan.locator('.panel').getByRole('button', { name: 'Overtag' }).press('Enter');
    await expect.poll(async () => (await kase())?.assignee?.name).toBe('Dan Ravn');
    await carla.locator('.panel').getByRole('button', { name: 'Overtag' }).press('Enter');
    await carla
      .locator('.panel .callout')
      .getByText(/Dan Ravn/)
      .first()
      .waitFor();
    expect((await kase())?.assignee?.name).toBe('Dan Ravn');
    // It stays there when the board has told of it as well.
    await carla.unroute('**/api/tab/board**');
    const told = carla.waitForResponse('**/api/tab/board**');
    await tryAgain(carla);
    await told;
    await carla.getByRole('link', { name: /Hansen VVS/ }).waitFor();
    await carla.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await carla.locator('.panel .callout').allInnerTexts()).toContainEqual(
      expect.stringContaining('Dan Ravn'),
    );
    await context.close();
  });

  it('keeps what is typed on a case through a minute without a connection, and sends it once', async () => {
    const context = await browser.newContext({ locale: 'da-DK' });
    const dan = await enterTab(context, world.base, 'Dan Ravn', '#/');
    await dan.clock.install();
    await dan.getByRole('link', { name: /Hansen VVS/ }).click();
    const panel = dan.locator('.panel');
    await panel.getByRole('button', { name: /^Tilføj henvendelse/ }).click();
    const typed = panel.locator('form textarea').first();
    await typed.fill('Ringede igen om pumpen');
    await context.setOffline(true);
    await panel.locator('form button[type=submit]').press('Enter');
    await dan
      .getByRole('status')
      .getByText(/Ingen forbindelse/)
      .waitFor();
    await dan.clock.runFor(60_000);
    expect(await typed.inputValue()).toBe('Ringede igen om pumpen');
    await context.setOffline(false);
    await tryAgain(dan);
    await panel
      .getByText(/Ringede igen om pumpen/)
      .first()
      .waitFor();
    expect((await kase())?.contacts.filter(({ text }) => text === 'Ringede igen om pumpen')).toHaveLength(1);
    expect(await dan.getByText(/Ingen forbindelse/).count()).toBe(0);
    await context.close();
  });
});
