import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Entra as the tab meets it: the metadata and keys of a tenant, and tokens for people. */
export interface Entra {
  readonly base: string;
  /** A token of somebody for an app, with anything of it changed; `undefined` leaves a claim out. */
  token(person: string, change?: EntraChange): Promise<string>;
  /** While true, the keys answer 503. */
  down: boolean;
  close(): Promise<void>;
}

interface EntraChange {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed with a key that is not published, under the name of the one that is. */
  readonly forged?: boolean;
}

/** Opens it. `now`: the moment that tokens are issued at (ISO). */
export async function openEntra(appId: string, tenant: string, now: () => string): Promise<Entra> {
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const keys = [{ ...(await exportJWK(own.publicKey)), kid: 'entra', use: 'sig' }];
  let base = '';
  const server = createServer((request, response) => {
    const isKeys = request.url === '/keys';
    response.writeHead(entra.down ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKeys ? { keys } : { issuer: base, jwks_uri: `${base}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  base = `http://127.0.0.1:${address.port}`;
  const entra: Entra = {
    base,
    async token(person, { claims = {}, header = {}, forged = false } = {}) {
      const at = Math.floor(Date.parse(now()) / 1_000);
      const all = {
        iss: `${base}/${tenant}/v2.0`,
        aud: appId,
        nbf: at,
        exp: at + 3_600,
        tid: tenant,
        oid: person,
        scp: 'access_as_user',
        name: 'Somebody',
        ...claims,
      };
      const set = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      return new SignJWT(set)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'entra', ...header })
        .sign((forged ? foreign : own).privateKey);
    },
    down: false,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return entra;
}
