import type { Aside } from './inbound.ts';
import type { Understanding } from './ports/language-model.ts';

/** An understanding with the contact of a pasted mail, where its body names none. */
export function withContact(understood: Understanding, aside: Aside | undefined): Understanding {
  if (!aside || Object.keys(aside.contact).length === 0) return understood;
  return { ...understood, entities: { ...aside.contact, ...understood.entities } };
}
