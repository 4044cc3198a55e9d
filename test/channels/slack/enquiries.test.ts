import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { enquiriesOf } from '../../../src/core/case/enquiries.ts';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { textOn } from './slack-hands.ts';
import { openProduct } from './slack-product.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** Enquiries with a deadline each, typed in Slack, in both languages. */

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
const kept = async () => {
  const [kase] = await product.unitOfWork.read((stores) => stores.cases.page('', 10));
  if (!kase) throw new Error('there is no case');
  return kase;
};

it('a later contact with a new need on an answered case starts an enquiry of its own', async () => {
  await say('log Hansen VVS, 25313763, vil have netværk for nye ledere');
  await say('ret anledning potentiale');
  await say('bekræft med samtykke');
  const { id } = await kept();
  await say(`kontaktet ${id} telefon`);
  expect(await say(`tilføj ${id} de vil have hjælp til at skaffe finansiering`)).toContain('ny frist');
  await say(`kontaktet ${id} mail`);
  await say('sprog en');
  expect(await say(`add ${id} new need: they called again`)).toContain('a new deadline applies');
  expect(await say('undo')).not.toContain('has been undone');
  const kase = await kept();
  expect(enquiriesOf(kase).map(({ promise, trigger }) => [promise, trigger])).toEqual([
    [0, 'potential'],
    [1, null],
    [2, null],
  ]);
  expect([kase.status, kase.promise.answeredAt]).toEqual(['open', null]);
  expect(await say(`case ${id}`)).toContain('potential');
});
