import { AxeBuilder } from '@axe-core/playwright';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPayload } from '../../cards/actions.ts';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { viewOf } from '../../cards/view-of.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { drawCard, openCardPage, pressed, readMarkdown, wordsDrawn } from './card-page.ts';
import { SAMPLES } from './sample-answers.ts';
import { anyText, seen, TYPED, viewWith } from './typed-words.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** The renderer knows version 1.5; what Teams has beside it falls back (`glance.test.ts`, `charts.test.ts`). */
const FALLS_BACK =
  /^Unknown element type "(?:Badge|ProgressBar|CompoundButton|Chart\.[A-Za-z.]+)"\. Fallback will be used if present\.$/;

const title = mayLeaveOut ? `cards in a browser (${withoutBrowser})` : 'cards in a browser';

describe.skipIf(mayLeaveOut)(title, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    // The accessibility check needs a context of its own.
    const context = await browser.newContext({ viewport: { width: 680, height: 900 } });
    page = await context.newPage();
    await openCardPage(page);
  });

  afterAll(() => browser?.close());

  it.each(
    Object.entries(SAMPLES).flatMap(([name, answer]) =>
      LANGUAGES.map((language) => [name, language, answer] as const),
    ),
  )('draws "%s" in %s whole, with no text cut, and accessible', async (_name, language, answer) => {
    const drawn = await drawCard(page, toAdaptiveCard(viewOf(answer, language)), language);
    expect(drawn.problems.filter((problem) => !FALLS_BACK.test(problem))).toEqual([]);
    expect(drawn.cut).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([]);
  });

  it.each(LANGUAGES)(
    'cuts nothing on any card of 320 pixels, as in a side panel or on a phone, in %s',
    async (language) => {
      const cut: Record<string, readonly string[]> = {};
      for (const [name, answer] of Object.entries(SAMPLES)) {
        const drawn = await drawCard(page, toAdaptiveCard(viewOf(answer, language)), language, {
          width: 320,
        });
        if (drawn.cut.length > 0) cut[name] = drawn.cut;
      }
      expect(cut).toEqual({});
    },
  );

  it('draws what people typed as they typed it, in a client that reads Markdown and in one that does not', async () => {
    const typed = [...TYPED, ...fc.sample(anyText, { numRuns: 150, seed: 7 })].filter(
      (one) => seen(one) !== '',
    );
    const cards = typed.map((one) => toAdaptiveCard(viewWith(one)));
    const other = await page.context().newPage();
    await openCardPage(other);
    const plainly = await wordsDrawn(other, cards);
    await readMarkdown(other);
    const asTeams = await wordsDrawn(other, cards);
    await other.close();
    for (const [index, words] of typed.map(seen).entries()) {
      const expected = [...Array(5).fill(words), 'Navn', words, `• ${words}`, words, words];
      expect(asTeams[index]?.map(seen), words).toEqual(expected);
      // Only the heading is Markdown to every client.
      expect(plainly[index]?.slice(1).map(seen), words).toEqual(expected.slice(1));
    }
  });

  it('sends the whole form, folded fields too, when its button is pressed', async () => {
    const answer = SAMPLES['form filled'];
    if (!answer) throw new Error('The sample is gone');
    await drawCard(page, toAdaptiveCard(viewOf(answer, 'da')), 'da');
    await page.getByRole('textbox', { name: 'CVR-nummer' }).fill('10103940');
    await page.getByRole('button', { name: 'Find den rette dør' }).click();
    const [sent] = await pressed(page);
    expect(readPayload(sent?.data, sent?.verb)).toMatchObject({
      name: 'intake',
      verb: 'intake.submit',
      revision: 7,
      input: {
        cvr: '10103940',
        municipality: '791',
        areas: 'internationalisation,financing,accounting-tax-vat',
        clarified: 'true',
      },
    });
  });

  it('opens the form of a verb, asks for what it needs and sends that alone', async () => {
    const answer = SAMPLES['handover for the receiver'];
    if (!answer) throw new Error('The sample is gone');
    await drawCard(page, toAdaptiveCard(viewOf(answer, 'da')), 'da');
    await page.getByRole('button', { name: 'Returner' }).first().click();
    await page.getByRole('button', { name: 'Returner' }).last().click();
    expect(await pressed(page)).toEqual([]);
    await page.getByLabel('Årsag').selectOption({ label: 'Forkert geografi' });
    await page.getByLabel('Begrundelse').fill('De bor i Skive');
    await page.getByRole('button', { name: 'Returner' }).last().click();
    const [sent] = await pressed(page);
    expect(readPayload(sent?.data, sent?.verb)).toEqual({
      name: 'case-action',
      verb: 'handover.return',
      caseId: 'K3F9-QTX2',
      revision: 3,
      input: { reasonCode: 'wrong-geography', reason: 'De bor i Skive' },
    });
  });

  it('unfolds what is folded away, by mouse and by keyboard', async () => {
    const answer = SAMPLES['handover for the receiver'];
    if (!answer) throw new Error('The sample is gone');
    await drawCard(page, toAdaptiveCard(viewOf(answer, 'da')), 'da');
    const advice = page.getByText('Selvhjælp som forberedelse');
    expect(await advice.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Anbefales også' }).click();
    expect(await advice.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Anbefales også' }).press('Enter');
    expect(await advice.isVisible()).toBe(false);
  });
});
