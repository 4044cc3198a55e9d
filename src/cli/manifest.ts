import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arguments, BadInput } from './command.ts';

/** The service's address in the repository's manifests, which a deployment replaces by its own. */
const EXAMPLE = 'https://indgang.example';

/** A file of `manifest/`. */
export function manifestFile(...path: readonly string[]): Buffer {
  return readFileSync(join(import.meta.dirname, '../../manifest', ...path));
}

/** The text of a manifest with the service's address in place of the example's. */
export function withAddress(text: string, address: URL): string {
  return text.replaceAll(EXAMPLE, address.origin).replaceAll(new URL(EXAMPLE).host, address.host);
}

/** The service's public address from `--url`. Throws `BadInput` unless it is https, as both platforms require. */
export function addressFrom({ values }: Arguments): URL {
  const { url } = values;
  if (typeof url !== 'string')
    throw new BadInput('--url is missing: the https address where the service runs');
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw new BadInput(`--url ${url}: must be an address that begins with https://`);
  }
  return new URL(url);
}
