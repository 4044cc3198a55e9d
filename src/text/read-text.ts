import { readHtml } from './html.ts';
import { type LeftOut, readMail } from './mail.ts';
import type { MailContact } from './mail-contact.ts';
import { botNames, type Known, mentionWords, withoutBot } from './mentions.ts';
import { decodeEntities, normalise } from './normalise.ts';
import { PROFILES, type TextSource } from './profiles.ts';
import { splitQuotes } from './quotes.ts';
import { withoutSlackMarkup } from './slack-markup.ts';

/** What came in with a message besides its text. */
export interface Around extends Known {
  /** The client says that the text is HTML (`textFormat: xml`). */
  readonly isHtml?: boolean | undefined;
  /** Quoted messages that came beside the text. */
  readonly quoted?: readonly string[] | undefined;
}

/** A text as it was meant. */
export interface ReadText {
  /** The person's own words, normalised: what is understood, stored and answered. */
  readonly own: string;
  /** Words of others that came along: never a fact of the case. */
  readonly quoted: string;
  /** The people named by a mention, the bot not among them. */
  readonly mentions: readonly string[];
  /** What was not taken along, to be said. */
  readonly leftOut: readonly LeftOut[];
  /** Whom to answer, by a pasted mail's sender and signature. */
  readonly contact: MailContact;
  /** The words of what was left out. They are looked through for CPR numbers, and kept nowhere. */
  readonly unread: string;
}

const NOTHING: Omit<ReadText, 'own'> = {
  quoted: '',
  mentions: [],
  leftOut: [],
  contact: {},
  unread: '',
};

/** A line that no rule has anything to say about: one line of letters, digits and signs. */
const SIMPLE = /^[A-Za-z0-9æøåÆØÅ .,:;!?()/+'"-]*$/;
/** Tags of an editor. A `<` that somebody types arrives as an entity, so these are none of their words. */
const TAG =
  /<\/?(?:p|br|div|b|strong|i|em|u|s|strike|span|a|ul|ol|li|pre|code|blockquote|h[1-6]|table|tr|td|hr|emoji|attachment)(?:\s[^<>]*)?\/?>/i;
const AT = /<at(?:\s[^<>]*)?>([^<]*)<\/at>/gi;
const QUOTED_MARK = /<quoted(?:\s[^<>]*)?\/?>(?:<\/quoted>)?/gi;

/**
 * The one reader of text at the door: from Teams, Slack, a form, a card or the command line. It undoes the markup and the
 * entities of the source, removes what is not seen, tells own words from quoted ones and a pasted mail's body from the
 * rest, and keeps the people that are mentioned by name. Nothing is shortened. Never throws.
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

/** The lines of a text that are not in its body. */
function linesBeside(text: string, body: string): readonly string[] {
  return text.split('\n').filter((line) => !body.includes(line.trim()));
}

/** A text field as it is compared and stored: the same normalisation, nothing taken apart. */
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

/** A quote of the bot's own message, by the name that stands over it: leaving it out needs no word. */
function isByBot(words: string, known: Known): boolean {
  const first = words.split('\n')[0]?.trim().toLowerCase() ?? '';
  return botNames(known).some((name) => name.toLowerCase() === first);
}
