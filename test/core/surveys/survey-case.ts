import type { Case } from '../../../src/core/case/case.ts';
import type { OrganisationId } from '../../../src/core/organisation.ts';
import type { SurveyAnswer } from '../../../src/core/surveys/survey.ts';
import { established, opened } from '../case/case-world.ts';

export const HOUSE: OrganisationId = 'ehm-midtjylland';
export const OFFICE: OrganisationId = 'les-791';

export const by = (organisation: OrganisationId) => ({ person: 'p', name: 'P', organisation });

export const service = (organisation: OrganisationId, on = '2026-10-20') => ({
  service: '1:1 vejledning',
  by: by(organisation),
  on,
  form: 'individual' as const,
  meeting: null,
  hours: 2,
  tools: [],
  programme: null,
  applicationHelp: null,
});

export const OUTCOME: NonNullable<Case['outcome']> = {
  services: ['1:1 vejledning'],
  referredTo: [],
  selfHelpUsed: false,
  segment: 'growth',
  actionPlan: null,
  note: null,
};

/** A case that an organisation closed on 2 November 2026 after it had guided the company, with its consent. */
export function servedCase(id: string, organisation: OrganisationId, more: Partial<Case> = {}): Case {
  const { case: kase } = opened({
    values: { ...established, contactName: 'Hanne Hansen', contactEmail: 'hanne@hansen.example' },
  });
  return {
    ...kase,
    id,
    draftId: `draft of ${id}`,
    revision: 1,
    status: 'closed',
    owner: organisation,
    handovers: [],
    closedAt: '2026-11-02T10:00:00.000Z',
    basis: {
      kind: 'consent',
      obtainedBy: by(organisation),
      obtainedAt: '2026-10-01T09:00:00.000Z',
      withdrawnAt: null,
    },
    services: [service(organisation)],
    outcome: OUTCOME,
    ...more,
  };
}

export const answer = (caseId: string, more: Partial<SurveyAnswer> = {}): SurveyAnswer => ({
  caseId,
  company: 'hansen',
  organisation: HOUSE,
  on: '2026-11-10',
  segment: null,
  satisfaction: null,
  recommend: null,
  referralUse: null,
  effect: null,
  green: null,
  digital: null,
  ...more,
});
