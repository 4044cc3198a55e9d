import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { type Product, Somebody, startProduct } from './playground.ts';

/** The steps of the README's "Try it", each with the words that it tells people to type, choose and press. */
const STEPS = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  .split('## Try it')[1]
  ?.split('To be somebody else')[0]
  ?.split(/^\d+\. /m)
  .slice(1)
  .map((step) => [...step.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words));

const title = mayLeaveOut ? `the walk of the README (${withoutBrowser})` : 'the walk of the README';

describe.skipIf(mayLeaveOut)(title, () => {
  let browser: Browser;
  let product: Product;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchChromium(), startProduct()]);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 120_000);

  it('leads word for word from the first line to a case that the Erhvervshus has', async () => {
    const [[type = ''] = [], [cvr = '', need = '', find = ''] = [], [send = ''] = [], [take = ''] = []] =
      STEPS ?? [];
    expect(STEPS?.map((words) => words.length)).toEqual([1, 3, 1, 1]);
    const you = await Somebody.sitsDown(browser, product.address);
    await you.says(type);
    const form = you.card('Ny henvendelse').filter({ hasText: 'CVR-nummer' }).last();
    await form.getByRole('textbox', { name: 'CVR-nummer' }).fill(cvr);
    await form.getByRole('combobox', { name: 'Hvad har de brug for?' }).click();
    await you.page.getByRole('menuitemcheckbox', { name: need }).click();
    await you.page.keyboard.press('Escape');
    await form.getByRole('button', { name: find }).click();
    const decision = you.card('Den rette dør: Erhvervshus Midtjylland');
    await you.picture('walk-1-decision');
    await decision.getByRole('button', { name: send }).click();
    await you.card(/er oprettet og sendt til Erhvervshus Midtjylland/).waitFor();
    await you.opens('Erhvervshus Midtjylland');
    const handover = you.card('Hansen VVS ApS');
    await you.picture('walk-2-handover');
    await handover.getByRole('button', { name: take }).click();
    await you.card(/Erhvervshus Midtjylland, Anna Holm/).waitFor();
    await you.picture('walk-3-taken');
  }, 300_000);
});
