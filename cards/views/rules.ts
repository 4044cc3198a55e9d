import { listOf } from '../../dialogs/list-of.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { AdditionTrace, Explanation, OwnerTrace } from '../../src/core/triage/explain.ts';
import type { TriageFacts } from '../../src/core/triage/facts.ts';
import { sourceNames } from '../../src/core/triage/sources.ts';
import {
  AREAS,
  DEPTHS,
  ENTRIES,
  type Language,
  MATURITIES,
  SEGMENTS,
  STAGES,
} from '../../src/core/vocabulary.ts';
import type { Choice, Fact, Input } from '../view.ts';
import { decisionRows } from './decision-rows.ts';
import { municipalityChoices } from './inputs.ts';

/** A rule of triage with what became of it. */
export interface RuleRow {
  readonly id: string;
  readonly text: string;
  /** `fired`: it holds for this decision; `earlier`: it fits too, but an earlier rule has decided. */
  readonly state: 'fired' | 'earlier' | 'did-not-fit';
  /** Why it did not fire: what would have to be so. */
  readonly why?: string;
  readonly source?: string;
}

/** A decision with the facts it was made from, every rule, and why each fired or not. */
export interface RulesView {
  readonly language: Language;
  readonly facts: readonly Input[];
  readonly decision: readonly Fact[];
  readonly owners: { readonly title: string; readonly rows: readonly RuleRow[] };
  readonly additions: { readonly title: string; readonly rows: readonly RuleRow[] };
}

function choicesOf<Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, string>>,
): readonly Choice[] {
  return codes.map((value) => ({ value, title: labels[value] }));
}

/** The facts as inputs, whose names are those of the query that asks for a decision. */
function factInputs(facts: TriageFacts, language: Language): readonly Input[] {
  const { caseLabels, labels, registration } = sentencesIn(language);
  const { field } = caseLabels;
  const choice = (
    id: string,
    label: string,
    value: string | undefined,
    choices: readonly Choice[],
  ): Input => ({
    kind: 'choice',
    id,
    label,
    value: value === undefined ? [] : [value],
    choices,
  });
  const yesNo = Object.entries(registration.yesNo).map(([value, title]) => ({ value, title }));
  const [need] = facts.needs ?? [];
  const crisis = facts.crisis === undefined ? undefined : String(facts.crisis);
  return [
    choice('municipality', field.municipality, facts.municipality, municipalityChoices()),
    choice('entry', field.entry, facts.entry, choicesOf(ENTRIES, labels.entry)),
    choice('stage', field.stage, facts.stage, choicesOf(STAGES, labels.stage)),
    choice('maturity', field.maturity, facts.maturity, choicesOf(MATURITIES, labels.maturity)),
    choice('segment', field.segment, facts.segment, choicesOf(SEGMENTS, labels.segment)),
    choice('area', field.areas, need?.area, choicesOf(AREAS, labels.area)),
    choice('depth', field.depth, need?.depth, choicesOf(DEPTHS, labels.depth)),
    choice('crisis', field.crisis, crisis, yesNo),
  ];
}

function ownerRow({ rule, state, because }: OwnerTrace, language: Language): RuleRow {
  const { explanation, labels } = sentencesIn(language);
  const row = { id: rule.id, text: rule[language] };
  switch (state) {
    case 'decided':
      return {
        ...row,
        state: 'fired',
        source: `${labels.strength[rule.strength]}; ${sourceNames(rule.source, language)}`,
      };
    case 'did-not-fit': {
      const lacking = because.map((condition) => condition[language]);
      return { ...row, state: 'did-not-fit', why: `${explanation.doesNotFit} ${listOf(lacking, language)}` };
    }
    case 'not-reached':
      return { ...row, state: 'earlier', why: explanation.fitsToo };
    default: {
      const never: never = state;
      return never;
    }
  }
}

function additionRow({ rule, fired, says }: AdditionTrace, language: Language): RuleRow {
  const { explanation, labels } = sentencesIn(language);
  const row = { id: rule.id, text: rule[language] };
  return fired
    ? {
        ...row,
        state: 'fired',
        source: `${labels.strength[rule.strength]}; ${sourceNames(rule.source, language)}`,
      }
    : { ...row, state: 'did-not-fit', why: `${explanation.onlyFor}: ${says[language]}` };
}

/** A decision with every rule, in a language. `day`: ISO date. */
export function rulesView(
  facts: TriageFacts,
  { decision, owners, additions }: Explanation,
  language: Language,
  day: string,
): RulesView {
  const { explanation } = sentencesIn(language);
  return {
    language,
    facts: factInputs(facts, language),
    decision: decisionRows(decision, language, day).map(([label, value]) => ({ label, value })),
    owners: { title: explanation.owners, rows: owners.map((trace) => ownerRow(trace, language)) },
    additions: { title: explanation.additions, rows: additions.map((trace) => additionRow(trace, language)) },
  };
}
