import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { slackMessage } from './block-kit-rules.ts';
import { inMessage, textOn } from './slack-hands.ts';
import { openProduct } from './slack-product.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** Thumbs under a decision in Slack. */

let product: Awaited<ReturnType<typeof openProduct>>;
beforeAll(async () => {
  product = await openProduct({ language });
});
afterAll(() => product.close());

const thumb = z.object({ value: z.string(), accessibility_label: z.string() });
const thumbs = z.object({
  type: z.literal('context_actions'),
  elements: z.array(z.object({ action_id: z.string(), positive_button: thumb, negative_button: thumb })),
});
const LINE = 'log 99101547 vil have patent på en ny kajak, Ida Bro 51 22 33 44';
let count = 0;

async function decide() {
  const { world } = product;
  const ts = `1795233543.${String(++count).padStart(6, '0')}`;
  await world.event({ type: 'message', channel: 'D1', channel_type: 'im', user: world.anna, text: LINE, ts });
  const { text, blocks } = world.last('chat.postMessage').body;
  const message = slackMessage.parse({ text, blocks });
  const { elements } = thumbs.parse(message.blocks.at(-1));
  const [buttons] = elements;
  if (!buttons) throw new Error('there are no thumbs');
  return buttons;
}

async function press(value: string) {
  const { world } = product;
  await world.interact({
    type: 'block_actions',
    ...inMessage('D1', true),
    actions: [
      { type: 'feedback_buttons', action_id: 'rate', block_id: 'b', value, action_ts: `${++count}.1` },
    ],
  });
  return world.last('response').body;
}
const examples = () => product.unitOfWork.read((stores) => stores.examples.all());

describe('a thumb under a decision in Slack', () => {
  it('up is thanked for beside the card, which stays, and is kept once', async () => {
    const { world } = product;
    const { positive_button } = await decide();
    expect(positive_button.accessibility_label).toBe('Afgørelsen er rigtig');
    const answer = await press(positive_button.value);
    expect(answer).toMatchObject({ replace_original: false, text: 'Tak for din vurdering.' });
    await press(positive_button.value);
    await world.command('bekræft ja');
    await press(positive_button.value);
    expect((await examples()).map(({ text }) => text)).toEqual(['vil have patent på en ny kajak']);
  });

  it('down asks what is right, in English too', async () => {
    const { world } = product;
    await world.command('sprog en');
    const { negative_button } = await decide();
    expect(negative_button.accessibility_label).toBe('The decision is wrong');
    const answer = await press(negative_button.value);
    expect(answer).toMatchObject({ replace_original: false });
    expect(textOn({ blocks: z.array(z.unknown()).parse(answer.blocks) })).toContain('What do they need?');
  });

  it('of a draft that is not theirs is refused', async () => {
    const answer = await press(JSON.stringify({ verb: 'open.rate', draftId: 'another', is: 'right' }));
    expect(answer).toMatchObject({ text: 'That decision can no longer be rated here.' });
  });
});
