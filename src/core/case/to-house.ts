import type { MunicipalityCode } from '../municipalities.ts';
import { actorOf, type OrganisationId } from '../organisation.ts';
import { GROWTH_WHEEL, type Tool } from '../tools.ts';
import type { Decision } from '../triage/decision.ts';
import type { SettingsLookup } from '../triage/settings.ts';
import type { HandoverForm } from '../vocabulary.ts';
import type { Case } from './case.ts';

/** What a municipality has agreed about handovers to the Erhvervshus (`handoverForm`, `toolRequired`). */

/** A way that a case may go, with what decides how. */
export interface CaseWay {
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly municipality: MunicipalityCode | undefined;
  readonly priority: Decision['priority'];
}

/** Whether a local office brings an Erhvervshus into the case. */
export function isToHouse({ from, to }: Pick<CaseWay, 'from' | 'to'>): boolean {
  return actorOf(from) === 'les' && actorOf(to) === 'ehm';
}

/**
 * How another organisation comes into the case: as was chosen, else as the municipality has agreed with its Erhvervshus
 * (T-58). A company in crisis is handed over, unless somebody chose otherwise: who calls it must not be in doubt.
 */
export function handoverFormOf(
  way: CaseWay,
  chosen: HandoverForm | undefined,
  settingsOf: SettingsLookup,
): HandoverForm {
  if (chosen !== undefined) return chosen;
  if (way.priority === 'urgent' || way.municipality === undefined || !isToHouse(way)) return 'takeover';
  return settingsOf(way.municipality).handoverForm;
}

/** The same of a case: what it knows of used tools, with those that are said now, and whether a reason was given before. */
export function stillAsksGrowthWheel(
  { owner: from, priority, values: { municipality }, selfHelp = [], remarks = [] }: Case,
  to: OrganisationId,
  saidNow: readonly Tool[],
  settingsOf: SettingsLookup,
): boolean {
  const used = [...selfHelp.map(({ tool }) => tool), ...saidNow];
  const isExplained = remarks.some(({ event }) => event === 'tool-left-out');
  return !isExplained && asksGrowthWheel({ from, to, priority, municipality }, used, settingsOf);
}

/**
 * Whether Væksthjulet, or why it was not used, is asked for before the case goes this way (`toolRequired`, T-55). Never
 * of a company in crisis: nothing holds up its help.
 */
export function asksGrowthWheel(
  way: CaseWay,
  used: readonly (Tool | null)[],
  settingsOf: SettingsLookup,
): boolean {
  if (way.priority === 'urgent' || way.municipality === undefined || !isToHouse(way)) return false;
  return settingsOf(way.municipality).toolRequired && !used.includes(GROWTH_WHEEL);
}
