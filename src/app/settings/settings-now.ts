import type { Office, OfficeKey, SettingSource } from '../../core/office/office.ts';
import { municipalityOf, type OrganisationId } from '../../core/organisation.ts';
import type { SettingRow } from '../../core/settings/answers.ts';
import {
  changeInForce,
  type SettingChange,
  type SettingValue,
  versionOf,
} from '../../core/settings/change.ts';
import { DEFAULT_SETTINGS, type SettingKey } from '../../core/triage/settings.ts';
import type { LiveSettings, SettingsNow } from './live-settings.ts';

/** A setting as it holds, and as it would without coordinators' changes. */
interface HeldSetting extends SettingRow {
  readonly otherwise: {
    readonly value: SettingValue;
    readonly source: SettingSource;
  };
}

/**
 * The settings of offices on a day, by the changes as they are in the store: memory may lag behind the turn that changes
 * them.
 */
export function heldOn(
  live: LiveSettings,
  changes: readonly SettingChange[],
  day: string,
): (organisation: OrganisationId, key: SettingKey) => HeldSetting {
  const held = live.with(changes, day);
  const bare = live.with([], day);
  return (organisation, key) => {
    const change = changeInForce(changes, organisation, key, day) ?? null;
    const isNamed = live.fileOf(organisation)[key] !== undefined;
    const sourceOf = (settings: SettingsNow): SettingSource => {
      if (isOfficeKey(key)) return settings.officeOf(organisation).sources[key];
      return isNamed ? 'file' : 'default';
    };
    return {
      key,
      value: valueIn(held, organisation, key),
      source: change ? 'change' : sourceOf(held),
      change,
      version: versionOf(changes, organisation, key),
      otherwise: {
        value: valueIn(bare, organisation, key),
        source: sourceOf(bare),
      },
    };
  };
}

function valueIn({ officeOf, settingsOf }: SettingsNow, organisation: OrganisationId, key: SettingKey) {
  if (isOfficeKey(key)) return officeValue(officeOf(organisation), key);
  const municipality = municipalityOf(organisation);
  return (municipality === undefined ? DEFAULT_SETTINGS : settingsOf(municipality))[key];
}

/** What an office is told of by, whatever it comes from. */
const OFFICE_VALUES: Readonly<Record<OfficeKey, (office: Office) => SettingValue>> = {
  officeName: ({ name }) => name,
  phone: ({ phone }) => phone,
  email: ({ email }) => email,
  address: ({ address }) => address,
  openingHours: ({ week }) => week,
  closedDays: ({ closedDays }) => closedDays,
  slackUserGroup: ({ slackUserGroup }) => slackUserGroup,
};

const isOfficeKey = (key: SettingKey): key is OfficeKey => Object.hasOwn(OFFICE_VALUES, key);

const officeValue = (office: Office, key: OfficeKey): SettingValue => OFFICE_VALUES[key](office);
