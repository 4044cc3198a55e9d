import { describe, expect, it } from 'vitest';
import { parseDirectory } from '../../src/app/directory.ts';

const anna = {
  id: 'anna',
  name: 'Anna Holm',
  identities: ['teams:tenant:anna'],
  memberships: [{ organisation: 'les-791', roles: ['consultant', 'coordinator'] }],
};
const read = (...people: readonly unknown[]) => parseDirectory(JSON.stringify({ people }));
const problemOf = (...people: readonly unknown[]) => {
  const result = read(...people);
  if (result.ok) return undefined;
  expect(result.refusal.code).toBe('bad-directory');
  return result.refusal.params?.problem;
};

describe('the directory', () => {
  it('is read as it stands, with or without a mark of byte order', () => {
    const training = ['lean-startup', 'bmc'];
    const bo = {
      ...anna,
      id: 'bo',
      language: 'en',
      training,
      identities: ['slack:T1:U1', 'teams:tenant:bo'],
    };
    expect(read(anna, bo)).toEqual({ ok: true, value: [anna, bo] });
    expect(parseDirectory(`\ufeff${JSON.stringify({ people: [anna] })}`)).toEqual({
      ok: true,
      value: [anna],
    });
    expect(read({ ...anna, id: 'x'.repeat(100), name: 'x'.repeat(200), identities: [] }).ok).toBe(true);
  });

  it('says what it is not', () => {
    const refused = (content: string) => {
      const result = parseDirectory(content);
      return result.ok ? undefined : result.refusal.params;
    };
    expect(refused('people: anna')).toEqual({ problem: 'is not JSON' });
    expect(refused(' \ufeff{}')).toEqual({ problem: 'is not JSON' });
    expect(refused('[]')?.problem).toMatch(/^the file: /);
    expect(refused('{}')?.problem).toMatch(/^people: /);
    expect(refused('{"people":[],"more":1}')?.problem).toMatch(/^the file: /);
  });

  it.each([
    ['people.0.id', { id: '' }],
    ['people.0.id', { id: 'x'.repeat(101) }],
    ['people.0.name', { name: '' }],
    ['people.0.name', { name: 'x'.repeat(201) }],
    ['people.0.language', { language: 'sv' }],
    ['people.0.memberships', { memberships: [] }],
    ['people.0.memberships.0.roles', { memberships: [{ organisation: 'les-791', roles: [] }] }],
    ['people.0.memberships.0.roles.0', { memberships: [{ organisation: 'les-791', roles: ['boss'] }] }],
    ['people.0.memberships.0', { memberships: [{ organisation: 'les-791', roles: ['phone'], more: 1 }] }],
    ['people.0.training.0', { training: ['scrum'] }],
    ['people.0', { more: 1 }],
  ])('names the place where it is wrong: %s', (place, more) => {
    expect(problemOf({ ...anna, ...more })).toMatch(new RegExp(`^${place}: .`));
  });

  it('says what would be right', () => {
    expect(problemOf({ ...anna, memberships: [{ organisation: 'les-999', roles: ['phone'] }] })).toBe(
      'people.0.memberships.0.organisation: must be an existing organisation: les-<municipality code> or ehm-<name>',
    );
    for (const identity of ['mail:x:y', 'teams:x', 'teams::y', 'a teams:x:y', 'slack:x:']) {
      expect(problemOf({ ...anna, identities: [identity] })).toBe(
        'people.0.identities.0: must be teams:<tenant>:<object id> or slack:<team>:<user>',
      );
    }
  });

  it('has each person, identity and membership once', () => {
    const other = { ...anna, id: 'bo', identities: ['teams:tenant:bo'] };
    expect(problemOf(anna, other, { ...other, identities: [] })).toBe('people: bo stands there twice');
    expect(problemOf(anna, { ...other, identities: ['teams:tenant:anna'] })).toBe(
      'people: the identity teams:tenant:anna stands there twice',
    );
    const membership = { organisation: 'ehm-fyn', roles: ['phone'] };
    expect(problemOf({ ...anna, memberships: [...anna.memberships, membership, membership] })).toBe(
      'people: anna is in ehm-fyn twice; give all roles in one',
    );
  });
});
