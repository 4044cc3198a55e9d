import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Bot Framework's channel service and Entra's login, as far as a bot meets them: metadata, keys, tokens of both directions. */
export interface ChannelService {
  readonly base: string;
  /** What a service of ours has to be told, as environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** A token of the service, with anything of it changed; `undefined` leaves a claim out. */
  token(change?: TokenChange): Promise<string>;
  /** Requests to the metadata document, the keys and the login. */
  readonly asked: { metadata: number; keys: number; login: Readonly<Record<string, string>>[] };
  /** While true, the metadata and the keys answer 503. */
  down: boolean;
  /** While true, the login answers 403. */
  refuses: boolean;
  close(): Promise<void>;
}

export interface TokenChange {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Which key signs: the service's own, its key for web chat alone, or a key that it does not publish. */
  readonly key?: 'own' | 'webchat' | 'foreign';
}

export const APP_ID = '11111111-2222-3333-4444-555555555555';

/** `now`: the moment that tokens are issued at. `serviceUrl`: the address that tokens vouch for. */
export async function openChannelService(
  serviceUrl: string,
  tenant: string,
  now: () => string = () => new Date().toISOString(),
): Promise<ChannelService> {
  const [own, webchat, foreign] = await Promise.all([1, 2, 3].map(() => generateKeyPair('RS256')));
  if (!own || !webchat || !foreign) throw new Error('no keys');
  const keys = [
    { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', endorsements: ['msteams', 'webchat'] },
    { ...(await exportJWK(webchat.publicKey)), kid: 'webchat', endorsements: ['webchat'] },
  ];
  const pairs = { own, webchat, foreign };
  const asked: ChannelService['asked'] = { metadata: 0, keys: 0, login: [] };
  let base = '';
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    switch (request.url) {
      case '/metadata':
        asked.metadata++;
        return answer(service.down ? 503 : 200, { issuer: base, jwks_uri: `${base}/keys` });
      case '/keys':
        asked.keys++;
        return answer(service.down ? 503 : 200, { keys });
      default: {
        let body = '';
        request.on('data', (part: Buffer) => {
          body += part.toString();
        });
        request.on('end', () => {
          asked.login.push({ path: request.url ?? '', ...Object.fromEntries(new URLSearchParams(body)) });
          if (service.refuses) return answer(403, { error: 'unauthorized_client' });
          answer(200, {
            token_type: 'Bearer',
            expires_in: 3_600,
            access_token: `token-${asked.login.length}`,
          });
        });
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  base = `http://127.0.0.1:${address.port}`;
  const service: ChannelService = {
    base,
    settings: {
      MICROSOFT_APP_ID: APP_ID,
      MICROSOFT_APP_PASSWORD: 'app-password',
      MICROSOFT_APP_TENANT_ID: tenant,
      MICROSOFT_OPENID_METADATA: `${base}/metadata`,
      MICROSOFT_TOKEN_ISSUERS: base,
      MICROSOFT_LOGIN_URL: base,
    },
    async token({ claims = {}, header = {}, key = 'own' } = {}) {
      const at = Math.floor(Date.parse(now()) / 1_000);
      const all = {
        iss: base,
        aud: APP_ID,
        nbf: at,
        exp: at + 3_600,
        serviceurl: serviceUrl,
        ...claims,
      };
      const set = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      return new SignJWT(set)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key, ...header })
        .sign(pairs[key].privateKey);
    },
    asked,
    down: false,
    refuses: false,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}
