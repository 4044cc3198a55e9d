import { listOf } from '../../dialogs/list-of.ts';
import { programmeReasonWords } from '../../dialogs/programmes.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { organisationName } from '../../src/core/organisation.ts';
import { actorOn } from '../../src/core/triage/actors.ts';
import type { Decision } from '../../src/core/triage/decision.ts';
import type { Language } from '../../src/core/vocabulary.ts';

/** A decision as rows of a label and a text, with the rule behind each. `day` (ISO date) decides which name of an actor is valid. */
export function decisionRows(
  decision: Decision,
  language: Language,
  day: string,
): readonly (readonly [label: string, text: string])[] {
  const { actorNames, explanation, labels } = sentencesIn(language);
  const { owner, plan, priority, answerByHours } = decision;
  const rows: [string, string][] = [
    [explanation.owner, ownerWords(owner, language, day)],
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
  return rows;
}

/** Whose a case is by a decision, with the rule that says so. `day`: ISO date. */
export function ownerWords(
  { organisation, rule }: Decision['owner'],
  language: Language,
  day: string,
): string {
  const { actorNames } = sentencesIn(language);
  const name =
    organisation === 'digital' ? actorNames[actorOn('digital', day).name] : organisationName(organisation);
  return `${name} (${rule})`;
}
