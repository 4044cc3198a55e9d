import { type Answer, refused } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import { openFollowUp, openHandover } from '../core/case/derived.ts';
import { nextStepOf } from '../core/case/next-step.ts';
import { redactedCase } from '../core/case/redacted-case.ts';
import { coordinates } from '../core/case/relation.ts';
import { listedTask } from '../core/case/tasks.ts';
import { commonView, sightOf } from '../core/case/visibility.ts';
import type { CaseLine } from '../core/case-line.ts';
import type { CaseFilter, Command } from '../core/command.ts';
import type { Draft } from '../core/intake/draft.ts';
import { sharedValues } from '../core/intake/shared-values.ts';
import type { SettingsLookup } from '../core/triage/settings.ts';
import type { AnswerReader } from './case-card.ts';
import type { Turn } from './turn.ts';

/** Lines on one page of `sager`. */
const PAGE = 8;
/** Cases that are sent to the CRM again in one turn: the hourly look finds the rest. */
const MOST_AGAIN = 200;

/** `sager`: mine, my organisation's, due soon, broken, not delivered, not in the CRM. */
export async function showCases(
  turn: Turn,
  { filter, page = 1, again }: Omit<Extract<Command, { name: 'cases' }>, 'name'>,
): Promise<Answer> {
  if (again && !coordinates(turn.actor))
    return refused('coordinators-only', { organisation: turn.actor.organisation });
  const sentAgain = again ? await sendToCrmAgain(turn) : 0;
  const list = await listCases(turn, filter, page);
  return list.filter === 'not-in-crm' && coordinates(turn.actor) ? { ...list, sentAgain } : list;
}

/** Sends what the CRM lacks of the office's cases once more, put aside or not. Resolves with how many cases. */
async function sendToCrmAgain({ stores, person, actor, now }: Turn): Promise<number> {
  const { organisation } = actor;
  const query = {
    filter: 'not-in-crm',
    person: person.id,
    organisation,
    now,
    limit: MOST_AGAIN,
    offset: 0,
  } as const;
  const { cases } = await stores.cases.list(query);
  for (const { id } of cases) {
    const released = await stores.outbox.unpark(id, 'crm', now);
    const waits = (await stores.outbox.undeliveredAbout(id)).some(({ kind }) => kind === 'crm.save');
    if (released.length === 0 && !waits) await stores.outbox.add(id, [{ kind: 'crm.save' }], now);
  }
  return cases.length;
}

async function listCases(
  turn: Turn,
  filter: CaseFilter | undefined,
  page: number,
): Promise<Extract<Answer, { kind: 'cases' }>> {
  const chosen = filter ?? (turn.inbound.conversation.kind === 'personal' ? 'mine' : 'office');
  const query = {
    filter: chosen,
    person: turn.person.id,
    organisation: turn.actor.organisation,
    now: turn.now,
    limit: PAGE,
  };
  const first = await turn.stores.cases.list({ ...query, offset: (page - 1) * PAGE });
  const pages = Math.max(1, Math.ceil(first.total / PAGE));
  const shown = Math.min(page, pages);
  const found =
    shown === page ? first : await turn.stores.cases.list({ ...query, offset: (shown - 1) * PAGE });
  const drafts = chosen === 'mine' && shown === 1 ? await draftsOf(turn) : [];
  return {
    kind: 'cases',
    filter: chosen,
    lines: [
      ...drafts.map((draft) => draftLine(draft, turn)),
      ...found.cases.map((kase) => lineFor(kase, turn, chosen)),
    ],
    page: shown,
    pages,
    total: found.total,
    now: turn.now,
  };
}

/** Drafts that were set aside and are listed, at most. */
const MOST_ASIDE = 5;

/** The person's unfinished drafts: the active one, then those set aside. */
async function draftsOf({ stores, person }: Turn): Promise<readonly Draft[]> {
  const active = await stores.drafts.active(person.id);
  return [...(active ? [active] : []), ...(await stores.drafts.setAside(person.id, MOST_ASIDE))];
}

/** A case as a line of a list, as the turn's reader may see it. */
export function lineOf(kase: Case, { actor, inbound, deps, now }: Turn): CaseLine {
  const reader = { actor, shared: inbound.audience === 'conversation' };
  return caseLine(kase, reader, { settingsOf: deps.settingsOf, now });
}

/**
 * A line of what the reader has sent says how their own offer stands, one of the follow-ups or tasks what the office is to do;
 * others say what the case is about to need.
 */
function lineFor(kase: Case, turn: Turn, filter: CaseFilter): CaseLine {
  const line = lineOf(kase, turn);
  if (filter === 'follow-up') return { ...line, next: undefined, followUp: openFollowUp(kase) };
  if (filter === 'tasks') return { ...line, next: undefined, task: listedTask(kase) };
  if (filter !== 'referrals') return line;
  const own = kase.handovers.findLast(({ offeredBy }) => offeredBy.person === turn.person.id);
  if (!own) return line;
  const { to, state, reasonCode } = own;
  return { ...line, referral: { to, state, reasonCode } };
}

/** A case as a line of a list, as its reader may see it. */
export function caseLine(
  kase: Case,
  { actor, shared }: AnswerReader,
  { settingsOf, now }: { readonly settingsOf: SettingsLookup; readonly now: string },
): CaseLine {
  const own = sightOf(kase, actor, settingsOf);
  const sees = shared ? commonView(own, kase) : own;
  const { values, assignee, priority } = redactedCase(kase, sees);
  const { promise } = kase;
  return {
    caseId: kase.id,
    title: values.companyName ?? values.contactName ?? null,
    municipality: values.municipality ?? null,
    status: kase.status,
    owner: kase.owner,
    offeredTo: openHandover(kase)?.to ?? null,
    assignee,
    dueAt: promise.dueAt,
    answeredAt: promise.answeredAt,
    broken: promise.broken || (promise.answeredAt === null && promise.dueAt < now),
    urgent: priority === 'urgent',
    standing: values.standing,
    ...(sees.outline && { areas: values.areas, next: nextStepOf(kase, actor.organisation) }),
  };
}

function draftLine(draft: Draft, { inbound }: Turn): CaseLine {
  const { companyName } = inbound.audience === 'conversation' ? sharedValues(draft.values) : draft.values;
  return {
    caseId: draft.id,
    title: companyName ?? null,
    municipality: draft.values.municipality ?? null,
    status: 'draft',
    owner: draft.organisation,
    offeredTo: null,
    assignee: null,
    dueAt: null,
    answeredAt: null,
    broken: false,
    urgent: draft.values.crisis === true,
    standing: draft.values.standing,
  };
}
