import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../../dialogs/commands.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { OutreachContact, OutreachVerb } from '../../../src/core/outreach/outreach.ts';
import type { RawInput } from '../../../src/core/raw-input.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/triage/settings.ts';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { channelOf, chatOf } from '../../loop/loop-world.ts';
import { type AppWorld, HANSEN, inWords, openAppWorld } from '../app-world.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** Who hears of an outreach contact and what of it: messages that do not arrive, that are overtaken, and what each side sees. */

const ANNA = 'anna-holm';
const BO = 'bo-krogh';
const CARLA = 'carla-winther';
const VIBORG = 'les-791';
const AARHUS = 'les-751';
const MIDT = 'ehm-midtjylland';
const WINDOW = 24 * 4;
let world: AppWorld;
let ack: 'notify' | 'require' = 'notify';

beforeEach(async () => {
  ack = 'notify';
  world = await openAppWorld({
    start: '2026-11-20T09:00:00.000Z',
    language,
    bound: [],
    settingsOf: () => ({ ...DEFAULT_SETTINGS, outreachAck: ack }),
  });
  await world.bind(MIDT);
  await world.do(CARLA, { name: 'greet' });
});
afterEach(() => world.close());

const types = (person: string, text: string) => world.says(person, readCommand(text));
const act = (person: string, verb: OutreachVerb, id: string | null, input: RawInput = {}) =>
  world.says(person, { name: 'outreach', verb, id, input });
const stored = () => world.unitOfWork.read((stores) => stores.outreach.page('', 100));
async function plan(person = CARLA, input: RawInput = {}): Promise<OutreachContact> {
  const before = new Set((await stored()).map(({ id }) => id));
  await act(person, 'outreach.plan', null, { company: '25313763', ...input });
  const fresh = (await stored()).find(({ id }) => !before.has(id));
  if (!fresh) throw new Error('Nothing was planned');
  return fresh;
}
/** What stands in a place, as answers. */
async function standing(place: string): Promise<readonly Answer[]> {
  await world.worker.drain();
  return world.standing
    .filter(({ conversation }) => conversation === place)
    .map(({ message }) => message.answer);
}
const told = async (place: string) => (await standing(place)).map(inWords);
const carlas = () => told(chatOf(CARLA).id);
const parked = () => world.queue.parked(100);

describe('a message that never arrived', () => {
  it('for want of a place is said at planning and after the window: silence is no consent', async () => {
    expect(await types(CARLA, 'planlæg opsøgning 25313763: eksport')).toEqual([
      'outreach ours waiting outreach-told-nobody',
    ]);
    await world.worker.drain();
    world.clock.pass(WINDOW);
    expect(await carlas()).toEqual(['outreach ours untold outreach-not-told']);
    world.clock.pass(WINDOW);
    expect(await carlas()).toHaveLength(1);
  });

  it('is not asked again for a yes that nobody knows of', async () => {
    ack = 'require';
    const { id } = await plan();
    await world.worker.drain();
    world.clock.pass(WINDOW);
    expect(await carlas()).toEqual(['outreach ours untold outreach-not-told']);
    expect(await act(ANNA, 'outreach.clear', id)).toEqual(['outreach theirs free outreach-replied']);
  });

  it('or may not have arrived counts the same, until a click proves that it did', async () => {
    await world.bind(VIBORG);
    world.fate = (to) => (to.id === channelOf(VIBORG).id ? 'taken-unsaid' : 'take');
    expect(await types(CARLA, 'planlæg opsøgning 25313763: eksport')).toEqual([
      'outreach ours waiting outreach-told',
    ]);
    await world.worker.drain();
    expect(await parked()).toMatchObject([{ code: 'uncertain' }]);
    world.clock.pass(WINDOW);
    expect(await carlas()).toEqual(['outreach ours untold outreach-not-told']);
    const [{ id }] = (await stored()) as [OutreachContact];
    await world.do(
      ANNA,
      { name: 'outreach', verb: 'outreach.show', id, input: {} },
      { conversation: channelOf(VIBORG), cardMessageId: 'message 1' },
    );
    await world.worker.drain();
    expect(await parked()).toEqual([]);
  });

  it('because Teams has been away the whole time counts the same, and arrives when it is back', async () => {
    await world.bind(VIBORG);
    world.fate = (to) => (to.id === channelOf(VIBORG).id ? 'busy' : 'take');
    await plan();
    await world.worker.drain();
    world.clock.pass(WINDOW);
    expect(await carlas()).toEqual(['outreach ours untold outreach-not-told']);
    expect(await parked()).toEqual([]);
    world.fate = () => 'take';
    world.clock.pass(1);
    expect(await told(channelOf(VIBORG).id)).toEqual(['outreach theirs untold outreach-planned']);
  });

  it('that did arrive leaves the way clear', async () => {
    await world.bind(VIBORG);
    await plan();
    await world.worker.drain();
    world.clock.pass(WINDOW);
    expect(await carlas()).toEqual(['outreach ours free outreach-free']);
  });

  it('is dropped once the contact is no longer planned', async () => {
    const { id } = await plan();
    await world.worker.drain();
    const drop = () => world.unitOfWork.run((stores) => stores.outbox.dropEnded());
    expect(await drop()).toBe(0);
    expect(await parked()).toHaveLength(1);
    await act(CARLA, 'outreach.cancel', id);
    await world.worker.drain();
    await drop();
    expect(await parked()).toEqual([]);
  });
});

