import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXPORT, openApiWorld } from '../api/api-world.ts';
import { openReceiver, type Receiver, trustLocalhost } from '../webhooks/receiver.ts';
import { runWith } from './cli-world.ts';

/** Webhooks, made by command line and told by the service over the same store, at a receiver of this machine. */

let folder: string;
let world: Awaited<ReturnType<typeof openApiWorld>>;
let receiver: Receiver;
beforeAll(async () => {
  trustLocalhost();
  folder = mkdtempSync(join(tmpdir(), 'indgang-webhooks-'));
  world = await openApiWorld({ data: folder, settings: { WEBHOOK_PRIVATE_HOSTS: 'localhost' } });
});
beforeEach(async () => {
  vi.stubEnv('WEBHOOK_PRIVATE_HOSTS', 'localhost');
  receiver = await openReceiver();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await receiver.close();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...argv: string[]) => runWith(['webhook', ...argv, '--data', folder]);
const adding = (url = receiver.url) => ['add', '--name', 'ESDH', '--url', url, '--organisation', 'les-791'];
async function added(): Promise<{ readonly id: string; readonly secret: string }> {
  return JSON.parse((await run(...adding(), '--json')).out[0] ?? '') as { id: string; secret: string };
}
const listed = async (id: string) =>
  (await run('list', '--json')).out
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .find((one) => one.id === id);
const types = () => receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);
const signatures = () =>
  receiver.received.map(({ headers }) => String(headers['webhook-signature']).split(' ').length);

describe('a webhook made by command line', () => {
  it('is told of cases by the service until it is removed', async () => {
    const { id } = await added();
    await world.enquire(await world.token(), EXPORT);
    await world.deliver();
    expect(types()).toEqual(['case.changed']);
    expect((await run('remove', id)).status).toBe(0);
    expect(await listed(id)).toBeUndefined();
    const again = await world.enquire(await world.token(), { ...EXPORT, description: 'Spørger igen' });
    expect(again.status).toBe(201);
    await world.deliver();
    expect(types()).toHaveLength(1);
  });

  it('has its secret shown once, and neither that nor the query of its address after', async () => {
    const { out } = await run(...adding());
    expect(out[0]).toMatch(/^whsec_[A-Za-z0-9+/]{43}=\n/);
    const all = [...(await run('list')).out, ...(await run('list', '--json')).out].join('\n');
    expect(all).not.toMatch(/whsec_|sss/);
    expect(all).toContain('/hook?…');
  });

  it('is tested with a signed message, and the answer is said', async () => {
    const { id, secret } = await added();
    expect(await run('test', id)).toMatchObject({ status: 0, out: [`${id}: Modtageren tog imod beskeden.`] });
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    // The specification's library compares the time with the machine's, and the command was given another.
    vi.useFakeTimers({ now: Number(given['webhook-timestamp']) * 1_000, toFake: ['Date'] });
    expect(new Webhook(secret).verify(body, given)).toMatchObject({ type: 'webhook.test', data: {} });
    vi.useRealTimers();
    receiver.answer = { status: 500 };
    expect(await run('test', id)).toMatchObject({
      status: 1,
      out: [`${id}: Modtageren svarer 500. Se i dens log, og prøv igen.`],
    });
    expect((await run('test', id, '--language', 'en')).out[0]).toContain('The receiver answers 500.');
    expect(JSON.parse((await run('test', id, '--json')).out[0] ?? '')).toMatchObject({
      answer: 'status-500',
    });
    receiver.answer = { status: 302 };
    expect((await run('test', id)).out[0]).toContain('Ret adressen.');
  });

  it('gets a new secret, beside which the old one is good for a while', async () => {
    const { id, secret } = await added();
    const rotated = JSON.parse((await run('rotate', id, '--json')).out[0] ?? '') as Record<string, string>;
    expect(rotated.secret).not.toBe(secret);
    expect(rotated.oldUntil).toBe('2026-11-21T09:00:00.000Z');
    await run('test', id);
    expect((await run('rotate', id, '--overlap', '0')).status).toBe(0);
    await run('test', id);
    expect(signatures()).toEqual([2, 1]);
    expect((await run('rotate', id, '--overlap', '-1')).status).toBe(2);
  });

  it('that was switched off is on again once its receiver takes the test', async () => {
    const { id } = await added();
    receiver.answer = { status: 410 };
    await world.enquire(await world.token(), { ...EXPORT, description: 'Spørger igen' });
    await world.deliver();
    expect(await listed(id)).toMatchObject({ state: 'off: gone' });
    expect((await run('list')).out.join()).toContain('slået fra: modtageren findes ikke mere');
    expect((await run('list', '--language', 'en')).out.join()).toContain(
      'off: the receiver is no longer there',
    );
    expect((await run('test', id)).status).toBe(1);
    receiver.answer = { status: 204 };
    expect((await run('test', id)).out[0]).toMatch(/slået til igen/);
    expect(await listed(id)).toMatchObject({ state: 'on', failingSince: null });
    await world.deliver();
    expect(types().filter((type) => type === 'case.changed').length).toBeGreaterThan(1);
  });

  it.each([
    [['--url', 'http://receiver.example/'], /--url: must begin with https/],
    [['--url', 'https://10.0.0.1/'], /--url: must not be an address of a private network/],
    [['--url', 'https://a:b@receiver.example/'], /--url: must hold no user name/],
    [['--organisation', 'les-999'], /les-999: there is no such organisation/],
    [['--name', ' '], /--name: is needed/],
  ])('is not made with %s', async (wrong, message) => {
    const { status, errors } = await run(...adding(), ...wrong);
    expect(status).toBe(2);
    expect(errors[0]).toMatch(message);
  });

  it.each(['remove', 'rotate', 'test'])('that is none is not there for %s', async (command) => {
    expect(await run(command, 'x')).toMatchObject({
      status: 2,
      errors: [expect.stringMatching(/x: there is no such webhook/)],
    });
    expect((await run(command)).errors[0]).toMatch(/ID: which webhook/);
  });
});
