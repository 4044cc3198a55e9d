import type { OrganisationId } from '../organisation.ts';
import type { SettingTold } from './answers.ts';

/** A message about a change of a setting to the coordinators of one of its two sides. */
export interface SettingEffect {
  readonly kind: 'setting.tell';
  readonly organisation: OrganisationId;
  readonly told: SettingTold;
}

/** Updates the messages about a change where they stand. */
export interface SettingRefresh {
  readonly kind: 'setting.refresh';
}
