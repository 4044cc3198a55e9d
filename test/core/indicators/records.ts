import { type CaseRecord, parseCaseRecord } from '../../../src/core/indicators/case-record.ts';
import { type Figure, figures } from '../../../src/core/indicators/figures.ts';
import type { FigureQuestion, Split } from '../../../src/core/indicators/question.ts';

/** Records written by hand, in the JSON of the contract; what a record does not say is nothing special. */

type Json = Record<string, unknown>;

export interface Written {
  readonly company?: Json;
  readonly enquiries?: readonly Json[];
  readonly handovers?: readonly Json[];
  readonly services?: readonly Json[];
  readonly referrals?: readonly Json[];
  readonly selfHelp?: readonly Json[];
  readonly [key: string]: unknown;
}

let written = 0;

/** An enquiry to LES Viborg on 2 November that was answered in time. */
export const enquiry = (with_: Json = {}): Json => ({
  at: '2026-11-02T08:10:00Z',
  entry: 'les',
  direction: 'inbound',
  receivedBy: 'les-791',
  dueAt: '2026-11-04T08:10:00Z',
  answeredAt: '2026-11-02T12:00:00Z',
  answeredBy: 'les-791',
  void: false,
  ...with_,
});
export const unanswered = (with_: Json = {}): Json =>
  enquiry({ answeredAt: null, answeredBy: null, ...with_ });
export const guidance = (with_: Json = {}): Json => ({
  service: '1:1 vejledning',
  by: 'ehm-midtjylland',
  on: '2026-11-12',
  form: 'individual',
  meeting: 'digital',
  hours: 2,
  programme: null,
  growthCourse: false,
  ...with_,
});
export const network = (with_: Json = {}): Json =>
  guidance({ service: 'netværk', form: 'collective', ...with_ });
export const referral = (with_: Json = {}): Json => ({
  actor: 'private-adviser',
  by: 'ehm-midtjylland',
  on: '2026-11-20',
  uptake: 'unknown',
  ...with_,
});
export const handover = (with_: Json = {}): Json => ({
  from: 'les-791',
  to: 'ehm-midtjylland',
  kind: 'transfer',
  offeredAt: '2026-11-02T08:12:00Z',
  state: 'accepted',
  decidedAt: '2026-11-03T09:00:00Z',
  reasonCode: null,
  ...with_,
});
export const tool = (with_: Json = {}): Json => ({
  tool: 'vaeksthjulet',
  on: '2026-11-02',
  by: 'les-791',
  ...with_,
});

/** An established company's case of Viborg, which asked on 2 November and got its answer. */
export function record({ company, ...with_ }: Written = {}): CaseRecord {
  const number = ++written;
  const parsed = parseCaseRecord({
    caseId: `T${number}`,
    status: 'open',
    createdAt: '2026-11-02T08:10:00Z',
    owner: 'les-791',
    crmCurrent: true,
    company: {
      cvr: String(10_000_000 + number),
      pNumber: null,
      municipality: '791',
      stage: 'established',
      maturity: null,
      segment: 'operations',
      ...company,
    },
    needs: [],
    enquiries: [enquiry()],
    handovers: [],
    services: [],
    referrals: [],
    selfHelp: [],
    outcome: null,
    ...with_,
  });
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.record;
}

/** The question of 2026, counted two weeks later. */
export const year2026: FigureQuestion = {
  period: { from: '2026-01-01', to: '2026-12-31' },
  asOf: '2027-01-15T12:00:00Z',
  organisation: null,
  by: [],
  municipalities: new Map(),
};

/** A figure of the records, in the group of a split. */
export function figureOf(
  records: readonly CaseRecord[],
  id: string,
  question: Partial<FigureQuestion> = {},
  split: Split | null = null,
): Figure | undefined {
  const found = figures(records, { ...year2026, ...question }).filter(
    (one) => one.id === id && sameSplit(one.split, split),
  );
  if (found.length > 1) throw new Error(`${id} is given ${found.length} times`);
  return found[0];
}

const sameSplit = (a: Split | null, b: Split | null): boolean => splitKey(a) === splitKey(b);
export const splitKey = (split: Split | null): string => JSON.stringify(Object.entries(split ?? {}).sort());

/** Its numerator and denominator. */
export function shareOf(...asked: Parameters<typeof figureOf>): readonly [number, number | null] | undefined {
  const found = figureOf(...asked);
  return found && [found.numerator, found.denominator];
}
