import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import type { Installs } from './installs.ts';
import type { TokenSeal } from './sealed-token.ts';

/** Web API clients of the workspaces that have installed the app. */
export interface Workspaces {
  /** Undefined where the workspace has not installed the app, or its token cannot be decrypted. */
  client(team: string): Promise<WebClient | undefined>;
}

/** The library's logger would write tokens' owners and texts to the console. */
const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** A client without retries: the worker decides when to retry, and a window cannot wait. */
export function webClient(token: string | undefined, apiUrl: string | undefined): WebClient {
  return new WebClient(token, {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: SILENT,
    // The library would otherwise accept a full URL as a method name.
    allowAbsoluteUrls: false,
  });
}

/** Makes the clients, one per workspace, renewed when its token changes. */
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
      const token = seal.open(install.sealedToken, install.via ?? team);
      if (token === undefined) return undefined;
      const client = webClient(token, apiUrl);
      clients.set(team, { sealedToken: install.sealedToken, client });
      return client;
    },
  };
}
