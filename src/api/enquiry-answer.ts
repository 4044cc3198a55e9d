import { z } from 'zod';
import { organisation } from '../app/crm-record-schema.ts';
import { PRIORITIES } from '../core/triage/decision.ts';
import { fieldError } from './problem.ts';

/** The answer to an enquiry that was taken. */
export const enquiryAnswer = z.strictObject({
  caseId: z.string().regex(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/),
  outcome: z.enum(['created', 'added']).meta({
    description: '`created`: a case of its own. `added`: to the company’s case that runs',
  }),
  owner: organisation,
  offeredTo: organisation.nullable().meta({ description: 'The organisation that the case is offered to' }),
  rule: z.string().nullable().meta({
    description: 'The rule that names the owner; null where the token’s organisations may not see it',
  }),
  priority: z.enum(PRIORITIES),
  dueAt: z.iso.datetime().meta({ description: 'When the company has its first answer at the latest' }),
  cprRemoved: z.int().nonnegative().meta({
    description: 'Civil registration numbers that were removed from what was sent',
  }),
  remarks: z.array(fieldError).meta({ description: 'Values that the company register overrules' }),
});
export type EnquiryAnswer = z.infer<typeof enquiryAnswer>;
