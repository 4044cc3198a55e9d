import { z } from 'zod';
import { inEveryLanguage, type Sentences } from '../../../dialogs/sentences.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../log.ts';
import { type Installs, isServed } from './installs.ts';
import { nonceOf, STATE_COOKIE, STATE_SECONDS, stateOf } from './oauth-state.ts';
import { Replays } from './replays.ts';
import { SCOPES } from './scopes.ts';
import type { TokenSeal } from './sealed-token.ts';
import { header, type SlackRequest, type SlackResponse } from './slack-http.ts';
import { webClient } from './workspaces.ts';

export interface OauthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The service's public address, without a trailing slash: `https://indgang.example.dk`. */
  readonly publicUrl: string;
  /** Slack's page of consent; by default Slack's own. */
  readonly authorizeUrl?: string | undefined;
  readonly apiUrl?: string | undefined;
  /** The key that signs the state. */
  readonly key: string;
  /** Ids of the workspaces that may install the app, or of their Enterprise Grid organisations. */
  readonly workspaces: readonly string[];
}

export interface OauthDeps {
  readonly installs: Installs;
  readonly seal: TokenSeal;
  readonly clock: Clock;
  readonly nonce: () => string;
  readonly log: Log;
}

export interface Oauth {
  /** Redirects the browser to Slack's page of consent. */
  begin(): SlackResponse;
  /**
   * Handles the redirect back from Slack: stores the workspace's token where the state is genuine and belongs to this
   * browser. Otherwise a page says that nothing was installed; the log holds the reason.
   */
  finish(query: URLSearchParams, request: Pick<SlackRequest, 'headers'>): Promise<SlackResponse>;
}

const grantShape = z.object({
  access_token: z.string().min(1),
  token_type: z.literal('bot'),
  scope: z.string(),
  bot_user_id: z.string().min(1),
  is_enterprise_install: z.boolean().nullish(),
  team: z.object({ id: z.string().min(1), name: z.string().nullish() }).nullish(),
  enterprise: z.object({ id: z.string().min(1), name: z.string().nullish() }).nullish(),
  authed_user: z.object({ id: z.string() }),
});

/** Makes the installation flow (OAuth 2.0 with a signed, single-use state). */
export function createOauth(options: OauthOptions, deps: OauthDeps): Oauth {
  const redirectUri = `${options.publicUrl}/api/slack/oauth`;
  const used = new Replays();

  return {
    begin() {
      const nonce = deps.nonce();
      const url = new URL(options.authorizeUrl ?? 'https://slack.com/oauth/v2/authorize');
      url.search = new URLSearchParams({
        client_id: options.clientId,
        scope: SCOPES.join(','),
        redirect_uri: redirectUri,
        state: stateOf(nonce, deps.clock.now(), options.key),
      }).toString();
      const secure = options.publicUrl.startsWith('https:') ? '; Secure' : '';
      return {
        status: 302,
        headers: {
          location: url.href,
          'cache-control': 'no-store',
          'set-cookie': `${STATE_COOKIE}=${nonce}; Path=/api/slack; Max-Age=${STATE_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
        },
        body: '',
      };
    },

    async finish(query, request) {
      const nonce = nonceOf(
        query.get('state') ?? '',
        header(request, 'cookie') ?? '',
        deps.clock.now(),
        options.key,
      );
      if (nonce === undefined) return refused(deps, 'state');
      if (!used.take(nonce, deps.clock.now())) return refused(deps, 'state-used');
      const code = query.get('code');
      if (!code) return refused(deps, query.get('error') === 'access_denied' ? 'access-denied' : 'no-code');
      let answer: unknown;
      try {
        answer = await webClient(undefined, options.apiUrl).oauth.v2.access({
          client_id: options.clientId,
          client_secret: options.clientSecret,
          code,
          redirect_uri: redirectUri,
        });
      } catch {
        return refused(deps, 'exchange');
      }
      const grant = grantShape.safeParse(answer);
      if (!grant.success) return refused(deps, 'grant');
      return install(options, deps, grant.data);
    },
  };
}

/**
 * Stores the token of a workspace, or of a whole Enterprise Grid organisation, and answers with a page that says so. The
 * token of one that is not served, or without the scopes needed, is revoked: Slack would keep it valid.
 */
async function install(
  options: OauthOptions,
  deps: OauthDeps,
  grant: z.infer<typeof grantShape>,
): Promise<SlackResponse> {
  const { enterprise, access_token, scope, bot_user_id, authed_user } = grant;
  const team = grant.is_enterprise_install ? enterprise : grant.team;
  if (!team) return refused(deps, 'grant');
  if (!isServed(options.workspaces, team.id, enterprise?.id)) {
    await giveBack(access_token, options.apiUrl);
    return refused(deps, 'workspace', ({ notServed }) => notServed(team.id), 403, team.id);
  }
  const granted = scope.split(',');
  if (SCOPES.some((one) => !granted.includes(one))) {
    // A workspace has one token: revoking it would end an installation that works.
    if (!(await deps.installs.get(team.id))) await giveBack(access_token, options.apiUrl);
    return refused(deps, 'scopes');
  }
  await deps.installs.save({
    team: team.id,
    teamName: team.name ?? team.id,
    enterprise: enterprise?.id,
    botUser: bot_user_id,
    scopes: scope,
    sealedToken: deps.seal.seal(access_token, team.id),
    installedBy: authed_user.id,
    installedAt: deps.clock.now(),
  });
  deps.log('slack.installed', { team: team.id });
  return page(
    200,
    inEveryLanguage(({ slack }) => slack.installed(team.name ?? team.id)),
  );
}

/** Logs why nothing was installed, and answers with a page that says so. */
function refused(
  deps: OauthDeps,
  code: string,
  sentence: (words: Sentences['slack']) => string = ({ notInstalled }) => notInstalled,
  status = 400,
  team = '',
): SlackResponse {
  deps.log('slack.install-refused', { code, ...(team !== '' && { team }) });
  return page(
    status,
    inEveryLanguage(({ slack }) => sentence(slack)),
  );
}

/** Revokes the token of a refused installation. */
async function giveBack(token: string, apiUrl: string | undefined): Promise<void> {
  try {
    await webClient(token, apiUrl).auth.revoke();
  } catch {
    // The token is stored nowhere, so a failed revocation leaves nothing to clean up here.
  }
}

function page(status: number, text: string): SlackResponse {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'set-cookie': `${STATE_COOKIE}=; Path=/api/slack; Max-Age=0`,
    },
    body: `<!doctype html><html lang="da"><meta charset="utf-8"><title>Indgang</title><body style="font:1.1rem/1.5 sans-serif;max-width:34rem;margin:4rem auto"><p>${safe}</p></body></html>`,
  };
}