describe('plans of the same company in two municipalities', () => {
  const units = [
    { pNumber: '1003407806', name: 'Aarhus', municipality: '751' as const },
    { pNumber: '1003407814', name: 'Viborg', municipality: '791' as const },
  ];
  beforeEach(async () => {
    await world.bind(VIBORG);
    await world.bind(AARHUS);
    world.companies = [{ ...HANSEN, pNumbers: units }];
  });
  const notices = async () =>
    (await standing(chatOf(CARLA).id)).flatMap((answer) =>
      answer.kind === 'outreach' && answer.notice?.code === 'outreach-collision'
        ? [answer.notice.params]
        : [],
    );

  it('name the office that plans too, not the one that was told', async () => {
    await plan(CARLA, { pNumber: '1003407806' });
    await plan(ANNA);
    expect(await notices()).toEqual([{ organisation: VIBORG, company: 'Hansen VVS ApS' }]);
  });

  it.each([
    ['outreach.cancel', {}],
    ['outreach.made', { outcome: 'no-need' }],
  ] as const)('are no news once the other is over: %s', async (verb, input) => {
    await plan(CARLA, { pNumber: '1003407806' });
    const { id } = await plan(ANNA);
    await act(ANNA, verb, id, input);
    expect(await notices()).toEqual([]);
  });

  it('collide on the card only while both are planned', async () => {
    const { id } = await plan(CARLA);
    const other = await plan(ANNA);
    const collides = async () => {
      const { answers } = await world.do(CARLA, { name: 'outreach', verb: 'outreach.show', id, input: {} });
      return answers.map((answer) => answer.kind === 'outreach' && answer.collides);
    };
    expect(await collides()).toEqual([true]);
    await act(ANNA, 'outreach.cancel', other.id);
    expect(await collides()).toEqual([false]);
  });
});

describe('what each side sees of a contact', () => {
  const SECRETS = { need: 'behovsord', note: 'notatord', reason: 'grundord', outcome: 'case' };
  async function whole(): Promise<string> {
    await world.bind(VIBORG);
    const { id } = await plan(CARLA, { need: 'eksport behovsord' });
    await act(ANNA, 'outreach.object', id, { reason: 'grundord' });
    await act(CARLA, 'outreach.made', id, { outcome: 'declined', note: 'notatord' });
    return id;
  }
  const shown = async (person: string, id: string, more = {}) =>
    JSON.stringify(
      (await world.do(person, { name: 'outreach', verb: 'outreach.show', id, input: {} }, more)).answers,
    );
  const wordsIn = (text: string) =>
    [SECRETS.need, SECRETS.note, SECRETS.reason].filter((word) => text.includes(word));

  it('is all of it for its own, the objection for the other side, and no word for anybody else', async () => {
    const id = await whole();
    expect(wordsIn(await shown(CARLA, id))).toEqual(['behovsord', 'notatord', 'grundord']);
    expect(wordsIn(await shown(ANNA, id))).toEqual(['grundord']);
    expect(wordsIn(await shown(BO, id))).toEqual([]);
    expect(await shown(BO, id)).not.toContain('internationalisation');
    expect(wordsIn(await shown(CARLA, id, { audience: 'conversation' }))).toEqual([]);
  });

  it('is the same in lists and in messages', async () => {
    await whole();
    const list = async (person: string) =>
      JSON.stringify((await world.do(person, readCommand('opsøgende'))).answers);
    expect(wordsIn(await list(ANNA))).toEqual(['grundord']);
    expect(wordsIn(JSON.stringify(await standing(channelOf(VIBORG).id)))).toEqual([]);
  });
});
