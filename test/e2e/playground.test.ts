import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { type Product, Somebody, startProduct } from './playground.ts';

const title = mayLeaveOut
  ? `the product in the Playground (${withoutBrowser})`
  : 'the product in the Playground';

describe.skipIf(mayLeaveOut)(title, () => {
  let browser: Browser;
  let product: Product;
  let anna: Somebody;
  let dan: Somebody;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchChromium(), startProduct()]);
    const danAt = await product.addPerson('dan-ravn');
    anna = await Somebody.sitsDown(browser, product.address);
    dan = await Somebody.sitsDown(browser, danAt);
    // Dan's own client shows the Erhvervshus's channel; a coordinator binds it to the office.
    await dan.opens('Erhvervshus Midtjylland');
    await dan.mentions('forbind ehm-midtjylland');
    await dan.page
      .getByText(/Kanalen er nu forbundet/)
      .last()
      .waitFor();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 120_000);

  it('takes a call from the form over the decision to a case that a colleague in another office accepts', async () => {
    await anna.says('ny');
    const form = anna.card('Ny henvendelse').filter({ hasText: 'CVR-nummer' }).last();
    await form.getByRole('textbox', { name: 'CVR-nummer' }).fill('25313763');
    await form.getByRole('textbox', { name: 'Kontaktperson' }).fill('Mette Sørensen');
    await form.getByRole('textbox', { name: 'Telefon' }).fill('40 41 12 34');
    await form.getByRole('combobox', { name: 'Hvad har de brug for?' }).click();
    await anna.page.getByRole('menuitemcheckbox', { name: 'Eksport og internationalisering' }).click();
    await anna.page.keyboard.press('Escape');
    await anna.picture('1-form');
    await form.getByRole('button', { name: 'Find den rette dør' }).click();

    const decision = anna.card('Den rette dør: Erhvervshus Midtjylland');
    await decision.waitFor();
    await decision.getByRole('button', { name: 'Hvorfor her?' }).first().click();
    expect(await decision.innerText()).toContain('Regel O10');
    expect(await decision.innerText()).toContain('Hansen VVS ApS · Viborg');
    await anna.picture('2-decision');
    await decision.getByRole('button', { name: 'Send med samtykke' }).click();

    const sent = anna.card(/er oprettet og sendt til Erhvervshus Midtjylland/);
    await sent.waitFor();
    await anna.picture('3-sent');

    const handover = dan.card('Hansen VVS ApS');
    await handover.waitFor();
    const common = await handover.innerText();
    expect(common).toContain('LES Viborg sender sagen til Erhvervshus Midtjylland');
    // A channel is read by many: whom to call is for those who act on the case.
    expect(common).not.toContain('Mette Sørensen');
    await dan.picture('4-handover');
    await handover.getByRole('button', { name: 'Overtag' }).click();

    const accepted = dan.card(/Erhvervshus Midtjylland, Dan Ravn/);
    await accepted.waitFor();
    await dan.picture('5-accepted');
    // Changed in place: the channel still has one card of the case.
    expect(await dan.page.locator('.ac-adaptiveCard').filter({ hasText: 'Hansen VVS ApS' }).count()).toBe(1);

    // Whom to call stands in his own chat.
    await dan.opens('Personal Chat');
    const own = dan.card('Du har nu sagen');
    await own.waitFor();
    expect(await own.innerText()).toContain('Mette Sørensen · 40 41 12 34');
    await dan.picture('5b-own-card');

    await anna.card(/Dan Ravn/).waitFor();
    await anna.picture('6-sender-told');
  }, 300_000);

  it('speaks English to whoever asks for it', async () => {
    await anna.says('sprog en');
    await anna.says('new');
    const form = anna.card('New enquiry').filter({ hasText: 'CVR number' }).last();
    await form.waitFor();
    expect(await form.innerText()).toContain('Municipality');
    await anna.picture('7-english');
    await anna.says('cancel');
    await anna.says('sprog da');
  }, 300_000);
});
