import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Inbound, Reply } from '../../../src/app/inbound.ts';
import { wordsOf } from '../../../src/channels/slack/message-words.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { SAMPLES } from '../../cards/sample-answers.ts';
import { slackModal } from './block-kit-rules.ts';
import {
  allButtons,
  clickOn,
  inMessage,
  inWindow,
  stateOf,
  submissionAnswer,
  textOn,
  viewPayload,
} from './slack-hands.ts';
import { openProduct } from './slack-product.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

/** What a person did always shows somewhere, also where Slack no longer takes the usual answer. */

const sample = (name: string): Answer => {
  const found = SAMPLES[name];
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};
const blocksOf = z.looseObject({ blocks: z.array(z.unknown()) });

describe('windows and answers that Slack no longer takes', () => {
  let world: SlackWorld;
  let receive: (inbound: Inbound) => Promise<Reply>;
  const answers = (...all: readonly Answer[]) => {
    receive = async () => ({ answers: all, language: 'da' });
  };
  beforeEach(async () => {
    answers({ kind: 'help' });
    world = await openSlackWorld({ receive: (inbound) => receive(inbound) });
  });
  afterEach(() => world.close());

  /** Opens the form of a verb from a card in direct messages, and returns the title of its button. */
  async function openForm(channel = 'D000000001'): Promise<void> {
    answers(sample('handover for the receiver'));
    await world.command('sag K3F9-QTX2');
    const card = blocksOf.parse(JSON.parse((await world.command('sag K3F9-QTX2')).body));
    const verb = allButtons(card).find(({ action_id = '' }) => action_id.includes('handover.return'));
    await world.interact({
      type: 'block_actions',
      ...inMessage(channel),
      actions: [clickOn(card, verb?.text.text ?? '')],
    });
  }
  const submit = (typed: Readonly<Record<string, string>> = {}) =>
    world.interact({ type: 'view_submission', view: viewPayload(world.window(), typed) });

  it('shows the reply in the window once the message it came from takes no more answers', async () => {
    await openForm();
    world.clock.set(new Date(Date.parse(world.clock.now()) + 31 * 60_000).toISOString());
    const answer = submissionAnswer(
      (await submit({ reasonCode: 'wrong-geography', reason: 'De bor i Skive' })).body,
    );
    expect(answer.response_action).toBe('update');
    expect(textOn(slackModal.parse(answer.view))).toContain('Hansen VVS');
    expect(world.of('response')).toEqual([]);
  });

  it.each([
    ['chat.postMessage', 'D000000001'],
    ['chat.postEphemeral', ''],
  ])('posts the reply anew (%s) where Slack refuses the answer to a message', async (method, dm) => {
    await openForm(dm || world.office);
    world.trouble('response', { status: 404 });
    const { body } = await submit({ reasonCode: 'wrong-geography', reason: 'De bor i Skive' });
    expect(submissionAnswer(body).response_action).toBe('clear');
    const posted = world.last(method);
    expect(textOn(blocksOf.parse(posted.body))).toContain('Hansen VVS');
    expect(posted.body).toMatchObject(
      dm === '' ? { channel: world.office, user: world.anna } : { channel: world.anna },
    );
  });

  it('writes to the person where it may not write in the channel', async () => {
    await openForm(world.office);
    world.trouble('response', { status: 404 });
    world.trouble('chat.postEphemeral', { error: 'not_in_channel' });
    await submit({ reasonCode: 'wrong-geography', reason: 'De bor i Skive' });
    expect(world.last('chat.postMessage').body).toMatchObject({ channel: world.anna });
  });

  it('puts a fourth form in the place of the window it was opened from', async () => {
    answers(sample('handover for the receiver'));
    await world.interact({ type: 'shortcut', callback_id: 'log-henvendelse' });
    const window = world.window();
    world.trouble('views.push', { error: 'push_limit_reached' });
    const verb = allButtons(window.view).find(({ action_id = '' }) => action_id.includes('handover.return'));
    await world.interact(
      {
        type: 'block_actions',
        ...inWindow,
        view: viewPayload(window),
        actions: [clickOn(window.view, verb?.text.text ?? '')],
      },
      { viewId: window.id },
    );
    expect(world.last('views.update').body).toMatchObject({ view_id: window.id, hash: window.hash });
    expect(Object.keys(stateOf(world.window().view).values)).toEqual(['reasonCode', 'reason']);
  });

  it('answers in the person’s chat where the Home tab’s window does not open', async () => {
    answers(sample('cases'));
    await world.event({ type: 'app_home_opened', user: world.anna, channel: 'D1', tab: 'home' });
    const home = blocksOf.parse(world.last('views.publish').body.view);
    world.trouble('views.open', { error: 'expired_trigger_id' });
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      response_url: undefined,
      view: { id: 'V1', type: 'home', private_metadata: '' },
      actions: [clickOn(home, allButtons(home)[0]?.text.text ?? '')],
    });
    expect(world.last('chat.postMessage').body).toMatchObject({ channel: world.anna });
  });

  it('answers in the person’s chat where the window was closed meanwhile', async () => {
    await world.interact({ type: 'shortcut', callback_id: 'log-henvendelse' });
    answers(sample('case of the owner'));
    const window = world.window();
    world.trouble('views.update', { error: 'not_found' });
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      response_url: undefined,
      view: viewPayload(window),
      actions: [clickOn(window.view, allButtons(window.view)[0]?.text.text ?? '')],
    });
    expect(textOn(blocksOf.parse(world.last('chat.postMessage').body))).toContain('Hansen VVS');
  });

  it.each([
    [
      'blocks of an app',
      { text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Hansen* &amp; Søn' } }] },
    ],
    [
      'an attachment',
      { text: '', attachments: [{ pretext: 'Fra kontaktformularen', text: 'Hansen & Søn' }] },
    ],
    [
      'a message passed on',
      {
        text: '',
        attachments: [{ is_share: true, text: 'Hansen vil eksportere', fallback: '[20. nov] Bo: …' }],
      },
    ],
  ])('takes the words of a message shortcut from %s', async (_, message) => {
    await world.interact({
      type: 'message_action',
      callback_id: 'log-besked',
      channel: { id: world.office },
      message: { ts: '1.1', ...message },
    });
    const { command } = world.inbound.at(-1) ?? {};
    expect(command).toMatchObject({ name: 'log', text: expect.stringContaining('Hansen') });
  });

  it.each(['da', 'en'] as const)('says that a message has no words to take along (%s)', async (language) => {
    receive = async () => ({ answers: [sample('form empty')], language });
    await world.interact({
      type: 'message_action',
      callback_id: 'log-besked',
      channel: { id: world.office },
      message: { ts: '1.1', text: '', files: [{ id: 'F1', name: 'regnskab.pdf' }] },
    });
    expect(textOn(world.window().view)).toMatch(
      /filer og billeder gemmes ikke|files and pictures are not kept/,
    );
  });
});

