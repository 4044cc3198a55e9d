import type { Command } from '../../core/command.ts';
import { messageIdOf, placeIn, type SlackPlace } from './addresses.ts';
import type { BlockActions } from './payloads.ts';
import { readMetadata } from './windows.ts';

/** The place of a click. A window knows the channel of the message it was opened from. */
export function placeOfClick(click: BlockActions): SlackPlace {
  const origin = click.view ? readMetadata(click.view.private_metadata)?.origin : undefined;
  return placeIn(click.team.id, click.user.id, click.channel?.id ?? origin?.channel);
}

/** The id of the clicked message. Undefined for ephemeral messages, which were never posted as a card. */
export function cardMessageOf({ container }: BlockActions): string | undefined {
  const { channel_id, message_ts, is_ephemeral } = container;
  return channel_id && message_ts && !is_ephemeral ? messageIdOf(channel_id, message_ts) : undefined;
}

/** Whether a command's answer is a form to fill in. */
export function opensWindow(command: Command): boolean {
  return (
    command.name === 'new' ||
    (command.name === 'intake' && ['intake.resume', 'intake.edit', 'intake.restart'].includes(command.verb))
  );
}
