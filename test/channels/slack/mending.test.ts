import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { textOn } from './slack-hands.ts';
import { openProduct } from './slack-product.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** Corrections, attempts and merging, typed in Slack, in both languages. */

let product: Awaited<ReturnType<typeof openProduct>>;
beforeAll(async () => {
  product = await openProduct({ language });
});
afterAll(() => product.close());

const body = z.looseObject({ text: z.string(), blocks: z.array(z.unknown()).default([]) });
let count = 0;

/** Types in Anna's own chat; what can be read on the messages that came of it. */
async function say(text: string) {
  const { world } = product;
  const before = world.of('chat.postMessage').length;
  const ts = `1795233543.${String(++count).padStart(6, '0')}`;
  const user = world.anna;
  await world.event({ type: 'message', channel: `D-${user}`, channel_type: 'im', user, text, ts });
  const posted = world.of('chat.postMessage').slice(before);
  return posted.map((call) => textOn(body.parse(call.body))).join('\n');
}
const cases = async () => {
  const all = await product.unitOfWork.read((stores) => stores.cases.page('', 10));
  return all.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || a.revision - b.revision);
};
const kept = async (id: string) => (await cases()).find((one) => one.id === id);

it('a case is corrected, the company tried in vain, and two cases become one', async () => {
  await say('log Hansen VVS, 25313763, vil gerne med i et netværk');
  await say('bekræft med samtykke');
  const [first] = await cases();
  const id = first?.id ?? '';
  expect(await say(`ret ${id} telefon 40 99 88 77`)).toContain('Oplysningerne er rettet.');
  expect((await kept(id))?.values.contactPhone).toBe('40998877');
  expect(await say(`forsøgt ${id} telefonsvarer`)).toContain('Forsøget er registreret.');
  await say('sprog en');
  expect(await say(`correct ${id} contact Ole Bak`)).toContain('The information has been corrected.');
  expect(await say(`tried ${id}`)).toContain('2 times');
  await say('sprog da');
  await say('log en før-starter i Viborg vil have hjælp til en forretningsplan');
  await say('bekræft med samtykke');
  const second = (await cases()).find((one) => one.id !== id);
  expect(await say(`flet ${id} ${second?.id}`)).toContain('Det kan ikke fortrydes.');
  await say('sprog en');
  expect(await say(`merge ${id} ${second?.id} yes`)).toContain('The two cases are now one.');
  expect((await cases()).filter(({ mergedInto }) => mergedInto !== undefined)).toHaveLength(1);
});
