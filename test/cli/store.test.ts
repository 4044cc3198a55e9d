import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIGURES } from '../../src/core/indicators/figure-table.ts';
import { channelOf, chatOf, openTeamsWorld } from '../flows/teams-world.ts';
import { runWith } from './cli-world.ts';

/** The commands that read the service's store: over one that the service itself has written, through its own turns. */

let folder: string;
let exporting: string;
let starting: string;
const PERSONAL = /Hanne|40411234|Hansen VVS|25313763|Tyskland/;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-store-'));
  const world = await openTeamsWorld({}, { data: folder });
  const anna = chatOf('anna-holm');
  const log = async (input: Record<string, string>): Promise<string> => {
    const [form] = await world.say('anna-holm', anna, 'ny');
    const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', {
      municipality: '791',
      stage: 'established',
      ...input,
    });
    const card = JSON.stringify(
      await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' }),
    );
    return /\b([A-Z0-9]{4}-[A-Z0-9]{4})\b/.exec(card)?.[1] ?? '';
  };
  exporting = await log({
    cvr: '25313763',
    companyName: '=Hansen VVS; "Søn"',
    contactName: 'Hanne Hansen',
    contactPhone: '40 41 12 34',
    areas: 'internationalisation',
    description: 'Vil sælge til Tyskland',
  });
  starting = await log({
    stage: 'pre-starter',
    companyName: '',
    contactName: 'Karl Koch',
    contactEmail: 'karl@example.dk',
    areas: 'startup-registration',
  });
  await world.deliver();
  world.clock.set('2026-11-20T10:00:00Z');
  const [card] = world.standing(channelOf('ehm-midtjylland'));
  await world.click('carla-winther', channelOf('ehm-midtjylland'), card?.card, 'handover.accept');
  world.clock.set('2026-11-20T12:00:00Z');
  await world.say('carla-winther', chatOf('carla-winther'), `kontaktet ${exporting}`);
  await world.deliver();
  await world.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) => runWith([...argv, '--data', folder], {}, '2026-11-20T15:00:00.000Z');
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('indgang cases list', () => {
  it('prints one line a case', async () => {
    const { status, out } = await run('cases', 'list');
    expect(status).toBe(0);
    expect(out.join('\n')).toMatch(new RegExp(`${exporting} +answered +Erhvervshus Midtjylland`));
    expect(out.join('\n')).toContain('2 cases');
  });

  it('prints one object a line with --json, of those that fit', async () => {
    const { out } = await run('cases', 'list', '--json', '--organisation', 'les-791');
    expect(parsed(out)).toMatchObject([
      { case: starting, owner: 'les-791', status: 'open', municipality: '791' },
    ]);
    expect((await run('cases', 'list', '--json', '--from', '2026-11-21')).out).toEqual([]);
    expect((await run('cases', 'list', '--json', '--to', '2026-11-20')).out).toHaveLength(2);
  });

  it.each([
    [['--status', 'lost'], /--status lost: must be one of/],
    [['--organisation', 'les-000'], /--organisation les-000/],
    [['--municipality', '999'], /--municipality 999/],
    [['--from', '20-11-2026'], /--from 20-11-2026: must be a date/],
    [['--from', '2026-11-21', '--to', '2026-11-20'], /--to: lies before/],
  ])('refuses %j by name', async (options, said) => {
    const { status, errors } = await run('cases', 'list', ...options);
    expect([status, errors.length]).toEqual([2, 1]);
    expect(errors[0]).toMatch(said);
  });

  it('makes no empty store where there is none', async () => {
    const { status, errors } = await runWith(['cases', 'list', '--data', join(folder, 'nowhere')]);
    expect(status).toBe(2);
    expect(errors[0]).toMatch(/there is no case store/);
  });
});

describe('indgang cases show', () => {
  it('prints the case with what has happened to it', async () => {
    const { status, out } = await run('cases', 'show', exporting.toLowerCase());
    expect(status).toBe(0);
    expect(out.join('\n')).toContain('Hanne Hansen');
    expect(out.join('\n')).toMatch(/overtaget/i);
  });

  it('says with --json who held it for how long', async () => {
    const { out } = await run('cases', 'show', exporting, '--json');
    expect(parsed(out)).toMatchObject([
      {
        case: { id: exporting, owner: 'ehm-midtjylland' },
        history: [{ event: 'opened-and-offered' }, { event: 'accepted' }, { event: 'contacted' }],
        figures: { elapsedHours: 3 },
        attribution: [
          { organisation: 'les-791', held: { elapsed: 1 } },
          { organisation: 'ehm-midtjylland', held: { elapsed: 2 } },
        ],
      },
    ]);
  });

  it('names what is missing', async () => {
    expect(await run('cases', 'show')).toMatchObject({ status: 2 });
    expect((await run('cases', 'show', 'AAAA-AAAA')).errors[0]).toMatch(/AAAA-AAAA: there is no such case/);
  });
});

