import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { VerifiedPerson } from '../../app/inbound.ts';
import type { SigningKeys } from '../teams/signing-keys.ts';

/** Reasons for refusing a request of the tab. */
export type TokenRefusal =
  | 'token-missing'
  | 'token-malformed'
  | 'token-key'
  | 'token-signature'
  | 'token-expired'
  | 'token-issuer'
  | 'token-audience'
  | 'token-claims'
  | 'keys-unavailable'
  | 'tenant'
  | 'scope';

export interface TabTokenDeps {
  /** The Entra app for which tokens are issued. */
  readonly appId: string;
  /** Tenants whose people are served. */
  readonly tenants: readonly string[];
  /** `https://login.microsoftonline.com`, or another cloud's: issuers begin with it. */
  readonly loginUrl: string;
  readonly keys: SigningKeys;
  /** The current ISO instant in UTC. */
  readonly now: () => string;
}

/** The permission that the Teams client asks for on the person's behalf. */
const SCOPE = 'access_as_user';
const ALGORITHMS = ['RS256'];
/** Tolerance for clock differences, in seconds. */
const TOLERANCE_SECONDS = 60;

const claims = z.object({
  iss: z.string(),
  tid: z.string().min(1),
  oid: z.string().min(1),
  scp: z.string().default(''),
  name: z.string().default(''),
  /** 1: a guest of the tenant. */
  acct: z.number().optional(),
  /** Who signed the person in, where it was not the tenant itself. */
  idp: z.string().optional(),
});

/** The HTTP status of a refusal: 503 where it cannot be decided, 403 where the token is valid but opens nothing here, else 401. */
export function statusOfRefusal(code: TokenRefusal): 401 | 403 | 503 {
  if (code === 'keys-unavailable') return 503;
  return code === 'tenant' || code === 'scope' ? 403 : 401;
}

/**
 * Verifies the `Authorization` header of a request of the tab: a bearer token that Entra issued for this app, signed by one
 * of its keys, valid now, by the tenant that it names, for a person of a served tenant who lets the tab act for them. The
 * person is the one that the channel knows as `teams:<tenant>:<object id>`; a guest of the tenant is known by the directory
 * alone. Only the operator sees more than the code of a refusal.
 */
export async function verifyTabToken(
  authorization: string | undefined,
  { appId, tenants, loginUrl, keys, now }: TabTokenDeps,
): Promise<VerifiedPerson | TokenRefusal> {
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return authorization ? 'token-malformed' : 'token-missing';
  const kid = keyIdOf(token);
  if (kid === undefined) return 'token-malformed';
  const found = await keys.find(kid);
  if (found === 'unavailable') return 'keys-unavailable';
  if (!found) return 'token-key';
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, found.key, {
      algorithms: ALGORITHMS,
      audience: appId,
      requiredClaims: ['exp'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(now()),
    }));
  } catch (error) {
    return codeOf(error);
  }
  const read = claims.safeParse(payload);
  if (!read.success) return 'token-claims';
  const { iss, tid, oid, scp, name, acct, idp } = read.data;
  if (iss !== `${loginUrl.replace(/\/+$/, '')}/${tid}/v2.0`) return 'token-issuer';
  if (!tenants.some((tenant) => tenant.toLowerCase() === tid.toLowerCase())) return 'tenant';
  if (!scp.split(' ').includes(SCOPE)) return 'scope';
  const guest = acct === 1 || (idp !== undefined && !idp.includes(tid));
  return { identity: `teams:${tid}:${oid}`, name, guest, locale: null };
}

function keyIdOf(token: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(token);
    return typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'token-signature';
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.claim === 'aud' ? 'token-audience' : 'token-claims';
  // Other JOSE errors are the sender's; a fault of ours has another class.
  if (error instanceof errors.JOSEError) return 'token-malformed';
  throw error;
}
