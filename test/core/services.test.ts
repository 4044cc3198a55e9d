import { describe, expect, it } from 'vitest';
import {
  isGrowthCourse,
  programmeNamed,
  serviceFormOf,
  serviceNamed,
  servicesLike,
  servicesOf,
} from '../../src/core/services.ts';
import { GROWTH_PROGRAMMES, OPEN_PROGRAMMES } from '../../src/core/triage/rules/programme-names.ts';
import { MIDTJYLLAND } from '../../src/core/triage/rules/programmes.ts';

describe('the services that can be registered', () => {
  it('are those of the level; the Erhvervshus has the programmes too', () => {
    expect(servicesOf('les-791')).toContain('stedbundet vejledning');
    expect(servicesOf('les-791')).not.toContain('Finansieringstjek');
    expect(servicesOf('ehm-midtjylland')).toEqual(
      expect.arrayContaining(['Early Warning', 'Dalgas', 'SMV:Digital']),
    );
  });

  it('hold every programme that the rules can name', () => {
    const known = [...GROWTH_PROGRAMMES, ...OPEN_PROGRAMMES];
    expect(MIDTJYLLAND.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('are known by name, however it is written', () => {
    for (const typed of ['finansieringstjek', 'FINANSIERINGSTJEK', ' Finansieringstjek. ']) {
      expect(serviceNamed(typed)).toBe('Finansieringstjek');
    }
    expect(serviceNamed('ivaerksaetterkurser')).toBe('iværksætterkurser');
    expect(serviceNamed('smv digital')).toBe('SMV:Digital');
    expect(serviceNamed('massage')).toBeUndefined();
  });

  it('are proposed where a part of their name was typed, more than it, or something like it: three at most', () => {
    expect(servicesLike('finansierngstjek')).toEqual(['Finansieringstjek']);
    expect(servicesLike('tjek')).toEqual([
      'Finansieringstjek',
      'Internationaliseringstjek',
      'Kompetencetjek',
    ]);
    expect(servicesLike('camps for unge iværksættere')).toEqual(['camps']);
    expect(servicesLike('eksportspar')).toEqual(['Eksportsparring']);
    expect(servicesLike('ek')).toEqual([]);
    expect(servicesLike('massage af ryggen')).toEqual([]);
  });

  it('are individual or collective, and programmes for growth count as growth courses', () => {
    expect(['camps', 'netværk', 'sparring'].map(serviceFormOf)).toEqual([
      'collective',
      'collective',
      'individual',
    ]);
    expect(programmeNamed('sparring')).toBeUndefined();
    expect([isGrowthCourse('Plato'), isGrowthCourse('InnoBooster'), isGrowthCourse(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
