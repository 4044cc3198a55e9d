import type { KnownBlock } from '@slack/types';
import { viewOf } from '../../../cards/view-of.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Reply } from '../../app/inbound.ts';
import { COMMON_LANGUAGE } from '../../app/reader-language.ts';
import { personalPlace } from './addresses.ts';
import { actionBlocks, contentBlocks, titleBlocks } from './block-kit.ts';
import { LIMITS } from './limits.ts';
import type { SlackTurns } from './slack-turns.ts';

/** Renders the Home tab: buttons for a new enquiry and help, the person's cases, and their office's. */
export async function publishHome(
  turns: SlackTurns,
  team: string,
  user: string,
  deliveryId: string,
): Promise<void> {
  const list = (filter: 'mine' | 'office') =>
    turns.take({
      team,
      user,
      place: personalPlace(team, user),
      audience: 'person',
      deliveryId: `${deliveryId}:${filter}`,
      command: { name: 'cases', filter },
    });
  const replies = [await list('mine'), await list('office')];
  // No answers: Slack repeated the event, and the tab is already rendered.
  if (replies.every(({ answers }) => answers.length === 0)) return;
  const web = await turns.client(team);
  await web.views.publish({ user_id: user, view: { type: 'home', blocks: homeBlocks(replies) } });
}

function homeBlocks(replies: readonly Reply[]): KnownBlock[] {
  const language = replies[0]?.language ?? COMMON_LANGUAGE;
  const { buttons, typed } = sentencesIn(language);
  const shared = { form: [], withInputs: false };
  const start = actionBlocks(
    [
      {
        ...shared,
        title: buttons.newEnquiry,
        tone: 'primary',
        command: { name: 'new' },
        typed: typed.new,
      },
      {
        ...shared,
        title: buttons.help,
        tone: 'default',
        command: { name: 'help' },
        typed: typed.help,
      },
    ],
    language,
  );
  const room = Math.floor((LIMITS.windowBlocks - start.length - replies.length) / replies.length);
  const parts = replies.flatMap((reply): KnownBlock[] => {
    const blocks = reply.answers.flatMap((answer) => {
      const view = viewOf(answer, language);
      return [...titleBlocks(view), ...contentBlocks(view, '')];
    });
    return [{ type: 'divider' }, ...blocks.slice(0, room)];
  });
  return [...start, ...parts];
}
