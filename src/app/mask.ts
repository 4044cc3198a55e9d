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

/** Removes the CPR numbers of one command, and counts them. */
class Masking {
  readonly #maskCpr: MaskCpr;
  removed = 0;

  constructor(maskCpr: MaskCpr) {
    this.#maskCpr = maskCpr;
  }

  text(typed: string): string {
    const masked = this.#maskCpr(typed);
    this.removed += masked.removed;
    return masked.text;
  }

  field(field: string, typed: string): string {
    // A P-number has ten digits too; this field is for one.
    return field === 'pNumber' && isPNumber(typed.replace(/\s/g, '')) ? typed : this.text(typed);
  }

  input(input: RawInput): RawInput {
    const each = Object.entries(input).map(([field, typed]) => [field, this.field(field, typed)]);
    const together = maskTogether(Object.fromEntries(each), this.#maskCpr);
    this.removed += together.removed;
    return together.fields;
  }
}

/**
 * A command with every CPR number removed, and how many there were: before anything is stored, logged, echoed or sent
 * (handover.md, "Data protection").
 */
export function maskCommand(
  command: Command,
  maskCpr: MaskCpr,
): { readonly command: Command; readonly removed: number } {
  const masking = new Masking(maskCpr);
  const masked = maskedWith(masking, command);
  return { command: masked, removed: masking.removed };
}

/** The command with each of its texts masked. */
function maskedWith(masking: Masking, command: Command): Command {
  switch (command.name) {
    case 'log':
    case 'say':
      return { ...command, text: masking.text(command.text) };
    case 'correct': {
      const value = masking.field(command.field, command.value);
      return { ...command, field: masking.text(command.field), value };
    }
    case 'unreadable': {
      const problem = masking.text(command.problem);
      return { ...command, problem };
    }
    case 'figures':
    case 'offers':
    case 'find':
      return { ...command, words: masking.text(command.words) };
    case 'advisers':
    case 'absence':
    case 'intake':
      return { ...command, input: masking.input(command.input) };
    case 'setting': {
      const { id, asField } = command;
      const input = masking.input(command.input);
      const masked = asField && { field: asField.field, value: masking.text(asField.value) };
      return {
        ...command,
        id: id && masking.text(id),
        input,
        ...(asField !== undefined && { asField: masked ?? null }),
      };
    }
    case 'outreach': {
      const input = masking.input(command.input);
      return { ...command, id: command.id && masking.text(command.id), input };
    }
    case 'case-action': {
      const input = masking.input(command.input);
      return { ...command, caseId: masking.text(command.caseId), input };
    }
    case 'case':
      return { ...command, caseId: masking.text(command.caseId) };
    case 'admit':
      return { ...command, person: masking.text(command.person) };
    case 'connect':
    case 'act-as':
      return { ...command, organisation: masking.text(command.organisation) };
    case 'disconnect': {
      const organisation =
        command.organisation === undefined ? undefined : masking.text(command.organisation);
      return { ...command, organisation };
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
      return command;
    default: {
      const never: never = command;
      return never;
    }
  }
}
