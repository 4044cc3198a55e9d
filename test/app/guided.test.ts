import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { converse } from './transcript.ts';

/** The guided intake as transcripts: said, and what the answer says. */

let folder: string;
let world: TeamsWorld;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-app-'));
  world = await openTeamsWorld({}, { data: folder });
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const anna = chatOf('anna-holm');

describe('one question at a time', () => {
  it('leads a company without a CVR number from the first word to its case', () =>
    converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed drejer det sig om?'],
      ['har ikke cvr', 'Hvilken kommune'],
      ['Viborg', 'Hvad har de brug for?'],
      ['eksport', 'Hvor langt er virksomheden nået?'],
      ['etableret', 'Eksport og internationalisering: gælder et af følgende?'],
      ['længere forløb', 'Hvem skal vi kontakte?'],
      ['Mette Hansen 40411234', 'Må vi dele oplysningerne'],
      [
        'ja',
        'Den rette dør: Erhvervshus Midtjylland',
        'O10',
        'Principper for god erhvervsservice i Midtjylland',
      ],
      ['bekræft', 'er oprettet og sendt til Erhvervshus Midtjylland', 'Mette Hansen'],
      ['sager', 'Mette Hansen', '1 sag'],
    ]));

  it('does the same in English for whoever asks for it', () =>
    converse(world, 'anna-holm', anna, [
      ['language en', 'English'],
      ['guided', 'Which company'],
      ['no cvr', 'municipality'],
      ['Viborg', 'What do they need?'],
      ['export', 'How far has the company come?'],
      ['established', 'does any of these apply?'],
      ['none', 'Whom should we contact?'],
      ['skip', 'door is your own: LES Viborg'],
    ]));

  it('asks only what could still change the door: the register has answered the rest', () =>
    converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['25313763', 'Hvad har de brug for?', 'not Hvilken kommune'],
      ['byggesag', 'Hvem skal vi kontakte?', 'not Hvor langt'],
      ['spring over', 'dør er jeres egen: LES Viborg', 'O4'],
    ]));

  it('says what is wrong with an answer, and asks again', () =>
    converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['12345678', 'ikke et gyldigt CVR-nummer', 'Hvilken virksomhed'],
      ['har ikke', 'Hvilken kommune'],
      ['Atlantis', 'Hvilken kommune'],
      ['Skive', 'Hvad har de brug for?'],
    ]));

  it('goes back, corrects any earlier answer from anywhere, and helps in between without losing the question', () =>
    converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['har ikke', 'Hvilken kommune'],
      ['Viborg', 'Hvad har de brug for?'],
      ['tilbage', 'Hvilken kommune'],
      ['Aarhus', 'Hvad har de brug for?'],
      ['eksport', 'Hvor langt'],
      ['hjælp', 'Det kan du skrive til mig', 'Hvor langt er virksomheden nået?'],
      ['ret kommune Viborg', 'Hvor langt er virksomheden nået?'],
      ['etableret', 'gælder et af følgende?'],
      ['nej', 'Hvem skal vi kontakte?'],
      ['spring over', 'dør er jeres egen: LES Viborg', 'O12'],
      ['ret behov finansiering', 'Den rette dør: Erhvervshus Midtjylland'],
    ]));

  it('drops what is annulled, and has nothing to annul after it', () =>
    converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['har ikke', 'Hvilken kommune'],
      ['annuller', 'annulleret'],
      ['annuller', 'not annulleret.'],
    ]));
});

describe('a draft', () => {
  it('survives a restart, and is offered again by “ny”', async () => {
    await converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['har ikke', 'Hvilken kommune'],
      ['Viborg', 'Hvad har de brug for?'],
    ]);
    await world.close();
    world = await openTeamsWorld({}, { data: folder });
    await converse(world, 'anna-holm', anna, [
      ['ny', 'Du har en kladde liggende', 'Viborg'],
      ['fortsæt', 'Hvad har de brug for?'],
    ]);
  });

  it('is the same in a second conversation', async () => {
    await converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['har ikke', 'Hvilken kommune'],
      ['Viborg', 'Hvad har de brug for?'],
    ]);
    await converse(world, 'anna-holm', channelOf('les-791'), [
      ['<at>Indgang</at> eksport', 'Hvor langt er virksomheden nået?'],
    ]);
    await converse(world, 'anna-holm', anna, [['etableret', 'gælder et af følgende?']]);
  });

  it('begins anew where that is chosen', () =>
    converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['har ikke', 'Hvilken kommune'],
      ['Viborg', 'Hvad har de brug for?'],
      ['ny', 'Du har en kladde liggende'],
      ['forfra', 'Ny henvendelse', 'not kladde'],
    ]));

  it('is nobody else’s', async () => {
    await converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['har ikke', 'Hvilken kommune'],
    ]);
    await converse(world, 'bo-krogh', chatOf('bo-krogh'), [
      ['ny', 'Ny henvendelse', 'not kladde'],
      ['bekræft', 'not er oprettet'],
    ]);
  });
});

