import { DRAFT_DAYS } from '../core/case/retention.ts';
import { hasContent } from '../core/intake/change-draft.ts';
import { addElapsed } from '../core/promise/clock.ts';
import type { Dependencies } from './dependencies.ts';

/** How many drafts one transaction expires. */
const AT_ONCE = 100;

/** Days that an ended draft is kept, so that a click on its old card still gets a sensible answer. */
const KEPT_DAYS = 30;

/**
 * Expires drafts untouched for seven days, with a notice to the person who began them (handover.md, "Case status").
 * An empty draft expires without a notice. Returns how many expired.
 */
export async function expireDrafts(
  deps: Pick<Dependencies, 'unitOfWork' | 'calendar'>,
  now: string,
): Promise<number> {
  let expired = 0;
  const since = addElapsed(now, -DRAFT_DAYS * 24);
  for (;;) {
    const found = await deps.unitOfWork.read((stores) => stores.drafts.idleSince(since, AT_ONCE));
    if (found.length === 0) return expired;
    const taken = await deps.unitOfWork.run(async (stores) => {
      const idle = await stores.drafts.idleSince(since, AT_ONCE);
      for (const id of idle) {
        const draft = await stores.drafts.get(id);
        if (!draft) continue;
        const ended = {
          ...draft,
          state: 'expired',
          asking: null,
          revision: draft.revision + 1,
          updatedAt: now,
        } as const;
        await stores.drafts.update(ended, draft.revision);
        if (!hasContent(draft)) continue;
        const { person, organisation } = draft;
        const notBefore = deps.calendar.nextOfficeHour(now, organisation);
        await stores.outbox.add(
          id,
          [{ kind: 'notice.person', person, organisation, notice: 'draft-expired', notBefore }],
          now,
        );
      }
      return idle.length;
    });
    expired += taken;
    if (taken < AT_ONCE) return expired;
  }
}

/** Deletes drafts that ended some time ago. Returns how many. */
export async function deleteEndedDrafts(
  deps: Pick<Dependencies, 'unitOfWork'>,
  now: string,
): Promise<number> {
  return deps.unitOfWork.run((stores) => stores.drafts.deleteEndedBefore(addElapsed(now, -KEPT_DAYS * 24)));
}
