import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTeamsWorld, type TeamsWorld } from '../../flows/teams-world.ts';
import { type Payload, type TurnView, turnAs } from './turns.ts';

/** The settings of an office in the tab, over HTTP: as in chat, by the same use case, for the same people. */

let world: TeamsWorld;

const page = z.object({
  title: z.string(),
  rows: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      value: z.string(),
      source: z.string(),
      isChanged: z.boolean(),
      version: z.number(),
    }),
  ),
  open: z.object({
    proposals: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  }),
});

const turn = (person: string, fields: Payload) => turnAs(world.base, person, fields);

async function read(person: string) {
  const response = await fetch(`${world.base}/api/tab/settings`, { headers: { 'x-indgang-person': person } });
  const body: unknown = await response.json();
  return { status: response.status, body };
}

const settings = async (person: string) => page.parse((await read(person)).body);
const show = (person: string, setting: string) => turn(person, { verb: 'setting.show', setting });
const change = (person: string, setting: string, typed: Record<string, string>) =>
  turn(person, { verb: 'setting.change', setting, ...typed });
const formOf = ({ actions }: TurnView) =>
  actions.find(({ command }) => command.verb === 'setting.change')?.form ?? [];
const problems = (shown: TurnView) =>
  formOf(shown).flatMap(({ id, problem }) => (problem === undefined ? [] : [[id, problem]]));

beforeAll(async () => {
  world = await openTeamsWorld();
});
afterAll(() => world.close());

describe('the settings in the tab', () => {
  it('are those of one’s own office, each with its value and where it comes from', async () => {
    const { title, rows, open } = await settings('anna-holm');
    expect(title).toContain('LES Viborg');
    const answerBy = rows.find(({ key }) => key === 'answerByHours');
    expect(answerBy).toMatchObject({ value: '48', source: 'standard', isChanged: false });
    expect(open.proposals).toEqual([]);
    // An Erhvervshus has its details only.
    expect((await settings('dan-ravn')).rows.map(({ key }) => key)).not.toContain('answerByHours');
    expect((await read('nobody')).status).toBe(401);
  });

  it('change at once, and say who changed them, when, where and why', async () => {
    const shown = await change('anna-holm', 'answerByHours', { value: '24', why: 'Vi er blevet flere' });
    expect(JSON.stringify(shown)).toMatch(
      /Anna Holm \(tavlen\): fra 48 til 24\. Gælder fra [^"]*\. Begrundelse: Vi er blevet flere"/,
    );
    const row = (await settings('anna-holm')).rows.find(({ key }) => key === 'answerByHours');
    expect(row).toMatchObject({ value: '24', isChanged: true });
    expect(row?.source).toMatch(/^ændret her: Anna Holm, \d+\. \p{L}+ 2026$/u);
    // What was typed in chat says that it was.
    expect(JSON.stringify(await show('anna-holm', 'answerByHours'))).not.toContain('(chat)');
  });

  it('are refused at the input that is wrong, once, with what was typed still in it', async () => {
    const wrong = await change('anna-holm', 'answerByHours', { value: '49', why: 'Derfor' });
    expect(problems(wrong)).toEqual([['value', expect.stringContaining('1 til 48')]]);
    expect(formOf(wrong).map(({ value }) => value)).toEqual(['49', '', 'Derfor']);
    expect(wrong.blocks.filter(({ kind }) => kind === 'callout')).toEqual([]);
    const past = await change('anna-holm', 'answerByHours', { value: '12', from: '2020-01-01' });
    expect(problems(past)).toEqual([['from', expect.any(String)]]);
    const long = await change('anna-holm', 'answerByHours', { value: '12', why: 'a'.repeat(401) });
    expect(problems(long)).toEqual([['why', expect.stringContaining('401')]]);
    expect((await settings('anna-holm')).rows.find(({ key }) => key === 'answerByHours')?.value).toBe('24');
  });

  it('are read by others of the office, who cannot change them', async () => {
    const shown = await show('finn-dahl', 'answerByHours');
    expect(shown.actions).toEqual([]);
    const refused = JSON.stringify(await change('finn-dahl', 'answerByHours', { value: '12' }));
    expect(refused).toMatch(/koordinator/i);
    expect((await settings('anna-holm')).rows.find(({ key }) => key === 'answerByHours')?.value).toBe('24');
  });

  it('tell a page that it is behind, and a page that is not nothing', async () => {
    const headers = { 'x-indgang-person': 'anna-holm' };
    const first = await fetch(`${world.base}/api/tab/settings`, { headers });
    const known = { ...headers, 'if-none-match': first.headers.get('etag') ?? '' };
    const again = await fetch(`${world.base}/api/tab/settings`, { headers: known });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const versions = async () =>
      Object.fromEntries((await settings('anna-holm')).rows.map(({ key, version }) => [key, version]));
    const before = await versions();
    expect((await show('anna-holm', 'answerByHours')).version).toBe(before.answerByHours);
    const changed = await change('anna-holm', 'answerByHours', { value: '36', why: 'Ferie' });
    const after = await versions();
    expect(after.answerByHours).toBeGreaterThan(before.answerByHours ?? 0);
    expect(changed.version).toBe(after.answerByHours);
    expect({ ...after, answerByHours: 0 }).toEqual({ ...before, answerByHours: 0 });
    expect((await fetch(`${world.base}/api/tab/settings`, { headers: known })).status).toBe(200);
  });

  it('wait for the other side where cases move, which answers in the tab as well', async () => {
    const typed = { value: 'succession', why: 'Vi har fået en rådgiver' };
    const preview = await change('anna-holm', 'localAreas', typed);
    const send = preview.actions.find(({ command }) => command.sure === 'true');
    expect(send?.command.why).toBe(typed.why);
    const sent = await turn('anna-holm', send?.command ?? {});
    const proposals = (await settings('anna-holm')).open.proposals;
    expect(proposals).toHaveLength(1);
    const [{ id } = { id: '' }] = proposals;
    expect(sent.actions.map(({ command }) => command.verb)).toEqual(['setting.withdraw']);

    // Both sides see it; who may not answer sees no buttons.
    expect((await settings('dan-ravn')).open.proposals.map((one) => one.id)).toEqual([id]);
    const asked = await turn('carla-winther', { verb: 'setting.look', changeId: id });
    expect(JSON.stringify(asked)).toContain(typed.why);
    const mayAnswer = (await turn('dan-ravn', { verb: 'setting.look', changeId: id })).actions;
    expect(mayAnswer.map(({ command }) => command.verb)).toEqual(['setting.accept', 'setting.decline']);
    expect(asked.actions).toEqual([]);
    await turn('dan-ravn', { verb: 'setting.accept', changeId: id });
    expect((await settings('dan-ravn')).open.proposals).toEqual([]);
    const history = JSON.stringify(await show('anna-holm', 'localAreas'));
    expect(history).toContain('Godkendt af Dan Ravn (Erhvervshus Midtjylland).');
    expect(history).toContain(`Begrundelse: ${typed.why}`);
    // Another office knows nothing of it.
    expect((await settings('bo-krogh')).open.proposals).toEqual([]);
    const foreign = JSON.stringify(await turn('bo-krogh', { verb: 'setting.look', changeId: id }));
    expect(foreign).not.toContain(typed.why);
  });

  it('keep no CPR number of a reason', async () => {
    const shown = await change('anna-holm', 'maxReturns', { value: '2', why: 'Ole 010203-1234 sagde det' });
    const text = JSON.stringify(shown);
    expect(text).toContain('Begrundelse: Ole');
    expect(text).not.toContain('010203');
  });
});
