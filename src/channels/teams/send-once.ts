import type { TurnContext } from 'botbuilder';

/** What is used of the pipeline that the framework's client sends its requests through. */
interface Pipeline {
  removePolicy(policy: { readonly name: string }): unknown;
  addPolicy(policy: {
    readonly name: string;
    sendRequest(request: { timeout: number }, next: (request: { timeout: number }) => unknown): unknown;
  }): void;
}

function isPipeline(value: unknown): value is Pipeline {
  return (
    typeof value === 'object' &&
    value !== null &&
    'removePolicy' in value &&
    typeof value.removePolicy === 'function'
  );
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * Lets each request of a turn go out once, and waits `timeoutMs` for its answer. The framework's client repeats a post by
 * itself after 5xx, 429 and broken connections, and waits for ever: a message that had arrived would then stand there
 * twice (limits, "creating a message is not idempotent"), and one silent conversation would hold up all the others.
 * Neither can be set from outside, which is why this reaches for the pipeline; it throws where there is none. Answers
 * whether a request has left: signing in comes before, and what fails there has reached nobody.
 */
export function sendOnce(context: TurnContext, timeoutMs: number): () => boolean {
  let left = false;
  const client: unknown = context.turnState.get(context.adapter.ConnectorClientKey);
  const pipeline = property(property(client, 'client'), 'pipeline');
  if (!isPipeline(pipeline))
    throw new Error('The connector client has no pipeline to take its retries out of');
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'indgangTimeout',
    sendRequest(request, next) {
      left = true;
      request.timeout = timeoutMs;
      return next(request);
    },
  });
  return () => left;
}
