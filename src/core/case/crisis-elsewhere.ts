import { actorOf, type OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { Case } from './case.ts';
import { type Change, historyOf, instantOn } from './case-change.ts';
import { isActive, mayShare, openHandover } from './derived.ts';
import type { Effect } from './effects.ts';
import type { Tell } from './notices.ts';

const STEP = 'crisis:';

/** Whether a step says that the office has been told of a crisis elsewhere. */
export function isCrisisStep(step: string): boolean {
  return step.startsWith(STEP);
}

/** The id of the crisis case that a `crisis-elsewhere` notice is about; undefined for any other notice. */
export function crisisCaseOf({ notice, step }: Tell): string | undefined {
  return notice === 'crisis-elsewhere' && step !== undefined && isCrisisStep(step)
    ? step.slice(STEP.length)
    : undefined;
}

/** The Erhvervshus that helps through the crisis; undefined where none does, or nobody else may know of the case. */
export function houseInCrisis(crisis: Case): OrganisationId | undefined {
  const house = openHandover(crisis)?.to ?? crisis.owner;
  return crisis.priority === 'urgent' && actorOf(house) === 'ehm' && mayShare(crisis) ? house : undefined;
}

/**
 * Tells the LES that has a running case of a company that an Erhvervshus is helping it through a crisis (policy O1, note
 * `tell-running-owner`): its channel, and the case's person unless they logged the crisis themselves. `by` is whoever brought
 * the crisis to the house. Undefined where there is nobody to tell, the crisis may not be shared, or they have been told.
 */
export function tellOfCrisis(running: Case, crisis: Case, by: ActorRef, asOf: string): Change | undefined {
  const house = houseInCrisis(crisis);
  const step = `${STEP}${crisis.id}`;
  if (house === undefined || running.id === crisis.id || running.steps.includes(step)) return undefined;
  if (actorOf(running.owner) !== 'les' || !isActive(running)) return undefined;
  const now = instantOn(running, asOf);
  const after: Case = {
    ...running,
    revision: running.revision + 1,
    changedAt: now,
    steps: [...running.steps, step],
  };
  const told = { notice: 'crisis-elsewhere', house, step } as const;
  const person = running.assignee?.person === by.person ? null : running.assignee;
  const effects: readonly Effect[] = [
    { kind: 'card.refresh' },
    { kind: 'tell.organisation', organisation: running.owner, to: 'channel', ...told },
    ...(person ? [{ kind: 'tell.person', person: person.person, ...told } as const] : []),
  ];
  return {
    case: after,
    history: [historyOf(running, after, { type: 'crisis-elsewhere', organisation: house, step }, null, now)],
    effects,
  };
}
