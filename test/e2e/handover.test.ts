import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { demoBindings } from '../../src/demo/demo-bindings.ts';
import { type Running, runService } from '../../src/run-service.ts';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { ahead, runningClock } from '../support/clock.ts';
import { type Playgrounds, playgroundsOn, Somebody } from './playground.ts';

/**
 * What can happen to a handover, between three people in three offices, each in front of a Playground of their own: Anna
 * in Viborg, Dan in the Erhvervshus, Bo in Aarhus. Time passes when the test says so.
 */

const title = mayLeaveOut
  ? `a handover in the Playground (${withoutBrowser})`
  : 'a handover in the Playground';

describe.skipIf(mayLeaveOut)(title, () => {
  let folder: string;
  let browser: Browser;
  let service: Running;
  let playgrounds: Playgrounds;
  let anna: Somebody;
  let dan: Somebody;
  let bo: Somebody;

  // A Tuesday, 10.05 in Denmark, from which time goes on, and leaps.
  const clock = runningClock(ahead('2026-11-24T09:05:00Z'));
  async function itIs(moment: string): Promise<void> {
    clock.set(ahead(moment));
    await service.worker.drain();
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'indgang-handover-'));
    const config = readConfig({ PORT: '0', INDGANG_DATA: ':memory:' });
    [browser, service] = await Promise.all([launchChromium(), runService(config, { clock, log: () => {} })]);
    playgrounds = playgroundsOn(service.port, folder);
    const sitsDown = async (person: string, office: string) => {
      const address = await playgrounds.open(person);
      // An office's channel is where its people are.
      const own = demoBindings(`${address}/_connector`, clock.now());
      await service.bind(own.filter(({ organisation }) => organisation === office));
      return Somebody.sitsDown(browser, address);
    };
    [anna, dan, bo] = await Promise.all([
      sitsDown('anna-holm', 'les-791'),
      sitsDown('dan-ravn', 'ehm-midtjylland'),
      sitsDown('bo-krogh', 'les-751'),
    ]);
    await dan.opens('Erhvervshus Midtjylland');
    await bo.opens('LES Aarhus');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await playgrounds?.stop();
    await service?.close();
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  /** Anna types what she hears, answers what is asked and sends the case to the Erhvervshus; the card that Dan gets. */
  async function annaSends(company: string, line: string): Promise<Locator> {
    await anna.says(`log ${line}`);
    await anna
      .card('gælder et af følgende?')
      .getByRole('button', { name: 'Kompetencen mangler lokalt' })
      .click();
    const decision = anna.card('Den rette dør: Erhvervshus Midtjylland');
    await decision.getByRole('button', { name: 'Send til Erhvervshus Midtjylland' }).click();
    await anna.card('er oprettet og sendt til', company).waitFor();
    const card = dan.card(company);
    await card.waitFor();
    return card;
  }

  /** Chooses from a list of a card. */
  async function choose(who: Somebody, card: Locator, list: string, choice: string): Promise<void> {
    await card.getByRole('combobox', { name: list }).click();
    await who.page
      .getByRole('option', { name: choice })
      .or(who.page.getByRole('menuitemradio', { name: choice }))
      .first()
      .click();
  }

  it('waits while a question is asked and answered, and is then accepted', async () => {
    const card = await annaSends(
      'Hansen VVS ApS',
      'Hansen VVS cvr 25313763 vil sælge til Tyskland, ring til Mette Sørensen 40411234, må gerne deles',
    );
    await card.getByRole('button', { name: 'Spørg' }).click();
    await card
      .getByRole('textbox', { name: 'Dit spørgsmål' })
      .fill('Har de allerede kunder i Tyskland, og er der penge til en rådgiver?');
    await dan.picture('10-asks');
    await card.getByRole('button', { name: 'Spørg' }).last().click();
    await card.getByRole('button', { name: 'Spørg' }).first().waitFor({ state: 'hidden' });
    await dan.picture('11-asked');

    const asked = anna.card('Har de allerede kunder i Tyskland');
    await asked.waitFor();
    await anna.picture('12-question');
    await asked.getByRole('button', { name: 'Besvar' }).click();
    await asked
      .getByRole('textbox', { name: 'Dit svar' })
      .fill('To faste kunder i Flensborg. Ja, op til 50.000 kr.');
    await asked.getByRole('button', { name: 'Besvar' }).last().click();
    await anna.card('To faste kunder i Flensborg').waitFor();
    await anna.picture('13-answered');

    await dan.opens('Personal Chat');
    await dan.card('To faste kunder i Flensborg').waitFor();
    await dan.picture('14-answer-told');
    await dan.opens('Erhvervshus Midtjylland');
    await card.getByRole('button', { name: 'Overtag' }).click();
    await dan.card(/Erhvervshus Midtjylland, Dan Ravn/).waitFor();
    await dan.picture('15-accepted');
    await anna.card(/er overtaget/).waitFor();
    await anna.picture('16-sender-told');
  }, 300_000);

  it('is passed on to a third office, which accepts it', async () => {
    const card = await annaSends(
      'Søndersø Maskinfabrik',
      'Søndersø Maskinfabrik cvr 99100419 vil sælge til Sverige, ring til Jens Bæk 86601020, må gerne deles',
    );
    await card.getByRole('button', { name: 'Flere …' }).click();
    await card.getByRole('button', { name: 'Videresend' }).click();
    await card.getByRole('button', { name: 'Videresend' }).last().click();
    await card.getByText('Udfyld: Organisation').waitFor();
    await choose(dan, card, 'Organisation', 'LES Aarhus');
    await card.getByRole('textbox', { name: 'Begrundelse' }).fill('Fabrikken flytter til Aarhus til nytår');
    await dan.picture('20-forwards');
    await card.getByRole('button', { name: 'Videresend' }).last().click();
    await dan.card('LES Viborg sender sagen til LES Aarhus').waitFor();
    await dan.picture('21-forwarded');

    const passedOn = bo.card('Søndersø Maskinfabrik');
    await passedOn.waitFor();
    expect(await passedOn.innerText()).not.toContain('Videresend');
    await bo.picture('22-third-office');
    await passedOn.getByRole('button', { name: 'Overtag' }).click();
    await bo.card(/LES Aarhus, Bo Krogh/).waitFor();
    await bo.picture('23-accepted-there');
    await anna.card('Søndersø Maskinfabrik', 'LES Aarhus, Bo Krogh').waitFor();
  }, 300_000);

  it('comes back with a reason, and then the coordinators settle who takes it', async () => {
    const card = await annaSends(
      'Holding af 2019',
      'Holding af 2019 cvr 99100141 vil sælge til Norge, ring til Åse Bjerregaard 86601020, må gerne deles',
    );
    await card.getByRole('button', { name: 'Returner' }).click();
    await card.getByRole('button', { name: 'Returner' }).last().click();
    await card.getByText('Udfyld: Årsag').waitFor();
    await choose(dan, card, 'Årsag', 'Ingen kapacitet lige nu');
    await card.getByRole('textbox', { name: 'Begrundelse' }).fill('Vi har fuldt hus til efter nytår');
    await dan.picture('30-returns');
    await card.getByRole('button', { name: 'Returner' }).last().click();

    const back = anna.card('har sendt sagen', 'tilbage til jer');
    await back.waitFor();
    await anna.picture('31-returned');
    // Returned once is as often as it may be: now the two coordinators decide, in Viborg and in the Erhvervshus.
    await dan.opens('Personal Chat');
    const grey = dan.card('Gråzone: Holding af 2019');
    await grey.waitFor();
    await dan.picture('32-grey-zone');
    await grey.getByRole('button', { name: 'Afgør' }).click();
    await grey.getByRole('radio', { name: 'Erhvervshus Midtjylland' }).click();
    await grey.getByRole('button', { name: 'Afgør' }).last().click();
    await dan.card('Holding af 2019', 'Åben · Erhvervshus Midtjylland').waitFor();
    await dan.picture('33-settled');
    await dan.opens('Erhvervshus Midtjylland');
    await anna.opens('General');
    await anna.card('Gråzonen er afgjort', 'Holding af 2019').waitFor();
    await anna.picture('34-sender-told');
    await anna.opens('Personal Chat');
  }, 300_000);

  it('goes back to the sender when nobody answers in time, and everybody is told', async () => {
    await annaSends(
      'Å-dalens Økologi',
      'Å-dalens Økologi cvr 99100559 vil sælge til Holland, ring til Ole Lund 86601020, må gerne deles',
    );
    await itIs('2026-11-24T23:00:00Z');
    await itIs('2026-11-25T07:05:00Z');
    await dan.picture('40-reminded');
    await itIs('2026-11-25T09:10:00Z');
    await dan.opens('Personal Chat');
    await itIs('2026-11-25T23:00:00Z');
    await itIs('2026-11-26T07:05:00Z');
    const expired = 'Ingen svarede i tide';
    await dan.card(expired, 'Å-dalens Økologi').waitFor();
    await dan.picture('41-expired-coordinator');
    await anna.card(expired, 'Å-dalens Økologi').waitFor();
    await anna.picture('42-expired-sender');
    await dan.opens('Erhvervshus Midtjylland');
    // The card that stood in their channel can no longer be accepted.
    expect(await dan.card('Å-dalens Økologi').innerText()).not.toContain('Overtag');
    await dan.picture('43-expired-channel');
    await itIs('2026-11-26T09:10:00Z');
    await anna.opens('General');
    await anna.card('Fristen er overskredet', 'Å-dalens Økologi').waitFor();
    await anna.picture('44-broken');
  }, 300_000);
});
