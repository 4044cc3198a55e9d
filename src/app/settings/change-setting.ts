import { refOf } from '../../core/case/case-change.ts';
import { coordinates } from '../../core/case/relation.ts';
import { danishDate } from '../../core/danish-date.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Actor } from '../../core/person.ts';
import { addElapsed } from '../../core/promise/clock.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { askConsent, informedSides, type SettingChange, settledNow } from '../../core/settings/change.ts';
import { LONGEST_REASON } from '../../core/settings/commands.ts';
import type { SettingEffect, SettingRefresh } from '../../core/settings/effects.ts';
import { mustAgree } from '../../core/settings/must-agree.ts';
import { changesDoor } from '../../core/settings/table.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { StaleRevision } from '../save-case.ts';
import { type CheckedSetting, isCheckOf, type WantedSetting } from './check-change.ts';
import { whyNotFit } from './fitting-services.ts';
import { heldOn } from './settings-now.ts';

/** A change that somebody asks for, from whatever surface. */
export interface ChangeRequest extends WantedSetting {
  readonly by: Actor;
  readonly source: SettingChange['source'];
  /** The reason, trimmed; empty where none was given. */
  readonly why: string;
  /** The first day on which it shall hold, a Danish date. */
  readonly validFrom: string;
  /** Of a setting that may change a door: its proof and replay. `late`: they were not done in time. */
  readonly checked: CheckedSetting | 'late' | undefined;
}

type ChangeDeps = Pick<Dependencies, 'ids' | 'settings'>;

/** The furthest first day, in days. */
const FURTHEST_DAYS = 366;

/**
 * Who may change what, and whether it would change anything. A coordinator changes the settings of their own office.
 * Refuses `coordinators-only`, `text-too-long` for the reason, `date-passed`, `setting-too-far`, `setting-unchanged`, as
 * `whyNotFit`, `setting-late` where the proof was not done in time, and `setting-without-owner` where some case would have no
 * owner.
 */
export async function mayChange(
  stores: Pick<Stores, 'settings'>,
  { organisation, key, after, by, why, validFrom, checked }: ChangeRequest,
  deps: ChangeDeps,
  now: string,
): Promise<Result<null>> {
  if (!coordinates(by) || by.organisation !== organisation)
    return refuse('coordinators-only', { organisation });
  if (why.length > LONGEST_REASON)
    return refuse('text-too-long', { max: LONGEST_REASON, length: why.length });
  const day = danishDate(now);
  if (validFrom < day) return refuse('date-passed');
  if (validFrom > danishDate(addElapsed(now, FURTHEST_DAYS * 24))) return refuse('setting-too-far');
  const changes = await stores.settings.all();
  const own = changes.filter((one) => one.organisation === organisation && one.key === key);
  // A proposal or a change that begins later may be what is undone.
  const isPending = own.some(({ state, validFrom }) => state === 'proposed' || validFrom > day);
  const held = heldOn(deps.settings, changes, day)(organisation, key);
  const unfit = whyNotFit({ organisation, key, after, validFrom }, changes, deps.settings, now);
  if (unfit) return unfit;
  const isSame = after === null ? held.change === null : isEqual(held.value, after);
  if (isSame && !isPending) return refuse('setting-unchanged', { setting: key });
  if (!changesDoor(key)) return ok(null);
  if (checked === 'late') return refuse('setting-late');
  // The settings or the person's office have changed since they were read: the turn begins again.
  if (!checked || !isCheckOf(checked, { organisation, key, after })) throw new StaleRevision(organisation);
  return checked.isProven ? ok(null) : refuse('setting-without-owner', { setting: key });
}

/**
 * Changes a setting of an office: the one way for chat and board. What moves cases to others is proposed to their
 * coordinators and holds when they agree or stay silent; everything else holds from its first day. An open proposal of the
 * same setting gives way. Refuses as `mayChange`.
 */
