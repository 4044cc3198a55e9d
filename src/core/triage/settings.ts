import { z } from 'zod';
import { WEEKDAYS } from '../moment.ts';
import { isMunicipalityCode, type MunicipalityCode } from '../municipalities.ts';
import { NO_OFFICE_SETTINGS, type OfficeSettings, officeKeys } from '../office/office.ts';
import {
  HOUSES,
  type HouseId,
  type LesId,
  lesOf,
  type OrganisationId,
  parseOrganisation,
} from '../organisation.ts';
import { ok, type Result } from '../result.ts';
import { AREAS, type Area, OPEN_AREAS, PLACE_BOUND_AREAS } from '../vocabulary.ts';
import { DEFAULT_LOCAL_SETTINGS, type LocalSettings, localKeys, notLocalService } from './local-settings.ts';
import { ENTREPRENEUR_MONTHS, MATURE_AFTER_MONTHS, PROMISE_HOURS } from './rules/parameters.ts';

/** Settings of a municipality (policy, "Municipal settings"). */
export interface MunicipalSettings extends OfficeSettings, LocalSettings {
  /** Who takes pre-starters: the office, the office without a referral to the digital platform (A1), or the platform (O6; disputed by LES). */
  readonly preStarter: 'les' | 'les-only' | 'digital';
  /** Age in months from which an entrepreneur is read as mature; `manual`: only a stated maturity counts. */
  readonly matureAfterMonths: number | 'manual';
  /** Need areas that the office also handles as specialised (O9). */
  readonly localAreas: readonly Area[];
  /** Counted returns after which nobody may send the case on (O3). */
  readonly maxReturns: number;
  /** Whether the guiding time frames are shown (A16). */
  readonly showTimeFrames: boolean;
  /** What the other side sees of a case before and after it has an offer of it (registration.md). */
  readonly shareLevel: 'visits' | 'standard' | 'full';
  /** Whether `full` includes what the owner made of the company. */
  readonly shareAssessment: boolean;
  /** Hours until the company's first answer; at most 48 (A15). */
  readonly answerByHours: number;
  /** Which reading of the promise drives due times: working days, or elapsed hours (handover.md, "The promise"). */
  readonly promiseReading: 'working' | 'elapsed';
  /** The first door of a call to the shared phone number: by the rules, or the office (O15). */
  readonly phoneRoute: 'triage' | 'les';
  /** Whether the office hears what becomes of companies it has referred without asking for it in each case. */
  readonly feedback: 'automatic' | 'on-request';
  /** Whether follow-up is proposed to the office when the house closes its case. */
  readonly lesFollowUp: boolean;
  /** The office that serves the municipality; null: its own. */
  readonly operator: LesId | null;
  /** Whether outreach by the Erhvervshus tells the office, or waits for its yes. */
  readonly outreachAck: 'notify' | 'require';
}

export const DEFAULT_SETTINGS: MunicipalSettings = {
  preStarter: 'les',
  matureAfterMonths: MATURE_AFTER_MONTHS,
  localAreas: [],
  maxReturns: 1,
  showTimeFrames: true,
  shareLevel: 'standard',
  shareAssessment: false,
  answerByHours: PROMISE_HOURS,
  promiseReading: 'working',
  feedback: 'automatic',
  lesFollowUp: true,
  ...NO_OFFICE_SETTINGS,
  ...DEFAULT_LOCAL_SETTINGS,
  phoneRoute: 'triage',
  operator: null,
  outreachAck: 'notify',
};

/** Looks up the settings of a municipality. */
export type SettingsLookup = (municipality: MunicipalityCode) => MunicipalSettings;

/** The product's own settings: every municipality has the defaults. */
export const settingsOf: SettingsLookup = () => DEFAULT_SETTINGS;

/** The settings that a file names, without those that it leaves out. */
export type GivenSettings = Partial<MunicipalSettings>;

/** Settings by what is given for each office, with defaults for the rest. */
export function lookupOf(given: ReadonlyMap<OrganisationId, GivenSettings>): SettingsLookup {
  const offices = new Map(
    [...given].map(([office, set]): [OrganisationId, MunicipalSettings] => [
      office,
      { ...DEFAULT_SETTINGS, ...set },
    ]),
  );
  return (municipality) => offices.get(lesOf(municipality)) ?? DEFAULT_SETTINGS;
}

/** Areas that can be specialised: all except the place-bound and the open ones. */
export const DEPTH_AREAS: readonly Area[] = AREAS.filter(
  (area) => ![...PLACE_BOUND_AREAS, ...OPEN_AREAS].some((one) => one === area),
);

const anOffice = { error: 'must be the office of a municipality, such as les-791' };
const isOffice = (organisation: string): organisation is LesId => organisation.startsWith('les-');

const returns = { error: 'must be a whole number from 1 to 5' };
const months = { error: `must be a whole number of months from 1 to ${ENTREPRENEUR_MONTHS}, or manual` };
const wholeHours = { error: `must be a whole number of hours from 1 to ${PROMISE_HOURS}` };

