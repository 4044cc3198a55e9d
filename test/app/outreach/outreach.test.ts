import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../../dialogs/commands.ts';
import { readTalk } from '../../../dialogs/talk/read-talk.ts';
import { crmRecordOf } from '../../../src/app/crm-record.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { OutreachContact, OutreachVerb } from '../../../src/core/outreach/outreach.ts';
import type { RawInput } from '../../../src/core/raw-input.ts';
import { DEFAULT_SETTINGS, type MunicipalSettings } from '../../../src/core/triage/settings.ts';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { opened } from '../../core/case/case-world.ts';
import { channelOf, chatOf, logCase } from '../../loop/loop-world.ts';
import { type AppWorld, HANSEN, inWords, openAppWorld, wordsOf } from '../app-world.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** Outreach from the first look to what came of it, as both sides meet it. */

const ANNA = 'anna-holm';
const CARLA = 'carla-winther';
const DAN = 'dan-ravn';
const EVA = 'eva-lund';
const VIBORG = 'les-791';
const MIDT = 'ehm-midtjylland';
/** A Friday morning; two working days later is Tuesday. */
const START = '2026-11-20T09:00:00.000Z';
let world: AppWorld;
let settings: Partial<MunicipalSettings> = {};

beforeEach(async () => {
  settings = {};
  world = await openAppWorld({
    start: START,
    language,
    readTalk,
    settingsOf: () => ({ ...DEFAULT_SETTINGS, ...settings }),
  });
  await world.bind(VIBORG);
  await world.bind(MIDT);
  // Everybody has a chat with the bot.
  for (const person of [ANNA, CARLA, DAN]) await world.do(person, { name: 'greet' });
});
afterEach(() => world.close());

const types = (person: string, text: string) => world.says(person, readCommand(text));
const act = (person: string, verb: OutreachVerb, id: string | null, input: RawInput = {}) =>
  world.says(person, { name: 'outreach', verb, id, input });

async function stored(): Promise<readonly OutreachContact[]> {
  return world.unitOfWork.read((stores) => stores.outreach.page('', 100));
}
async function onlyOne(): Promise<OutreachContact> {
  const [contact, ...more] = await stored();
  if (!contact || more.length > 0) throw new Error('There is not one contact');
  return contact;
}
async function planned(
  person = CARLA,
  text = 'planlæg opsøgning 25313763: eksport',
): Promise<OutreachContact> {
  const before = new Set((await stored()).map(({ id }) => id));
  await types(person, text);
  const fresh = (await stored()).find(({ id }) => !before.has(id));
  if (!fresh) throw new Error('Nothing was planned');
  return fresh;
}
/** What a place was told, in a few words each. */
async function told(place: string): Promise<readonly string[]> {
  await world.worker.drain();
  return world.standing
    .filter(({ conversation }) => conversation === place)
    .map(({ message }) => inWords(message.answer));
}
const viborgs = () => told(channelOf(VIBORG).id);
const carlas = () => told(chatOf(CARLA).id);

describe('before somebody contacts a company', () => {
  it('every contact of both sides in the last twelve months is shown, and nothing is stored', async () => {
    await logCase(world, ANNA, { cvr: '25313763', companyName: 'Hansen VVS ApS', areas: 'business-plan' });
    expect(await types(CARLA, 'opsøg 25313763 eksport')).toEqual(['look case']);
    expect(await stored()).toEqual([]);
    await types(ANNA, 'besøg 25313763 intet behov');
    expect(await types(CARLA, 'opsøg 25313763 eksport')).toEqual(['look outreach case']);
    world.clock.pass(24 * 400);
    // The case runs still; the visit is older than twelve months.
    expect(await types(CARLA, 'opsøg 25313763 eksport')).toEqual(['look case']);
  });

  it('shows cases that the shared CRM alone knows, each with the status that it has there', async () => {
    const record = crmRecordOf(opened().case);
    await world.crm.save({ ...record, caseId: 'other 1', status: 'answered' });
    await world.crm.save({ ...record, caseId: 'other 2', status: 'closed', createdAt: START });
    const { answers } = await world.do(CARLA, readCommand('opsøg 25313763 eksport'));
    expect(answers).toMatchObject([
      {
        contacts: [
          { what: { kind: 'case', status: 'closed' }, organisation: VIBORG, id: null, runs: false },
          { what: { kind: 'case', status: 'answered' }, organisation: VIBORG, id: null, runs: true },
        ],
      },
    ]);
  });

  it('others are shown that a company is served, not what it was given', async () => {
    const { answers } = await world.do(CARLA, readCommand('opsøg Hansen VVS: eksport'));
    expect(answers).toMatchObject([{ kind: 'outreach-look', contact: { areas: ['internationalisation'] } }]);
  });

  it.each([
    [{ advertisingProtected: true }, 'refused outreach-protected'],
    [{ advertisingProtected: null }, 'refused outreach-protection-unknown'],
  ])('a company that is protected, or may be, is not contacted: %j', async (more, refused) => {
    world.companies = [{ ...HANSEN, ...more }];
    expect(await types(CARLA, 'opsøg 25313763 eksport')).toEqual([refused]);
    expect(await types(CARLA, 'planlæg opsøgning 25313763: eksport')).toEqual([refused]);
    expect(await stored()).toEqual([]);
    expect(await viborgs()).toEqual([]);
  });

  it('nobody knows of protection while the register is silent', async () => {
    world.companies = 'down';
    expect(await types(CARLA, 'opsøg 25313763 eksport')).toEqual(['refused outreach-register-silent']);
    world.companies = [];
    expect(await types(CARLA, 'opsøg 25313763 eksport')).toEqual(['refused outreach-company-unknown']);
  });

  it('a name that is several companies’ is asked about', async () => {
    world.companies = [HANSEN, { ...HANSEN, cvr: '99100141' }];
    const { answers } = await world.do(CARLA, readCommand('opsøg Hansen VVS eksport'));
    expect(answers).toMatchObject([
      { kind: 'refused', refusal: { params: { companies: expect.stringContaining('99100141') } } },
    ]);
  });

  it('only those who serve companies contact any', async () => {
    expect(await types(EVA, 'opsøg 25313763 eksport')).toEqual(['refused outreach-serves-only']);
  });
});

