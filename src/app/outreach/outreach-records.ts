import type { OutreachContact } from '../../core/outreach/outreach.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** Contacts read at a time, each page in a transaction of its own, so that a long report holds up nobody. */
const PAGE = 1_000;

/** Every outreach contact of the store, in order of id. */
export async function outreachRecords(unitOfWork: UnitOfWork): Promise<readonly OutreachContact[]> {
  const records: OutreachContact[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const page = await unitOfWork.read((stores) => stores.outreach.page(from, PAGE));
    records.push(...page);
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
  }
  return records;
}
