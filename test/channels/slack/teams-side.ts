import { createServer } from 'node:http';
import { z } from 'zod';

/**
 * Teams as our service meets it, as far as the comparison with Slack needs it: activities go to `/api/messages`, and
 * what the bot posts or changes arrives at a recording service URL.
 */
export interface TeamsSide {
  readonly serviceUrl: string;
  /** What was posted, changed in place: by message id, in the order of posting. */
  readonly messages: ReadonlyMap<
    string,
    { readonly conversation: string; readonly body: unknown; readonly changes: number }
  >;
  close(): Promise<void>;
}

export async function openTeamsSide(): Promise<TeamsSide> {
  const messages = new Map<string, { conversation: string; body: unknown; changes: number }>();
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
      const [, conversation = '', activity] =
        /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(request.url ?? '') ?? [];
      const known = activity === undefined ? undefined : messages.get(activity);
      const id = request.method === 'PUT' && activity ? activity : `m${messages.size + 1}`;
      messages.set(id, {
        conversation: decodeURIComponent(conversation),
        body,
        changes: known && request.method === 'PUT' ? known.changes + 1 : 0,
      });
      // restify, once loaded, makes writeHead return nothing.
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id }));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    serviceUrl: `http://127.0.0.1:${address.port}`,
    messages,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const TENANT = '00000000-0000-0000-0000-000000000001';

/** Who writes in which conversation. */
export interface TeamsPlace {
  readonly person: string;
  readonly conversation: string;
  readonly kind: 'personal' | 'channel';
}

let count = 0;

function activity(side: TeamsSide, { person, conversation, kind }: TeamsPlace, more: object): object {
  return {
    id: `activity-${++count}`,
    channelId: 'msteams',
    serviceUrl: side.serviceUrl,
    from: { id: `29:${person}`, name: person, aadObjectId: person },
    recipient: { id: '28:bot', name: 'Indgang' },
    conversation: {
      id: conversation,
      conversationType: kind,
      tenantId: TENANT,
      ...(kind === 'channel' && { isGroup: true }),
    },
    channelData: { tenant: { id: TENANT } },
    ...more,
  };
}

const invokeAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });

/** A click on a card's button: its verb and data; answered with the fresh card. */
export async function invoke(
  base: string,
  side: TeamsSide,
  place: TeamsPlace,
  verb: string,
  data: object,
): Promise<z.infer<typeof invokeAnswer>> {
  const response = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      activity(side, place, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data: { ...data, verb } }, trigger: 'manual' },
      }),
    ),
  });
  return invokeAnswer.parse(await response.json());
}

/** A message, typed. */
export async function type(base: string, side: TeamsSide, place: TeamsPlace, text: string): Promise<void> {
  const response = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity(side, place, { type: 'message', text, textFormat: 'plain' })),
  });
  if (!response.ok) throw new Error(`Teams was answered ${response.status}`);
  await response.body?.cancel();
}
