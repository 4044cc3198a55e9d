import { isCvrNumber } from '../../src/core/cvr-number.ts';
import { MUNICIPALITIES, type MunicipalityCode } from '../../src/core/municipalities.ts';
import { lesOf, type OrganisationId } from '../../src/core/organisation.ts';
import type { Person } from '../../src/core/person.ts';
import type { Role } from '../../src/core/vocabulary.ts';

/** Who works in the simulated month: the 19 offices of Midtjylland, their Erhvervshus, and the companies that call. */

export const HOUSE: OrganisationId = 'ehm-midtjylland';
export const PLACES: readonly MunicipalityCode[] = MUNICIPALITIES.filter(({ house }) => house === HOUSE).map(
  ({ code }) => code,
);
export const ORGANISATIONS: readonly OrganisationId[] = [HOUSE, ...PLACES.map(lesOf)];

const staff = (organisation: OrganisationId, count: number, roles: readonly Role[]): readonly Person[] =>
  Array.from({ length: count }, (_, i) => {
    const id = `${organisation} ${roles.join('-')} ${i + 1}`;
    return { id, name: id, identities: [`teams:month:${id}`], memberships: [{ organisation, roles }] };
  });

export const STAFF: readonly Person[] = ORGANISATIONS.flatMap((organisation) => [
  ...staff(organisation, organisation === HOUSE ? 2 : 1, ['consultant', 'coordinator']),
  ...staff(organisation, organisation === HOUSE ? 8 : 2, ['consultant']),
  ...(organisation === HOUSE ? staff(organisation, 3, ['phone']) : []),
]);

/** The people of an organisation who have one of these roles. */
export function membersOf(organisation: string, role: Role): readonly Person[] {
  return STAFF.filter(({ memberships }) =>
    memberships.some((one) => one.organisation === organisation && one.roles.includes(role)),
  );
}

/** Numbers that look random and are the same on every run. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  roll(): number;
  chance(share: number): boolean;
  between(low: number, high: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

export function createDice(seed: number): Dice {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    roll,
    chance: (share) => roll() < share,
    between: (low, high) => low + roll() * (high - low),
    pick(values) {
      const value = values[Math.floor(roll() * values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}

/** So many CVR numbers that pass the check. All fictitious. */
export function cvrNumbers(count: number): readonly string[] {
  const numbers: string[] = [];
  for (let one = 40_000_000; numbers.length < count; one += 7)
    if (isCvrNumber(String(one))) numbers.push(String(one));
  return numbers;
}
