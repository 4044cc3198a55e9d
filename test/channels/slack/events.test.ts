import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound, Reply } from '../../../src/app/inbound.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { SAMPLES } from '../../cards/sample-answers.ts';
import { slackHome, slackMessage } from './block-kit-rules.ts';
import { buttonsOn, textOn } from './slack-hands.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

const sample = (name: string): Answer => {
  const found = SAMPLES[name];
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};

let world: SlackWorld;
let receive: (inbound: Inbound) => Promise<Reply>;
const answers = (...all: readonly Answer[]) => {
  receive = async () => ({ answers: all, language: 'da' });
};

beforeEach(async () => {
  answers({ kind: 'help' });
  world = await openSlackWorld({ receive: (inbound) => receive(inbound) });
});
afterEach(() => world.close());

const direct = (text: string, more: object = {}) => ({
  type: 'message',
  channel: 'D000000001',
  channel_type: 'im',
  user: world.anna,
  text,
  ts: '1795233543.000100',
  ...more,
});
const mention = (text: string, more: object = {}) => ({
  type: 'app_mention',
  channel: world.office,
  user: world.anna,
  text: `<@${world.bot}> ${text}`,
  ts: '1795233543.000100',
  ...more,
});

describe('a direct message', () => {
  it('is a turn of the person who signed in to Slack, and is answered there', async () => {
    expect((await world.event(direct('sager'), { eventId: 'Ev7' })).status).toBe(200);
    expect(world.inbound).toEqual([
      {
        channel: 'slack',
        deliveryId: `slack:${world.team}:Ev7`,
        person: {
          identity: `slack:${world.team}:${world.anna}`,
          name: 'Anna Holm',
          guest: false,
          locale: null,
        },
        conversation: {
          channel: 'slack',
          id: `slack:${world.team}:${world.anna}`,
          kind: 'personal',
          reference: JSON.stringify({ team: world.team, channel: world.anna }),
        },
        command: { name: 'cases' },
        audience: 'person',
        messageKey: `slack:${world.team}:D000000001/1795233543.000100`,
        standsInChat: true,
      },
    ]);
    const sent = world.last('chat.postMessage');
    expect(sent.body).toMatchObject({ channel: world.anna });
    expect(sent.answer).toMatchObject({ ok: true });
  });

  it('arrives as it was typed, whatever Slack made of it', async () => {
    await world.event(
      direct(
        'log Hansen &amp; Søn, ring <tel:40411234|40411234> eller <mailto:h@x.dk|h@x.dk>, se <https://x.dk|x.dk>',
      ),
    );
    expect(world.inbound[0]?.command).toEqual({
      name: 'log',
      text: 'Hansen & Søn, ring 40411234 eller h@x.dk, se x.dk',
    });
  });

  it('is no turn when a bot wrote it, or when it tells of an edit', async () => {
    await world.event(direct('hjælp', { bot_id: 'B1' }));
    await world.event(direct('hjælp', { subtype: 'message_changed' }));
    await world.event(direct('hjælp', { channel: world.office, channel_type: 'channel' }));
    await world.event({ type: 'reaction_added', user: world.anna });
    expect(world.inbound).toEqual([]);
  });

  it('is answered with a button where the answer is a form, which a message cannot hold', async () => {
    answers(sample('form filled'));
    await world.event(direct('ny'));
    const { body } = world.last('chat.postMessage');
    const message = slackMessage.parse({ text: body.text, blocks: body.blocks });
    expect(buttonsOn(message)).toContain('Udfyld formularen');
    expect(message.blocks.filter(({ type }) => type === 'input')).toEqual([]);
  });

  it('is answered after the pause that Slack asks for', async () => {
    world.trouble('chat.postMessage', { status: 429, headers: { 'retry-after': '5' } });
    await world.event(direct('sager'));
    expect(world.of('chat.postMessage').map(({ answer }) => answer.ok)).toEqual([undefined, true]);
  });

  it('is one turn however often Slack delivers it', async () => {
    const retry = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    await world.event(direct('sager'), { eventId: 'Ev1' });
    const again = await world.event(direct('sager'), { eventId: 'Ev1', headers: retry });
    expect(again.status).toBe(200);
    expect(world.of('chat.postMessage')).toHaveLength(1);
    expect(world.logged).toContainEqual({ event: 'slack.retry', details: { number: 1 } });
  });

  it('is delivered again when it could not be saved, and then taken', async () => {
    receive = async () => {
      throw new Error('the store is down');
    };
    expect((await world.event(direct('sager'), { eventId: 'Ev1' })).status).toBe(500);
    answers({ kind: 'help' });
    const again = await world.event(direct('sager'), {
      eventId: 'Ev1',
      headers: { 'x-slack-retry-num': '1' },
    });
    expect(again.status).toBe(200);
    expect(world.of('chat.postMessage')).toHaveLength(1);
  });

  it('is acknowledged before the answer is there when that takes long, and still answered', async () => {
    await world.close();
    let finish = () => {};
    const busy = new Promise<void>((resolve) => {
      finish = resolve;
    });
    world = await openSlackWorld({
      receive: async () => {
        await busy;
        return { answers: [{ kind: 'help' }], language: 'da' };
      },
      patience: { openMs: 10, acknowledgeMs: 10 },
    });
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: world.team,
      event_id: 'Ev1',
      event: direct('hjælp'),
    });
    expect((await world.channel.handleEvents(world.signed(body))).status).toBe(200);
    expect(world.of('chat.postMessage')).toEqual([]);
    finish();
    await world.channel.idle();
    expect(world.of('chat.postMessage')).toHaveLength(1);
  });
});

