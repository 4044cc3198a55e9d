import type { HeaderKind } from './languages/mail-language.ts';
import { contactOf, type MailContact } from './mail-contact.ts';
import {
  ATTRIBUTED_SENDER,
  BANNER,
  beginsHistory,
  closingIn,
  disclaimerWords,
  headerIn,
  isGreeting,
  isMailAttribution,
  NAMED_SENDER,
  OUTSIDE,
  PASSED_ON,
  SENT_FROM,
  SIGNATURE_MARK,
  TO_ME,
} from './mail-words.ts';

/** Parts of a message that are not the person's own words. The person is told when one is left out. */
const LEFT_OUT = ['quote', 'headers', 'greeting', 'signature', 'disclaimer', 'history'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** A pasted e-mail: its body with anything written above it, the person to answer, and the parts left out. */
export interface Mail {
  readonly own: string;
  readonly contact: MailContact;
  readonly leftOut: readonly LeftOut[];
}

/** A message within a text, newest first: its headers where it has any, and its lines. */
interface Message {
  readonly from: string | undefined;
  readonly lines: readonly string[];
}

interface Headers {
  readonly from: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** A command's word before the first header: `log Fra: Jens Hansen`. */
const COMMAND = /^(\/?(?:log|notér|noter)(?:\s*:)?)(?:\s+|$)(?=.)/iu;

/**
 * Reads a pasted e-mail; undefined where the text is none. A text counts as an e-mail by its headers (two of From,
 * Sent, To, Subject, or an attribution with an address as its first line), by a greeting with a closing further down, by
 * a closing with an address, number or company under it, or by the attribution of the message it answers. Greeting,
 * signature, disclaimer and earlier messages are left out and named. Of a message that was only forwarded, the body is
 * the forwarded one's.
 */
export function readMail(text: string): Mail | undefined {
  if (!text.includes('\n')) return undefined;
  const command = COMMAND.exec(text)?.[1] ?? '';
  const lines = text.slice(command.length).trimStart().split('\n');
  const headers = headersIn(lines);
  const first = headers[0];
  if (!first && !isLetter(lines) && !lines.some((line, at) => at > 0 && isMailAttribution(line)))
    return undefined;
  const before = first ? lines.slice(0, first.start).filter((line) => !BANNER.test(line.trim())) : [];
  // Headers below a complete letter belong to the message that it answers.
  const isAnswered = first !== undefined && isLetter(before);
  const messages: Message[] = headers.map(({ from, end }, at) => ({
    from,
    lines: lines.slice(end, headers[at + 1]?.start),
  }));
  if (isAnswered || !first) messages.unshift({ from: undefined, lines: isAnswered ? before : lines });
  const lead = isAnswered || !first ? '' : before.join('\n').trim();
  const [newest, passedOn] = messages.map(partsOf);
  if (!newest) return undefined;
  const isPassedOn =
    passedOn !== undefined &&
    passedOn.body !== '' &&
    (newest.body === '' || (newest.body.length < 120 && PASSED_ON.test(newest.body)));
  const chosen = isPassedOn ? passedOn : newest;
  if (chosen.body === '') return undefined;
  const leads = [lead, isPassedOn ? newest.body : ''].filter((part) => part !== '');
  const used = isPassedOn ? 2 : 1;
  const left = new Set<LeftOut>([
    ...(first ? (['headers'] as const) : []),
    ...newest.leftOut,
    ...chosen.leftOut,
    ...(messages.length > used ? (['history'] as const) : []),
  ]);
  return {
    own: [command, [...leads, chosen.body].join('\n')].filter((part) => part !== '').join(' '),
    contact: contactOf(chosen.signature, chosen.from),
    leftOut: LEFT_OUT.filter((part) => left.has(part)),
  };
}

/**
 * A closing on a line of its own, with a greeting in the first lines or a signature below it. A closing with nothing but
 * a first name is how people end what they type themselves.
 */
function isLetter(lines: readonly string[]): boolean {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '' && !OUTSIDE.test(line));
  const closing = filled.findIndex(
    (line, at) => at > 0 && (closingIn(line) !== undefined || SIGNATURE_MARK.test(line)),
  );
  if (closing > 1 && isGreeting(filled[0] ?? '')) return true;
  const { contactName: _, ...plain } = closing > 0 ? contactOf(filled.slice(closing), undefined) : {};
  return Object.keys(plain).length > 0;
}

/** Every block of headers, with the line where its body begins. */
function headersIn(lines: readonly string[]): readonly Headers[] {
  const found: Headers[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const block = labelledAt(lines, at) ?? namedAt(lines, at) ?? attributedAt(lines, at);
    if (!block) continue;
    found.push(block);
    at = block.end - 1;
  }
  return found;
}

function labelledAt(lines: readonly string[], start: number): Headers | undefined {
  const kinds = new Map<HeaderKind, string>();
  let last: HeaderKind | undefined;
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const header = headerIn(line);
    if (header) {
      // `Re: …` below a header may be the body's first line. A second From begins another message.
      if (header.kind === 'from' && kinds.has('from')) break;
      kinds.set(header.kind, kinds.get(header.kind) ?? header.value);
      last = header.kind;
      end = at + 1;
      continue;
    }
    const next = headerIn(lines[at + 1] ?? '');
    const isBlankBetween = line.trim() === '' && next !== undefined && kinds.size > 0;
    // A long list of receivers continues on the next line.
    const isMore = (last === 'to' || last === 'cc') && /@|;\s*$/.test(line) && !isGreeting(line.trim());
    if (isMore) end = at + 1;
    if (!isBlankBetween && !isMore) break;
  }
  const telling = (['from', 'sent', 'to', 'subject'] as const).filter((kind) => kinds.has(kind));
  if (telling.length < 2 || !(kinds.has('from') || kinds.has('subject'))) return undefined;
  return { from: kinds.get('from'), start, end };
}

