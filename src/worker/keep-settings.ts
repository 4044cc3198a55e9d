import type { Dependencies } from '../app/dependencies.ts';
import { StaleRevision } from '../app/save-case.ts';
import { later, REFRESH, saveChange, settledNow, tell } from '../app/settings/change-setting.ts';
import { checkChange } from '../app/settings/check-change.ts';
import { danishDate } from '../core/danish-date.ts';
import { askConsent, changeStepAt, type SettingChange } from '../core/settings/change.ts';

/** Proposals in one pass. */
const PROPOSALS_AT_ONCE = 20;

interface SettingDeps extends Pick<Dependencies, 'unitOfWork' | 'clock' | 'settings' | 'proveSettings'> {
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/**
 * Takes the changes of settings from the store, and the step of each proposal whose time has come: the other side is
 * reminded, then its silence is consent. It is no consent where the question was not delivered: then the proposer learns
 * that, and the other side's time begins again. Nor where some case would have no owner by now: then it stays a proposal.
 */
export async function keepSettings(deps: SettingDeps): Promise<void> {
  const now = deps.clock.now();
  const due = await deps.unitOfWork.read(async (stores) => {
    await deps.settings.refresh(stores, now);
    const ids = await stores.settings.withStepDue(now, PROPOSALS_AT_ONCE);
    return Promise.all(ids.map((id) => stores.settings.get(id)));
  });
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
  const { consent, organisation, validFrom } = change;
  const at = changeStepAt(change);
  if (!consent || at === null || at > now) return;
  const isProven = now < consent.until || (await checkChange(change, deps, now)).isProven;
  await deps.unitOfWork.run(async (stores) => {
    // Still in the outbox: not delivered, or perhaps not. Silence is consent only of those who were asked.
    const isUntold = (await stores.outbox.undeliveredAbout(change.id)).some(
      (effect) => effect.kind === 'setting.tell' && effect.told === 'proposed',
    );
    if (now < consent.until) {
      const reminded = { consent: { ...consent, remindedAt: now } };
      const told = isUntold ? tell(organisation, 'not-told') : tell(consent.organisation, 'reminder');
      await saveChange(stores, change, reminded, [told], now);
      return;
    }
    if (isUntold || !isProven) {
      const again = { consent: askConsent(consent.organisation, now) };
      await saveChange(stores, change, again, [tell(organisation, 'not-told')], now);
      return;
    }
    const day = danishDate(now);
    const agreed = {
      state: 'agreed',
      settledAt: settledNow(await stores.settings.all(), change, now),
      settledBy: null,
      validFrom: later(validFrom, day),
    } as const;
    const told = [organisation, consent.organisation].map((one) => tell(one, 'by-silence'));
    await saveChange(stores, change, agreed, [REFRESH, ...told], now);
  });
}
