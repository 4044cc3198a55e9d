import type { Strength } from '../decision.ts';

/** The description of a rule: its id in the policy, how binding it is, its text and its source. */
export interface RuleText {
  readonly id: string;
  readonly strength: Strength;
  readonly source: string;
  readonly da: string;
  readonly en: string;
}