describe('choosing another owner', () => {
  it('takes a reason, which the case then carries; none without one', () =>
    converse(world, 'anna-holm', anna, [
      ['log Hansen VVS cvr 25313763, ring 40411234', 'Hvad har de brug for?'],
      ['byggesag', 'dør er jeres egen: LES Viborg'],
      ['anden ejer ehm-midtjylland', 'dør er jeres egen: LES Viborg', 'Skriv en begrundelse'],
      [
        'anden ejer ehm-midtjylland de har en sag i forvejen',
        'Erhvervshus Midtjylland',
        'de har en sag i forvejen',
      ],
    ]));
});

describe('the register', () => {
  it('may be down: intake goes on and says so', async () => {
    await world.close();
    world = await openTeamsWorld({
      register: {
        findByCvr: async () => ({ state: 'unavailable', code: 'down' }),
        searchByName: async () => ({ state: 'unavailable', code: 'down' }),
      },
    });
    await converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['25313763', 'Hvilken kommune'],
      ['Viborg', 'Hvad har de brug for?'],
      ['byggesag', 'Hvem skal vi kontakte?'],
      ['spring over', 'dør er jeres egen: LES Viborg'],
    ]);
  });

  it('finds a company by its name', () =>
    converse(world, 'anna-holm', anna, [
      ['guide', 'Hvilken virksomhed'],
      ['Hansen VVS', 'Hvad har de brug for?'],
      ['byggesag', 'Hvem skal vi kontakte?'],
      ['spring over', 'Hansen VVS ApS'],
    ]));
});

describe('a company that already has a case', () => {
  it('is shown with its owner, and is not sent elsewhere', async () => {
    await converse(world, 'anna-holm', anna, [
      ['log Hansen VVS cvr 25313763, ring 40411234', 'Hvad har de brug for?'],
      ['byggesag', 'dør er jeres egen: LES Viborg'],
      ['bekræft samtykke', 'er oprettet'],
    ]);
    await converse(world, 'bo-krogh', chatOf('bo-krogh'), [
      ['log Hansen VVS cvr 25313763, ring 40411234', 'Hvad har de brug for?'],
      ['eksport', 'LES Viborg', 'sag'],
    ]);
  });

  it('gets the new need added with its words: no second case, and nothing is left lying', async () => {
    await converse(world, 'anna-holm', anna, [
      ['log Hansen VVS cvr 25313763, ring 40411234', 'Hvad har de brug for?'],
      ['byggesag', 'dør er jeres egen: LES Viborg'],
      ['bekræft samtykke', 'er oprettet'],
      [
        'log Hansen VVS cvr 25313763 vil ansætte en lærling',
        'Virksomheden har allerede en sag hos LES Viborg',
      ],
      ['Mette Hansen 40411235', 'O2', 'Føj til den igangværende sag', 'Opret alligevel en ny sag'],
      [
        'bekræft',
        'Henvendelsen er føjet til sagen',
        'Jobcenter, praktik og uddannelse',
        'vil ansætte en lærling',
        'Mette Hansen 40411235',
      ],
      ['sager', '1 sag', 'not Kladde'],
      ['sag 25313763', 'vil ansætte en lærling'],
    ]);
  });

  it('gets a new case where somebody says so, and is shared only on a basis', async () => {
    await converse(world, 'anna-holm', anna, [
      ['log Hansen VVS cvr 25313763, ring 40411234', 'Hvad har de brug for?'],
      ['byggesag', 'dør er jeres egen: LES Viborg'],
      ['bekræft samtykke', 'er oprettet'],
      ['log Hansen VVS cvr 25313763, ring 40411234, lærling', 'Føj til den igangværende sag'],
      ['bekræft ny sag', 'Sagen er ikke oprettet endnu', 'Opret med samtykke'],
      ['bekræft ny sag med samtykke', 'er oprettet'],
      ['sager', '2 sager'],
    ]);
    await converse(world, 'bo-krogh', chatOf('bo-krogh'), [
      ['log Hansen VVS cvr 25313763, ring 40411234, lærling', 'Føj til med samtykke', 'Må vi dele'],
      ['bekræft', 'Henvendelsen er ikke føjet til sagen endnu', 'not Henvendelsen er føjet til'],
      ['bekræft samtykke', 'Henvendelsen er føjet til sagen', 'LES Viborg', 'not 40411234'],
    ]);
  });
});
