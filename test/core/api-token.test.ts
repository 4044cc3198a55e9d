import { describe, expect, it } from 'vitest';
import { type ApiToken, isGood, personOfToken } from '../../src/core/api-token.ts';

const token: ApiToken = {
  id: 'T1',
  name: 'Webformular Viborg',
  hash: 'a1',
  scopes: ['enquiries:write'],
  organisations: ['les-791'],
  createdAt: '2026-01-01T08:00:00.000Z',
  expiresAt: '2026-12-31T23:00:00.000Z',
  revokedAt: null,
};

describe('a token of the API', () => {
  it.each([
    ['2026-12-31T22:59:59.999Z', true],
    ['2026-12-31T23:00:00.000Z', false],
    ['2027-01-01T00:00:00.000Z', false],
  ])('is good until the instant at which it expires: at %s %s', (now, good) => {
    expect(isGood(token, now)).toBe(good);
  });

  it('is good no longer once it is revoked', () => {
    const revoked = { ...token, revokedAt: '2026-06-01T08:00:00.000Z' };
    expect(isGood(revoked, '2026-06-02T08:00:00.000Z')).toBe(false);
  });

  it('acts under an id that no person has, and that no other token shares', () => {
    expect(personOfToken(token)).toBe('api:T1');
    expect(personOfToken({ id: 'T2' })).not.toBe(personOfToken(token));
  });
});
