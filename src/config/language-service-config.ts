import { ConfigError } from './config-error.ts';
import type { Variables } from './variables.ts';

/** A language-model service that reads needs beside the product's own model. */
export interface LanguageServiceConfig {
  /** Base address of the API, to which `/chat/completions` is appended. */
  readonly url: string;
  readonly model: string;
  readonly credential:
    | { readonly kind: 'key'; readonly key: string }
    | { readonly kind: 'managed-identity' }
    | { readonly kind: 'none' };
  /** Prices of a million tokens; null: the cost is not counted. */
  readonly prices: { readonly input: number; readonly output: number } | null;
}

/** Settings that mean nothing without a service. */
const NEEDS_URL = ['LLM_MODEL', 'LLM_KEY', 'LLM_PRICE_INPUT', 'LLM_PRICE_OUTPUT'] as const;

const AZURE = /\.(?:openai\.azure|services\.ai\.azure|cognitiveservices\.azure)\.(?:com|us|cn)$/;

/** The service, or null where none is set. Throws `ConfigError` where settings are missing. */
export function languageServiceOf(read: Variables): LanguageServiceConfig | null {
  const { LLM_URL: address, LLM_MODEL: model } = read;
  if (address === undefined) {
    const stray = NEEDS_URL.find((name) => read[name] !== undefined);
    if (stray) throw new ConfigError(`LLM_URL must be set where ${stray} is`);
    return null;
  }
  if (model === undefined) throw new ConfigError('LLM_MODEL must be set where LLM_URL is');
  const { hostname, protocol } = new URL(address);
  const isAzure = AZURE.test(hostname);
  if (protocol !== 'https:' && isAzure) throw new ConfigError('LLM_URL must begin with https:// for Azure');
  return {
    url: baseOf(address, isAzure),
    model,
    credential: credentialOf(read, isAzure),
    prices: pricesOf(read),
  };
}

/** The base address: where only the server is named, the path that such servers usually have. */
function baseOf(address: string, isAzure: boolean): string {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path === '' ? (isAzure ? '/openai/v1' : '/v1') : path}`;
}

function credentialOf({ LLM_KEY: key }: Variables, isAzure: boolean): LanguageServiceConfig['credential'] {
  if (key !== undefined) return { kind: 'key', key };
  return { kind: isAzure ? 'managed-identity' : 'none' };
}

function pricesOf({ LLM_PRICE_INPUT: input, LLM_PRICE_OUTPUT: output }: Variables) {
  if (input === undefined && output === undefined) return null;
  if (input === undefined || output === undefined)
    throw new ConfigError('LLM_PRICE_INPUT and LLM_PRICE_OUTPUT are set together or not at all');
  return { input, output };
}
