import {
  eraseOutreach,
  isOutreachPastRetention,
  type OutreachContact,
  retentionBegins,
} from '../../core/outreach/outreach.ts';
import type { Dependencies } from '../dependencies.ts';
import { keysOf, namesOfCompany, type Subject } from '../erasure.ts';
import type { ReadStores, Stores } from '../ports/unit-of-work.ts';
import { StaleRevision } from '../save-case.ts';

const PAGE = 500;
const AT_ONCE = 100;

/** Makes contacts anonymous. */
export async function eraseContacts(
  stores: Stores,
  contacts: readonly OutreachContact[],
  now: string,
): Promise<void> {
  for (const contact of contacts) {
    if (contact.erasedAt !== null) continue;
    if (!(await stores.outreach.update(eraseOutreach(contact, now), contact.revision)))
      throw new StaleRevision(contact.id);
  }
}

/** The outreach contacts with a company, or with a company of one person, by that person's name. */
export async function outreachAbout(
  stores: ReadStores,
  subject: Subject,
): Promise<readonly OutreachContact[]> {
  if (subject.kind === 'company') return stores.outreach.ofCompany(subject.cvr);
  const wanted = keysOf(subject);
  const found: OutreachContact[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: readonly OutreachContact[] = await stores.outreach.page(after, PAGE);
    found.push(...page.filter(({ company }) => namesOfCompany(company).some((key) => wanted.includes(key))));
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
