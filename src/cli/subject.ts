import type { Subject } from '../app/erasure.ts';
import { isCvrNumber, normaliseCvr } from '../core/cvr-number.ts';
import { readField } from '../text/read-text.ts';
import { type Arguments, BadInput } from './command.ts';

/** The options that identify whose data is meant. */
export const SUBJECT_OPTIONS = { cvr: { type: 'string' }, person: { type: 'string' } } as const;

export const SUBJECT_HELP = `Whose: a company by --cvr, or a contact person by --person with their name, phone number or e-mail address.`;

/** The company or person whose data is meant. Throws `BadInput`. */
export function subjectOf({ values }: Arguments): Subject {
  const { cvr, person } = values;
  if ((cvr === undefined) === (person === undefined))
    throw new BadInput('one of --cvr and --person is needed');
  if (typeof cvr === 'string') {
    const number = normaliseCvr(readField(cvr));
    if (!isCvrNumber(number)) throw new BadInput(`--cvr ${cvr}: is not a CVR number`);
    return { kind: 'company', cvr: number };
  }
  const text = readField(String(person)).trim();
  if (text.length < 3) throw new BadInput('--person: a name, phone number or e-mail address is needed');
  return { kind: 'person', said: text };
}
