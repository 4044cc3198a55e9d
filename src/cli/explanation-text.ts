import { listOf } from '../../dialogs/list-of.ts';
import { programmeReasonWords } from '../../dialogs/programmes.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { organisationName } from '../core/organisation.ts';
import { actorOn } from '../core/triage/actors.ts';
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
  const { actorNames, explanation, labels } = sentencesIn(language);
  const { owner, plan, priority, answerByHours } = decision;
  const name =
    owner.organisation === 'digital'
      ? actorNames[actorOn('digital', day).name]
      : organisationName(owner.organisation);
  const rows: [string, string][] = [
    [explanation.owner, `${name} (${owner.rule})`],
    [explanation.plan, labels.plan[plan]],
    [explanation.answer, `${explanation.within(answerByHours)} (${labels.priority[priority]})`],
  ];
  if (decision.greyZone) rows.push([explanation.greyZone, explanation.yes]);
  if (decision.provisional) rows.push([explanation.provisional, explanation.guessed]);
  if (decision.missing.length > 0) {
    rows.push([
      explanation.missing,
      listOf(
        decision.missing.map((fact) => labels.missing[fact]),
        language,
      ),
    ]);
  }
  for (const { actor, when, area, rule } of decision.referrals) {
    const about = area === undefined ? '' : `, ${labels.area[area]}`;
    rows.push([
      explanation.referTo,
      `${actorNames[actorOn(actor, day).name]}, ${labels.referralTime[when]}${about} (${rule})`,
    ]);
  }
  if (decision.services.length > 0) rows.push([explanation.services, decision.services.join(', ')]);
  for (const { name: programme, eligible, why, rule } of decision.programmes) {
    const verdict = { true: explanation.yes, false: explanation.no, check: explanation.check }[`${eligible}`];
    const because = why === undefined ? '' : `, ${programmeReasonWords(why, language)}`;
    rows.push([explanation.programme, `${programme}: ${verdict}${because} (${rule})`]);
  }
  const tools = decision.selfHelp.map(({ tool }) => labels.selfHelp[tool]);
  if (tools.length > 0) rows.push([explanation.selfHelp, tools.join(', ')]);
  for (const warning of decision.warnings) rows.push([explanation.warning, labels.warning[warning]]);
  for (const note of decision.notes) rows.push([explanation.note, labels.note[note]]);
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
