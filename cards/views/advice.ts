import { programmeReasonWords } from '../../dialogs/programmes.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { ToolLinks } from '../../src/core/offers/tool-links.ts';
import { actorOn } from '../../src/core/triage/actors.ts';
import type { Decision, Reason } from '../../src/core/triage/decision.ts';
import { sourceNames } from '../../src/core/triage/sources.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import { paragraph } from './parts.ts';
import { toolLinkBlocks } from './tool-links.ts';

/** The text of a rule, with its id and source below. */
export function ruleBlocks(reason: Reason | undefined, language: Language): Block[] {
  if (!reason) return [];
  const { advice, labels } = sentencesIn(language);
  const strength = labels.strength[reason.strength];
  return [
    { kind: 'text', text: reason[language] },
    {
      kind: 'text',
      subtle: true,
      text: advice.rule(reason.rule, strength, sourceNames(reason.source, language)),
    },
  ];
}

/** The rule that chose the owner. */
export function whyBlocks(decision: Decision, language: Language): Block[] {
  return ruleBlocks(
    decision.reasons.find(({ rule }) => rule === decision.owner.rule),
    language,
  );
}

/**
 * Recommendations: other actors, services, programmes and tools, with where these are found. `day` (ISO date) decides which
 * name of an actor is valid.
 */
export function adviceBlocks(
  decision: Decision,
  day: string,
  language: Language,
  toolLinks: ToolLinks = {},
): Block[] {
  const { actorNames, advice, labels } = sentencesIn(language);
  const referrals = decision.referrals.map(({ actor, when, area }) => {
    const about = area ? ` – ${inSentence(labels.area[area])}` : '';
    return `${actorNames[actorOn(actor, day).name]} (${labels.referralTime[when]})${about}`;
  });
  const programmes = decision.programmes.map(({ name, eligible, why }) => {
    if (eligible === true) return name;
    const verdict = eligible === 'check' ? advice.check : advice.notEligible;
    return `${name} (${verdict}${why ? `: ${programmeReasonWords(why, language)}` : ''})`;
  });
  const { clarifyHours, guidanceHours } = decision.timeFrames;
  const frame = clarifyHours ?? guidanceHours;
  return [
    ...titled(advice.referOnTo, referrals),
    ...titled(advice.services, decision.services),
    ...titled(advice.programmes, programmes),
    ...titled(
      advice.selfHelp,
      decision.selfHelp.map(({ tool }) => labels.selfHelp[tool]),
    ),
    ...toolLinkBlocks(
      decision.selfHelp.map(({ tool }) => tool),
      toolLinks,
      language,
    ),
    ...paragraph(
      frame && (frame[0] === 0 ? advice.upToHours(frame[1]) : advice.hoursBetween(frame[0], frame[1])),
      { subtle: true },
    ),
  ];
}

function titled(title: string, items: readonly string[]): Block[] {
  return items.length > 0
    ? [
        { kind: 'text', strong: true, text: title },
        { kind: 'list', items: items.map(capitalised) },
      ]
    : [];
}

/** An item at the beginning of its line: `indledende afklaring` gets a capital. */
export function capitalised(item: string): string {
  return item.charAt(0).toUpperCase() + item.slice(1);
}

/** A label inside a sentence: `Regler, standarder og GDPR` loses its first capital but keeps its abbreviations. */
function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
