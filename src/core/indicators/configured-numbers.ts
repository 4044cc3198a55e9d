import { MUNICIPALITIES } from '../municipalities.ts';
import type { SettingsLookup } from '../triage/settings.ts';
import type { MunicipalityNumbers } from './question.ts';

/** The numbers that municipalities have set (`inhabitants`, `entrepreneurs`, `growthCompanies`), of those that have any. */
export function configuredNumbers(settingsOf: SettingsLookup): ReadonlyMap<string, MunicipalityNumbers> {
  return new Map(
    MUNICIPALITIES.flatMap(({ code }): (readonly [string, MunicipalityNumbers])[] => {
      const { inhabitants, entrepreneurs, growthCompanies } = settingsOf(code);
      if (inhabitants === null && entrepreneurs === null && growthCompanies === null) return [];
      return [
        [
          code,
          {
            inhabitants: inhabitants?.number ?? null,
            entrepreneurs: entrepreneurs?.number ?? null,
            growthCompanies: growthCompanies?.number ?? null,
          },
        ],
      ];
    }),
  );
}