describe('a mention in a channel', () => {
  it('is a turn in the channel, answered in a thread for everybody', async () => {
    await world.event(mention('hjælp'));
    expect(world.inbound[0]).toMatchObject({
      command: { name: 'help' },
      audience: 'conversation',
      conversation: { id: `slack:${world.team}:${world.office}`, kind: 'channel' },
    });
    expect(world.last('chat.postMessage').body).toMatchObject({
      channel: world.office,
      thread_ts: '1795233543.000100',
    });
  });

  it('does not bind a channel that is shared with other organisations', async () => {
    world.trouble('conversations.info', {
      ok: true,
      channel: { id: world.office, is_member: true, is_ext_shared: true },
    });
    await world.event(mention('forbind les-791'));
    expect(world.inbound).toEqual([]);
    expect(String(world.last('chat.postEphemeral').body.text)).toContain('delt med andre organisationer');
  });

  it('binds the whole channel, not the thread it was written in', async () => {
    await world.api('conversations.invite', { channel: world.office, users: world.bot }, 'anna');
    await world.event(mention('forbind les-791', { thread_ts: '1795233000.000100' }));
    expect(world.inbound[0]).toMatchObject({
      command: { name: 'connect', organisation: 'les-791' },
      conversation: { reference: JSON.stringify({ team: world.team, channel: world.office }) },
    });
  });

  it.each(['decision elsewhere', 'form filled', 'handover for the receiver', 'refused'])(
    'is answered to the person alone where others may not read it: %s',
    async (name) => {
      answers(sample(name));
      await world.event(mention('log Hansen VVS'));
      expect(world.of('chat.postMessage')).toEqual([]);
      expect(world.last('chat.postEphemeral').body).toMatchObject({
        channel: world.office,
        user: world.anna,
      });
    },
  );

  it('shows a case to everybody in its common view', async () => {
    answers(sample('handover in the channel'));
    await world.event(mention('sag K3F9-QTX2'));
    expect(world.of('chat.postMessage')).toHaveLength(1);
  });
});

describe('the Home tab', () => {
  it('shows my cases and my office’s, and begins a new enquiry', async () => {
    answers(sample('cases'));
    await world.event({ type: 'app_home_opened', user: world.anna, channel: 'D1', tab: 'home' });
    expect(world.inbound.map(({ command }) => command)).toEqual([
      { name: 'cases', filter: 'broken' },
      { name: 'cases', filter: 'inbox' },
      { name: 'cases', filter: 'mine' },
      { name: 'cases', filter: 'office' },
    ]);
    const { body, answer } = world.last('views.publish');
    expect(answer).toMatchObject({ ok: true });
    expect(slackHome.safeParse(body.view).error?.issues).toBeUndefined();
    expect(buttonsOn(slackHome.parse(body.view))).toContain('Ny henvendelse');
    expect(textOn(slackHome.parse(body.view)).length).toBeGreaterThan(50);
  });

  it('is left alone when the person opened the messages tab', async () => {
    await world.event({ type: 'app_home_opened', user: world.anna, channel: 'D1', tab: 'messages' });
    expect(world.inbound).toEqual([]);
  });
});

describe('a workspace that takes the app away', () => {
  it.each([
    ['removes it', () => ({ type: 'app_uninstalled' })],
    ['revokes our token', () => ({ type: 'tokens_revoked', tokens: { oauth: [], bot: [world.bot] } })],
  ])('is forgotten with its token: %s', async (_, event) => {
    await world.event(event());
    expect(await world.installs.get(world.team)).toBeUndefined();
    expect((await world.event(direct('sager'))).status).toBe(200);
    expect(world.inbound).toEqual([]);
    const to = {
      channel: 'slack',
      id: 'x',
      kind: 'channel',
      reference: JSON.stringify({ team: world.team, channel: world.office }),
    } as const;
    expect(await world.channel.messenger.post(to, { answer: { kind: 'help' }, language: 'da' })).toEqual({
      outcome: 'gone',
      code: 'not-installed',
    });
  });

  it('stays when it was a person’s token that was revoked', async () => {
    await world.event({ type: 'tokens_revoked', tokens: { oauth: [world.anna], bot: [] } });
    expect(await world.installs.get(world.team)).toBeDefined();
  });

  it('is unknown when it never installed the app', async () => {
    expect((await world.event(direct('sager'), { team: 'T0STRANGER' })).status).toBe(200);
    expect(world.inbound).toEqual([]);
  });
});
