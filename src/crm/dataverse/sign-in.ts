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

async function credentialOf({ tenant, clientId, credential, loginUrl }: SignIn): Promise<TokenCredential> {
  // Loaded lazily: it would slow every start.
  const identity = await import('@azure/identity');
  const options = loginUrl === null ? {} : { authorityHost: loginUrl };
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

/** Whether Entra itself refused the sign-in. Anything else may pass by itself. */
function isRefused(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 408 && status !== 429;
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
      const found = await (await making).getToken(scope, signal ? { abortSignal: signal } : {});
      if (found) return found.token;
    } catch (error) {
      making = undefined;
      // Without the library's message, which may quote the settings.
      if (isRefused(error)) throw new CrmError('denied', 'The sign-in was refused', { detail: 'sign-in' });
      throw new CrmError('unavailable', 'The sign-in could not be reached');
    }
    throw new CrmError('unavailable', 'The sign-in gave no token');
  };
}
