import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { type Payload, payloadOf } from '../../../cards/actions.ts';
import type { Block, Input, View, ViewAction } from '../../../cards/view.ts';
import { viewOf } from '../../../cards/view-of.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Reply } from '../../app/inbound.ts';
import { toneOf } from '../../core/case/notice-rules.ts';
import type { Language } from '../../core/vocabulary.ts';
import { actionBlocks, contentBlocks, inputBlocks, titleBlocks, withinLimit } from './block-kit.ts';
import { clip, LIMITS } from './limits.ts';

/** The message from which a window was opened, where the outcome is shown. */
const originShape = z.object({
  responseUrl: z.string(),
  /** Whether only the person sees the message, so that it may be replaced by private content. */
  own: z.boolean(),
  /** The message's channel; null for direct messages. */
  channel: z.string().nullable(),
  /** When the message was clicked (ISO). Slack takes answers to a response URL for 30 minutes from then. */
  at: z.string().optional(),
});
export type Origin = z.infer<typeof originShape>;

const metadataShape = z.object({
  /** The command that submitting the window sends, without the inputs. */
  payload: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  origin: originShape.nullable(),
  /** Whether the window shows the part of a form that is folded away at first. */
  unfolded: z.boolean().optional(),
});
export type Metadata = z.infer<typeof metadataShape>;

