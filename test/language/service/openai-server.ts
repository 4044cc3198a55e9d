import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** What the server does with a request: an answer with these codes, or a fault. */
export type Behaviour =
  | { readonly kind: 'answer'; readonly content: string }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'raw'; readonly body: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'cut' };

/** A server that speaks as much of OpenAI's API as a client needs, and keeps what it was sent. */
export interface OpenAiServer {
  readonly url: string;
  /** Bodies of all requests, as they came. */
  readonly bodies: string[];
  /** Authorization headers of all requests. */
  readonly keys: (string | undefined)[];
  behave(next: Behaviour): void;
  close(): Promise<void>;
}

const bodyShape = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  response_format: z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({ strict: z.literal(true) }),
  }),
});

/** The text of an enquiry in a request's body. */
export function enquiryIn(body: string): string {
  return bodyShape.parse(JSON.parse(body)).messages.findLast(({ role }) => role === 'user')?.content ?? '';
}

export const naming = (...areas: readonly string[]): Behaviour => ({
  kind: 'answer',
  content: JSON.stringify({ areas }),
});

export async function startOpenAiServer(): Promise<OpenAiServer> {
  const bodies: string[] = [];
  const keys: (string | undefined)[] = [];
  let behaviour: Behaviour = naming();
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    keys.push(request.headers.authorization);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      response.writeHead(404);
      response.end();
      return;
    }
    switch (behaviour.kind) {
      case 'answer': {
        const { model } = bodyShape.parse(JSON.parse(bodies.at(-1) ?? ''));
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify({
            id: 'chatcmpl-1',
            object: 'chat.completion',
            created: 1,
            model,
            choices: [
              { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: behaviour.content } },
            ],
            usage: { prompt_tokens: 900, completion_tokens: 10, total_tokens: 910 },
          }),
        );
        return;
      }
      case 'status':
        response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
        response.end('{}');
        return;
      case 'raw':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(behaviour.body);
        return;
      case 'silent':
        return;
      case 'cut':
        request.socket.destroy();
        return;
      default: {
        const never: never = behaviour;
        return never;
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    bodies,
    keys,
    behave(next) {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
