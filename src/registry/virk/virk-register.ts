import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { CompanyRegister, RegisterAnswer } from '../../app/ports.ts';
import { isCvrNumber } from '../../core/cvr-number.ts';
import { fromVirk, VIRK_FIELDS, type VirkCompany, virkCompany } from './virk-company.ts';

export interface VirkOptions {
  /** Where `cvr-permanent/...` lies: Virk itself speaks plain HTTP, so this is usually an https proxy of one's own. */
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
  /** Everything, the second try included, ends within this many milliseconds. */
  readonly budgetMs?: number;
  /** A number from 0 up to 1, which spreads second tries. */
  readonly chance: () => number;
}

const answerShape = z.object({
  timed_out: z.boolean().optional(),
  hits: z.object({ hits: z.array(z.unknown()) }),
});
const hitShape = z.object({ _source: z.object({ Vrvirksomhed: virkCompany }) });

type Failure = Extract<RegisterAnswer<never>, { state: 'unavailable' }>;
type Hits = { readonly companies: readonly VirkCompany[] } | Failure;

/** The CVR register behind Virk's Elasticsearch (`cvr-permanent/virksomhed/_search`). Never throws. */
export function createVirkRegister(options: VirkOptions): CompanyRegister {
  const url = `${options.baseUrl.replace(/\/+$/, '')}/cvr-permanent/virksomhed/_search`;
  const authorization = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`;

  /** One try; undefined where the server stumbled, so that a second try may help. */
  async function attempt(body: string, signal: AbortSignal): Promise<Hits | undefined> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body,
        signal,
      });
      if (response.status >= 500) {
        await response.body?.cancel();
        return undefined;
      }
      if (!response.ok) {
        await response.body?.cancel();
        return unavailable('refused');
      }
      const answer = answerShape.safeParse(parseJson(await response.text()));
      if (!answer.success) return unavailable('down');
      const { hits } = answer.data.hits;
      // One company in a shape we cannot read does not hide the others.
      const companies = hits.flatMap((hit) => hitShape.safeParse(hit).data?._source.Vrvirksomhed ?? []);
      if (hits.length > 0 && companies.length === 0) return unavailable('down');
      // A search that Virk cut short proves nothing about what it did not find.
      return answer.data.timed_out && companies.length === 0 ? unavailable('timeout') : { companies };
    } catch {
      return signal.aborted ? unavailable('timeout') : undefined;
    }
  }

  async function search(query: object, size: number): Promise<Hits> {
    const signal = AbortSignal.timeout(options.budgetMs ?? 2000);
    const body = JSON.stringify({ size, _source: VIRK_FIELDS, query });
    const first = await attempt(body, signal);
    if (first) return first;
    try {
      await sleep(50 + options.chance() * 150, undefined, { signal });
    } catch {
      return unavailable('timeout');
    }
    return (await attempt(body, signal)) ?? unavailable('down');
  }

  return {
    async findByCvr(cvr) {
      if (!isCvrNumber(cvr)) return { state: 'not-found' };
      const hits = await search({ term: { 'Vrvirksomhed.cvrNummer': Number(cvr) } }, 1);
      if (!('companies' in hits)) return hits;
      const [company] = hits.companies;
      return company ? { state: 'found', value: fromVirk(company) } : { state: 'not-found' };
    },

    async searchByName(name, limit) {
      const wanted = name.trim();
      if (wanted === '' || limit < 1) return { state: 'not-found' };
      const field = 'Vrvirksomhed.virksomhedMetadata.nyesteNavn.navn';
      // Closed companies are taken out afterwards, so more are asked for than wanted.
      const hits = await search(
        {
          bool: {
            must: {
              match: { [field]: { query: wanted, operator: 'and', fuzziness: 'AUTO', prefix_length: 1 } },
            },
            should: { match_phrase_prefix: { [field]: { query: wanted, boost: 3 } } },
          },
        },
        limit * 3,
      );
      if (!('companies' in hits)) return hits;
      const value = hits.companies
        .map(fromVirk)
        .filter((company) => !company.ceased)
        .slice(0, limit);
      return value.length > 0 ? { state: 'found', value } : { state: 'not-found' };
    },
  };
}

function unavailable(code: Failure['code']): Failure {
  return { state: 'unavailable', code };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