/** The three lines of Gmail's own view: sender, date, `til mig`. */
function namedAt(lines: readonly string[], start: number): Headers | undefined {
  const sender = lines[start]?.trim() ?? '';
  if (!NAMED_SENDER.test(sender)) return undefined;
  for (let at = start + 1; at <= start + 4 && at < lines.length; at += 1) {
    if (TO_ME.test(lines[at]?.trim() ?? '')) return { from: sender, start, end: at + 1 };
  }
  return undefined;
}

/** An attribution on top of everything: the message below it was copied out of the one that answers it. */
function attributedAt(lines: readonly string[], start: number): Headers | undefined {
  const line = lines[start] ?? '';
  const isFirst = lines.slice(0, start).every((before) => before.trim() === '');
  const from = isFirst && isMailAttribution(line) ? ATTRIBUTED_SENDER.exec(line)?.[0] : undefined;
  return from === undefined ? undefined : { from, start, end: start + 1 };
}

interface Parts {
  readonly from: string | undefined;
  readonly body: string;
  readonly signature: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** A message's body, without the parts before and after it. */
function partsOf({ from, lines }: Message): Parts {
  const left = new Set<LeftOut>();
  const cut = lines.findIndex((line, at) => at > 0 && beginsHistory(line));
  if (cut >= 0 && lines.slice(cut).some((line) => line.trim() !== '' && !BANNER.test(line.trim())))
    left.add('history');
  let rest = cut >= 0 ? lines.slice(0, cut) : [...lines];
  const skip = (part: LeftOut, isOne: (line: string) => boolean) => {
    const at = rest.findIndex((line) => line.trim() !== '');
    if (at < 0 || !isOne(rest[at]?.trim() ?? '')) return;
    left.add(part);
    rest = rest.slice(at + 1);
  };
  skip('disclaimer', (line) => OUTSIDE.test(line));
  skip('greeting', isGreeting);
  const { body, signature, hasDisclaimer } = signed(rest);
  if (signature.length > 0) left.add('signature');
  if (hasDisclaimer) left.add('disclaimer');
  return { from, body, signature, leftOut: [...left] };
}

/**
 * Splits off the signature after a closing. A postscript below it belongs to the body again, and so does prose without
 * legal words.
 */
function signed(lines: readonly string[]): {
  readonly body: string;
  readonly signature: readonly string[];
  readonly hasDisclaimer: boolean;
} {
  const filled = lines.map((line) => line.trim());
  const end = filled.findIndex(
    (line, at) =>
      SIGNATURE_MARK.test(line) || SENT_FROM.test(line) || (at > 0 && closingIn(line) !== undefined),
  );
  const body = (end < 0 ? filled : filled.slice(0, end))
    .join('\n')
    .trim()
    .split(/\n{2,}/);
  const after =
    end < 0
      ? []
      : filled
          .slice(end)
          .join('\n')
          .split(/\n{2,}/);
  const isLegal = (paragraph: string) => disclaimerWords(paragraph) >= (paragraph.length > 160 ? 1 : 2);
  const last = body.findLastIndex((paragraph) => !(paragraph.length > 80 && disclaimerWords(paragraph) >= 2));
  const kept = body.slice(0, Math.max(1, last + 1));
  const signature: string[] = [];
  let hasDisclaimer = kept.length < body.length;
  for (const paragraph of after) {
    if (/^(?:p\.?\s?s\.?|n\.?b\.?)(?=[\s:.])/iu.test(paragraph)) kept.push(paragraph);
    else if (isLegal(paragraph)) hasDisclaimer = true;
    else if (signature.length > 0 && isProse(paragraph)) kept.push(paragraph);
    else if (paragraph !== '') signature.push(...paragraph.split('\n'));
  }
  return { body: kept.join('\n\n').trim(), signature, hasDisclaimer };
}

/** Whether a paragraph holds sentences; signatures have none. */
function isProse(paragraph: string): boolean {
  return paragraph
    .split('\n')
    .some((line) => line.length > 140 || /(?:\s\p{Ll}+){4,}[^.!?]*[.!?]$/u.test(line));
}
