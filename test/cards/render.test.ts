import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPayload } from '../../cards/actions.ts';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { viewOf } from '../../cards/view-of.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { faultsOnPage, inRunsOf } from './accessible.ts';
import { drawCard, drawCards, openCardPage, pressed, readMarkdown, wordsDrawn } from './card-page.ts';
import { SAMPLES } from './sample-answers.ts';
import { anyText, seen, TYPED, viewWith } from './typed-words.ts';

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

  const runs = inRunsOf(12, Object.entries(SAMPLES));
  it.each(
    LANGUAGES.flatMap((language) =>
      runs.map((run) => [`"${run[0]?.[0]}" to "${run.at(-1)?.[0]}"`, language, run] as const),
    ),
  )('draws %s in %s whole, with no text cut, and accessible', async (_names, language, run) => {
    const cards = run.map(([name, answer]) => [name, toAdaptiveCard(viewOf(answer, language))] as const);
    const drawn = await drawCards(page, cards, language);
    const wrong = drawn.flatMap(({ problems, cut }, at) => {
      const unknown = problems.filter((problem) => !FALLS_BACK.test(problem));
      return [...unknown, ...cut].map((one) => `${run[at]?.[0]}: ${one}`);
    });
    expect(wrong).toEqual([]);
    expect(await faultsOnPage(page)).toEqual([]);
  });

  it('says in which of the cards on a page a fault is', async () => {
    const cards = ['first', 'second'].map((name) => [name, toAdaptiveCard(viewWith(name))] as const);
    await drawCards(page, cards, 'da');
    expect(await faultsOnPage(page)).toEqual([]);
    await page.evaluate(() => document.querySelector('[data-card=second]')?.append(new Image(9, 9)));
    expect(await faultsOnPage(page)).toEqual([expect.stringMatching(/^second: image-alt: <img /)]);
  });

  it.each(LANGUAGES)(
    'cuts nothing on any card of 320 pixels, as in a side panel or on a phone, in %s',
    async (language) => {
      const cards = Object.entries(SAMPLES).map(
        ([name, answer]) => [name, toAdaptiveCard(viewOf(answer, language))] as const,
      );
      const drawn = await drawCards(page, cards, language, { width: 320 });
      const cut = drawn.flatMap(({ cut }, at) => cut.map((text) => `${cards[at]?.[0]}: ${text}`));
      expect(cut).toEqual([]);
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
