import type { GreyZoneCause, GreyZoneEnd } from '../../src/core/indicators/own-case.ts';

/** The own figures: tables with their definitions, and the words of their codes. */

const cause: Readonly<Record<GreyZoneCause, string>> = {
  rule: 'The decision',
  returns: 'Returns',
};

const end: Readonly<Record<GreyZoneEnd, string>> = {
  stayed: 'Stayed where the case was',
  'stayed-joint': 'Stayed where the case was, in a joint course',
  moved: 'Moved to the other side',
  'moved-joint': 'Moved to the other side, in a joint course',
  'case-ended': 'The case ended before it was settled',
  open: 'Not settled',
};

/** In chat. */
const chat = {
  greyZones: (office: string) => `Grey zones of ${office}`,
  dialogue: (office: string, other: string) => `Between ${office} and ${other}`,
  dialogueOfHouse: (house: string) => `Between ${house} and local business service`,
  more: (count: number) => `And ${count} more: "indgang indicators" shows all.`,
  periods: 'Other periods: write e.g. "grey zones Q3 2026" or "dialogue Q3 2026".',
};

export const ownFigures = {
  chat,
  cause,
  end,
  returns: {
    title: 'Offers of cases, and returns',
    note: 'Offers made in the period and answered by the moment of counting, by sender and receiver. Offers that expired or were withdrawn were not answered.',
    columns: {
      from: 'From',
      to: 'To',
      answered: 'Answered',
      returned: 'Returned',
      rate: 'Share',
      reasons: 'Reasons',
    },
  },
  waiting: {
    title: 'Waiting time',
    note: 'Median hours by the clock: from the offer of a case to its acceptance, at the office that received the offer; and from an enquiry to the answer to the company, at the office that received the enquiry.',
    columns: {
      organisation: 'Organisation',
      accepted: 'Accepted',
      untilAcceptance: 'Hours to acceptance',
      answered: 'Answered enquiries',
      untilAnswer: 'Hours to answer',
    },
  },
  late: {
    title: 'Late answers',
    note: 'Promises of the period that were not kept at their due time, by the organisation that had the case then.',
    columns: { organisation: 'Organisation', promises: 'Late' },
  },
  greyZones: {
    title: 'Grey zones',
    note: 'Cases in which a grey zone began in the period, and how it was settled by the moment of counting.',
    columns: {
      caseId: 'Case',
      areas: 'Needs',
      municipality: 'Municipality',
      begunOn: 'Began',
      cause: 'Cause',
      parties: 'Parties',
      end: 'Settled',
      endedOn: 'Settled on',
    },
  },
  greyZoneEnds: {
    title: 'Grey zones by cause and settlement',
    note: 'The number of grey zones that began in the period.',
    columns: { cause: 'Cause', end: 'Settled', cases: 'Grey zones' },
  },
  overrides: {
    title: "Another receiver than the decision's",
    note: 'Cases created in the period for which a colleague chose another receiver than the one that the rules pointed to. The reason is on the case.',
    columns: { advised: 'The rules pointed to', chosen: 'Chosen receiver', cases: 'Cases' },
  },
  tasks: {
    title: 'Tasks',
    note: "Tasks that decisions on the period's cases gave an organisation beside the case.",
    columns: { organisation: 'Organisation', given: 'Given', started: 'Begun', notRelevant: 'Not relevant' },
  },
  complete: {
    title: 'Completeness of registration',
    note: 'Cases created in the period in which every required field is filled in now: stage, need, way in and basis; the CVR number, unless the company is a pre-starter; once the case is closed also the P-number, the segment, and a service or why there was none. Cases whose data was erased are left out.',
    columns: { numerator: 'Complete', denominator: 'Cases', value: 'Share' },
  },
  needs: {
    title: 'Requested needs',
    note: 'Companies that asked about the need in the period. A company can stand at several needs.',
    columns: { area: 'Need', companies: 'Companies' },
  },
  referredFrom: {
    title: 'Referred from',
    note: "The period's enquiries by who referred the company.",
    columns: { from: 'Referred from', enquiries: 'Enquiries' },
  },
  outreach: {
    title: 'Outreach contacts',
    note: "Contacts made in the period, and plans that met the same company as the other side's.",
    columns: { made: 'Made', collisions: 'Collisions' },
  },
};
