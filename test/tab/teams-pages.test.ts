import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import { openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { type Entra, openEntra } from '../support/entra.ts';
import { faults, HOST_LIST, inspect, openBrowserWithTab, watch } from './browser-with-tab.ts';
import { type HostSettings, openInHost } from './teams-host.ts';

/** Every page of the tab in Teams, in both languages and the three themes; the links that open one; the map. */

const APP_ID = '11111111-2222-3333-4444-555555555555';
const [EVA, DAN, BO, CARLA] = ['24', '23', '21', '22'].map(
  (end) => `00000000-0000-0000-0000-0000000000${end}`,
);
/** Whoever has chosen English reads English, whatever language their Teams is in. */
const PEOPLE = DEMO_PEOPLE.map((person) =>
  person.id === 'carla-winther'
    ? {
        ...person,
        language: 'en',
        memberships: [{ organisation: 'ehm-midtjylland', roles: ['consultant', 'coordinator'] }],
      }
    : person,
);
/** Municipalities of the house with their inhabitants: two near each other, one far off. */
const INHABITANTS = { '791': 97_000, '751': 360_000, '741': 3_700 };

let folder: string;
let browser: Browser;
let world: TeamsWorld;
let entra: Entra;
let context: BrowserContext;
let caseId: string;

const as = (person = EVA) => {
  if (person === undefined) throw new Error('nobody');
  return () => entra.token(person);
};

beforeAll(async () => {
  if (mayLeaveOut) return;
  ({ folder, browser } = await openBrowserWithTab());
  await mkdir(join(folder, 'municipalities'));
  await Promise.all([
    writeFile(join(folder, 'people.json'), JSON.stringify({ people: PEOPLE })),
    ...Object.entries(INHABITANTS).map(([municipality, number]) =>
      writeFile(
        join(folder, 'municipalities', `${municipality}.json`),
        JSON.stringify({ municipality, inhabitants: { number, year: 2026 } }),
      ),
    ),
  ]);
  let now = () => '';
  entra = await openEntra(APP_ID, DEMO_TENANT, () => now());
  world = await openTeamsWorld(
    { tab: join(folder, 'tab') },
    {
      settings: {
        INDGANG_DIRECTORY: join(folder, 'people.json'),
        INDGANG_MUNICIPALITIES: join(folder, 'municipalities'),
        MICROSOFT_APP_ID: APP_ID,
        MICROSOFT_APP_PASSWORD: 'app-password',
        MICROSOFT_APP_TENANT_ID: DEMO_TENANT,
        MICROSOFT_LOGIN_URL: entra.base,
      },
    },
  );
  now = world.clock.now;
  context = await browser.newContext();
  watch(context, world.base);
  await context.route(`${HOST_LIST}**`, (route) => route.abort());
  caseId = await caseOfHansen();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await entra?.close();
  if (folder) await rm(folder, { recursive: true });
});

async function open(
  subPage: string,
  { theme = 'default', locale = 'da-dk', token = as() }: Partial<HostSettings> = {},
): Promise<{ readonly page: Page; readonly tab: Frame }> {
  return openInHost(context, `${world.base}/tab`, { theme, locale, token, subPage });
}

/** A case that is logged at the desk; its number. */
async function caseOfHansen(): Promise<string> {
  const { page, tab } = await open('desk');
  const line = tab.getByLabel('Skriv, hvad du hører');
  await line.fill('25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234');
  await line.press('Enter');
  const create = tab.getByRole('button', { name: /^Opret/ }).first();
  await create.press('Enter');
  await tab
    .getByText(/er oprettet/)
    .first()
    .waitFor();
  await page.close();
  const [found] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 1));
  if (!found) throw new Error('there is no case');
  return found.id;
}

const title = mayLeaveOut
  ? `the pages of the tab in Teams (${withoutBrowser})`
  : 'the pages of the tab in Teams';

