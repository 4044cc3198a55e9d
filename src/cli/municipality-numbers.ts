import { figureSources } from '../app/case-records.ts';
import { numbersNow } from '../app/municipality-numbers.ts';
import { createLiveSettings } from '../app/settings/live-settings.ts';
import { configuredNumbers } from '../core/indicators/configured-numbers.ts';
import type { FigureSources } from '../core/indicators/own-figures.ts';
import type { MunicipalityNumbers } from '../core/indicators/question.ts';
import type { Arguments, World } from './command.ts';
import { filesFrom, settingsFrom } from './municipalities.ts';
import { withStore } from './open-store.ts';
import { textOf } from './question-options.ts';
import { readMunicipalityNumbers } from './read-municipality-numbers.ts';

/**
 * Where the numbers of municipalities come from: the file of `--municipalities-data`, or what the municipalities have set, in
 * the folder of `--municipalities`. Throws `BadInput` on a bad file, so it is read before a store is opened.
 */
async function numbersGiven(args: Arguments, world: World) {
  const file = textOf(args, 'municipalities-data');
  if (file !== undefined) return { numbers: await readMunicipalityNumbers(file, world), settings: null };
  return { numbers: null, settings: createLiveSettings(filesFrom(args, 'municipalities')) };
}

/** The numbers by which figures are measured, where no store is read. Throws `BadInput` on a bad file. */
export async function numbersOfFiles(
  args: Arguments,
  world: World,
): Promise<ReadonlyMap<string, MunicipalityNumbers>> {
  const { numbers } = await numbersGiven(args, world);
  return numbers ?? configuredNumbers(settingsFrom(args));
}

/** Everything in the store that figures are counted from, with the numbers that they are measured by. */
export async function storedFigures(
  args: Arguments,
  world: World,
  asOf: string,
): Promise<{
  readonly sources: FigureSources;
  readonly municipalities: ReadonlyMap<string, MunicipalityNumbers>;
}> {
  const { numbers, settings } = await numbersGiven(args, world);
  return withStore(args, async ({ unitOfWork }) => ({
    sources: await figureSources(unitOfWork),
    // What coordinators have changed in the store goes before the folder.
    municipalities: settings === null ? numbers : await numbersNow({ unitOfWork, settings }, asOf),
  }));
}