describe('what is typed of a contact', () => {
  const makes = (input: RawInput) =>
    world.do(CARLA, {
      name: 'outreach',
      verb: 'outreach.made',
      id: null,
      input: { company: '25313763', outcome: 'no-need', ...input },
    });

  it('may have lists with gaps', async () => {
    await makes({ jointly: 'les-791, ,', areas: 'automation,' });
    expect(await onlyOne()).toMatchObject({ areas: ['automation'], made: { jointly: [VIBORG] } });
  });

  it.each([
    [{ areas: 'automation,pizza' }, { code: 'unknown-area', params: { area: 'pizza' } }],
    [{ jointly: 'les-791, Tivoli' }, { code: 'unknown-organisation', params: { organisation: 'Tivoli' } }],
  ])('is refused, by the part that nobody knows: %j', async (input, refusal) => {
    const { answers } = await makes(input);
    expect(JSON.stringify(answers)).toContain(JSON.stringify(refusal));
    expect(await stored()).toEqual([]);
  });
});

describe('a planned contact', () => {
  it('is told to the other side, whose window passes without a word', async () => {
    expect(await types(CARLA, 'planlæg opsøgning 25313763: eksport')).toEqual([
      'outreach ours waiting outreach-told',
    ]);
    const { told: window } = await onlyOne();
    expect(window).toEqual({ organisation: VIBORG, ack: 'notify', until: '2026-11-24T09:00:00.000Z' });
    expect(await viborgs()).toEqual(['outreach theirs waiting outreach-planned']);
    world.clock.pass(24 * 4 - 1);
    expect(await carlas()).toEqual([]);
    world.clock.pass(1);
    expect(await carlas()).toEqual(['outreach ours free outreach-free']);
    world.clock.pass(48);
    expect(await carlas()).toHaveLength(1);
    expect(await viborgs()).toHaveLength(1);
  });

  it('may be cut short by a yes', async () => {
    const { id } = await planned();
    expect(await act(CARLA, 'outreach.clear', id)).toEqual(['refused outreach-not-yours']);
    expect(await act(ANNA, 'outreach.clear', id)).toEqual(['outreach theirs free outreach-replied']);
    expect(await act(ANNA, 'outreach.clear', id)).toEqual(['outreach theirs free already-done']);
    expect(await carlas()).toEqual(['outreach ours free outreach-cleared']);
  });

  it('may be cut short by an objection, which says why', async () => {
    const { id } = await planned();
    expect(await act(ANNA, 'outreach.object', id)).toEqual(['outreach theirs waiting - reason-needed']);
    expect(await act(ANNA, 'outreach.object', id, { reason: 'Vi er der i morgen' })).toEqual([
      'outreach theirs objected outreach-replied',
    ]);
    expect(await carlas()).toEqual(['outreach ours objected outreach-objected']);
    world.clock.pass(24 * 10);
    expect(await carlas()).toHaveLength(1);
    expect((await onlyOne()).replies).toMatchObject([{ clear: false, reason: 'Vi er der i morgen' }]);
  });

  it('waits for a yes where the municipality asks for it, and its coordinator is asked once more', async () => {
    settings = { outreachAck: 'require' };
    const { id } = await planned();
    await world.worker.drain();
    world.clock.pass(24 * 4);
    expect(await told(chatOf(ANNA).id)).toEqual(['outreach theirs waiting outreach-asked-again']);
    expect(await carlas()).toEqual(['outreach ours waiting outreach-waits']);
    world.clock.pass(24 * 30);
    expect(await told(chatOf(ANNA).id)).toHaveLength(1);
    expect(await act(ANNA, 'outreach.clear', id)).toEqual(['outreach theirs free outreach-replied']);
  });

  it('of an office waits for no yes: the setting is for the house', async () => {
    settings = { outreachAck: 'require' };
    expect((await planned(ANNA)).told).toMatchObject({ organisation: MIDT, ack: 'notify' });
  });

  it('is told to the office that serves the municipality', async () => {
    settings = { operator: 'les-657' };
    expect((await planned()).told.organisation).toBe('les-657');
  });

  it('is one, however often it is planned', async () => {
    const first = await planned();
    expect(await types(DAN, 'planlæg opsøgning 25313763: finansiering')).toEqual([
      'outreach ours waiting outreach-plan-stands',
    ]);
    expect(await onlyOne()).toEqual(first);
    expect(await viborgs()).toHaveLength(1);
  });

  it('that both sides have is said to both', async () => {
    const theirs = await planned(CARLA);
    expect(await types(ANNA, 'planlæg opsøgning 25313763: eksport')).toEqual([
      'outreach ours waiting outreach-collision',
    ]);
    expect(await carlas()).toEqual(['outreach ours waiting outreach-collision']);
    const both = await stored();
    expect(both.map(({ collidesWith }) => collidesWith).sort()).toEqual(both.map(({ id }) => id).sort());
    expect(theirs.collidesWith).toBeNull();
  });

  it('can be called off by those who planned it, and the other side hears of it', async () => {
    const { id } = await planned();
    await viborgs();
    expect(await act(ANNA, 'outreach.cancel', id)).toEqual(['refused outreach-not-yours']);
    expect(await act(CARLA, 'outreach.cancel', id)).toEqual(['outreach ours cancelled outreach-called-off']);
    expect(await viborgs()).toEqual([
      'outreach theirs waiting outreach-planned',
      'outreach theirs cancelled outreach-cancelled',
    ]);
    expect(await act(ANNA, 'outreach.clear', id)).toEqual(['refused outreach-over']);
  });

  it('is no longer asked about where it was called off before anybody was told', async () => {
    const { id } = await planned();
    await act(CARLA, 'outreach.cancel', id);
    expect(await viborgs()).toEqual(['outreach theirs cancelled outreach-cancelled']);
  });

  it('is listed for both sides', async () => {
    await planned();
    expect(await types(CARLA, 'opsøgende')).toEqual(['outreach list waiting']);
    expect(await types(ANNA, 'outreach')).toEqual(['outreach list waiting']);
    expect(await types('bo-krogh', 'opsøgende')).toEqual(['outreach list']);
  });

  it('delivered twice is planned once', async () => {
    const command = readCommand('planlæg opsøgning 25313763: eksport');
    await world.do(CARLA, command, { deliveryId: 'same' });
    const again = await world.do(CARLA, command, { deliveryId: 'same' });
    expect(wordsOf(again)).toEqual(['outreach ours waiting -']);
    await onlyOne();
    expect(await viborgs()).toHaveLength(1);
  });
});

