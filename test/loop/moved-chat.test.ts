import { afterEach, expect, it } from 'vitest';
import { act, chatOf, type LoopWorld, logCase, openLoopWorld } from './loop-world.ts';

let world: LoopWorld;
afterEach(() => world.close());

const DAN = 'dan-ravn';

it('changes a card in a person’s own chat where that chat is written to now', async () => {
  world = await openLoopWorld({ bound: ['les-791'] });
  await world.do(DAN, { name: 'help' });
  const { id } = await logCase(world, 'anna-holm', { areas: 'internationalisation', consent: 'consent' });
  await world.worker.drain();
  const moved = { ...chatOf(DAN), reference: '{"serviceUrl":"https://moved.example"}' };
  await world.unitOfWork.run((stores) => stores.people.saveConversation(DAN, moved));
  const updated: string[] = [];
  world.fate = (to, _, how) => {
    if (how === 'update' && to.id === moved.id) updated.push(to.reference);
    return 'take';
  };
  await act(world, 'carla-winther', id, 'handover.accept');
  await world.worker.drain();
  expect(updated).toEqual([moved.reference]);
});
