import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shareWords, targetWords } from '../../dialogs/figure-words.ts';
import { FIGURES } from '../../src/core/indicators/figure-table.ts';
import { organisationName, parseOrganisation } from '../../src/core/organisation.ts';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { fillYear } from '../support/generated-year.ts';
import { runWith } from './cli-world.ts';

/** The yearly statement and the dialogue meeting's page, over a generated year: their numbers, and what the pages are. */

const AS_OF = ['--as-of', '2027-01-15T12:00:00Z'];
const NUMBERS = {
  data: 'municipality,inhabitants,entrepreneurs,growthCompanies\n791,97000,900,60\n751,355000,5000,400\n',
};
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-statement-'));
  await fillYear(folder, 2026, 150);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) => runWith([...argv, ...AS_OF, '--data', folder], NUMBERS);

const report = z.object({
  figures: z.array(
    z.object({
      id: z.string(),
      numerator: z.number(),
      denominator: z.number().nullable(),
      value: z.number().nullable(),
      split: z.record(z.string(), z.string()).nullable(),
    }),
  ),
  own: z.object({
    returns: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        answered: z.number(),
        returned: z.number(),
        rate: z.number(),
      }),
    ),
    waiting: z.array(
      z.object({
        organisation: z.string(),
        accepted: z.number(),
        untilAcceptance: z.number().nullable(),
        answered: z.number(),
        untilAnswer: z.number().nullable(),
      }),
    ),
    late: z.array(z.object({ organisation: z.string(), promises: z.number() })),
    greyZones: z.array(z.object({ caseId: z.string(), cause: z.string(), end: z.string() })),
    overrides: z.array(z.object({ cases: z.number() })),
    tasks: z.array(z.object({ given: z.number() })),
    complete: z.object({ numerator: z.number(), denominator: z.number(), value: z.number().nullable() }),
    needs: z.array(z.object({ companies: z.number() })),
  }),
});

async function indicators(...argv: string[]) {
  const { out } = await run('indicators', '--json', ...argv);
  return report.parse(JSON.parse(out.join('\n')));
}

const unescaped = (text: string) =>
  text.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&gt;', '>');

