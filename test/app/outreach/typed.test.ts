import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { viewOf } from '../../../cards/view-of.ts';
import { readCommand } from '../../../dialogs/commands.ts';
import { readTalk } from '../../../dialogs/talk/read-talk.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { Case } from '../../../src/core/case/case.ts';
import type { OutreachContact } from '../../../src/core/outreach/outreach.ts';
import type { Language } from '../../../src/core/vocabulary.ts';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { logCase } from '../../loop/loop-world.ts';
import { type AppWorld, openAppWorld, wordsOf } from '../app-world.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** Everything that is typed about an outreach contact is kept, shown again or refused: none of it is lost. */

const ANNA = 'anna-holm';
const BO = 'bo-krogh';
const CARLA = 'carla-winther';
let world: AppWorld;

beforeEach(async () => {
  world = await openAppWorld({
    start: '2026-11-20T09:00:00.000Z',
    language,
    readTalk,
  });
});
afterEach(() => world.close());

const types = (person: string, text: string) => world.says(person, readCommand(text));
const stored = () => world.unitOfWork.read((stores) => stores.outreach.page('', 100));
async function onlyOne(): Promise<OutreachContact> {
  const [contact, ...more] = await stored();
  if (!contact || more.length > 0) throw new Error('There is not one contact');
  return contact;
}
/** A line about the contact: its id in this world is none that can be typed. */
function typesAbout(person: string, id: string, line: (typed: string) => string) {
  const command = readCommand(line('K3F9-QTX2'));
  if (command.name !== 'outreach') throw new Error(`Read as ${command.name}`);
  return world.do(person, { ...command, id });
}
const PLAN = 'planlæg opsøgning 25313763: eksport';

describe('a typed plan', () => {
  it.each([
    ['planlæg opsøgning 25313763: eksport; 3-12-2026', 'eksport', '2026-12-03'],
    ['planlæg opsøgning 25313763: eksport; den: 3-12-2026', 'eksport', '2026-12-03'],
    ['planlæg opsøgning 25313763: digitalt', 'digitalt', null],
    ['planlæg opsøgning 25313763: telefon', 'telefon', null],
    ['planlæg opsøgning 25313763: behov', 'behov', null],
    ['planlæg opsøgning 25313763: behov: eksport; note: ring til maj', 'eksport; note: ring til maj', null],
    ['planlæg opsøgning 25313763: eksport; 3-12-2026; til Norge', 'eksport; til Norge', '2026-12-03'],
    ['plan outreach 25313763: export; 2026-12-03', 'export', '2026-12-03'],
  ])('keeps its day as planned, and all else as the need: %s', async (text, need, plannedOn) => {
    await types(CARLA, text);
    expect(await onlyOne()).toMatchObject({ need, plannedOn });
  });

  it('that comes second leaves the first, and says so where it held something', async () => {
    await types(CARLA, PLAN);
    expect(await types(CARLA, PLAN.replace('eksport', 'finansiering'))).toEqual([
      'outreach ours waiting outreach-plan-stands',
    ]);
    expect(await types(CARLA, 'planlæg opsøgning 25313763')).toEqual([
      'outreach ours waiting outreach-already-planned',
    ]);
    expect(await onlyOne()).toMatchObject({ need: 'eksport', revision: 1 });
  });
});

describe('a contact that is recorded', () => {
  it('keeps the reason with the note', async () => {
    await types(CARLA, 'besøg 25313763 udfald: takkede nej; note: ring til maj; grund: travlt');
    expect((await onlyOne()).made?.note).toBe('ring til maj; travlt');
  });

  it('adds the need, the needs and the words behind a name to what was planned', async () => {
    await types(CARLA, PLAN);
    const input = {
      company: 'Hansen VVS tal om lån',
      need: 'kapital',
      areas: 'financing',
      outcome: 'no-need',
    };
    await world.says(CARLA, { name: 'outreach', verb: 'outreach.made', id: null, input });
    expect(await onlyOne()).toMatchObject({
      need: 'eksport; tal om lån kapital',
      areas: ['internationalisation', 'financing'],
      made: { outcome: 'no-need' },
    });
  });
});

