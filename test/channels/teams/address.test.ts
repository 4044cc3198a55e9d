import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/app/ports/conversation.ts';
import { goneBy } from '../../../src/channels/teams/address.ts';

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
