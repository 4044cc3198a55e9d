import { describe, expect, it } from 'vitest';
import { callerOf, refusalOf } from '../../../src/app/api/api-caller.ts';
import type { ApiToken } from '../../../src/core/api-token.ts';

const NOW = '2026-11-20T09:00:00.000Z';
const TOKEN: ApiToken = {
  id: 'T1',
  name: 'Webformular Viborg',
  hash: '0'.repeat(64),
  scopes: ['cases:read'],
  organisations: ['les-791', 'les-751'],
  createdAt: '2026-11-01T09:00:00.000Z',
  expiresAt: '2027-11-01T09:00:00.000Z',
  revokedAt: null,
};

describe('a token of the API', () => {
  it('is good for what it was made for, until it expires or is revoked', () => {
    expect(refusalOf(TOKEN, 'cases:read', NOW)).toBeNull();
    expect(refusalOf(TOKEN, 'enquiries:write', NOW)).toBe('token-scope');
    expect(refusalOf(undefined, 'cases:read', NOW)).toBe('token-refused');
    expect(refusalOf(TOKEN, 'cases:read', TOKEN.expiresAt)).toBe('token-refused');
    expect(refusalOf({ ...TOKEN, revokedAt: NOW }, 'cases:read', NOW)).toBe('token-refused');
  });

  it('acts as phone-line staff of the one organisation that it acts for, under its own name', () => {
    expect(callerOf(TOKEN, 'les-751')).toEqual({
      person: {
        id: 'api:T1',
        name: 'Webformular Viborg',
        identities: [],
        memberships: [{ organisation: 'les-751', roles: ['phone'] }],
      },
      actor: { person: 'api:T1', name: 'Webformular Viborg', organisation: 'les-751', roles: ['phone'] },
    });
  });
});
