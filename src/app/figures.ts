import { type Answer, refused } from '../core/answer.ts';
import { coordinates } from '../core/case/relation.ts';
import type { Command } from '../core/command.ts';
import { danishDate } from '../core/danish-date.ts';
import type { FiguresAbout, FiguresAnswer, PeriodFigures } from '../core/indicators/answers.ts';
import { askedDays, unitOf } from '../core/indicators/asked-period.ts';
import { FIGURES } from '../core/indicators/figure-table.ts';
import { figures } from '../core/indicators/figures.ts';
import { outreachFigures } from '../core/indicators/outreach-figures.ts';
import { ownFigures } from '../core/indicators/own-figures.ts';
import type { FigureQuestion, Period } from '../core/indicators/question.ts';
import { dialogueSides, type OrganisationId } from '../core/organisation.ts';
import type { Actor } from '../core/person.ts';
import { agreedSources, figureSources } from './case-records.ts';
import type { Dependencies } from './dependencies.ts';
import { numbersNow } from './municipality-numbers.ts';
import { StaleRevision } from './save-case.ts';
import type { Turn } from './turn.ts';

type FiguresCommand = Extract<Command, { name: 'figures' }>;

/**
 * The periods that a command asks for: this month so far and the last one, unless it names one. Refuses `unknown-period`
 * for words that name none, and `period-ahead` for a period that has not begun.
 */
function periodsOf({ period, words, about }: FiguresCommand, today: string): readonly Period[] | Answer {
  if (period === null && words !== '') return refused('unknown-period', { typed: words });
  if (period === null && about !== undefined) return [unitOf(today, 'quarter')];
  if (period === null) return [unitOf(today, 'month'), unitOf(today, 'month', 1)];
  const days = askedDays(period, today);
  return days.from > today ? refused('period-ahead') : [days];
}

const isRefusal = (periods: readonly Period[] | Answer): periods is Answer => 'kind' in periods;

/**
 * Counts the figures of a command, before its transaction: every case is read, each page in a reading transaction of its
 * own, so no turn waits for the count. Null where the actor may not see them or no period can be counted.
 */
export async function countFigures(
  command: FiguresCommand,
  actor: Actor,
  deps: Pick<Dependencies, 'unitOfWork' | 'settings'>,
  now: string,
): Promise<FiguresAnswer | null> {
  const periods = periodsOf(command, danishDate(now));
  if (!coordinates(actor) || isRefusal(periods)) return null;
  return command.about === undefined
    ? figuresOf(actor.organisation, periods, deps, now)
    : ownFiguresOf(command.about, actor.organisation, periods, deps, now);
}

async function figuresOf(
  organisation: OrganisationId,
  periods: readonly Period[],
  deps: Pick<Dependencies, 'unitOfWork' | 'settings'>,
  asOf: string,
): Promise<FiguresAnswer> {
  const { unitOfWork } = deps;
  const municipalities = await numbersNow(deps, asOf);
  const { records, contacts, answers, advisers } = await agreedSources(unitOfWork);
  const counted = periods.map((period): PeriodFigures => {
    const question: FigureQuestion = { period, asOf, organisation, by: [], municipalities };
    return {
      period,
      figures: figures(records, question, FIGURES, contacts, answers, advisers),
      outreach: contacts.length > 0 ? outreachFigures(contacts, question) : null,
    };
  });
  return { kind: 'figures', organisation, periods: counted, asOf };
}

/** What an organisation takes part in, or for the dialogue meeting what is between an office and its Erhvervshus. */
async function ownFiguresOf(
  about: FiguresAbout,
  organisation: OrganisationId,
  periods: readonly Period[],
  { unitOfWork }: Pick<Dependencies, 'unitOfWork'>,
  asOf: string,
): Promise<FiguresAnswer> {
  const sources = await figureSources(unitOfWork);
  const sides = about === 'dialogue' ? dialogueSides(organisation) : [organisation];
  const [, other] = sides;
  const counted = periods.map(
    (period): PeriodFigures => ({
      period,
      figures: [],
      outreach: null,
      own: ownFigures(sources, { period, asOf, sides }),
    }),
  );
  return { kind: 'figures', organisation, periods: counted, asOf, about, other };
}

/** `tal [periode]`, `gråzoner [periode]`, `dialogmøde [periode]`: the figures of the actor's organisation. Refuses `coordinators-only`, `unknown-period`, `period-ahead`. */
export function showFigures({ actor, lookups, now }: Turn, command: FiguresCommand): Answer {
  if (!coordinates(actor)) return refused('coordinators-only', { organisation: actor.organisation });
  const periods = periodsOf(command, danishDate(now));
  if (isRefusal(periods)) return periods;
  const { figures: counted } = lookups;
  // The person has chosen another organisation, or become a coordinator, since the count: the turn begins again.
  if (counted?.organisation !== actor.organisation) throw new StaleRevision(actor.organisation);
  return counted;
}
