import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import type { Who } from './hands.ts';

/** Messages as the clients make them of what a person writes: formatted, with mentions and quotes. */

/** A part of a message. */
export type Piece =
  | string
  | { readonly bold: string }
  | { readonly mention: Who }
  | { readonly link: string; readonly to: string }
  | { readonly quote: string; readonly by: Who };

function nameOf(who: Who): string {
  const person = DEMO_PEOPLE.find(({ id }) => id === who);
  if (!person) throw new Error(`nobody is ${who}`);
  return person.name;
}

/** The message as a person sees it, for the record. */
export function asSeen(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('bold' in piece) return `*${piece.bold}*`;
      if ('mention' in piece) return `@${nameOf(piece.mention)}`;
      if ('link' in piece) return `[${piece.link}]`;
      return `[${nameOf(piece.by)}: ${piece.quote}]`;
    })
    .join('');
}

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The editor's HTML of Teams, with entities for Danish letters, as older clients send them. */
export function asHtml(pieces: readonly Piece[]): string {
  const entities = (words: string) =>
    escaped(words)
      .replaceAll('æ', '&aelig;')
      .replaceAll('ø', '&oslash;')
      .replaceAll('å', '&aring;')
      .replaceAll('\n', '</p>\n<p>');
  const quotes: string[] = [];
  const own = pieces.map((piece) => {
    if (typeof piece === 'string') return entities(piece);
    if ('bold' in piece) return `<strong>${entities(piece.bold)}</strong>`;
    if ('mention' in piece)
      return `<span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">${nameOf(piece.mention)}</span>`;
    if ('link' in piece) return `<a href="${piece.to}" title="${piece.to}">${entities(piece.link)}</a>`;
    quotes.push(
      `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="8:x">${nameOf(piece.by)}</strong><p itemprop="preview">${entities(piece.quote)}</p></blockquote>`,
    );
    return '';
  });
  return `${quotes.join('')}<p>${own.join('')}</p>`;
}

/** The fields of a Teams activity. Its plain text runs quote and answer together, as Teams does. */
export function asActivity(pieces: readonly Piece[], before = ''): object {
  const mentioned = pieces.flatMap((piece) =>
    typeof piece !== 'string' && 'mention' in piece ? [piece.mention] : [],
  );
  const plain = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    if ('bold' in piece) return piece.bold;
    if ('mention' in piece) return `<at>${nameOf(piece.mention)}</at>`;
    if ('link' in piece) return piece.link;
    return `${nameOf(piece.by)}\r\n${piece.quote}\r\n`;
  });
  return {
    text: before + plain.join(''),
    textFormat: 'plain',
    entities: mentioned.map((who) => ({
      type: 'mention',
      text: `<at>${nameOf(who)}</at>`,
      mentioned: { id: `29:${who}`, name: nameOf(who) },
    })),
    attachments: [{ contentType: 'text/html', content: before + asHtml(pieces) }],
  };
}

/** The text of a Slack event, in Slack's markup. */
export function asMarkup(pieces: readonly Piece[], userOf: (who: Who) => string): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      if ('bold' in piece) return `*${escaped(piece.bold)}*`;
      if ('mention' in piece) return `<@${userOf(piece.mention)}>`;
      if ('link' in piece) return `<${piece.to}|${escaped(piece.link)}>`;
      return `${piece.quote
        .split('\n')
        .map((line) => `&gt; ${escaped(line)}\n`)
        .join('')}`;
    })
    .join('');
}
