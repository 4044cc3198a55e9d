import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseSubject, heldOn } from '../../../src/app/data-subject.ts';
import { keepOutreachRetention } from '../../../src/app/outreach/erase-outreach.ts';
import { replayErasures } from '../../../src/app/replay-erasures.ts';
import { FIGURES } from '../../../src/core/indicators/figure-table.ts';
import { figures } from '../../../src/core/indicators/figures.ts';
import { outreachFigures } from '../../../src/core/indicators/outreach-figures.ts';
import type { FigureQuestion, SplitKey } from '../../../src/core/indicators/question.ts';
import type { RawInput } from '../../../src/core/raw-input.ts';
import { calendar } from '../../loop/loop-world.ts';
import { type AppWorld, HANSEN, openAppWorld } from '../app-world.ts';

/** Outreach contacts after the conversation: in the figures, in what is held on a company, and once it is erased. */

const ANNA = 'anna-holm';
const CARLA = 'carla-winther';
const NOW = '2026-12-01T09:00:00.000Z';
let world: AppWorld;

beforeEach(async () => {
  world = await openAppWorld({ start: '2026-11-20T09:00:00.000Z' });
  world.companies = [
    { ...HANSEN, founded: '2024-11-01' },
    { ...HANSEN, cvr: '99100141', name: 'Ida Bager', form: 'Enkeltmandsvirksomhed' },
  ];
});
afterEach(() => world.close());

const made = (person: string, input: RawInput) =>
  world.do(person, {
    name: 'outreach',
    verb: 'outreach.made',
    id: null,
    input: { company: '25313763', outcome: 'no-need', ...input },
  });
const stored = () => world.unitOfWork.read((stores) => stores.outreach.page('', 100));
const deps = () => ({ unitOfWork: world.unitOfWork, crm: world.crm, calendar, ids: ids() });
function ids() {
  let named = 0;
  return { id: () => `key${++named}`, caseId: () => `case${++named}` };
}
const question = (more: Partial<FigureQuestion> = {}): FigureQuestion => ({
  period: { from: '2026-11-01', to: '2026-11-30' },
  asOf: NOW,
  organisation: null,
  by: [],
  municipalities: new Map(),
  ...more,
});
async function numeratorOf(code: string, more: Partial<FigureQuestion> = {}): Promise<number> {
  const counted = figures([], question(more), FIGURES, await stored());
  return counted.filter((one) => one.code === code).reduce((sum, { numerator }) => sum + numerator, 0);
}

describe('in the figures, contacts that were made', () => {
  it('are entrepreneurs and growth companies in contact, each company once, and nothing else', async () => {
    await made(CARLA, {});
    await made(ANNA, { segment: 'growth', on: '2026-11-19' });
    await made(CARLA, { company: '99100141' });
    expect(await numeratorOf('I-01')).toBe(1);
    expect(await numeratorOf('I-02')).toBe(1);
    const others = figures([], question(), FIGURES, await stored()).filter(
      ({ code }) => code !== 'I-01' && code !== 'I-02',
    );
    expect(others.map(({ numerator }) => numerator).every((one) => one === 0)).toBe(true);
    expect(others.map(({ denominator }) => denominator).every((one) => !one)).toBe(true);
  });

  it.each<[Partial<FigureQuestion>, number]>([
    [{ period: { from: '2026-11-21', to: '2026-11-30' } }, 0],
    [{ asOf: '2026-11-19T09:00:00.000Z' }, 0],
    [{ organisation: 'les-791' }, 1],
    [{ organisation: 'ehm-midtjylland' }, 1],
    [{ organisation: 'les-751' }, 0],
    [{ by: ['month', 'stage', 'organisation'] satisfies SplitKey[] }, 2],
  ])('count where and when they were made, and for everybody who took part: %j', async (more, number) => {
    await made(CARLA, { jointly: 'les-791' });
    expect(await numeratorOf('I-01', more)).toBe(number);
  });

  it('and collisions are in the own figures', async () => {
    const plan = (person: string) =>
      world.do(person, { name: 'outreach', verb: 'outreach.plan', id: null, input: { company: '25313763' } });
    await plan(CARLA);
    await plan(ANNA);
    await made(CARLA, {});
    const contacts = await stored();
    expect(outreachFigures(contacts, question())).toEqual({ made: 1, collisions: 1 });
    expect(outreachFigures(contacts, question({ organisation: 'les-791' }))).toEqual({
      made: 0,
      collisions: 1,
    });
    expect(outreachFigures(contacts, question({ organisation: 'les-751' }))).toEqual({
      made: 0,
      collisions: 0,
    });
  });
});

