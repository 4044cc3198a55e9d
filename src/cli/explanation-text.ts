import { decisionRows } from '../../cards/views/decision-rows.ts';
import { listOf } from '../../dialogs/list-of.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Decision } from '../core/triage/decision.ts';
import type { AdditionTrace, Explanation, OwnerTrace } from '../core/triage/explain.ts';
import type { Language } from '../core/vocabulary.ts';

/** An explanation of a decision as text. `day` (ISO date) decides which name of an actor is valid. */
export function explanationText(explanation: Explanation, language: Language, day: string): string {
  const { decision, owners, additions } = explanation;
  const { explanation: words } = sentencesIn(language);
  return [
    ...decisionLines(decision, language, day),
    '',
    words.owners,
    ...owners.map((trace) => ownerLine(trace, language)),
    '',
    words.additions,
    ...additions.map((trace) => additionLine(trace, language)),
  ].join('\n');
}

function decisionLines(decision: Decision, language: Language, day: string): string[] {
  const rows = decisionRows(decision, language, day);
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, text]) => `${label.padEnd(width)}  ${text}`);
}

function ownerLine({ rule, state, because }: OwnerTrace, language: Language): string {
  const { explanation, labels } = sentencesIn(language);
  const id = rule.id.padEnd(4);
  switch (state) {
    case 'decided':
      return `  ✓ ${id}${rule[language]} (${labels.strength[rule.strength]}; ${rule.source})`;
    case 'did-not-fit': {
      const lacking = listOf(
        because.map((condition) => condition[language]),
        language,
      );
      return `  – ${id}${explanation.doesNotFit} ${lacking}`;
    }
    case 'not-reached':
      return `  · ${id}${explanation.fitsToo}`;
    default: {
      const never: never = state;
      return never;
    }
  }
}

function additionLine({ rule, fired, says }: AdditionTrace, language: Language): string {
  const { explanation, labels } = sentencesIn(language);
  const id = rule.id.padEnd(4);
  return fired
    ? `  ✓ ${id}${rule[language]} (${labels.strength[rule.strength]}; ${rule.source})`
    : `  – ${id}${explanation.onlyFor}: ${says[language]}`;
}
