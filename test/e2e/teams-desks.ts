import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { demoBindings } from '../../src/demo/demo-bindings.ts';
import { runService } from '../../src/run-service.ts';
import { ahead, runningClock } from '../support/clock.ts';
import type { Channel, Desk, Role } from './desk.ts';
import { playgroundsOn, Somebody } from './playground.ts';

/** Desks in Teams: a Playground in Chromium for each person, all of them clients of one service. */

const PEOPLE = {
  newcomer: 'anna-holm',
  consultant: 'anna-holm',
  phone: 'eva-lund',
  colleague: 'carla-winther',
  coordinator: 'dan-ravn',
} as const;
type Name = (typeof PEOPLE)[Role];

/** The office whose channel a person has in their client. */
const CHANNELS: Partial<Record<Name, { readonly office: string; readonly name: string }>> = {
  'anna-holm': { office: 'les-791', name: 'General' },
  'carla-winther': { office: 'ehm-midtjylland', name: 'Erhvervshus Midtjylland' },
};

const exactly = (title: string) => new RegExp(`^\\s*${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

function deskOf(role: Role, somebody: Somebody, look: (name: string, page: Somebody) => Promise<void>): Desk {
  const { page } = somebody;
  let pictures = 0;
  let about: string | RegExp = '';
  const cards = () => page.locator('.ac-adaptiveCard');
  /** The card that was read last, or where its words are gone all of them. */
  async function inFront(): Promise<Locator> {
    const own = cards().filter({ hasText: about }).last();
    return (await own.count()) > 0 ? own : page.locator('body');
  }
  const titled = (scope: Locator, title: string) =>
    scope
      .locator('button:visible')
      .filter({ hasText: exactly(title) })
      .last();

  async function presses(title: string): Promise<number> {
    const scope = await inFront();
    const more = titled(scope, 'Flere …');
    const isFolded = !(await titled(scope, title).isVisible()) && (await more.isVisible());
    if (isFolded) await more.click();
    await titled(scope, title).click();
    return isFolded ? 2 : 1;
  }
  async function choose(list: Locator, choice: string): Promise<void> {
    await list.click();
    const options = ['menuitemcheckbox', 'menuitemradio', 'option'] as const;
    const [first, ...others] = options.map((kind) => page.getByRole(kind, { name: choice, exact: true }));
    await others
      .reduce((all, one) => all.or(one), first as Locator)
      .first()
      .click();
    await page.keyboard.press('Escape');
  }
  async function enters(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      const text = cards().getByRole('textbox', { name }).last();
      const list = cards().getByRole('combobox', { name }).last();
      await text.or(list).last().waitFor();
      if (await list.isVisible()) await choose(list, value);
      else await text.fill(value);
    }
  }
  return {
    types: (line) => somebody.says(line),
    opensForm: () => somebody.says('ny'),
    presses,
    async fills(opens, fields) {
      const clicks = await presses(opens);
      await enters(fields);
      await titled(await inFront(), opens).click();
      return clicks + 1;
    },
    enters,
    turnsTo: (place) =>
      somebody.opens(place === 'chat' ? 'Personal Chat' : (CHANNELS[PEOPLE[role]]?.name ?? 'General')),
    async reads(words) {
      about = words;
      // Small talk is a message without a card.
      await cards().filter({ hasText: words }).or(page.getByText(words)).last().waitFor();
      await look(`teams-${role}-${String(++pictures).padStart(2, '0')}`, somebody);
    },
  };
}

/** Starts the service and a Playground for each of the people. */
export async function openTeamsDesks(browser: Browser): Promise<Channel> {
  const folder = mkdtempSync(join(tmpdir(), 'indgang-walks-'));
  // A Friday, 10.00 in Denmark, as in Slack's walks.
  const clock = runningClock(ahead('2026-11-20T09:00:00Z'));
  const service = await runService(readConfig({ PORT: '0', INDGANG_DATA: ':memory:' }), {
    clock,
    log: () => {},
  });
  const playgrounds = playgroundsOn(service.port, folder);
  const faults: string[] = [];

  async function look(name: string, somebody: Somebody): Promise<void> {
    await somebody.picture(name);
    const { page } = somebody;
    // The client's own page is not ours to judge.
    const { violations } = await new AxeBuilder({ page })
      .include('.ac-adaptiveCard')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      // How the Playground marks what opens; the public renderer of the tests of cards has neither fault.
      .disableRules(['aria-allowed-attr', 'aria-valid-attr-value'])
      .analyze();
    faults.push(...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html.slice(0, 160)}`));
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.ac-adaptiveCard .ac-textBlock, .ac-adaptiveCard button')]
        .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.innerText.slice(0, 100)),
    );
    faults.push(...cut.map((text) => `${name}: cut: ${text}`));
  }

  const people = new Map<Name, Somebody>();
  for (const person of new Set(Object.values(PEOPLE))) {
    const address = await playgrounds.open(person);
    const own = demoBindings(`${address}/_connector`, clock.now());
    await service.bind(own.filter(({ organisation }) => organisation === CHANNELS[person]?.office));
    people.set(person, await Somebody.sitsDown(browser, address));
  }
  const desks = Object.fromEntries(
    (Object.keys(PEOPLE) as Role[]).map((role) => {
      const somebody = people.get(PEOPLE[role]);
      if (!somebody) throw new Error(`nobody is ${role}`);
      return [role, deskOf(role, somebody, look)];
    }),
  );
  return {
    desks: desks as Channel['desks'],
    faults: () => faults,
    async close() {
      await playgrounds.stop();
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