describe('what is held on a company', () => {
  it('includes its contacts, and erasing leaves what the figures count', async () => {
    await made(CARLA, { note: 'Ole vil ringe' });
    await made(ANNA, { on: '2026-11-19' });
    const subject = { kind: 'company', cvr: '25313763' } as const;
    expect((await heldOn(deps(), subject)).outreach).toHaveLength(2);
    expect(await eraseSubject(deps(), subject, NOW)).toMatchObject({ outreach: 2 });
    const after = await stored();
    expect(JSON.stringify(after)).not.toMatch(/25313763|Hansen|Ole/);
    expect(await numeratorOf('I-01')).toBe(1);
    expect((await heldOn(deps(), subject)).outreach).toEqual([]);
  });

  it('is found by the name of the person who is the company', async () => {
    await made(CARLA, { company: '99100141' });
    expect(await eraseSubject(deps(), { kind: 'person', said: 'ida  bager' }, NOW)).toMatchObject({
      outreach: 1,
    });
    expect(JSON.stringify(await stored())).not.toMatch(/Ida|99100141/);
  });

  it('leaves the cards that stand in the channels of both sides', async () => {
    await world.bind('les-791');
    await world.do(CARLA, {
      name: 'outreach',
      verb: 'outreach.plan',
      id: null,
      input: { company: '25313763', need: 'Ole vil til Norge' },
    });
    await world.worker.drain();
    const shown = () => JSON.stringify(world.standing.map(({ message }) => message.answer));
    expect(shown()).toContain('Hansen');
    await eraseSubject(deps(), { kind: 'company', cvr: '25313763' }, world.clock.now());
    await world.worker.drain();
    expect(world.standing).toMatchObject([{ changes: 1 }]);
    expect(shown()).not.toMatch(/25313763|Hansen|Ole/);
  });

  it('is found by the name of a person in what was typed, and loses those words only', async () => {
    await made(CARLA, { note: 'Talte med Ole  Berg' });
    await world.do(ANNA, {
      name: 'outreach',
      verb: 'outreach.plan',
      id: null,
      input: { company: '99100141', need: 'ole berg har et behov' },
    });
    const planned = (await stored()).find(({ made }) => !made);
    await world.do(CARLA, {
      name: 'outreach',
      verb: 'outreach.object',
      id: planned?.id ?? null,
      input: { reason: 'Ole Berg er vores' },
    });
    const subject = { kind: 'person', said: 'Ole Berg' } as const;
    expect((await heldOn(deps(), subject)).outreach).toHaveLength(2);
    expect(await eraseSubject(deps(), subject, NOW)).toMatchObject({ outreach: 2 });
    const after = await stored();
    expect(JSON.stringify(after)).not.toMatch(/ole\s+berg/i);
    expect(after.map(({ company, erasedAt }) => [company.cvr, erasedAt]).sort()).toEqual([
      ['25313763', null],
      ['99100141', null],
    ]);
    expect((await heldOn(deps(), subject)).outreach).toEqual([]);
  });

  it('loses those words again in a store that is older than the erasure', async () => {
    await made(CARLA, { note: 'Talte med Ole Berg' });
    const [contact] = await stored();
    const erasure = {
      id: 'E1',
      at: NOW,
      cause: 'request',
      cases: [],
      contacts: [],
      drafts: [],
      outreach: [contact?.id ?? ''],
      subject: ['print text:ole berg'],
    } as const;
    const journal = { erasures: [erasure], fingerprint: (key: string) => `print ${key}` };
    expect(await replayErasures(deps(), journal, NOW)).toBe(1);
    expect(await stored()).toMatchObject([{ company: { cvr: '25313763' }, made: { note: null } }]);
  });

  it('is erased again in a store that is older than the erasure', async () => {
    await made(CARLA, {});
    const erasure = {
      id: 'E1',
      at: NOW,
      cause: 'request',
      cases: [],
      contacts: [],
      drafts: [],
      subject: ['print cvr:25313763'],
    } as const;
    const journal = { erasures: [erasure], fingerprint: (key: string) => `print ${key}` };
    expect(await replayErasures(deps(), journal, NOW)).toBe(1);
    expect(await stored()).toMatchObject([
      { company: { cvr: null, companyKey: expect.any(String) }, erasedAt: NOW },
    ]);
  });

  it('is erased again up to the moment of the erasure; what was made after it stays', async () => {
    await made(CARLA, {});
    const [contact] = await stored();
    const erasedAt = (id: string, at: string) => {
      const none = { cases: [], contacts: [], drafts: [] };
      const erasure = { id, at, cause: 'request', ...none, subject: ['print cvr:25313763'] } as const;
      return replayErasures(
        deps(),
        { erasures: [erasure], fingerprint: (key: string) => `print ${key}` },
        NOW,
      );
    };
    await erasedAt('E1', '2026-11-20T08:59:59.999Z');
    expect(await stored()).toEqual([contact]);
    await erasedAt('E2', contact?.createdAt ?? '');
    expect(await stored()).toMatchObject([{ company: { cvr: null }, erasedAt: NOW }]);
  });

  it('is made anonymous 60 months after the last that happened', async () => {
    await made(CARLA, {});
    expect(await keepOutreachRetention(world, '2031-11-20T08:59:59.999Z')).toBe(0);
    expect(await keepOutreachRetention(world, '2031-11-20T09:00:00.001Z')).toBe(1);
    expect(await keepOutreachRetention(world, '2031-11-21T09:00:00.000Z')).toBe(0);
    expect(await stored()).toMatchObject([
      { company: { cvr: null, name: null }, made: { outcome: 'no-need' } },
    ]);
  });
});
