import {
  AREA_LABELS,
  MISSING_LABELS,
  NOTE_LABELS,
  PLAN_LABELS,
  PRIORITY_LABELS,
  REFERRAL_TIME_LABELS,
  SELF_HELP_LABELS,
  STRENGTH_LABELS,
  WARNING_LABELS,
} from '../../dialogs/labels.ts';
import { programmeReasonWords } from '../../dialogs/programmes.ts';
import { listOf, type Say, sayIn } from '../../dialogs/say.ts';
import { organisationName } from '../core/organisation.ts';
import { actorOn } from '../core/triage/actors.ts';
import type { Decision } from '../core/triage/decision.ts';
import type { AdditionTrace, Explanation, OwnerTrace } from '../core/triage/explain.ts';
import type { Language } from '../core/vocabulary.ts';

/** An explanation as a person reads it. `day` (ISO date): actors are called what they are called that day. */
export function explanationText(explanation: Explanation, language: Language, day: string): string {
  const { decision, owners, additions } = explanation;
  const say = sayIn(language);
  return [
    ...decisionLines(decision, language, day),
    '',
    say('Hvem ejer sagen: den første regel, der passer', 'Who owns the case: the first rule that fits'),
    ...owners.map((trace) => ownerLine(trace, language, say)),
    '',
    say('Hvad følger med', 'What goes with it'),
    ...additions.map((trace) => additionLine(trace, language, say)),
  ].join('\n');
}

function decisionLines(decision: Decision, language: Language, day: string): string[] {
  const say = sayIn(language);
  const { owner, plan, priority, answerByHours } = decision;
  const name =
    owner.organisation === 'digital'
      ? actorOn('digital', day).name[language]
      : organisationName(owner.organisation);
  const rows: [string, string][] = [
    [say('Ejer', 'Owner'), `${name} (${owner.rule})`],
    [say('Plan', 'Plan'), PLAN_LABELS[plan][language]],
    [
      say('Svar', 'Answer'),
      `${say('inden', 'within')} ${answerByHours} ${say('timer', 'hours')} (${PRIORITY_LABELS[priority][language]})`,
    ],
  ];
  if (decision.greyZone) rows.push([say('Gråzone', 'Grey zone'), say('ja', 'yes')]);
  if (decision.provisional)
    rows.push([
      say('Foreløbig', 'Provisional'),
      say('stadie eller modenhed er gættet', 'stage or maturity was guessed'),
    ]);
  if (decision.missing.length > 0) {
    rows.push([
      say('Mangler', 'Missing'),
      listOf(
        decision.missing.map((fact) => MISSING_LABELS[fact][language]),
        language,
      ),
    ]);
  }
  for (const { actor, when, area, rule } of decision.referrals) {
    const about = area === undefined ? '' : `, ${AREA_LABELS[area][language]}`;
    rows.push([
      say('Henvis til', 'Refer to'),
      `${actorOn(actor, day).name[language]}, ${REFERRAL_TIME_LABELS[when][language]}${about} (${rule})`,
    ]);
  }
  if (decision.services.length > 0) rows.push([say('Ydelser', 'Services'), decision.services.join(', ')]);
  for (const { name: programme, eligible, why, rule } of decision.programmes) {
    const verdict = { true: say('ja', 'yes'), false: say('nej', 'no'), check: say('tjek', 'check') }[
      `${eligible}`
    ];
    const because = why === undefined ? '' : `, ${programmeReasonWords(why, language)}`;
    rows.push([say('Program', 'Programme'), `${programme}: ${verdict}${because} (${rule})`]);
  }
  const tools = decision.selfHelp.map(({ tool }) => SELF_HELP_LABELS[tool]);
  if (tools.length > 0) rows.push([say('Selvhjælp', 'Self-help'), tools.join(', ')]);
  for (const warning of decision.warnings)
    rows.push([say('Advarsel', 'Warning'), WARNING_LABELS[warning][language]]);
  for (const note of decision.notes) rows.push([say('Bemærk', 'Note'), NOTE_LABELS[note][language]]);
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, text]) => `${label.padEnd(width)}  ${text}`);
}

function ownerLine({ rule, state, because }: OwnerTrace, language: Language, say: Say): string {
  const id = rule.id.padEnd(4);
  switch (state) {
    case 'decided':
      return `  ✓ ${id}${rule[language]} (${STRENGTH_LABELS[rule.strength][language]}; ${rule.source})`;
    case 'did-not-fit': {
      const lacking = listOf(
        because.map((condition) => condition[language]),
        language,
      );
      return `  – ${id}${say('passer ikke: kræver, at', 'does not fit: requires that')} ${lacking}`;
    }
    case 'not-reached':
      return `  · ${id}${say('passer også, men en tidligere regel har afgjort det', 'fits too, but an earlier rule has decided')}`;
    default: {
      const never: never = state;
      return never;
    }
  }
}

function additionLine({ rule, fired, says }: AdditionTrace, language: Language, say: Say): string {
  const id = rule.id.padEnd(4);
  return fired
    ? `  ✓ ${id}${rule[language]} (${STRENGTH_LABELS[rule.strength][language]}; ${rule.source})`
    : `  – ${id}${say('kun ved', 'only for')}: ${says[language]}`;
}
