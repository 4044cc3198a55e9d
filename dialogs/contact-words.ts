import type { RawInput } from '../src/core/raw-input.ts';
import { anyOf } from './phrases.ts';

const EMAIL = /[^\s,;<>]+@[^\s,;<>]+\.[^\s,;<>]+/;
const PHONE = /(?:(?:\+|00)\d{2}[\s.-]?)?(?:\d[\s.-]?){7}\d(?!\d)/;
const LABELS = new RegExp(`\\b(?:${anyOf(({ particles }) => particles.contactLabels)})\\b[.:]*`, 'gi');
const JOINERS = new RegExp(`\\s+(?:${anyOf(({ particles }) => particles.contactJoiners)})(?=\\s|$)`, 'gi');

/** Reads name, phone and e-mail from one line, in any order. Undefined where the line has none of them. */
export function readContact(text: string): RawInput | undefined {
  const email = EMAIL.exec(text)?.[0].replace(/^[(['"]+|[)\]'".:!?]+$/g, '');
  const withoutEmail = text.replace(EMAIL, ' ');
  const phone = PHONE.exec(withoutEmail)?.[0];
  const name = withoutEmail
    .replace(PHONE, ' ')
    .replace(LABELS, ' ')
    .replace(/[,;|/<>()]+/g, ' ')
    .replace(JOINERS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const read = {
    ...(name !== '' && !/\d/.test(name) && { contactName: name }),
    ...(phone && { contactPhone: phone.replace(/[\s.-]/g, '') }),
    ...(email && { contactEmail: email }),
  };
  return Object.keys(read).length > 0 ? read : undefined;
}
