import { type Answer, notice } from '../core/answer.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { Area, Depth } from '../core/vocabulary.ts';
import type { NeedChange, Understanding } from './ports/language-model.ts';
import { triage } from './triage-draft.ts';
import type { Turn } from './turn.ts';

/** The confidence from which a later line's need is added without a word that says so. */
const ADDS = 0.85;

/** The needs of a draft after a later line. */
export interface ChangedNeeds {
  readonly areas: readonly Area[];
  readonly depths: Partial<Readonly<Record<Area, Depth>>>;
  /** Needs that the line may mean, to be offered. */
  readonly offered: readonly Area[];
  /** The line only takes needs away, so its words describe nothing. */
  readonly isRemoval: boolean;
}

/**
 * The draft's needs with those that a later line adds, and without those that it takes away. A line that says `i stedet`
 * replaces them. An unsure reading is offered instead.
 */
export function changedNeeds(draft: Draft, understood: Understanding, change: NeedChange): ChangedNeeds {
  const now = draft.values.areas ?? [];
  const { declined, adds, replaces, told } = change;
  const chosen = understood.chosen.filter((area) => !declined.includes(area));
  const named = chosen.length > 0 ? chosen : told;
  const sureOf = (area: Area) => understood.areas.some((one) => one.area === area && one.confidence >= ADDS);
  const isSaid = adds || replaces || told.length > 0;
  const sure = now.length === 0 || isSaid ? named : named.filter(sureOf);
  const kept = replaces && sure.length > 0 ? [] : now.filter((area) => !declined.includes(area));
  const all = [...new Set([...kept, ...sure])];
  const areas = all.length > 1 ? all.filter((area) => area !== 'unclear') : all;
  const depths = Object.fromEntries(
    understood.areas.flatMap(({ area, depth }) =>
      depth !== undefined && sure.includes(area) && !now.includes(area) ? [[area, depth]] : [],
    ),
  );
  const offered = [...named, ...understood.offered].filter(
    (area) => !areas.includes(area) && !declined.includes(area),
  );
  const isRemoval =
    named.length === 0 &&
    Object.keys(understood.entities).length === 0 &&
    now.some((area) => declined.includes(area));
  return { areas, depths, offered: [...new Set(offered)], isRemoval };
}

/** Whether a line takes needs away and tells nothing else: where there are none of them, it says nothing. */
export function onlyTakesAway({ lookups }: Turn, understood: Understanding | null): boolean {
  const { declined, told } = lookups.needChange;
  if (!understood || declined.length === 0 || told.length > 0) return false;
  const { entities, chosen, crisis } = understood;
  return !crisis && Object.keys(entities).length === 0 && chosen.every((area) => declined.includes(area));
}

/** One sentence on the needs that a turn added to a draft or took away, and on the owner where that changed with them. */
export async function needsNotice(turn: Turn, before: Draft, answer: Answer): Promise<readonly Answer[]> {
  if (!('draft' in answer)) return [];
  const was = before.values.areas ?? [];
  const is = answer.draft.values.areas ?? [];
  const added = is.filter((area) => !was.includes(area));
  const removed = was.filter((area) => !is.includes(area));
  // The first needs of an intake are no change: they stand on the card.
  if (was.length === 0 || added.length + removed.length === 0) return [];
  const owner =
    answer.kind === 'decision' && before.step === 'decision' ? answer.decision.owner.organisation : undefined;
  const ruled = owner === undefined ? undefined : (await triage(turn, before)).decision?.owner.organisation;
  return [
    notice('needs-changed', {
      ...(added.length > 0 && { added: added.join(',') }),
      ...(removed.length > 0 && { removed: removed.join(',') }),
      ...(owner !== undefined && owner !== ruled && { organisation: owner }),
    }),
  ];
}
