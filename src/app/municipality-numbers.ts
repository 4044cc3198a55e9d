import { danishDate } from '../core/danish-date.ts';
import { configuredNumbers } from '../core/indicators/configured-numbers.ts';
import type { MunicipalityNumbers } from '../core/indicators/question.ts';
import type { Dependencies } from './dependencies.ts';

/** The numbers that municipalities have set, as they are in the store at an instant: memory may lag behind it. */
export async function numbersNow(
  { unitOfWork, settings }: Pick<Dependencies, 'unitOfWork' | 'settings'>,
  asOf: string,
): Promise<ReadonlyMap<string, MunicipalityNumbers>> {
  const changes = await unitOfWork.read((stores) => stores.settings.all());
  return configuredNumbers(settings.with(changes, danishDate(asOf)).settingsOf);
}
