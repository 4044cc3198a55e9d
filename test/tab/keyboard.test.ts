import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { openBrowserWithTab } from './browser-with-tab.ts';

/** The tab without a mouse: where the focus goes after each step, and what a screen reader is told. */

let folder: string;
let browser: Browser;
let world: TeamsWorld;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  if (mayLeaveOut) return;
  ({ folder, browser } = await openBrowserWithTab());
  world = await openTeamsWorld({ tab: join(folder, 'tab') });
  context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** What has the focus: its words, or its name where it has none. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return 'nothing';
    const label = document.querySelector(`label[for="${activeElement.id}"]`)?.textContent;
    const named =
      activeElement instanceof HTMLFieldSetElement ? null : activeElement.getAttribute('aria-label');
    return (named ?? label ?? activeElement.textContent ?? '').trim();
  });
const expectFocus = (words: string | RegExp) => expect.poll(focused).toMatch(words);
const said = () => page.locator('[role=status]').allTextContents();
/** Presses Tab until something has the focus. */
async function tabTo(words: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (words.test(now)) return;
    passed.push(now);
  }
  throw new Error(`no ${words} among ${passed.join(' | ')}`);
}

describe.skipIf(mayLeaveOut)(mayLeaveOut ? `the tab (${withoutBrowser})` : 'the tab by the keyboard', () => {
  it('begins with the page of whoever was chosen, and comes back to the choice', async () => {
    await page.goto(`${world.base}/tab`);
    await tabTo(/^Eva Lund/);
    await page.keyboard.press('Enter');
    await expectFocus('Tavle');
    await tabTo(/^Skift person$/);
    await page.keyboard.press('Enter');
    await expectFocus('Hvem er du?');
    await tabTo(/^Dan Ravn/);
    await page.keyboard.press('Enter');
    await expectFocus('Tavle');
    expect(await page.title()).toBe('Tavle – Indgang');
  });

  it('skips what stands above every page', async () => {
    await page.reload();
    await tabTo(/^Dan Ravn/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Afventer os' }).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Tab');
    await tabTo(/^Spring til indholdet$/);
    expect(await page.getByRole('button', { name: 'Spring til indholdet' }).boundingBox()).toMatchObject({
      y: expect.toSatisfy((y: number) => y >= 0),
    });
    await page.keyboard.press('Enter');
    await expectFocus('Tavle');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
  });

  it('goes to the heading of each page that is opened, and to the line of the desk', async () => {
    for (const [link, heading] of [
      ['Tal', 'Tal'],
      ['Regler', 'Regler'],
      ['Telefonlinje', 'Skriv, hvad du hører'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: link }).focus();
      await page.keyboard.press('Enter');
      await expectFocus(heading);
      await expect.poll(() => page.title()).toBe(`${link} – Indgang`);
    }
  });

  it('stays with the line when what was read has nothing to press, and follows what has', async () => {
    await page.keyboard.type('hej');
    await page.keyboard.press('Enter');
    await page.locator('.beside article').first().waitFor();
    expect(await focused()).not.toBe('nothing');
    await page
      .getByLabel('Skriv, hvad du hører')
      .fill('99101547 vil vide hvordan man får patent på en ny kajak, Ida Bro 51 22 33 44');
    await page.keyboard.press('Enter');
    await page.getByText('Gudenåens Kajak').first().waitFor();
    await expectFocus(/^Opret/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page
      .getByText(/er oprettet/)
      .first()
      .waitFor();
    await expectFocus('Skriv, hvad du hører');
  });

  it('opens a case, works on it, and comes back to its line on the board', async () => {
    await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Tavle' }).focus();
    await page.keyboard.press('Enter');
    await expectFocus('Tavle');
    await tabTo(/Gudenåens Kajak/);
    await page.keyboard.press('Enter');
    await expectFocus(/^sag [0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await page.locator('.panel h2').first().waitFor();
    await expect.poll(said).toContainEqual(expect.stringContaining('Gudenåens Kajak'));

    // A form that is opened takes the focus, and gives it back when it is closed.
    await tabTo(/^Tildel/);
    const opener = await focused();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await expectFocus(opener);

    // What was pressed is gone with the answer: the focus is where the answer begins, and it is said.
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true);
    const form = page.locator('.panel form');
    const choice = form.locator('select');
    if ((await choice.count()) > 0) await choice.selectOption({ label: 'Dan Ravn' });
    else await form.locator('input').first().fill('Dan Ravn');
    await form.locator('button[type=submit]').focus();
    await page.keyboard.press('Enter');
    await page
      .getByText(/Erhvervshus Midtjylland, Dan Ravn/)
      .first()
      .waitFor();
    await expectFocus(/Gudenåens Kajak/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');

    await page.keyboard.press('Shift+Tab');
    await page.locator('.panel .close').focus();
    await page.keyboard.press('Enter');
    await expectFocus(/Gudenåens Kajak/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
  });

  it('puts the focus on the first field that is wrong', async () => {
    await page.keyboard.press('Enter');
    await page.locator('.panel h2').first().waitFor();
    const correct = page.locator('.panel').getByRole('button', { name: /^Ret oplysninger/ });
    await correct.first().press('Enter');
    const phone = page.locator('.panel form [name=contactPhone]');
    await phone.fill('12');
    await phone.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
      .toBe('true');
    expect(await page.locator('[aria-invalid=true]').first().getAttribute('aria-describedby')).toContain(
      '-problem',
    );
  });

  it('comes back to the setting whose panel was closed', async () => {
    await page.goto(`${world.base}/tab#/rules/settings`);
    const setting = page.locator('.row a').nth(1);
    await setting.focus();
    const name = await focused();
    await page.keyboard.press('Enter');
    await page.locator('.panel h2').first().waitFor();
    await expectFocus(/^Indstillinger$/);
    await page.locator('.panel .close').press('Enter');
    await expectFocus(name);
  });

  it('keeps the focus while there is no connection', async () => {
    await page.goto(`${world.base}/tab#/desk`);
    await page.reload();
    await page.getByRole('button', { name: 'Dan Ravn' }).click();
    const line = page.getByLabel('Skriv, hvad du hører');
    await line.fill('25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234');
    await context.setOffline(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/Ingen forbindelse/)
      .waitFor();
    expect(await focused()).toBe('Find den rette dør');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Prøv igen' }).press('Enter');
    await expectFocus(/^Opret/);
  });

  it('shows where one is in each theme, also where the system chooses the colours', async () => {
    for (const theme of ['default', 'dark', 'contrast']) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
      }, theme);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(
          document.activeElement ?? document.body,
        );
        return {
          outlineStyle,
          outlineWidth,
          outlineColor,
          page: getComputedStyle(document.body).backgroundColor,
        };
      });
      expect(outline).toMatchObject({ outlineStyle: 'solid', outlineWidth: '2px' });
      expect(outline.outlineColor).not.toBe(outline.page);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle),
    ).toBe('solid');
    await page.emulateMedia({ forcedColors: 'none' });
  });

  it('shows the board for an address that nobody can read', async () => {
    for (const address of ['#/find/100%', '#/case/%E0%A4%A', '#/nowhere', '#//']) {
      await page.goto(`${world.base}/tab${address}`);
      await page.reload();
      await page.getByRole('button', { name: 'Dan Ravn' }).click();
      await page.getByRole('heading', { name: 'Afventer os' }).waitFor();
    }
  });
});
