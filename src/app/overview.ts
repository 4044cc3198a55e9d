import { type Answer, notice, refused } from '../core/answer.ts';
import { coordinates } from '../core/case/relation.ts';
import type { CaseFilter } from '../core/command.ts';
import type { Actor } from '../core/person.ts';
import type { AnswerReader } from './case-card.ts';
import { caseLine } from './case-lists.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import type { Turn } from './turn.ts';

type LineContext = Parameters<typeof caseLine>[2];
type Overview = Extract<Answer, { kind: 'overview' }>;

/** The lists that the overview counts, the most pressing first. */
const COUNTED = ['broken', 'inbox', 'due', 'not-delivered'] as const satisfies readonly CaseFilter[];
/** Lines of the overview. The lists show the rest. */
const MOST_SHOWN = 5;

/** The overview of an office for one reader: what is overdue, then what waits for it and what is due
 * soon, each case once. */
export async function overviewFor(
  stores: ReadStores,
  reader: AnswerReader,
  context: LineContext,
): Promise<Overview> {
  const { now } = context;
  const { organisation, person } = reader.actor;
  const list = (filter: CaseFilter) =>
    stores.cases.list({ filter, person, organisation, now, limit: MOST_SHOWN, offset: 0 });
  const lists = await Promise.all(COUNTED.map(list));
  const pressing = lists.slice(0, 3).flatMap(({ cases }) => cases);
  const once = [...new Map(pressing.map((kase) => [kase.id, kase])).values()];
  return {
    kind: 'overview',
    organisation,
    counts: COUNTED.map((filter, at) => ({ filter, total: lists[at]?.total ?? 0 })),
    lines: once.slice(0, MOST_SHOWN).map((kase) => caseLine(kase, reader, context)),
    now,
    daily: await isDaily(stores, reader.actor),
  };
}

/** Whether an overview has nothing to tell. */
export function isEmpty({ counts }: Overview): boolean {
  return counts.every(({ total }) => total === 0);
}

/** Whether a coordinator gets the overview every working day; null for everybody else. */
async function isDaily(stores: ReadStores, actor: Actor): Promise<boolean | null> {
  return coordinates(actor) ? !(await stores.people.overviewIsOff(actor.person)) : null;
}

/**
 * `oversigt`, and `oversigt fra|til`, by which coordinators stop and start the daily one. Refuses `coordinators-only` to
 * those to whom it is not sent.
 */
export async function showOverview(turn: Turn, daily: boolean | undefined): Promise<Answer> {
  const { actor, stores, now } = turn;
  const { settingsOf } = turn.deps;
  if (daily === undefined)
    return overviewFor(
      stores,
      { actor, shared: turn.inbound.audience === 'conversation' },
      { settingsOf, now },
    );
  if (!coordinates(actor)) return refused('coordinators-only', { organisation: actor.organisation });
  await stores.people.saveOverviewOff(actor.person, !daily);
  return notice(daily ? 'overview-on' : 'overview-off');
}
