import { z } from 'zod';
import { type Around, type ReadText, readText } from '../../text/read-text.ts';
import type { ReadActivity } from './activity.ts';

/** A quote that Teams sends beside the text: the quoted message and its first words. */
const quotedReply = z.object({
  type: z.literal('quotedReply'),
  quotedReply: z.object({ preview: z.string().nullish() }),
});
const mention = z.object({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
});

/** Attachments with somebody else's message: one that is answered or forwarded. */
const REFERENCES: readonly string[] = ['messageReference', 'forwardedMessageReference'];
const reference = z.object({
  messagePreview: z.string().nullish(),
  originalMessageContent: z.string().nullish(),
});
const referenceText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(reference);

/** The names by which this message mentions the bot. */
function botNames({ recipient, entities }: ReadActivity): readonly string[] {
  const own = (entities ?? []).flatMap((entity) => {
    const read = mention.safeParse(entity);
    if (!read.success || read.data.mentioned.id !== recipient.id) return [];
    return [read.data.mentioned.name ?? '', (read.data.text ?? '').replace(/<[^<>]*>/g, '')];
  });
  return [recipient.name ?? '', ...own];
}

/** Attachments of Teams' own that are no file: the text as HTML, cards, and other messages. */
const NO_FILE = /^(?:text\/|application\/vnd\.microsoft\.card\.|(?:forwarded)?messageReference$)/i;

/** Whether files or pictures came with the message. */
export function hasFiles({ attachments }: ReadActivity): boolean {
  return (attachments ?? []).some(({ contentType }) => !NO_FILE.test(contentType));
}

function quotedIn({ entities, attachments }: ReadActivity): readonly string[] {
  const beside = (entities ?? []).flatMap((entity) => {
    const read = quotedReply.safeParse(entity);
    return read.success ? [read.data.quotedReply.preview ?? ''] : [];
  });
  const referred = (attachments ?? [])
    .filter(({ contentType }) => REFERENCES.includes(contentType))
    .flatMap(({ content }) => {
      const read = z.union([reference, referenceText]).safeParse(content);
      return read.success ? [read.data.messagePreview ?? read.data.originalMessageContent ?? ''] : [];
    })
    .map((html) => readText(html, 'teams-html').own);
  return [...beside, ...referred].filter((words) => words.trim() !== '');
}

/**
 * Reads the text of a Teams message. Where it answers with a quote, the HTML is read: the plain text runs quote and
 * answer together.
 */
export function readMessage(activity: ReadActivity): ReadText {
  const { text, textFormat, attachments } = activity;
  const quoted = quotedIn(activity);
  const around: Around = {
    bot: { names: botNames(activity) },
    isHtml: textFormat === 'xml',
    ...(quoted.length > 0 && { quoted }),
  };
  const html = attachments?.find(
    ({ contentType, content }) =>
      contentType === 'text/html' && typeof content === 'string' && /<blockquote/i.test(content),
  )?.content;
  return typeof html === 'string'
    ? readText(html, 'teams-html', around)
    : readText(text ?? '', 'teams-text', around);
}
