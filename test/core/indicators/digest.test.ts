import { describe, expect, it } from 'vitest';
import {
  type DigestLine,
  digestCounts,
  digestMunicipalities,
  isAutomatic,
  isEmptyLine,
} from '../../../src/core/indicators/digest.ts';
import { FIGURE_SOURCES, UNANSWERED } from '../../../src/core/indicators/figure-sources.ts';
import { FIGURES } from '../../../src/core/indicators/figure-table.ts';
import { MUNICIPALITIES, type MunicipalityCode } from '../../../src/core/municipalities.ts';
import { houseOf } from '../../../src/core/organisation.ts';
import { DEFAULT_SETTINGS, type MunicipalSettings } from '../../../src/core/triage/settings.ts';
import { sourceNames } from '../../../src/core/triage/sources.ts';
import { guidance, handover, network, record } from './records.ts';

/** What an office reads of the month in its municipalities. */

const NONE: Omit<DigestLine, 'municipality'> = {
  handovers: 0,
  users: 0,
  served: 0,
  individual: 0,
  collective: 0,
};

describe('the counts of a month', () => {
  const counts = digestCounts(
    [
      record({ handovers: [handover()], services: [guidance()] }),
      record({ handovers: [handover()], services: [guidance(), network()] }),
      record({ services: [network(), network({ on: '2026-11-13' })] }),
      record({ handovers: [handover({ state: 'returned' })] }),
      record({ company: { municipality: '751' }, services: [guidance()] }),
      // By the house of another municipality.
      record({ company: { municipality: '791' }, services: [guidance({ by: 'ehm-fyn' })] }),
      // In other months.
      record({ services: [guidance({ on: '2026-10-31' }), network({ on: '2026-12-01' })] }),
      record({
        handovers: [handover({ offeredAt: '2026-10-02T08:12:00Z', decidedAt: '2026-10-31T09:00:00Z' })],
      }),
    ],
    '2026-11',
    '2026-12-02T09:00:00Z',
  );

  it('are those of the municipality’s own house', () => {
    expect(counts('791')).toEqual({
      municipality: '791',
      handovers: 2,
      users: 2,
      served: 3,
      individual: 2,
      collective: 2,
    });
    expect(counts('751')).toEqual({ ...NONE, municipality: '751', users: 1, served: 1, individual: 1 });
    expect(counts('461')).toEqual({ ...NONE, municipality: '461' });
  });

  it.each<[Partial<DigestLine>, boolean]>([
    [{}, true],
    [{ handovers: 1 }, false],
    [{ users: 1 }, false],
    [{ served: 1 }, false],
  ])('with %j are empty: %s', (some, empty) => {
    expect(isEmptyLine({ ...NONE, municipality: '791', ...some })).toBe(empty);
  });
});

describe('the municipalities of a digest', () => {
  const settingsOf =
    (own: Partial<Record<MunicipalityCode, Partial<MunicipalSettings>>> = {}) =>
    (code: MunicipalityCode): MunicipalSettings => ({ ...DEFAULT_SETTINGS, ...own[code] });
  const onRequest = settingsOf({ 791: { feedback: 'on-request' }, 751: { feedback: 'on-request' } });

  it('are all those of a house, whatever their settings', () => {
    const all = MUNICIPALITIES.map(({ code }) => code).filter((code) => houseOf(code) === 'ehm-midtjylland');
    expect(all).toContain('791');
    expect(digestMunicipalities('ehm-midtjylland', onRequest, isAutomatic)).toEqual(all);
  });

  it('are those that a local office serves, its own and others’, where their settings fit', () => {
    expect(digestMunicipalities('les-791', settingsOf())).toEqual(['791']);
    expect(digestMunicipalities('les-791', settingsOf({ 751: { operator: 'les-791' } }))).toEqual([
      '751',
      '791',
    ]);
    expect(digestMunicipalities('les-751', settingsOf({ 751: { operator: 'les-791' } }))).toEqual([]);
    expect(digestMunicipalities('les-791', onRequest)).toEqual(['791']);
    expect(digestMunicipalities('les-791', onRequest, isAutomatic)).toEqual([]);
    expect(digestMunicipalities('les-791', settingsOf(), isAutomatic)).toEqual(['791']);
  });
});

describe('the sources of the figures', () => {
  it('are documents that the product can name', () => {
    for (const { code } of FIGURES)
      for (const source of FIGURE_SOURCES[code].split('; '))
        expect(sourceNames(source, 'da'), code).not.toBe(source);
  });

  it('name those that need answers, and those that need training in the directory', () => {
    const needsAnswers = (level: 'les' | 'ehm') =>
      FIGURES.filter(({ ofAnswers, ofHouse }) => ofAnswers && (!ofHouse || level === 'ehm')).map(
        ({ code }) => code,
      );
    for (const level of ['les', 'ehm'] as const) {
      expect(UNANSWERED[level].survey).toEqual(needsAnswers(level));
      expect(UNANSWERED[level].training).toEqual(
        FIGURES.filter(({ ofAdvisers }) => ofAdvisers).map(({ code }) => code),
      );
    }
  });
});
