import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { SlackPlace } from './addresses.ts';
import type { SlackTurns } from './slack-turns.ts';

/**
 * Why a channel cannot be bound to an office, or undefined where it can. Where we may not post, every handover would be
 * lost; a channel shared with other companies would make their people members of the office, and show them its cases.
 * In Danish, because no turn has told yet which language the person has.
 */
export async function whyNotBindable(turns: SlackTurns, place: SlackPlace): Promise<string | undefined> {
  if (place.kind === 'personal') return undefined;
  const { notBindable } = sentencesIn('da').slack;
  const web = await turns.client(place.team);
  try {
    const { channel } = await web.conversations.info({ channel: place.channel });
    if (channel?.is_ext_shared || channel?.is_pending_ext_shared) return notBindable['shared-channel'];
    return channel?.is_member ? undefined : notBindable['not-in-channel'];
  } catch {
    // A private channel that we are not in does not exist for us.
    return notBindable['not-in-channel'];
  }
}
