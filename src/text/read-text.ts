import { readHtml } from './html.ts';
import { type LeftOut, readMail } from './mail.ts';
import type { MailContact } from './mail-contact.ts';
import { botNames, type Known, mentionWords, withoutBot } from './mentions.ts';
import { decodeEntities, normalise } from './normalise.ts';
import { PROFILES, type TextSource } from './profiles.ts';
import { splitQuotes } from './quotes.ts';
import { withoutSlackMarkup } from './slack-markup.ts';

/** The context of a message's text. */
export interface Around extends Known {
  /** The client declares the text as HTML (`textFormat: xml`). */
  readonly isHtml?: boolean | undefined;
  /** Quoted messages that the platform sends beside the text. */
  readonly quoted?: readonly string[] | undefined;
}

/** A text as its sender meant it. */
export interface ReadText {
  /** The person's own words, normalised. These are understood, stored and answered. */
  readonly own: string;
  /** Other people's words, which never become facts of the case. */
  readonly quoted: string;
  /** The people mentioned, without the bot. */
  readonly mentions: readonly string[];
  /** The parts that were left out, for the answer to mention. */
  readonly leftOut: readonly LeftOut[];
  /** The person to answer, from a pasted mail's sender and signature. */
  readonly contact: MailContact;
  /** The text of the parts that were left out. It is searched for CPR numbers and stored nowhere. */
  readonly unread: string;
}

const NOTHING: Omit<ReadText, 'own'> = {
  quoted: '',
  mentions: [],
  leftOut: [],
  contact: {},
  unread: '',
};

/** A line that no rule applies to: letters, digits and common signs. */
const SIMPLE = /^[A-Za-z0-9æøåÆØÅ .,:;!?()/+'"-]*$/;
/** Tags of an editor. A typed `<` arrives as an entity, so these are never the person's words. */
const TAG =
  /<\/?(?:p|br|div|b|strong|i|em|u|s|strike|span|a|ul|ol|li|pre|code|blockquote|h[1-6]|table|tr|td|hr|emoji|attachment)(?:\s[^<>]*)?\/?>/i;
const AT = /<at(?:\s[^<>]*)?>([^<]*)<\/at>/gi;
const QUOTED_MARK = /<quoted(?:\s[^<>]*)?\/?>(?:<\/quoted>)?/gi;

/**
 * Reads text from outside: from Teams, Slack, a form, a card or the command line. It removes the source's markup,
 * entities and invisible marks, separates own words from quotes and a pasted mail's body from the rest, and replaces
 * mentions by names. Nothing is shortened. Never throws.
 */
export function readText(raw: string, source: TextSource, around: Around = {}): ReadText {
  if (SIMPLE.test(raw) && !raw.includes('  ') && around.quoted === undefined)
    return { own: raw.trim(), ...NOTHING };
  const profile = PROFILES[source];
  const mentions: string[] = [];
  const { own: marked, quoted: beside } = withoutMarkup(raw, source, around, mentions);
  const plain = profile.addressed ? withoutBot(marked, around) : marked;
  const clean = normalise(plain, profile.oneSpace);
  const { own, quoted } = profile.quotes ? splitQuotes(clean) : { own: clean, quoted: [] };
  const others = [...(around.quoted ?? []), ...beside, ...quoted]
    .map((words) => normalise(words, true))
    .filter((words) => words !== '');
  const mail = profile.mail ? readMail(own) : undefined;
  const leftOut: LeftOut[] = [
    ...(others.some((words) => !isByBot(words, around)) ? (['quote'] as const) : []),
    ...(mail?.leftOut ?? []),
  ];
  return {
    own: mail?.own ?? own,
    quoted: others.join('\n'),
    mentions,
    leftOut,
    contact: mail?.contact ?? {},
    unread: [...others, ...(mail ? linesBeside(own, mail.own) : [])].join('\n'),
  };
}

/** The lines of a text that its body does not contain. */
function linesBeside(text: string, body: string): readonly string[] {
  return text.split('\n').filter((line) => !body.includes(line.trim()));
}

/** A text field, normalised in the same way for comparing and storing, with nothing left out. */
export function readField(raw: string): string {
  return SIMPLE.test(raw) ? raw : normalise(decodeEntities(raw), false);
}

function withoutMarkup(
  raw: string,
  source: TextSource,
  around: Around,
  mentions: string[],
): { readonly own: string; readonly quoted: readonly string[] } {
  const { markup } = PROFILES[source];
  switch (markup) {
    case 'html':
      return readHtml(raw, around, mentions);
    case 'teams': {
      if (around.isHtml || TAG.test(raw)) return readHtml(raw, around, mentions);
      const named = raw.includes('<')
        ? raw
            .replace(QUOTED_MARK, ' ')
            .replace(AT, (_, label: string) =>
              mentionWords(undefined, decodeEntities(label), around, mentions),
            )
        : raw;
      return { own: decodeEntities(named), quoted: [] };
    }
    case 'slack':
      return { own: decodeEntities(withoutSlackMarkup(raw, around, mentions)), quoted: [] };
    case 'none':
      return { own: decodeEntities(raw), quoted: [] };
    default: {
      const never: never = markup;
      return never;
    }
  }
}

/** Whether a quote is of the bot's own message, by the name above it. Leaving it out needs no mention in the answer. */
function isByBot(words: string, known: Known): boolean {
  const first = words.split('\n')[0]?.trim().toLowerCase() ?? '';
  return botNames(known).some((name) => name.toLowerCase() === first);
}