/** Reads a window's own metadata. Undefined where this file did not write it. */
export function readMetadata(text: string): Metadata | undefined {
  try {
    return metadataShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Placeholder shown while the turn runs; Slack's trigger expires after three seconds. */
export function waitingWindow(language: Language): ModalView {
  const { slack } = sentencesIn(language);
  return {
    type: 'modal',
    title: plain(slack.appName),
    close: plain(slack.close),
    private_metadata: metadata(null, null),
    blocks: [{ type: 'section', text: plain(slack.wait) }],
  };
}

/** A window that reports a fault. */
export function failedWindow(words: string, language: Language): ModalView {
  return { ...waitingWindow(language), blocks: [{ type: 'section', text: plain(words) }] };
}

/** A verb's form as a window. */
export function formWindow(view: View, action: ViewAction, origin: Origin | null): ModalView {
  const { language } = view;
  const { slack } = sentencesIn(language);
  const name = action.title.replace(/\s*…$/, '');
  const about: Block[] = [
    // The window's title and button have room for 24 characters.
    ...(name.length > LIMITS.windowTitle ? [{ kind: 'text', strong: true, text: name } as const] : []),
    ...[view.title, view.subtitle].flatMap((text) =>
      text ? [{ kind: 'text', subtle: true, text } as const] : [],
    ),
    ...(action.about ?? []),
    ...(action.warning === undefined
      ? []
      : [{ kind: 'callout', tone: 'warning', text: action.warning } as const]),
  ];
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(clip(name, LIMITS.windowTitle)),
    // The button says what it does: a bare "Send" beside "Close" on the form that closes a case misleads.
    submit: plain(name.length <= LIMITS.windowTitle ? name : slack.save),
    close: plain(slack.cancel),
    private_metadata: metadata(payloadOf(action.command), origin),
    blocks: [
      ...contentBlocks({ ...view, blocks: about }, ''),
      ...action.form.flatMap((input: Input) => inputBlocks(input, { language, key: '' })),
    ].slice(0, LIMITS.windowBlocks),
  };
}

interface WindowParts {
  /** What a refused form held, for the person to copy. */
  readonly typed?: readonly string[] | undefined;
  /** Shows the fields of a form that are folded away at first. */
  readonly unfolded?: boolean | undefined;
}

/**
 * Renders a reply as a window. In an enquiry the first button that sends the inputs, or else the most important one,
 * becomes the window's submit button; the others stay in its body. A window on a case or a result has no submit button:
 * it would stand where people expect "OK", and act on the case. Notices become the window's first lines.
 */
export function replyWindow(
  reply: Reply,
  origin: Origin | null,
  { typed = [], unfolded = false }: WindowParts = {},
): ModalView {
  const { language } = reply;
  const { slack } = sentencesIn(language);
  const main = reply.answers.findLast(({ kind }) => kind !== 'notice') ?? reply.answers.at(-1);
  if (!main) return failedWindow(slack.nothing, language);
  const view = viewOf(main, language);
  const notices = reply.answers
    .filter((answer) => answer !== main)
    .map((answer): Block => {
      const tone = answer.kind === 'notice' ? toneOf(answer.notice.code) : 'good';
      return { kind: 'callout', tone, text: viewOf(answer, language).title };
    });
  const kept: Block[] =
    typed.length > 0
      ? [
          {
            kind: 'section',
            title: slack.youWrote,
            folded: false,
            blocks: typed.map((text) => ({ kind: 'text', text })),
          },
        ]
      : [];
  const shown = view.blocks.filter((block) => !isFoldedForm(block));
  const submit = submitOf(view);
  const key = revisionOf(view);
  const blocks = [
    ...titleBlocks(view),
    ...contentBlocks({ ...view, blocks: [...notices, ...kept, ...(unfolded ? view.blocks : shown)] }, key),
    ...(unfolded ? [] : unfoldBlocks(view)),
  ];
  const others = view.actions.filter((action) => action !== submit);
  return {
    type: 'modal',
    callback_id: 'view',
    clear_on_close: true,
    title: plain(slack.appName),
    close: plain(slack.close),
    ...(submit && { submit: plain(clip(submit.title, LIMITS.windowTitle)) }),
    private_metadata: metadata(submit ? payloadOf(submit.command) : null, origin, unfolded),
    blocks: withinLimit(blocks, view, LIMITS.windowBlocks, others),
  };
}

/** Changes with each saved revision, so that Slack shows the saved values instead of the typed ones. */
function revisionOf(view: View): string {
  const command = view.actions.map((action) => action.command).find((command) => 'revision' in command);
  return command && 'revision' in command ? `r${command.revision ?? 0}` : 'r';
}

/**
 * The button that submits a window, or undefined. A title that Slack would cut names its receiver at the end, so the
 * button stays in the body, unless the window has inputs, which Slack refuses without a submit button.
 */
function submitOf({ actions, blocks }: View): ViewAction | undefined {
  const own = actions.filter(({ command, form }) => command.name === 'intake' && form.length === 0);
  const sending = own.find(({ withInputs }) => withInputs);
  if (hasInputs(blocks)) return sending ?? own.find(({ tone }) => tone === 'primary');
  const main = sending ?? own.find(({ tone }) => tone === 'primary');
  return main && main.title.length <= LIMITS.windowTitle ? main : undefined;
}

/** The block of the button that shows the folded fields of a form. Slack has nothing that folds. */
export const UNFOLD = 'unfold';

function isFoldedForm(block: Block): boolean {
  return block.kind === 'section' && block.folded && hasInputs(block.blocks);
}

/** A button for each folded part of a form. It keeps what was typed so far, as a look-up in the register does. */
function unfoldBlocks({ blocks, actions, language }: View): KnownBlock[] {
  const keeps = actions.find(({ command }) => command.name === 'intake' && command.verb === 'intake.lookup');
  if (!keeps) return [];
  return blocks.flatMap((block) =>
    block.kind === 'section' && isFoldedForm(block)
      ? actionBlocks([{ ...keeps, title: `${block.title} …` }], language).map((row) => ({
          ...row,
          block_id: UNFOLD,
        }))
      : [],
  );
}

function hasInputs(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'input' ||
      block.kind === 'pair' ||
      (block.kind === 'section' && hasInputs(block.blocks)),
  );
}

function metadata(payload: Payload | null, origin: Origin | null, unfolded = false): string {
  return JSON.stringify({ payload, origin, ...(unfolded && { unfolded }) } satisfies Metadata);
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