describe('indgang cases export', () => {
  it('writes CSV that a spreadsheet reads, and no cell becomes a formula', async () => {
    const { out } = await run('cases', 'export', '--organisation', 'ehm-midtjylland');
    const [head = '', row = ''] = out.join('\n').split('\n');
    expect(head.split(',').slice(0, 4)).toEqual(['caseId', 'revision', 'status', 'createdAt']);
    expect(row).toContain(`"'=Hansen VVS; ""Søn"""`);
    expect(row).toContain('25313763');
  });

  it('writes JSON as one array, and with --json one object a line', async () => {
    const { out } = await run('cases', 'export', '--format', 'json');
    const found = JSON.parse(out.join('\n')) as { caseId: string; consent: string }[];
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(expect.objectContaining({ caseId: exporting, consent: 'consent' }));
    expect(found).toContainEqual(expect.objectContaining({ caseId: starting }));
    expect(parsed((await run('cases', 'export', '--json')).out)).toHaveLength(2);
  });

  it('writes a workbook to a file, with texts as texts', async () => {
    const { status, written } = await run('cases', 'export', '--format', 'xlsx', '--out', 'cases.xlsx');
    expect(status).toBe(0);
    const parts = unzipSync(written.get('cases.xlsx') ?? new Uint8Array());
    const text = Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join('\n');
    expect(text).toContain('=Hansen VVS; "Søn"');
    expect(text).not.toContain('<f>');
    expect(text).toContain('Karl Koch');
  });

  it('refuses a format it has not got, and a workbook on the screen', async () => {
    expect((await run('cases', 'export', '--format', 'pdf')).errors[0]).toMatch(
      /--format pdf: must be one of/,
    );
    expect((await run('cases', 'export', '--format', 'xlsx')).errors[0]).toMatch(/needs --out/);
  });
});

type Reported = Readonly<Record<string, unknown>> & { readonly id: string; readonly split: unknown };

describe('indgang indicators', () => {
  const period = ['--from', '2026-11-01', '--to', '2026-11-30'];
  const figures = async (...more: string[]) => {
    const { out } = await run('indicators', ...period, '--json', ...more);
    const report = JSON.parse(out.join('')) as { readonly figures: readonly Reported[] };
    return Object.fromEntries(
      report.figures.filter(({ split }) => split === null).map((one) => [one.id, one]),
    );
  };

  it('prints the figures of a period, both readings of the promise among them', async () => {
    expect(await figures()).toMatchObject({
      'I-11-reported': { numerator: 1, denominator: 1, value: 1, pending: 1 },
      'I-11-working': { numerator: 1, denominator: 1, pending: 1 },
      'I-12': { numerator: 2, denominator: 2 },
      'I-10': { numerator: 1, denominator: 2, value: 0.5, target: 0.8 },
      'I-07': { numerator: 0, denominator: 1, value: 0, target: 0.3 },
    });
    const { out } = await run('indicators', ...period);
    expect(out.join('\n')).toMatch(/^Definition 2026\.2\. Periode 2026-11-01 til 2026-11-30/);
    expect(out.join('\n')).toMatch(/I-11-reported +Svartid, 48 timer \(rapporteret\) +1 +1 +100,0 % +1/);
    expect(out.join('\n')).toMatch(/\nI-07: .*Opgøres uden vurdering\./);
  });

  it('keeps to the period, the organisation and the moment of counting', async () => {
    expect(await figures('--organisation', 'les-751')).toMatchObject({ 'I-12': { denominator: 0 } });
    expect(await figures('--as-of', '2026-11-20T11:59:59Z')).toMatchObject({
      'I-11-reported': { denominator: 0, pending: 2 },
    });
    const before = await run('indicators', '--from', '2026-10-01', '--to', '2026-11-19', '--json');
    expect(before.out.join('')).toContain('"id":"I-12","numerator":0,"denominator":0,"value":null');
  });

  it('gives the same from the records that were exported, but for the figures that need more than a case', async () => {
    const asOf = ['--as-of', '2026-11-20T15:00:00Z'];
    const splits = ['--by', 'municipality,stage,month'];
    for (const more of [[], splits]) {
      const { out: stored } = await run('indicators', ...period, ...asOf, ...more, '--json');
      for (const format of [['--json'], ['--format', 'json']]) {
        const { out: exported } = await run('cases', 'export', '--full', ...format);
        const again = await runWith(
          ['indicators', ...period, ...asOf, ...more, '--json', '--input', 'cases'],
          { cases: exported.join('\n') },
        );
        const [{ own, figures: all, ...agreed } = {}] = parsed(stored);
        expect(own).toBeDefined();
        const fromCases = (all as readonly Reported[]).filter(
          ({ id }) => !FIGURES.some(({ code, ofAnswers }) => code === id && ofAnswers),
        );
        expect(again).toMatchObject({ status: 0, errors: [] });
        expect(parsed(again.out)).toEqual([{ ...agreed, figures: fromCases }]);
      }
    }
  });
});

