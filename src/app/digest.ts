import { type Answer, notice, refused } from '../core/answer.ts';
import { coordinates } from '../core/case/relation.ts';
import type { Command } from '../core/command.ts';
import { danishDate } from '../core/danish-date.ts';
import { askedDays, unitOf } from '../core/indicators/asked-period.ts';
import { type DigestCounts, digestCounts, digestMunicipalities } from '../core/indicators/digest.ts';
import { actorOf } from '../core/organisation.ts';
import type { Actor } from '../core/person.ts';
import { caseRecords } from './case-records.ts';
import type { Dependencies } from './dependencies.ts';
import { StaleRevision } from './save-case.ts';
import type { Turn } from './turn.ts';

type DigestCommand = Extract<Command, { name: 'digest' }>;

/** The month (`2026-10`) that a command asks for: the last one, unless it names one. */
function monthOf({ month }: DigestCommand, now: string): string {
  const today = danishDate(now);
  const days = month ? askedDays(month, today) : unitOf(today, 'month', 1);
  return days.from.slice(0, 7);
}

/**
 * Counts the month of a command, before its transaction and a page at a time. Undefined where the command only switches
 * the digest, or the month has not begun.
 */
export async function countDigest(
  command: DigestCommand,
  deps: Pick<Dependencies, 'unitOfWork'>,
  now: string,
): Promise<DigestCounts | undefined> {
  const month = monthOf(command, now);
  if (command.wanted !== undefined || `${month}-01` > danishDate(now)) return undefined;
  return digestCounts(await caseRecords(deps.unitOfWork), month, now);
}

/** Whether the actor can stop and start the digest: a coordinator of an Erhvervshus. A LES has its setting `feedback`. */
const switches = (actor: Actor): boolean => coordinates(actor) && actorOf(actor.organisation) === 'ehm';

/**
 * `månedsoversigt [måned]`, and `månedsoversigt fra|til`, by which a coordinator of an Erhvervshus stops and starts the one
 * that is sent. Refuses `period-ahead`, and to switch it `coordinators-only` and `digest-by-setting`.
 */
export async function showDigest(
  { actor, stores, deps, lookups, now }: Turn,
  command: DigestCommand,
): Promise<Answer> {
  const { organisation } = actor;
  if (command.wanted !== undefined) {
    if (!coordinates(actor)) return refused('coordinators-only', { organisation });
    if (!switches(actor)) return refused('digest-by-setting');
    await stores.digests.saveOff(organisation, !command.wanted);
    return notice(command.wanted ? 'digest-on' : 'digest-off');
  }
  const month = monthOf(command, now);
  if (`${month}-01` > danishDate(now)) return refused('period-ahead');
  const { digest: counts } = lookups;
  // The person could not act when the month was to be counted: the turn begins again.
  if (!counts) throw new StaleRevision(organisation);
  return {
    kind: 'digest',
    organisation,
    month,
    lines: digestMunicipalities(organisation, deps.settingsOf).map(counts),
    sent: switches(actor) ? !(await stores.digests.isOff(organisation)) : null,
  };
}
