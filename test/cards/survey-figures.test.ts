import { describe, expect, it } from 'vitest';
import { figuresView } from '../../cards/views/figures.ts';
import { figuresPageView } from '../../cards/views/figures-page.ts';
import { FIGURES } from '../../src/core/indicators/figure-table.ts';
import { figures } from '../../src/core/indicators/figures.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import type { SurveyAnswer } from '../../src/core/surveys/survey.ts';
import { record } from '../core/indicators/records.ts';
import { answer, HOUSE, OFFICE } from '../core/surveys/survey-case.ts';

/** Figures from answers of the user evaluation as people read them: not there, or with each segment's own. */

const AS_OF = '2026-11-27T09:00:00.000Z';
const PERIOD = { from: '2026-11-01', to: '2026-11-30' };
const RECORDS = ['growth', 'growth', 'operations', null].map((segment) => record({ company: { segment } }));
const ANSWERS = RECORDS.map(({ caseId }, at) =>
  answer(caseId, { satisfaction: at === 0 ? 'satisfied' : 'very-satisfied', recommend: at === 0 ? 3 : 10 }),
);

function counted(
  answers: readonly SurveyAnswer[],
  organisation: OrganisationId,
  by: readonly 'month'[] = [],
) {
  const question = { period: PERIOD, asOf: AS_OF, organisation, by, municipalities: new Map() };
  return figures(RECORDS, question, FIGURES, [], answers);
}
const shown = (
  answers: readonly SurveyAnswer[],
  organisation: OrganisationId = HOUSE,
  language: 'da' | 'en' = 'da',
) =>
  JSON.stringify(
    figuresView(
      {
        kind: 'figures',
        organisation,
        asOf: AS_OF,
        periods: [{ period: PERIOD, figures: counted(answers, organisation), outreach: null }],
      },
      language,
    ).blocks,
  );
const lineOf = (answers: readonly SurveyAnswer[], code: string) =>
  figuresPageView(
    {
      organisation: HOUSE,
      period: PERIOD,
      total: counted(answers, HOUSE),
      monthly: counted(answers, HOUSE, ['month']),
      by: 'segment',
      split: [],
    },
    'da',
  ).lines.find((one) => one.code === code);

describe('a figure from answers', () => {
  it('is given for all, with its target, and for each segment that answered', () => {
    const words = shown(ANSWERS);
    expect(words).toContain('75,0 % (3 af 4), mål ≥ 80,0 % · Drift 100,0 % (1 af 1) · Vækst 50,0 % (1 af 2)');
    expect(words).toContain('50,0 % (4 svar), mål ≥ 70,0 % · Drift 100,0 % (1 svar) · Vækst 0,0 % (2 svar)');
    expect(shown(ANSWERS, HOUSE, 'en')).toContain('Operations 100.0 % (1 answer)');
  });

  it('is named as not there while nobody has answered its question, and is never 0 %', () => {
    const some = shown(ANSWERS);
    expect(some).toContain('ikke er svar fra brugerevalueringen: I-25, I-30, I-31, I-34.');
    const none = shown([]);
    expect(none).toContain('brugerevalueringen: I-08, I-23, I-24, I-25, I-30, I-31, I-34.');
    expect(none).not.toContain('I-23 Meget tilfredse');
    expect(shown([], OFFICE)).toContain('brugerevalueringen: I-08.');
    expect(
      shown([answer(RECORDS[0]?.caseId ?? '', { organisation: OFFICE, satisfaction: 'neither' })], OFFICE),
    ).not.toContain('brugerevalueringen:');
  });

  it('stands on the page of figures by month, or is said to have no answers', () => {
    const line = lineOf(ANSWERS, 'I-24');
    expect(line?.value).toContain('50,0 % (4 svar)');
    expect(line?.months).toMatchObject([{ text: '50,0 % (4 svar), mål ≥ 70,0 %', bar: 0.5 }]);
    expect(lineOf(ANSWERS, 'I-31')?.value).toBe('kan ikke opgøres: ingen svar i perioden');
  });
});
