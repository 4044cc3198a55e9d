import {
  AREA_LABELS,
  REFERRAL_TIME_LABELS,
  SELF_HELP_LABELS,
  STRENGTH_LABELS,
} from '../../dialogs/labels.ts';
import { programmeReasonWords } from '../../dialogs/programmes.ts';
import { sayIn } from '../../dialogs/say.ts';
import { actorOn } from '../../src/core/triage/actors.ts';
import type { Decision, Reason } from '../../src/core/triage/decision.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';

/** The rule's text, and under it which rule it is and where it comes from. */
function ruleBlocks(reason: Reason | undefined, language: Language): Block[] {
  if (!reason) return [];
  const say = sayIn(language);
  const strength = STRENGTH_LABELS[reason.strength][language];
  return [
    { kind: 'text', text: reason[language] },
    {
      kind: 'text',
      subtle: true,
      text: `${say('Regel', 'Rule')} ${reason.rule} · ${strength} · ${say('kilde', 'source')}: ${reason.source}`,
    },
  ];
}

/** Why this door: the owner's rule. */
export function whyBlocks(decision: Decision, language: Language): Block[] {
  return ruleBlocks(
    decision.reasons.find(({ rule }) => rule === decision.owner.rule),
    language,
  );
}

/** Whom else, which services, programmes and tools. `day` (ISO date): actors are called what they are called that day. */
export function adviceBlocks(decision: Decision, day: string, language: Language): Block[] {
  const say = sayIn(language);
  const referrals = decision.referrals.map(({ actor, when, area }) => {
    const about = area ? ` – ${inSentence(AREA_LABELS[area][language])}` : '';
    return `${actorOn(actor, day).name[language]} (${REFERRAL_TIME_LABELS[when][language]})${about}`;
  });
  const programmes = decision.programmes.map(({ name, eligible, why }) => {
    if (eligible === true) return name;
    const verdict = eligible === 'check' ? say('tjek', 'check') : say('ikke muligt', 'not eligible');
    return `${name} (${verdict}${why ? `: ${programmeReasonWords(why, language)}` : ''})`;
  });
  const { clarifyHours, guidanceHours } = decision.timeFrames;
  const frame = clarifyHours ?? guidanceHours;
  return [
    ...titled(say('Henvis også til', 'Refer on to'), referrals),
    ...titled(say('Ydelser', 'Services'), decision.services),
    ...titled(say('Programmer', 'Programmes'), programmes),
    ...titled(
      say('Selvhjælp som forberedelse', 'Self-help as preparation'),
      decision.selfHelp.map(({ tool }) => SELF_HELP_LABELS[tool]),
    ),
    ...(frame
      ? [
          {
            kind: 'text',
            subtle: true,
            text: say(
              `Vejledende tid: ${frame[0] === 0 ? 'op til ' : `${frame[0]}–`}${frame[1]} timer`,
              `Guide to time: ${frame[0] === 0 ? 'up to ' : `${frame[0]}–`}${frame[1]} hours`,
            ),
          } as const,
        ]
      : []),
  ];
}

function titled(title: string, items: readonly string[]): Block[] {
  return items.length > 0
    ? [
        { kind: 'text', strong: true, text: title },
        { kind: 'list', items },
      ]
    : [];
}

/** A label inside a sentence: `Regler, standarder og GDPR` loses its first capital, not its abbreviation. */
function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
