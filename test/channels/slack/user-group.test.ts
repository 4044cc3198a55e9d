import { afterEach, describe, expect, it } from 'vitest';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { slackMessage } from './block-kit-rules.ts';
import { openProduct } from './slack-product.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** The user group on duty is called when a company in crisis is sent to its office in Slack. */

let product: Awaited<ReturnType<typeof openProduct>>;
afterEach(() => product.close());

const CALL =
  '<!subteam^S012AB3CD> En sag om en virksomhed i krise er sendt til jer. Overtag sagen, og ring til virksomheden nu.';
let count = 0;

/** Sends a company to the Erhvervshus, whose channel is bound; what was posted there. */
async function send(line: string) {
  product = await openProduct({ language, userGroup: 'S012AB3CD' });
  const { world } = product;
  const said = (text: string, more: object = {}) =>
    world.event({
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: world.anna,
      text,
      ts: `1795233543.${String(++count).padStart(6, '0')}`,
      ...more,
    });
  await world.api('conversations.invite', { channel: world.house, users: world.bot }, 'anna');
  await said(`<@${world.bot}> forbind ehm-midtjylland`, {
    type: 'app_mention',
    channel: world.house,
    channel_type: undefined,
    user: world.carla,
  });
  await said(line);
  await said('bekræft samtykke');
  await product.worker.drain();
  return world.of('chat.postMessage').flatMap(({ body }) => (body.channel === world.house ? [body] : []));
}

describe('the user group on duty', () => {
  it('is called once, by the new message of a crisis', async () => {
    const posted = await send('log 25313763 kan ikke betale løn på fredag og frygter konkurs');
    const called = posted.filter((body) => JSON.stringify(body).includes('subteam'));
    expect(called).toHaveLength(1);
    const { text, blocks } = called[0] ?? {};
    expect(slackMessage.parse({ text, blocks }).blocks[0]).toEqual({
      type: 'section',
      text: { type: 'mrkdwn', text: CALL },
    });
    const updated = product.world.of('chat.update').map(({ body }) => JSON.stringify(body));
    expect(updated.join()).not.toContain('subteam');
  });

  it('is left in peace by other enquiries', async () => {
    const posted = await send('log 99101547 vil have patent på en ny kajak, Ida Bro 51 22 33 44');
    expect(posted.length).toBeGreaterThan(1);
    expect(JSON.stringify(posted)).not.toContain('subteam');
  });
});
