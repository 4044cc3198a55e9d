import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseBy, turnAs } from '../channels/tab/turns.ts';
import { openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { enterTab, faults, inspectInThemes, openBrowserWithTab, watch } from './browser-with-tab.ts';

/** The settings of an office in Chromium: read, changed, refused, proposed and answered, in every theme. */

const title = mayLeaveOut ? `the settings in a browser (${withoutBrowser})` : 'the settings in a browser';

describe.skipIf(mayLeaveOut)(title, () => {
  let folder: string;
  let browser: Browser;
  let world: TeamsWorld;
  let context: BrowserContext;
  let anna: Page;

  beforeAll(async () => {
    ({ folder, browser } = await openBrowserWithTab());
    world = await openTeamsWorld({ tab: join(folder, 'tab') });
    context = await browser.newContext({ locale: 'da-DK' });
    watch(context, world.base);
    anna = await enterTab(context, world.base, 'Anna Holm', '#/rules');
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  it('stand beside the rules, each with where it comes from', async () => {
    await anna.getByRole('link', { name: 'Indstillinger' }).click();
    await anna.getByRole('heading', { name: /Indstillinger for LES Viborg/ }).waitFor();
    await inspectInThemes(anna, 'settings');
  });

  it('change without the mouse, and a refusal stands at its input with all that was typed', async () => {
    await anna.getByRole('link', { name: 'Svarfrist (timer)' }).focus();
    await anna.keyboard.press('Enter');
    const panel = anna.locator('.panel');
    await panel.getByRole('heading', { name: /^Svarfrist/ }).waitFor();
    await panel.getByRole('button', { name: 'Ændr', exact: true }).focus();
    await anna.keyboard.press('Enter');
    const value = panel.getByLabel(/^Ny værdi/);
    await expect.poll(() => value.evaluate((input) => input === document.activeElement)).toBe(true);
    await anna.keyboard.press('Control+A');
    await anna.keyboard.type('490');
    await panel.getByLabel(/^Begrundelse/).fill('Vi er blevet flere');
    await anna.keyboard.press('Enter');
    await panel.getByRole('alert').waitFor();
    expect(await value.getAttribute('aria-invalid')).toBe('true');
    expect(await value.getAttribute('aria-describedby')).toContain('-problem');
    expect(await panel.getByRole('alert').count()).toBe(1);
    expect(await panel.getByLabel(/^Begrundelse/).inputValue()).toBe('Vi er blevet flere');
    await inspectInThemes(anna, 'setting-refused');

    // What was typed is sent when the connection is back, and not lost before.
    await value.fill('24');
    await context.setOffline(true);
    await value.press('Enter');
    await anna.getByText(/Ingen forbindelse/).waitFor();
    expect(await value.inputValue()).toBe('24');
    await context.setOffline(false);
    await anna.getByRole('button', { name: 'Prøv igen' }).click();
    await panel.getByText(/Begrundelse: Vi er blevet flere/).waitFor();
    await anna.getByText(/^ændret her: Anna Holm/).waitFor();
    await inspectInThemes(anna, 'setting-changed');
  });

  it('show by themselves what is changed elsewhere, and keep what is being typed', async () => {
    const page = await enterTab(context, world.base, 'Anna Holm', '#/rules');
    await page.clock.install();
    await page.getByRole('link', { name: 'Indstillinger' }).click();
    await page.getByRole('link', { name: 'Svarfrist (timer)' }).click();
    const panel = page.locator('.panel');
    await panel.getByRole('heading', { name: /^Svarfrist/ }).waitFor();
    const elsewhere = (value: string, why: string) =>
      turnAs(world.base, 'anna-holm', { verb: 'setting.change', setting: 'answerByHours', value, why });
    await elsewhere('36', 'Fra chatten');
    await page.clock.runFor(10_000);
    await panel.getByText(/Begrundelse: Fra chatten/).waitFor();
    expect(await panel.getByText(/er ændret, siden/).count()).toBe(0);

    await panel.getByRole('button', { name: 'Ændr', exact: true }).click();
    const why = panel.getByLabel(/^Begrundelse/);
    await why.fill('Mit eget udkast');
    await elsewhere('24', 'Igen fra chatten');
    await page.clock.runFor(10_000);
    await panel.getByText('Indstillingen er ændret, siden du åbnede den.').waitFor();
    expect(await why.inputValue()).toBe('Mit eget udkast');
    await panel.getByRole('button', { name: 'Vis den aktuelle udgave' }).click();
    await panel.getByText(/Begrundelse: Igen fra chatten/).waitFor();
    expect(await panel.getByText(/er ændret, siden/).count()).toBe(0);
    await page.close();
  });

  it('that move cases are proposed, and answered by the other side', async () => {
    await anna.setViewportSize({ width: 1280, height: 900 });
    await anna.goto(`${world.base}/tab#/rules/settings/localAreas`);
    const panel = anna.locator('.panel');
    await panel.getByRole('button', { name: 'Ændr', exact: true }).click();
    await panel.getByLabel('Ejerskifte, generationsskifte og salg').check();
    await panel.locator('form button[type=submit]').click();
    // The proof that precedes it takes as long as the machine needs.
    await panel.getByRole('button', { name: /^Send til/ }).click({ timeout: 120_000 });
    await panel
      .locator('.callout')
      .getByText(/foreslår en ændring/)
      .waitFor();
    await anna.getByRole('heading', { name: 'Forslag, der venter' }).waitFor();
    await inspectInThemes(anna, 'setting-proposed');

    const dan = await enterTab(context, world.base, 'Dan Ravn', '#/rules/settings');
    await dan.getByRole('link', { name: /LES Viborg/ }).click();
    await dan.getByRole('button', { name: 'Godkend' }).click();
    await dan
      .locator('.callout')
      .getByText(/har godkendt ændringen/)
      .waitFor();
    await expect.poll(() => dan.getByRole('heading', { name: 'Forslag, der venter' }).count()).toBe(0);
    await dan.close();
  });

  it('are tried on the cases of the past year before they are changed', async () => {
    await caseBy(world.base, 'anna-holm', '25313763 leder efter nye lokaler, Ole Bak 40411234');
    await anna.goto(`${world.base}/tab#/rules/settings/answerByHours`);
    const panel = anna.locator('.panel');
    await panel.getByRole('heading', { name: /^Svarfrist/ }).waitFor();
    await panel.getByRole('button', { name: 'Ændr', exact: true }).click();
    const value = panel.getByLabel(/^Ny værdi/);
    await value.fill('77');
    const tryIt = panel.getByRole('button', { name: 'Prøv på det seneste års sager' });
    await tryIt.click();
    await panel.getByRole('alert').waitFor();
    await value.fill('12');
    await tryIt.click();
    await anna.getByRole('heading', { name: 'Prøvet: Svarfrist (timer) = 12' }).waitFor();
    await anna.getByRole('cell', { name: '1', exact: true }).first().waitFor();
    expect(await panel.getByRole('alert').count()).toBe(0);
    expect(await value.inputValue()).toBe('12');
    await inspectInThemes(anna, 'setting-tried');
    await anna.getByRole('link', { name: /Hansen VVS/ }).click();
    await anna.getByRole('heading', { name: /Hansen VVS/ }).waitFor();
  });

  it('asks nobody else for anything, and keeps its own policy', () => {
    expect(faults.splice(0)).toEqual([]);
  });
});
