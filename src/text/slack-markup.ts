import { type Known, mentionWords } from './mentions.ts';

/** `<@U1|label>`, `<#C1|name>`, `<!here>`, `<https://…|label>`, `<tel:…|…>`. */
const LINK = /<([@#!a-z][^<>|\s]*)(?:\|([^<>]*))?>/gi;

/** Bold, italic, strikethrough and code marks around whole words: `*Hansen VVS*`. */
const MARKS: readonly RegExp[] = [
  /```([^`]+)```/g,
  /(?<![\p{L}\p{N}`])`([^`\n]+)`(?![\p{L}\p{N}`])/gu,
  /(?<![\p{L}\p{N}*])\*(\S(?:[^*\n]*\S)?)\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}~])~(\S(?:[^~\n]*\S)?)~(?![\p{L}\p{N}~])/gu,
];

/** Slack's markup as the words that a reader sees. Entities are decoded later, because their contents are no markup. */
export function withoutSlackMarkup(text: string, known: Known, found: string[]): string {
  let read = text;
  if (read.includes('<')) {
    read = read.replace(LINK, (_, target: string, label: string | undefined) => {
      if (target.startsWith('@')) return mentionWords(target.slice(1), label ?? '', known, found);
      if (target.startsWith('#')) return label ? `#${label}` : target;
      if (target.startsWith('!')) return label ?? '';
      return label || target.replace(/^(?:mailto|tel):/, '');
    });
  }
  if (!/[*_~`]/.test(read)) return read;
  return MARKS.reduce((marked, mark) => marked.replace(mark, '$1'), read);
}

/** The ids of the people that a message mentions, whose names the caller asks Slack for. */
export function mentionedIds(text: string): readonly string[] {
  if (!text.includes('<@')) return [];
  return [...new Set([...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, id = '']) => id))];
}
