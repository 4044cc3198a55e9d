import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { figureSources } from '../../../src/app/case-records.ts';
import { numbersNow } from '../../../src/app/municipality-numbers.ts';
import { createLiveSettings } from '../../../src/app/settings/live-settings.ts';
import { dialogueStatement, yearlyStatement } from '../../../src/app/statement.ts';
import { documentOf } from '../../../src/print/document.ts';
import { pageOf } from '../../../src/print/page.ts';
import { openTeamsWorld, type TeamsWorld } from '../../flows/teams-world.ts';
import { caseBy } from './turns.ts';

/** The files that are saved from the page of figures: what they hold, for whom, and what cannot be asked. */

let world: TeamsWorld;

beforeAll(async () => {
  world = await openTeamsWorld();
  await caseBy(
    world.base,
    'anna-holm',
    '25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234',
  );
  await caseBy(world.base, 'anna-holm', '99106271 leder efter nye lokaler til produktion, Bo Lind 40411236');
});
afterAll(() => world.close());

async function fetched(person: string, path: string) {
  const response = await fetch(`${world.base}/api/tab/${path}`, { headers: { 'x-indgang-person': person } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const named = /^attachment; filename="([\w.-]+)"$/.exec(response.headers.get('content-disposition') ?? '');
  return { status: response.status, name: named?.[1], type: response.headers.get('content-type'), bytes };
}

const textOf = ({ bytes }: { readonly bytes: Uint8Array }) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const sheetsOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).flatMap(([path, content]) =>
    /sharedStrings|worksheets\/sheet/.test(path) ? [strFromU8(content)] : [],
  );

describe('the figures that are seen, as a file', () => {
  it('are a table of each figure in all, by month and by the split, that a spreadsheet reads', async () => {
    const file = await fetched('anna-holm', 'figures?months=3&by=stage&format=csv');
    expect(file).toMatchObject({
      status: 200,
      name: 'tal-les-791-2026-09-01-2026-11-30.csv',
      type: 'text/csv; charset=utf-8',
    });
    const text = textOf(file);
    expect(text.startsWith('\ufeffIndikator,Navn,')).toBe(true);
    const begun = text.split('\n').filter((line) => line.startsWith('I-12,'));
    expect(begun.some((line) => line.includes(',I alt,,'))).toBe(true);
    expect(begun.some((line) => line.includes(',Måned,november 2026,'))).toBe(true);
    expect(begun.some((line) => line.includes(',Stadie,'))).toBe(true);
    // Names of colleagues, companies and contacts are in no figure.
    expect(text).not.toMatch(/Hansen|Ole Bak|Anna Holm/);
  });

  it('have the values that the page shows', async () => {
    const line = z.looseObject({ code: z.string(), value: z.string() });
    const page = z.object({ lines: z.array(line) });
    const shown = page.parse(JSON.parse(textOf(await fetched('anna-holm', 'figures?months=3&by=stage'))));
    const text = textOf(await fetched('anna-holm', 'figures?months=3&by=stage&format=csv'));
    const codes = new Set(
      text
        .split('\n')
        .slice(1)
        .flatMap((row) => /^I-\d+/.exec(row) ?? []),
    );
    const counted = shown.lines.filter(({ code }) => codes.has(code));
    expect(counted.length).toBeGreaterThan(5);
  });

  it('are a workbook as well, in the language of their reader', async () => {
    const { name, bytes } = await fetched('anna-holm', 'figures?months=3&by=segment&format=xlsx');
    expect(name).toBe('tal-les-791-2026-09-01-2026-11-30.xlsx');
    const sheets = sheetsOf(bytes).join('');
    expect(sheets).toContain('LES Viborg');
    expect(sheets).toContain('november 2026');
  });
});

describe('the yearly statement and the dialogue meeting', () => {
  it('are the pages that the command line prints, of one’s own office', async () => {
    const { service, clock } = world;
    const asOf = clock.now();
    const sources = await figureSources(service.unitOfWork);
    const settings = createLiveSettings();
    const municipalities = await numbersNow({ unitOfWork: service.unitOfWork, settings }, asOf);
    const counted = { sources, asOf, municipalities };
    const yearly = await fetched('anna-holm', 'statement?year=2026&format=html');
    expect(yearly).toMatchObject({ status: 200, name: 'aarsopgoerelse-les-791-2026.html' });
    expect(textOf(yearly)).toBe(pageOf(documentOf(yearlyStatement('les-791', '2026', counted), 'da')));
    const period = { from: '2026-10-01', to: '2026-12-31' };
    const meeting = await fetched('anna-holm', 'statement?quarter=2026-K4&format=html');
    expect(meeting.name).toBe('dialogmoede-les-791-2026-K4.html');
    const stated = dialogueStatement('les-791', period, settings.settingsOf, counted);
    expect(textOf(meeting)).toBe(pageOf(documentOf(stated, 'da')));
    expect(textOf(meeting)).toContain('Dialogmøde: LES Viborg og Erhvervshus Midtjylland');
  });

  it('are workbooks as well', async () => {
    for (const asked of ['year=2026', 'quarter=2026-K4']) {
      const { status, bytes } = await fetched('anna-holm', `statement?${asked}&format=xlsx`);
      expect(status).toBe(200);
      expect(sheetsOf(bytes).join('')).toContain('LES Viborg');
    }
  });

  it('show an Erhvervshus its own side, as in chat', async () => {
    const text = textOf(await fetched('dan-ravn', 'statement?quarter=2026-K4&format=html'));
    expect(text).toContain('Dialogmøde: Erhvervshus Midtjylland, ');
    expect(text).not.toContain('Nøgletal for LES');
  });

  it('are for coordinators, of periods that have begun', async () => {
    for (const path of ['figures?format=csv', 'statement?year=2026&format=html']) {
      const refused = await fetched('finn-dahl', path);
      expect([refused.status, refused.name]).toEqual([403, undefined]);
      expect(textOf(refused)).toMatch(/koordinator/i);
      expect((await fetched('nobody', path)).status).toBe(401);
    }
    expect((await fetched('anna-holm', 'statement?year=2027&format=html')).status).toBe(403);
    for (const path of [
      'figures?format=pdf',
      'statement?year=2026',
      'statement?year=26&format=html',
      'statement?quarter=2026-K5&format=html',
      'statement?year=2026&format=html&organisation=les-751',
    ])
      expect((await fetched('anna-holm', path)).status).toBe(400);
  });
});
