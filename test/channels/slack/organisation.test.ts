import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCOPES } from '../../../src/channels/slack/scopes.ts';
import { createTokenSeal } from '../../../src/channels/slack/sealed-token.ts';
import { openSlackWorld, type SlackWorld, TOKEN_KEY } from './slack-world.ts';

/** An app that was installed for a whole Enterprise Grid organisation serves each of its workspaces with one token. */

const ORGANISATION = 'E0SERVED';
let world: SlackWorld;
beforeEach(async () => {
  world = await openSlackWorld({
    receive: async () => ({ answers: [{ kind: 'help' }], language: 'da' }),
    workspaces: [ORGANISATION],
  });
  await world.installs.remove(world.team);
  await world.installs.save({
    team: ORGANISATION,
    teamName: 'Midtjylland',
    enterprise: ORGANISATION,
    botUser: world.bot,
    scopes: SCOPES.join(','),
    sealedToken: createTokenSeal(TOKEN_KEY, () => 'org').seal('xoxb-emulated-bot', ORGANISATION),
    installedBy: world.anna,
    installedAt: world.clock.now(),
  });
});
afterEach(() => world.close());

const message = () => ({
  type: 'message',
  channel: 'D1',
  channel_type: 'im',
  user: world.anna,
  text: 'hjælp',
  ts: '1.1',
});

describe('a workspace of the organisation', () => {
  it('is served with the organisation’s token, from its first event on', async () => {
    await world.event(message(), { enterprise: ORGANISATION });
    expect(world.last('chat.postMessage').answer).toMatchObject({ ok: true });
    // Later requests need not name the organisation, and notices are sent without one.
    await world.event({ ...message(), ts: '2.1' });
    expect(world.inbound).toHaveLength(2);
  });

  it('is served where a click names no workspace', async () => {
    await world.interact({
      type: 'shortcut',
      callback_id: 'log-henvendelse',
      team: null,
      enterprise: { id: ORGANISATION },
      is_enterprise_install: true,
    });
    expect(world.inbound[0]?.person.identity).toBe(`slack:${world.team}:${world.anna}`);
  });

  it('is not served by another organisation’s installation, nor without one', async () => {
    await world.event(message(), { enterprise: 'E0STRANGE' });
    await world.event({ ...message(), ts: '2.1' });
    expect(world.inbound).toEqual([]);
  });

  it('is no longer served once the app is removed', async () => {
    await world.event(message(), { enterprise: ORGANISATION });
    await world.event({ type: 'app_uninstalled' }, { enterprise: ORGANISATION });
    await world.event({ ...message(), ts: '3.1' }, { enterprise: ORGANISATION });
    expect(world.inbound).toHaveLength(1);
    expect(await world.installs.get(ORGANISATION)).toBeUndefined();
  });
});
