import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES, signatureOf } from '../../../src/channels/slack/signature.ts';
import { type Composed, compose } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import { simulatedClock } from '../../support/clock.ts';

const SECRET = 'a-signing-secret';
const NOW = '2026-11-20T09:00:00.000Z';

describe('Slack over HTTP', () => {
  let folder: string;
  let service: Composed;
  let base: string;
  let port: number;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'indgang-slack-'));
    const config = readConfig({
      INDGANG_DATA: folder,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_TOKEN_KEY: 'x'.repeat(32),
      SLACK_WORKSPACES: 'T0SERVED',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      PUBLIC_URL: 'https://indgang.example',
    });
    service = await compose(config, {
      clock: simulatedClock(NOW),
      log: () => {},
    });
    port = await service.server.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${port}/api/slack`;
  });
  afterAll(async () => {
    await service.close();
    await rm(folder, { recursive: true });
  });

  const timestamp = String(Date.parse(NOW) / 1000);
  const post = (door: string, body: string, type = 'application/json', secret = SECRET) =>
    fetch(`${base}/${door}`, {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signatureOf(secret, timestamp, Buffer.from(body)),
      },
      body,
    });

  it('answers Slack’s check of the address, signed over the bytes as they came', async () => {
    const response = await post('events', '{ "type":"url_verification",  "challenge":"æøå 🙂" }');
    expect([response.status, await response.json()]).toEqual([200, { challenge: 'æøå 🙂' }]);
  });

  it('refuses what is forged or too large', async () => {
    for (const door of ['events', 'interactions', 'commands']) {
      expect((await post(door, '{"a":1}', 'application/json', 'other')).status).toBe(401);
      expect((await post(door, 'x'.repeat(MAX_BODY_BYTES + 10))).status).toBe(413);
    }
  });

  it('survives a request that breaks off in the middle', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('POST /api/slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n{"type":');
        setTimeout(() => socket.destroy(), 20);
      });
      socket.on('close', () => resolve());
    });
    expect((await post('events', '{"type":"url_verification","challenge":"still here"}')).status).toBe(200);
  });

  it('sends a browser that wants to install to Slack', async () => {
    const response = await fetch(`${base}/install`, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(
      /^https:\/\/slack\.com\/oauth\/v2\/authorize\?client_id=1\.2&/,
    );
    expect((await fetch(`${base}/oauth?code=x&state=y`)).status).toBe(400);
  });

  it('answers anything that is signed with 200 or 400, never with a fault', async () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'block_actions',
        'view_submission',
        'shortcut',
        'message_action',
        'T1',
        'U1',
        'button',
        'handover.accept',
      ),
    );
    const anything = fc.oneof(
      fc.json(),
      fc
        .record(
          {
            type: word,
            team: fc.record({ id: word }),
            user: fc.record({ id: word }),
            trigger_id: word,
            callback_id: word,
            container: fc.record({ type: word }),
            view: fc.record(
              { id: word, type: word, private_metadata: word, state: fc.anything() },
              { requiredKeys: [] },
            ),
            actions: fc.array(
              fc.record(
                { type: word, action_id: word, value: word },
                { requiredKeys: ['type', 'action_id'] },
              ),
            ),
          },
          { requiredKeys: ['type'] },
        )
        .map((payload) => JSON.stringify(payload) ?? ''),
    );
    let n = 0;
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        // A blank more each time: the same bytes twice would be a replay.
        const unique = `${text}${' '.repeat(++n)}`;
        const form = new URLSearchParams({ payload: unique }).toString();
        const statuses = [
          (await post('events', unique)).status,
          (await post('interactions', form, 'application/x-www-form-urlencoded')).status,
          (await post('commands', `${form}&text=x`, 'application/x-www-form-urlencoded')).status,
        ];
        for (const status of statuses) expect([200, 400]).toContain(status);
      }),
      { numRuns: 200 },
    );
  });
});
