import { z } from 'zod';
import type { NamedPerson } from '../person.ts';
import { localServiceNamed, serviceAmong, serviceNamed } from '../services.ts';
import { HANDOVER_FORMS, type HandoverForm } from '../vocabulary.ts';

/** A number of a municipality, and the year that it is of. */
export interface NumberOfYear {
  readonly number: number;
  readonly year: number;
}

/** Settings of a municipality that no rule of triage reads: what a case's people are asked, offered and told. */
export interface LocalSettings {
  /** Whether the self-help tools (A2) are shown to the caller's consultant before the case is handed over. */
  readonly selfHelpNudge: boolean;
  /** Whether a handover to the Erhvervshus asks for Væksthjulet, or why it was not used (T-55). */
  readonly toolRequired: boolean;
  /** Which form of a handover to the Erhvervshus is offered first (T-58). */
  readonly handoverForm: HandoverForm;
  /** Services of the office beside the common list: they can be registered, and are found among the offers. */
  readonly localServices: readonly string[];
  /** Local services that the Erhvervshus gives in the office's place (T-51): they are registered apart. */
  readonly houseActsAsLes: readonly string[];
  /** People of both sides who settle the office's grey zones. A side without any leaves it to its coordinators. */
  readonly greyZoneContacts: readonly NamedPerson[];
  /** The person of the Erhvervshus for this office (T-102); null: none. */
  readonly houseContact: NamedPerson | null;
  /** What the municipality has agreed to put first (T-52). */
  readonly priorities: readonly string[];
  /** What figures about the municipality are measured by (I-01, I-02, I-22); null: not known. */
  readonly inhabitants: NumberOfYear | null;
  readonly entrepreneurs: NumberOfYear | null;
  readonly growthCompanies: NumberOfYear | null;
}

export const DEFAULT_LOCAL_SETTINGS: LocalSettings = {
  selfHelpNudge: true,
  toolRequired: false,
  handoverForm: 'takeover',
  localServices: [],
  houseActsAsLes: [],
  greyZoneContacts: [],
  houseContact: null,
  priorities: [],
  inhabitants: null,
  entrepreneurs: null,
  growthCompanies: null,
};

/** The most services of one kind, and the most letters of a name: a form lists them. */
const MOST_NAMES = 30;
const LONGEST_NAME = 60;

const nameWanted = {
  error: `must be a name of at most ${LONGEST_NAME} characters, without commas, semicolons, colons and line breaks`,
};
/** A service's name. A typed line separates names by commas and semicolons, and what follows a colon is another field's. */
const name = z
  .string(nameWanted)
  .trim()
  .min(2, nameWanted)
  .max(LONGEST_NAME, nameWanted)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^,;:\u0000-\u001f\u007f-\u009f]*$/, nameWanted);
const names = z.array(name).max(MOST_NAMES, { error: `must be at most ${MOST_NAMES} names` });
const isTwice = (all: readonly string[]) => new Set(all.map((one) => one.toLowerCase())).size < all.length;

const personWanted = { error: 'must be a person of the directory: an id, or { "person": id, "name": name }' };
const personText = z.string(personWanted).trim().min(1, personWanted).max(200, personWanted);
/** A person by id, and by name where one is given. */
const person = z.union(
  [
    personText.transform((id): NamedPerson => ({ person: id, name: id })),
    z.strictObject({ person: personText, name: personText }),
  ],
  personWanted,
);
const MOST_PEOPLE = 10;

/** The most priorities, and the most letters of one: all of them stand on every card of the office. */
const MOST_PRIORITIES = 6;
const LONGEST_PRIORITY = 100;
const priorityWanted = {
  error: `must be a text of at most ${LONGEST_PRIORITY} characters, without semicolons and line breaks`,
};
const priority = z
  .string(priorityWanted)
  .trim()
  .min(2, priorityWanted)
  .max(LONGEST_PRIORITY, priorityWanted)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^;\u0000-\u001f\u007f-\u009f]*$/, priorityWanted);

const numberWanted = { error: 'must be a whole number with its year: { "number": 97000, "year": 2026 }' };
/** No municipality has so many inhabitants, and no document such a year. */
const MOST_INHABITANTS = 10_000_000;
const numberOfYear = z.strictObject(
  {
    number: z.int(numberWanted).min(0, numberWanted).max(MOST_INHABITANTS, numberWanted),
    year: z.int(numberWanted).min(2000, numberWanted).max(2099, numberWanted),
  },
  numberWanted,
);

/** The schema of each of them. */
export const localKeys = {
  selfHelpNudge: z.boolean().optional(),
  toolRequired: z.boolean().optional(),
  handoverForm: z.enum(HANDOVER_FORMS).optional(),
  localServices: names
    .refine((all) => all.every((one) => serviceNamed(one) === undefined), {
      error: 'must be names that the common list of services does not hold',
    })
    .refine((all) => !isTwice(all), { error: 'must name each service once' })
    .optional(),
  houseActsAsLes: names
    .transform((all) => [...new Set(all.map((one) => localServiceNamed(one) ?? one))])
    .optional(),
  greyZoneContacts: z
    .array(person)
    .max(MOST_PEOPLE, { error: `must be at most ${MOST_PEOPLE} people` })
    .optional(),
  houseContact: person.optional(),
  priorities: z
    .array(priority)
    .max(MOST_PRIORITIES, { error: `must be at most ${MOST_PRIORITIES} texts` })
    .optional(),
  inhabitants: numberOfYear.optional(),
  entrepreneurs: numberOfYear.optional(),
  growthCompanies: numberOfYear.optional(),
} satisfies Readonly<Record<keyof LocalSettings, z.ZodType>>;

/** The first service of `houseActsAsLes` that is neither of the common local list nor the office's own. */
export function notLocalService({
  houseActsAsLes = [],
  localServices = [],
}: Partial<Pick<LocalSettings, 'houseActsAsLes' | 'localServices'>>): string | undefined {
  const isOwn = (one: string) => localServices.some((own) => serviceAmong(one, [own]) === own);
  return houseActsAsLes.find((one) => localServiceNamed(one) === undefined && !isOwn(one));
}
