import { OFFICE_KEYS } from '../office/office.ts';
import { HOUSES, type OrganisationId } from '../organisation.ts';
import { ENTREPRENEUR_MONTHS, PROMISE_HOURS } from '../triage/rules/parameters.ts';
import type { SettingKey } from '../triage/settings.ts';

/** How a setting is given in a form and on a typed line. */
type SettingInput =
  | {
      readonly kind:
        | 'text'
        | 'phone'
        | 'email'
        | 'hours'
        | 'days'
        | 'areas'
        | 'office'
        | 'user-group'
        | 'names'
        | 'services';
    }
  /** People of the directory: several of both sides, or one of the Erhvervshus. */
  | { readonly kind: 'people' | 'house-person' }
  /** A number with its year. */
  | { readonly kind: 'number-of-year' }
  /** Short texts, which may hold commas. */
  | { readonly kind: 'texts' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** `word` is accepted instead of a number. */
  | {
      readonly kind: 'number';
      readonly from: number;
      readonly to: number;
      readonly word?: string;
    };

interface Setting {
  readonly input: SettingInput;
  /**
   * What a change does beyond the office. `door`: it may change who owns a case, so it is proven before it holds.
   * `other-side`: it also moves cases between LES and Erhvervshus, or between two offices, so the other side agrees first.
   */
  readonly reach?: 'door' | 'other-side';
}

const TEXT: SettingInput = { kind: 'text' };
const YES_NO: SettingInput = { kind: 'yes-no' };
const choice = (...values: readonly string[]): SettingInput => ({
  kind: 'choice',
  values,
});
const numbers = (from: number, to: number, word?: string): SettingInput => ({
  kind: 'number',
  from,
  to,
  ...(word !== undefined && { word }),
});

/** Every setting, in the order in which they are shown. The schema of the values is that of the files. */
export const SETTINGS: Readonly<Record<SettingKey, Setting>> = {
  officeName: { input: TEXT },
  phone: { input: { kind: 'phone' } },
  email: { input: { kind: 'email' } },
  address: { input: TEXT },
  openingHours: { input: { kind: 'hours' } },
  closedDays: { input: { kind: 'days' } },
  slackUserGroup: { input: { kind: 'user-group' } },
  operator: { input: { kind: 'office' }, reach: 'other-side' },
  preStarter: {
    input: choice('les', 'les-only', 'digital'),
    reach: 'other-side',
  },
  localAreas: { input: { kind: 'areas' }, reach: 'other-side' },
  phoneRoute: { input: choice('triage', 'les'), reach: 'other-side' },
  matureAfterMonths: {
    input: numbers(1, ENTREPRENEUR_MONTHS, 'manual'),
    reach: 'door',
  },
  maxReturns: { input: numbers(1, 5), reach: 'door' },
  answerByHours: { input: numbers(1, PROMISE_HOURS) },
  promiseReading: { input: choice('working', 'elapsed') },
  showTimeFrames: { input: YES_NO },
  localServices: { input: { kind: 'names' } },
  houseActsAsLes: { input: { kind: 'services' } },
  selfHelpNudge: { input: YES_NO },
  toolRequired: { input: YES_NO },
  handoverForm: { input: choice('takeover', 'joint') },
  feedback: { input: choice('automatic', 'on-request') },
  lesFollowUp: { input: YES_NO },
  shareLevel: { input: choice('visits', 'standard', 'full') },
  shareAssessment: { input: YES_NO },
  greyZoneContacts: { input: { kind: 'people' } },
  houseContact: { input: { kind: 'house-person' } },
  priorities: { input: { kind: 'texts' } },
  inhabitants: { input: { kind: 'number-of-year' } },
  entrepreneurs: { input: { kind: 'number-of-year' } },
  growthCompanies: { input: { kind: 'number-of-year' } },
  outreachAck: { input: choice('notify', 'require') },
};

const isSetting = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);

export const SETTING_KEYS: readonly SettingKey[] = Object.keys(SETTINGS).filter(isSetting);

/** The settings that an office can have: an Erhvervshus has its details only. */
export function keysFor(organisation: OrganisationId): readonly SettingKey[] {
  return HOUSES.some(({ id }) => id === organisation) ? OFFICE_KEYS : SETTING_KEYS;
}

/** Whether a change may send cases to another door, so that it is proven first. */
export function changesDoor(key: SettingKey): boolean {
  return SETTINGS[key].reach !== undefined;
}

/** Whether past cases could be decided otherwise by another value: what only offices and people read decides nothing. */
export function decidesCases(key: SettingKey): boolean {
  return changesDoor(key) || key === 'answerByHours';
}

/** Whether others must agree (`mustAgree` says who). */
export function needsConsent(key: SettingKey): boolean {
  return SETTINGS[key].reach === 'other-side';
}

/**
 * What a form or a typed line holds, as JSON for the schema: `true`, `24`, `succession,csr`, and opening hours as
 * `monday 08:00-12:00,13:00-16:00; friday 08:00-12:00`. `none` is an empty list. What cannot be read so stays text,
 * which the schema refuses.
 */
export function settingJson(key: SettingKey, text: string): unknown {
  const { input } = SETTINGS[key];
  const typed = text.trim();
  switch (input.kind) {
    case 'yes-no':
      return typed === 'true' ? true : typed === 'false' ? false : typed;
    case 'number':
      return /^\d{1,6}$/.test(typed) ? Number(typed) : typed;
    case 'areas':
    case 'days':
      if (typed === 'none' || typed === '') return [];
      return [...new Set(typed.split(',').map((one) => one.trim()))];
    case 'texts':
      return typed === 'none' ? [] : itemsOf(typed, /[;\n]/);
    case 'names':
    case 'services':
    case 'people':
      return typed === 'none' ? [] : itemsOf(typed, /[,;\n]/);
    case 'number-of-year': {
      const [, number, year] = /^(\d{1,9}) (\d{4})$/.exec(typed) ?? [];
      return year === undefined ? typed : { number: Number(number), year: Number(year) };
    }
    case 'hours':
      return hoursJson(typed);
    case 'house-person':
    case 'text':
    case 'phone':
    case 'email':
    case 'office':
    case 'user-group':
    case 'choice':
      return typed;
    default: {
      const never: never = input;
      return never;
    }
  }
}

/** The items of a list, each once. */
function itemsOf(typed: string, between: RegExp): readonly string[] {
  const items = typed.split(between).map((one) => one.trim());
  return [...new Set(items.filter((one) => one !== ''))];
}

function hoursJson(typed: string): unknown {
  const days = typed.split(';').map((day) => /^\s*(\S+)\s+(.+?)\s*$/s.exec(day));
  if (days.some((day) => day === null)) return typed;
  return Object.fromEntries(
    days.map((day) => [day?.[1] ?? '', (day?.[2] ?? '').split(',').map((period) => period.trim())]),
  );
}
