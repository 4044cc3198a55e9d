import type { TurnContext } from 'botbuilder';
import { LIMITS } from '../../app/deadline.ts';

interface PipelineRequest {
  timeout: number;
  abortSignal?: AbortSignal;
}

/** What is used of the pipeline that the framework's client sends its requests through. */
interface Pipeline {
  removePolicy(policy: { readonly name: string }): unknown;
  addPolicy(policy: {
    readonly name: string;
    sendRequest(request: PipelineRequest, next: (request: PipelineRequest) => unknown): unknown;
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

/** Requests of one turn to the connector, each of which goes out once. */
export interface Requests {
  /** Runs what sends one request; the request ends with the signal. */
  send<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T>;
  /** Whether the last one has left: signing in comes before, and what fails there has reached nobody. */
  hasLeft(): boolean;
}

/**
 * Lets each request of a turn go out once, and waits ten seconds at most for its answer. The framework's client repeats a
 * post by itself after 5xx, 429 and broken connections, and waits for ever: a message that had arrived would then stand
 * there twice (limits, "creating a message is not idempotent"), and one silent conversation would hold up all the
 * others. Neither can be set from outside, which is why this reaches for the pipeline; it throws where there is none.
 */
export function sendOnce(context: TurnContext): Requests {
  let left = false;
  let ends: AbortSignal | undefined;
  const client: unknown = context.turnState.get(context.adapter.ConnectorClientKey);
  const pipeline = property(property(client, 'client'), 'pipeline');
  if (!isPipeline(pipeline))
    throw new Error('The connector client has no pipeline to take its retries out of');
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'indgangTimeout',
    sendRequest(request, next) {
      left = true;
      request.timeout = LIMITS.call;
      if (ends) request.abortSignal = ends;
      return next(request);
    },
  });
  return {
    async send(signal, work) {
      left = false;
      ends = signal;
      return work();
    },
    hasLeft: () => left,
  };
}
