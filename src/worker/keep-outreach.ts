import type { Dependencies } from '../app/dependencies.ts';
import { saveOutreach } from '../app/outreach/save-outreach.ts';
import { StaleRevision } from '../app/save-case.ts';
import { type OutreachContact, type OutreachEffect, outreachStepAt } from '../core/outreach/outreach.ts';

/** Contacts in one pass, before the outbox gets its turn. */
export const CONTACTS_AT_ONCE = 50;

interface OutreachDeps extends Pick<Dependencies, 'unitOfWork' | 'clock'> {
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/**
 * Takes the step of each contact whose reply window has passed. `notify`: the planner learns that nothing stands in the
 * way. `require`: the other side's coordinators are asked once more, and the planner learns that contact waits. Where the
 * message to the other side was not delivered, the planner learns that instead. Resolves with how many were due.
 */
export async function keepOutreach(deps: OutreachDeps): Promise<number> {
  const now = deps.clock.now();
  const due = await deps.unitOfWork.read((stores) => stores.outreach.withStepDue(now, CONTACTS_AT_ONCE));
  for (const id of due) {
    try {
      await deps.unitOfWork.run(async (stores) => {
        const contact = await stores.outreach.get(id);
        const at = contact && outreachStepAt(contact);
        if (!contact || at == null || at > now) return;
        // Still in the outbox: not delivered, or perhaps not. Silence is consent only of those who were asked.
        const isUntold = (await stores.outbox.undeliveredAbout(id)).some(
          (effect) => effect.kind === 'outreach.tell' && effect.notice === 'outreach-planned',
        );
        const change = { windowPassedAt: now, ...(isUntold && { untoldAt: now }) };
        await saveOutreach(stores, contact, change, told(contact, isUntold), now);
      });
    } catch (error) {
      // Somebody replied in between. The next pass takes it as it then is.
      if (error instanceof StaleRevision) continue;
      deps.log('step-failed', { case: id, fault: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return due.length;
}

function told(
  { by, told: { ack, organisation } }: OutreachContact,
  isUntold: boolean,
): readonly OutreachEffect[] {
  const planner = (notice: OutreachEffect['notice']): OutreachEffect => ({
    kind: 'outreach.tell',
    organisation: by,
    to: 'planner',
    notice,
  });
  if (isUntold) return [planner('outreach-not-told')];
  if (ack === 'notify') return [planner('outreach-free')];
  return [
    { kind: 'outreach.tell', organisation, to: 'coordinators', notice: 'outreach-asked-again' },
    planner('outreach-waits'),
  ];
}
