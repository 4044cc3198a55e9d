import { readCommand } from '../../../dialogs/commands.ts';
import type { Leave } from '../../app/leave-conversations.ts';
import { kindOf, type Place, personalPlace, placeOf } from './addresses.ts';
import { whyNotBindable } from './bindable.ts';
import { publishHome } from './home.ts';
import type { Installs } from './installs.ts';
import type { SlackEvent } from './payloads.ts';
import type { People } from './people.ts';
import { plainText } from './plain-text.ts';
import type { Turns } from './turns.ts';

export interface EventDeps {
  readonly turns: Turns;
  readonly installs: Installs;
  readonly people: People;
  readonly leave: Leave;
}

/** What is left to do once an event has been saved and acknowledged. */
export type Afterwards = () => Promise<void>;

/**
 * Carries out an event. It resolves when everything that must not be lost is saved, and then says what remains: drawing
 * the answer. It throws where Slack should deliver the event again.
 */
export async function handleEvent(
  { turns, installs, people, leave }: EventDeps,
  team: string,
  eventId: string,
  event: SlackEvent,
): Promise<Afterwards | undefined> {
  /** Without a token nothing can be sent to the workspace nor asked of it: its channels are nobody's any more. */
  async function leaveWorkspace(): Promise<void> {
    await installs.remove(team);
    people.forget(team);
    await leave((conversation) => placeOf(conversation)?.team === team && conversation.channel === 'slack');
  }

  switch (event.type) {
    case 'app_uninstalled':
      await leaveWorkspace();
      return undefined;
    case 'tokens_revoked': {
      const install = await installs.get(team);
      if (install && event.tokens.bot?.includes(install.botUser)) await leaveWorkspace();
      return undefined;
    }
    case 'app_home_opened':
      if (event.tab !== undefined && event.tab !== 'home') return undefined;
      return () => publishHome(turns, team, event.user, eventId);
    case 'message': {
      // Edits, joins and our own messages are no turns; in channels only what mentions us is, as in Teams.
      const plainMessage = event.subtype === undefined || event.subtype === 'file_share';
      if (!event.user || event.bot_id || !plainMessage || kindOf(event.channel) !== 'personal')
        return undefined;
      const place = personalPlace(team, event.user);
      return said(turns, { team, user: event.user, eventId, text: event.text ?? '' }, place, place);
    }
    case 'app_mention': {
      if (!event.user || event.bot_id) return undefined;
      const place: Place = { team, channel: event.channel, kind: kindOf(event.channel) };
      const answerAt = { ...place, thread: event.thread_ts ?? event.ts };
      return said(turns, { team, user: event.user, eventId, text: event.text ?? '' }, place, answerAt);
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

async function said(
  turns: Turns,
  message: { readonly team: string; readonly user: string; readonly eventId: string; readonly text: string },
  place: Place,
  answerAt: Place,
): Promise<Afterwards> {
  const { team, user, eventId, text } = message;
  const command = readCommand(plainText(text));
  const problem = command.name === 'connect' ? await whyNotBindable(turns, place) : undefined;
  if (problem) return () => turns.whisper(answerAt, user, { text: problem.da, blocks: [] });
  const audience = place.kind === 'personal' ? 'person' : 'conversation';
  const reply = await turns.take({ team, user, place, audience, deliveryId: eventId, command });
  return () => turns.speak(answerAt, user, reply);
}
