import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { HOUSE, OFFICE, servedCase } from '../core/surveys/survey-case.ts';
import { entryOf } from '../db/sample-rows.ts';
import { chatOf, openTeamsWorld } from '../flows/teams-world.ts';
import { type CliRun, runWith } from './cli-world.ts';
import { logOneCase } from './one-case.ts';

/** `indgang survey export`: whom an organisation asks, each company once, and nobody who said no. */

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-survey-'));
  minutes = 0;
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

const NOW = '2026-11-20T15:00:00.000Z';
/** Each run a minute after the one before. */
let minutes = 0;
const run = (argv: readonly string[]): Promise<CliRun> => {
  const now = new Date(Date.parse(NOW) + ++minutes * 60_000).toISOString();
  return runWith(['survey', 'export', ...argv, '--data', folder], {}, now);
};
const listOf = async (...argv: string[]) =>
  (await run([...argv, '--json'])).out.map((line) => JSON.parse(line) as Record<string, unknown>);
const casesOf = async (...argv: string[]) => (await listOf(...argv)).map((row) => row.case);

/** A store with these cases, as the service would have left them. */
async function fill(...cases: readonly ReturnType<typeof servedCase>[]): Promise<void> {
  const database = await openDatabase({ path: join(folder, 'indgang.db') });
  await createUnitOfWork(database, () => 'x').run(async (stores) => {
    for (const kase of cases) {
      await stores.cases.insert(kase, null);
      await stores.history.append([entryOf(kase.id, 1)]);
    }
  });
  await database.destroy();
}

const company = (id: string, cvr: string, owner: typeof HOUSE = HOUSE, more = {}) => {
  const kase = servedCase(id, owner, { companyKey: `key ${cvr}` });
  return { ...kase, values: { ...kase.values, cvr, ...more } };
};

