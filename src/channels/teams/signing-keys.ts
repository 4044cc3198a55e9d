import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';

/** A key that the channel service signs with, and the channels that it may speak for. */
interface SigningKey {
  readonly key: CryptoKey | Uint8Array;
  /** Empty: the service says nothing about channels. */
  readonly endorsements: readonly string[];
}

export interface SigningKeysDeps {
  /** OpenID metadata document of the channel service. */
  readonly metadataUrl: string;
  /** Now, as an ISO instant in UTC. */
  readonly now: () => string;
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

export interface SigningKeys {
  /** The key with that id; undefined: there is none; `unavailable`: no keys have ever been had. */
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
/** An unknown key id makes us look for new keys, this often at most: ids are chosen by whoever sends. */
const UNKNOWN_MS = 5 * 60_000;
/** After a failure nothing is asked for this long. */
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

/** Reads the metadata document and the key set that it names. Keys other than RSA are left out: none of ours are signed with them. */
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
 * The signing keys of the channel service, cached. Old keys go on to be used while new ones cannot be had; several
 * requests share one look-up.
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
      // Where there are none at all, the refused request is what the log tells of.
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
      // Nobody waits for new keys while the old one is there.
      else if (keys.has(id) && age(loadedAt) >= FRESH_MS) void renewOnce();
      return keys ? keys.get(id) : 'unavailable';
    },
  };
}