export async function changeSetting(
  stores: Stores,
  request: ChangeRequest,
  deps: ChangeDeps,
  now: string,
): Promise<Result<SettingChange>> {
  const allowed = await mayChange(stores, request, deps, now);
  if (!allowed.ok) return allowed;
  const { organisation, key, after, by, source, why, validFrom, checked } = request;
  const changes = await stores.settings.all();
  const day = danishDate(now);
  const held = heldOn(deps.settings, changes, day)(organisation, key);
  const wanted = { organisation, key, before: held.value, after, otherwise: held.otherwise.value };
  const [otherSide, ...next] = mustAgree(wanted, changes, day);
  const change: SettingChange = {
    id: deps.ids.caseId(),
    revision: 1,
    organisation,
    key,
    before: held.value,
    after,
    source,
    by: refOf(by),
    at: now,
    ...(why !== '' && { why }),
    validFrom,
    state: otherSide ? 'proposed' : 'agreed',
    consent: otherSide
      ? askConsent(otherSide, now, { canAnswer: await canAnswer(stores, otherSide, by.person), next })
      : null,
    settledAt: otherSide ? null : settledNow(changes, request, now),
    settledBy: otherSide ? null : refOf(by),
    replay: checked === undefined || checked === 'late' ? null : checked.replay,
  };
  for (const open of changes.filter((one) => isOpenFor(one, organisation, key)))
    await replace(stores, open, by, now);
  await stores.settings.insert(change);
  if (otherSide) await stores.outbox.add(change.id, [tell(otherSide, 'proposed')], now);
  await note(stores, by, 'setting-change', now);
  return ok(change);
}

/** A proposal gives way. Whoever was asked, or had agreed, learns that nothing will come of it. */
async function replace(stores: Stores, open: SettingChange, by: Actor, now: string): Promise<void> {
  const others = informedSides(open).filter((side) => side !== by.organisation);
  const effects = [REFRESH, ...others.map((side) => tell(side, 'replaced'))];
  await saveChange(stores, open, { state: 'replaced', settledAt: now, settledBy: refOf(by) }, effects, now);
}

export const REFRESH: SettingRefresh = { kind: 'setting.refresh' };

export const tell = (organisation: OrganisationId, told: SettingEffect['told']): SettingEffect => ({
  kind: 'setting.tell',
  organisation,
  told,
});

/**
 * Whether somebody at an organisation can answer a change that a person proposed: a coordinator who is not that person, who
 * may belong to both sides.
 */
export async function canAnswer(
  { people }: Pick<Stores, 'people'>,
  organisation: OrganisationId,
  proposer: string,
): Promise<boolean> {
  return (await people.coordinators(organisation)).some(({ id }) => id !== proposer);
}

/** The later of two days. */
export const later = (one: string, other: string): string => (one > other ? one : other);

/** Saves a change as its next revision, with its effects. Throws `StaleRevision`. */
export async function saveChange(
  stores: Stores,
  before: SettingChange,
  with_: Partial<SettingChange>,
  effects: readonly (SettingEffect | SettingRefresh)[],
  now: string,
): Promise<SettingChange> {
  const saved: SettingChange = {
    ...before,
    ...with_,
    revision: before.revision + 1,
  };
  if (!(await stores.settings.update(saved, before.revision))) throw new StaleRevision(before.id);
  await stores.outbox.add(saved.id, effects, now);
  return saved;
}

const isOpenFor = (change: SettingChange, organisation: OrganisationId, key: WantedSetting['key']) =>
  change.state === 'proposed' && change.organisation === organisation && change.key === key;

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Notes in the audit who changed settings of which office; what they were is in the change. */
export async function note(
  stores: Stores,
  { person, organisation }: Actor,
  action: 'setting-change' | 'setting-settle',
  at: string,
): Promise<void> {
  await stores.audit.add([
    {
      at,
      person,
      organisation,
      action,
      caseId: null,
      relation: null,
      cases: 0,
    },
  ]);
}
