import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCOPES } from '../../../src/channels/slack/scopes.ts';
import { createTokenSeal } from '../../../src/channels/slack/sealed-token.ts';
import { CLIENT, openSlackWorld, type SlackWorld, TOKEN_KEY } from './slack-world.ts';

let world: SlackWorld;
beforeEach(async () => {
  world = await openSlackWorld({ receive: async () => ({ answers: [{ kind: 'help' }], language: 'da' }) });
  await world.installs.remove(world.team);
});
afterEach(() => world.close());

/** Begins an installation: where the browser is sent, and the cookie it is given. */
function begin() {
  const response = world.channel.handleInstall();
  return {
    response,
    authorize: new URL(response.headers.location ?? ''),
    cookie: response.headers['set-cookie']?.split(';')[0] ?? '',
  };
}

/** Says yes on the emulator's page of consent, and comes back with what Slack adds to the address. */
async function consent(authorize: URL): Promise<URLSearchParams> {
  const fields = Object.fromEntries(authorize.searchParams);
  const answer = await fetch(`${world.emulatorUrl}/oauth/v2/authorize/callback`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...fields, user_id: world.anna }),
  });
  return new URL(answer.headers.get('location') ?? '').searchParams;
}

const finish = (query: URLSearchParams, cookie: string) =>
  world.channel.handleOauthCallback(query, { cookie });

