import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import type { Installs } from './installs.ts';
import type { TokenSeal } from './sealed-token.ts';

/** Web API clients, one for each workspace that has installed the app. */
export interface Workspaces {
  /** Undefined where the workspace has not installed the app, or its token can no longer be opened. */
  client(team: string): Promise<WebClient | undefined>;
}

/** The library would log tokens' owners and texts to the console; we log ids and codes ourselves. */
const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** A client that leaves trying again to its caller: the worker knows when, and a window cannot wait. */
export function webClient(token: string | undefined, apiUrl: string | undefined): WebClient {
  return new WebClient(token, {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: SILENT,
    // The library would otherwise let a method name be an address of its own.
    allowAbsoluteUrls: false,
  });
}

export function createWorkspaces(
  installs: Installs,
  seal: TokenSeal,
  apiUrl: string | undefined,
): Workspaces {
  const clients = new Map<string, { readonly sealedToken: string; readonly client: WebClient }>();
  return {
    async client(team) {
      const install = await installs.get(team);
      if (!install) {
        clients.delete(team);
        return undefined;
      }
      const known = clients.get(team);
      if (known?.sealedToken === install.sealedToken) return known.client;
      const token = seal.open(install.sealedToken, team);
      if (token === undefined) return undefined;
      const client = webClient(token, apiUrl);
      clients.set(team, { sealedToken: install.sealedToken, client });
      return client;
    },
  };
}
