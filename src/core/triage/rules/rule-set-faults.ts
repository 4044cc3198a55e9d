import type { TriageFacts } from '../facts.ts';
import { DEFAULT_SETTINGS, type MunicipalSettings } from '../settings.ts';
import { sizeOf, TODAY, type TriedPlace, together } from './fact-space.ts';
import type { Alike } from './walk-fact-space.ts';

/**
 * `no-owner`: no rule fits. `conflict`: two owner rules at one place both fit and say different things, or two rules
 * that add say different things of one part of the decision. `dead`: a rule never fires, because another (`by`) always
 * takes what fits it, or because nothing ever fits it.
 */
const FAULT_CODES = ['no-owner', 'conflict', 'dead'] as const;

/** A fault of a rule set. */
export interface RuleFault {
  readonly code: (typeof FAULT_CODES)[number];
  readonly rules: readonly string[];
  readonly by: string | null;
  /** The smallest case that shows it, as facts that can be decided; null where nothing ever fits the rule. */
  readonly facts: TriageFacts | null;
  /** The settings it happens under, as far as they are not the defaults. */
  readonly settings: Partial<MunicipalSettings>;
}

/** Keeps the smallest case of every fault; its facts are put together only once it is known to be smaller. */
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

  /** A rule that nothing ever fits. */
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
