import { hashOf, writeToken } from '../../src/api/token-secret.ts';
import type { Overrides } from '../../src/compose.ts';
import type { ApiScope, ApiToken } from '../../src/core/api-token.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import { openTeamsWorld, type TeamsWorld, type WorldOptions } from '../flows/teams-world.ts';

/** The whole service, with tokens of other systems. */
export interface ApiWorld extends TeamsWorld {
  /** Stores a token and returns it as its holder sends it. */
  token(more?: Partial<ApiToken>): Promise<string>;
  /** Sends an enquiry. */
  enquire(
    token: string | null,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ApiAnswer>;
  /** Asks for an address. */
  ask(path: string, token?: string | null, headers?: Readonly<Record<string, string>>): Promise<ApiAnswer>;
}

interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

let made = 0;

const answerOf = async (response: Response): Promise<ApiAnswer> => {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
};

export async function openApiWorld(options: WorldOptions = {}, overrides: Overrides = {}): Promise<ApiWorld> {
  const world = await openTeamsWorld(overrides, options);
  let keys = 0;
  return {
    ...world,
    async token(more = {}) {
      made += 1;
      const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
      const secret = String(made).padStart(43, 's');
      const token: ApiToken = {
        id,
        name: 'Webformular Viborg',
        hash: hashOf(secret),
        scopes: ['enquiries:write'] satisfies ApiScope[],
        organisations: ['les-791'] satisfies OrganisationId[],
        createdAt: '2026-11-01T09:00:00.000Z',
        expiresAt: '2027-11-01T09:00:00.000Z',
        revokedAt: null,
        ...more,
      };
      await world.service.unitOfWork.run((stores) => stores.api.saveToken(token));
      return writeToken({ id, secret });
    },
    async enquire(token, body, headers = {}) {
      keys += 1;
      return answerOf(
        await fetch(`${world.base}/api/enquiries`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': `key-${keys}`,
            ...(token !== null && { authorization: `Bearer ${token}` }),
            ...headers,
          },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      );
    },
    async ask(path, token = null, headers = {}) {
      return answerOf(
        await fetch(`${world.base}${path}`, {
          headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
        }),
      );
    },
  };
}

/** An enquiry of the demo's company that belongs to the Erhvervshus. */
export const EXPORT = {
  cvr: '25313763',
  contactName: 'Mette Hansen',
  contactPhone: '40411234',
  description: 'Vil sælge til Tyskland',
  areas: ['internationalisation'],
  consent: 'consent',
} as const;
