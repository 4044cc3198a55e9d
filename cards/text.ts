import { sentencesIn } from '../dialogs/sentences.ts';
import { visibleText } from './plain.ts';
import type { Block, Input, View, ViewAction } from './view.ts';

/** The most characters of a summary: phones show no more of a notification. */
export const MAX_SUMMARY = 150;

/** A summary in one line, for notifications, screen readers and clients that cannot show the card. */
export function summaryOf(view: View): string {
  const read = view.blocks.flatMap((block) => (block.kind === 'read' ? [readLine(block)] : []));
  const about = firstProblem(view.blocks) ?? view.subtitle ?? read[0] ?? firstWords(view.blocks);
  const whole = view.summary ?? (about ? `${asSentence(view.title)} ${about}` : view.title);
  return shortened(visibleText(whole).replace(/\s+/g, ' ').trim());
}

function asSentence(words: string): string {
  return /[.!?…]$/.test(words.trim()) ? words : `${words}.`;
}

/** What the reader has to mend: the first field with a problem, or what the card warns of. */
function firstProblem(blocks: readonly Block[]): string | undefined {
  const inputs = inputsIn(blocks);
  const wrong = inputs.find(({ problem }) => problem !== undefined);
  if (wrong) return `${wrong.label}: ${wrong.problem}`;
  return blocks.flatMap((block) =>
    block.kind === 'callout' && block.tone === 'attention' ? [block.text] : [],
  )[0];
}

function inputsIn(blocks: readonly Block[]): readonly Input[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'input') return [block.input];
    if (block.kind === 'pair') return block.inputs;
    return block.kind === 'section' ? inputsIn(block.blocks) : [];
  });
}

/** What a card says first below its title. */
function firstWords(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) {
    if (block.kind === 'text' || block.kind === 'callout') return block.text;
    if (block.kind === 'facts') return block.facts.map(({ label, value }) => `${label}: ${value}`).join('. ');
  }
  return undefined;
}

/** What was read, in one line: `Hansen VVS ApS · Viborg · Eksport · Ole Bak 40 41 12 34`. */
function readLine({ parts }: Extract<Block, { kind: 'read' }>): string {
  return parts.map(({ texts }) => texts.map(({ text }) => text).join(' ')).join(' · ');
}

/** The sentences that fit into a summary, or as much of the first one as does. */
function shortened(text: string): string {
  if (text.length <= MAX_SUMMARY) return text;
  const start = text.slice(0, MAX_SUMMARY);
  const sentences = /^.+[.!?](?= )/.exec(text.slice(0, MAX_SUMMARY + 1))?.[0] ?? '';
  if (sentences.length >= MAX_SUMMARY / 3) return sentences;
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), MAX_SUMMARY / 2)).slice(0, MAX_SUMMARY - 1)}…`;
}

function inputLine(input: Input): string {
  const value =
    input.kind === 'text' || input.kind === 'date'
      ? input.value
      : input.kind === 'toggle'
        ? ''
        : input.choices
            .filter((choice) => input.value.includes(choice.value))
            .map(({ title }) => title)
            .join(', ');
  const problem = input.problem ? ` – ${input.problem}` : '';
  return `${input.label}: ${value === '' ? '–' : value}${input.hint ? ` (${input.hint})` : ''}${problem}`;
}

/** Whether an input has anything to read: an empty form as text says nothing. */
function worthReading(input: Input): boolean {
  return input.problem !== undefined || (input.kind !== 'toggle' && input.value.length > 0);
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'text':
    case 'callout':
      return [block.text];
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case 'list':
      return block.items.map((item) => `• ${item}`);
    case 'section':
      return block.blocks.flatMap(blockLines).length > 0
        ? [block.title.endsWith('?') ? block.title : `${block.title}:`, ...block.blocks.flatMap(blockLines)]
        : [];
    case 'input':
      return worthReading(block.input) ? [inputLine(block.input)] : [];
    case 'pair':
      return block.inputs.filter(worthReading).map(inputLine);
    case 'entry':
      return [`${block.title} – ${block.text} [${block.action.typed}]`];
    case 'pictured':
      return block.table.flatMap(blockLines);
    case 'read':
      return [readLine(block)];
    case 'actions':
      return [];
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** The actions within the blocks, those of entries apart: an entry names its own. */
function actionsIn(blocks: readonly Block[]): readonly ViewAction[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'actions') return block.actions;
    if (block.kind === 'read') return block.parts.flatMap(({ change }) => change ?? []);
    return block.kind === 'section' ? actionsIn(block.blocks) : [];
  });
}

function actionLine(action: ViewAction): string {
  return `• ${action.typed} – ${action.meaning ?? action.title.replace(/\s*…$/, '')}`;
}

/** The whole view as text, with the typed form of every action, for clients without cards and for screen readers. */
export function toText(view: View): string {
  const lines = [view.title, ...(view.subtitle ? [view.subtitle] : []), ...view.blocks.flatMap(blockLines)];
  const actions = [...actionsIn(view.blocks), ...view.actions];
  if (actions.length > 0) {
    lines.push('', sentencesIn(view.language).card.youCanType, ...actions.map(actionLine));
  }
  return visibleText(lines.join('\n'));
}