describe('installing in a workspace', () => {
  it('asks for exactly what is used, and comes back to us', () => {
    const { response, authorize } = begin();
    expect(response.status).toBe(302);
    expect(authorize.searchParams.get('client_id')).toBe(CLIENT.id);
    expect(authorize.searchParams.get('scope')).toBe(SCOPES.join(','));
    expect(authorize.searchParams.get('redirect_uri')).toBe('https://indgang.example/api/slack/oauth');
    expect(response.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax; Secure$/);
  });

  it('is a page that Slack’s server knows', async () => {
    const page = await fetch(begin().authorize);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Anna Holm');
  });

  it('keeps the token, sealed, and the app works there at once', async () => {
    const { authorize, cookie } = begin();
    const response = await finish(await consent(authorize), cookie);
    expect(response.status).toBe(200);
    expect(response.body).toContain('Viborg Erhverv');
    const install = await world.installs.get(world.team);
    expect(install).toMatchObject({ team: world.team, installedBy: world.anna });
    expect(JSON.stringify(install)).not.toContain('xoxb');
    await world.event({
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: world.anna,
      text: 'hjælp',
      ts: '1.1',
    });
    expect(world.last('chat.postMessage').answer).toMatchObject({ ok: true });
    expect(world.last('chat.postMessage').token).toMatch(/^xoxb-/);
  });

  it('serves two workspaces, each with its own token', async () => {
    const seal = createTokenSeal(TOKEN_KEY, () => 'other');
    const other = { channels: [], team: 'T0OTHER' };
    await world.installs.save({
      team: other.team,
      teamName: 'Aarhus',
      botUser: 'U1',
      scopes: '',
      sealedToken: seal.seal('xoxb-other', other.team),
      installedBy: 'U2',
      installedAt: world.clock.now(),
    });
    const { authorize, cookie } = begin();
    await finish(await consent(authorize), cookie);
    for (const team of [world.team, other.team]) {
      await world.channel.messenger.post(
        {
          channel: 'slack',
          id: team,
          kind: 'channel',
          reference: JSON.stringify({ team, channel: world.office }),
        },
        { answer: { kind: 'help' }, language: 'da' },
      );
    }
    const tokens = world.of('chat.postMessage').map(({ token }) => token);
    expect(tokens[1]).toBe('xoxb-other');
    expect(tokens[0]).not.toBe(tokens[1]);
  });

  it.each<[string, (query: URLSearchParams, cookie: string) => readonly [URLSearchParams, string]]>([
    [
      'a state of somebody else’s making',
      (query, cookie) => [with_(query, 'state', 'a.9999999999.b'), cookie],
    ],
    ['no state', (query, cookie) => [without(query, 'state'), cookie]],
    ['another browser', (query) => [query, '']],
    ['another browser’s cookie', (query) => [query, 'indgang_slack_state=id-999']],
    ['a code that Slack does not know', (query, cookie) => [with_(query, 'code', 'made-up'), cookie]],
    ['no code', (query, cookie) => [without(query, 'code'), cookie]],
    ['a refusal', (query, cookie) => [with_(without(query, 'code'), 'error', 'access_denied'), cookie]],
  ])('is refused with %s', async (_, change) => {
    const { authorize, cookie } = begin();
    const [query, held] = change(await consent(authorize), cookie);
    expect((await finish(query, held)).status).toBe(400);
    expect(await world.installs.get(world.team)).toBeUndefined();
  });

  it('is refused when it took more than ten minutes', async () => {
    const { authorize, cookie } = begin();
    const query = await consent(authorize);
    world.clock.set(new Date(Date.parse(world.clock.now()) + 601_000).toISOString());
    expect((await finish(query, cookie)).status).toBe(400);
  });

  it('is refused the second time, though the first was right', async () => {
    const { authorize, cookie } = begin();
    const query = await consent(authorize);
    expect((await finish(query, cookie)).status).toBe(200);
    expect((await finish(query, cookie)).status).toBe(400);
    expect(world.of('oauth.v2.access')).toHaveLength(1);
  });

  it('is refused when a permission was left out', async () => {
    const { authorize, cookie } = begin();
    authorize.searchParams.set('scope', 'chat:write');
    expect((await finish(await consent(authorize), cookie)).status).toBe(400);
    expect(await world.installs.get(world.team)).toBeUndefined();
    // Slack would keep the token valid.
    expect(world.of('auth.revoke').map(({ token }) => token)).toEqual([expect.stringMatching(/^xoxb-/)]);
  });

  it('keeps a working installation when a permission was left out of a second one', async () => {
    const first = begin();
    expect((await finish(await consent(first.authorize), first.cookie)).status).toBe(200);
    const kept = await world.installs.get(world.team);
    const { authorize, cookie } = begin();
    authorize.searchParams.set('scope', 'chat:write');
    expect((await finish(await consent(authorize), cookie)).status).toBe(400);
    expect(await world.installs.get(world.team)).toEqual(kept);
    expect(world.of('auth.revoke')).toEqual([]);
  });

  it.each([
    ['a workspace that is not on the list', {}, 403, 'ikke åben for dette workspace'],
    [
      'one on the list by its Enterprise Grid organisation',
      { enterprise: { id: 'E0SERVED' } },
      200,
      'Viborg Erhverv',
    ],
    [
      'a whole organisation at once',
      { team: null, is_enterprise_install: true, enterprise: { id: 'E0SERVED' } },
      200,
      'E0SERVED',
    ],
    [
      'a whole organisation that is not on the list',
      { team: null, is_enterprise_install: true, enterprise: { id: 'E0STRANGE' } },
      403,
      'ikke åben for dette workspace',
    ],
  ])('by %s', async (_, more, status, words) => {
    await world.close();
    world = await openSlackWorld({
      receive: async () => ({ answers: [{ kind: 'help' }], language: 'da' }),
      workspaces: ['T0SERVED', 'E0SERVED'],
    });
    await world.installs.remove(world.team);
    const { authorize, cookie } = begin();
    world.trouble('oauth.v2.access', {
      ok: true,
      access_token: 'xoxb-granted',
      token_type: 'bot',
      scope: SCOPES.join(','),
      bot_user_id: 'U1',
      team: { id: world.team, name: 'Viborg Erhverv' },
      authed_user: { id: world.anna },
      ...more,
    });
    const response = await finish(await consent(authorize), cookie);
    expect([response.status, response.body]).toEqual([status, expect.stringContaining(words)]);
    const kept = (await world.installs.get(world.team)) ?? (await world.installs.get('E0SERVED'));
    expect(kept !== undefined).toBe(status === 200);
    expect(world.of('auth.revoke').map(({ token }) => token)).toEqual(status === 200 ? [] : ['xoxb-granted']);
  });

  it('shows nothing of Slack’s or anybody’s making as markup', async () => {
    const { cookie } = begin();
    const response = await finish(new URLSearchParams({ error: '<script>', state: '<script>' }), cookie);
    expect(response.body).not.toContain('<script>');
  });
});

function with_(query: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = new URLSearchParams(query);
  changed.set(name, value);
  return changed;
}

function without(query: URLSearchParams, name: string): URLSearchParams {
  const changed = new URLSearchParams(query);
  changed.delete(name);
  return changed;
}
