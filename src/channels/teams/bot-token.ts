import { createPrivateKey, X509Certificate } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';

/** How the bot proves its identity to Entra. */
export type BotCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** PEM text: the certificate, its chain after it where there is one, and the private key. */
  | { readonly kind: 'certificate'; readonly pem: string }
  | { readonly kind: 'managed-identity' };

export interface BotTokenDeps {
  readonly appId: string;
  /** The bot's home tenant. Its token is valid for conversations of every tenant. */
  readonly tenant: string;
  /** `https://login.microsoftonline.com`, or another cloud's. */
  readonly loginUrl: string;
  /** The audience of the token: `https://api.botframework.com/.default`, or another cloud's. */
  readonly scope: string;
  readonly credential: BotCredential;
  /** The current ISO instant in UTC. */
  readonly now: () => string;
  readonly newId: () => string;
}

interface Token {
  readonly value: string;
  /** The end of its use, in milliseconds. */
  readonly until: number;
}

const answerShape = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** Deadline of a sign-in, in milliseconds: well below a turn's, because the message itself needs time too. */
const TIMEOUT_MS = 5_000;
/**
 * How long before its end a token is renewed, in milliseconds. Less, and a slow request could arrive with an expired
 * token.
 */
const EARLY_MS = 5 * 60_000;

/** The certificates of a PEM text, the bot's own first. */
function certificatesOf(pem: string): readonly X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return found.map((pem) => new X509Certificate(pem));
}

/** A client assertion (RFC 7523) in Entra's form: signed with the certificate's key and naming the certificate. */
async function assertion(
  pem: string,
  endpoint: string,
  { appId, now, newId }: BotTokenDeps,
): Promise<string> {
  const chain = certificatesOf(pem);
  const [own] = chain;
  if (!own) throw new Error('There is no certificate');
  const at = Math.floor(Date.parse(now()) / 1_000);
  return new SignJWT({})
    .setProtectedHeader({
      alg: 'PS256',
      typ: 'JWT',
      'x5t#S256': Buffer.from(own.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
      x5c: chain.map(({ raw }) => raw.toString('base64')),
    })
    .setAudience(endpoint)
    .setIssuer(appId)
    .setSubject(appId)
    .setJti(newId())
    .setNotBefore(at - 60)
    .setExpirationTime(at + 600)
    .sign(createPrivateKey(pem));
}

async function ofClient(
  deps: BotTokenDeps,
  proof: Readonly<Record<string, string>>,
  endpoint: string,
): Promise<Token> {
  const at = Date.parse(deps.now());
  const response = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: deps.appId,
      scope: deps.scope,
      ...proof,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The sign-in of the bot was answered ${response.status}`);
  }
  const { access_token, expires_in } = answerShape.parse(await response.json());
  return { value: access_token, until: at + expires_in * 1_000 };
}

async function ofManagedIdentity({ appId, scope }: BotTokenDeps): Promise<Token> {
  // Loaded lazily: it would slow every start.
  const { ManagedIdentityCredential } = await import('@azure/identity');
  const token = await new ManagedIdentityCredential({ clientId: appId }).getToken(scope, {
    abortSignal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { value: token.token, until: token.expiresOnTimestamp };
}

async function fetchToken(deps: BotTokenDeps): Promise<Token> {
  const { credential, loginUrl, tenant } = deps;
  const endpoint = `${loginUrl.replace(/\/+$/, '')}/${tenant}/oauth2/v2.0/token`;
  switch (credential.kind) {
    case 'secret':
      return ofClient(deps, { client_secret: credential.secret }, endpoint);
    case 'certificate':
      return ofClient(
        deps,
        {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await assertion(credential.pem, endpoint, deps),
        },
        endpoint,
      );
    case 'managed-identity':
      return ofManagedIdentity(deps);
    default: {
      const never: never = credential;
      return never;
    }
  }
}

/**
 * Makes the source of the bot's token for the channel service. The token is cached until shortly before its end, and
 * concurrent requests share one sign-in. Bot Framework's own credentials ignore the login address for certificates,
 * retry failed sign-ins, and have no deadline. Rejects where the sign-in fails; nothing has been sent then.
 */
export function createBotToken(deps: BotTokenDeps): () => Promise<string> {
  let token: Token | undefined;
  let fetching: Promise<Token> | undefined;
  return async () => {
    if (token && Date.parse(deps.now()) < token.until - EARLY_MS) return token.value;
    fetching ??= fetchToken(deps).finally(() => {
      fetching = undefined;
    });
    token = await fetching;
    return token.value;
  };
}
