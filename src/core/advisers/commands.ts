import type { RawInput } from '../raw-input.ts';

/** `show`: advisers for a need, in turn. `choose`: one of them is referred to on a case. */
export const ADVISER_VERBS = ['advisers.show', 'advisers.choose'] as const;
export type AdviserVerb = (typeof ADVISER_VERBS)[number];

/**
 * The inputs of the verbs; any other key is refused by name. `areas`: codes between commas. `adviser`: an id or a name.
 * `showing`: the one that it was chosen from.
 */
export const ADVISER_INPUTS = ['words', 'areas', 'municipality', 'adviser', 'showing', 'case'] as const;

/** A command about advisers, with its inputs as they were typed. */
export interface AdvisersCommand {
  readonly name: 'advisers';
  readonly verb: AdviserVerb;
  readonly input: RawInput;
}
