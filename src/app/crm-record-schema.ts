import { z } from 'zod';
import { MUNICIPALITIES } from '../core/municipalities.ts';
import { ORGANISATIONS } from '../core/organisation.ts';
import { ANSWER_FORMS, BASES, BASIS_SCOPES, ENTRIES, REFERRERS, TRIGGERS } from '../core/vocabulary.ts';
import type { CrmRecord } from './ports/crm.ts';

const text = z.string().min(1);
const instant = z.iso.datetime();
/** The id of an organisation, as records and the API hold it. */
export const organisation = z.enum(ORGANISATIONS).meta({
  id: 'Organisation',
  description: 'An office (`les-` and the code of its municipality) or an Erhvervshus (`ehm-…`)',
});
const municipality = z.enum(MUNICIPALITIES.map(({ code }) => code));

const byWhom = { by: organisation, person: z.string().nullable() };

const record = z.object({
  caseId: text,
  revision: z.int().nonnegative(),
  status: text,
  createdAt: instant,
  contactedAt: instant,
  entry: text,
  referredFrom: organisation.nullable(),
  owner: organisation,
  assignee: z.string().nullable(),
  stage: text,
  maturity: z.string().nullable(),
  cvr: z.string().nullable(),
  pNumber: z.string().nullable(),
  companyName: z.string().nullable(),
  municipality,
  founded: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  contactEmail: z.string().nullable(),
  areas: z.array(text),
  description: z.string().nullable(),
  segment: text,
  priority: text,
  consent: z
    .object({
      kind: text,
      by: z.string(),
      at: instant,
      // Records of earlier versions lack both.
      scope: z.enum(BASIS_SCOPES).nullable().default(null),
      textVersion: z.string().nullable().default(null),
    })
    .nullable(),
  advertisingProtected: z.boolean().nullable(),
  rule: text,
  ruleSet: text,
  overrideReason: z.string().nullable(),
  referrals: z.array(z.object({ actor: text, when: z.string(), area: z.string().nullable() })),
  services: z.array(z.string()),
  selfHelpUsed: z.boolean().nullable(),
  // What was registered one by one; records of 0.1.0 lack it.
  servicesGiven: z
    .array(
      z.object({
        ...byWhom,
        service: text,
        on: text,
        form: text,
        meeting: z.string().nullable(),
        hours: z.number().nullable(),
        tools: z.array(text),
        programme: z.string().nullable(),
        applicationHelp: z.string().nullable(),
        asLes: organisation.optional(),
      }),
    )
    .default([]),
  referralsGiven: z
    .array(
      z.object({
        ...byWhom,
        actor: text,
        name: z.string().nullable(),
        why: z.string().nullable(),
        on: text,
        uptake: text,
        askedOn: z.string().nullable(),
      }),
    )
    .default([]),
  selfHelp: z
    .array(z.object({ ...byWhom, tool: z.string().nullable(), on: text, focus: z.array(text) }))
    .default([]),
  noService: z.string().nullable().default(null),
  enrolled: z.boolean().nullable().default(null),
  enrolledOn: z.string().nullable().default(null),
  actionPlanOn: z.string().nullable().default(null),
  followUpBy: organisation.nullable().default(null),
  handovers: z
    .array(
      z.object({
        from: organisation,
        to: organisation,
        state: text,
        offeredAt: instant,
        settledAt: instant.nullable(),
        reasonCode: z.string().nullable(),
      }),
    )
    .default([]),
  joint: z.array(organisation).default([]),
  callBackAt: instant.nullable().default(null),
  laterAreas: z.array(text).default([]),
  texts: z.array(z.object({ about: text, at: instant, by: z.string(), text: z.string() })).default([]),
  returns: z.int().nonnegative(),
  greyZone: z.boolean(),
  firstAnswerAt: instant.nullable(),
  // Records of 0.1.0 lack these.
  firstAnswerHow: z.enum(ANSWER_FORMS).nullable().default(null),
  // Records of 0.1.0 lack it.
  enquiries: z
    .array(
      z.object({
        at: instant,
        entry: z.enum(ENTRIES).nullable(),
        channel: z.enum(ANSWER_FORMS).nullable(),
        trigger: z.enum(TRIGGERS).nullable(),
        referredBy: z.union([z.enum(REFERRERS), organisation]).nullable(),
        basis: z.object({ kind: z.enum(BASES), scope: z.enum(BASIS_SCOPES).optional() }).optional(),
        receivedBy: organisation,
        needs: z.array(text),
        dueAt: instant.nullable(),
        answeredAt: instant.nullable(),
        answeredBy: organisation.nullable(),
        how: z.enum(ANSWER_FORMS).nullable(),
      }),
    )
    .default([]),
  attempts: z.int().nonnegative().default(0),
  corrections: z
    .array(z.object({ ...byWhom, at: instant, field: text, before: z.string().nullable() }))
    .default([]),
  mergedInto: text.nullable().default(null),
  mergedFrom: z.array(text).default([]),
  dueAt: instant,
  closedAt: instant.nullable(),
  actionPlan: z.string().nullable(),
  followUpOn: z.string().nullable(),
  followUpResult: z.string().nullable().default(null),
});

/**
 * The minimum record of a served company, as a CRM takes it and returns it (domain T-74, section 10.1). Anything else
 * is rejected, so a mistake is parked where people see it, and never stored.
 */
export const crmRecordSchema: z.ZodType<CrmRecord> = record;

/** Every field of the record, so that a mapping may name one without a list of its own. */
export const CRM_FIELDS: readonly string[] = Object.keys(record.shape);

/** The value of a field that says nothing (null, or an empty list); undefined where the record needs one. */
export function emptyValueOf(field: string): null | readonly never[] | undefined {
  const schema: z.ZodType | undefined = Object.entries(record.shape).find(([name]) => name === field)?.[1];
  if (schema?.safeParse(null).success) return null;
  return schema?.safeParse([]).success ? [] : undefined;
}

/** The fields of the record that hold a list of objects. */
export const CRM_LISTS: readonly string[] = Object.entries(record.shape)
  .filter(([, schema]) => schema.safeParse([]).success && !schema.safeParse(['text']).success)
  .map(([name]) => name);
