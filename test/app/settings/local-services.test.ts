import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../../dialogs/commands.ts';
import { refusalWords } from '../../../dialogs/refusal-words.ts';
import { crmRecordOf } from '../../../src/app/crm-record.ts';
import { FIGURES } from '../../../src/core/indicators/figure-table.ts';
import { figures } from '../../../src/core/indicators/figures.ts';
import { recordOfCase } from '../../../src/core/indicators/record-of-case.ts';
import { parseSettings } from '../../../src/core/triage/settings.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** What a municipality has agreed about local services: `localServices`, `houseActsAsLes`. */

const ANNA = 'anna-holm';
const DAN = 'dan-ravn';

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps' });
});
afterEach(() => world.close());

const says = (line: string, person = ANNA) => world.says(person, readCommand(line));
const only = async () => {
  const [kase, ...others] = await world.cases();
  if (!kase || others.length > 0) throw new Error('There is not one case');
  return kase;
};
/** A typed line on the one case, whose number here is no number that people type. */
const onCase = async (line: string, person = ANNA) => {
  const command = readCommand(line.replace('ID', 'K3F9-QTX2'));
  if (command.name !== 'case-action') throw new Error(`${line} is ${command.name}`);
  return world.says(person, { ...command, caseId: (await only()).id });
};
/** A case of the office, or of the house that it went to. */
const aCase = async (at: 'office' | 'house') => {
  await says('ny');
  const areas = at === 'office' ? 'authority-permits' : 'internationalisation';
  await world.intake(ANNA, 'intake.submit', { cvr: '25313763', areas, consent: 'consent' });
  await world.intake(ANNA, 'intake.confirm');
  if (at === 'house') await onCase('overtag ID', DAN);
};
const choicesFor = async (person: string) => {
  const { answers } = await world.do(person, { name: 'case', caseId: (await only()).id });
  const [answer] = answers;
  return answer?.kind === 'case' ? answer.viewer.ownServices : undefined;
};

describe('localServices', () => {
  it('are registered and found only where the office has them', async () => {
    await aCase('office');
    expect(await onCase('ydelse ID Vækstcafé')).toEqual(['case open - unknown-service']);
    expect(await choicesFor(ANNA)).toEqual([]);
    expect(await says('tilbud vækstcafé')).toEqual(['offers ']);

    await says('indstil lokale ydelser Vækstcafé, Byggesagsguide');
    expect(await choicesFor(ANNA)).toEqual(['Vækstcafé', 'Byggesagsguide']);
    expect(await onCase('ydelse ID vaekstcafe; timer: 2')).toEqual(['case open done']);
    const { services } = await only();
    expect(services).toMatchObject([{ service: 'Vækstcafé', hours: 2 }]);
    expect(services?.[0]).not.toHaveProperty('asLes');
    expect(await says('tilbud vækstcafé')).toEqual(['offers local-791-1']);
    expect(await says('tilbud byggesagsguide Viborg', DAN)).toEqual(['offers local-791-2']);
    // They are this municipality's alone.
    expect(await says('tilbud vækstcafé Skive')).toEqual(['offers ']);
    expect(await says('tilbud vækstcafé', 'bo-krogh')).toEqual(['offers ']);

    await says('indstil lokale ydelser ingen');
    expect(await onCase('ydelse ID Byggesagsguide')).toEqual(['case open - unknown-service']);
    expect(await says('tilbud byggesagsguide')).toEqual(['offers ']);
  });

  it('are proposed for a slip', async () => {
    await says('indstil lokale ydelser Byggesagsguide');
    await aCase('office');
    const command = readCommand('ydelse K3F9-QTX2 Byggesagsgiude');
    if (command.name !== 'case-action') throw new Error(command.name);
    const { answers } = await world.do(ANNA, { ...command, caseId: (await only()).id });
    expect(JSON.stringify(answers)).toContain('"services":"Byggesagsguide"');
  });

  it.each([
    ['a name of the common list', ['Camps']],
    ['one name twice', ['Vækstcafé', 'vækstcafé']],
    ['a name that a line would split', ['Råd, regler']],
  ])('refuse %s in a file, and say what is right', (_what, localServices) => {
    const parsed = parseSettings('791.json', JSON.stringify({ municipality: '791', localServices }));
    expect(parsed).toMatchObject({ ok: false });
    expect(JSON.stringify(parsed)).toMatch(/791\.json: localServices.*must/);
  });
});

