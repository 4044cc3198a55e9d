import { figureSources } from '../app/case-records.ts';
import { numbersNow } from '../app/municipality-numbers.ts';
import type { UnitOfWork } from '../app/ports/unit-of-work.ts';
import { createLiveSettings } from '../app/settings/live-settings.ts';
import { configuredNumbers } from '../core/indicators/configured-numbers.ts';
import type { FigureSources } from '../core/indicators/own-figures.ts';
import type { MunicipalityNumbers } from '../core/indicators/question.ts';
import type { Arguments, World } from './command.ts';
import { filesFrom, settingsFrom } from './municipalities.ts';
import { withStore } from './open-store.ts';
import { textOf } from './question-options.ts';
import { readMunicipalityNumbers } from './read-municipality-numbers.ts';

/** The numbers of municipalities by which figures are measured, from whichever of the three says them. */
type GivenNumbers = (unitOfWork: UnitOfWork | null) => Promise<ReadonlyMap<string, MunicipalityNumbers>>;

/**
 * Reads the numbers: the file of `--municipalities-data`, or what the municipalities have set: in the folder of
 * `--municipalities`, and before it what coordinators have changed in the store. Throws `BadInput` on a bad file, before a
 * store is opened.
 */
export async function givenNumbers(args: Arguments, world: World, asOf: string): Promise<GivenNumbers> {
  const file = textOf(args, 'municipalities-data');
  if (file !== undefined) {
    const numbers = await readMunicipalityNumbers(file, world);
    return async () => numbers;
  }
  const settingsOf = settingsFrom(args);
  const settings = createLiveSettings(filesFrom(args, 'municipalities'));
  return async (unitOfWork) =>
    unitOfWork === null ? configuredNumbers(settingsOf) : numbersNow({ unitOfWork, settings }, asOf);
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
  const numbers = await givenNumbers(args, world, asOf);
  return withStore(args, async ({ unitOfWork }) => ({
    sources: await figureSources(unitOfWork),
    municipalities: await numbers(unitOfWork),
  }));
}
