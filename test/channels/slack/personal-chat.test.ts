import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOn } from './slack-hands.ts';
import { openProduct } from './slack-product.ts';

/** In Slack a person's id is an address: whoever has never written to the bot is told in their own chat all the same. */

let product: Awaited<ReturnType<typeof openProduct>>;
beforeEach(async () => {
  product = await openProduct();
});
afterEach(() => product.close());

const shown = z.looseObject({ blocks: z.array(z.unknown()) });

/** A case of Anna's, sent to the Erhvervshus, which has no channel. */
async function send(): Promise<void> {
  const { world } = product;
  const type = (text: string, ts: string) =>
    world.event({
      type: 'message',
      channel: `D-${world.anna}`,
      channel_type: 'im',
      user: world.anna,
      text,
      ts,
    });
  await type('ny', '1795233543.000100');
  await type('ret kommune Viborg', '1795233544.000100');
  await type('ret behov eksport', '1795233545.000100');
  await type('ret fase etableret', '1795233546.000100');
  await type('ret samtykke ja', '1795233547.000100');
  await type('bekræft', '1795233548.000100');
}
const posts = () => product.world.of('chat.postMessage');

describe('somebody who has never written to the bot', () => {
  it('gets the card of a case that is sent to their office', async () => {
    await send();
    const before = posts().length;
    await product.worker.drain();
    const to = posts().slice(before);
    expect(to.map(({ body }) => body.channel)).toContain(product.world.carla);
    const card = to.find(({ body }) => body.channel === product.world.carla);
    expect(textOn(shown.parse(card?.body))).toContain('K3F9-QTX2');
  });

  it('is passed over where Slack knows them no longer, and the row does not go round for ever', async () => {
    await send();
    const before = posts().length;
    product.world.trouble(
      'chat.postMessage',
      ...Array.from({ length: 20 }, () => ({ error: 'user_disabled' })),
    );
    for (let i = 0; i < 5; i++) {
      product.world.clock.set(new Date(Date.parse(product.world.clock.now()) + 60_000).toISOString());
      await product.worker.drain();
    }
    const tried = posts()
      .slice(before)
      .filter(({ body }) => body.channel === product.world.carla);
    expect(tried).toHaveLength(1);
  });
});

describe('a mention by somebody whom Slack does not know', () => {
  it('is acknowledged', async () => {
    const { world } = product;
    const response = await world.event({
      type: 'app_mention',
      channel: world.house,
      user: 'U0NOBODY',
      text: `<@${world.bot}> hjælp`,
      ts: '1795233543.000100',
    });
    expect(response.status).toBe(200);
  });
});
