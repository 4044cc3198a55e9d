import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import { openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { type Entra, openEntra } from '../support/entra.ts';
import { enterTab, faults, HOST_LIST, inspect, openBrowserWithTab, watch } from './browser-with-tab.ts';
import { askedOf, changeTheme, openInHost, pressSave } from './teams-host.ts';

/** The tab in Chromium: outside Teams on the service's machine, and in a host page that speaks Teams' protocol. */

const APP_ID = '11111111-2222-3333-4444-555555555555';

let folder: string;
let browser: Browser;

beforeAll(async () => {
  if (mayLeaveOut) return;
  ({ folder, browser } = await openBrowserWithTab());
  await writeFile(join(folder, 'people.json'), JSON.stringify({ people: DEMO_PEOPLE }));
});
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

const title = (what: string) => (mayLeaveOut ? `${what} (${withoutBrowser})` : what);

describe.skipIf(mayLeaveOut)(title('the tab in a browser on the service’s machine'), () => {
  let world: TeamsWorld;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    world = await openTeamsWorld({ tab: join(folder, 'tab') });
    context = await browser.newContext({ locale: 'da-DK' });
    watch(context, world.base);
    page = await context.newPage();
  });
  afterAll(async () => {
    await context?.close();
    await world?.close();
  });

  const enter = (as: string, where = '') => enterTab(context, world.base, as, where);

  it('asks who one is, and shows the board of their office', async () => {
    await page.goto(`${world.base}/tab`);
    await page.getByRole('heading', { name: 'Hvem er du?' }).waitFor();
    await inspect(page, 'who');
    await page.getByRole('button', { name: 'Eva Lund' }).click();
    await page.getByRole('heading', { name: 'Afventer os' }).waitFor();
    await inspect(page, 'board-empty');
  });

  it('takes a call from the first key to the sent case with three keys beyond the line, without the mouse', async () => {
    await page.goto(`${world.base}/tab#/desk`);
    const line = page.getByLabel('Skriv, hvad du hører');
    await expect.poll(() => line.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('99101547 vil vide hvordan man får patent på en ny kajak, Ida Bro 51 22 33 44');
    await page.keyboard.press('Enter');
    await page.getByText('Gudenåens Kajak').first().waitFor();
    // The focus stands before the buttons of the three bases, of which none is nudged; what was typed still stands.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^Opret.*Annuller$/);
    expect(await line.inputValue()).toContain('patent');
    await inspect(page, 'desk-understood');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page
      .getByText(/er oprettet/)
      .first()
      .waitFor();
    await expect.poll(() => line.inputValue()).toBe('');
    await expect.poll(() => line.evaluate((input) => input === document.activeElement)).toBe(true);
    await inspect(page, 'desk-sent');
  });

  it('opens a case beside the board, and works on it in place', async () => {
    await page.goto(`${world.base}/tab#/`);
    await page.getByRole('link', { name: /Gudenåens Kajak/ }).click();
    await page.getByRole('heading', { name: /Gudenåens Kajak/ }).waitFor();
    await inspect(page, 'case');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('searchbox').fill('kajak');
    await page.getByRole('button', { name: 'Søg' }).click();
    await page.getByRole('heading', { name: /Gudenåens Kajak/ }).waitFor();
  });

  it('shows which rule decides by facts that are chosen', async () => {
    await page.goto(`${world.base}/tab#/rules`);
    await page.getByLabel('Hvad har de brug for?').selectOption('premises-sites');
    await page.getByText(/^Ejer$/).waitFor();
    await inspect(page, 'rules');
  });

  it('shows the figures to a coordinator, and says to others whose they are', async () => {
    const dan = await enter('Dan Ravn', '#/figures');
    await dan.getByText('Definition og udvikling').first().click();
    await inspect(dan, 'figures');
    await dan.close();
    await page.goto(`${world.base}/tab#/figures`);
    await page
      .getByText(/koordinator/i)
      .first()
      .waitFor();
  });

  it('tells the second of two who was faster, and keeps what they are typing', async () => {
    const [dan, carla] = [await enter('Dan Ravn'), await enter('Carla Winther')];
    for (const one of [dan, carla]) {
      await one.getByRole('link', { name: /Gudenåens Kajak/ }).click();
      await one.getByRole('heading', { name: /Gudenåens Kajak/ }).waitFor();
    }
    await carla.getByRole('button', { name: /^Tilføj henvendelse/ }).click();
    const typed = carla.locator('.panel form textarea').first();
    await typed.fill('Ringede igen om kajakken');
    await dan.getByRole('button', { name: /^Tildel/ }).click();
    const form = dan.locator('.panel form');
    const choice = form.locator('select');
    if ((await choice.count()) > 0) await choice.selectOption({ label: 'Dan Ravn' });
    else await form.locator('input').first().fill('Dan Ravn');
    await form.locator('button[type=submit]').click();
    await dan
      .getByText(/Erhvervshus Midtjylland, Dan Ravn/)
      .first()
      .waitFor();
    await carla.getByText('Sagen er ændret, siden du åbnede den.').waitFor();
    expect(await typed.inputValue()).toBe('Ringede igen om kajakken');
    await carla.getByRole('button', { name: 'Vis den aktuelle udgave' }).click();
    await carla
      .locator('.panel')
      .getByText(/Dan Ravn/)
      .first()
      .waitFor();
    await dan.close();
    await carla.close();
  });

  it('loses nothing that was typed while there is no connection, and sends it once when it is back', async () => {
    const eva = await enter('Eva Lund', '#/desk');
    const line = eva.getByLabel('Skriv, hvad du hører');
    await line.fill('25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234');
    await context.setOffline(true);
    await eva.keyboard.press('Enter');
    await eva.getByText(/Ingen forbindelse/).waitFor();
    expect(await line.inputValue()).toContain('patent på en ny pumpe');
    await inspect(eva, 'offline');
    await context.setOffline(false);
    await eva.getByRole('button', { name: 'Prøv igen' }).click();
    await eva.getByText('Hansen VVS').first().waitFor();
    expect(await eva.getByText(/Ingen forbindelse/).count()).toBe(0);
    await eva.close();
  });

  it('weighs less than 60 KB when it is first opened, the Teams library aside', async () => {
    const built = join(folder, 'tab');
    const scripts = (await readdir(join(built, 'assets'))).filter((name) => name.startsWith('index-'));
    const first = ['index.html', ...scripts.map((name) => join('assets', name))];
    const files = await Promise.all(first.map((name) => readFile(join(built, name))));
    expect(files.reduce((sum, file) => sum + gzipSync(file).length, 0)).toBeLessThan(60_000);
    // The page has its style with it, and one script.
    expect(String(files[0])).toContain('<style>');
    expect(scripts).toHaveLength(1);
  });

  it('asks nobody else for anything, and keeps its own policy', () => {
    expect(faults.splice(0)).toEqual([]);
  });
});

