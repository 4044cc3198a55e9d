import { danishDate } from '../../core/danish-date.ts';
import { type OfficeLookup, type OfficeSettings, officesOf } from '../../core/office/office.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import { changedOn, type SettingChange } from '../../core/settings/change.ts';
import { type GivenSettings, lookupOf, type SettingsLookup } from '../../core/triage/settings.ts';
import type { ReadStores } from '../ports/unit-of-work.ts';

/** What each office's settings are looked up in. */
export interface SettingsNow {
  readonly settingsOf: SettingsLookup;
  readonly officeOf: OfficeLookup;
}

/**
 * The settings as they are now: those of the files, and before them what coordinators have changed. Every replica reads
 * the changes from the store that they share, so that a change needs no restart.
 */
export interface LiveSettings extends SettingsNow {
  /** What the office's file names; what it does not name holds by default. */
  fileOf(organisation: OrganisationId): GivenSettings;
  /** The settings with these changes on a day (Danish date), whatever is in force now. */
  with(changes: readonly SettingChange[], day: string): SettingsNow;
  /** Takes the changes from the store, where there are new ones or a day has begun. To be called before each use. */
  refresh(stores: Pick<ReadStores, 'settings'>, now: string): Promise<void>;
}

type Given = ReadonlyMap<OrganisationId, GivenSettings>;

/** The settings over those of the files. `demo` has the offices that stand in for files on a developer's machine. */
export function createLiveSettings(
  files: Given = new Map(),
  demo: ReadonlyMap<OrganisationId, OfficeSettings> = new Map(),
): LiveSettings {
  const over = (changed: Given): SettingsNow => {
    const given = new Map(files);
    for (const [organisation, set] of changed)
      given.set(organisation, { ...files.get(organisation), ...set });
    return {
      settingsOf: lookupOf(given),
      officeOf: officesOf(files, demo, changed),
    };
  };
  let now = over(new Map());
  let read = { written: 0, day: '' };
  return {
    settingsOf: (municipality) => now.settingsOf(municipality),
    officeOf: (organisation) => now.officeOf(organisation),
    fileOf: (organisation) => files.get(organisation) ?? {},
    with: (changes, day) => over(changedOn(changes, day)),
    async refresh({ settings }, instant) {
      const written = await settings.written();
      const day = danishDate(instant);
      if (written === read.written && (written === 0 || day === read.day)) return;
      now = over(changedOn(await settings.all(), day));
      read = { written, day };
    },
  };
}
