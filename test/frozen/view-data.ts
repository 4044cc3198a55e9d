import type { Answer, Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { FieldProblem } from '../../src/core/intake/draft.ts';
import type { Notice } from '../../src/core/notice.ts';
import type { Refusal } from '../../src/core/result.ts';
import type { RunningCase } from '../../src/core/running-case.ts';

/** Answers and drawings as data without sentences: codes, verbs, inputs, and which facts can be read. */

/** The object without properties that are absent, empty or false. */
export function filled(all: object): object {
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        value !== false &&
        !(Array.isArray(value) && value.length === 0) &&
        !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  );
}

const coded = ({ code, params }: Notice | Refusal): object => filled({ code, ...Object(params) });
const problemOf = ({ field, refusal }: FieldProblem): string => `${field}: ${refusal.code}`;
const runningOf = ({ caseId, owner, status }: RunningCase): string => `${caseId} ${status} at ${owner}`;

/** An intake's values; the description's text is left out, since it is recorded as a fact. */
function valuesOf(values: object): object {
  const { description, ...others } = values as { readonly description?: string };
  const all = { ...others, ...(description !== undefined && { description: 'as typed' }) };
  // Teams and Slack send a form's inputs in different orders.
  return filled(Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => a.localeCompare(b))));
}

function caseOf(kase: Case, { relation }: Viewer): object {
  const { id, revision, status, owner } = kase;
  return { case: `${id} r${revision} ${status}`, owner, for: relation };
}

