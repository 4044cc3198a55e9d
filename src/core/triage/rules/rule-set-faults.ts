import type { TriageFacts } from '../facts.ts';
import { DEFAULT_SETTINGS, type MunicipalSettings } from '../settings.ts';
import { sizeOf, TODAY, type TriedPlace, together } from './fact-space.ts';
import type { Alike } from './walk-fact-space.ts';

/**
 * `no-owner`: no rule fits. `conflict`: two fitting owner rules at one place differ, or two additions state a part of
 * the decision differently. `dead`: a rule never fires, because another (`by`) always precedes it, or because nothing
 * fits it.
 */
const FAULT_CODES = ['no-owner', 'conflict', 'dead'] as const;

/** A fault of a rule set. */
export interface RuleFault {
  readonly code: (typeof FAULT_CODES)[number];
  readonly rules: readonly string[];
  readonly by: string | null;
  /** The smallest case that shows the fault; null where nothing fits the rule. */
  readonly facts: TriageFacts | null;
  /** The settings under which it occurs, where they differ from the defaults. */
  readonly settings: Partial<MunicipalSettings>;
}

/** Collects the smallest case of every fault. Facts are only assembled for a case known to be smaller. */
export class Faults {
  readonly #smallest = new Map<string, { readonly fault: RuleFault; readonly size: number }>();

  report(
    code: RuleFault['code'],
    rules: readonly string[],
    by: string | null,
    place: TriedPlace,
    parts: readonly Alike[],
  ): void {
    const settings = unusual(place.settings);
    const size = parts.reduce((sum, part) => sum + part.size, sizeOf(settings));
    const key = `${code} ${rules.join(' ')}`;
    const known = this.#smallest.get(key);
    if (known !== undefined && known.size <= size) return;
    const facts: TriageFacts = {
      entry: 'phone',
      municipality: place.municipality,
      ...together(...parts.map((part) => part.facts)),
    };
    const dated = facts.company?.founded === undefined ? facts : { ...facts, today: TODAY };
    this.#smallest.set(key, { fault: { code, rules, by, facts: dated, settings }, size });
  }

  /** Reports a rule that nothing fits. */
  reportUnreachable(rule: string): void {
    const fault = { code: 'dead', rules: [rule], by: null, facts: null, settings: {} } as const;
    this.#smallest.set(`dead ${rule}`, { fault, size: 0 });
  }

  has(code: RuleFault['code'], rule: string): boolean {
    return this.#smallest.has(`${code} ${rule}`);
  }

  all(): readonly RuleFault[] {
    return [...this.#smallest.values()].map(({ fault }) => fault);
  }
}

function unusual(settings: MunicipalSettings): Partial<MunicipalSettings> {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults.get(key)),
    ),
  );
}
