import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { viewOf } from '../../../cards/view-of.ts';
import type { Inbound, Reply } from '../../../src/app/inbound.ts';
import { toBlockKit } from '../../../src/channels/slack/block-kit.ts';
import { replyWindow } from '../../../src/channels/slack/windows.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { SAMPLES } from '../../cards/sample-answers.ts';
import { slackMessage } from './block-kit-rules.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

/** What people write in Slack, read at the door: from the signed request to the command that it is. */

let world: SlackWorld;
let receive: (inbound: Inbound) => Promise<Reply>;

beforeEach(async () => {
  receive = async () => ({ answers: [{ kind: 'help' }], language: 'da' });
  world = await openSlackWorld({ receive: (inbound) => receive(inbound) });
});
afterEach(() => world.close());

const TS = '1795233543.000100';
const direct = (more: object) => ({
  type: 'message',
  channel: 'D000000001',
  channel_type: 'im',
  user: world.anna,
  ts: TS,
  ...more,
});
const commands = () => world.inbound.map(({ command }) => command);

describe('a message', () => {
  it('keeps the people it mentions by name, and drops the bot alone', async () => {
    await world.event(
      direct({ text: `<@${world.bot}|indgang> log Hansen VVS, aftalt med <@${world.carla}>` }),
    );
    expect(commands()).toEqual([{ name: 'log', text: 'Hansen VVS, aftalt med Carla Winther' }]);
  });

  it('keeps whom Slack cannot name by id, and is taken all the same', async () => {
    await world.event(direct({ text: 'log Hansen VVS, aftalt med <@U0000NOONE>' }));
    expect(commands()).toEqual([{ name: 'log', text: 'Hansen VVS, aftalt med @U0000NOONE' }]);
  });

  it('is its own words, the quoted ones apart', async () => {
    await world.event(direct({ text: 'log Hansen VVS vil eksportere\n&gt; de er gået konkurs' }));
    expect(commands()).toEqual([{ name: 'log', text: 'Hansen VVS vil eksportere' }]);
    expect(world.inbound[0]?.aside).toMatchObject({ leftOut: ['quote'], contact: {} });
  });

  it('that passes on somebody else’s is not taken for the person’s own', async () => {
    await world.event(
      direct({ text: '', attachments: [{ is_share: true, text: 'cvr 25313763 er konkurs' }] }),
    );
    expect(world.inbound[0]).toMatchObject({ command: { name: 'greet' }, aside: { leftOut: ['quote'] } });
  });

  it.each(['me_message', 'thread_broadcast', 'file_share'])('of the kind %s is a turn', async (subtype) => {
    await world.event(direct({ text: 'sager', subtype }));
    expect(commands()).toEqual([{ name: 'cases' }]);
  });

  it('that joins or changes a topic is none', async () => {
    await world.event(direct({ text: 'x', subtype: 'channel_join' }));
    await world.event(direct({ text: 'x', subtype: 'message_deleted' }));
    expect(commands()).toEqual([]);
  });

  it('in a thread is answered in the thread', async () => {
    await world.event(direct({ text: 'sager', thread_ts: '1795233000.000100' }));
    expect(world.last('chat.postMessage').body).toMatchObject({
      channel: 'D000000001',
      thread_ts: '1795233000.000100',
    });
  });

  it('after a byte-order mark is read as any other', async () => {
    const body = `\ufeff${JSON.stringify({ type: 'url_verification', challenge: 'x' })}`;
    const response = await world.channel.handleEvents(world.signed(body));
    expect(response).toMatchObject({ status: 200 });
  });

  it('in a command and on a message reads people by name too', async () => {
    await world.command(`tildel K7MQ-3RXD <@${world.carla}|carla>`);
    await world.interact({
      type: 'message_action',
      callback_id: 'log-message',
      channel: { id: world.office },
      message: { text: `Hansen VVS siger <@${world.carla}>`, ts: TS },
    });
    expect(commands()).toMatchObject([
      { name: 'case-action', input: { person: 'Carla Winther' } },
      { name: 'log', text: 'Hansen VVS siger Carla Winther' },
    ]);
  });
});