describe('houseActsAsLes', () => {
  const registered = async () => {
    const kase = await only();
    const history = await world.unitOfWork.read((stores) => stores.history.of(kase.id));
    return { kase, record: recordOfCase({ case: kase, history, crmCurrent: true }), line: history.at(-1) };
  };

  it('leaves what the house gives its own where nothing is agreed', async () => {
    await aCase('house');
    expect(await onCase('ydelse ID indledende afklaring', DAN)).toEqual(['case open done']);
    const { kase, record } = await registered();
    expect(kase.services?.[0]).not.toHaveProperty('asLes');
    expect(record.services[0]).not.toHaveProperty('asLes');
  });

  it('registers the agreed services apart: on the case, in history, CRM, export and figures', async () => {
    await says('indstil erhvervshuset som lokal indledende afklaring');
    await aCase('house');
    expect(await choicesFor(DAN)).toEqual(['indledende afklaring']);
    await onCase('ydelse ID indledende afklaring', DAN);
    const { kase, record, line } = await registered();
    expect(kase.services).toMatchObject([
      { service: 'indledende afklaring', by: { organisation: 'ehm-midtjylland' }, asLes: 'les-791' },
    ]);
    expect(line).toMatchObject({ event: 'service-given', details: { asLes: ['indledende afklaring'] } });
    expect(crmRecordOf(kase).servicesGiven).toMatchObject([{ by: 'ehm-midtjylland', asLes: 'les-791' }]);
    expect(record.services).toMatchObject([{ by: 'ehm-midtjylland', asLes: 'les-791' }]);

    const day = kase.createdAt.slice(0, 10);
    const guided = (one: typeof record) =>
      figures(
        [one],
        {
          period: { from: day, to: day },
          asOf: world.clock.now(),
          organisation: 'ehm-midtjylland',
          by: [],
          municipalities: new Map(),
        },
        FIGURES,
        [],
      ).find(({ id }) => id === 'I-36')?.numerator;
    expect(guided(record)).toBe(0);
    expect(guided({ ...record, services: record.services.map((one) => ({ ...one, asLes: null })) })).toBe(1);

    // What is not agreed stays the house's own.
    await onCase('ydelse ID Finansieringstjek', DAN);
    expect((await only()).services?.[1]).not.toHaveProperty('asLes');
  });

  it('takes the office’s own services, and refuses what is no local service', async () => {
    expect(await says('indstil erhvervshuset som lokal Vækstcafé')).toEqual([
      'setting houseActsAsLes [] not-local-service',
    ]);
    expect(await says('indstil erhvervshuset som lokal Finansieringstjek')).toEqual([
      'setting houseActsAsLes [] not-local-service',
    ]);
    await says('indstil lokale ydelser Vækstcafé');
    expect(await says('indstil erhvervshuset som lokal vækstcafé, camps')).toEqual([
      'setting houseActsAsLes ["vækstcafé","camps"] set',
    ]);
    await aCase('house');
    expect(await onCase('ydelse ID Vækstcafé', DAN)).toEqual(['case open done']);
    expect((await only()).services).toMatchObject([{ asLes: 'les-791' }]);
  });

  it('does not fit without the own services on the day on which it begins, or on a later one', async () => {
    const HOUSE = 'indstil erhvervshuset som lokal';
    const LOCAL = 'indstil lokale ydelser';
    expect(await says(`${LOCAL} Vækstcafé fra 1.3.2027`)).toEqual(['setting localServices [] set-later']);
    expect(await says(`${HOUSE} Vækstcafé`)).toEqual(['setting houseActsAsLes [] not-local-service']);
    expect(await says(`${HOUSE} Vækstcafé fra 28.2.2027`)).toEqual([
      'setting houseActsAsLes [] not-local-service',
    ]);
    expect(await says(`${HOUSE} Vækstcafé fra 1.3.2027`)).toEqual(['setting houseActsAsLes [] set-later']);
    // Whoever takes the service away first meets the same rule.
    for (const line of [`${LOCAL} ingen fra 1.4.2027`, `${LOCAL} nulstil fra 1.3.2027`])
      expect(await says(line)).toEqual(['setting localServices [] service-given-by-house']);
    expect(await says(`${LOCAL} Vækstcafé, Byggesagsguide fra 1.4.2027`)).toEqual([
      'setting localServices [] set-later',
    ]);
    expect(await says(`${HOUSE} nulstil fra 1.5.2027`)).toEqual(['setting houseActsAsLes [] set-later']);
    expect(await says(`${LOCAL} ingen fra 1.5.2027`)).toEqual(['setting localServices [] set-later']);
    // In between the house gives a service that an earlier change would take away.
    expect(await says(`${LOCAL} Byggesagsguide fra 15.3.2027`)).toEqual([
      'setting localServices [] service-given-by-house',
    ]);
  });

  it.each(['da', 'en'] as const)('says in %s what would be right where it does not fit', async (language) => {
    const sentence = async (line: string) => {
      const { answers } = await world.do(ANNA, readCommand(line));
      const [answer] = answers;
      if (answer?.kind !== 'setting' || !answer.problem) throw new Error(`${line} is taken`);
      return refusalWords(answer.problem, language);
    };
    const unknown = await sentence('indstil erhvervshuset som lokal Vækstcafé');
    expect(unknown).toContain(language === 'da' ? 'under "lokale ydelser"' : 'under "local services"');
    expect(unknown).toContain('Sparring');
    await says('indstil lokale ydelser Vækstcafé');
    await says('indstil erhvervshuset som lokal Vækstcafé');
    const given = await sentence('indstil lokale ydelser ingen');
    expect(given).toContain('"Vækstcafé"');
    // What it names is what people type.
    const [named] = /"([^"]+)"[^"]*$/.exec(given)?.slice(1) ?? [];
    const typed = language === 'da' ? `indstil ${named}` : `set ${named}`;
    expect(readCommand(typed)).toMatchObject({ name: 'setting', input: { setting: 'houseActsAsLes' } });
  });

  it('is checked against the own services in a file', () => {
    const file = { municipality: '791', houseActsAsLes: ['Vækstcafé'] };
    expect(JSON.stringify(parseSettings('791.json', JSON.stringify(file)))).toContain(
      '791.json: houseActsAsLes: Vækstcafé is no local service',
    );
    const both = { ...file, localServices: ['Vækstcafé'] };
    expect(parseSettings('791.json', JSON.stringify(both))).toMatchObject({ ok: true });
  });
});