describe('a contact that was made', () => {
  it('is recorded with everything that was typed', async () => {
    const text =
      'besøg 25313763 form: telefon; den: 18-11-2026; p: 1003407806; sammen med: LES Viborg; udfald: takkede nej; note: ring til maj';
    expect(await types(CARLA, text)).toEqual(['outreach ours made outreach-recorded']);
    expect(await onlyOne()).toMatchObject({
      company: { cvr: '25313763', pNumber: '1003407806', municipality: '791', stage: 'established' },
      made: {
        on: '2026-11-18',
        form: 'phone',
        outcome: 'declined',
        jointly: [VIBORG],
        note: 'ring til maj',
        early: false,
      },
    });
  });

  it('is the planned one, where there is one; the other side hears that it was made', async () => {
    const { id } = await planned();
    await act(ANNA, 'outreach.clear', id);
    await viborgs();
    expect(await types(DAN, 'besøg 25313763 udfald: intet behov')).toEqual([
      'outreach ours made outreach-recorded',
    ]);
    expect(await onlyOne()).toMatchObject({ id, made: { form: 'visit', on: '2026-11-20', early: false } });
    expect((await viborgs()).at(-1)).toBe('outreach theirs made outreach-made');
    expect(await act(CARLA, 'outreach.made', id, { outcome: 'no-need' })).toEqual(['refused outreach-over']);
  });

  it('before the way was clear is on record as such', async () => {
    await planned();
    await types(CARLA, 'besøg 25313763 udfald: intet behov');
    expect((await onlyOne()).made?.early).toBe(true);
  });

  it.each([
    ['besøg 25313763 udfald: måske', 'refused unknown-outreach-outcome'],
    ['besøg 25313763 form: telefon', 'refused outreach-outcome-needed'],
    ['besøg 25313763 udfald: intet behov; form: røgsignal', 'refused unknown-outreach-form'],
    ['besøg 25313763 udfald: intet behov; den: 24-12-2026', 'refused date-in-future'],
    ['besøg 25313763 udfald: intet behov; den: i overmorgen eller så', 'refused not-a-date'],
    ['besøg 25313763 udfald: intet behov; p: 12', 'refused not-a-p-number'],
    ['besøg 25313763 udfald: intet behov; sammen med: Nisserne', 'refused unknown-organisation'],
    ['besøg 25313763 udfald: sag K3F9-QTX2', 'refused unknown-case'],
    ['planlæg opsøgning 25313763: eksport; planlagt: 1-1-2026', 'refused date-passed'],
  ])('is refused where it cannot be read: %s', async (text, refused) => {
    expect(await types(CARLA, text)).toEqual([refused]);
    expect(await stored()).toEqual([]);
  });

  it('that found a need opens an enquiry of direction outreach, whose case knows the contact', async () => {
    const { id } = await planned();
    await act(ANNA, 'outreach.clear', id);
    const [recorded, next] = await act(CARLA, 'outreach.made', id, {
      outcome: 'case',
      note: 'Vil til Norge',
    });
    expect(recorded).toBe('outreach ours made outreach-recorded');
    expect(next).toMatch(/^decision|^question/);
    expect((await world.draft(CARLA)).values).toMatchObject({
      direction: 'outreach',
      cvr: '25313763',
      areas: ['internationalisation'],
    });
    await world.intake(CARLA, 'intake.confirm', { consent: 'consent' });
    const [kase] = await world.cases();
    expect(kase).toMatchObject({ outreachId: id, values: { direction: 'outreach' } });
    expect((await onlyOne()).caseId).toBe(kase?.id);
  });

  it('that led to a case which exists names it, and only the same company’s', async () => {
    const own = await logCase(world, ANNA, { cvr: '25313763', areas: 'business-plan' });
    const other = await logCase(world, ANNA, { cvr: '99100141', areas: 'business-plan' });
    const input = (id: string) => ({ company: '25313763', outcome: 'case', case: id });
    expect(await act(ANNA, 'outreach.made', null, input(other.id))).toEqual([
      'refused outreach-case-differs',
    ]);
    expect(await act(ANNA, 'outreach.made', null, input(own.id))).toEqual([
      'outreach ours made outreach-recorded',
    ]);
    expect((await onlyOne()).caseId).toBe(own.id);
  });

  it('starts no promise and is no case', async () => {
    await types(CARLA, 'besøg 25313763 intet behov');
    expect(await world.cases()).toEqual([]);
  });

  it('holds no CPR number', async () => {
    await types(CARLA, 'besøg 25313763 udfald: intet behov; note: Ole 170263-4127 er ejer');
    expect(JSON.stringify(await stored())).not.toContain('4127');
  });
});

