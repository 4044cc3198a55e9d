import { type Asked, type Line, patterns } from './line.ts';

/** What is said of the caller and of what was done for them, which is no need: `kunden er sur`, `de fik sparring, 2 timer`. */

const CALLER = patterns(({ remarks }) => remarks.caller);
const SERVICES = patterns(({ remarks }) => remarks.services);
/** Eight digits name a company or a caller: the line tells of them. */
const NUMBER = /(?:\d *){8}/;

/** What a remark is about; undefined where a stretch of a line is none. */
export function remarkIn(line: Line, { start, end }: Asked): 'caller' | 'services' | undefined {
  const folded = line.folded.slice(start, end);
  if (line.asks || NUMBER.test(folded)) return undefined;
  if (SERVICES.some((form) => form.test(folded))) return 'services';
  return CALLER.some((form) => form.test(folded)) ? 'caller' : undefined;
}
