import { z } from 'zod';
import { organisation } from '../app/crm-record-schema.ts';
import type { RawInput } from '../core/raw-input.ts';
import { TOOLS } from '../core/tools.ts';
import {
  ANSWER_FORMS,
  AREAS,
  BASES,
  BASIS_SCOPES,
  DEPTHS,
  ENTRIES,
  MATURITIES,
  REFERRERS,
  SEGMENTS,
  STAGES,
  TRIGGERS,
} from '../core/vocabulary.ts';

/** PostgreSQL takes no NUL, and half a surrogate pair is no character. */
const text = z.string().transform((typed) => typed.replaceAll('\0', '').toWellFormed());

/** A typed value. It is checked as in the intake's form, whose words say what is wrong with it. */
const typed = (description: string, words?: readonly string[]) =>
  text.nullish().meta({ description, ...(words && { examples: words.slice(0, 3) }) });
const oneOf = (description: string, words: readonly string[]) =>
  typed(`${description}: ${words.map((word) => `\`${word}\``).join(', ')}`, words);
const list = (description: string, words: readonly string[]) =>
  z
    .array(text)
    .max(100)
    .nullish()
    .meta({ description: `${description}: ${words.map((word) => `\`${word}\``).join(', ')}` });

/** The body of `POST /api/enquiries`: the intake form's inputs, and how the enquiry came in. */
export const enquiryBody = z
  .strictObject({
    organisation: organisation.nullish().meta({
      description: 'Who received the enquiry. May be left out where the token is for one organisation',
    }),
    contactedAt: z.string().max(40).nullish().meta({
      description: 'When the company made contact (RFC 3339): the 48 hours begin there. Left out: now',
    }),
    newNeed: z.boolean().nullish().meta({
      description:
        'Where the company has a case that runs and is answered: the enquiry is about a need of its own',
    }),
    cvr: typed('CVR number'),
    pNumber: typed('P-number of the production unit'),
    companyName: typed('Name of the company'),
    municipality: typed('Code or name of the municipality; may be left out where the CVR number is known'),
    contactName: typed('Name of the contact person'),
    contactPhone: typed('Telephone number, Danish or with its country code'),
    contactEmail: typed('E-mail address'),
    stage: oneOf('Stage', STAGES),
    maturity: oneOf('Maturity', MATURITIES),
    founded: typed('Founded: year, month or date', ['2011', '2011-04', '2011-04-12']),
    segment: oneOf('Segment', SEGMENTS),
    areas: list('Needs; where none is given they are read in the description', AREAS),
    depth: oneOf('Depth of every need', DEPTHS),
    description: typed('What the company wants, in its own words'),
    crisis: z.boolean().nullish().meta({ description: 'The company is in a crisis' }),
    clarified: z.boolean().nullish().meta({ description: 'The local office has clarified the need' }),
    consent: oneOf('Basis for registering and sharing; needed where a person is named', BASES),
    basisScope: oneOf('What the basis covers', BASIS_SCOPES),
    entry: oneOf('Where it came in; left out: `digital`', ENTRIES),
    channel: oneOf('How the company made contact', ANSWER_FORMS),
    trigger: oneOf('Why', TRIGGERS),
    referredBy: oneOf('Who referred the company: an organisation, or', REFERRERS),
    tools: list('Self-help tools that the company was shown', TOOLS),
  })
  .meta({ description: 'An enquiry of a company' });
type EnquiryBody = z.infer<typeof enquiryBody>;

/** The body's values as the intake's form sends them. */
export function inputOf({ organisation: _, contactedAt, newNeed, ...fields }: EnquiryBody): RawInput {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => {
      if (value === null || value === undefined) return [];
      return [[field, Array.isArray(value) ? value.join(',') : String(value)]];
    }),
  );
}
