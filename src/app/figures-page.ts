import { coordinates } from '../core/case/relation.ts';
import { danishDate } from '../core/danish-date.ts';
import { unitOf } from '../core/indicators/asked-period.ts';
import { FIGURES } from '../core/indicators/figure-table.ts';
import { figures } from '../core/indicators/figures.ts';
import type { FiguresPage, PageSplit } from '../core/indicators/figures-page.ts';
import type { SplitKey } from '../core/indicators/question.ts';
import type { Actor } from '../core/person.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { agreedSources } from './case-records.ts';
import type { Dependencies } from './dependencies.ts';
import { numbersNow } from './municipality-numbers.ts';

/**
 * The figures of the reader's organisation over the last `months` months, this one so far included. The same counts as
 * `tal` in chat, for the same people: refuses `coordinators-only`. Every case is read, each page in a reading transaction
 * of its own, so no turn waits for the count.
 */
export async function countFiguresPage(
  actor: Actor,
  { months, by }: { readonly months: number; readonly by: PageSplit },
  deps: Pick<Dependencies, 'unitOfWork' | 'settings'>,
  asOf: string,
): Promise<Result<FiguresPage>> {
  const { organisation } = actor;
  const { unitOfWork } = deps;
  if (!coordinates(actor)) return refuse('coordinators-only', { organisation });
  const today = danishDate(asOf);
  const period = { from: unitOf(today, 'month', months - 1).from, to: unitOf(today, 'month').to };
  const municipalities = await numbersNow(deps, asOf);
  const { records, contacts, answers, advisers } = await agreedSources(unitOfWork);
  const count = (keys: readonly SplitKey[]) =>
    figures(
      records,
      { period, asOf, organisation, by: keys, municipalities },
      FIGURES,
      contacts,
      answers,
      advisers,
    );
  return ok({
    organisation,
    period,
    total: count([]),
    monthly: count(['month']),
    by,
    split: count([by]),
  });
}
