import type { Actor } from '../../person.ts';
import type { Case } from '../case.ts';
import type { CaseContext } from '../case-change.ts';
import { mayShare } from '../derived.ts';
import type { Effect } from '../effects.ts';
import type { ToldCode } from '../notices.ts';
import type { Undoable, UndoableEvent } from '../slip.ts';
import { tellChannel, tellPerson, tellReferrers } from './common-steps.ts';

type UndoneNotice = Extract<ToldCode, `${string}-undone`>;

/** The notice that an event is undone, where somebody was told of the event. */
const UNDONE: Readonly<Partial<Record<UndoableEvent, UndoneNotice>>> = {
  contacted: 'answer-undone',
  closed: 'closing-undone',
  withdrawn: 'withdrawal-undone',
  'followed-up': 'follow-up-undone',
};

/**
 * Tells everybody who was told of an event that it is undone, but for the office of whoever undoes it: the offices that the
 * case came from, the office that was asked to follow up or that waits for its result, and whoever has the case. And the
 * person who recorded it, where a coordinator undoes it. Without a basis nobody but the owner's people hears of the case.
 */
export function tellUndone(
  kase: Case,
  { event, by: recorder }: Undoable,
  by: Actor,
  context: CaseContext,
): readonly Effect[] {
  const notice = UNDONE[event];
  if (notice === undefined) return [];
  const { owner, assignee, followUp } = kase;
  const told = (office: Case['owner']) => ({ notice, office });
  const referrers =
    event === 'followed-up' ? [] : tellReferrers(kase, (offer) => told(offer.from), context, by.organisation);
  const asked = event === 'closed' && followUp?.state === 'proposed' ? [followUp.organisation] : [];
  const reached = [by.organisation, ...referrers.flatMap(officeIn)];
  const mayHear = (office: Case['owner']) => office === owner || mayShare(kase);
  const others = [...new Set([owner, ...asked])].filter(
    (office) => !reached.includes(office) && mayHear(office),
  );
  const effects = [
    ...referrers,
    ...others.map((office) =>
      office === owner && assignee
        ? tellPerson(assignee.person, told(office))
        : tellChannel(office, told(office)),
    ),
  ];
  // Whoever recorded it may have sent the case as well, or have it now: nobody is told twice.
  const knows = effects.some((effect) => effect.kind === 'tell.person' && effect.person === recorder.person);
  if (knows || recorder.person === by.person || !mayHear(recorder.organisation)) return effects;
  return [...effects, tellPerson(recorder.person, told(recorder.organisation))];
}

const officeIn = (effect: Effect): readonly Case['owner'][] => ('office' in effect ? [effect.office] : []);
