import type { KnownBlock } from '@slack/types';
import type { ViewAction } from '../../../cards/view.ts';
import { viewOf } from '../../../cards/view-of.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Reply } from '../../app/inbound.ts';
import { COMMON_LANGUAGE } from '../../app/reader-language.ts';
import type { Answer } from '../../core/answer.ts';
import type { CaseFilter } from '../../core/command.ts';
import type { Language } from '../../core/vocabulary.ts';
import { personalPlace } from './addresses.ts';
import { actionBlocks, contentBlocks, titleBlocks } from './block-kit.ts';
import { LIMITS } from './limits.ts';
import type { SlackTurns } from './slack-turns.ts';

/** The lists of the Home tab, most pressing first. A case stands in the first list that has it. */
const LISTS = ['broken', 'inbox', 'mine', 'office'] as const satisfies readonly CaseFilter[];

/**
 * Renders the Home tab: buttons for a new enquiry and help, then what is overdue, what waits for the office, the
 * person's cases and their office's. A
 * list that is longer than its part ends with a button that opens it as a window, page by page.
 */
export async function publishHome(
  turns: SlackTurns,
  team: string,
  user: string,
  deliveryId: string,
): Promise<void> {
  const replies: Reply[] = [];
  for (const filter of LISTS) {
    replies.push(
      await turns.take({
        team,
        user,
        place: personalPlace(team, user),
        audience: 'person',
        deliveryId: `${deliveryId}:${filter}`,
        command: { name: 'cases', filter },
      }),
    );
  }
  // No answers: Slack repeated the event, and the tab is already rendered.
  if (replies.every(({ answers }) => answers.length === 0)) return;
  const web = await turns.client(team);
  await web.views.publish({ user_id: user, view: { type: 'home', blocks: homeBlocks(replies) } });
}

function homeBlocks(replies: readonly Reply[]): KnownBlock[] {
  const language = replies[0]?.language ?? COMMON_LANGUAGE;
  const { buttons, typed } = sentencesIn(language);
  const plain = { form: [], withInputs: false };
  const start = actionBlocks(
    [
      {
        ...plain,
        title: buttons.newEnquiry,
        tone: 'primary',
        command: { name: 'new' },
        typed: typed.new,
      },
      {
        ...plain,
        title: buttons.help,
        tone: 'default',
        command: { name: 'help' },
        typed: typed.help,
      },
    ],
    language,
  );
  const parts = partsOf(
    replies.flatMap(({ answers }) => answers),
    language,
  );
  const room = Math.floor((LIMITS.windowBlocks - start.length) / Math.max(1, parts.length));
  return [
    ...start,
    ...parts.flatMap(({ heading, lines, all }): KnownBlock[] => [
      { type: 'divider' },
      ...heading,
      ...lines.slice(0, Math.max(0, room - heading.length - 2)),
      ...actionBlocks(all, language),
    ]),
  ];
}

interface Part {
  readonly heading: readonly KnownBlock[];
  readonly lines: readonly KnownBlock[];
  /** Opens the whole list, where the part does not show all of it. */
  readonly all: readonly ViewAction[];
}

/** The parts of the tab. A refusal, which every list gives alike, stands once. */
function partsOf(answers: readonly Answer[], language: Language): readonly Part[] {
  const seen = new Set<string>();
  const parts: Part[] = [];
  for (const answer of answers) {
    if (answer.kind !== 'cases') {
      const heading = titleBlocks(viewOf(answer, language));
      return parts.length > 0 ? parts : [{ heading, lines: [], all: [] }];
    }
    const lines = answer.lines.filter(({ caseId }) => !seen.has(caseId));
    for (const { caseId } of lines) seen.add(caseId);
    if (lines.length === 0 && (answer.filter === 'broken' || answer.filter === 'inbox')) continue;
    const view = viewOf({ ...answer, lines }, language);
    const heading = titleBlocks(answer.filter === 'broken' ? { ...view, tone: 'attention' } : view);
    const none = answer.lines.length > 0 && lines.length === 0;
    parts.push({ heading, lines: none ? [] : contentBlocks(view, ''), all: wholeList(answer, language) });
  }
  return parts;
}

function wholeList(
  { filter, total, pages }: Extract<Answer, { kind: 'cases' }>,
  language: Language,
): readonly ViewAction[] {
  if (pages <= 1) return [];
  const { slack, typed } = sentencesIn(language);
  return [
    {
      title: slack.showAll(total),
      tone: 'default',
      command: { name: 'cases', filter },
      form: [],
      withInputs: false,
      typed: typed.list[filter],
    },
  ];
}
