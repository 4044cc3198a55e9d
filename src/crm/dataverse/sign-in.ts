import type { TokenCredential } from '@azure/identity';
import { CrmError } from '../../app/ports/crm.ts';
import type { TokenSource } from './web-request.ts';

/** How the application user signs in. */
export interface SignIn {
  readonly tenant: string | null;
  readonly clientId: string | null;
  readonly credential:
    | { readonly kind: 'secret'; readonly secret: string }
    /** PEM text of the certificate and its private key. */
    | { readonly kind: 'certificate'; readonly pem: string }
    | { readonly kind: 'managed-identity' };
  /** The login of another cloud; null: the public cloud's. */
  readonly loginUrl: string | null;
}

/** Details of a `CrmError` about the sign-in: it was refused, or could not be reached. */
export const SIGN_IN_REFUSED = 'sign-in';
export const SIGN_IN_AWAY = 'sign-in-away';

async function credentialOf({ tenant, clientId, credential, loginUrl }: SignIn): Promise<TokenCredential> {
  // Loaded lazily: it would slow every start.
  const identity = await import('@azure/identity');
  // The library asks the public cloud whether it knows another login, and that one must be trusted anyway.
  const options = loginUrl === null ? {} : { authorityHost: loginUrl, disableInstanceDiscovery: true };
  switch (credential.kind) {
    case 'secret':
      return new identity.ClientSecretCredential(tenant ?? '', clientId ?? '', credential.secret, options);
    case 'certificate':
      return new identity.ClientCertificateCredential(
        tenant ?? '',
        clientId ?? '',
        { certificate: credential.pem },
        options,
      );
    case 'managed-identity':
      return new identity.ManagedIdentityCredential(clientId === null ? {} : { clientId });
    default: {
      const never: never = credential;
      return never;
    }
  }
}

/** Errors of OAuth by which Entra says that the settings are wrong. Any other may pass by itself. */
const REFUSALS =
  /\b(invalid_client|invalid_request|invalid_grant|invalid_resource|invalid_scope|unauthorized_client|access_denied)\b/;

/** Whether Entra itself refused the sign-in. The library gives the error's name in its message, or the status. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = 'statusCode' in error ? error.statusCode : null;
  if (typeof status === 'number') return status >= 400 && status < 500 && status !== 408 && status !== 429;
  return error.name !== 'CredentialUnavailableError' && REFUSALS.test(error.message);
}

/** The work's result, or an error once the signal says that it is too late: the library does not heed the signal. */
async function until<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  const late = Promise.withResolvers<never>();
  const end = () => late.reject(new Error('The sign-in came too late'));
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/**
 * Tokens for an organisation. The library keeps them until shortly before their end; a refused one is fetched anew.
 * `makeCredential` is replaced in tests.
 */
export function createTokenSource(
  url: string,
  signIn: SignIn,
  makeCredential: (signIn: SignIn) => Promise<TokenCredential> = credentialOf,
): TokenSource {
  let making: Promise<TokenCredential> | undefined;
  const scope = `${new URL(url).origin}/.default`;
  return async (renew, signal) => {
    try {
      if (renew) making = undefined;
      making ??= makeCredential(signIn);
      const credential = await making;
      const found = await until(signal, credential.getToken(scope, signal ? { abortSignal: signal } : {}));
      if (found) return found.token;
    } catch (error) {
      making = undefined;
      // Without the library's message, which may quote the settings.
      if (isRefused(error))
        throw new CrmError('denied', 'The sign-in was refused', {
          detail: SIGN_IN_REFUSED,
        });
      throw new CrmError('unavailable', 'The sign-in could not be reached', { detail: SIGN_IN_AWAY });
    }
    throw new CrmError('unavailable', 'The sign-in gave no token', { detail: SIGN_IN_AWAY });
  };
}
