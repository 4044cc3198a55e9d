import type { ApiDeps } from '../api/let-in.ts';
import { apiRoutes } from '../api/routes.ts';
import { MAX_BODY_BYTES as MAX_SLACK_BYTES } from '../channels/slack/signature.ts';
import type { SlackChannel } from '../channels/slack/slack-channel.ts';
import type { SlackRequest, SlackResponse } from '../channels/slack/slack-http.ts';
import { answerWith } from '../channels/tab/tab-files.ts';
import type { PostRoute, Route } from '../http/server.ts';
import type { Channels } from './channels.ts';
import type { Tab } from './tab.ts';

/** The JSON bodies of Bot Framework and Slack. An activity is far smaller than the limit. */
const JSON_BODY = { types: ['application/json'], maxBytes: 1_000_000 } as const;

/** A line of the tab with what else a form holds. */
const TAB_BODY = { types: ['application/json'], maxBytes: 200_000 } as const;

/** The HTTP routes of the channels, of the tab and of the API. */
export function routesOf({ teams, slack }: Channels, tab: Tab | null, api: ApiDeps): readonly Route[] {
  const teamsRoutes: Route[] = teams
    ? [{ method: 'post', path: '/api/messages', ...JSON_BODY, enter: (head) => teams.enter(head) }]
    : [];
  return [
    ...teamsRoutes,
    ...(slack ? slackRoutes(slack) : []),
    ...(tab ? tabRoutes(tab) : []),
    ...apiRoutes(api),
  ];
}

function tabRoutes({ channel, files }: Tab): readonly Route[] {
  return [
    { method: 'get', path: '/api/tab/door', handle: () => channel.door() },
    { method: 'get', path: '/api/tab/board', handle: (head) => channel.board(head) },
    { method: 'get', path: '/api/tab/figures', handle: (head) => channel.figures(head) },
    { method: 'get', path: '/api/tab/statement', handle: (head) => channel.statement(head) },
    { method: 'get', path: '/api/tab/rules', handle: (head) => channel.rules(head) },
    { method: 'get', path: '/api/tab/settings', handle: (head) => channel.settings(head) },
    { method: 'post', path: '/api/tab/try', ...TAB_BODY, enter: (head) => channel.tryChange(head) },
    { method: 'post', path: '/api/tab/turn', ...TAB_BODY, enter: (head) => channel.turn(head) },
    ...files.map(
      (file): Route => ({
        method: 'get',
        path: file.path,
        handle: async ({ headers }) => ({
          status: 200,
          ...answerWith(file, headers['accept-encoding']),
        }),
      }),
    ),
  ];
}

function slackRoutes(slack: SlackChannel): readonly Route[] {
  const post = (path: string, handle: (request: SlackRequest) => Promise<SlackResponse>): PostRoute => ({
    method: 'post',
    path,
    types: [...JSON_BODY.types, 'application/x-www-form-urlencoded'],
    maxBytes: MAX_SLACK_BYTES,
    enter: async ({ headers }) => slack.refusal(headers) ?? ((body) => handle({ body, headers })),
  });
  return [
    post('/api/slack/events', slack.handleEvents),
    post('/api/slack/interactions', slack.handleInteractions),
    post('/api/slack/commands', slack.handleCommands),
    { method: 'get', path: '/api/slack/install', handle: async () => slack.handleInstall() },
    {
      method: 'get',
      path: '/api/slack/oauth',
      handle: ({ query, headers }) => slack.handleOauthCallback(query, headers),
    },
  ];
}
