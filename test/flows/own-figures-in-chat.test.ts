import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runWith } from '../cli/cli-world.ts';
import { fillYear } from '../support/generated-year.ts';
import { wordsOn } from './card-hands.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** `gråzoner` and `dialogmøde` in chat: what `indgang indicators` and `indgang dialogmøde` count. */

let world: TeamsWorld;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-figures-'));
  await fillYear(folder, 2026, 300);
  world = await openTeamsWorld({}, { data: folder });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const say = async (person: string, text: string) => {
  const answers = await world.say(person, chatOf(person), text);
  return answers.map((one) => wordsOn(one.card) + one.text).join('\n');
};

const zones = z.object({
  own: z.object({ greyZones: z.array(z.object({ caseId: z.string(), end: z.string() })) }),
});

async function greyZones(organisation: string, from: string, to: string) {
  const { out } = await runWith([
    'indicators',
    '--from',
    from,
    '--to',
    to,
    '--organisation',
    organisation,
    '--as-of',
    '2026-11-20T09:00:00Z',
    '--json',
    '--data',
    folder,
  ]);
  return zones.parse(JSON.parse(out.join('\n'))).own.greyZones;
}

describe('a coordinator', () => {
  it('sees which cases lay in a grey zone and how they were settled', async () => {
    const counted = await greyZones('les-791', '2026-01-01', '2026-12-31');
    expect(counted.length).toBeGreaterThan(0);
    const words = await say('anna-holm', 'gråzoner 2026');
    expect(words).toContain('Gråzoner for LES Viborg');
    for (const { caseId } of counted.slice(0, 10)) expect(words).toContain(caseId);
    expect(words).toMatch(/Ikke afklaret|Blev, hvor sagen var/);
    expect(words).not.toMatch(/Firma|Hansen/);
  });

  it('sees what was between the office and its Erhvervshus, in Danish and English', async () => {
    const words = await say('anna-holm', 'dialogmøde 2026');
    expect(words).toContain('Mellem LES Viborg og Erhvervshus Midtjylland');
    expect(words).toContain('Tilbud om sager og returneringer');
    // The house serves other offices too: nothing of theirs is between these two.
    expect(words).not.toMatch(/LES (?!Viborg)|Horsens|Skiveegnens/);
    await say('anna-holm', 'language en');
    expect(await say('anna-holm', 'dialogue 2026')).toContain(
      'Between LES Viborg and Erhvervshus Midtjylland',
    );
    expect(await say('anna-holm', 'grey zones Q1 2026')).toContain('Grey zones of LES Viborg');
    await say('anna-holm', 'sprog da');
  });

  it('is told of a period that is none, and of one that has not begun', async () => {
    expect(await say('anna-holm', 'gråzoner K7')).not.toContain('Gråzoner for');
    expect(await say('anna-holm', 'gråzoner K4 2027')).not.toContain('Gråzoner for');
  });
});

describe('a consultant', () => {
  it('is told that this is for coordinators', async () => {
    expect(await say('eva-lund', 'gråzoner')).toMatch(/koordinator/i);
  });
});