describe.skipIf(mayLeaveOut)(title('the tab in Teams'), () => {
  let world: TeamsWorld;
  let entra: Entra;
  let context: BrowserContext;

  beforeAll(async () => {
    const now = () => world.clock.now();
    entra = await openEntra(APP_ID, DEMO_TENANT, now);
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
    await context.route(`${HOST_LIST}**`, (route) => route.abort());
  });
  afterAll(async () => {
    await context?.close();
    await world?.close();
    await entra?.close();
  });

  /** A case that is logged at the desk. */
  async function caseOfHansen() {
    const settings = { theme: 'default', locale: 'da-dk', token: eva, subPage: 'desk' } as const;
    const { page, tab } = await openInHost(context, `${world.base}/tab`, settings);
    const line = tab.getByLabel('Skriv, hvad du hører');
    await line.fill('25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234');
    await line.press('Enter');
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^Opret.*Annuller$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tab
      .getByText(/er oprettet/)
      .first()
      .waitFor();
    await page.close();
    const cases = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
    const found = cases.at(-1);
    if (!found) throw new Error('there is no case yet');
    return found;
  }

  const eva = () => entra.token('00000000-0000-0000-0000-000000000024');

  it.each([
    ['default', 'da-dk', 'Afventer os'],
    ['dark', 'da-dk', 'Afventer os'],
    ['contrast', 'da-dk', 'Afventer os'],
  ] as const)('signs in by itself in the theme %s, language %s', async (theme, locale, heading) => {
    const { page, tab } = await openInHost(context, `${world.base}/tab`, { theme, locale, token: eva });
    await tab.getByRole('heading', { name: heading }).waitFor();
    expect(await tab.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    await inspect(page, `teams-${theme}`);
    for (const chosen of ['contrast', 'dark', 'default'] as const) {
      await changeTheme(page, chosen);
      await expect.poll(() => tab.evaluate(() => document.documentElement.dataset.theme)).toBe(chosen);
    }
    await page.close();
  });

  it('keeps what was typed when the sign-in ends in mid-work, and goes on with a new token', async () => {
    let token = eva;
    const settings = { theme: 'default', locale: 'da-dk', token: () => token(), subPage: 'desk' } as const;
    const { page, tab } = await openInHost(context, `${world.base}/tab`, settings);
    const line = tab.getByLabel('Skriv, hvad du hører');
    await line.fill('25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234');
    token = () => entra.token('00000000-0000-0000-0000-000000000024', { claims: { exp: 1 } });
    await line.press('Enter');
    await tab.getByText(/Din adgang er udløbet/).waitFor();
    expect(await line.inputValue()).toContain('patent');
    token = eva;
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    await tab.getByText('Hansen VVS').first().waitFor();
    await page.close();
  });

  it.each([
    ['da-dk', 'Tavle', 'Indgang i kanalen'],
    ['en-gb', 'Board', 'Indgang in the channel'],
  ])('is added to a channel with one press of Save, in %s', async (locale, name, heading) => {
    const settings = { theme: 'default', locale, token: eva, frameContext: 'settings' } as const;
    const { page, tab } = await openInHost(context, `${world.base}/tab`, settings);
    await tab.getByRole('heading', { name: heading }).waitFor();
    await inspect(page, `setup-${locale}`);
    await expect.poll(() => askedOf(page, 'settings.setValidityState')).toEqual([[true]]);
    await pressSave(page);
    await expect.poll(() => askedOf(page, 'settings.save.success')).toHaveLength(1);
    const contentUrl = `${world.base}/tab`;
    expect(await askedOf(page, 'settings.setSettings')).toEqual([
      [{ entityId: 'board', suggestedDisplayName: name, contentUrl, websiteUrl: contentUrl }],
    ]);
    await page.close();
  });

  it('leads from a case to the chat with it typed, and to a link for a colleague', async () => {
    const { id } = await caseOfHansen();
    const settings = { theme: 'default', locale: 'da-dk', token: eva, subPage: `case/${id}` } as const;
    const { page, tab } = await openInHost(context, `${world.base}/tab`, settings);
    await tab.getByRole('button', { name: 'Åbn sagen i chatten' }).click();
    await expect.poll(() => askedOf(page, 'executeDeepLink')).toHaveLength(1);
    const [[link] = []] = await askedOf(page, 'executeDeepLink');
    const address = new URL(String(link));
    expect([address.pathname, ...address.searchParams.values()]).toEqual([
      '/l/chat/0/0',
      `28:${APP_ID}`,
      `sag ${id}`,
    ]);
    await tab.getByRole('button', { name: 'Del link til sagen' }).click();
    await expect.poll(() => askedOf(page, 'shareDeepLink')).toEqual([[`case/${id}`, id, undefined]]);
    await inspect(page, 'teams-case');
    await page.close();
  });

  it('never stays white in a plain browser: it says where it opens', async () => {
    const page = await context.newPage();
    await page.goto(`${world.base}/tab`);
    await page.getByText(/i Teams|in Teams/).waitFor();
    await page.close();
  });

  it('asks nobody else for anything, and keeps its own policy', () => {
    expect(faults.splice(0)).toEqual([]);
  });
});
