import { describe, expect, it } from 'vitest';
import { changedNeeds } from '../../src/app/need-changes.ts';
import { type NeedChange, NO_NEED_CHANGE, type Understanding } from '../../src/app/ports/language-model.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import type { Area } from '../../src/core/vocabulary.ts';
import { understanding } from './app-world.ts';

/** What a later line makes of the needs that a draft has. */

const SURE = 0.85;

function change(
  now: readonly Area[],
  understood: Partial<Understanding>,
  needChange: Partial<NeedChange> = {},
): ReturnType<typeof changedNeeds> {
  const draft = { values: { areas: now } } as unknown as Draft;
  return changedNeeds(draft, understanding('', understood), { ...NO_NEED_CHANGE, ...needChange });
}

const read = (area: Area, confidence: number, depth?: 'basic' | 'specialised') => ({
  area,
  confidence,
  because: [],
  ...(depth && { depth }),
});

describe('a later line', () => {
  it('adds what is surely read, and offers the rest', () => {
    const areas = [read('financing', SURE), read('skilled-labour', SURE - 0.01)];
    const given = { areas, chosen: areas.map(({ area }) => area), offered: ['csr' as Area] };
    const changed = change(['internationalisation'], given);
    expect(changed.areas).toEqual(['internationalisation', 'financing']);
    expect(changed.offered).toEqual(['skilled-labour', 'csr']);
    expect(changed.isRemoval).toBe(false);
  });

  it('adds what is unsurely read where it says so, or where there is no need yet', () => {
    const given = { areas: [read('financing', 0.3)], chosen: ['financing' as Area] };
    expect(change(['internationalisation'], given, { adds: true }).areas).toEqual([
      'internationalisation',
      'financing',
    ]);
    expect(change([], given).areas).toEqual(['financing']);
    expect(change(['internationalisation'], given).areas).toEqual(['internationalisation']);
  });

  it('replaces only by what it names', () => {
    const given = { areas: [read('financing', 0.3)], chosen: ['financing' as Area] };
    expect(change(['internationalisation'], given, { replaces: true }).areas).toEqual(['financing']);
    expect(change(['internationalisation'], {}, { replaces: true }).areas).toEqual(['internationalisation']);
  });

  it('says what is unclear only as long as nothing else is known', () => {
    const given = { areas: [read('financing', 1)], chosen: ['financing' as Area] };
    expect(change(['unclear'], {}).areas).toEqual(['unclear']);
    expect(change(['unclear'], given).areas).toEqual(['financing']);
  });

  it('brings the depth of what it adds, not of what was there', () => {
    const areas = [read('financing', 1, 'specialised'), read('internationalisation', 1, 'basic')];
    const given = { areas, chosen: areas.map(({ area }) => area) };
    expect(change(['internationalisation'], given).depths).toEqual({ financing: 'specialised' });
    const unsure = { areas: [read('financing', 0.3, 'basic')], chosen: ['financing' as Area] };
    expect(change(['internationalisation'], unsure).depths).toEqual({});
  });

  it('takes away what it declines, and describes nothing where it does no more', () => {
    const declined: readonly Area[] = ['financing'];
    const removal = change(['internationalisation', 'financing'], { chosen: declined }, { declined });
    expect(removal).toMatchObject({ areas: ['internationalisation'], offered: [], isRemoval: true });
    expect(change(['internationalisation'], {}, { declined }).isRemoval).toBe(false);
    const more = { entities: { contactName: 'Ole Bak' } };
    expect(change(['financing'], more, { declined }).isRemoval).toBe(false);
    const other = { areas: [read('skilled-labour', 1)], chosen: ['skilled-labour' as Area] };
    expect(change(['financing'], other, { declined }).isRemoval).toBe(false);
  });
});