describe('the list of those to ask', () => {
  it('has a company that the service saw through, and nobody on the other side’s list after it', async () => {
    const world = await openTeamsWorld({}, { data: folder });
    const id = await logOneCase(world);
    await world.deliver();
    const carla = chatOf('carla-winther');
    await world.say('carla-winther', carla, `accepter ${id}`);
    await world.say('carla-winther', carla, `besvaret ${id}`);
    const closed = await world.say(
      'carla-winther',
      carla,
      `luk ${id} ydelser: 1:1 vejledning; timer: 3; møde: digitalt; segment: vækst; ingen handlingsplan: kort forløb; ingen opfølgning: ikke brug for`,
    );
    expect(JSON.stringify(closed)).toContain(id);
    await world.deliver();
    await world.close();
    expect(await listOf('--organisation', HOUSE)).toEqual([
      {
        case: id,
        organisation: HOUSE,
        cvr: '25313763',
        pNumber: '1990001007',
        company: 'Hansen VVS ApS',
        municipality: '791',
        segment: 'growth',
        areas: 'internationalisation',
        contactName: 'Hanne Hansen',
        contactPhone: '40411234',
        contactEmail: null,
        servedOn: '2026-11-20',
        closedOn: '2026-11-20',
        referred: false,
        askedOn: '2026-11-20',
      },
    ]);
    expect(await listOf('--organisation', OFFICE)).toEqual([]);
    expect(await listOf('--organisation', HOUSE)).toEqual([]);
    expect(await casesOf('--organisation', HOUSE, '--again')).toEqual([id]);
    const audit = await runWith(['audit', '--data', folder], {}, NOW);
    expect(audit.out.join('\n').match(/survey-export/g)).toHaveLength(4);
    const held = await runWith(['gdpr', 'export', '--cvr', '25313763', '--data', folder], {}, NOW);
    expect(JSON.parse(held.out.join('\n')).surveys.asks).toMatchObject([
      { caseId: id, organisation: HOUSE, askedOn: '2026-11-20' },
    ]);
  }, 60_000);

  it('leaves out who was erased since, also where it is given again', async () => {
    await fill(company('K3F9-QTX2', '25313763'), company('B2C3-D4F5', '31261430'));
    expect(await casesOf('--organisation', HOUSE)).toEqual(['B2C3-D4F5', 'K3F9-QTX2']);
    const erased = await runWith(['gdpr', 'erase', '--cvr', '31261430', '--data', folder], {}, NOW);
    expect(erased.errors).toEqual([]);
    expect(await casesOf('--organisation', HOUSE, '--again')).toEqual(['K3F9-QTX2']);
  });

  it('gives again the last list and no other, to the organisation that made it', async () => {
    await fill(
      company('K3F9-QTX2', '25313763'),
      { ...company('B2C3-D4F5', '31261430'), closedAt: '2026-11-18T10:00:00.000Z' },
      company('D5F6-G7H8', '10000017', OFFICE),
    );
    const first = ['--organisation', HOUSE, '--until', '2026-11-17'];
    expect(await casesOf(...first)).toEqual(['K3F9-QTX2']);
    expect(await casesOf('--organisation', HOUSE)).toEqual(['B2C3-D4F5']);
    expect(await casesOf('--organisation', OFFICE, '--again')).toEqual([]);
    expect(await casesOf('--organisation', HOUSE, '--again')).toEqual(['B2C3-D4F5']);
    expect(await casesOf('--organisation', OFFICE)).toEqual(['D5F6-G7H8']);
    expect(await casesOf('--organisation', HOUSE, '--since', '2020-01-01')).toEqual([]);
  });

  it('has cells that no spreadsheet reads as a formula, and no CPR number', async () => {
    await fill(
      company('K3F9-QTX2', '25313763', HOUSE, {
        companyName: '=HYPERLINK("http://x.example")',
        contactName: 'Karl 170263-4127',
        contactPhone: '+4540411234',
      }),
    );
    const { out } = await run(['--organisation', HOUSE]);
    expect(out.join('\n')).toContain("'=HYPERLINK");
    expect(out.join('\n')).toContain("'+4540411234");
    expect(out.join('\n')).not.toContain('170263');
    const again = await run(['--organisation', HOUSE, '--again', '--format', 'xlsx', '--out', 'list.xlsx']);
    expect(again.out).toEqual(['1 company']);
    expect([...(again.written.get('list.xlsx') ?? [])].slice(0, 2)).toEqual([0x50, 0x4b]);
  });

  it('begins half a year back where no day is said', async () => {
    const closed = (id: string, cvr: string, closedAt: string) => ({ ...company(id, cvr), closedAt });
    await fill(
      closed('K3F9-QTX2', '25313763', '2026-05-19T10:00:00.000Z'),
      closed('B2C3-D4F5', '31261430', '2026-05-20T10:00:00.000Z'),
    );
    expect(await casesOf('--organisation', HOUSE)).toEqual(['B2C3-D4F5']);
    expect(await casesOf('--organisation', HOUSE, '--since', '2026-05-19')).toEqual(['K3F9-QTX2']);
  });

  it.each([
    [[], '--organisation ID: who asks?'],
    [['--organisation', 'viborg'], '--organisation viborg: must be les-<municipality code> or ehm-<name>'],
    [
      ['--organisation', HOUSE, '--since', '1.12.2026'],
      '--since 1.12.2026: must be a date such as 2026-11-20',
    ],
    [
      ['--organisation', HOUSE, '--since', '2026-11-02', '--until', '2026-11-01'],
      '--until 2026-11-01: lies before --since 2026-11-02',
    ],
    [
      ['--organisation', HOUSE, '--again', '--since', '2026-11-02'],
      '--since: --again repeats the last list as it was',
    ],
    [['--organisation', HOUSE, '--format', 'xlsx'], '--format xlsx: needs --out FILE'],
  ])('refuses %j, and asks nobody', async (argv, error) => {
    await fill(company('K3F9-QTX2', '25313763'));
    expect(await run(argv)).toMatchObject({ status: 2, errors: [`indgang survey export: ${error}`] });
    expect(await casesOf('--organisation', HOUSE)).toEqual(['K3F9-QTX2']);
  });
});
