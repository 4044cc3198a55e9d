import { refOf } from '../../core/case/case-change.ts';
import { coordinates } from '../../core/case/relation.ts';
import { danishDate } from '../../core/danish-date.ts';
import type { ActorRef } from '../../core/person.ts';
import { type Result, refuse } from '../../core/result.ts';
import {
  askConsent,
  type Consent,
  informedSides,
  type SettingChange,
  settledNow,
} from '../../core/settings/change.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { StaleRevision } from '../save-case.ts';
import { type ChangeRequest, canAnswer, later, note, REFRESH, saveChange, tell } from './change-setting.ts';
import { isCheckOf } from './check-change.ts';

/**
 * The other side's answer to a proposed change, or the proposer's withdrawal. `checked` is the proof under the settings of
 * now. Where others are to be asked as well, they are asked then. Refuses `coordinators-only`, `setting-change-over`, and to
 * agree `setting-own-proposal`, `setting-late` and `setting-without-owner`.
 */
export async function settleChange(
  stores: Stores,
  change: SettingChange,
  answer: 'agreed' | 'declined' | 'withdrawn',
  { by, checked }: Pick<ChangeRequest, 'by' | 'checked'>,
  now: string,
): Promise<Result<SettingChange>> {
  const { consent, organisation, key } = change;
  if (!consent || change.state !== 'proposed') return refuse('setting-change-over');
  const decides = answer === 'withdrawn' ? organisation : consent.organisation;
  if (!coordinates(by) || by.organisation !== decides)
    return refuse('coordinators-only', { organisation: decides });
  if (answer === 'agreed') {
    // Somebody of both sides would agree with themselves.
    if (by.person === change.by.person) return refuse('setting-own-proposal');
    if (checked === 'late') return refuse('setting-late');
    if (!checked || !isCheckOf(checked, change)) throw new StaleRevision(change.id);
    if (!checked.isProven) return refuse('setting-without-owner', { setting: key });
  }
  const saved =
    answer === 'agreed'
      ? await agree(stores, change, consent, refOf(by), now)
      : await end(stores, change, answer, refOf(by), now);
  await note(stores, by, 'setting-settle', now);
  return { ok: true, value: saved };
}

/**
 * The consent of the side that was asked, given by somebody or by silence (null). The next one is asked, or the change
 * holds from its first day.
 */
export async function agree(
  stores: Stores,
  change: SettingChange,
  consent: Consent,
  by: ActorRef | null,
  now: string,
): Promise<SettingChange> {
  const [next, ...rest] = consent.next ?? [];
  if (next === undefined) return end(stores, change, 'agreed', by, now);
  const asked = askConsent(next, now, {
    canAnswer: await canAnswer(stores, next, change.by.person),
    next: rest,
  });
  const agreedBy = [...(change.agreedBy ?? []), { organisation: consent.organisation, at: now, by }];
  const effects = [REFRESH, tell(change.organisation, 'agreed-next'), tell(next, 'proposed')];
  return saveChange(stores, change, { consent: asked, agreedBy }, effects, now);
}

/** Settles a change, and tells the sides that have asked or answered, but for the one that settles it. */
async function end(
  stores: Stores,
  change: SettingChange,
  state: 'agreed' | 'declined' | 'withdrawn',
  by: ActorRef | null,
  now: string,
): Promise<SettingChange> {
  const informed = informedSides(change).filter((side) => side !== by?.organisation);
  const told = state === 'agreed' && by === null ? 'by-silence' : state;
  return saveChange(
    stores,
    change,
    {
      state,
      settledAt: settledNow(await stores.settings.all(), change, now),
      settledBy: by,
      validFrom: later(change.validFrom, danishDate(now)),
    },
    [REFRESH, ...informed.map((side) => tell(side, told))],
    now,
  );
}
