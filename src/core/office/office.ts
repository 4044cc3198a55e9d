import { z } from 'zod';
import type { MunicipalityCode } from '../municipalities.ts';
import { lesOf, ORGANISATIONS, type OrganisationId, standardName } from '../organisation.ts';
import { DEFAULT_WEEK, type OpeningHours, type WeekHours, weekHours } from './opening-hours.ts';

/** What an office's settings file says about the office. Null: not set. */
export interface OfficeSettings {
  readonly officeName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly openingHours: WeekHours | null;
  readonly closedDays: readonly string[] | null;
  /** The id of the Slack user group that is on duty for the office. */
  readonly slackUserGroup: string | null;
}

export const OFFICE_KEYS = [
  'officeName',
  'phone',
  'email',
  'address',
  'openingHours',
  'closedDays',
  'slackUserGroup',
] as const satisfies readonly (keyof OfficeSettings)[];
export type OfficeKey = (typeof OFFICE_KEYS)[number];

export const NO_OFFICE_SETTINGS: OfficeSettings = {
  officeName: null,
  phone: null,
  email: null,
  address: null,
  openingHours: null,
  closedDays: null,
  slackUserGroup: null,
};

/** The most characters of a text. */
const MAX_TEXT = 400;
const text = z
  .string()
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(MAX_TEXT, { error: `must be at most ${MAX_TEXT} characters long` })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, { error: 'must hold no control characters' });

const phoneWanted = { error: 'must be a phone number, such as 87 12 34 56 or +45 87 12 34 56' };

/** The schema of each setting about an office. */
export const officeKeys = {
  officeName: text.optional(),
  phone: z
    .string(phoneWanted)
    .trim()
    .regex(/^\+?\d(?: ?\d){7,14}$/, phoneWanted)
    .transform((typed) => typed.replace(/^\+45 ?/, '').replace(/ /g, ''))
    .optional(),
  email: z.email({ error: 'must be an e-mail address' }).optional(),
  address: text.optional(),
  openingHours: weekHours.optional(),
  closedDays: z.array(z.iso.date({ error: 'must be a date such as 2026-12-24' })).optional(),
  slackUserGroup: z
    .string()
    .regex(/^S[A-Z0-9]{2,30}$/, { error: 'must be the id of a Slack user group, such as S012AB3CD' })
    .optional(),
} satisfies Readonly<Record<OfficeKey, z.ZodType>>;

/**
 * Where a setting of an office comes from: a coordinator's change, its settings file, the documents (Principper for god
 * erhvervsservice, 2019), the demo's invented offices, or the product's default. What stands earlier here goes first.
 */
export type SettingSource = 'change' | 'file' | 'documents' | 'demo' | 'default';

/** An office as people are told of it. */
export interface Office extends OpeningHours {
  readonly organisation: OrganisationId;
  readonly name: string;
  /** Digits, with `+` and the country's code where it is not Danish; null where none is set. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  /** Called in the office's Slack channel when a company in crisis is sent to it; null where none is set. */
  readonly slackUserGroup: string | null;
  readonly sources: Readonly<Record<OfficeKey, SettingSource>>;
}

/** Looks up an office. */
export type OfficeLookup = (organisation: OrganisationId) => Office;

/**
 * Names of operators in the principles of 2019, Annex A. Names that only the report of 2010 gives are left out: an
 * office under an outdated name would mislead the caller.
 */
const OPERATORS: ReadonlyMap<MunicipalityCode, string> = new Map<MunicipalityCode, string>([
  ['615', 'Business Horsens'],
  ['710', 'Favrskov Erhvervsråd'],
  ['727', 'UdviklingOdder'],
  ['740', 'erhvervSilkeborg'],
  ['746', 'ErhvervSkanderborg'],
  ['760', 'Ringkøbing-Skjern Erhvervsråd'],
  ['779', 'Skiveegnens Erhvervs- og Turistcenter'],
  ['791', 'VIBORGegnens Erhvervsråd'],
]);

const OPERATOR_NAMES: ReadonlyMap<OrganisationId, string> = new Map(
  [...OPERATORS].map(([code, name]) => [lesOf(code), name]),
);

/** Settings of offices, each with those that are named of it. */
type OfficesGiven = ReadonlyMap<OrganisationId, Partial<OfficeSettings>>;

/**
 * The offices by their settings files, where `demo` has invented values for what the files leave out (local use
 * only), and defaults for the rest. What coordinators have `changed` goes before all of them.
 */
export function officesOf(
  files: OfficesGiven,
  demo: OfficesGiven = new Map(),
  changed: OfficesGiven = new Map(),
): OfficeLookup {
  const offices = new Map(
    ORGANISATIONS.map((organisation) => [
      organisation,
      officeOf(organisation, files.get(organisation), demo.get(organisation), changed.get(organisation)),
    ]),
  );
  return (organisation) => offices.get(organisation) ?? officeOf(organisation);
}

function officeOf(
  organisation: OrganisationId,
  file: Partial<OfficeSettings> = {},
  demo: Partial<OfficeSettings> = {},
  changed: Partial<OfficeSettings> = {},
): Office {
  const named = OPERATOR_NAMES.get(organisation);
  const set: OfficeSettings = {
    ...NO_OFFICE_SETTINGS,
    ...known(demo),
    ...known(file),
    ...known(changed),
  };
  const sourceOf = (key: OfficeKey): SettingSource => {
    if (changed[key] != null) return 'change';
    if (file[key] != null) return 'file';
    if (demo[key] != null) return 'demo';
    return key === 'officeName' && named !== undefined ? 'documents' : 'default';
  };
  return {
    organisation,
    name: set.officeName ?? named ?? standardName(organisation),
    phone: set.phone,
    email: set.email,
    address: set.address,
    slackUserGroup: set.slackUserGroup,
    week: set.openingHours ?? DEFAULT_WEEK,
    closedDays: set.closedDays ?? [],
    sources: {
      officeName: sourceOf('officeName'),
      phone: sourceOf('phone'),
      email: sourceOf('email'),
      address: sourceOf('address'),
      openingHours: sourceOf('openingHours'),
      closedDays: sourceOf('closedDays'),
      slackUserGroup: sourceOf('slackUserGroup'),
    },
  };
}

/** The settings without those that are null. */
function known(settings: Partial<OfficeSettings>): Partial<OfficeSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}
