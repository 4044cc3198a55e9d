import type { OrganisationId } from '../../../core/organisation.ts';
import type { SettingChange } from '../../../core/settings/change.ts';

/** Changes of municipal settings that coordinators have made or proposed. Files are no rows. */
export interface SettingReader {
  /** A number that is higher after every change; 0 where there are none. What was read at this number still holds. */
  written(): Promise<number>;
  get(id: string): Promise<SettingChange | undefined>;
  /** All of them, by id. */
  all(): Promise<readonly SettingChange[]>;
  /** Those of an organisation, by id. */
  ofOrganisation(organisation: OrganisationId): Promise<readonly SettingChange[]>;
  /** Ids of proposals whose reminder or end of silence has come at `now`. */
  withStepDue(now: string, limit: number): Promise<readonly string[]>;
}

export interface SettingStore extends SettingReader {
  insert(change: SettingChange): Promise<void>;
  /** Resolves with false where the stored revision is another than `expected`. */
  update(change: SettingChange, expected: number): Promise<boolean>;
}
