import type { Aside } from './inbound.ts';
import type { Understanding } from './ports/language-model.ts';

/** A colleague whom the message mentions is not the company's contact. */
function withoutColleague({ contactName, ...entities }: Understanding['entities'], aside: Aside) {
  const isColleague = aside.mentions?.some((name) => name.toLowerCase() === contactName?.toLowerCase());
  return contactName === undefined || isColleague ? entities : { ...entities, contactName };
}

/**
 * The understanding with the sender of a pasted mail as its contact, and their company, where the text names none. A mail
 * that names a company may be written for another than the sender's own, so nothing of theirs is mixed into it.
 */
export function withContact(understood: Understanding, aside: Aside | undefined): Understanding {
  if (!aside) return understood;
  const { cvr, companyName, ...person } = aside.contact;
  const named = understood.entities.cvr !== undefined || understood.entities.companyName !== undefined;
  const company = named
    ? {}
    : { ...(cvr !== undefined && { cvr }), ...(companyName !== undefined && { companyName }) };
  return {
    ...understood,
    entities: { ...company, ...person, ...withoutColleague(understood.entities, aside) },
  };
}
