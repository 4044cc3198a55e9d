import type { Answer, CallerMessage, TypedVerb, Viewer } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseContext, Change } from '../core/case/case-change.ts';
import { openFollowUp } from '../core/case/derived.ts';
import type { CardKind } from '../core/case/effects.ts';
import type { HistoryEntry } from '../core/case/events.ts';
import { localNotes } from '../core/case/local-notes.ts';
import { redactedCase, redactedHistory, redactedNotice } from '../core/case/redacted-case.ts';
import { relationTo } from '../core/case/relation.ts';
import { taskOf } from '../core/case/tasks.ts';
import { handoverFormOf, stillAsksGrowthWheel } from '../core/case/to-house.ts';
import { spentReceivers } from '../core/case/verbs/common-steps.ts';
import type { CaseVerb } from '../core/case/verbs/index.ts';
import { verbsFor } from '../core/case/verbs/table.ts';
import { commonView, sightOf, type Visibility } from '../core/case/visibility.ts';
import { danishDate } from '../core/danish-date.ts';
import type { FieldProblem } from '../core/intake/draft.ts';
import { ownServicesOf } from '../core/local-offer.ts';
import { type Notice, noticeOf } from '../core/notice.ts';
import { catalogueOf } from '../core/offers/catalogue.ts';
import { type ToolLinks, toolLinksOf } from '../core/offers/tool-links.ts';
import { actorOf, houseOf, type OrganisationId } from '../core/organisation.ts';
import type { Actor } from '../core/person.ts';
import type { RunningCase } from '../core/running-case.ts';
import { caseContext } from './case-context.ts';
import { withChats } from './chats.ts';
import { noteReads } from './note-read.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import type { Turn } from './turn.ts';

/** Who reads a case. `shared`: everybody in a conversation reads the same card, so it is the common view. */
export interface AnswerReader {
  readonly actor: Actor;
  readonly shared: boolean;
}

/** What a case's card shows besides the case. `card` left out or null: the one that asks something of the reader. */
interface CardParts {
  readonly card?: CardKind | null;
  readonly notice?: Notice | null;
  readonly problems?: readonly FieldProblem[];
  readonly history?: readonly HistoryEntry[];
  readonly caller?: CallerMessage | null;
  readonly typed?: TypedVerb | undefined;
  readonly toolLinks?: ToolLinks | undefined;
}

/** The reader of a case: their relation to it, what they may see, and what they may do. */
export function viewerOf(
  kase: Case,
  { actor, shared }: AnswerReader,
  context: CaseContext,
  toolLinks?: ToolLinks,
): Viewer {
  const { organisation } = actor;
  const relation = relationTo(kase, actor, context.settingsOf);
  const sees = sightOf(kase, actor, context.settingsOf);
  return {
    relation: shared && relation !== 'other' ? 'channel' : relation,
    sees: shared ? commonView(sees, kase) : sees,
    organisation,
    verbs: verbsFor(kase, actor, context),
    spent: spentReceivers(kase, context),
    local: sees.outline ? localNotes(kase.values.municipality, organisation, context.settingsOf) : undefined,
    ownServices: ownServicesFor(kase, organisation, context),
    toHouse: toHouseOf(kase, organisation, context),
    ...(toolLinks && { toolLinks }),
  };
}

/** The services that the reader's organisation can register on the case beside the common list. */
function ownServicesFor(
  { values: { municipality } }: Case,
  reader: OrganisationId,
  { settingsOf }: CaseContext,
): readonly string[] {
  return municipality === undefined ? [] : ownServicesOf(reader, municipality, settingsOf(municipality));
}

/** What a local office that owns the case is asked and offered first when it brings the Erhvervshus in. */
function toHouseOf(kase: Case, reader: OrganisationId, { settingsOf }: CaseContext): Viewer['toHouse'] {
  const {
    owner,
    values: { municipality },
    priority,
  } = kase;
  if (owner !== reader || municipality === undefined || actorOf(owner) !== 'les') return undefined;
  const to = houseOf(municipality);
  return {
    asksTool: stillAsksGrowthWheel(kase, to, [], settingsOf),
    form: handoverFormOf({ from: owner, to, municipality, priority }, undefined, settingsOf),
  };
}

