import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nameOrganisations, standardName } from '../../src/core/organisation.ts';
import { wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-offices-'));
  writeFileSync(
    join(folder, '791.json'),
    JSON.stringify({
      municipality: '791',
      officeName: 'Viborg Erhverv',
      phone: '87 12 34 56',
      openingHours: { monday: ['08:30-15:00'], tuesday: ['08:30-15:00'], friday: ['08:30-12:00'] },
      closedDays: ['2026-12-24'],
      shareLevel: 'visits',
    }),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  nameOrganisations(standardName);
});

let world: TeamsWorld;
afterEach(() => world.close());
const withFile = async () => {
  world = await openTeamsWorld({}, { settings: { INDGANG_MUNICIPALITIES: folder } });
};
const said = async (text: string, place = chatOf('anna-holm')) =>
  (await world.say('anna-holm', place, text)).map(({ card, text }) => `${text}${wordsOn(card)}`).join('\n');

describe('`indstillinger`', () => {
  it('shows what is set for one’s office, and from where', async () => {
    await withFile();
    const words = await said('indstillinger');
    expect(words).toContain('Indstillinger for Viborg Erhverv');
    expect(words).toContain('87 12 34 56 (fra filen)');
    expect(words).toContain('mandag–tirsdag kl. 8.30–15, fredag kl. 8.30–12 (fra filen)');
    expect(words).toContain('24. december 2026 (fra filen)');
    expect(words).toContain('erhverv@viborg.example (opdigtet til demoen)');
    expect(words).toContain('kun hvem der hjælper virksomheden og siden hvornår (fra filen)');
    expect(words).toContain('nej (standard)');
    expect(words).toContain('ikke angivet');
    expect(words).toContain('791.json');
    expect(await said('<at>Indgang</at> indstillinger', channelOf('les-791'))).toContain('87 12 34 56');
  });

  it('shows it in English, and stands in the help', async () => {
    await withFile();
    await said('sprog en');
    expect(await said('settings')).toContain(
      'Monday–Tuesday 08:30–15:00, Friday 08:30–12:00 (from the file)',
    );
    expect(await said('help')).toContain("the office's name, phone and opening hours");
    expect(await said('hjælp')).not.toContain('kontorets navn');
  });
});

describe('an office’s own name', () => {
  it('stands wherever the office is named', async () => {
    await withFile();
    await said('log 25313763 byggetilladelse');
    await said('spring over');
    const created = await said('bekræft uden samtykke');
    const words = [created, await said('bekræft samtykke'), await said('sager kontor')].join('\n');
    expect(words).toContain('Viborg Erhverv');
    expect(words).not.toContain('LES Viborg');
  });

  it('is the documents’ where there is no demo', async () => {
    const people = join(folder, 'people.json');
    writeFileSync(people, JSON.stringify({ people: [] }));
    world = await openTeamsWorld({}, { settings: { INDGANG_DIRECTORY: people } });
    expect(world.service.deps.officeOf('les-791')).toMatchObject({
      name: 'VIBORGegnens Erhvervsråd',
      phone: null,
    });
  });
});