/** The schema of each setting. A setting without one does not compile. */
const keys = {
  municipality: z
    .string({ error: 'must be an existing three-digit municipality code, as text' })
    .refine(isMunicipalityCode, { error: 'must be an existing three-digit municipality code' }),
  preStarter: z.enum(['les', 'les-only', 'digital']).optional(),
  matureAfterMonths: z
    .union([z.literal('manual'), z.int().min(1, months).max(ENTREPRENEUR_MONTHS, months)], months)
    .optional(),
  localAreas: z.array(z.enum(DEPTH_AREAS)).optional(),
  maxReturns: z.int(returns).min(1, returns).max(5, returns).optional(),
  showTimeFrames: z.boolean().optional(),
  shareLevel: z.enum(['visits', 'standard', 'full']).optional(),
  shareAssessment: z.boolean().optional(),
  answerByHours: z.int(wholeHours).min(1, wholeHours).max(PROMISE_HOURS, wholeHours).optional(),
  promiseReading: z.enum(['working', 'elapsed']).optional(),
  feedback: z.enum(['automatic', 'on-request']).optional(),
  lesFollowUp: z.boolean().optional(),
  ...officeKeys,
  ...localKeys,
  operator: z
    .string(anOffice)
    .transform((typed, context): LesId => {
      const found = parseOrganisation(typed);
      if (found !== undefined && isOffice(found)) return found;
      context.addIssue({ code: 'custom', message: anOffice.error });
      return z.NEVER;
    })
    .optional(),
  phoneRoute: z.enum(['triage', 'les']).optional(),
  outreachAck: z.enum(['notify', 'require']).optional(),
} satisfies Readonly<Record<'municipality' | keyof MunicipalSettings, z.ZodType>>;

const settingsFile = z.strictObject(keys);

/** The settings file of an Erhvervshus holds its details only. */
const houseFile = z.strictObject({
  organisation: z.enum(
    HOUSES.map(({ id }) => id),
    { error: `must be one of ${HOUSES.map(({ id }) => id).join(', ')}` },
  ),
  ...officeKeys,
});

/** A parsed settings file: a municipality's, or that of an Erhvervshus. `given` is what it names. */
export type ParsedSettings = { readonly given: GivenSettings } & (
  | {
      readonly municipality: MunicipalityCode;
      readonly settings: MunicipalSettings;
    }
  | { readonly house: HouseId; readonly settings: OfficeSettings }
);

export type SettingKey = keyof MunicipalSettings;

/**
 * The value of one setting by the schema of the files, from JSON. Undefined where the schema refuses it: nothing is in
 * force that a file could not hold.
 */
export function parseSetting<Key extends SettingKey>(
  key: Key,
  json: unknown,
): MunicipalSettings[Key] | undefined {
  const parsed = keys[key].safeParse(json);
  return parsed.success ? (parsed.data as MunicipalSettings[Key] | undefined) : undefined;
}

function bad(fileName: string, problem: string) {
  return {
    ok: false,
    refusal: { code: 'bad-settings', params: { file: fileName, problem: `${fileName}: ${problem}` } },
  } as const;
}

/**
 * Parses a settings file, `<code>.json` or `ehm-<name>.json`. Refuses with `bad-settings` and one `problem` that names
 * the file, the key and the allowed values. The service does not start with a bad file (policy, "Municipal settings").
 */
export function parseSettings(fileName: string, content: string): Result<ParsedSettings, 'bad-settings'> {
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return bad(fileName, 'is not JSON');
  }
  return fileName.startsWith('ehm-') ? parseHouse(fileName, json) : parseMunicipality(fileName, json);
}

function parseMunicipality(fileName: string, json: unknown): Result<ParsedSettings, 'bad-settings'> {
  const parsed = settingsFile.safeParse(json);
  if (!parsed.success) return bad(fileName, described(parsed.error, settingsFile));
  const { municipality, ...set } = parsed.data;
  if (fileName !== `${municipality}.json`) {
    return bad(
      fileName,
      `municipality: must agree with the file's name, which for ${municipality} is ${municipality}.json`,
    );
  }
  const named = given(set);
  const notLocal = notLocalService(named);
  if (notLocal !== undefined)
    return bad(fileName, `houseActsAsLes: ${notLocal} is no local service; localServices adds some`);
  return ok({
    municipality,
    settings: { ...DEFAULT_SETTINGS, ...named },
    given: named,
  });
}

function parseHouse(fileName: string, json: unknown): Result<ParsedSettings, 'bad-settings'> {
  const parsed = houseFile.safeParse(json);
  if (!parsed.success) return bad(fileName, described(parsed.error, houseFile));
  const { organisation: house, ...set } = parsed.data;
  if (fileName !== `${house}.json`)
    return bad(
      fileName,
      `organisation: must agree with the file's name, which for ${house} is ${house}.json`,
    );
  const named = given(set);
  return ok({
    house,
    settings: { ...NO_OFFICE_SETTINGS, ...named },
    given: named,
  });
}

/** The settings without those that the file leaves out. */
function given(set: object): GivenSettings {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
}

function described(error: z.ZodError, file: z.ZodObject): string {
  return error.issues.map((issue) => describe(issue, Object.keys(file.shape))).join('; ');
}

function describe(issue: z.core.$ZodIssue, allowed: readonly string[]): string {
  const key = issue.path.join('.') || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.join(', ')}: unknown key; allowed: ${(issue.path.length > 0 ? WEEKDAYS : allowed).join(', ')}`;
    case 'invalid_value':
      return `${key}: must be one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return `${key}: ${issue.message.startsWith('must') ? issue.message : `must be of type ${issue.expected}`}`;
    default:
      return `${key}: ${issue.message}`;
  }
}
