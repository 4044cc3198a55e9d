import { danishDate } from '../../danish-date.ts';
import type { OrganisationId } from '../../organisation.ts';
import { addElapsed } from '../../promise/clock.ts';
import { ok, type Result, refuse } from '../../result.ts';
import type { SettingsLookup } from '../../triage/settings.ts';
import type { Case } from '../case.ts';
import type { CaseContext } from '../case-change.ts';
import { mayShare, partiesOf, referringLes } from '../derived.ts';
import type { FollowUp } from '../follow-up.ts';

/** Days until follow-up where closing names no date. */
const FOLLOW_UP_DAYS = 28;

/** What closing says of follow-up. */
interface SaidOfFollowUp {
  readonly followUpOn?: string | undefined;
  readonly followUpBy?: OrganisationId | 'us' | 'none' | undefined;
  readonly noFollowUp: string | null;
}

type Refused =
  | 'date-passed'
  | 'no-follow-up-reason-needed'
  | 'follow-up-or-none'
  | 'follow-up-outside'
  | 'basis-needed';

/**
 * The follow-up of a case that closes: by whom and when it was said, or four weeks from today. Without a word, follow-up is
 * proposed to the office that the case came from, unless its municipality does not want that (`lesFollowUp`). The closing
 * organisation agrees to its own at once, by the case's person.
 */
export function followUpOf(
  kase: Case,
  { followUpOn: on, followUpBy: said, noFollowUp }: SaidOfFollowUp,
  context: CaseContext,
): Result<FollowUp | null, Refused> {
  if (on !== undefined && on < danishDate(context.now)) return refuse('date-passed', { field: 'followUpOn' });
  const isNone = said === 'none' || (said === undefined && noFollowUp !== null);
  if (isNone) {
    if (noFollowUp === null) return refuse('no-follow-up-reason-needed', { field: 'noFollowUp' });
    return on === undefined ? ok(null) : refuse('follow-up-or-none', { field: 'followUpOn' });
  }
  if (noFollowUp !== null) return refuse('follow-up-or-none', { field: 'noFollowUp' });
  const organisation = said === 'us' ? kase.owner : (said ?? preset(kase, on, context.settingsOf));
  if (organisation === undefined) return ok(null);
  if (!partiesOf(kase).has(organisation))
    return refuse('follow-up-outside', { field: 'followUpBy', organisation });
  const dueOn = on ?? danishDate(addElapsed(context.now, FOLLOW_UP_DAYS * 24));
  if (organisation === kase.owner) {
    const person = kase.assignee;
    return ok({ organisation, ...(person && { person }), dueOn, state: 'accepted' });
  }
  if (!mayShare(kase)) return refuse('basis-needed', { field: 'followUpBy' });
  return ok({ organisation, dueOn, state: 'proposed' });
}

/** Who follows up where nobody said so: the referring office, or the owner where a day was agreed. */
function preset(kase: Case, on: string | undefined, settingsOf: SettingsLookup): OrganisationId | undefined {
  const office = referringLes(kase);
  const { municipality } = kase.values;
  const isWanted = municipality === undefined || settingsOf(municipality).lesFollowUp;
  if (office && mayShare(kase) && isWanted) return office;
  return on === undefined ? undefined : kase.owner;
}
