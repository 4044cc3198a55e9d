import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/app/ports/conversation.ts';
import { goneBy, movedTo } from '../../../src/channels/teams/address.ts';

type Activity = Parameters<typeof goneBy>[0];

const TEAM = 'team-1';
const place = (id: string, team: string | undefined = TEAM): Conversation => ({
  channel: 'teams',
  id,
  kind: 'channel',
  reference: JSON.stringify({
    serviceUrl: 'https://example.com',
    conversation: { id },
    ...(team && { team }),
  }),
});
const [here, sibling, elsewhere] = [place('here'), place('sibling'), place('elsewhere', 'team-2')];
const slack: Conversation = { ...here, channel: 'slack' };

/** Which of the conversations an activity in `here` ends. */
function ended(more: Record<string, unknown>): readonly string[] | undefined {
  const activity = {
    type: 'conversationUpdate',
    conversation: { id: 'here' },
    recipient: { id: 'bot' },
    channelData: { team: { id: TEAM }, ...(more.channelData as object) },
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'channelData')),
  };
  const gone = goneBy(activity as unknown as Activity);
  return gone && [here, sibling, elsewhere, slack].filter(gone).map(({ channel, id }) => `${channel} ${id}`);
}

describe('an update that ends conversations', () => {
  it.each([
    ['the team is deleted', { channelData: { eventType: 'teamDeleted' } }],
    ['the team is deleted for good', { channelData: { eventType: 'teamHardDeleted' } }],
    ['the bot is removed', { membersRemoved: [{ id: 'somebody' }, { id: 'bot' }] }],
    ['the app is removed', { type: 'installationUpdate', action: 'remove' }],
    ['the app is removed by an upgrade', { type: 'installationUpdate', action: 'remove-upgrade' }],
  ])('ends all of a team’s where %s, and no other’s', (_, activity) => {
    expect(ended(activity)).toEqual(['teams here', 'teams sibling']);
  });

  it('ends the channel that is deleted, and no other of its team', () => {
    expect(ended({ channelData: { eventType: 'channelDeleted', channel: { id: 'sibling' } } })).toEqual([
      'teams sibling',
    ]);
    expect(ended({ channelData: { eventType: 'channelDeleted' } })).toEqual(['teams here']);
  });

  it.each([
    ['a team is renamed', { channelData: { eventType: 'teamRenamed' } }],
    ['a channel comes', { channelData: { eventType: 'channelCreated', channel: { id: 'new' } } }],
    ['a member leaves', { membersRemoved: [{ id: 'somebody' }] }],
    ['the app is added', { type: 'installationUpdate', action: 'add' }],
    ['a message speaks of it', { type: 'message', text: 'teamDeleted' }],
    ['a message claims a deleted channel', { type: 'message', channelData: { eventType: 'channelDeleted' } }],
  ])('is none where %s', (_, activity) => {
    expect(ended(activity)).toBeUndefined();
  });

  it('without a team ends the conversation alone, and leaves references that cannot be read', () => {
    const activity = {
      type: 'installationUpdate',
      action: 'remove',
      conversation: { id: 'here' },
      recipient: { id: 'bot' },
    };
    const gone = goneBy(activity as unknown as Activity);
    expect(gone && [here, sibling, place('loose', '')].filter(gone)).toEqual([here]);
    expect(gone?.({ ...sibling, reference: '{}' })).toBe(false);
  });
});

describe('a conversation that has moved to another service address', () => {
  const APP = 'the-app';
  const served = { appId: APP, tenants: ['home', 'other'] };
  const at = (
    serviceUrl: string,
    { tenantId = 'home', vouchedFor = APP, id = 'here' } = {},
  ): Conversation => ({
    channel: 'teams',
    id,
    kind: 'channel',
    reference: JSON.stringify({ serviceUrl, conversation: { id, tenantId }, team: TEAM, vouchedFor }),
  });
  const known = at('https://smba.trafficmanager.net/emea/');
  const NEW = 'https://smba.trafficmanager.net/de/';
  const addressOf = (moved: Conversation | undefined) =>
    moved && (JSON.parse(moved.reference) as { readonly serviceUrl: string }).serviceUrl;

  it('is learnt from what a verified token vouched for, with everything else as it was', () => {
    const moved = movedTo(known, at(NEW), served);
    expect(moved).toEqual(at(NEW));
    expect(movedTo(at(NEW), at(NEW), served)).toBeUndefined();
  });

  it.each([
    ['another tenant', at(NEW, { tenantId: 'other' })],
    ['a tenant that is not served', at(NEW, { tenantId: 'strange' })],
    ['an address vouched for to another app', at(NEW, { vouchedFor: 'another' })],
    ['an address without TLS', at('http://smba.trafficmanager.net/de/')],
    ['another conversation', at(NEW, { id: 'elsewhere' })],
    ['another channel', { ...at(NEW), channel: 'slack' as const }],
  ])('is not learnt from %s', (_, seen) => {
    expect(movedTo(known, seen, served)).toBeUndefined();
  });

  it('is one on this machine without sign-in, and no other', () => {
    const local = { appId: '', tenants: [] };
    expect(addressOf(movedTo(known, at('http://127.0.0.1:5000'), local))).toBe('http://127.0.0.1:5000');
    expect(movedTo(known, at('https://example.com'), local)).toBeUndefined();
  });
});