describe('sag with a company', () => {
  it('lists every case and contact that the reader may see', async () => {
    const kase = await logCase(world, ANNA, { cvr: '25313763', areas: 'business-plan' });
    expect(await types(ANNA, 'sag 25313763')).toEqual(['case open -']);
    await types(ANNA, 'besøg 25313763 intet behov');
    world.clock.pass(1);
    await planned(CARLA);
    expect(await types(CARLA, 'sag 25313763')).toEqual([`found 25313763: ${kase.id} +planned +outreach`]);
    expect(await types(CARLA, 'sag Hansen VVS')).toEqual([`found Hansen VVS: ${kase.id} +planned +outreach`]);
  });

  it('says so where there is none', async () => {
    expect(await types(ANNA, 'sag 99100281')).toEqual(['found 99100281: ']);
  });
});

describe('a contact for somebody who has no part in it', () => {
  it('is that the company was visited, by whom and when', async () => {
    await types(CARLA, 'besøg 25313763 udfald: intet behov; note: hemmelig');
    const { id } = await onlyOne();
    const { answers } = await world.do('bo-krogh', {
      name: 'outreach',
      verb: 'outreach.show',
      id,
      input: {},
    });
    const sides = answers.flatMap((answer: Answer) => (answer.kind === 'outreach' ? [answer.side] : []));
    expect(sides).toEqual(['other']);
    expect(JSON.stringify(answers)).not.toContain('hemmelig');
  });
});
