import { SLACK_WORDS } from '../../../dialogs/slack-words.ts';
import type { Localized } from '../../core/vocabulary.ts';
import type { Place } from './addresses.ts';
import type { Turns } from './turns.ts';

/**
 * Why a channel cannot be bound to an office, or undefined where it can. Where we may not post, every handover would be
 * lost; a channel shared with other companies would make their people members of the office, and show them its cases.
 */
export async function whyNotBindable(turns: Turns, place: Place): Promise<Localized | undefined> {
  if (place.kind === 'personal') return undefined;
  const web = await turns.client(place.team);
  try {
    const { channel } = await web.conversations.info({ channel: place.channel });
    if (channel?.is_ext_shared || channel?.is_pending_ext_shared) return SLACK_WORDS.sharedChannel;
    return channel?.is_member ? undefined : SLACK_WORDS.notInChannel;
  } catch {
    // A private channel that we are not in does not exist for us.
    return SLACK_WORDS.notInChannel;
  }
}
