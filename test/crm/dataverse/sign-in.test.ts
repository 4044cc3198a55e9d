import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTokenSource, type SignIn } from '../../../src/crm/dataverse/sign-in.ts';
import { CERTIFICATE } from '../../support/certificate.ts';
import { entraError, startTokenIssuer, type TokenIssuer } from './token-issuer.ts';

/** The sign-in by the real library, against an issuer on this machine. */

const ORGANISATION = 'https://organisation.crm4.dynamics.com';

describe('the sign-in of the application user', () => {
  let issuer: TokenIssuer;
  beforeEach(async () => {
    issuer = await startTokenIssuer();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await issuer.close();
  });
  const signIn = (credential: SignIn['credential'] = { kind: 'secret', secret: 'hunter2' }): SignIn => ({
    tenant: 'tenant-1',
    clientId: 'client-1',
    credential,
    loginUrl: issuer.url,
  });

  it('is by secret, for the organisation alone', async () => {
    expect(await createTokenSource(ORGANISATION, signIn())(false)).toBe('token-1');
    expect(Object.fromEntries(issuer.asked[0] ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      client_id: 'client-1',
      client_secret: 'hunter2',
      scope: `${ORGANISATION}/.default`,
    });
  });

  it('is by certificate: an assertion signed by its key, and no secret', async () => {
    const token = createTokenSource(ORGANISATION, signIn({ kind: 'certificate', pem: CERTIFICATE }));
    expect(await token(false)).toBe('token-1');
    const [form] = issuer.asked;
    expect(form?.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    const [head = '', body = ''] = form?.get('client_assertion')?.split('.') ?? [];
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    expect(read(head)).toMatchObject({ typ: 'JWT' });
    expect(read(body)).toMatchObject({ iss: 'client-1', sub: 'client-1' });
    expect(String(form)).not.toMatch(/PRIVATE|client_secret/);
  });

  it('is by managed identity, as an app service offers it', async () => {
    const asked: { readonly url: URL; readonly secret: string | undefined }[] = [];
    const service = createServer((request, response) => {
      asked.push({
        url: new URL(request.url ?? '/', 'http://localhost'),
        secret: request.headers['x-identity-header']?.toString(),
      });
      response.setHeader('Content-Type', 'application/json');
      const expires_on = String(Math.floor(Date.now() / 1_000) + 3_600);
      response.end(JSON.stringify({ access_token: 'token-1', expires_on, token_type: 'Bearer' }));
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const { port } = service.address() as AddressInfo;
    vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${port}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'header-1');
    const token = createTokenSource(ORGANISATION, {
      ...signIn({ kind: 'managed-identity' }),
      loginUrl: null,
    });
    expect(await token(false)).toBe('token-1');
    expect(asked[0]?.secret).toBe('header-1');
    expect(asked[0]?.url.searchParams.get('resource')).toBe(ORGANISATION);
    expect(asked[0]?.url.searchParams.get('client_id')).toBe('client-1');
    await new Promise((resolve) => service.close(resolve));
  });

  it('keeps its token, and fetches another where one was refused', async () => {
    const token = createTokenSource(ORGANISATION, signIn());
    await token(false);
    await token(false);
    expect(issuer.asked).toHaveLength(1);
    await token(true);
    expect(issuer.asked).toHaveLength(2);
  });

  it.each([
    ['a wrong secret', entraError('invalid_client', 'AADSTS7000215', 401)],
    ['an expired secret', entraError('invalid_client', 'AADSTS7000222', 401)],
    ['an unknown app', entraError('unauthorized_client', 'AADSTS700016')],
    ['an organisation that the tenant does not know', entraError('invalid_resource', 'AADSTS500011')],
    ['an unknown tenant', entraError('invalid_request', 'AADSTS90002')],
  ])('%s: refused, so that the CRM waits for its administrator', async (_, answer) => {
    issuer.answers = answer;
    const error = await createTokenSource(ORGANISATION, signIn())(false).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'CrmError', code: 'denied', detail: 'sign-in' });
    expect(String(error)).not.toMatch(/hunter2|AADSTS|client-1/);
    issuer.answers = 'token';
  });

  it('is tried again after a refusal, once the settings are right', async () => {
    const token = createTokenSource(ORGANISATION, signIn());
    issuer.answers = entraError('invalid_client', 'AADSTS7000215', 401);
    await expect(token(false)).rejects.toMatchObject({ code: 'denied' });
    issuer.answers = 'token';
    expect(await token(false)).toBe('token-1');
  });

  it.each([
    ['Entra is overloaded', entraError('temporarily_unavailable', 'AADSTS90033', 400)],
    ['something else answers', { status: 404, body: '<html>' } as const],
  ])('%s: no fault of the settings, so it is tried again', async (_, answer) => {
    issuer.answers = answer;
    await expect(createTokenSource(ORGANISATION, signIn())(false)).rejects.toMatchObject({
      code: 'unavailable',
      detail: 'sign-in-away',
    });
  });

  it('is given up when its caller has no more time, though the library would wait on', async () => {
    issuer.answers = 'silent';
    const stop = new AbortController();
    const asking = createTokenSource(ORGANISATION, signIn())(false, stop.signal);
    await vi.waitFor(() => expect(issuer.asked).toHaveLength(1));
    stop.abort();
    await expect(asking).rejects.toMatchObject({ code: 'unavailable', detail: 'sign-in-away' });
  });
});