describe.skipIf(mayLeaveOut)(title, () => {
  it.each([
    ['', 'en-gb', 'default', 'Waiting for us'],
    ['desk', 'en-gb', 'dark', 'Type what you hear'],
    ['figures', 'en-gb', 'contrast', 'Figures for '],
    ['rules', 'en-gb', 'default', 'Decision'],
    ['rules/settings', 'en-gb', 'dark', 'Settings'],
    ['find/Hansen', 'en-gb', 'contrast', 'Hansen VVS'],
    ['desk', 'da-dk', 'contrast', 'Skriv, hvad du hører'],
    ['figures', 'da-dk', 'dark', 'Tal for '],
    ['rules', 'da-dk', 'contrast', 'Afgørelse'],
    ['rules/settings', 'da-dk', 'contrast', 'Indstillinger'],
  ] as const)('“%s” in %s and %s', async (subPage, locale, theme, words) => {
    const isEnglish = locale === 'en-gb';
    const { page, tab } = await open(subPage, { locale, theme, token: as(isEnglish ? CARLA : DAN) });
    await tab.getByText(words).first().waitFor();
    expect(await tab.evaluate(() => document.documentElement.lang)).toBe(locale.slice(0, 2));
    await inspect(page, `teams-${subPage.replace('/', '-') || 'board'}-${locale}-${theme}`);
    await page.close();
  });

  it('a case, in English', async () => {
    const { page, tab } = await open(`case/${caseId}`, { locale: 'da-dk', token: as(CARLA) });
    await tab
      .locator('.panel')
      .getByRole('heading', { name: /Hansen VVS/ })
      .waitFor();
    expect(await tab.getByRole('button', { name: 'Open the case in the chat' }).count()).toBe(1);
    await inspect(page, 'teams-case-en-gb');
    await page.close();
  });

  it('a link to a case that one may not see is refused in words, and so is one to none', async () => {
    const logged = world.logged.length;
    for (const number of [caseId, 'AAAA-AAAA', '../door', '<img src=x onerror=alert(1)>']) {
      const { page, tab } = await open(`case/${number}`, { token: as(BO) });
      const panel = tab.locator('.panel');
      await panel.getByRole('heading').first().waitFor();
      expect(await panel.innerText()).not.toMatch(/Hansen|Ole Bak|40 ?41/);
      // Nothing but the way back can be pressed that acts on the case.
      expect(await panel.locator('.ways').count()).toBe(0);
      await panel.getByRole('button', { name: 'Luk' }).click();
      await tab.getByRole('heading', { name: 'Afventer os' }).waitFor();
      await page.close();
    }
    expect(world.logged.slice(logged).join('\n')).not.toContain('fault');
  });

  it('the map of the spread, which is loaded when somebody looks at it, beside a table that says the same', async () => {
    const { page, tab } = await open('figures', { token: as(DAN) });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const figure = tab.locator('article').filter({ hasText: 'Geografisk spredning, alle ydelser' });
    await figure.getByText('Definition og udvikling').press('Enter');
    const rows = figure.locator('table').filter({ hasText: 'Kommune' }).locator('tbody th');
    await expect.poll(() => rows.allInnerTexts()).toEqual(['Samsø', 'Aarhus', 'Viborg']);
    expect(asked.filter((path) => path.includes('map'))).toEqual([]);
    await figure.getByText('Vis på kort').press('Enter');
    const map = figure.getByRole('img', { name: /^Kort over 3 kommuner/ });
    await map.waitFor();
    expect(asked.filter((path) => path.includes('drawn-map'))).toHaveLength(1);
    expect(await map.locator('circle:not(.other)').count()).toBe(3);
    expect(await map.locator('circle.other').count()).toBe(95);
    await figure.evaluate((article) => article.scrollIntoView());
    await inspect(page, 'teams-map');
    await page.close();
  });

  it('ask nobody else for anything, and keep their own policy', () => {
    expect(faults.splice(0)).toEqual([]);
  });
});
