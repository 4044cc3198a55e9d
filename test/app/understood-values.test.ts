import { describe, expect, it } from 'vitest';
import { offeredBy, understoodValues } from '../../src/app/understood-values.ts';
import { understanding } from './app-world.ts';

const valuesOf = (...given: Parameters<typeof understanding>) =>
  understoodValues(understanding(...given), '2026-03-20');

describe('what was understood in a text, as values of the intake', () => {
  it('is the words alone where nothing was', () => {
    expect(valuesOf('hej')).toEqual({ values: { description: 'hej' }, cleared: [], problems: [] });
    expect(offeredBy(understanding('hej'))).toBeUndefined();
    expect(offeredBy(understanding('hej', { offered: ['financing'] }))).toEqual(['financing']);
  });

  it('is the needs that were chosen, with their depth; a crisis; and what the text names', () => {
    const { values } = valuesOf('x', {
      chosen: ['financing', 'succession'],
      areas: [
        { area: 'financing', confidence: 1, depth: 'specialised', because: [] },
        { area: 'succession', confidence: 1, because: [] },
        { area: 'other', confidence: 0.2, depth: 'basic', because: [] },
      ],
      crisis: true,
      entities: { companyName: 'Hansen VVS', employees: 12 },
    });
    expect(values).toEqual({
      companyName: 'Hansen VVS',
      employees: 12,
      areas: ['financing', 'succession'],
      depths: { financing: 'specialised' },
      crisis: true,
      description: 'x',
    });
  });

  it('is a basis for sharing where one was said, or refused', () => {
    expect(valuesOf('x', { entities: { consent: true } }).values.consent).toBe('consent');
    expect(valuesOf('x', { entities: { consent: false } }).values.consent).toBe('declined');
  });

  it.each([
    [0, '2026-03'],
    [2, '2026-01'],
    [3, '2025-12'],
    [14, '2025-01'],
    [15, '2024-12'],
    [120, '2016-03'],
  ])('is the month of founding where the age is %i months: %s', (ageMonths, month) => {
    expect(valuesOf('x', { entities: { ageMonths } }).values).toEqual({ founded: month, description: 'x' });
  });

  it('is the date of founding where the text gives one beside the age', () => {
    expect(valuesOf('x', { entities: { ageMonths: 3, founded: '2011' } }).values.founded).toBe('2011');
  });
});
