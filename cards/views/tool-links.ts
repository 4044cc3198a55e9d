import { sentencesIn } from '../../dialogs/sentences.ts';
import type { ToolLinks } from '../../src/core/offers/tool-links.ts';
import { TOOLS, type Tool } from '../../src/core/tools.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import { facts } from './parts.ts';

/** Where those of the tools are found that have a known link, each tool once. */
export function toolLinkBlocks(
  tools: readonly (Tool | null)[],
  links: ToolLinks,
  language: Language,
): Block[] {
  const { registration } = sentencesIn(language);
  return facts(
    TOOLS.filter((tool) => tools.includes(tool)).map((tool) => {
      const href = links[tool];
      return [registration.tool[tool], href === undefined ? undefined : [{ text: href, href }]];
    }),
  );
}

/**
 * Where those of the tools are found that have a known link, beside the input in which they are chosen:
 * `Klimakompasset: https://…`. Empty without any.
 */
export function toolLinkHint(tools: readonly Tool[], links: ToolLinks, language: Language): string {
  const { registration } = sentencesIn(language);
  return TOOLS.filter((tool) => tools.includes(tool))
    .flatMap((tool) => (links[tool] ? [`${registration.tool[tool]}: ${links[tool]}`] : []))
    .join(' · ');
}
