import { TOOLS, type Tool } from '../tools.ts';
import type { Catalogue } from './catalogue.ts';
import { isValidOn } from './offer.ts';

/** Where a tool is found, by the tool. One without a known link is not there. */
export type ToolLinks = Readonly<Partial<Record<Tool, string>>>;

/** The links of the tools that the catalogue holds as valid on a day (ISO date). */
export function toolLinksOf({ listed }: Catalogue, day: string): ToolLinks {
  const links = new Map<string, string>();
  for (const { offer } of listed) {
    const { kind, code, link } = offer;
    if (kind === 'tool' && code !== null && link !== null && isValidOn(offer, day)) links.set(code, link);
  }
  return Object.fromEntries(TOOLS.flatMap((tool) => (links.has(tool) ? [[tool, links.get(tool)]] : [])));
}
