import { danish } from './languages/da.ts';
import { english } from './languages/en.ts';
import { HEADER_KINDS, type HeaderKind, type MailLanguage } from './languages/mail-language.ts';

/** Patterns of pasted e-mails, from Outlook, Gmail and Apple Mail, in any of the languages. */

const LANGUAGES: readonly MailLanguage[] = [danish, english];

/** The alternatives of every language. A mail may mix them: a Danish letter under an English mail program's headers. */
function anyOf(words: (language: MailLanguage) => string): string {
  return LANGUAGES.map(words).join('|');
}

const HEADER = new RegExp(
  `^[*_]{0,2}(?:${HEADER_KINDS.map((kind) => `(?<${kind}>${anyOf(({ headers }) => headers[kind])})`).join(
    '|',
  )})[*_]{0,2}\\s?:[*_]{0,2}\\s*(?<value>.*)$`,
  'iu',
);

/** Reads a header line: `Fra: Jens Hansen <jens@firma.dk>`. Undefined for any other line. */
export function headerIn(line: string): { readonly kind: HeaderKind; readonly value: string } | undefined {
  const groups = HEADER.exec(line.trim())?.groups;
  if (!groups) return undefined;
  const kind = HEADER_KINDS.find((known) => groups[known] !== undefined);
  return kind && { kind, value: groups.value ?? '' };
}

/** Gmail's own view names no header: `Jens Hansen <jens@firma.dk>`, then a date, then `til mig`. */
export const NAMED_SENDER = /^[^<>:]{2,80}<[^<>@\s]{1,64}@[^<>\s]{3,255}>,?$/u;
export const TO_ME = new RegExp(
  `^(?:${anyOf(({ to }) => to)})\\s+(?:${anyOf(({ me }) => me)}|[^\\s.,:]{2,40}(?:,\\s[^\\s.,:]{2,40})*)$`,
  'iu',
);

/** The line above a forwarded message, or above the one that is answered. */
export const BANNER = new RegExp(
  `^[-_=*\\s]{2,}(?:${anyOf(({ banner }) => banner)})[-_=*\\s]*$|^(?:${anyOf(({ bannerAlone }) => bannerAlone)})\\s*:?$|^[_-]{8,}$`,
  'iu',
);

/**
 * The line that attributes a quote: `Den 3. nov. 2026 kl. 10.12 skrev Jens Hansen <j@x.dk>:`, `On Mon … Jens Hansen
 * wrote:`. `le` and `am` are a French and a German mail program's, around a Danish or English text.
 */
export const ATTRIBUTION = new RegExp(
  `^(?:>\\s*)?(?:(?:${anyOf(({ on }) => on)}|le|am)\\s.{4,200}\\b(?:${anyOf(({ wrote }) => wrote)})\\b.{0,120}:|.{2,120}\\b(?:${anyOf(({ wroteAtEnd }) => wroteAtEnd)})\\s*:)\\s*$`,
  'iu',
);

/** The sender in an attribution: `Jens Hansen <jens@firma.dk>`. */
export const ATTRIBUTED_SENDER = /(?:\p{Lu}[\p{L}.'’-]*\s+)+<[^<>@\s]{1,64}@[^<>\s]{3,255}>/u;

/**
 * Whether a line is the attribution that a mail program writes: it has an address or a time of day. People write `Kunden
 * skrev:` themselves, above the matter.
 */
export function isMailAttribution(line: string): boolean {
  return ATTRIBUTION.test(line) && /@|\d[.:]\d{2}(?!\d)/.test(line);
}

/** Whether an earlier message begins at a line. */
export function beginsHistory(line: string): boolean {
  return isMailAttribution(line) || BANNER.test(line.trim());
}

const GREETS = new RegExp(`^(?:${anyOf(({ greetings }) => greetings)})(?![\\p{L}])(?<rest>.{0,60})$`, 'iu');
const TO_WHOM = new RegExp(`^(?:${anyOf(({ toWhom }) => toWhom)})[,!.:]?$`, 'iu');
/** The rest of a greeting: names with capitals and words that join them, or a single word. Longer text is a sentence. */
const GREETED = new RegExp(
  `^(?: (?:\\p{Lu}[\\p{L}.'’-]*|&|${anyOf(({ greeted }) => greeted)})[,;]?){0,7}\\s?[,!.:]?$|^ \\p{L}{2,20}[,!.:]?$`,
  'u',
);

/** Whether a line only greets: `Hej Anna og Bo,`. */
export function isGreeting(line: string): boolean {
  const found = GREETS.exec(line);
  return TO_WHOM.test(line) || (found !== null && GREETED.test(found.groups?.rest ?? ''));
}

const CLOSES = new RegExp(`^(?:${anyOf(({ closings }) => closings)})(?![\\p{L}])(?<rest>.{0,90})$`, 'iu');
/** The text after a closing: the closing in another language, and a name. */
const SIGNED = new RegExp(
  `^[\\s,.!/|–-]*(?:${anyOf(({ closingAgain }) => closingAgain)})?[\\s,.!/|–-]*(?:(?:${anyOf(({ onBehalfOf }) => onBehalfOf)})\\s)?(?<name>(?:\\p{Lu}[\\p{L}.'’-]*(?:[\\s,]+|$)){0,6})$`,
  'u',
);

/** The name on a line that ends a letter, empty where it has none. Undefined for any other line. */
export function closingIn(line: string): string | undefined {
  const rest = CLOSES.exec(line)?.groups?.rest;
  return rest === undefined ? undefined : SIGNED.exec(rest)?.groups?.name?.trim();
}

export const SIGNATURE_MARK = /^(?:--|—|__)\s?$/;
export const SENT_FROM = new RegExp(`^(?:${anyOf(({ sentFrom }) => sentFrom)})[^\\n]{0,60}$`, 'iu');

/** A mail system's warning above mail from outside. */
export const OUTSIDE = new RegExp(
  `^\\W{0,3}(?:${anyOf(({ warning }) => warning)})\\b.{0,40}(?:${anyOf(({ warned }) => warned)})|^\\[(?:${anyOf(({ external }) => external)})[^\\]]*\\]$|^(?:${anyOf(({ warningSentences }) => warningSentences)})`,
  'iu',
);

const DISCLAIMER = new RegExp(
  [
    anyOf(({ disclaimers }) => disclaimers),
    `(?:${anyOf(({ received }) => received)})\\b.{0,60}(?:${anyOf(({ inError }) => inError)})`,
    `(?:${anyOf((language) => language.delete)})\\b.{0,60}(?:${anyOf(({ deleted }) => deleted)})`,
  ].join('|'),
  'giu',
);

/** The number of different telling words of a legal disclaimer in a paragraph. */
export function disclaimerWords(paragraph: string): number {
  return new Set([...paragraph.matchAll(DISCLAIMER)].map(([word]) => word.toLowerCase())).size;
}

/** Words written above a message that is only passed on. */
export const PASSED_ON = new RegExp(
  `(?:^|\\s)(?:${anyOf(({ passedOn }) => passedOn)})(?:$|[\\s.,:!?])`,
  'iu',
);
