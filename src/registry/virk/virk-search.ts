import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { RegisterAnswer } from '../../app/ports/company-register.ts';

export interface VirkOptions {
  /**
   * The address before `cvr-permanent/…`. Virk itself speaks plain HTTP, so this is usually the operator's https proxy.
   */
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
  /** The deadline of a look-up, in milliseconds. */
  readonly budgetMs?: number;
  /** A random number from 0 up to 1, the jitter of retries. */
  readonly chance: () => number;
}

/** A search in Elasticsearch's query language. */
interface VirkQuery {
  readonly size: number;
  readonly _source: readonly string[];
  readonly query: object;
}

type Unavailable = Extract<RegisterAnswer<never>, { state: 'unavailable' }>;
type Documents<T> = { readonly state: 'answered'; readonly documents: readonly T[] } | Unavailable;

/** Searches one of Virk's indexes. Never throws. */
export type VirkSearch = <T>(
  index: 'virksomhed' | 'produktionsenhed',
  query: VirkQuery,
  source: z.ZodType<T>,
  signal: AbortSignal,
) => Promise<Documents<T>>;

const answerShape = z.object({
  timed_out: z.boolean().optional(),
  hits: z.object({ hits: z.array(z.object({ _source: z.unknown() })) }),
});

/** Makes the search: basic authentication, a deadline, and one retry. */
export function createVirkSearch(options: VirkOptions): VirkSearch {
  const base = `${options.baseUrl.replace(/\/+$/, '')}/cvr-permanent`;
  const authorization = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`;

  /** One attempt. Undefined after a server error, where a retry may help. */
  async function attempt<T>(
    url: string,
    body: string,
    source: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<Documents<T> | undefined> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body,
        signal,
      });
      if (!response.ok) {
        await response.body?.cancel();
        return response.status >= 500 ? undefined : unavailable('refused');
      }
      const answer = answerShape.safeParse(parseJson(await response.text()));
      if (!answer.success) return unavailable('down');
      const { hits } = answer.data.hits;
      // A document in an unreadable shape must not hide the others.
      const documents = hits.flatMap((hit) => {
        const read = source.safeParse(hit._source);
        return read.success ? [read.data] : [];
      });
      if (hits.length > 0 && documents.length === 0) return unavailable('down');
      // A search that timed out at Virk proves nothing about companies it did not find.
      if (answer.data.timed_out && documents.length === 0) return unavailable('timeout');
      return { state: 'answered', documents };
    } catch {
      return signal.aborted ? unavailable('timeout') : undefined;
    }
  }

  return async (index, query, source, signal) => {
    const url = `${base}/${index}/_search`;
    const body = JSON.stringify(query);
    const first = await attempt(url, body, source, signal);
    if (first) return first;
    try {
      await sleep(50 + options.chance() * 150, undefined, { signal });
    } catch {
      return unavailable('timeout');
    }
    return (await attempt(url, body, source, signal)) ?? unavailable('down');
  };
}

function unavailable(code: Unavailable['code']): Unavailable {
  return { state: 'unavailable', code };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