/** An answer of the application, as codes. */
export function answerData(answer: Answer): object {
  switch (answer.kind) {
    case 'welcome':
    case 'help':
      return { kind: answer.kind };
    case 'settings':
      return { kind: answer.kind, organisation: answer.office.organisation };
    case 'setting':
      return {
        kind: answer.kind,
        organisation: answer.office.organisation,
        setting: answer.row.key,
      };
    case 'setting-change':
      return {
        kind: answer.kind,
        change: answer.change.id,
        state: answer.change.state,
        side: answer.side,
      };
    case 'notice':
      return { kind: answer.kind, ...coded(answer.notice) };
    case 'refused':
      return { kind: answer.kind, ...coded(answer.refusal) };
    case 'intake-form':
      return filled({
        kind: answer.kind,
        revision: answer.draft.revision,
        values: valuesOf(answer.draft.values),
        problems: answer.problems.map(problemOf),
        candidates: answer.candidates.map(({ cvr }) => cvr),
      });
    case 'resume-offer':
      return { kind: answer.kind, values: valuesOf(answer.draft.values) };
    case 'question':
      return filled({
        kind: answer.kind,
        asks: answer.question,
        problem: answer.problem && problemOf(answer.problem),
        help: answer.help,
        running: answer.running && runningOf(answer.running),
        offered: answer.draft.offered,
        candidates: answer.candidates?.map(({ cvr }) => cvr),
      });
    case 'decision': {
      const { owner, plan, priority, answerByHours, missing, greyZone, joinsRunning } = answer.decision;
      const { warnings, notes, referrals } = answer.decision;
      return filled({
        kind: answer.kind,
        owner: `${owner.organisation} by ${owner.rule}`,
        plan,
        priority,
        answerByHours,
        greyZone,
        joinsRunning,
        missing,
        warnings,
        notes,
        referrals: referrals.map(({ actor, when }) => `${actor} ${when}`),
        values: valuesOf(answer.draft.values),
        override: answer.draft.override?.organisation,
        basisNeeded: answer.basisNeeded,
        running: answer.running && runningOf(answer.running),
        problems: answer.problems.map(problemOf),
      });
    }
    case 'case':
      return filled({
        kind: `${answer.kind}, as ${answer.card} card`,
        ...caseOf(answer.case, answer.viewer),
        notice: answer.notice && coded(answer.notice),
        problems: answer.problems.map(problemOf),
      });
    case 'case-line':
      return filled({
        kind: answer.kind,
        ...caseOf(answer.case, answer.viewer),
        notice: coded(answer.notice),
        inThread: answer.inThread,
      });
    case 'cases':
      return filled({
        kind: answer.kind,
        filter: answer.filter,
        lines: answer.lines.map(({ caseId, status, owner }) => `${caseId} ${status} at ${owner}`),
        total: answer.total,
      });
    case 'found':
      return filled({
        kind: answer.kind,
        searched: [answer.searched.words, answer.searched.number].join(' ').trim(),
        lines: answer.lines.map(({ caseId, status, owner }) => `${caseId} ${status} at ${owner}`),
        known: answer.known.map(runningOf),
      });
    case 'overview':
      return filled({
        kind: answer.kind,
        counts: answer.counts.map(({ filter, total }) => `${filter} ${total}`),
        lines: answer.lines.map(({ caseId, status, owner }) => `${caseId} ${status} at ${owner}`),
        daily: answer.daily ?? undefined,
      });
    case 'digest':
      return { kind: answer.kind, month: answer.month, lines: answer.lines.length };
    case 'figures':
      return {
        kind: answer.kind,
        periods: answer.periods.map(({ period }) => `${period.from} to ${period.to}`),
      };
    case 'absence':
      return filled({
        kind: answer.kind,
        until: answer.own?.until,
        away: answer.away?.map(({ until }) => until),
      });
    case 'terms':
      return { kind: answer.kind, terms: answer.terms };
    case 'outreach-look':
    case 'outreach':
      return { kind: answer.kind, company: answer.contact.company.cvr, contacts: answer.contacts.length };
    case 'outreach-list':
      return { kind: answer.kind, lines: answer.lines.length };
    case 'advisers':
      return { kind: answer.kind, shown: answer.shown.map(({ adviser }) => adviser.id) };
    case 'offers':
      return { kind: answer.kind, offers: answer.offers.map(({ id }) => id) };
    case 'rule':
      return { kind: answer.kind, rule: answer.rule };
    case 'door':
      return { kind: answer.kind, area: answer.area, rules: answer.ways.map(({ reason }) => reason.rule) };
    case 'office':
      return { kind: answer.kind, organisation: answer.office.organisation, matter: answer.matter };
    case 'small-talk':
      return { kind: answer.kind, about: answer.about };
    case 'which':
      return { kind: answer.kind };
    case 'running-case':
      return filled({
        kind: answer.kind,
        running: runningOf(answer.running),
        notice: answer.notice && coded(answer.notice),
        mayAdd: answer.mayAdd,
      });
    default: {
      const never: never = answer;
      return never;
    }
  }
}

/** Something that a platform shows, before its sentences are taken out. */
export interface Shown {
  /** Who reads it: a person, or everybody in an office's channel. */
  readonly to: string;
  readonly as: string;
  /** Who is shown their own version of it instead, where the platform can do that. */
  readonly freshFor?: readonly string[] | undefined;
  /** Verbs of its buttons, in order. */
  readonly buttons: readonly string[];
  /** Inputs that stand open on it, with what they hold. */
  readonly inputs: readonly (readonly [id: string, value: string])[];
  readonly words: string;
}

const bare = (text: string) => text.replace(/\s/g, '').toLowerCase();

/** A drawing as data. `reads` names the facts that can be read on it; `facts` maps each fact's text to its name. */
export function shownData(
  { to, as, freshFor, buttons, inputs, words }: Shown,
  facts: ReadonlyMap<string, string>,
): object {
  const read = bare(words);
  const readable = [...facts].filter(([value]) => read.includes(bare(value))).map(([, name]) => name);
  return filled({
    to,
    as,
    freshFor: freshFor?.toSorted(),
    reads: [...new Set(readable)].toSorted(),
    // Joined, because YAML gives each item of a long list a line of its own.
    buttons: buttons.join(' '),
    inputs: inputs
      .map(([id, value]) => {
        if (value === '' || value === 'false') return id;
        return `${id}=${facts.has(value) ? `(${facts.get(value)})` : value}`;
      })
      .join(' '),
  });
}
