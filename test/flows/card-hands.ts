import { z } from 'zod';

/** A card as a person uses it: what stands on it, and its buttons. Knows Adaptive Cards, nothing of this product. */

const object = z.record(z.string(), z.unknown());

function* parts(node: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(node)) {
    for (const one of node) yield* parts(one);
    return;
  }
  const read = object.safeParse(node);
  if (!read.success) return;
  yield read.data;
  for (const [key, value] of Object.entries(read.data)) if (key !== 'fallback') yield* parts(value);
}

/** Everything that can be read on a card, without the marks that escape markdown. */
export function wordsOn(card: unknown): string {
  const words: string[] = [];
  for (const part of parts(card)) {
    for (const key of ['text', 'title', 'value', 'label', 'placeholder']) {
      if (typeof part[key] === 'string') words.push(part[key]);
    }
  }
  return words.join('\n').replace(/\\(.)/g, '$1');
}

export interface Button {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly title: string;
}

/** The buttons that send something, those under an opened form too. */
export function buttonsOn(card: unknown): readonly Button[] {
  const found: Button[] = [];
  for (const part of parts(card)) {
    if (part.type !== 'Action.Execute') continue;
    found.push({
      verb: z.string().parse(part.verb),
      data: object.parse(part.data ?? {}),
      title: z.string().catch('').parse(part.title),
    });
  }
  return found;
}

/** The button with a verb. Throws, with the verbs there are, where it is not on the card. */
export function buttonWith(card: unknown, verb: string): Button {
  const buttons = buttonsOn(card);
  const found = buttons.find((button) => button.verb === verb);
  if (!found) throw new Error(`no button ${verb} among ${buttons.map((one) => one.verb).join(', ')}`);
  return found;
}

/** The values that stand in a card's inputs: what a client sends along with a button. */
export function inputsOn(card: unknown): Readonly<Record<string, string>> {
  const inputs: Record<string, string> = {};
  for (const part of parts(card)) {
    if (typeof part.type !== 'string' || !part.type.startsWith('Input.') || typeof part.id !== 'string')
      continue;
    if (typeof part.value === 'string') inputs[part.id] = part.value;
  }
  return inputs;
}
