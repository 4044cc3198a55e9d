import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHandover } from '../../src/core/case/derived.ts';
import {
  act,
  caseNow,
  channelOf,
  chatOf,
  type Fate,
  type LoopWorld,
  logCase,
  noticesIn,
  openLoopWorld,
} from './loop-world.ts';

/** Posts of which nobody can say whether they arrived (412, 502, 504, a crash between posting and noting it). */

let world: LoopWorld;
beforeEach(async () => {
  world = await openLoopWorld();
});
afterEach(() => world.close());

const house = channelOf('ehm-midtjylland');
const inHouse = () => world.standing.filter(({ conversation }) => conversation === house.id);
/** The next post to the Erhvervshus meets this; everything else is taken. */
function next(fate: Fate): void {
  let met = false;
  world.fate = ({ id }) => {
    if (met || id !== house.id) return 'take';
    met = true;
    return fate;
  };
}
const list = async () => {
  const { answers } = await world.do('anna-holm', { name: 'cases', filter: 'not-delivered' });
  const shown = answers[0];
  return shown?.kind === 'cases' ? shown.lines.map(({ caseId }) => caseId) : [];
};
async function letTimePass(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) {
    world.clock.pass(0.1);
    await world.worker.drain();
  }
}

describe.each(['taken-unsaid', 'lost', 'dies-after', 'dies-before'] as const)('a post that is %s', (fate) => {
  it('is never posted again by itself, and stands on the not-delivered list', async () => {
    next(fate);
    const { id } = await logCase(world, 'anna-holm');
    await letTimePass();
    expect(inHouse()).toHaveLength(fate === 'taken-unsaid' || fate === 'dies-after' ? 1 : 0);
    expect(await list()).toEqual([id]);
    expect((await world.queue.figures(world.clock.now())).parked).toBe(1);
  });
});

describe('a card that arrived after all', () => {
  beforeEach(() => next('taken-unsaid'));

  it('is found by the click on it, brought up to date where it stands, and off the list', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await world.worker.drain();
    const cardMessageId = inHouse()[0]?.id;
    await act(
      world,
      'carla-winther',
      id,
      'handover.ask',
      { text: 'Hvornår?' },
      { conversation: house, cardMessageId },
    );
    await world.worker.drain();
    expect(inHouse()).toMatchObject([{ id: cardMessageId, message: { answer: { case: { revision: 2 } } } }]);
    expect(await list()).toEqual([]);
    await act(world, 'anna-holm', id, 'handover.answer', { text: 'I morgen' });
    await world.worker.drain();
    const [card, ...notices] = inHouse();
    expect(card).toMatchObject({ id: cardMessageId, message: { answer: { case: { revision: 3 } } } });
    // Carla has no chat with the bot, so that what she is told comes here.
    expect(notices).toMatchObject([{ posted: { answer: { notice: { code: 'question-answered' } } } }]);
  });

  it('is found by a click that is refused, and by one that only looks', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await world.worker.drain();
    const cardMessageId = inHouse()[0]?.id;
    await world.do('bo-krogh', { name: 'case', caseId: id }, { conversation: house, cardMessageId });
    await world.worker.drain();
    expect(await list()).toEqual([]);
    expect(inHouse()).toHaveLength(1);
  });

  it('is found even where the click comes before the answer that never came', async () => {
    let caseId = '';
    world.fate = () => 'take';
    const { id } = await logCase(world, 'anna-holm');
    caseId = id;
    const clicks: Promise<unknown>[] = [];
    let first = true;
    world.fate = (to) => {
      if (!first || to.id !== house.id) return 'take';
      first = false;
      clicks.push(
        act(
          world,
          'carla-winther',
          caseId,
          'handover.ask',
          { text: 'Hvornår?' },
          {
            conversation: house,
            cardMessageId: 'message 1',
          },
        ),
      );
      return 'taken-unsaid';
    };
    await world.worker.drain();
    await Promise.all(clicks);
    await world.worker.drain();
    // The next look at the card settles what the first came too early for.
    await world.do(
      'carla-winther',
      { name: 'case', caseId },
      { conversation: house, cardMessageId: 'message 1' },
    );
    await world.worker.drain();
    expect(inHouse()).toHaveLength(1);
    expect(await list()).toEqual([]);
  });
});

describe('a card that never arrived', () => {
  it('is no longer missed once the office has acted on the case by typing', async () => {
    next('lost');
    const { id } = await logCase(world, 'anna-holm');
    await world.worker.drain();
    expect(await list()).toEqual([id]);
    await act(world, 'carla-winther', id, 'handover.accept');
    await world.worker.drain();
    expect(await list()).toEqual([]);
  });

  it('holds up neither the CRM nor the promise: the offer expires back to the sender', async () => {
    next('lost');
    const { id } = await logCase(world, 'anna-holm');
    for (let day = 0; day < 5; day++) {
      await world.worker.drain();
      world.clock.pass(24);
    }
    await world.worker.drain();
    const kase = await caseNow(world, id);
    expect(kase.handovers).toMatchObject([{ state: 'expired' }]);
    expect(openHandover(kase)).toBeUndefined();
    expect((await world.crm.findByCase(id))?.revision).toBe(kase.revision);
    expect(noticesIn(world, house.id)).toHaveLength(inHouse().length);
  });
});

describe('an update that is uncertain', () => {
  it('is simply done again', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await world.worker.drain();
    next('taken-unsaid');
    await act(world, 'anna-holm', id, 'handover.withdraw');
    await letTimePass();
    expect(inHouse()).toMatchObject([{ message: { answer: { case: { status: 'open' } } } }]);
    expect(await list()).toEqual([]);
  });
});

describe('a personal message that may not have arrived', () => {
  it('is off the list once the person has acted on the case', async () => {
    await world.do('carla-winther', { name: 'help' });
    const { id } = await logCase(world, 'anna-holm');
    await act(world, 'dan-ravn', id, 'handover.accept');
    await world.worker.drain();
    const chat = chatOf('carla-winther').id;
    world.fate = ({ id: to }) => (to === chat ? 'taken-unsaid' : 'take');
    await act(world, 'dan-ravn', id, 'case.assign', { person: 'Carla Winther' });
    await world.worker.drain();
    const parked = async () => (await world.queue.parked(9)).map(({ about, code }) => [about, code]);
    expect(await parked()).toEqual([[id, 'uncertain']]);
    await act(world, 'dan-ravn', id, 'case.add-contact', { text: 'Ringede igen' });
    expect(await parked()).toEqual([[id, 'uncertain']]);
    world.fate = () => 'take';
    await act(world, 'carla-winther', id, 'case.contacted');
    expect(await parked()).toEqual([]);
  });
});
