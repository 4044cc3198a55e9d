import type { TurnContext } from 'botbuilder';
import { LIMITS } from '../../app/deadline.ts';

interface PipelineRequest {
  url: string;
  timeout: number;
  abortSignal?: AbortSignal;
}

/** The used part of the pipeline through which the framework's client sends requests. */
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

/** Requests of one turn to the connector, each sent at most once. */
export interface Requests {
  /** Runs the work that sends one request. The signal aborts it. */
  send<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T>;
  /** The same for a message that only the person of the turn sees in the conversation. */
  sendTargeted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T>;
  /** Whether the last request has left. Signing in comes first: a failure while signing in means nothing was sent. */
  hasLeft(): boolean;
}

/**
 * Sends each request of a turn at most once and waits ten seconds at most. The framework's client retries posts after
 * 5xx, 429 and broken connections, and has no deadline: a message that did arrive would appear twice (limits.md,
 * "creating a message is not idempotent"), and one silent conversation would block the others. Neither can be
 * configured, so the policies are removed from the client's pipeline. Throws where the client has no pipeline.
 */
export function sendOnce(context: TurnContext): Requests {
  let left = false;
  let ends: AbortSignal | undefined;
  let isTargeted = false;
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
      // The framework's client does not know targeted messages.
      if (isTargeted) request.url += `${request.url.includes('?') ? '&' : '?'}isTargetedActivity=true`;
      return next(request);
    },
  });
  const start = (signal: AbortSignal | undefined, targeted: boolean) => {
    left = false;
    ends = signal;
    isTargeted = targeted;
  };
  return {
    async send(signal, work) {
      start(signal, false);
      return work();
    },
    async sendTargeted(signal, work) {
      start(signal, true);
      return work();
    },
    hasLeft: () => left,
  };
}
