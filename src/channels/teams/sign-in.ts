import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { ReadActivity } from './activity.ts';
import { tenantsOf } from './address.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Why a request is not let in. */
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

/** What a verified token says. */
export interface SignedIn {
  /** The address that the channel service answers at for this conversation. */
  readonly serviceUrl: string;
  /** Channels that the key may speak for; empty: any. */
  readonly endorsements: readonly string[];
}

export interface SignInDeps {
  readonly appId: string;
  readonly issuers: readonly string[];
  readonly keys: SigningKeys;
  /** Now, as an ISO instant in UTC. */
  readonly now: () => string;
}

const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
/** How far clocks may differ, in seconds: what Bot Framework allows. */
const TOLERANCE_SECONDS = 300;

/** The HTTP status of a refusal: 503 where we cannot tell, 403 where the token is good but does not cover the request. */
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
 * Verifies the `Authorization` header of a request from the Bot Framework's channel service, before anything of its body
 * is read: a bearer token signed with one of the service's keys, by a known issuer, for this app, valid now. Tokens of the
 * emulator, of skills and of other bots have other issuers or audiences and are refused. Botbuilder's own check writes
 * stack traces to the log and answers some bad tokens with 500; this one stands before it. Nobody is told the reason but
 * the operator, so these are no refusals of the product.
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
  // Whatever else is wrong with what somebody sent is theirs; a fault of ours has another class.
  if (error instanceof errors.JOSEError) return 'token-malformed';
  throw error;
}

/** An address in one spelling: scheme and host in lower case, no slash at the end. Undefined where it is none. */
function spelled(address: string): string | undefined {
  try {
    return new URL(address).href.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}

/** Event activities, which nobody in particular may have caused. */
const EVENTS = ['conversationUpdate', 'installationUpdate'];

/**
 * Whether a verified token covers an activity: the Teams channel, endorsed by the key; the service address that the
 * token names; only tenants that are served; and, for anything that acts, a person with an object id of Entra.
 * `served` holds tenant ids in lower case.
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
