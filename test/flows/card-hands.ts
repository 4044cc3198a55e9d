import { z } from 'zod';

/** A card as a person uses it: what stands on it, and its buttons. Knows Adaptive Cards, nothing of this product. */

const object = z.record(z.string(), z.unknown());
const runs = z.array(z.object({ text: z.string() }));

/** Every object in a card, but for fallbacks and what has the type `without`. */
function* parts(node: unknown, without?: string): Generator<Record<string, unknown>> {
  if (Array.isArray(node)) {
    for (const one of node) yield* parts(one, without);
    return;
  }
  const read = object.safeParse(node);
  if (!read.success || (without !== undefined && read.data.type === without)) return;
  yield read.data;
  for (const [key, value] of Object.entries(read.data)) if (key !== 'fallback') yield* parts(value, without);
}

/** Everything that can be read on a card, without the marks that escape markdown. */
export function wordsOn(card: unknown): string {
  const words: string[] = [];
  for (const part of parts(card)) {
    // The runs of one text are read as one line.
    if (part.type === 'RichTextBlock')
      words.push(
        runs
          .parse(part.inlines)
          .map(({ text }) => text)
          .join(''),
      );
    if (part.type === 'TextRun') continue;
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

/** The buttons that send something, those under an opened form too; in a dialog they submit. */
export function buttonsOn(card: unknown): readonly Button[] {
  const found: Button[] = [];
  for (const part of parts(card)) {
    if (part.type !== 'Action.Execute' && part.type !== 'Action.Submit') continue;
    const data = object.parse(part.data ?? {});
    found.push({
      verb: z.string().parse(part.verb ?? data.verb),
      data,
      title: z.string().catch('').parse(part.title),
    });
  }
  return found;
}

/**
 * The button with a verb: of several, the one that itself sends what was chosen. Throws, with the verbs there are, where it
 * is not on the card.
 */
export function buttonWith(
  card: unknown,
  verb: string,
  chosen: Readonly<Record<string, string>> = {},
): Button {
  const buttons = buttonsOn(card);
  const candidates = buttons.filter((button) => button.verb === verb);
  const sends = ({ data }: Button) => Object.entries(chosen).some(([field, value]) => data[field] === value);
  const found = candidates.find(sends) ?? candidates[0];
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

/** The inputs that stand open on a card, not those of a button's form, with what they hold. */
export function openInputsOn(card: unknown): readonly (readonly [id: string, value: string])[] {
  return [...parts(card, 'Action.ShowCard')].flatMap(({ type, id, value }) =>
    typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string'
      ? [[id, typeof value === 'string' ? value : ''] as const]
      : [],
  );
}

/**
 * What goes along with a button, as a client gathers it: the inputs that stand open on the card and those of the forms it
 * stands under, by their ids; nothing where the button says so.
 */
export function inputsWith(card: unknown, verb: string): readonly (readonly [id: string, value: string])[] {
  const own = [...parts(card)].find(
    (part) => /^Action\.(Execute|Submit)$/.test(String(part.type)) && Object(part.data).verb === verb,
  );
  if (own?.associatedInputs === 'none') return [];
  const forms = [...parts(card)].filter(
    (part) => part.type === 'Action.ShowCard' && buttonsOn(part.card).some((button) => button.verb === verb),
  );
  return [...openInputsOn(card), ...forms.flatMap((form) => openInputsOn(form.card))];
}
