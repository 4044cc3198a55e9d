import type { CountedCase } from './counted-case.ts';

/** A case of which nothing counts but what is given: it begins on no day, so it is in no figure about cases. */
export function nothingBut(kase: CountedCase, counts: Partial<CountedCase>): CountedCase {
  return {
    caseId: kase.caseId,
    company: kase.company,
    municipality: kase.municipality,
    stage: kase.stage,
    early: kase.early,
    segment: kase.segment,
    owner: kase.owner,
    crmCurrent: kase.crmCurrent,
    selfHelp: kase.selfHelp,
    createdOn: '',
    begunBy: null,
    enquiries: [],
    receivers: [],
    promises: [],
    transfers: [],
    services: [],
    referrals: [],
    ...counts,
  };
}
