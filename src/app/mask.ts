import { type Answer, notice } from '../core/answer.ts';
import type { Command } from '../core/command.ts';
import { isPNumber } from '../core/cvr-number.ts';
import type { RawInput } from '../core/raw-input.ts';
import type { Aside, Inbound } from './inbound.ts';
import { maskTogether } from './mask-together.ts';
import type { MaskCpr } from './ports/language-model.ts';

/**
 * The notice to the writer of removed CPR numbers. Numbers in a chat message still stand in the chat, where the bot
 * cannot delete them, so the writer must.
 */
export function cprRemoved(count: number, inbound: Pick<Inbound, 'standsInChat'>): Answer {
  if (inbound.standsInChat === true)
    return notice(count === 1 ? 'cpr-removed-from-message' : 'cprs-removed-from-message', { count });
  return notice(count === 1 ? 'cpr-removed' : 'cprs-removed', { count });
}

/**
 * The parts beside the text, with every CPR number removed: a signature may hold one too. Parts that were left out
 * are only counted, so that their writer gets the notice.
 */
export function maskAside(
  aside: Aside,
  maskCpr: MaskCpr,
): { readonly aside: Aside; readonly removed: number } {
  const each = Object.entries(aside.contact).map(([field, text]) => [field, maskCpr(text ?? '').text]);
  const contact = maskTogether(Object.fromEntries(each), maskCpr).fields;
  const mentions = aside.mentions?.map((name) => maskCpr(name).text);
  return {
    aside: { ...aside, contact, unread: '', ...(mentions && { mentions }) },
    removed: maskCpr(aside.unread).removed,
  };
}

/**
 * A command with every CPR number removed, and how many there were: before anything is stored, logged, echoed or sent
 * (handover.md, "Data protection").
 */
export function maskCommand(
  command: Command,
  maskCpr: MaskCpr,
): { readonly command: Command; readonly removed: number } {
  let removed = 0;
  const mask = (text: string): string => {
    const masked = maskCpr(text);
    removed += masked.removed;
    return masked.text;
  };
  const maskField = (field: string, text: string): string => {
    // A P-number has ten digits too; this field is for one.
    return field === 'pNumber' && isPNumber(text.replace(/\s/g, '')) ? text : mask(text);
  };
  const maskInput = (input: RawInput): RawInput => {
    const each = Object.entries(input).map(([field, text]) => [field, maskField(field, text)]);
    const together = maskTogether(Object.fromEntries(each), maskCpr);
    removed += together.removed;
    return together.fields;
  };
  switch (command.name) {
    case 'log':
    case 'say':
      return { command: { ...command, text: mask(command.text) }, removed };
    case 'correct': {
      const value = maskField(command.field, command.value);
      return { command: { ...command, field: mask(command.field), value }, removed };
    }
    case 'unreadable': {
      const problem = mask(command.problem);
      return { command: { ...command, problem }, removed };
    }
    case 'figures':
    case 'offers':
    case 'find':
      return { command: { ...command, words: mask(command.words) }, removed };
    case 'advisers':
    case 'absence':
    case 'intake':
      return { command: { ...command, input: maskInput(command.input) }, removed };
    case 'setting':
    case 'outreach': {
      const input = maskInput(command.input);
      return { command: { ...command, id: command.id && mask(command.id), input }, removed };
    }
    case 'case-action': {
      const input = maskInput(command.input);
      return { command: { ...command, caseId: mask(command.caseId), input }, removed };
    }
    case 'case':
      return { command: { ...command, caseId: mask(command.caseId) }, removed };
    case 'admit':
      return { command: { ...command, person: mask(command.person) }, removed };
    case 'connect':
    case 'act-as':
      return { command: { ...command, organisation: mask(command.organisation) }, removed };
    case 'disconnect': {
      const organisation = command.organisation === undefined ? undefined : mask(command.organisation);
      return { command: { ...command, organisation }, removed };
    }
    case 'new':
    case 'guided':
    case 'cases':
    case 'overview':
    case 'digest':
    case 'help':
    case 'greet':
    case 'settings':
    case 'cancel':
    case 'back':
    case 'language':
    case 'rate':
      return { command, removed };
    default: {
      const never: never = command;
      return never;
    }
  }
}
