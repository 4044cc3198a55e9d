import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chatOf, openTeamsWorld } from '../flows/teams-world.ts';
import { runWith } from './cli-world.ts';

it('keeps a sole proprietor who declined out of every export', async () => {
  const data = mkdtempSync(join(tmpdir(), 'indgang-export-'));
  const world = await openTeamsWorld({}, { data });
  const anna = chatOf('anna-holm');
  const [form] = await world.say('anna-holm', anna, 'ny');
  const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', {
    cvr: '99100281',
    municipality: '791',
    contactName: 'Karl Koch',
    areas: 'business-plan',
    description: 'Vil bage surdejsbrød',
    consent: 'declined',
  });
  await world.click('anna-holm', anna, decision, 'intake.confirm');
  await world.deliver();
  await world.close();
  const exported = async (...argv: string[]) =>
    (await runWith(['cases', 'export', ...argv, '--data', data])).out.join('\n');
  const all = `${await exported()}\n${await exported('--full', '--json')}`;
  rmSync(data, { recursive: true, force: true });
  expect(all).toMatch(/"municipality":"791"/);
  expect(all).not.toMatch(/99100281|1990001021|Bjerregaard|Karl Koch|surdejs|Anna Holm/);
}, 60_000);