/** A case's card as its reader may see it now: the one maker of that answer, in a turn and outside one. */
export function caseAnswerFor(
  kase: Case,
  reader: AnswerReader,
  context: CaseContext,
  { card, notice = null, problems = [], history = [], caller = null, typed, toolLinks }: CardParts = {},
): Answer {
  const viewer = viewerOf(kase, reader, context, toolLinks);
  return {
    kind: 'case',
    card: card ?? cardAskingOf(reader.actor.organisation, kase),
    case: redactedCase(kase, viewer.sees),
    history: redactedHistory(history, viewer.sees),
    viewer,
    now: context.now,
    notice: notice && redactedNotice(notice, viewer.sees),
    problems,
    caller,
    ...(typed && { typed }),
  };
}

/** A case as the reader of this turn may see it: where that is only that the company is served, it is said in a line. */
export async function caseAnswer(
  turn: Turn,
  kase: Case,
  parts: Omit<CardParts, 'history'> = {},
): Promise<Answer> {
  const { actor, deps, now, stores } = turn;
  const context = caseContext(deps, now);
  const shared = turn.inbound.audience === 'conversation';
  await noteReads(turn, [kase], 'read');
  const sees = sightOf(kase, actor, context.settingsOf);
  if (!sees.outline) {
    const mayAdd = verbsFor(kase, actor, context).includes('case.add-contact');
    const running = runningCaseOf(kase, sees);
    const { notice = null } = parts;
    const answer: Answer = { kind: 'running-case', running, notice, mayAdd };
    return shared ? answer : withChats(answer, readerOf(turn), stores);
  }
  const history = shared ? [] : await stores.history.of(kase.id);
  const toolLinks = await toolLinksFor(kase, stores, now);
  const answer = caseAnswerFor(kase, { actor, shared }, context, { ...parts, history, toolLinks });
  return withChats(answer, readerOf(turn), stores);
}

/** Where the tools of a case's card are found; undefined where it shows none, so that nothing is read. */
export async function toolLinksFor(
  { decision, selfHelp = [] }: Case,
  stores: Pick<ReadStores, 'offers'>,
  now: string,
): Promise<ToolLinks | undefined> {
  if (decision.selfHelp.length + selfHelp.length === 0) return undefined;
  return toolLinksOf(catalogueOf(await stores.offers.all()), danishDate(now));
}

/** The reader of a turn's answer, by the identities that the channel of the turn vouches for. */
export function readerOf({ person, inbound }: Turn) {
  return { id: person.id, identities: [inbound.person.identity, ...(inbound.person.aliases ?? [])] };
}

/** The notice to the person whose verb went through. */
export function doneNotice(verb: CaseVerb, { case: kase, history: [line] }: Change): Notice {
  const event = line.event === 'undone' ? line.details.what : line.event;
  return noticeOf('done', { verb, event, caseId: kase.id });
}

/** The kind of card that asks something of the organisation: an offer to answer, a follow-up, else the plain card. */
function cardAskingOf(organisation: OrganisationId, kase: Case): CardKind {
  if (kase.status === 'offered' && kase.handovers.at(-1)?.to === organisation) return 'handover';
  if (openFollowUp(kase)?.organisation === organisation && kase.owner !== organisation) return 'follow-up';
  if (taskOf(kase, organisation)?.state === 'open' && kase.owner !== organisation) return 'task';
  return 'case';
}

/** A running case of our own as a reader may see it. */
export function runningCaseOf(kase: Case, { colleagues }: Visibility): RunningCase {
  return {
    caseId: kase.id,
    owner: kase.owner,
    since: kase.createdAt,
    status: kase.status,
    assignee: colleagues ? (kase.assignee?.name ?? null) : null,
    ...(colleagues && kase.assignee && { assigneeId: kase.assignee.person }),
    ours: true,
    hasBasis: kase.basis !== null,
  };
}
