import { type Answer, notice, refused } from '../core/answer.ts';
import type { Command } from '../core/command.ts';
import type { LeftOut } from '../text/mail.ts';
import { readField, readText } from '../text/read-text.ts';
import type { Inbound } from './inbound.ts';

/** Commands with free text: only these can have lost a part of it. */
const CARRIES: readonly Command['name'][] = ['log', 'say', 'correct', 'intake', 'case-action'];

/**
 * The delivery with its form's or card's fields read like any other text: normalised, and a pasted e-mail reduced to
 * its body.
 */
export function withFieldsRead(inbound: Inbound): Inbound {
  const { command } = inbound;
  if (command.name !== 'intake' && command.name !== 'case-action') return inbound;
  const input = Object.fromEntries(
    Object.entries(command.input).map(([field, typed]) => [field, readField(typed)]),
  );
  const { description } = input;
  if (command.name !== 'intake' || description === undefined)
    return { ...inbound, command: { ...command, input } };
  const { own, leftOut, contact, unread } = readText(description, 'description');
  const read = { ...inbound, command: { ...command, input: { ...input, description: own } } };
  return leftOut.length === 0 ? read : { ...read, aside: { leftOut, contact, unread } };
}

/**
 * The answers about parts of a message that were left out: quotes, the parts of a mail, and files. A message of a quote or
 * files alone is asked for the person's own words.
 */
export function asideWords(inbound: Inbound): readonly Answer[] {
  const { command, aside, hasFiles } = inbound;
  if (hasFiles !== true) return quotedWords(inbound);
  if (command.name === 'greet' && !aside?.leftOut.length) return [notice('message-without-words')];
  return [notice('files-not-kept'), ...quotedWords(inbound)];
}

function quotedWords({ command, aside }: Inbound): readonly Answer[] {
  if (!aside || aside.leftOut.length === 0) return [];
  if (command.name === 'greet' || command.name === 'new') return [refused('only-quoted')];
  if (!CARRIES.includes(command.name)) return [];
  const { leftOut } = aside;
  const isMail = leftOut.some((part: LeftOut) => part !== 'quote');
  return [isMail ? notice('mail-read', { parts: leftOut.join(',') }) : notice('quote-left-out')];
}
