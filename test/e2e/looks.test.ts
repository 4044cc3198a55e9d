import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { viewOf } from '../../cards/view-of.ts';
import { drawMessage } from '../../src/channels/slack/draw.ts';
import { LANGUAGES, type Language } from '../../src/core/vocabulary.ts';
import { drawCard, openCardPage } from '../cards/card-page.ts';
import type { Theme } from '../cards/themes.ts';
import { drawMessage as asMessage, drawBlocks, slackPage } from '../support/block-kit-html.ts';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { openPlainDesks, type PlainDesks } from './plain-desks.ts';
import { WALKS } from './walks.ts';

/**
 * Every card of the walks of five roles in both languages, in Teams' dark and contrast themes and in Slack on a dark
 * ground, 320 pixels wide: nothing is cut, and axe finds nothing.
 */

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const NARROW = 320;
/** Slack's client in its dark theme, in a side pane. */
const SLACK_DARK = `
  body { padding: 0; color: #d1d2d3; background: #1a1d21; }
  main { width: ${NARROW}px; }
  h1, small, .context, ::placeholder { color: #ababad; }
  .from { color: #f8f8f8; } a { color: #1d9bd1; }
  button { background: #1a1d21; color: #f8f8f8; }
  button.danger { background: #b41541; }
  button.primary { background: #007a5a; }
  .mention { background: #16344a; color: #8fd0f2; }
  input, select, textarea { background: #1a1d21; color: #d1d2d3; }
`;

const title = mayLeaveOut ? `the looks of the walks (${withoutBrowser})` : 'the looks of the walks';

describe.skipIf(mayLeaveOut)(title, () => {
  let browser: Browser;
  let page: Page;
  let walked: PlainDesks;

  beforeAll(async () => {
    walked = await openPlainDesks();
    for (const { role, walk } of WALKS) await walk(walked.desks[role]);
    browser = await launchChromium();
    page = await (await browser.newContext({ viewport: { width: NARROW + 40, height: 900 } })).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await walked?.close();
  });

  /** What axe finds on the page. */
  async function violations(): Promise<readonly string[]> {
    const found = await new AxeBuilder({ page }).withTags(WCAG).analyze();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  }

  it('are those of every step', () => {
    expect(walked.seen.size).toBeGreaterThan(25);
  });

  it.each(
    LANGUAGES.flatMap((language) =>
      (['dark', 'contrast'] as const).map((theme) => [language, theme] as const),
    ),
  )('are whole and accessible in Teams in %s, %s and narrow', async (language: Language, theme: Theme) => {
    await openCardPage(page, theme);
    const faults: string[] = [];
    for (const [name, answer] of walked.seen) {
      const { cut } = await drawCard(page, toAdaptiveCard(viewOf(answer, language)), language, {
        theme,
        width: NARROW,
      });
      faults.push(...cut.map((text) => `${name}: cut: ${text}`));
      faults.push(...(await violations()).map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it.each(LANGUAGES)('are whole and accessible in Slack in %s, dark and narrow', async (language) => {
    const faults: string[] = [];
    for (const [name, answer] of walked.seen) {
      const { blocks, text } = drawMessage(answer, language);
      const inner = blocks.length > 0 ? drawBlocks(blocks, 'm', new Map()) : `<p>${text}</p>`;
      await page.setContent(slackPage(language, asMessage('Indgang', inner)));
      await page.addStyleTag({ content: SLACK_DARK });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main *')]
          .filter(
            (one) =>
              one.clientWidth > 0 &&
              !(one instanceof HTMLInputElement) &&
              one.scrollWidth > one.clientWidth + 1,
          )
          .map((one) => one.innerText.slice(0, 100)),
      );
      faults.push(...cut.map((words) => `${name}: cut: ${words}`));
      faults.push(...(await violations()).map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});
