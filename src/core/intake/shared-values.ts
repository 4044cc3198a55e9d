import type { IntakeValues } from './draft.ts';

/**
 * The values of an intake that everybody in a conversation may read (handover.md, "What a shared channel shows"): no contact
 * person, no free text, and nothing that names a pre-starter, who is a private person.
 */
export function sharedValues(values: IntakeValues): IntakeValues {
  const { contactName, contactPhone, contactEmail, description, ...rest } = values;
  if (values.stage !== 'pre-starter') return rest;
  const { companyName, cvr, ...nameless } = rest;
  return nameless;
}
