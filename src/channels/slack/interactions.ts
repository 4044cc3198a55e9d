import { asideOf } from '../../app/inbound.ts';
import type { SuggestCompanies } from '../../app/suggest-companies.ts';
import { notice } from '../../core/answer.ts';
import type { Command } from '../../core/command.ts';
import { placeIn } from './addresses.ts';
import { type BlockActionDeps, handleBlockActions } from './block-actions.ts';
import { companyOptions } from './company-options.ts';
import { wordsOf } from './message-words.ts';
import type { Interaction } from './payloads.ts';
import type { ReadMessage } from './read-message.ts';
import { empty, type SlackResponse } from './slack-http.ts';
import { handleSubmission } from './view-submission.ts';

export interface InteractionDeps extends BlockActionDeps {
  readonly read: ReadMessage;
  readonly companies: SuggestCompanies;
}

/**
 * Carries out an interaction: a shortcut, a click or a window that was sent. Resolves with the acknowledgement that
 * Slack must have within three seconds; the rest runs after it, by `later`.
 */
export async function handleInteraction(
  deps: InteractionDeps,
  interaction: Interaction,
): Promise<SlackResponse> {
  switch (interaction.type) {
    case 'shortcut':
    case 'message_action':
      return openFromShortcut(deps, interaction);
    case 'block_actions':
      return handleBlockActions(deps, interaction);
    case 'view_submission':
      return handleSubmission(deps, interaction);
    case 'view_closed':
      return empty(200);
    case 'block_suggestion':
      return companyOptions(deps.companies, interaction.value);
    default: {
      const never: never = interaction;
      return never;
    }
  }
}

type Shortcut = Extract<Interaction, { type: 'shortcut' | 'message_action' }>;

/** Opens the intake in a window, with the words of the message that the shortcut was used on. */
async function openFromShortcut(
  { read, windows }: InteractionDeps,
  shortcut: Shortcut,
): Promise<SlackResponse> {
  const { team, user, trigger_id } = shortcut;
  const words = shortcut.type === 'message_action' ? wordsOf(shortcut.message) : '';
  const message = await read(team.id, words);
  const text = message.own;
  const command: Command = text === '' ? { name: 'new' } : { name: 'log', text };
  await windows.openWindow(
    {
      team: team.id,
      user: user.id,
      place: placeIn(team.id, user.id, 'channel' in shortcut ? shortcut.channel.id : null),
      audience: 'person',
      deliveryId: trigger_id,
      command,
      aside: asideOf(message),
      standsInChat: text !== '',
      ...(shortcut.type === 'message_action' && text === '' && { said: notice('message-without-words') }),
    },
    trigger_id,
    null,
    'response_url' in shortcut ? shortcut.response_url : null,
  );
  return empty(200);
}
