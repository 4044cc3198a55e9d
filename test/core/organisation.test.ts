import { beforeEach, describe, expect, it } from 'vitest';
import {
  channelOf,
  channelSource,
  confirmationBounds,
  counts,
  isByChannel,
  isDue,
  isLearned,
} from '../../src/core/membership.ts';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import {
  actorOf,
  HOUSES,
  houseOf,
  lesOf,
  municipalityOf,
  nameOrganisations,
  organisationName,
  parseOrganisation,
  standardName,
} from '../../src/core/organisation.ts';
import type { Membership } from '../../src/core/person.ts';
import { actorOn } from '../../src/core/triage/actors.ts';

// Another test file of the same process may have named some otherwise.
beforeEach(() => nameOrganisations(standardName));

describe('an organisation', () => {
  it('is one of six Erhvervshuse, or the office of one of 98 municipalities', () => {
    expect(HOUSES).toHaveLength(6);
    expect(MUNICIPALITIES).toHaveLength(98);
    for (const { id, name } of HOUSES) {
      expect(parseOrganisation(id)).toBe(id);
      expect([actorOf(id), municipalityOf(id), organisationName(id)]).toEqual(['ehm', undefined, name]);
    }
    for (const { code, name, house } of MUNICIPALITIES) {
      expect(parseOrganisation(`les-${code}`)).toBe(lesOf(code));
      expect([actorOf(lesOf(code)), municipalityOf(lesOf(code))]).toEqual(['les', code]);
      expect(organisationName(lesOf(code))).toBe(`LES ${name}`);
      expect(houseOf(code)).toBe(house);
    }
    for (const none of ['les-999', 'ehm-atlantis', '791', 'les791', 'xles-791', 'ehm-791', ''])
      expect([none, parseOrganisation(none)]).toEqual([none, undefined]);
    expect(organisationName('les-999' as never)).toBe('LES les-999');
    expect(() => houseOf('999' as never)).toThrow('999');
  });
});

describe('a membership', () => {
  const NOW = '2026-11-20T09:00:00.000Z';
  const directory: Membership = { organisation: 'les-791', roles: ['consultant'] };
  const until = (confirmedUntil: string | undefined): Membership => ({
    ...directory,
    source: 'channel:teams:19:abc@thread.tacv2',
    confirmedUntil,
  });

  it('is the directory’s, or by a channel, which it names', () => {
    expect(channelSource({ channel: 'teams', id: '19:abc@thread.tacv2' })).toBe(
      'channel:teams:19:abc@thread.tacv2',
    );
    expect([isByChannel(until(NOW)), channelOf(until(NOW))]).toEqual([true, 'teams']);
    for (const one of [directory, { ...directory, source: 'directory' as const }])
      expect([isByChannel(one), channelOf(one)]).toEqual([false, undefined]);
  });

  it.each([
    ['2026-11-20T09:00:00.000Z', false, true],
    ['2026-11-20T09:00:00.001Z', true, true],
    ['2026-11-21T08:00:00.000Z', true, true],
    ['2026-11-21T08:00:00.001Z', true, false],
    ['2026-11-21T09:00:00.000Z', true, false],
    // Written by a clock that had jumped.
    ['2026-11-21T09:00:00.001Z', false, true],
    [undefined, false, true],
  ])('by channel that is confirmed until %s counts: %s, and must be asked for: %s', (end, isCounted, due) => {
    expect([counts(until(end), NOW), isDue(until(end), NOW)]).toEqual([isCounted, due]);
    const { from, to } = confirmationBounds(NOW);
    expect(end !== undefined && end > from && end <= to).toBe(!due);
  });

  it('by the directory counts always, and is never asked for', () => {
    expect([counts(directory, NOW), isDue(directory, NOW)]).toEqual([true, false]);
  });
});

describe('somebody whom a channel made known', () => {
  it('has their identity for an id', () => {
    const person = (id: string, ...identities: readonly string[]) =>
      isLearned({ id, name: 'x', identities, memberships: [] });
    expect(person('teams:t:x', 'teams:t:x')).toBe(true);
    expect(person('x', 'x')).toBe(true);
    expect(person('slack:T:x')).toBe(true);
    expect(person('teams:t:x', 'other')).toBe(true);
    expect(person('anna', 'teams:t:anna')).toBe(false);
    expect(person('my-teams:x', 'other')).toBe(false);
  });
});

describe('the name of an actor', () => {
  it('is the one of the day: EIFO took over when 2023 began', () => {
    const named = (day: string) => [actorOn('ekf', day).name, actorOn('growth-fund', day).name];
    expect(named('2022-12-31')).toEqual(['ekf', 'growth-fund']);
    expect(named('2023-01-01')).toEqual(['eifo-once-ekf', 'eifo-once-growth-fund']);
    expect(named('1999-01-01')).toEqual(['ekf', 'growth-fund']);
    expect(actorOn('les', '1999-01-01').name).toBe('les');
  });
});
