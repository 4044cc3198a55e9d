import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { LOCALHOST_CERTIFICATE } from '../../support/certificate.ts';

/** How the issuer answers: with a token, with an error of OAuth, with a page, or never. */
type Answer = 'token' | 'silent' | { readonly status: number; readonly body: string };

/** A token issuer on this machine, as Entra's v2.0 endpoints are described. */
export interface TokenIssuer {
  readonly url: string;
  /** The forms that were posted for a token. */
  readonly asked: URLSearchParams[];
  answers: Answer;
  close(): Promise<void>;
}

/** An error of Entra: its OAuth name, and its own code. */
export const entraError = (error: string, code: string, status = 400): Answer => ({
  status,
  body: JSON.stringify({
    error,
    error_description: `${code}: as the test wanted. Trace ID: 1`,
    error_codes: [Number(code.replace('AADSTS', ''))],
  }),
});

export async function startTokenIssuer(): Promise<TokenIssuer> {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), LOCALHOST_CERTIFICATE]);
  const http = createServer(
    { cert: LOCALHOST_CERTIFICATE, key: LOCALHOST_CERTIFICATE },
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const path = new URL(request.url ?? '/', issuer.url).pathname;
        const tenant = `${issuer.url}/${path.split('/')[1]}`;
        response.setHeader('Content-Type', 'application/json');
        if (path.endsWith('/v2.0/.well-known/openid-configuration'))
          return void response.end(
            JSON.stringify({
              issuer: `${tenant}/v2.0`,
              token_endpoint: `${tenant}/oauth2/v2.0/token`,
              authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
              jwks_uri: `${tenant}/discovery/v2.0/keys`,
            }),
          );
        issuer.asked.push(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
        const { answers } = issuer;
        if (answers === 'silent') return;
        const isToken = answers === 'token';
        response.statusCode = isToken ? 200 : answers.status;
        const token = { token_type: 'Bearer', expires_in: 3_600, access_token: 'token-1' };
        response.end(isToken ? JSON.stringify(token) : answers.body);
      });
    },
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const issuer: TokenIssuer = {
    url: `https://localhost:${port}`,
    asked: [],
    answers: 'token',
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return issuer;
}
