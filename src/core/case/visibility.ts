import type { Actor } from '../person.ts';
import { DEFAULT_SETTINGS, type MunicipalSettings, type SettingsLookup } from '../triage/settings.ts';
import { coverOf, isCrisis } from './basis-cover.ts';
import type { Case } from './case.ts';
import { type Relation, relationTo } from './relation.ts';

/** The parts of a case that somebody may see. `redactedCase` removes the others. */
export interface Visibility {
  /** Everything that identifies the company: its name above all. */
  readonly name: boolean;
  /** The company's CVR number. */
  readonly number: boolean;
  /** Names of the colleagues who act on the case. */
  readonly colleagues: boolean;
  /** The contact person. */
  readonly contact: boolean;
  /** Free text: description, reasons, questions, notes. */
  readonly notes: boolean;
  /** What the owner made of the company: action plan and closing note. */
  readonly assessment: boolean;
  /** Codes: municipality, stage, needs, services, referrals, status, clock. */
  readonly outline: boolean;
}

/** What a municipality and its house let each other see of their cases. */
export type Sharing = Pick<MunicipalSettings, 'shareLevel' | 'shareAssessment'>;

/** All of a case, as its owner sees it. */
export const EVERYTHING: Visibility = {
  name: true,
  number: true,
  colleagues: true,
  contact: true,
  notes: true,
  assessment: true,
  outline: true,
};

/** That the company is served, by whom and since when (the visibility that the shared CRM requires). */
const SERVED: Visibility = { ...EVERYTHING, contact: false, notes: false, assessment: false, outline: false };

/**
 * What a reader may see of a case (registration.md, "Whose words go where"; handover.md, "Who may do what"). The one
 * judge of cards, lists, searches, notices, the shared CRM and exports:
 * - the owner sees all;
 * - others see what the basis allows: the receiver of the open offer and who takes part all of it, the other side
 *   before and after by the municipality's `shareLevel`, anybody else that the company is served;
 * - the words of a crisis are for owner and receiver alone.
 */
export function visibleTo(relation: Relation, kase: Case, sharing: Sharing): Visibility {
  switch (relation) {
    case 'owner':
      return EVERYTHING;
    case 'receiver':
      return covered(EVERYTHING, kase);
    case 'guest':
    case 'auditor':
      return covered(withoutCrisisWords(EVERYTHING, kase), kase);
    case 'party':
      return covered(withoutCrisisWords(byLevel(sharing, kase), kase), kase);
    case 'other':
      return covered(withoutPerson(SERVED, kase), kase);
    default: {
      const never: never = relation;
      return never;
    }
  }
}

/** What an actor may see of a case, by their relation to it and the settings of its municipality. */
export function sightOf(kase: Case, actor: Actor, settingsOf: SettingsLookup): Visibility {
  const { municipality } = kase.values;
  const sharing = municipality === undefined ? DEFAULT_SETTINGS : settingsOf(municipality);
  return visibleTo(relationTo(kase, actor, settingsOf), kase, sharing);
}

/** What the shared CRM holds of a case: as the table of registration.md says, whoever owns it. */
export function visibleToCrm(kase: Case): Visibility {
  return covered(withoutCrisisWords(EVERYTHING, kase), kase);
}

/**
 * The common view of a card that everybody in a channel reads (handover.md, "What a shared channel shows"), of what its
 * organisation may see: no contact person, no free text, and a case number instead of a pre-starter's name.
 */
export function commonView(sees: Visibility, kase: Case): Visibility {
  return withoutPerson({ ...sees, contact: false, notes: false, assessment: false }, kase);
}

function byLevel({ shareLevel, shareAssessment }: Sharing, kase: Case): Visibility {
  switch (shareLevel) {
    case 'visits':
      return withoutPerson(SERVED, kase);
    case 'standard':
      return { ...EVERYTHING, notes: false, assessment: false };
    case 'full':
      return { ...EVERYTHING, assessment: shareAssessment };
    default: {
      const never: never = shareLevel;
      return never;
    }
  }
}

function withoutCrisisWords(sees: Visibility, kase: Case): Visibility {
  return isCrisis(kase) ? { ...sees, notes: false, assessment: false } : sees;
}

/** A pre-starter is a private person. */
function withoutPerson(sees: Visibility, kase: Case): Visibility {
  return kase.values.stage === 'pre-starter' ? { ...sees, name: false, number: false } : sees;
}

/** What is left of it under the case's basis. */
function covered(sees: Visibility, kase: Case): Visibility {
  const { personal, company } = coverOf(kase);
  return {
    name: sees.name && company === 'named',
    number: sees.number && company !== 'hidden',
    colleagues: sees.colleagues && personal,
    contact: sees.contact && personal,
    notes: sees.notes && personal,
    assessment: sees.assessment && personal,
    outline: sees.outline,
  };
}
