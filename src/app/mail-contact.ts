import type { Aside } from './inbound.ts';
import type { Understanding } from './ports/language-model.ts';

/** The understanding with the sender of a pasted mail as its contact, where the text names none. */
export function withContact(understood: Understanding, aside: Aside | undefined): Understanding {
  if (!aside || Object.keys(aside.contact).length === 0) return understood;
  return { ...understood, entities: { ...aside.contact, ...understood.entities } };
}