describe('an edit', () => {
  const changed = (more: object = {}) => ({
    type: 'message',
    subtype: 'message_changed',
    channel: 'D000000001',
    channel_type: 'im',
    ts: '1795233600.000100',
    message: {
      type: 'message',
      user: world.anna,
      text: 'sager kontor',
      ts: TS,
      edited: { user: world.anna, ts: '1795233599.000000' },
      ...more,
    },
    previous_message: { type: 'message', user: world.anna, text: 'sager', ts: TS },
  });

  it('is one delivery, however often it comes, that names the message it changes', async () => {
    await world.event(direct({ text: 'sager' }));
    await world.event(changed());
    await world.event(changed());
    const key = `slack:${world.team}:D000000001/${TS}`;
    expect(world.inbound[0]).toMatchObject({ messageKey: key });
    expect(world.inbound.slice(1).map(({ deliveryId, edit }) => [deliveryId, edit?.of])).toEqual([
      [`${key}:edit:1795233599.000000`, key],
      [`${key}:edit:1795233599.000000`, key],
    ]);
  });

  it('is none where a link was unfolded, a thread grew, or a bot changed its own message', async () => {
    await world.event(changed({ edited: undefined }));
    await world.event(changed({ text: 'sager' }));
    await world.event(changed({ bot_id: 'B1' }));
    expect(world.inbound).toEqual([]);
  });

  it('in a channel names the message too', async () => {
    await world.event({
      type: 'app_mention',
      channel: world.office,
      user: world.anna,
      text: `<@${world.bot}> sager`,
      ts: TS,
      edited: { user: world.anna, ts: '1795233599.000000' },
    });
    expect(world.inbound[0]?.edit?.of).toBe(`slack:${world.team}:${world.office}/${TS}`);
  });
});

describe('a long text', () => {
  it('says in full what to do, however long the sentence', () => {
    const answer: Answer = {
      kind: 'refused',
      refusal: { code: 'line-too-long', params: { length: 5012, max: 4000 } },
    };
    const { blocks, text } = toBlockKit(viewOf(answer, 'da'));
    slackMessage.parse({ text, blocks });
    expect(JSON.stringify(blocks)).toContain('send den i flere dele');
  });

  const LONG = 'Æblegården vil eksportere. '.repeat(145).trim();
  const withDescription = (name: string): Answer => {
    const answer = SAMPLES[name];
    if (answer?.kind === 'intake-form')
      return { ...answer, draft: { ...answer.draft, values: { ...answer.draft.values, description: LONG } } };
    if (answer?.kind === 'case')
      return { ...answer, case: { ...answer.case, values: { ...answer.case.values, description: LONG } } };
    throw new Error(`no such sample ${name}`);
  };

  it('that a field of Slack has no room for is read in the window, and never sent back cut', () => {
    const window = replyWindow({ answers: [withDescription('form filled')], language: 'da' }, null);
    const drawn = JSON.stringify(window);
    expect(
      window.blocks.some((block) => 'element' in block && JSON.stringify(block).includes('"description"')),
    ).toBe(false);
    for (const sentence of [LONG.slice(0, 40), LONG.slice(-40)]) expect(drawn).toContain(sentence);
    expect(drawn).toContain('for lang til at blive rettet');
  });

  it('that a field has room for stands in it whole', () => {
    const answer = withDescription('form filled');
    if (answer.kind !== 'intake-form') throw new Error('no form');
    const description = LONG.slice(0, 2_900).trim();
    const values = { ...answer.draft.values, description };
    const window = replyWindow(
      { answers: [{ ...answer, draft: { ...answer.draft, values } }], language: 'da' },
      null,
    );
    const field = window.blocks.find(
      (block) => 'element' in block && block.element.action_id === 'description',
    );
    expect(field).toMatchObject({ element: { initial_value: description } });
  });

  it('on a case is shown to its end', () => {
    const { blocks, text } = toBlockKit(viewOf(withDescription('handover for the receiver'), 'da'));
    slackMessage.parse({ text, blocks });
    const written = JSON.stringify(blocks);
    expect(written).toContain(LONG.slice(0, 60));
    expect(written).toContain(LONG.slice(-60));
  });
});
