import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { slackModal } from './block-kit-rules.ts';
import { allButtons, clickOn, inWindow, stateOf, viewPayload } from './slack-hands.ts';
import { openProduct } from './slack-product.ts';

/** The intake form with Slack's own fields: companies of the register, e-mail addresses, and a part that is shown on demand. */

let product: Awaited<ReturnType<typeof openProduct>>;
beforeEach(async () => {
  product = await openProduct();
});
afterEach(() => product.close());

const suggested = z.object({
  options: z.array(z.object({ value: z.string(), text: z.object({ text: z.string().max(75) }) })),
});
async function suggest(value: string) {
  const { status, body } = await product.world.interact({
    type: 'block_suggestion',
    action_id: 'cvr',
    block_id: 'cvr|r1',
    value,
  });
  expect(status).toBe(200);
  return suggested.parse(JSON.parse(body)).options.map(({ value: cvr, text }) => [cvr, text.text]);
}
const fields = () =>
  Object.values(stateOf(product.world.window().view).values).flatMap((one) => Object.keys(one));

describe('the menu of companies', () => {
  it('finds them by part of their name, and by number', async () => {
    expect(await suggest('hansen')).toContainEqual(['25313763', 'Hansen VVS ApS · 25313763']);
    expect(await suggest('25 31 37 63')).toEqual([['25313763', 'Hansen VVS ApS · 25313763']]);
  });

  it('offers a number that the register does not know, and nothing for a wrong one', async () => {
    expect(await suggest('10000009')).toEqual([['10000009', '10000009']]);
    expect(await suggest('25313764')).toEqual([]);
    expect(await suggest('x')).toEqual([]);
  });

  it('asks the register about no CPR number', async () => {
    expect(await suggest('Hansen 170263-4127')).toEqual([]);
  });

  it('fills the form with the company that was picked', async () => {
    const { world } = product;
    await world.command('ny');
    const window = world.window();
    expect(JSON.stringify(window.view.blocks)).toContain('"type":"external_select"');
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      view: viewPayload(window, { cvr: '25313763' }),
      actions: [
        {
          type: 'external_select',
          action_id: 'cvr',
          block_id: 'cvr',
          selected_option: { value: '25313763' },
        },
      ],
    });
    const { view } = world.window();
    expect(slackModal.safeParse(view).error?.issues).toBeUndefined();
    expect(JSON.stringify(stateOf(view).values)).toContain('Hansen VVS ApS');
  });
});

describe('the form', () => {
  it('shows ten fewer fields at first, and all of them on demand, with what was typed', async () => {
    const { world } = product;
    await world.command('ny');
    const window = world.window();
    const first = fields();
    expect(first).not.toContain('contactEmail');
    const more = allButtons(window.view).find(({ text }) => text.text.endsWith('…'))?.text.text ?? '';
    const open = async (typed: Readonly<Record<string, string>>) =>
      world.interact({
        type: 'block_actions',
        ...inWindow,
        view: viewPayload(world.window(), typed),
        actions: [{ ...clickOn(window.view, more), block_id: 'unfold' }],
      });
    await open({ contactName: 'Hanne Hansen' });
    const { view } = world.window();
    expect(slackModal.safeParse(view).error?.issues).toBeUndefined();
    expect(fields()).toEqual(expect.arrayContaining([...first, 'contactEmail', 'founded', 'consent']));
    expect(JSON.stringify(stateOf(view).values)).toContain('Hanne Hansen');
    expect(JSON.stringify(view.blocks)).toContain('"type":"email_text_input"');
    // A look-up in the register leaves it open.
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      view: viewPayload(world.window(), { cvr: '25313763', contactEmail: 'h@hansen.dk' }),
      actions: [{ type: 'external_select', action_id: 'cvr', block_id: 'cvr' }],
    });
    expect(fields()).toContain('contactEmail');
    expect(JSON.stringify(stateOf(world.window().view).values)).toContain('h@hansen.dk');
  });
});
