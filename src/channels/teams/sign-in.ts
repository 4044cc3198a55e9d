import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { ReadActivity } from './activity.ts';
import { tenantsOf } from './address.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Reasons for refusing a request. */
const SIGN_IN_REFUSALS = [
  'token-missing',
  'token-malformed',
  'token-algorithm',
  'token-key',
  'token-signature',
  'token-expired',
  'token-not-yet-valid',
  'token-issuer',
  'token-audience',
  'token-claims',
  'keys-unavailable',
  'channel',
  'endorsement',
  'service-address',
  'tenant',
  'person',
] as const;
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];

/** The claims of a verified token. */
export interface SignedIn {
  /** The channel service's address for this conversation. */
  readonly serviceUrl: string;
  /** The channels that the key may sign for; empty: any. */
  readonly endorsements: readonly string[];
}

export interface SignInDeps {
  readonly appId: string;
  readonly issuers: readonly string[];
  readonly keys: SigningKeys;
  /** The current ISO instant in UTC. */
  readonly now: () => string;
}

const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
/** Tolerance for clock differences, in seconds; the same as Bot Framework's. */
const TOLERANCE_SECONDS = 300;

/**
 * The HTTP status of a refusal: 503 where it cannot be decided, 403 where the token is valid but does not cover the
 * request, else 401.
 */
export function statusOfRefusal(code: SignInRefusal): 401 | 403 | 503 {
  switch (code) {
    case 'keys-unavailable':
      return 503;
    case 'channel':
    case 'endorsement':
    case 'service-address':
    case 'tenant':
    case 'person':
      return 403;
    case 'token-missing':
    case 'token-malformed':
    case 'token-algorithm':
    case 'token-key':
    case 'token-signature':
    case 'token-expired':
    case 'token-not-yet-valid':
    case 'token-issuer':
    case 'token-audience':
    case 'token-claims':
      return 401;
    default: {
      const never: never = code;
      return never;
    }
  }
}

/**
 * Verifies the `Authorization` header of a request from Bot Framework's channel service, before its body is read: a
 * bearer token signed by one of the service's keys, from a known issuer, for this app, valid now. Tokens of the
 * emulator, of skills and of other bots have other issuers or audiences and are refused. Botbuilder's own check writes
 * stack traces to the log and answers some bad tokens with 500, so this one precedes it. Only the operator sees the
 * reason: these are no refusals of the product.
 */
export async function verifyToken(
  authorization: string | undefined,
  { appId, issuers, keys, now }: SignInDeps,
): Promise<SignedIn | SignInRefusal> {
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return authorization ? 'token-malformed' : 'token-missing';
  let header: { readonly alg?: string | undefined; readonly kid?: string | undefined };
  try {
    header = decodeProtectedHeader(token);
  } catch {
    return 'token-malformed';
  }
  if (!ALGORITHMS.includes(header.alg ?? '')) return 'token-algorithm';
  if (typeof header.kid !== 'string') return 'token-key';
  const found = await keys.find(header.kid);
  if (found === 'unavailable') return 'keys-unavailable';
  if (!found) return 'token-key';
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, found.key, {
      algorithms: ALGORITHMS,
      issuer: [...issuers],
      audience: appId,
      requiredClaims: ['exp'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(now()),
    }));
  } catch (error) {
    return codeOf(error);
  }
  const serviceUrl = payload.serviceurl;
  if (typeof serviceUrl !== 'string') return 'token-claims';
  return { serviceUrl, endorsements: found.endorsements };
}

function codeOf(error: unknown): SignInRefusal {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'token-signature';
  if (error instanceof errors.JWTClaimValidationFailed) {
    switch (error.claim) {
      case 'nbf':
        return 'token-not-yet-valid';
      case 'iss':
        return 'token-issuer';
      case 'aud':
        return 'token-audience';
      default:
        return 'token-claims';
    }
  }
  // Other JOSE errors are the sender's; a fault of ours has another class.
  if (error instanceof errors.JOSEError) return 'token-malformed';
  throw error;
}

/**
 * An address in a canonical form: scheme and host in lower case, no trailing slash. Undefined where it is no address.
 */
function spelled(address: string): string | undefined {
  try {
    return new URL(address).href.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}

/** Activities of events, which may come without a person. */
const EVENTS = ['conversationUpdate', 'installationUpdate'];

/**
 * Checks that a verified token covers an activity. The channel must be Teams and endorsed by the key; the service
 * address must be the token's; every named tenant must be served; and an activity that acts must come from a person
 * with an Entra object id. `served` holds tenant ids in lower case. Undefined where all holds.
 */
export function refusalOf(
  activity: ReadActivity,
  { serviceUrl, endorsements }: SignedIn,
  served: readonly string[],
): SignInRefusal | undefined {
  if (activity.channelId !== 'msteams') return 'channel';
  if (endorsements.length > 0 && !endorsements.includes('msteams')) return 'endorsement';
  const vouched = spelled(serviceUrl);
  if (vouched === undefined || spelled(activity.serviceUrl ?? '') !== vouched) return 'service-address';
  const tenants = tenantsOf(activity);
  if (tenants.length === 0 || !tenants.every((tenant) => served.includes(tenant))) return 'tenant';
  if (!activity.from.aadObjectId && !EVENTS.includes(activity.type)) return 'person';
  return undefined;
}
