import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/app/inbound.ts';
import { MAX_BODY_BYTES, refusalStatus, signatureOf } from '../../../src/channels/slack/signature.ts';
import { openSlackWorld, SIGNING_SECRET, type SlackWorld } from './slack-world.ts';

const reply: Reply = { answers: [{ kind: 'help' }], language: 'da' };

describe('a request that says it comes from Slack', () => {
  let world: SlackWorld;
  beforeAll(async () => {
    world = await openSlackWorld({ receive: async () => reply });
  });
  afterAll(() => world.close());

  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'hej' });
  const message = (id = 'Ev1') =>
    JSON.stringify({
      type: 'event_callback',
      team_id: world.team,
      event_id: id,
      event: {
        type: 'message',
        channel_type: 'im',
        channel: 'D1',
        user: world.anna,
        text: 'hjælp',
        ts: '1.1',
      },
    });
  const seconds = () => Math.floor(Date.parse(world.clock.now()) / 1000);

  /** Sends it to all three doors, and expects that none did any work. */
  async function refusedEverywhere(request: ReturnType<SlackWorld['signed']>, status: number): Promise<void> {
    const [calls, turns] = [world.calls.length, world.inbound.length];
    for (const door of ['handleEvents', 'handleInteractions', 'handleCommands'] as const) {
      const response = await world.channel[door](request);
      expect(response).toEqual({ status, headers: {}, body: '' });
    }
    await world.channel.idle();
    expect([world.calls.length, world.inbound.length]).toEqual([calls, turns]);
  }

  it('is signed as in Slack’s own example', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(signatureOf('8f742231b10e8888abcd99yyyzzz85a5', '1531420618', Buffer.from(body))).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  it('is answered with the challenge when Slack checks the address', async () => {
    const response = await world.channel.handleEvents(world.signed(challenge));
    expect([response.status, JSON.parse(response.body)]).toEqual([200, { challenge: 'hej' }]);
  });

  it('is refused when it is forged', async () => {
    await refusedEverywhere(world.signed(message(), { secret: 'not-the-secret' }), 401);
    const signed = world.signed(message());
    const other =
      signed.headers['x-slack-signature']?.replace(/.$/, (last) => (last === '0' ? '1' : '0')) ?? '';
    await refusedEverywhere({ ...signed, headers: { ...signed.headers, 'x-slack-signature': other } }, 401);
    await refusedEverywhere({ ...signed, headers: { ...signed.headers, 'x-slack-signature': 'v0=' } }, 401);
  });

  it('is refused when its body was changed after signing', async () => {
    const signed = world.signed(message());
    const changed = Buffer.from(signed.body.toString().replace('hjælp', 'sager'));
    await refusedEverywhere(
      { body: changed, headers: { ...signed.headers, 'content-length': String(changed.length) } },
      401,
    );
  });

  it('is refused when it is not signed at all', async () => {
    const { body } = world.signed(message());
    await refusedEverywhere({ body, headers: {} }, 401);
    await refusedEverywhere({ body, headers: { 'x-slack-request-timestamp': 'i går' } }, 401);
  });

  it('is refused when it is more than five minutes old, or from a time to come', async () => {
    await refusedEverywhere(world.signed(message(), { timestamp: seconds() - 301 }), 401);
    await refusedEverywhere(world.signed(message(), { timestamp: seconds() + 301 }), 401);
    const edge = world.signed(challenge, { timestamp: seconds() - 299 });
    expect((await world.channel.handleEvents(edge)).status).toBe(200);
  });

  it('is refused when the same bytes come a second time', async () => {
    const first = world.signed(message('Ev-replayed'));
    expect((await world.channel.handleEvents(first)).status).toBe(200);
    await world.channel.idle();
    await refusedEverywhere(first, 401);
  });

  it('is refused when part of it is missing', async () => {
    const signed = world.signed(message());
    await refusedEverywhere({ ...signed, body: signed.body.subarray(0, 40) }, 400);
    const { 'content-length': _, ...headers } = signed.headers;
    await refusedEverywhere({ body: signed.body.subarray(0, 40), headers }, 401);
  });

  it('is refused when it is too large, before the signature is even looked at', async () => {
    const large = 'x'.repeat(MAX_BODY_BYTES + 1);
    await refusedEverywhere(world.signed(large), 413);
    expect(refusalStatus({ body: Buffer.from(large), headers: {} }, SIGNING_SECRET, world.clock.now())).toBe(
      413,
    );
  });

  it('is refused when it is signed but nothing that we know', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      '{"type":"event_callback"}',
      'payload=%7B',
      'payload={"type":"block_actions"}',
      'a=b',
    ]) {
      for (const door of ['handleEvents', 'handleInteractions', 'handleCommands'] as const) {
        world.clock.set(new Date(Date.parse(world.clock.now()) + 1000).toISOString());
        const response = await world.channel[door](world.signed(body));
        expect(response.status, `${door} ${body}`).toBe(400);
      }
    }
  });

  it('leaves nothing of what people wrote in the log', async () => {
    await world.event({
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: world.anna,
      text: 'HEMMELIGT',
      ts: '1.2',
    });
    expect(JSON.stringify(world.logged)).not.toContain('HEMMELIGT');
  });
});
