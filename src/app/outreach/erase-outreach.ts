import {
  eraseOutreach,
  eraseOutreachWords,
  isOutreachPastRetention,
  type OutreachContact,
  retentionBegins,
  wordsOfContact,
} from '../../core/outreach/outreach.ts';
import type { Dependencies } from '../dependencies.ts';
import { isNamedIn, keysOf, namesOfCompany, type Subject } from '../erasure.ts';
import type { ReadStores, Stores } from '../ports/unit-of-work.ts';
import { StaleRevision } from '../save-case.ts';

const PAGE = 500;
const AT_ONCE = 100;

/** Makes contacts anonymous, and the messages about them where they stand. */
export async function eraseContacts(
  stores: Stores,
  contacts: readonly OutreachContact[],
  now: string,
): Promise<void> {
  for (const contact of contacts) {
    if (contact.erasedAt !== null) continue;
    await save(stores, contact, eraseOutreach(contact, now), now);
  }
}

async function save(
  stores: Stores,
  before: OutreachContact,
  after: OutreachContact,
  now: string,
): Promise<void> {
  if (!(await stores.outreach.update(after, before.revision))) throw new StaleRevision(before.id);
  await stores.outbox.add(after.id, [{ kind: 'outreach.refresh' }], now);
}

/**
 * Erases what contacts hold of a subject: the whole contact where the subject is its company, else the words about it.
 */
export async function eraseContactsOf(
  stores: Stores,
  contacts: readonly OutreachContact[],
  subject: Subject,
  now: string,
): Promise<void> {
  const isWhole = (one: OutreachContact) => subject.kind === 'company' || isCompany(one, subject);
  await eraseContacts(stores, contacts.filter(isWhole), now);
  for (const contact of contacts.filter((one) => !isWhole(one))) await eraseWordsOf(stores, contact, now);
}

/** Erases the words that were typed about a contact; its company stays. */
export async function eraseWordsOf(stores: Stores, contact: OutreachContact, now: string): Promise<void> {
  if (wordsOfContact(contact).length > 0) await save(stores, contact, eraseOutreachWords(contact), now);
}

function isCompany({ company }: OutreachContact, subject: Subject): boolean {
  const wanted = keysOf(subject);
  return namesOfCompany(company).some((key) => wanted.includes(key));
}

/**
 * The outreach contacts with a company; of a person, those with the company of that name, and those whose words name the
 * person.
 */
export async function outreachAbout(
  stores: ReadStores,
  subject: Subject,
): Promise<readonly OutreachContact[]> {
  if (subject.kind === 'company') return stores.outreach.ofCompany(subject.cvr);
  const isAbout = (one: OutreachContact) =>
    isCompany(one, subject) || wordsOfContact(one).some((text) => isNamedIn(text, subject));
  const found: OutreachContact[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: readonly OutreachContact[] = await stores.outreach.page(after, PAGE);
    found.push(...page.filter(isAbout));
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
  }
  return found;
}

/** Makes contacts anonymous whose retention has ended. Returns how many. */
export async function keepOutreachRetention(
  { unitOfWork }: Pick<Dependencies, 'unitOfWork'>,
  now: string,
): Promise<number> {
  const instant = retentionBegins(now);
  let erased = 0;
  let after = '';
  for (;;) {
    const ids = await unitOfWork.read((stores) => stores.outreach.beganBefore(instant, after, AT_ONCE));
    if (ids.length === 0) return erased;
    erased += await unitOfWork.run(async (stores) => {
      const found = await Promise.all(ids.map((id) => stores.outreach.get(id)));
      const ended = found
        .filter((one) => one !== undefined)
        .filter((one) => isOutreachPastRetention(one, now));
      await eraseContacts(stores, ended, now);
      return ended.length;
    });
    after = ids.at(-1) ?? after;
  }
}
