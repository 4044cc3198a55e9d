import { describe, expect, it } from 'vitest';
import { spreadMap } from '../../cards/views/figure-map.ts';
import type { Figure } from '../../src/core/indicators/figures.ts';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import { PLACES, SIZE } from '../../src/tab/map/denmark.ts';

/** The map of the geographic spread: the steps of its municipalities, and where they are. */

const row = (municipality: string, value: number | null, few = false): Figure => ({
  id: 'I-22-all',
  code: 'I-22-all',
  actor: null,
  numerator: few ? 3 : 20,
  denominator: 1_000,
  value,
  target: { kind: 'within', value: 0.1 },
  pending: 0,
  split: { municipality },
  few,
});

describe('the steps of the spread', () => {
  it('begin at the target and at three times as much, on either side', () => {
    const values = [-0.31, -0.3, -0.11, -0.1, 0, 0.1, 0.11, 0.3, 0.31, null];
    const map = spreadMap(
      values.map((value, at) => row(MUNICIPALITIES[at]?.code ?? '', value)),
      'da',
    );
    expect(map?.cells.map(({ step }) => step)).toEqual([
      'far-below',
      'below',
      'below',
      'within',
      'within',
      'within',
      'above',
      'above',
      'far-above',
      'unknown',
    ]);
    expect(map?.legend.map(({ text }) => text)).toEqual([
      'mere end 30,0 % under',
      'mere end 10,0 % under',
      'højst 10,0 % fra',
      'mere end 10,0 % over',
      'mere end 30,0 % over',
      'for få ydelser, eller kan ikke opgøres',
    ]);
  });

  it('judge nobody by few services, and name those that occur', () => {
    const map = spreadMap([row('791', 0.5, true), row('751', 0.05)], 'en');
    expect(map?.cells).toEqual([
      { code: '791', label: 'Viborg', text: '50.0 % (few services)', step: 'unknown' },
      { code: '751', label: 'Aarhus', text: '5.0 %', step: 'within' },
    ]);
    expect(map?.legend.map(({ step }) => step)).toEqual(['within', 'unknown']);
  });

  it('need two municipalities to be compared', () => {
    expect(spreadMap([], 'da')).toBeNull();
    expect(spreadMap([row('791', 0.2)], 'da')).toBeNull();
  });
});

describe('the map of Denmark', () => {
  it('has every municipality, on the map, and each in a place of its own', () => {
    expect(Object.keys(PLACES).sort()).toEqual(MUNICIPALITIES.map(({ code }) => code).sort());
    for (const [code, [x, y]] of Object.entries(PLACES)) {
      expect(x, code).toBeGreaterThan(0);
      expect(x, code).toBeLessThan(SIZE[0]);
      expect(y, code).toBeGreaterThan(0);
      expect(y, code).toBeLessThan(SIZE[1]);
    }
    expect(new Set(Object.values(PLACES).map(String)).size).toBe(MUNICIPALITIES.length);
  });

  it.each([
    // Which of two lies further north, west to east: whoever mixes up two codes or two axes fails here.
    ['860', '851', '751', '461', '360'],
    ['813', '851', '791', '615', '540'],
  ])('has them from north to south: %s %s %s %s %s', (...codes) => {
    const heights = codes.map((code) => PLACES[code]?.[1] ?? 0);
    expect([...heights].sort((one, other) => one - other)).toEqual(heights);
  });

  it.each([
    ['661', '791', '751', '316', '101'],
    ['561', '621', '461', '330', '259'],
  ])('has them from west to east: %s %s %s %s %s', (...codes) => {
    const widths = codes.map((code) => PLACES[code]?.[0] ?? 0);
    expect([...widths].sort((one, other) => one - other)).toEqual(widths);
  });
});
