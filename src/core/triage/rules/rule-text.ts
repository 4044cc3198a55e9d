import type { Strength } from '../decision.ts';

/** What every rule tells of itself: its id in the policy, how binding it is, its words and where it comes from. */
export interface RuleText {
  readonly id: string;
  readonly strength: Strength;
  readonly source: string;
  readonly da: string;
  readonly en: string;
}
