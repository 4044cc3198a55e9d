import { z } from 'zod';
import { type ButtonCommand, payloadOf, readPayload } from '../../../cards/actions.ts';
import type { ViewAction } from '../../../cards/view.ts';
import type { Command } from '../../core/command.ts';

/** The effects of a click besides sending its command. */
export interface ButtonNature {
  /** Opens a window with the verb's form first. */
  readonly form: boolean;
  /** Sends the inputs beside the button too. */
  readonly inputs: boolean;
}

/** A button's action id: unique in its message by `index`, and encoding the button's nature. */
export function actionId(index: number, action: ViewAction): string {
  const verb = 'verb' in action.command ? action.command.verb : action.command.name;
  return [index, verb, action.form.length > 0 ? 'form' : '', action.withInputs ? 'inputs' : ''].join(':');
}

/** The nature of a button, from its action id. */
export function natureOf(id: string): ButtonNature {
  const [, , form, inputs] = id.split(':');
  return { form: form === 'form', inputs: inputs === 'inputs' };
}

/** A button's value: the command's payload as JSON. */
export function buttonValue(command: ButtonCommand): string {
  return JSON.stringify(payloadOf(command));
}

const record = z.record(z.string(), z.unknown());

/** Reads a button's value, with inputs merged in, as a command. An unrecognised value becomes `unreadable`. */
export function readButton(value: string, inputs: Readonly<Record<string, string>> = {}): Command {
  try {
    const read = record.safeParse(JSON.parse(value));
    return readPayload(read.success ? { ...inputs, ...read.data } : undefined);
  } catch {
    return { name: 'unreadable', problem: 'not-an-object' };
  }
}
