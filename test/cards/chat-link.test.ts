import { describe, expect, it } from 'vitest';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { colleagueText } from '../../cards/chat-link.ts';
import { viewOf } from '../../cards/view-of.ts';
import { drawMessage } from '../../src/channels/slack/draw.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { ActorRef } from '../../src/core/person.ts';
import { caseOf, viewerOf } from './sample-answers.ts';

const CARLA: ActorRef = { person: 'carla', name: 'Carla *Winther*', organisation: 'ehm-midtjylland' };
const shown = (identity: string): Answer => ({
  kind: 'case',
  card: 'case',
  case: caseOf({ assignee: CARLA }),
  history: [],
  viewer: viewerOf('owner'),
  now: '2026-11-21T09:00:00.000Z',
  notice: null,
  problems: [],
  chats: { carla: identity },
});

describe('a colleague’s name', () => {
  it('opens the chat of the platform that the identity is of', () => {
    expect(colleagueText('Carla', 'teams:t 1:a/b')).toEqual({
      text: 'Carla',
      href: 'https://teams.microsoft.com/l/chat/0/0?tenantId=t%201&users=8:orgid:a%2Fb',
    });
    expect(colleagueText('Carla', 'slack:T1:U1')).toEqual({
      text: 'Carla',
      href: 'slack://user?team=T1&id=U1',
    });
    for (const other of [undefined, '', 'api:x:y', 'teams:only'])
      expect(colleagueText('Carla', other)).toEqual({ text: 'Carla' });
  });

  it('is a link in Teams and in Slack, calls nobody, and shows as it is written', () => {
    const card = JSON.stringify(toAdaptiveCard(viewOf(shown('teams:t1:o1'), 'da')));
    expect(card).toContain('"text":"Carla *Winther*"');
    expect(card).toContain('"url":"https://teams.microsoft.com/l/chat/0/0?tenantId=t1&users=8:orgid:o1"');
    const message = JSON.stringify(drawMessage(shown('slack:T1:U1'), 'en'));
    expect(message).toContain('{"type":"link","text":"Carla *Winther*","url":"slack://user?team=T1&id=U1"}');
    expect(message).not.toContain('<@');
  });
});
