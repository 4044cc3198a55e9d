import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

let world: SlackWorld;
beforeEach(async () => {
  world = await openSlackWorld({ receive: async () => ({ answers: [{ kind: 'help' }], language: 'da' }) });
});
afterEach(() => world.close());

const ask = (user = world.anna) =>
  world.event({ type: 'message', channel: 'D1', channel_type: 'im', user, text: 'hjælp', ts: '1.1' });

describe('who acts in Slack', () => {
  it.each([
    ['a guest of the workspace', { is_restricted: true }],
    ['a guest of one channel', { is_ultra_restricted: true }],
    ['somebody of another company in a shared channel', { is_stranger: true }],
    ['somebody of another workspace', { team_id: 'T0ANOTHER' }],
    ['a bot', { is_bot: true }],
    ['somebody who has left', { deleted: true }],
  ])('is told apart from colleagues: %s', async (_, more) => {
    const user = { id: world.anna, team_id: world.team, real_name: 'Gæst', ...more };
    world.trouble('users.info', { ok: true, user });
    await ask();
    expect(world.inbound[0]?.person).toMatchObject({
      guest: true,
      identity: `slack:${world.team}:${world.anna}`,
    });
  });

  it('is a colleague in each workspace of the same company', async () => {
    const enterprise_user = { teams: ['T0ANOTHER', world.team] };
    world.trouble('users.info', {
      ok: true,
      user: { id: world.anna, team_id: 'T0ANOTHER', enterprise_user },
    });
    await ask();
    expect(world.inbound[0]?.person).toMatchObject({
      guest: false,
      aliases: [`slack:T0ANOTHER:${world.anna}`],
    });
  });

  it('has the name and language that Slack knows', async () => {
    const user = {
      id: world.anna,
      team_id: world.team,
      locale: 'da-DK',
      profile: { real_name: 'Anna Holm Æbelø' },
    };
    world.trouble('users.info', { ok: true, user });
    await ask();
    expect(world.inbound[0]?.person).toMatchObject({ name: 'Anna Holm Æbelø', locale: 'da-DK' });
  });

  it('is asked for once in ten minutes, and again after that', async () => {
    await ask();
    await ask();
    expect(world.of('users.info')).toHaveLength(1);
    world.clock.set(new Date(Date.parse(world.clock.now()) + 601_000).toISOString());
    await ask();
    expect(world.of('users.info')).toHaveLength(2);
  });

  it('is a stranger when Slack does not know the id', async () => {
    expect((await ask('U0UNKNOWN')).status).toBe(200);
    expect(world.inbound[0]?.person).toMatchObject({ guest: true });
  });

  it('is whoever the directory says while Slack cannot be asked, and is asked for again at once', async () => {
    world.trouble('users.info', { status: 503 }, { error: 'internal_error' });
    await ask();
    await ask();
    await ask();
    expect(world.inbound.map(({ person }) => person)).toMatchObject([
      { identity: `slack:${world.team}:${world.anna}`, guest: false, name: world.anna },
      { name: world.anna },
      { name: 'Anna Holm' },
    ]);
  });
});
