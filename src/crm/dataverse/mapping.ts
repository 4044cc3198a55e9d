import { z } from 'zod';
import { CRM_FIELDS, CRM_LISTS, emptyValueOf } from '../../app/crm-record-schema.ts';
import { CASE_STATUSES } from '../../core/case/word-lists.ts';
import { parseOrganisation } from '../../core/organisation.ts';

/** A table, column or navigation property: Dataverse's logical names have no other characters. */
const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);

/**
 * Where a column's value comes from: a field of the record (`consent.kind` reaches into an object), or more exactly:
 * - `field` or `text` (a sentence with `{field}` in it) or `value` (always the same);
 * - `options`: a code of the record as the integer of an option set, and `other` for every other code;
 * - `as`: `instant` for a date-and-time column, given an instant or a Danish date;
 * - `max`: the column's length. A longer text is cut and marked; the record's own column holds the whole.
 */
const source = z.union([
  z.string().min(1),
  z
    .strictObject({
      field: z.string().min(1).optional(),
      text: z.string().min(1).optional(),
      value: z.union([z.string(), z.number(), z.boolean()]).optional(),
      options: z.record(z.string(), z.int()).optional(),
      other: z.int().nullable().optional(),
      as: z.enum(['text', 'instant']).optional(),
      max: z.int().min(2).optional(),
    })
    .refine(
      ({ field, text, value }) => [field, text, value].filter((one) => one !== undefined).length === 1,
      {
        message: 'needs one of field, text and value',
      },
    ),
]);
export type Source = z.output<typeof source>;

const columns = z.record(name, source);
export type Columns = z.output<typeof columns>;

const state = z.strictObject({ statecode: z.int().min(0).max(2), statuscode: z.int() });

/** A table: its logical name, the name of its set in addresses, its primary key and the alternate key. */
const table = { table: name, set: name, id: name, key: name };

const account = z.strictObject({
  ...table,
  /** Set when an account is made; those of an existing account are the CRM's own. */
  columns,
});
const contact = z.strictObject({
  ...table,
  columns,
  /** The lookup to the company. */
  company: name,
  /** What a contact is called whose person was erased, by column. The other columns are emptied. */
  erased: z.record(name, z.string()),
});
const incident = z.strictObject({
  ...table,
  columns,
  /** Columns that the service itself reads back: the revision, the whole record, and whether it was erased. */
  revision: name,
  record: name,
  erased: name,
  /** The lookups to the customer, and the one to the contact person. */
  customer: z.strictObject({ account: name, contact: name }),
  contact: name,
  /** The state of a case by its status. Statecode 1 is set by `CloseIncident`. */
  states: z.record(z.enum(CASE_STATUSES), state),
});
/** Rows beside the case: one for each item of a list of the record, or for its follow-up. */
const list = z.strictObject({
  ...table,
  from: z.enum(['followUp', ...CRM_LISTS]),
  columns,
  /** The lookup to the case; or to its customer, where an open activity must not keep the case from closing. */
  regarding: z.union([z.strictObject({ incident: name }), z.strictObject({ account: name, contact: name })]),
  /** Set after the row is made. */
  done: state.optional(),
});

/** Cases that people made there without the product: their number, when they were made, and whose they are. */
const theirs = z.strictObject({
  number: name,
  created: name,
  /** Where the owner's column names no organisation of ours. Left out: such a case is nobody's that we know. */
  servedBy: z
    .string()
    .refine((id) => parseOrganisation(id) !== undefined, 'is no organisation')
    .optional(),
});

/** How a case's record becomes rows of a Dataverse organisation. */
const mapping = z
  .strictObject({
    account,
    contact,
    incident,
    lists: z.array(list),
    /** The company of callers without a CVR number and without a name. `{municipality}` may stand in both. */
    placeholder: z.strictObject({ key: z.string().min(1), name: z.string().min(1) }),
    theirs: theirs.default({ number: 'ticketnumber', created: 'createdon' }),
    /** Fields of the record that never leave. */
    leaveOut: z.array(z.enum(CRM_FIELDS)).default([]),
  })
  .superRefine((read, context) => {
    const wrong = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    for (const field of read.leaveOut)
      if (emptyValueOf(field) === undefined) wrong(['leaveOut'], `${field} cannot be left out`);
    for (const part of ['account', 'contact', 'incident'] as const) {
      for (const [column, from] of Object.entries(read[part].columns)) {
        if (column === read[part].key)
          wrong([part, 'columns', column], 'is the key, and stands in the address');
        for (const field of fieldsOf(from))
          if (!CRM_FIELDS.includes(field)) wrong([part, 'columns', column], `the record has no ${field}`);
      }
    }
  });
export type Mapping = z.output<typeof mapping>;
export type TableMapping = Pick<Mapping['account'], 'table' | 'set' | 'id' | 'key'>;
export type ListMapping = Mapping['lists'][number];

const HOLES = /\{(\w+(?:\.\w+)*)\}/g;

/** What of the record a source reads: `assignee`, `consent.by`. */
export function pathsOf(from: Source): readonly string[] {
  const { field, text = '' } = typeof from === 'string' ? { field: from } : from;
  return [...(field === undefined ? [] : [field]), ...[...text.matchAll(HOLES)].map(([, path = '']) => path)];
}

/** The fields of the record that a source reads. */
const fieldsOf = (from: Source) => pathsOf(from).map((path) => path.split('.')[0] ?? path);

/** A mapping that is none. The message names the place in the file and what is wrong there. */
export class MappingError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'MappingError';
  }
}

/** Reads a mapping. Throws `MappingError`. */
export function parseMapping(value: unknown): Mapping {
  const parsed = mapping.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MappingError(`${issue?.path.join('.') || 'the mapping'}: ${issue?.message}`);
}
