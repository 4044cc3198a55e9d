import { LATE, LIMITS, within } from '../../app/deadline.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../log.ts';
import type { Background } from './background.ts';
import { Replays } from './replays.ts';
import { refusalOfHead, refusalStatus } from './signature.ts';
import { empty, header, type SlackRequest, type SlackResponse } from './slack-http.ts';

export interface RequestGuardDeps {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly background: Background;
  readonly log: Log;
}

/** Lets genuine and fresh requests from Slack through, each once. */
export class RequestGuard {
  readonly #deps: RequestGuardDeps;
  readonly #replays = new Replays();

  constructor(deps: RequestGuardDeps) {
    this.#deps = deps;
  }

  /** Refuses a request by its headers, before its body is read; undefined where they are in order. */
  refusal(headers: SlackRequest['headers']): SlackResponse | undefined {
    const { clock, log } = this.#deps;
    const status = refusalOfHead({ headers }, clock.now());
    if (status === undefined) return undefined;
    log('slack.refused', { status });
    return empty(status);
  }

  /**
   * Answers a request with the result of `work`, or refuses it. Work that takes longer than Slack waits is acknowledged
   * and goes on. A failed request is answered with 500, and may be sent again.
   */
  async answer(request: SlackRequest, work: () => Promise<SlackResponse>): Promise<SlackResponse> {
    const { signingSecret, clock, background, log } = this.#deps;
    const status = refusalStatus(request, signingSecret, clock.now());
    if (status !== undefined) {
      log('slack.refused', { status });
      return empty(status);
    }
    const signature = header(request, 'x-slack-signature') ?? '';
    const retry = header(request, 'x-slack-retry-num');
    if (retry !== undefined) log('slack.retry', { number: Number(retry) || 0 });
    if (!this.#replays.take(signature, clock.now())) {
      // Slack repeats unanswered requests. This one was already accepted, so there is nothing to do.
      return empty(retry === undefined ? 401 : 200);
    }
    try {
      const answering = work();
      const soon = await within(clock, LIMITS.slack, () => answering);
      if (soon !== LATE) return soon;
      background.later(async () => void (await answering));
      return empty(200);
    } catch (error) {
      this.#replays.forget(signature);
      log('slack.failed', { error: error instanceof Error ? error.name : 'unknown' });
      return empty(500);
    }
  }
}
