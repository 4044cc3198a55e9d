import type { Dependencies } from '../app/dependencies.ts';
import type { Stores } from '../app/ports/unit-of-work.ts';
import { StaleRevision } from '../app/save-case.ts';
import { canAnswer, saveChange, tell } from '../app/settings/change-setting.ts';
import { checkChange } from '../app/settings/check-change.ts';
import { agree } from '../app/settings/settle-change.ts';
import { tellNewSight } from '../app/webhooks/tell-sight.ts';
import {
  askConsent,
  type Consent,
  changeStepAt,
  reminded,
  type SettingChange,
} from '../core/settings/change.ts';
import type { SettingEffect } from '../core/settings/effects.ts';

/** Proposals in one pass. */
const PROPOSALS_AT_ONCE = 20;

interface SettingDeps extends Pick<Dependencies, 'unitOfWork' | 'clock' | 'settings' | 'proveSettings'> {
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/**
 * Takes the changes of settings from the store, and the step of each proposal whose time has come: the other side is
 * reminded, then its silence is consent. It is no consent where the question or the reminder was not delivered: then the
 * proposer learns that, and the other side's time begins again. Nor where nobody there can answer. Nor where some case would
 * have no owner by now: then it stays a proposal. Webhooks are told of what the settings hide from them, or show.
 */
export async function keepSettings(deps: SettingDeps): Promise<void> {
  const now = deps.clock.now();
  const due = await deps.unitOfWork.read(async (stores) => {
    await deps.settings.refresh(stores, now);
    const ids = await stores.settings.withStepDue(now, PROPOSALS_AT_ONCE);
    return Promise.all(ids.map((id) => stores.settings.get(id)));
  });
  await tellNewSight(deps, now);
  for (const change of due) {
    if (!change) continue;
    try {
      await takeStep(change, deps, now);
    } catch (error) {
      // Somebody answered in between. The next pass takes it as it then is.
      if (error instanceof StaleRevision) continue;
      deps.log('step-failed', {
        case: change.id,
        fault: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
}

async function takeStep(change: SettingChange, deps: SettingDeps, now: string): Promise<void> {
  const { consent } = change;
  const at = changeStepAt(change);
  if (!consent || at === null || at > now) return;
  const isReminded = consent.remindedAt !== null;
  const isProven = !isReminded || (await checkChange(change, deps, now)).isProven;
  await deps.unitOfWork.run(async (stores) => {
    if (await askAnew(stores, change, consent, now)) return;
    const again = {
      consent: askConsent(consent.organisation, now, { canAnswer: true, next: consent.next }),
    };
    const toProposer = (told: SettingEffect['told']) => [tell(change.organisation, told)];
    if (await isUntold(stores, change, consent))
      await saveChange(stores, change, again, toProposer('not-told'), now);
    else if (!isReminded)
      await saveChange(
        stores,
        change,
        { consent: reminded(consent, now) },
        [tell(consent.organisation, 'reminder')],
        now,
      );
    else if (!isProven) await saveChange(stores, change, again, toProposer('unproven'), now);
    else await agree(stores, change, consent, null, now);
  });
}

/**
 * Whether the question or its reminder is still in the outbox: not delivered, or perhaps not. Silence is consent only of
 * those who were asked and reminded.
 */
async function isUntold(stores: Stores, { id }: SettingChange, { organisation }: Consent): Promise<boolean> {
  return (await stores.outbox.undeliveredAbout(id)).some(
    (effect) =>
      effect.kind === 'setting.tell' &&
      (effect.told === 'proposed' || effect.told === 'reminder') &&
      effect.organisation === organisation,
  );
}

/**
 * Begins the time of the other side again where nobody there can answer, which the proposer learns once, and where somebody
 * can for the first time, who is asked then. Resolves with whether it did.
 */
async function askAnew(
  stores: Stores,
  change: SettingChange,
  { organisation, unanswerable, next }: Consent,
  now: string,
): Promise<boolean> {
  const isAnswerable = await canAnswer(stores, organisation, change.by.person);
  if (isAnswerable && !unanswerable) return false;
  const again = { consent: askConsent(organisation, now, { canAnswer: isAnswerable, next }) };
  const told = isAnswerable ? [tell(organisation, 'proposed')] : [tell(change.organisation, 'unanswerable')];
  await saveChange(stores, change, again, !isAnswerable && unanswerable ? [] : told, now);
  return true;
}
