import { X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BotCredential, createBotToken } from '../../../src/channels/teams/bot-token.ts';
import { CERTIFICATE } from '../../support/certificate.ts';

/** The bot's own sign-in: with a secret, a certificate and a managed identity, against a login of the test's own. */

interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, string>>;
}

const NOW = '2026-11-20T09:00:00.000Z';
const asked: Asked[] = [];
let server: Server;
let loginUrl: string;
let status = 200;
let silent = false;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      const fields = Object.fromEntries(new URLSearchParams(body));
      asked.push({ url: request.url ?? '', headers: request.headers, fields });
      if (silent) return;
      response.writeHead(status, { 'content-type': 'application/json' });
      const expires = { expires_in: 3_600, expires_on: Math.floor(Date.now() / 1_000) + 3_600 };
      response.end(
        JSON.stringify({ ...expires, access_token: `token-${asked.length}`, token_type: 'Bearer' }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  loginUrl = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  status = 200;
  silent = false;
});

let count = 0;
function tokenWith(credential: BotCredential, now: () => string = () => NOW): () => Promise<string> {
  const deps = {
    appId: 'app',
    tenant: 'home',
    loginUrl: `${loginUrl}/`,
    scope: 'https://api.example/.default',
  };
  return createBotToken({ ...deps, credential, now, newId: () => `id-${++count}` });
}

const SECRET: BotCredential = { kind: 'secret', secret: 'p4ss' };

describe('the bot’s token', () => {
  it('is asked for with the secret, at the home tenant', async () => {
    expect(await tokenWith(SECRET)()).toBe('token-1');
    expect(asked).toMatchObject([
      {
        url: '/home/oauth2/v2.0/token',
        fields: {
          grant_type: 'client_credentials',
          client_id: 'app',
          client_secret: 'p4ss',
          scope: 'https://api.example/.default',
        },
      },
    ]);
  });

  it('is asked for with an assertion that the certificate’s key has signed, and never with the key', async () => {
    await tokenWith({ kind: 'certificate', pem: CERTIFICATE })();
    const [{ fields } = { fields: {} as Record<string, string> }] = asked;
    const { client_assertion: assertion = '' } = fields;
    const certificate = new X509Certificate(CERTIFICATE);
    expect(fields.client_assertion_type).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(decodeProtectedHeader(assertion)).toMatchObject({
      alg: 'PS256',
      'x5t#S256': Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
      x5c: [certificate.raw.toString('base64')],
    });
    const { payload } = await jwtVerify(assertion, certificate.publicKey, {
      issuer: 'app',
      subject: 'app',
      audience: `${loginUrl}/home/oauth2/v2.0/token`,
      currentDate: new Date(NOW),
    });
    expect(payload.jti).toMatch(/^id-/);
    expect(JSON.stringify(fields)).not.toContain('PRIVATE KEY');
  });

  it('is that of the managed identity of the machine', async () => {
    vi.stubEnv('IDENTITY_ENDPOINT', `${loginUrl}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'header-secret');
    try {
      expect(await tokenWith({ kind: 'managed-identity' })()).toBe('token-1');
    } finally {
      vi.unstubAllEnvs();
    }
    const url = new URL(asked[0]?.url ?? '', loginUrl);
    expect([url.pathname, url.searchParams.get('client_id')]).toEqual(['/msi/token', 'app']);
    expect(url.searchParams.get('resource')).toContain('https://api.example');
    expect(asked[0]?.headers['x-identity-header']).toBe('header-secret');
  });

  it('is asked for once by all who need it, and again before it ends', async () => {
    let now = NOW;
    const token = tokenWith(SECRET, () => now);
    expect(await Promise.all([token(), token(), token()])).toEqual(['token-1', 'token-1', 'token-1']);
    now = '2026-11-20T09:54:59.000Z';
    expect(await token()).toBe('token-1');
    now = '2026-11-20T09:55:01.000Z';
    expect(await token()).toBe('token-2');
  });

  it('is asked for once where that fails, and again by whoever comes next; what is said holds no secret', async () => {
    const token = tokenWith(SECRET);
    status = 401;
    const failure = await token().catch((error: unknown) => String(error));
    expect(failure).toContain('401');
    expect(failure).not.toContain('p4ss');
    expect(asked).toHaveLength(1);
    status = 200;
    expect(await token()).toBe('token-2');
  });
});
