import type { Answer, RunningCase, Viewer } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseContext, Change } from '../core/case/case-change.ts';
import type { CardKind } from '../core/case/effects.ts';
import { relationTo } from '../core/case/relation.ts';
import type { CaseVerb } from '../core/case/verbs/index.ts';
import { verbsFor } from '../core/case/verbs/table.ts';
import { danishDate } from '../core/danish-date.ts';
import type { FieldProblem } from '../core/intake/draft.ts';
import { type Notice, type NoticeArguments, type NoticeCode, noticeOf } from '../core/notice.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { Actor, ActorRef, Person } from '../core/person.ts';
import type { RefusalCode } from '../core/refusal-codes.ts';
import type { ParamsOf } from '../core/refusal-params.ts';
import type { Dependencies } from './dependencies.ts';
import type { Inbound } from './inbound.ts';
import type { Lookups } from './look-up.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** One turn of somebody we know, inside its transaction. */
export interface Turn {
  readonly deps: Dependencies;
  readonly stores: Stores;
  readonly inbound: Inbound;
  readonly now: string;
  readonly person: Person;
  readonly actor: Actor;
  readonly lookups: Lookups;
  /** CPR numbers removed from what this turn and earlier ones make together: counted here, told at its end. */
  readonly joined: { removed: number };
}

/** The date of the turn in Denmark, as triage reads it. */
export function today(turn: { readonly now: string }): string {
  return danishDate(turn.now);
}

/** What deciding on a case needs. `members` are those of the case's owner, where a colleague may be named. */
export function caseContext(
  deps: Pick<Dependencies, 'calendar' | 'settingsOf'>,
  now: string,
  members: readonly Person[] = [],
): CaseContext {
  return {
    now,
    calendar: deps.calendar,
    settingsOf: deps.settingsOf,
    memberOf: (organisation, typed) => findMember(members, organisation, typed),
  };
}

function findMember(
  members: readonly Person[],
  organisation: OrganisationId,
  typed: string,
): ActorRef | undefined {
  const wanted = typed.trim().replace(/^@/, '').toLowerCase();
  const byId = members.find(({ id }) => id === typed.trim());
  const named = members.filter(({ name }) => name.toLowerCase() === wanted);
  const first = members.filter(({ name }) => name.toLowerCase().split(/\s+/).includes(wanted));
  const found = byId ?? (named.length === 1 ? named[0] : first.length === 1 ? first[0] : undefined);
  return found && { person: found.id, name: found.name, organisation };
}

/** How the reader of this turn's answer stands to a case. */
function viewerOf(turn: Turn, kase: Case): Viewer {
  const verbs = verbsFor(kase, turn.actor, caseContext(turn.deps, turn.now));
  const relation = turn.inbound.audience === 'conversation' ? 'channel' : relationTo(kase, turn.actor);
  return { relation, organisation: turn.actor.organisation, verbs };
}

/** A case as the reader of this turn may see it. */
export async function caseAnswer(
  turn: Turn,
  kase: Case,
  more: {
    readonly notice?: Notice;
    readonly problems?: readonly FieldProblem[];
    readonly card?: CardKind;
  } = {},
): Promise<Answer> {
  const relation = relationTo(kase, turn.actor);
  if (relation === 'other') {
    const mayAdd = viewerOf(turn, kase).verbs.includes('case.add-contact');
    return { kind: 'running-case', running: runningOf(kase), notice: more.notice ?? null, mayAdd };
  }
  return {
    kind: 'case',
    card: more.card ?? cardOf(kase, turn.actor.organisation),
    case: kase,
    history: turn.inbound.audience === 'person' ? await turn.stores.history.of(kase.id) : [],
    viewer: viewerOf(turn, kase),
    now: turn.now,
    notice: more.notice ?? null,
    problems: more.problems ?? [],
  };
}

/** What the person who gave a verb is told once it went through. */
export function doneNotice(verb: CaseVerb, { case: kase, history: [{ event }] }: Change): Notice {
  return noticeOf('done', { verb, event, caseId: kase.id });
}

/** Which card of a case an organisation sees: the one that asks something of it. */
export function cardOf(kase: Case, organisation: OrganisationId): CardKind {
  if (kase.status === 'offered' && kase.handovers.at(-1)?.to === organisation) return 'handover';
  if (kase.followUp?.organisation === organisation && kase.status === 'closed') return 'follow-up';
  return 'case';
}

/** A case as everybody may see it. */
export function runningOf(kase: Case): RunningCase {
  return {
    caseId: kase.id,
    owner: kase.owner,
    since: kase.createdAt,
    status: kase.status,
    assignee: kase.assignee?.name ?? null,
    ours: true,
  };
}

/** A refusal as an answer. */
export function refused<const Code extends RefusalCode>(code: Code, params?: ParamsOf<Code>): Answer {
  return { kind: 'refused', refusal: params === undefined ? { code } : { code, params } };
}

/** A notice as an answer, with the parameters that its code takes. */
export function notice<Code extends NoticeCode>(code: Code, ...params: NoticeArguments<Code>): Answer {
  return { kind: 'notice', notice: noticeOf(code, ...params) };
}
