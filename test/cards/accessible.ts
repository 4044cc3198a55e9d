import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/**
 * What axe finds on a page without frames: of each fault the card it is in (`data-card`), the rule, and the element. It checks by a
 * page of its own in the context as well, unless it is told that there are no frames.
 */
export async function faultsOnPage(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG).analyze();
  const nodes = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => ({ id, html: html.slice(0, 160), target: String(target[0]) })),
  );
  return page.evaluate(
    (found) =>
      found.map(({ id, html, target }) => {
        const card = document.querySelector(target)?.closest<HTMLElement>('[data-card]')?.dataset.card;
        return `${card ?? 'the page'}: ${id}: ${html}`;
      }),
    nodes,
  );
}

/** A list in runs of so many. */
export function inRunsOf<One>(most: number, list: readonly One[]): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, run) =>
    list.slice(run * most, (run + 1) * most),
  );
}
