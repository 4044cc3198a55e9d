import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT, openApiWorld } from '../api/api-world.ts';
import { channelOf, chatOf } from '../flows/teams-world.ts';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { runWith } from './cli-world.ts';

/** A case as a municipality files it. */

let folder: string;
const ids = { shared: '', declined: '', crisis: '' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-journal-'));
  const world = await openApiWorld({ data: folder });
  const token = await world.token();
  const enquire = async (more: object) =>
    String((await world.enquire(token, { ...EXPORT, ...more })).body.caseId);
  ids.shared = await enquire({ description: 'Vil sælge <b>til</b> "Tyskland" & Østrig' });
  const common = { cvr: null, municipality: '791', stage: 'established' };
  ids.declined = await enquire({ ...common, consent: 'declined' });
  ids.crisis = await enquire({
    ...common,
    crisis: true,
    areas: ['crisis'],
    description: 'Kan ikke betale løn',
  });
  await world.deliver();
  const house = channelOf('ehm-midtjylland');
  const card = world.standing(house).find(({ card }) => JSON.stringify(card).includes('Hansen VVS'))?.card;
  await world.click('carla-winther', house, card, 'handover.accept');
  world.clock.set('2026-11-20T12:00:00Z');
  await world.say('carla-winther', chatOf('carla-winther'), `kontaktet ${ids.shared}`);
  await world.deliver();
  await world.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOUSE = ['--organisation', 'ehm-midtjylland'];
const run = (...argv: string[]) =>
  runWith(['cases', 'export', '--format', 'html', ...argv, '--data', folder], {}, '2027-02-01T09:00:00.000Z');
const journal = async (...argv: string[]) => {
  const { status, out, errors } = await run(...argv);
  expect([status, errors]).toEqual([0, []]);
  return out.join('\n');
};
/** The words of a document, without its marks. */
const words = (text: string) =>
  text
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the journal', () => {
  it('says what was said and decided, by whom and when', async () => {
    const text = words(await journal(ids.shared, ...HOUSE));
    for (const part of [
      'Hansen VVS ApS',
      '25313763',
      'Mette Hansen',
      '40411234',
      'Vil sælge &lt;b&gt;til&lt;/b&gt; &quot;Tyskland&quot; &amp; Østrig',
      'Webformular Viborg',
      'Carla Winther, Erhvervshus Midtjylland',
      'Overtaget',
      'Virksomheden har sagt ja til at dele',
      'fredag den 20. november 2026 kl. 10.00',
      'fredag den 20. november 2026 kl. 13.00',
      'mandag den 1. februar 2027 kl. 10.00',
      'Principper for god erhvervsservice i Midtjylland (2019)',
    ])
      expect(text).toContain(part);
  });

  it('is of the municipality’s office unless another is named, and holds what the level of sharing lets it see', async () => {
    const settings = join(folder, 'settings');
    mkdirSync(settings);
    const at = async (shareLevel: string) => {
      writeFileSync(join(settings, '791.json'), JSON.stringify({ municipality: '791', shareLevel }));
      return words(await journal(ids.shared, '--municipalities', settings));
    };
    const [contact, note, ours] = [
      'Mette Hansen',
      'Tyskland',
      'Her står kun det, som kommunen og Erhvervshuset',
    ];
    const found = (text: string) => [contact, note, 'Eksport', ours].map((part) => text.includes(part));
    expect(found(words(await journal(ids.shared)))).toEqual([true, false, true, true]);
    expect(found(await at('standard'))).toEqual([true, false, true, true]);
    expect(found(await at('full'))).toEqual([true, true, true, true]);
    const visits = await at('visits');
    expect(found(visits)).toEqual([false, false, false, true]);
    expect(visits).toMatch(/Hansen VVS ApS.*25313763/);
    expect(visits).not.toMatch(/Forløb|Overtaget|Afgørelse|Carla/);
    const elsewhere = words(await journal(ids.shared, '--organisation', 'les-751'));
    expect(found(elsewhere)).toEqual([false, false, false, true]);
    expect(found(words(await journal(ids.shared, ...HOUSE)))).toEqual([true, true, true, false]);
    expect((await run(ids.shared, '--organisation', 'les-1')).errors[0]).toMatch(/--organisation les-1/);
  });

  it('is in English as well', async () => {
    const text = await journal(ids.shared, ...HOUSE, '--language', 'en');
    expect(text).toContain('<html lang="en">');
    expect(words(text)).toMatch(/Course of events.*Carla Winther/);
    expect(words(text)).not.toMatch(/Forløb|Henvendelser|Overtaget/);
  });

  it('holds no name and no word of a company that declined, and says so', async () => {
    const text = words(await journal(ids.declined));
    expect(text).toContain('Grundlaget tillader ikke');
    expect(text).toContain('Eksport og internationalisering');
    expect(text).not.toMatch(/Mette|40411234|Tyskland|Webformular/);
  });

  it('holds no word of a crisis, and says so', async () => {
    const text = words(await journal(ids.crisis));
    expect(text).toContain('Sagen er en krise');
    expect(text).not.toContain('betale løn');
  });

  it('stands in the audit, and in a file where one is named', async () => {
    const { written } = await run(ids.shared, '--out', 'sag.html');
    expect(new TextDecoder().decode(written.get('sag.html'))).toMatch(/^<!doctype html>/);
    const audit = await runWith(['audit', '--case', ids.shared, '--json', '--data', folder]);
    expect(audit.out.join('\n')).toContain('cases-export');
  });

  it('is of one case that there is', async () => {
    expect((await run()).errors[0]).toMatch(/ID: html is given of one case/);
    expect(await run('ZZZZ-ZZZZ')).toMatchObject({ status: 2 });
    expect((await run(ids.shared, '--language', 'sv')).errors[0]).toMatch(/--language sv/);
    expect((await runWith(['cases', 'export', ids.shared, '--data', folder])).status).toBe(2);
  });
});

describe.skipIf(mayLeaveOut)(`the journal in a browser${mayLeaveOut ? ` (${withoutBrowser})` : ''}`, () => {
  it('has no barrier that axe finds, and fits on A4', async () => {
    const browser = await launchChromium();
    try {
      const page = await (await browser.newContext()).newPage();
      await page.setContent(await journal(ids.shared, ...HOUSE));
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 672, height: 900 });
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(672);
    } finally {
      await browser.close();
    }
  });
});
