import type { Aside } from './inbound.ts';
import type { Understanding } from './ports/language-model.ts';

/**
 * The understanding with the sender of a pasted mail as its contact, and their company, where the text names none. A mail
 * that names a company may be written for another than the sender's own, so nothing of theirs is mixed into it.
 */
export function withContact(understood: Understanding, aside: Aside | undefined): Understanding {
  if (!aside || Object.keys(aside.contact).length === 0) return understood;
  const { cvr, companyName, ...person } = aside.contact;
  const named = understood.entities.cvr !== undefined || understood.entities.companyName !== undefined;
  const company = named
    ? {}
    : { ...(cvr !== undefined && { cvr }), ...(companyName !== undefined && { companyName }) };
  return { ...understood, entities: { ...company, ...person, ...understood.entities } };
}