describe('words behind a reply', () => {
  it.each([
    ['fri bane', ANNA],
    ['all clear', ANNA],
  ])('that the way is clear are kept and shown to both: %s', async (word, person) => {
    await types(CARLA, PLAN);
    const { id } = await onlyOne();
    const reply = await typesAbout(person, id, (typed) => `${word} ${typed} hils dem`);
    expect(wordsOf(reply)).toEqual(['outreach theirs free outreach-replied']);
    expect((await onlyOne()).replies).toMatchObject([{ clear: true, reason: 'hils dem' }]);
    const [shown] = (await typesAbout(CARLA, id, (typed) => `opsøgning ${typed}`)).answers as [Answer];
    expect(JSON.stringify(viewOf(shown, 'da').blocks)).toContain('hils dem');
  });

  it.each(['aflys opsøgning', 'call off outreach'])('that calls off are kept: %s', async (word) => {
    await types(CARLA, PLAN);
    const { id } = await onlyOne();
    const reply = await typesAbout(CARLA, id, (typed) => `${word} ${typed} kunden er syg`);
    expect(wordsOf(reply)).toEqual(['outreach ours cancelled outreach-called-off']);
    expect(await onlyOne()).toMatchObject({ cancelReason: 'kunden er syg' });
    const [shown] = (await typesAbout(CARLA, id, (typed) => `opsøgning ${typed}`)).answers as [Answer];
    expect(JSON.stringify(viewOf(shown, 'da').blocks)).toContain('kunden er syg');
  });

  it('are refused where they are too long', async () => {
    await types(CARLA, PLAN);
    const { id } = await onlyOne();
    const reply = await typesAbout(CARLA, id, (typed) => `aflys opsøgning ${typed} ${'x'.repeat(5_000)}`);
    expect(wordsOf(reply)).toEqual(['outreach ours waiting - text-too-long']);
    expect((await onlyOne()).cancelledAt).toBeNull();
  });
});

describe('a refused form', () => {
  it.each<[Language, Readonly<Record<string, string>>]>([
    ['da', { outcome: 'declined', pNumber: '12', note: 'ring til maj', jointly: 'les-791', form: 'phone' }],
    ['en', { outcome: 'declined', on: '2026-12-24', note: 'ring til maj', pNumber: '1003407806' }],
  ])('comes back as it was filled in: %s %j', async (language, input) => {
    await types(CARLA, PLAN);
    const { id } = await onlyOne();
    const { answers } = await world.do(CARLA, { name: 'outreach', verb: 'outreach.made', id, input });
    const form = viewOf(answers[0] as Answer, language).actions[0]?.form ?? [];
    const values = Object.fromEntries(form.map((one) => [one.id, String(one.value)]));
    expect(values).toMatchObject(input);
  });
});

describe('while the register is silent, a contact that was made', () => {
  it.each(['besøg 25313763 intet behov', 'besøg Hansen VVS; udfald: intet behov'])(
    'is recorded on the own plan: %s',
    async (text) => {
      await types(CARLA, PLAN);
      world.companies = 'down';
      expect(await types(CARLA, text)).toEqual(['outreach ours made outreach-recorded']);
      expect(await onlyOne()).toMatchObject({ made: { outcome: 'no-need' } });
    },
  );

  it('is put off where nothing was planned, without a word against contact', async () => {
    world.companies = 'down';
    expect(await types(CARLA, 'besøg 25313763 intet behov')).toEqual(['refused outreach-record-later']);
    expect(await types(CARLA, PLAN)).toEqual(['refused outreach-register-silent']);
  });
});

describe('the history of a company', () => {
  const history = async (person: string) => {
    const { answers } = await world.do(person, readCommand('opsøg 25313763 eksport'));
    return answers.flatMap((answer) => (answer.kind === 'outreach-look' ? answer.contacts : []));
  };
  const change = (kase: Case, more: Partial<Case>) =>
    world.unitOfWork.run((stores) =>
      stores.cases.update({ ...kase, ...more, revision: kase.revision + 1 }, kase.revision, null),
    );
  const log = () =>
    logCase(world, ANNA, { cvr: '25313763', companyName: 'Hansen VVS ApS', areas: 'business-plan' });

  it('holds each registered service on its own day, by whoever gave it', async () => {
    const kase = await log();
    const by = { person: 'carla', name: 'Carla Winther', organisation: 'ehm-midtjylland' } as const;
    const given = {
      service: 'sparring',
      by,
      on: '2026-11-18',
      form: 'individual',
      meeting: null,
      hours: null,
      tools: [],
      programme: null,
      applicationHelp: null,
    } as const;
    await change(kase, { services: [given] });
    expect(await history(ANNA)).toContainEqual({
      what: { kind: 'service', service: 'sparring' },
      on: '2026-11-18',
      organisation: 'ehm-midtjylland',
      person: 'Carla Winther',
      id: kase.id,
      runs: false,
    });
  });

  it('is in the audit where somebody sees a case of others', async () => {
    const kase = await log();
    await history(BO);
    const lines = await world.unitOfWork.read((stores) =>
      stores.audit.page({ caseId: kase.id, person: BO }, 0, 10),
    );
    expect(lines).toMatchObject([{ person: BO, action: 'found', relation: 'other' }]);
  });
});
