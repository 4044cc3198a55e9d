import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTeamsWorld, type TeamsWorld } from '../../flows/teams-world.ts';
import { caseBy, type Payload, postAs, turnAs } from './turns.ts';

/** A value of a setting tried on the past year's cases, over HTTP: what it counts, whose cases it lists, and who may. */

let world: TeamsWorld;

const counts = z.array(z.object({ name: z.string(), counts: z.array(z.number()) }));
const trial = z.object({
  title: z.string(),
  summary: z.string(),
  fault: z.string().nullable(),
  tables: z.array(z.object({ title: z.string(), columns: z.array(z.string()), rows: counts })),
  changed: z.object({
    rows: z.array(
      z.object({
        caseId: z.string(),
        title: z.string(),
        needs: z.string(),
        change: z.string(),
        goesElsewhere: z.boolean(),
      }),
    ),
    notes: z.array(z.string()),
  }),
});
const turn = (person: string, payload: Payload) => turnAs(world.base, person, payload);
const tryIt = (person: string, payload: Payload) => postAs(world.base, 'try', person, { payload });
const change = (setting: string, value: string) => ({ verb: 'setting.change', setting, value });
const tried = async (person: string, payload: Payload) => trial.parse((await tryIt(person, payload)).body);

let own: string;
let theirs: string;

beforeAll(async () => {
  world = await openTeamsWorld();
  own = await caseBy(
    world.base,
    'anna-holm',
    '25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234',
  );
  await caseBy(
    world.base,
    'anna-holm',
    '99106271 leder efter nye lokaler til produktion, Ida Bro 51 22 33 44',
  );
  theirs = await caseBy(
    world.base,
    'eva-lund',
    '99105623 vil vide hvordan man får patent på en bjælke, Ib Falk 40411235',
  );
});
afterAll(() => world.close());

describe('a value that is tried on the past year’s cases', () => {
  it('counts what would go elsewhere, by municipality and need, and lists the cases with both owners', async () => {
    const { title, fault, tables, changed } = await tried('anna-holm', change('localAreas', 'patents-ipr'));
    expect(title).toMatch(/^Prøvet: .* = Patent/);
    expect(fault).toBeNull();
    expect(tables.map(({ rows }) => rows)).toEqual([
      [{ name: 'Viborg', counts: [3, 2, 0] }],
      expect.arrayContaining([{ name: expect.stringContaining('Patent'), counts: [2, 2, 0] }]),
    ]);
    expect(changed.rows.map(({ caseId }) => caseId).sort()).toEqual([own, theirs].sort());
    for (const { change: words, goesElsewhere } of changed.rows) {
      expect(words).toMatch(/^Fra Erhvervshus Midtjylland \(O\d+\) til LES Viborg \(O9\)\./);
      expect(goesElsewhere).toBe(true);
    }
    expect(changed.notes).toEqual([]);
  });

  it('counts what stays with its owner apart, and says what is different', async () => {
    const { tables, changed } = await tried('anna-holm', change('answerByHours', '24'));
    expect(tables[0]?.rows).toEqual([{ name: 'Viborg', counts: [3, 0, 1] }]);
    expect(changed.rows).toHaveLength(1);
    expect(changed.rows[0]).toMatchObject({
      goesElsewhere: false,
      change: expect.stringContaining('svarfrist'),
    });
  });

  it('changes nothing', async () => {
    await tried('anna-holm', change('answerByHours', '12'));
    const shown = JSON.stringify(await turn('anna-holm', { verb: 'setting.show', setting: 'answerByHours' }));
    expect(shown).toContain('48 (standard)');
    expect(await world.service.unitOfWork.read((stores) => stores.settings.all())).toEqual([]);
  });

  it('is for coordinators, of settings by which cases are decided, and of values that can be', async () => {
    const problem = async (person: string, payload: Payload) => {
      const { status, body } = await tryIt(person, payload);
      return [status, z.object({ problem: z.string() }).parse(body).problem];
    };
    expect(await problem('finn-dahl', change('answerByHours', '24'))).toEqual([
      403,
      expect.stringMatching(/koordinator/i),
    ]);
    expect(await problem('anna-holm', change('answerByHours', '49'))).toEqual([
      200,
      expect.stringContaining('1 til 48'),
    ]);
    expect((await problem('anna-holm', change('phone', '87123456')))[0]).toBe(200);
    // An Erhvervshus decides nothing by its settings.
    expect((await problem('dan-ravn', change('localAreas', 'patents-ipr')))[0]).toBe(200);
    const masked = await tryIt('anna-holm', change('answerByHours', 'Ole 010203-1234'));
    expect(JSON.stringify(masked.body)).not.toContain('010203');
    expect((await tryIt('nobody', change('answerByHours', '24'))).status).toBe(401);
    expect((await tryIt('anna-holm', { verb: 'open.help' })).status).toBe(400);
    expect((await postAs(world.base, 'try', 'anna-holm', { payload: 'x' })).status).toBe(400);
  });

  it('lists nobody’s case whom the reader may not follow, and says how many they are', async () => {
    await turn('anna-holm', change('shareLevel', 'visits'));
    const { tables, changed } = await tried('anna-holm', change('localAreas', 'patents-ipr'));
    expect(tables[0]?.rows).toEqual([{ name: 'Viborg', counts: [3, 2, 0] }]);
    expect(changed.rows.map(({ caseId }) => caseId)).toEqual([own]);
    expect(changed.notes).toEqual(['Og 1 sag, som du ikke må se.']);
  });

  it('is tried by the side that is asked as well, of the proposal as it stands', async () => {
    const typed = { ...change('localAreas', 'patents-ipr'), sure: 'true' };
    await turn('anna-holm', typed);
    const open = (await world.service.unitOfWork.read((stores) => stores.settings.all())).find(
      ({ state }) => state === 'proposed',
    );
    const look = { verb: 'setting.look', changeId: open?.id ?? '' };
    expect((await tried('dan-ravn', look)).changed.rows.map(({ caseId }) => caseId)).toContain(theirs);
    const foreign = z.object({ problem: z.string() }).parse((await tryIt('bo-krogh', look)).body);
    expect(foreign.problem).not.toContain('Viborg');
  });
});
