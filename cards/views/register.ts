import { standingLabel, standingSentence } from '../../dialogs/company-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Candidate } from '../../src/core/answer.ts';
import { offersCrisis } from '../../src/core/company-standing.ts';
import type { Draft, IntakeValues } from '../../src/core/intake/draft.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, ViewAction } from '../view.ts';
import { button } from './parts.ts';

/**
 * A callout that the company has ceased or is about to, with the offer to mark a crisis unless it is marked already.
 */
export function standingBlocks(values: IntakeValues, language: Language, offer?: string): Block[] {
  const sentence = standingSentence(values.standing, language);
  if (sentence === undefined) return [];
  const isOffered = offer !== undefined && offersCrisis(values.standing) && values.crisis !== true;
  return [{ kind: 'callout', tone: 'attention', text: isOffered ? `${sentence} ${offer}` : sentence }];
}

/**
 * The button that marks a draft's enquiry as a crisis; with `withInputs` it sends the card's inputs too. None where the
 * company's standing gives no reason to offer it.
 */
export function crisisActions(draft: Draft, language: Language, withInputs = false): ViewAction[] {
  if (!offersCrisis(draft.values.standing) || draft.values.crisis === true) return [];
  const { buttons, typed } = sentencesIn(language);
  return [
    button(
      buttons.treatAsCrisis,
      {
        name: 'intake',
        // On a decision, triage runs again. In the dialog the crisis is answered as a question of its own, so the
        // current question stays open.
        verb: draft.step === 'decision' ? 'intake.submit' : 'intake.answer',
        draftId: draft.id,
        revision: draft.revision,
        input: { crisis: 'true', ...(draft.step !== 'decision' && { question: 'crisis' }) },
      },
      typed.treatAsCrisis,
      { withInputs },
    ),
  ];
}

/** The register's answer, in one line. */
export function registerBlocks(draft: Draft, language: Language): Block[] {
  const { caseLabels, profile, register } = sentencesIn(language);
  switch (draft.register) {
    case 'not-asked':
      return [];
    case 'unavailable':
      return [{ kind: 'callout', tone: 'warning', text: register.unavailable }];
    case 'not-found':
      return [{ kind: 'callout', tone: 'warning', text: register.notFound(draft.values.cvr ?? '') }];
    case 'found': {
      const { form, employees, founded, advertisingProtected } = draft.values;
      const known = [
        form,
        employees === undefined ? undefined : profile.employees(employees),
        founded && profile.founded(founded.slice(0, 4)),
        advertisingProtected ? profile.advertisingProtected : undefined,
      ].filter((part) => part);
      return [
        {
          kind: 'callout',
          tone: 'good',
          text: `${register.found}${known.length > 0 ? `: ${known.join(' · ')}` : ''}`,
        },
        ...standingBlocks(draft.values, language, register.tickCrisis(caseLabels.field.crisis)),
      ];
    }
    default: {
      const never: never = draft.register;
      return never;
    }
  }
}

/** Companies found by name, as choices; choosing one looks it up. */
export function candidateBlocks(
  draft: Draft,
  candidates: readonly Candidate[] = [],
  language: Language,
): Block[] {
  const { register, typed } = sentencesIn(language);
  if (candidates.length === 0) return [];
  const heading = draft.values.cvr === undefined ? register.isItOneOfThese : register.orIsItOneOfThese;
  return [
    { kind: 'text', strong: true, text: heading },
    ...candidates.slice(0, 5).map((candidate): Block => {
      const place = candidate.municipality ? findMunicipality(candidate.municipality)?.name : undefined;
      return {
        kind: 'entry',
        title: candidate.name,
        text: [`CVR ${candidate.cvr}`, place, standingLabel(candidate.standing, language)]
          .filter((part) => part)
          .join(' · '),
        tone: 'default',
        action: button(
          register.choose(candidate.name),
          {
            name: 'intake',
            verb: 'intake.lookup',
            draftId: draft.id,
            revision: draft.revision,
            input: { cvr: candidate.cvr },
          },
          typed.lookUp(candidate.cvr),
        ),
      };
    }),
  ];
}
