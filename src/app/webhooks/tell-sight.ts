import { MUNICIPALITIES } from '../../core/municipalities.ts';
import { DEFAULT_SETTINGS, type SettingsLookup } from '../../core/triage/settings.ts';
import type { Webhook } from '../../core/webhook.ts';
import type { Dependencies } from '../dependencies.ts';
import type { LiveSettings } from '../settings/live-settings.ts';

/** The settings that say which office sees a case at all, as one text: those that are not the default. */
function sightUnder(settingsOf: SettingsLookup): string {
  const set = MUNICIPALITIES.flatMap(({ code }) => {
    const { operator, shareLevel } = settingsOf(code);
    const isUsual = operator === DEFAULT_SETTINGS.operator && shareLevel === DEFAULT_SETTINGS.shareLevel;
    return isUsual ? [] : [[code, operator, shareLevel]];
  });
  return JSON.stringify(set);
}

/** By which settings this process last found every webhook told. A new one, or one that restarts, looks into the store. */
const known = new WeakMap<LiveSettings, string>();

/**
 * Tells webhooks anew of the cases that they were told of, where other settings say by now who sees them: of each that is
 * hidden since, or back. Whether they come from a file, from a coordinator or with a new day; a process that ends in between
 * leaves it to the next pass.
 */
export async function tellNewSight(
  { unitOfWork, settings }: Pick<Dependencies, 'unitOfWork' | 'settings'>,
  now: string,
): Promise<void> {
  const sight = sightUnder(settings.settingsOf);
  if (known.get(settings) === sight) return;
  const webhooks = await unitOfWork.read((stores) => stores.webhooks.all());
  const isBehind = (webhook: Webhook) => webhook.disabled === null && webhook.sight !== sight;
  for (const { id } of webhooks.filter(isBehind))
    await unitOfWork.run(async (stores) => {
      const webhook = await stores.webhooks.get(id);
      if (!webhook || !isBehind(webhook)) return;
      await stores.webhooks.save({ ...webhook, sight });
      await stores.outbox.add(id, [{ kind: 'webhook.resume', after: '', known: true }], now);
    });
  known.set(settings, sight);
}
