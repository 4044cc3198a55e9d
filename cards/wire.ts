import { type ButtonCommand, type Payload, payloadOf } from './actions.ts';
import type { Block, View } from './view.ts';

/** A view as it is sent to a browser: each command is the data that its button sends back. */
export type Wire<T> = T extends ButtonCommand
  ? Payload
  : T extends readonly (infer One)[]
    ? readonly Wire<One>[]
    : T extends object
      ? { readonly [Key in keyof T]: Wire<T[Key]> }
      : T;

/** A view with its commands as data. */
export function toWire(view: View): Wire<View> {
  return withPayloads(view) as Wire<View>;
}

/** A block with its commands as data. */
export function blockToWire(block: Block): Wire<Block> {
  return withPayloads(block) as Wire<Block>;
}

/** The members of views that hold a command. */
const COMMANDS = ['command', 'refresh'];

function withPayloads(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPayloads);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      COMMANDS.includes(key) && member !== null ? payloadOf(member as ButtonCommand) : withPayloads(member),
    ]),
  );
}