describe('indgang gdpr', () => {
  it('exports everything held on a company', async () => {
    const { out } = await run('gdpr', 'export', '--cvr', '25 31 37 63', '--json');
    expect(parsed(out)).toMatchObject([
      {
        cases: [{ case: { id: exporting }, history: [{}, {}, {}] }],
        drafts: [{ state: 'confirmed' }],
        crm: [{ caseId: exporting, contactName: 'Hanne Hansen' }],
      },
    ]);
  });

  it.each(['Hanne  hansen', '+45 40411234'])('finds a person by what is said of them: %s', async (said) => {
    const { out } = await run('gdpr', 'export', '--person', said, '--json');
    expect(parsed(out)).toMatchObject([{ cases: [{ case: { id: exporting } }] }]);
  });

  it.each([
    [[], /one of --cvr and --person/],
    [['--cvr', '25313763', '--person', 'Hanne'], /one of --cvr and --person/],
    [['--cvr', '12345678'], /--cvr 12345678: is not a CVR number/],
  ])('refuses %j by name', async (options, said) => {
    const { status, errors } = await run('gdpr', 'erase', ...options);
    expect(status).toBe(2);
    expect(errors[0]).toMatch(said);
  });

  it('erases a private person whole, everywhere, and the counts stay', async () => {
    const count = () => run('indicators', '--from', '2026-11-01', '--to', '2026-11-30', '--json');
    const before = (await count()).out;
    const { out } = await run('gdpr', 'erase', '--person', 'KARL@example.dk');
    expect(out).toEqual([
      'erased: 1 cases, 0 contact persons, 0 drafts, 0 waiting lines, 0 outreach contacts, 0 advisers',
    ]);
    const { out: shown } = await run('cases', 'show', starting, '--json');
    expect(shown[0]).not.toMatch(/Karl|karl@/);
    expect(parsed(shown)).toMatchObject([{ case: { status: 'withdrawn', values: { municipality: '791' } } }]);
    expect((await run('gdpr', 'export', '--person', 'karl@example.dk', '--json')).out[0]).toMatch(
      /"cases":\[\],"drafts":\[\],"lines":\[\],"outreach":\[\],"directory":\[\],"absences":\[\],"advisers":\[\],"crm":\[\]/,
    );
    // The CRM's record of the erased case is behind until the service delivers it.
    const kept = (lines: readonly string[]) =>
      (JSON.parse(lines.join('')) as { readonly figures: readonly Reported[] }).figures.filter(
        ({ id }) => id !== 'I-12',
      );
    expect(kept((await count()).out)).toEqual(kept(before));
  });

  it('erases a company’s contact and what was written, and the case goes on', async () => {
    expect((await run('gdpr', 'erase', '--person', 'Hanne Hansen', '--json')).out).toEqual([
      JSON.stringify({ cases: 0, contacts: 1, drafts: 0, lines: 0, outreach: 0, advisers: 0 }),
    ]);
    const [shown = ''] = (await run('cases', 'show', exporting, '--json')).out;
    expect(shown).not.toMatch(/Hanne|4041|Tyskland/);
    expect(JSON.parse(shown)).toMatchObject({ case: { status: 'answered', values: { cvr: '25313763' } } });
  });

  it('erases a company, and cards and CRM follow when the service is back', async () => {
    expect((await run('gdpr', 'erase', '--cvr', '25313763', '--json')).out).toEqual([
      JSON.stringify({ cases: 1, contacts: 0, drafts: 0, lines: 0, outreach: 0, advisers: 0 }),
    ]);
    expect((await run('gdpr', 'export', '--cvr', '25313763', '--json')).out[0]).not.toMatch(
      /Hanne|Hansen VVS/,
    );
    const world = await openTeamsWorld({}, { data: folder, start: '2026-11-20T13:00:00Z' });
    await world.deliver();
    const record = await world.service.deps.crm.findByCase(exporting);
    await world.close();
    expect(record).toMatchObject({ caseId: exporting, cvr: null, companyName: null, contactName: null });
    const [shown = ''] = (await run('cases', 'show', exporting, '--json')).out;
    expect(shown).not.toMatch(PERSONAL);
    expect(JSON.parse(shown)).toMatchObject({
      history: [{}, {}, {}, { event: 'contact-erased' }, { event: 'erased' }],
    });
  });
});
