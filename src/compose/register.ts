import { registerWithin, within } from '../app/deadline.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { CompanyRegister } from '../app/ports/company-register.ts';
import type { Config } from '../config.ts';
import { danishDate } from '../core/danish-date.ts';
import { rememberAnswers } from '../registry/remember-answers.ts';
import { createSampleRegister } from '../registry/sample-register.ts';
import { createVirkRegister } from '../registry/virk/virk-register.ts';
import type { Log } from './log.ts';

/** Register cache: size and lifetime in seconds. */
const REGISTER_CACHE = { limit: 2_000, seconds: 3_600 };

/** The company register that the settings name, behind a cache; without settings the embedded sample. */
export function registerOf(config: Config, clock: Clock, chance: () => number, log: Log): CompanyRegister {
  if (config.virk === null && (config.teams || config.slack))
    log('register.is-the-sample', { setting: 'VIRK_URL' });
  const today = () => danishDate(clock.now());
  const register = config.virk
    ? createVirkRegister({ ...config.virk, baseUrl: config.virk.url, chance }, today)
    : createSampleRegister();
  // Several turns share a look-up: it ends by its own deadline, however long each of them waits for it.
  const limited = registerWithin(register, { run: (most, work) => within(clock, most, work) });
  return rememberAnswers(limited, REGISTER_CACHE, clock, today);
}
