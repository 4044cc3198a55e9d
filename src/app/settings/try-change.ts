import { coordinates } from '../../core/case/relation.ts';
import { sightOf } from '../../core/case/visibility.ts';
import { municipalityOf, organisationName } from '../../core/organisation.ts';
import type { Actor } from '../../core/person.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { sidesOf } from '../../core/settings/change.ts';
import type { Replay } from '../../core/settings/replay.ts';
import { decidesCases } from '../../core/settings/table.ts';
import type { TriedCase, TriedChange } from '../../core/settings/tried.ts';
import { caseLine } from '../case-lists.ts';
import { LATE, LIMITS, startBudget } from '../deadline.ts';
import type { Dependencies } from '../dependencies.ts';
import type { ReadStores } from '../ports/unit-of-work.ts';
import { pastPages, replayChange, type WantedSetting } from './check-change.ts';
import { readWanted, type SettingCommand } from './wanted-setting.ts';

/** Cases that are listed, at most: nobody would read more. */
const MOST_LISTED = 100;

/**
 * Tries a value of a setting of the actor's own office, or a proposal that the office has a part in, on the cases of the past
 * year. For the same people as a change: refuses `coordinators-only`. Refuses `unknown-setting` (also for one by which no case
 * is decided), `bad-setting-value`, `unknown-setting-change`, and `setting-late` where it takes too long.
 */
export async function tryChange(
  command: SettingCommand,
  { actor, now }: { readonly actor: Actor; readonly now: string },
  deps: Dependencies,
): Promise<Result<TriedChange>> {
  const wanted = await deps.unitOfWork.read((stores) => wantedOf(command, actor, stores));
  if (!wanted.ok) return wanted;
  const budget = startBudget(deps.clock, LIMITS.message);
  const tried = await budget.run(LIMITS.message, async () => {
    const { isProven, replay } = await replayChange(wanted.value, deps, now);
    const { key, after } = wanted.value;
    return { key, after, isProven, replay, ...(await listedOf(replay, wanted.value, actor, deps, now)) };
  });
  return tried === LATE ? refuse('setting-late') : ok(tried);
}

async function wantedOf(
  command: SettingCommand,
  actor: Actor,
  stores: Pick<ReadStores, 'settings'>,
): Promise<Result<WantedSetting>> {
  const { id, input } = command;
  const { organisation } = actor;
  if (!coordinates(actor)) return refuse('coordinators-only', { organisation });
  if (id !== null) {
    const change = await stores.settings.get(id);
    const isOurs = change && sidesOf(change).includes(organisation);
    return isOurs ? ok(change) : refuse('unknown-setting-change', { caseId: id.slice(0, 20) });
  }
  const wanted = readWanted(command, actor);
  if (!wanted.ok || decidesCases(wanted.value.key)) return wanted;
  return refuse('unknown-setting', { typed: (input.setting ?? '').slice(0, 60) });
}

async function listedOf(
  { changed }: Replay,
  { organisation }: WantedSetting,
  actor: Actor,
  { unitOfWork, settingsOf }: Pick<Dependencies, 'unitOfWork' | 'settingsOf'>,
  now: string,
): Promise<Pick<TriedChange, 'listed' | 'unseen' | 'more'>> {
  const municipality = municipalityOf(organisation);
  if (municipality === undefined) throw new Error(`${organisationName(organisation)} decides no cases`);
  const byId = new Map(changed.map((one) => [one.caseId, one]));
  const seen: (TriedCase & { readonly createdAt: string })[] = [];
  for await (const page of pastPages(unitOfWork, municipality, now))
    for (const kase of page) {
      const { id, createdAt } = kase;
      const found = byId.get(id);
      if (!found || !sightOf(kase, actor, settingsOf).outline) continue;
      const { before, after, differs } = found;
      const line = caseLine(kase, { actor, shared: false }, { settingsOf, now });
      seen.push({ line, before, after, differs, createdAt });
    }
  const rank = ({ differs, createdAt }: (typeof seen)[number]) =>
    `${differs.includes('owner') ? 1 : 0} ${createdAt}`;
  const listed = seen.toSorted((a, b) => (rank(a) > rank(b) ? -1 : 1)).slice(0, MOST_LISTED);
  return {
    listed: listed.map(({ createdAt: _, ...one }) => one),
    unseen: changed.length - seen.length,
    more: seen.length - listed.length,
  };
}
