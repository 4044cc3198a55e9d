import type { ActorCode, Area, Localized } from '../../vocabulary.ts';
import type { Note, Plan, Programme, Referral, ReferralTime, SelfHelpTool, Warning } from '../decision.ts';
import type { Owner } from '../facts.ts';
import type { MunicipalSettings } from '../settings.ts';
import type { Situation } from '../situation.ts';
import type { RuleText } from './rule-text.ts';

/** The decision under construction: the owner rule's part, and the parts that additions fill. */
export interface DecisionSoFar {
  readonly ownerRule: string;
  /** Whether the owner handles the company as Early Warning. */
  readonly rescue: boolean;
  readonly owner: Owner;
  readonly plan: Plan;
  readonly urgent: boolean;
  /** The settings of an office's own municipality; for other owners, of the company's. */
  readonly ownerSettings: MunicipalSettings;
  answerByHours: number;
  readonly referrals: Referral[];
  readonly services: string[];
  readonly programmes: Programme[];
  readonly selfHelp: { readonly tool: SelfHelpTool; readonly rule: string }[];
  readonly warnings: Warning[];
  readonly notes: Note[];
  timeFrames: {
    readonly clarifyHours?: readonly [number, number];
    readonly guidanceHours?: readonly [number, number];
  };
}

/** A rule that adds to the decision. `add` returns whether it added something; `says` describes its condition. */
export interface AdditionRule extends RuleText {
  readonly says: Localized;
  readonly add: (situation: Situation, decision: DecisionSoFar) => boolean;
}

/** Adds a referral. */
export function refer(
  d: DecisionSoFar,
  rule: string,
  actor: ActorCode,
  when: ReferralTime,
  area?: Area,
): void {
  d.referrals.push(area === undefined ? { actor, when, rule } : { actor, when, area, rule });
}

/** Whether the area is among the company's needs, at any depth. */
export function wants(s: Situation, area: Area): boolean {
  return s.specialised.includes(area) || s.basic.includes(area);
}

/** Whether an Erhvervshus owns the case. */
export function atEhm(d: DecisionSoFar): boolean {
  return d.owner.actor === 'ehm';
}

/** Whether the Erhvervshus guides the company, rather than clarifying or informing. */
export function ehmGuides(d: DecisionSoFar): boolean {
  return d.owner.actor === 'ehm' && d.plan === 'guide';
}