/** The rows of each table of a page, by its heading. */
function tablesOf(page: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  return new Map(
    [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>(.*?)<\/section>/gs)].map(([, title = '', rest = '']) => [
      unescaped(title),
      [...(/<tbody>(.*?)<\/tbody>/s.exec(rest)?.[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(
        ([, row = '']) =>
          [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => unescaped(cell)),
      ),
    ]),
  );
}

const share = (value: number | null) => (value === null ? '' : shareWords(value, 'da'));
const hours = (value: number | null) => (value === null ? '' : value.toFixed(1).replace('.', ','));
const name = (id: string) => organisationName(parseOrganisation(id) ?? 'les-791');

describe('indgang statement', () => {
  it('has every number of indgang indicators', async () => {
    const year = ['--from', '2026-01-01', '--to', '2026-12-31', '--organisation', 'ehm-midtjylland'];
    const { figures, own } = await indicators(...year, '--municipalities-data', 'data');
    const { status, out, errors } = await run(
      'statement',
      '--organisation',
      'ehm-midtjylland',
      '--year',
      '2026',
      '--municipalities-data',
      'data',
    );
    expect([status, errors]).toEqual([0, []]);
    const tables = tablesOf(out.join('\n'));
    const key = tables.get('Nøgletal for Erhvervshus Midtjylland') ?? [];
    const single = figures.filter(({ id, split }) => split === null && !id.startsWith('I-53'));
    expect(single.length).toBeGreaterThan(10);
    expect(
      key.map(([code, , numerator, denominator, value]) => [code, numerator, denominator, value]),
    ).toEqual(
      single.map(({ id, numerator, denominator, value }) => [
        id,
        String(numerator),
        denominator === null ? '' : String(denominator),
        value === null && FIGURES.some(({ code, ofAnswers }) => code === id && ofAnswers)
          ? 'ingen svar'
          : share(value),
      ]),
    );
    const selfHelp = FIGURES.find(({ code }) => code === 'I-04')?.target;
    expect(key.find(([code]) => code === 'I-04')?.[5]).toBe(selfHelp && targetWords(selfHelp, 'da'));
    const places = tables.get('Geografisk spredning, Erhvervshus Midtjylland') ?? [];
    const of = (id: string, place: string) =>
      figures.find((one) => one.id === id && one.split?.municipality === place);
    expect(places.find(([place]) => place === 'Viborg')).toEqual([
      'Viborg',
      String(of('I-71-users', '791')?.numerator ?? ''),
      String(of('I-22-all', '791')?.numerator),
      share(of('I-22-all', '791')?.value ?? null),
      String(of('I-22-individual', '791')?.numerator),
      share(of('I-22-individual', '791')?.value ?? null),
      String(of('I-01', '791')?.numerator ?? 0),
      String(of('I-02', '791')?.numerator ?? 0),
    ]);
    const monthly = await indicators(...year, '--by', 'month');
    expect((tables.get('Måned for måned, Erhvervshus Midtjylland') ?? []).map(([, begun]) => begun)).toEqual(
      monthly.figures.filter(({ id }) => id === 'I-12').map(({ denominator }) => String(denominator)),
    );
    expect(own.returns.some(({ returned }) => returned > 0)).toBe(true);
    expect((tables.get('Tilbud om sager og returneringer') ?? []).map((row) => row.slice(0, 5))).toEqual(
      own.returns.map(({ from, to, answered, returned, rate }) => [
        name(from),
        name(to),
        String(answered),
        String(returned),
        share(rate),
      ]),
    );
    expect(tables.get('Ventetid')).toEqual(
      own.waiting.map((one) => [
        name(one.organisation),
        String(one.accepted),
        hours(one.untilAcceptance),
        String(one.answered),
        hours(one.untilAnswer),
      ]),
    );
    const late = own.late.reduce((sum, { promises }) => sum + promises, 0);
    const working = figures.find(({ id }) => id === 'I-11-working');
    expect(late).toBe((working?.denominator ?? 0) - (working?.numerator ?? 0));
    expect(tables.get('For sene svar')).toEqual(
      own.late.map(({ organisation, promises }) => [name(organisation), String(promises)]),
    );
    const ends = tables.get('Gråzoner efter årsag og afklaring') ?? [];
    expect(ends.reduce((sum, [, , cases]) => sum + Number(cases), 0)).toBe(own.greyZones.length);
    expect(own.greyZones.length).toBeGreaterThan(5);
    const numbers = (title: string, place: number) =>
      (tables.get(title) ?? []).map((row) => Number(row[place]));
    expect(numbers('Anden modtager end afgørelsens', 2)).toEqual(own.overrides.map(({ cases }) => cases));
    expect(numbers('Opgaver', 1)).toEqual(own.tasks.map(({ given }) => given));
    expect(numbers('Efterspurgte behov', 1)).toEqual(own.needs.map(({ companies }) => companies));
    expect(tables.get('Registreringens fuldstændighed')).toEqual([
      [String(own.complete.numerator), String(own.complete.denominator), share(own.complete.value)],
    ]);
  });

  it('names no company and no person, runs nothing and fetches nothing', async () => {
    const page = (
      await run('statement', '--organisation', 'les-791', '--year', '2026', '--language', 'en')
    ).out.join('\n');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Yearly statement 2026 of');
    expect(page).not.toMatch(/Firma|Hansen|40411234|<script|javascript:|\bonclick|<link|<img/i);
    const elsewhere = [...page.matchAll(/https?:\/\/[^"'\s<)]+/g)].map(([link]) => link);
    expect(elsewhere.filter((link) => !link.startsWith('http://www.w3.org/'))).toEqual([]);
  });

  it('gives a workbook with a sheet for each table, whose cells are numbers', async () => {
    const { written, status } = await run(
      'statement',
      '--organisation',
      'ehm-midtjylland',
      '--year',
      '2026',
      '--format',
      'xlsx',
      '--out',
      'a.xlsx',
    );
    expect(status).toBe(0);
    const files = unzipSync(written.get('a.xlsx') ?? new Uint8Array());
    const text = (path: string) => new TextDecoder().decode(files[path]);
    expect(text('xl/workbook.xml')).toContain('1 Nøgletal for Erhvervshus Midt');
    const { own } = await indicators(
      '--from',
      '2026-01-01',
      '--to',
      '2026-12-31',
      '--organisation',
      'ehm-midtjylland',
    );
    const sheets = Object.keys(files).filter((path) => path.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThan(10);
    expect(sheets.some((path) => text(path).includes(`<v>${own.complete.denominator}</v>`))).toBe(true);
  });

  it.each([
    [['statement', '--year', '2026'], /--organisation ID: whose statement/],
    [['statement', '--organisation', 'les-791', '--year', '26'], /--year 26: must be a year/],
    [
      ['statement', '--organisation', 'les-791', '--year', '2026', '--format', 'pdf'],
      /--format pdf: must be one of html, xlsx/,
    ],
    [['statement', '--organisation', 'les-791', '--year', '2026', '--format', 'xlsx'], /needs --out FILE/],
    [['dialogmøde', '--les', 'ehm-fyn', '--quarter', '2026-K3'], /--les ehm-fyn: must be les-/],
    [['dialogue', '--les', 'les-791', '--quarter', '2026-K5'], /--quarter 2026-K5: must be a quarter/],
  ])('refuses %j', async (argv, said) => {
    const { status, errors } = await run(...argv);
    expect(status).toBe(2);
    expect(errors[0]).toMatch(said);
  });
});

describe('indgang dialogmøde', () => {
  const quarter = ['--from', '2026-07-01', '--to', '2026-09-30'];

  it('has the figures of both sides for the municipality, and lists the grey zones between the two', async () => {
    const { out, status } = await run('dialogmøde', '--les', 'les-791', '--quarter', '2026-K3');
    expect(status).toBe(0);
    const tables = tablesOf(out.join('\n'));
    const house = await indicators(...quarter, '--organisation', 'ehm-midtjylland', '--by', 'municipality');
    const viborg = house.figures.filter(({ split }) => split?.municipality === '791' && split !== null);
    const key = tables.get('Nøgletal for Erhvervshus Midtjylland (Viborg)') ?? [];
    const handovers = viborg.find(({ id }) => id === 'I-71-handovers');
    expect(key.find(([code]) => code === 'I-71-handovers')?.[2]).toBe(String(handovers?.numerator));
    const local = await indicators(...quarter, '--organisation', 'les-791');
    const own = tables.get('Nøgletal for LES Viborg') ?? [];
    const inCrm = local.figures.find(({ id }) => id === 'I-12');
    expect(own.find(([code]) => code === 'I-12')?.[3]).toBe(String(inCrm?.denominator));
    // A grey zone of Viborg has these two as parties.
    const zones = local.own.greyZones.map(({ caseId }) => caseId);
    expect((tables.get('Gråzoner') ?? []).map(([caseId]) => caseId)).toEqual(zones);
    for (const [from, to] of tables.get('Tilbud om sager og returneringer') ?? [])
      expect([from, to].sort()).toEqual(['Erhvervshus Midtjylland', 'LES Viborg']);
  });

  it('answers to its name without Danish letters, in parts, and in English', async () => {
    const page = async (...words: string[]) =>
      (await run(...words, '--les', 'les-791', '--quarter', 'K3 2026')).out.join('');
    expect(await page('dialogmøde'.normalize('NFD'))).toBe(await page('dialogue'));
    expect(await page('dialogue', '--language', 'en')).toContain(
      'Dialogue meeting: LES Viborg and Erhvervshus Midtjylland',
    );
  });
});

describe.skipIf(mayLeaveOut)(`the pages in a browser${mayLeaveOut ? ` (${withoutBrowser})` : ''}`, () => {
  it('have no fault of accessibility, fit the screen, and ask for nothing', async () => {
    const browser = await launchChromium();
    try {
      for (const argv of [
        ['statement', '--organisation', 'ehm-midtjylland', '--year', '2026'],
        ['dialogue', '--les', 'les-791', '--quarter', '2026-K3'],
      ]) {
        const html = (await run(...argv)).out.join('\n');
        const context = await browser.newContext();
        const page = await context.newPage();
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.setContent(html);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        expect(asked).toEqual([]);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  }, 120_000);
});