describe('the words of a message', () => {
  it('are its text, where a person wrote it', () => {
    const rich = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] };
    expect(wordsOf({ text: ' Hej <@U1> ', blocks: [rich] })).toBe('Hej <@U1>');
  });
  it('are those of its blocks, line by line, where an app says that it cannot be shown', () => {
    const words = wordsOf({
      bot_id: 'B1',
      text: "This content can't be displayed.",
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Ny henvendelse <3' } },
        { type: 'section', fields: [{ type: 'mrkdwn', text: '*CVR* 25313763' }] },
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Svar' } }] },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'ring til ' },
                { type: 'user', user_id: 'U7' },
                { type: 'link', url: 'https://firma.dk/?a=1&b=2' },
              ],
            },
          ],
        },
      ],
    });
    expect(words).toBe('Ny henvendelse &lt;3\n*CVR* 25313763\nring til <@U7>https://firma.dk/?a=1&amp;b=2');
  });
  it('are none where there is only a picture', () => {
    expect(wordsOf({ text: null, blocks: [{ type: 'image', alt_text: 'x' }], attachments: null })).toBe('');
  });
});

describe('an enquiry in a window', () => {
  let product: Awaited<ReturnType<typeof openProduct>>;
  beforeEach(async () => {
    product = await openProduct();
  });
  afterEach(() => product.close());

  it('shows what is saved after two look-ups at once', async () => {
    const { world } = product;
    await world.command('ny');
    const window = world.window();
    const lookUp = (cvr: string) =>
      world.interact({
        type: 'block_actions',
        ...inWindow,
        view: viewPayload(window, { cvr }),
        actions: [{ type: 'plain_text_input', action_id: 'cvr', value: cvr }],
      });
    await lookUp('25313763');
    // The second look-up was clicked in the window as it stood before the first was shown.
    await lookUp('99100141');
    expect(world.of('views.update').map(({ answer }) => answer.error ?? 'ok')).toContain('hash_conflict');
    const draft = await product.unitOfWork.run((stores) => stores.drafts.active('anna'));
    const shown = JSON.stringify(stateOf(world.window().view).values);
    expect(shown).toContain(draft?.values.companyName);
    expect(draft?.values.cvr).toBe('99100141');
  });

  it('is confirmed in the same window after a refusal: nothing was saved', async () => {
    const { world } = product;
    await world.command('ny');
    const sent = async (typed: Readonly<Record<string, string>>, on: ModalView, trigger: string) => {
      const { body } = await world.interact({
        type: 'view_submission',
        view: viewPayload({ ...world.window(), view: on }, typed),
        trigger_id: trigger,
      });
      return submissionAnswer(body);
    };
    const draft = () => product.unitOfWork.run((stores) => stores.drafts.active('anna'));
    const form = world.window().view;
    const values = { municipality: '791', areas: 'internationalisation', stage: 'established' };
    const decision = (await sent(values, form, 't1')).view as ModalView;
    const before = await draft();
    expect(before?.step).toBe('decision');
    expect(decision.submit).toBeUndefined();
    // Typed without a basis it is refused, and the window that is still open keeps its revision.
    await world.event({
      type: 'message',
      channel: `D-${world.anna}`,
      channel_type: 'im',
      user: world.anna,
      text: 'bekræft',
      ts: '1795233549.000100',
    });
    expect((await draft())?.revision).toBe(before?.revision);
    const basis = allButtons(decision).find(({ value = '' }) => value.includes('public-task'));
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      view: viewPayload({ ...world.window(), view: decision }),
      actions: [clickOn(decision, basis?.text.text ?? '')],
    });
    expect(await product.unitOfWork.run((stores) => stores.cases.get('K3F9-QTX3'))).toMatchObject({
      basis: { kind: 'public-task' },
    });
  });
});
