import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { SlackPlace } from './addresses.ts';
import type { SlackTurns } from './slack-turns.ts';

/**
 * Checks whether a channel can be bound to an office; returns the reason where it cannot, in the
 * person's language. Binding a channel that the app cannot post to would lose every
 * handover. Binding a channel shared with other companies would make their people members of the office, who could read
 * its cases.
 */
export async function whyNotBindable(
  turns: SlackTurns,
  place: SlackPlace,
  user: string,
): Promise<string | undefined> {
  if (place.kind === 'personal') return undefined;
  const { notBindable } = sentencesIn(turns.languageOf({ team: place.team, user })).slack;
  const web = await turns.client(place.team);
  try {
    const { channel } = await web.conversations.info({ channel: place.channel });
    if (channel?.is_ext_shared || channel?.is_pending_ext_shared) return notBindable['shared-channel'];
    return channel?.is_member ? undefined : notBindable['not-in-channel'];
  } catch {
    // Slack does not show a private channel that the app is not in.
    return notBindable['not-in-channel'];
  }
}
