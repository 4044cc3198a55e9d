import type { Clock } from '../app/ports/clock.ts';
import type { LanguageModel } from '../app/ports/language-model.ts';
import type { Config } from '../config.ts';
import { createLanguageModel } from '../language/create-language-model.ts';
import { createNeedService } from '../language/service/need-service.ts';
import { createServicedLanguageModel } from '../language/service/serviced-language-model.ts';

/** The product's own language model, and beside it the service that the settings name. */
export function languageOf(
  { languageService }: Pick<Config, 'languageService'>,
  clock: Pick<Clock, 'monotonic'>,
): LanguageModel {
  const own = createLanguageModel();
  if (!languageService) return own;
  return createServicedLanguageModel({
    own,
    service: createNeedService(languageService),
    prices: languageService.prices,
    monotonic: () => clock.monotonic(),
  });
}
