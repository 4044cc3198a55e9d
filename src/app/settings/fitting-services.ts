import { type Result, refuse } from '../../core/result.ts';
import { LES_SERVICES } from '../../core/services.ts';
import { asAgreed, type SettingChange } from '../../core/settings/change.ts';
import { notLocalService } from '../../core/triage/local-settings.ts';
import type { MunicipalSettings, SettingKey } from '../../core/triage/settings.ts';
import type { WantedSetting } from './check-change.ts';
import type { LiveSettings } from './live-settings.ts';
import { heldOn } from './settings-now.ts';

/** The two settings that must fit together: what the Erhvervshus gives in the office's place is one of its local services. */
const TOGETHER: readonly SettingKey[] = ['localServices', 'houseActsAsLes'];

/**
 * The refusal of a change after which the Erhvervshus would give a local service that the office does not have, on its first
 * day or on a later one on which an agreed change begins. What did not fit before stands in nobody's way. Refuses
 * `not-local-service` where the house's services are changed, and `service-given-by-house` where the office's own are.
 */
export function whyNotFit(
  wanted: WantedSetting & { readonly validFrom: string },
  changes: readonly SettingChange[],
  live: LiveSettings,
  now: string,
): Result<never, 'not-local-service' | 'service-given-by-house'> | null {
  const { organisation, key, validFrom } = wanted;
  if (!TOGETHER.includes(key)) return null;
  const begin = changes.flatMap((one) => {
    const isLater = one.state === 'agreed' && one.validFrom > validFrom;
    return isLater && one.organisation === organisation && TOGETHER.includes(one.key) ? [one.validFrom] : [];
  });
  const next = [...changes, asAgreed(wanted, validFrom, changes, now)];
  for (const day of [validFrom, ...new Set(begin.toSorted())]) {
    const after = servicesOn(next, day, organisation, live);
    const typed = notLocalService(after);
    if (typed === undefined || typed === notLocalService(servicesOn(changes, day, organisation, live)))
      continue;
    const services = [...LES_SERVICES, ...after.localServices].join('|');
    return key === 'houseActsAsLes'
      ? refuse('not-local-service', { typed, day, services })
      : refuse('service-given-by-house', { typed, day });
  }
  return null;
}

function servicesOn(
  changes: readonly SettingChange[],
  day: string,
  organisation: WantedSetting['organisation'],
  live: LiveSettings,
): Pick<MunicipalSettings, 'localServices' | 'houseActsAsLes'> {
  const held = heldOn(live, changes, day);
  return {
    localServices: held(organisation, 'localServices').value as MunicipalSettings['localServices'],
    houseActsAsLes: held(organisation, 'houseActsAsLes').value as MunicipalSettings['houseActsAsLes'],
  };
}
