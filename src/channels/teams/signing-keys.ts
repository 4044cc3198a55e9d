import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';

/** A signing key of the channel service, and the channels it may sign for. */
interface SigningKey {
  readonly key: CryptoKey | Uint8Array;
  /** Empty: the service names no channels. */
  readonly endorsements: readonly string[];
}

export interface SigningKeysDeps {
  /** The channel service's OpenID metadata document. */
  readonly metadataUrl: string;
  /** The current ISO instant in UTC. */
  readonly now: () => string;
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

export interface SigningKeys {
  /** The key with that id. Undefined where there is none; `unavailable` where no keys could ever be loaded. */
  find(id: string): Promise<SigningKey | undefined | 'unavailable'>;
}

const metadataShape = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });

const keysShape = z.object({
  keys: z.array(
    z.looseObject({
      kty: z.string(),
      kid: z.string().max(500).optional(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).optional().catch(undefined),
    }),
  ),
});

/** Keys are renewed after a day. */
const FRESH_MS = 24 * 3_600_000;
/** The least time between look-ups for unknown key ids: any sender can invent ids, so each must not cost a request. */
const UNKNOWN_MS = 5 * 60_000;
/** The pause after a failed look-up. */
const FAILED_MS = 10_000;
const TIMEOUT_MS = 3_000;

async function read(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`http-${response.status}`);
  }
  return response.json();
}

/**
 * Loads the metadata document and the key set that it names. Only RSA keys are kept; the service signs with no others.
 */
async function load(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = metadataShape.parse(await read(metadataUrl));
  const { keys } = keysShape.parse(await read(jwks_uri));
  const found = new Map<string, SigningKey>();
  for (const { kid, kty, n, e, endorsements = [] } of keys) {
    if (kty !== 'RSA' || !kid || !n || !e) continue;
    found.set(kid, { key: await importJWK({ kty, n, e }, 'RS256'), endorsements });
  }
  return found;
}

/**
 * The channel service's signing keys, cached. Old keys stay in use while new ones cannot be loaded. Concurrent requests
 * share one look-up.
 */
export function createSigningKeys({ metadataUrl, now, log }: SigningKeysDeps): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> | undefined;
  let loadedAt = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  let failed = false;
  let loading: Promise<void> | undefined;

  const time = () => Date.parse(now());
  const age = (since: number) => Math.abs(time() - since);

  async function renew(): Promise<void> {
    triedAt = time();
    try {
      keys = await load(metadataUrl);
      loadedAt = time();
      failed = false;
    } catch (error) {
      failed = true;
      // Without any keys, the refused requests appear in the log.
      if (keys) log('teams.keys-not-renewed', { fault: error instanceof Error ? error.name : 'unknown' });
    }
  }

  function renewOnce(): Promise<void> {
    if (failed && age(triedAt) < FAILED_MS) return Promise.resolve();
    loading ??= renew().finally(() => {
      loading = undefined;
    });
    return loading;
  }

  return {
    async find(id) {
      if (!keys) await renewOnce();
      else if (!keys.has(id) && age(triedAt) >= UNKNOWN_MS) await renewOnce();
      // A known key is used at once, while the renewal runs in the background.
      else if (keys.has(id) && age(loadedAt) >= FRESH_MS) void renewOnce();
      return keys ? keys.get(id) : 'unavailable';
    },
  };
}
