import type { Effect } from '../../core/case/effects.ts';
import type { OutreachContact } from '../../core/outreach/outreach.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { StaleRevision } from '../save-case.ts';

/**
 * Saves a changed contact as its next revision, with the effects to deliver, in the transaction of `stores`. Throws
 * `StaleRevision`.
 */
export async function saveOutreach(
  stores: Stores,
  before: OutreachContact,
  change: Partial<OutreachContact>,
  effects: readonly Effect[],
  now: string,
): Promise<OutreachContact> {
  const saved: OutreachContact = { ...before, ...change, revision: before.revision + 1 };
  if (!(await stores.outreach.update(saved, before.revision))) throw new StaleRevision(before.id);
  await stores.outbox.add(saved.id, effects, now);
  return saved;
}
