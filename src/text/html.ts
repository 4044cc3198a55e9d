import { createRequire } from 'node:module';
import type { FormatCallback, HtmlToTextOptions } from 'html-to-text';
import { type Known, mentionWords } from './mentions.ts';

/** Marks around parts of the HTML: private-use characters, which are removed from the text before. */
const MENTION = ['\ue001', '\ue002'] as const;
const QUOTE = ['\ue003', '\ue004'] as const;

const marked =
  ([open, close]: readonly [string, string], isBlock: boolean): FormatCallback =>
  (element, walk, builder) => {
    if (isBlock) builder.openBlock({ leadingLineBreaks: 1 });
    builder.addInline(open);
    walk(element.children, builder);
    builder.addInline(close);
    if (isBlock) builder.closeBlock({ trailingLineBreaks: 1 });
  };

const asAlt: FormatCallback = (element, _, builder) => {
  const { alt = '' } = element.attribs;
  if (alt !== '') builder.addInline(alt);
};

const heading = { options: { uppercase: false } };

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  // No editor nests deeper; a deeper text would exhaust the stack.
  limits: { maxDepth: 60 },
  formatters: { mention: marked(MENTION, false), quote: marked(QUOTE, true), alt: asAlt },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'img[itemtype*="schema.skype.com/Emoji"]', format: 'alt' },
    { selector: 'emoji', format: 'alt' },
    { selector: 'attachment', format: 'skip' },
    { selector: 'quoted', format: 'skip' },
    { selector: 'hr', format: 'skip' },
    { selector: 'at', format: 'mention' },
    { selector: 'span[itemtype*="schema.skype.com/Mention"]', format: 'mention' },
    { selector: 'blockquote', format: 'quote' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...heading })),
    { selector: 'ul', options: { itemPrefix: '• ' } },
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
};

const load = createRequire(import.meta.url);
let convert: typeof import('html-to-text').convert | undefined;

/** Reads HTML as text: the person's own, and apart from it the contents of its `<blockquote>`s, which others wrote. */
export function readHtml(
  html: string,
  known: Known,
  found: string[],
): { readonly own: string; readonly quoted: readonly string[] } {
  // Loaded lazily: it would slow every start.
  const module: typeof import('html-to-text') = load('html-to-text');
  convert ??= module.convert;
  const text = convert(html.replace(/[\ue000-\ue00f]/g, ''), OPTIONS);
  const { own, quoted } = apart(text);
  const named = (words: string, mentions: string[]) =>
    words.replace(/\ue001([^\ue002]*)\ue002/g, (_, label: string) =>
      mentionWords(undefined, label, known, mentions),
    );
  return { own: named(own, found), quoted: quoted.map((words) => named(words, [])) };
}

/** Splits at the marks of quotes, which may be nested. */
function apart(text: string): { readonly own: string; readonly quoted: readonly string[] } {
  const quoted: string[] = [];
  let own = '';
  let depth = 0;
  for (const part of text.split(/([\ue003\ue004])/)) {
    if (part === QUOTE[0]) {
      if (depth === 0) quoted.push('');
      depth += 1;
    } else if (part === QUOTE[1]) depth = Math.max(0, depth - 1);
    else if (depth === 0) own += part;
    else quoted[quoted.length - 1] += part;
  }
  return { own, quoted: quoted.map((words) => words.trim()).filter((words) => words !== '') };
}
