import { ACTIVE_STATUSES } from '../core/case/derived.ts';
import { receiverOf } from '../core/case/open-case.ts';
import { sightOf } from '../core/case/visibility.ts';
import type { Draft } from '../core/intake/draft.ts';
import { controlAreas, nextQuestion } from '../core/intake/next-question.ts';
import { toFacts } from '../core/intake/to-facts.ts';
import { type ToolLinks, toolLinksOf } from '../core/offers/tool-links.ts';
import { actorOf, type OrganisationId } from '../core/organisation.ts';
import type { RunningCase } from '../core/running-case.ts';
import { decide } from '../core/triage/decide.ts';
import type { Decision } from '../core/triage/decision.ts';
import { AGREED_RULES } from '../core/triage/rules/rule-set.ts';
import type { Area } from '../core/vocabulary.ts';
import { runningCaseOf } from './case-card.ts';
import { catalogueNow } from './offers/show-offers.ts';
import type { ServedCase } from './ports/crm.ts';
import { today, type Work } from './turn.ts';

/**
 * The company's running case: our own, or one in the CRM that other systems write to (O2). Null where there is none.
 */
export async function findRunningCase(turn: Work, draft: Draft): Promise<RunningCase | null> {
  const { cvr } = draft.values;
  if (cvr === undefined) return null;
  for (const own of await turn.stores.cases.running(cvr)) {
    const sees = sightOf(own, turn.actor, turn.deps.settingsOf);
    // Nobody else may learn whom a person's case is about: they get a case of their own.
    if (sees.number) return runningCaseOf(own, sees);
  }
  const ours = async (record: ServedCase) => (await turn.stores.cases.get(record.caseId)) !== undefined;
  for (const record of turn.lookups.inCrm) {
    // The CRM may lag behind, so its records of our own cases are ignored.
    const status = ACTIVE_STATUSES.find((one) => one === record.status);
    if (!status || (await ours(record))) continue;
    return {
      caseId: record.caseId,
      owner: record.owner,
      since: record.createdAt,
      status,
      assignee: record.assignee,
      ours: false,
    };
  }
  return null;
}

/** An organisation as the facts of triage name an owner. */
const ownerAt = (organisation: OrganisationId) => ({ actor: actorOf(organisation), organisation });

/** The result of triage of a draft. */
export interface Triaged {
  /** Null while the municipality is unknown. */
  readonly decision: Decision | null;
  readonly running: RunningCase | null;
  /** The guide's next question; null where none is left. */
  readonly question: string | null;
  /** The needs whose control question is open. */
  readonly controls: readonly Area[];
  readonly toolLinks: ToolLinks;
}

/** Triages a draft as it now is. */
export async function triage(turn: Work, draft: Draft): Promise<Triaged> {
  const running = await findRunningCase(turn, draft);
  const day = today(turn);
  const facts = toFacts(draft, running && { id: running.caseId, owner: ownerAt(running.owner) }, day);
  const { settingsOf } = turn.deps;
  const decideNow = (one: NonNullable<typeof facts>) => decide(one, settingsOf, day);
  const shared = (decision: Decision) =>
    receiverOf(decision, draft.override, draft.organisation) !== draft.organisation;
  const catalogue = facts ? await catalogueNow(turn) : null;
  return {
    decision: facts && catalogue ? decide(facts, settingsOf, day, AGREED_RULES, catalogue) : null,
    toolLinks: catalogue ? toolLinksOf(catalogue, day) : {},
    running,
    question: nextQuestion(draft, facts, decideNow, shared),
    controls: facts && draft.override === null ? controlAreas(draft, facts, decideNow) : [],
  };
}

/**
 * The decision with the owner that a consultant chose instead, if any. `rule` stays the rule that named the first
 * owner; what only the house of that rule would do is not said of a local office.
 */
export function shownDecision(decision: Decision, draft: Draft): Decision {
  const chosen = draft.override?.organisation;
  if (chosen === undefined) return decision;
  const actor = actorOf(chosen);
  const notes = decision.notes.filter((note) => note !== 'report-back-to-les' || actor === 'ehm');
  return { ...decision, notes, owner: { ...decision.owner, actor, organisation: chosen } };
}
