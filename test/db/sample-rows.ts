import type { PostedCard } from '../../src/app/ports/stores/post-store.ts';
import { type Adviser, adviserSchema } from '../../src/core/advisers/adviser.ts';
import type { Choice, Showing } from '../../src/core/advisers/showing.ts';
import type { ApiToken } from '../../src/core/api-token.ts';
import type { Case } from '../../src/core/case/case.ts';
import { openOffer } from '../../src/core/case/derived.ts';
import type { Effect } from '../../src/core/case/effects.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import { type Offer, offerSchema } from '../../src/core/offers/offer.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import type { OutreachContact } from '../../src/core/outreach/outreach.ts';
import { askConsent, type SettingChange } from '../../src/core/settings/change.ts';
import type { SurveyAsk } from '../../src/core/surveys/survey.ts';
import { anna, NOW, opened } from '../core/case/case-world.ts';

/** What is put into the stores: everything of one kind alike but for what a test names. */

const example = opened({
  values: { municipality: '791', stage: 'established', areas: ['business-plan'] },
}).case;

export function caseOf(id: string, more: Partial<Case> = {}): Case {
  return { ...example, id, draftId: `draft of ${id}`, revision: 1, ...more };
}

/** A case of Viborg's that waits for somebody else's answer. */
export function offeredCase(id: string, to: OrganisationId, more: Partial<Case> = {}): Case {
  const { person, name, organisation } = anna;
  return openOffer(caseOf(id, more), to, { person, name, organisation }, NOW, null);
}

export function draftOf(id: string, more: Partial<Draft> = {}): Draft {
  return {
    version: 1,
    id,
    revision: 1,
    state: 'active',
    person: 'anna',
    organisation: 'les-791',
    step: 'form',
    values: {},
    sources: {},
    rejected: [],
    register: 'not-asked',
    pNumbers: [],
    asking: null,
    answered: [],
    override: null,
    caseId: null,
    contactedAt: NOW,
    createdAt: NOW,
    updatedAt: NOW,
    ...more,
  };
}

export function entryOf(
  caseId: string,
  sequence: number,
  event: 'continued' | 'waiting' = 'continued',
): HistoryEntry {
  return {
    caseId,
    sequence,
    at: NOW,
    actor: null,
    event,
    fromStatus: null,
    toStatus: 'open',
    owner: 'les-791',
    ruleSet: 'r',
    details: {},
  };
}

export function postOf(
  caseId: string,
  organisation: OrganisationId,
  more: Partial<PostedCard> = {},
): PostedCard {
  return {
    id: `post of ${caseId} at ${organisation}`,
    about: caseId,
    card: 'case',
    organisation,
    person: null,
    conversation: { channel: 'teams', id: `channel ${organisation}`, kind: 'channel', reference: '{}' },
    messageId: 'message',
    shownRevision: 1,
    ...more,
  };
}

export const SAVE: Effect = { kind: 'crm.save' };
export const REFRESH: Effect = { kind: 'card.refresh' };
export const CARD: Effect = { kind: 'card.post', organisation: 'les-791', card: 'case' };
export const TELL: Effect = { kind: 'tell.person', person: 'anna', notice: 'owner-reminder', clock: 0 };

/** So many seconds after the beginning. */
export function at(seconds: number): string {
  return new Date(Date.parse(NOW) + seconds * 1_000).toISOString();
}

/** A planned outreach contact of the Erhvervshus. */
export function contactOf(id: string): OutreachContact {
  const plannedAt = '2026-11-20T09:00:00.000Z';
  return {
    id,
    revision: 1,
    by: 'ehm-midtjylland',
    person: { person: 'carla', name: 'Carla Winther', organisation: 'ehm-midtjylland' },
    company: {
      cvr: '25313763',
      name: 'Hansen VVS ApS',
      pNumber: null,
      municipality: '791',
      founded: '2011-04-12',
      stage: 'established',
      segment: null,
      companyKey: 'key',
    },
    areas: ['internationalisation'],
    need: 'Vil måske til Tyskland',
    plannedOn: '2026-11-30',
    createdAt: plannedAt,
    told: { organisation: 'les-791', ack: 'notify', until: '2026-11-24T09:00:00.000Z' },
    replies: [],
    windowPassedAt: null,
    collidesWith: null,
    cancelledAt: null,
    made: null,
    caseId: null,
    erasedAt: null,
  };
}

/** A change that Viborg has proposed. */
export function settingChangeOf(id: string, more: Partial<SettingChange> = {}): SettingChange {
  return {
    id,
    revision: 1,
    organisation: 'les-791',
    key: 'localAreas',
    before: [],
    after: ['succession'],
    source: 'chat',
    by: { person: 'anna', name: 'Anna Holm', organisation: 'les-791' },
    at: NOW,
    validFrom: '2026-11-20',
    state: 'proposed',
    consent: askConsent('ehm-midtjylland', NOW, { canAnswer: true }),
    settledAt: null,
    settledBy: null,
    replay: { cases: 340, elsewhere: 12, otherwise: 2 },
    ...more,
  };
}

/** An offer that was imported. */
export const OFFER: Offer = offerSchema.parse({
  id: 'smv-groen',
  kind: 'programme',
  name: 'SMV:Grøn',
  owner: 'Erhvervsstyrelsen',
  forWhom: { da: 'Små og mellemstore virksomheder', en: 'Small and medium-sized companies' },
  source: 'Erhvervsstyrelsen',
});

export const ADVISER: Adviser = adviserSchema.parse({
  id: 'nordisk-eksport',
  kind: 'private',
  name: 'Nordisk Eksport',
  areas: ['internationalisation'],
  languages: ['da'],
  source: 'Erhvervshus Midtjylland',
});

export const SHOWING: Showing = {
  id: 'showing',
  at: NOW,
  person: 'anna',
  organisation: 'les-791',
  area: 'internationalisation',
  municipality: '791',
  advisers: [ADVISER.id],
  fitting: 1,
};

export const CHOICE: Choice = {
  id: 'choice',
  caseId: 'K1',
  adviser: ADVISER.id,
  showing: SHOWING.id,
  person: 'anna',
  organisation: 'les-791',
  at: NOW,
  own: false,
  askAt: NOW,
};

/** A company that is asked in the user evaluation. */
export const ASK: SurveyAsk = {
  id: 'ask',
  caseId: 'K1',
  company: 'key',
  organisation: 'ehm-midtjylland',
  askedOn: NOW.slice(0, 10),
  batch: 'batch',
  at: NOW,
};

/** An organisation whose digest of a month is claimed. */
export const DIGEST = { organisation: 'les-791', month: '2026-11' } as const;

export const TOKEN: ApiToken = {
  id: 'token',
  name: 'Webformular Viborg',
  hash: 'hash',
  scopes: ['enquiries:write'],
  organisations: ['les-791'],
  createdAt: NOW,
  expiresAt: '2027-11-20T09:00:00.000Z',
  revokedAt: null,
};

/** How far the changes of the CRM were read. */
export const READING = {
  token: 'https://crm.example/incidents?$deltatoken=7',
  scanned: 'K7MQ-3RXD',
} as const;
