import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { slackModal } from './block-kit-rules.ts';
import {
  clickOn,
  inMessage,
  inWindow,
  stateOf,
  submissionAnswer,
  textOn,
  viewPayload,
} from './slack-hands.ts';
import { openProduct } from './slack-product.ts';
import type { SlackWorld } from './slack-world.ts';

const history = z.object({
  messages: z.array(
    z.object({ ts: z.string(), blocks: z.array(z.unknown()).default([]), thread_ts: z.string().optional() }),
  ),
});

describe('a case in Slack, from the call to the accepted handover', () => {
  let product: Awaited<ReturnType<typeof openProduct>>;
  let world: SlackWorld;
  beforeAll(async () => {
    product = await openProduct();
    world = product.world;
  });
  afterAll(() => product.close());

  /** Cards that stand in the Erhvervshus's channel, as Slack keeps them; threads left out. */
  async function cardsOfHouse() {
    const read = history.parse(await world.api('conversations.history', { channel: world.house }, 'anna'));
    return read.messages.filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts);
  }

  it('begins with a channel that is bound by a mention', async () => {
    await world.api('conversations.invite', { channel: world.house, users: world.bot }, 'anna');
    await world.event({
      type: 'app_mention',
      channel: world.house,
      user: world.carla,
      text: `<@${world.bot}> forbind ehm-midtjylland`,
      ts: '1795233543.000100',
    });
    const bound = await product.unitOfWork.run((stores) => stores.bindings.ofOrganisation('ehm-midtjylland'));
    expect(bound[0]?.conversation.id).toBe(`slack:${world.team}:${world.house}`);
    expect(
      textOn({ blocks: z.array(z.unknown()).parse(world.last('chat.postMessage').body.blocks) }),
    ).toContain('Erhvervshus Midtjylland');
  });

  it('opens the form, and the register fills it', async () => {
    await world.command('ny');
    const empty = world.window();
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      view: viewPayload(empty, { cvr: '25313763' }),
      actions: [{ type: 'plain_text_input', action_id: 'cvr', value: '25313763' }],
    });
    const values = JSON.stringify(stateOf(world.window().view).values);
    expect(values).toContain('Hansen VVS ApS');
    expect(textOn(world.window().view)).toContain('Fundet i CVR');
    expect(values).toContain('"791"');
  });

  it('shows whose door it is, and why', async () => {
    const response = await world.interact({
      type: 'view_submission',
      view: viewPayload(world.window(), {
        areas: 'internationalisation',
        stage: 'established',
        contactName: 'Hanne Hansen',
        contactPhone: '40411234',
        description: 'Vil sælge varmepumper til Tyskland',
      }),
    });
    const answer = submissionAnswer(response.body);
    expect(answer.response_action).toBe('update');
    const decision = slackModal.parse(answer.view);
    expect(textOn(decision)).toContain('Sig til virksomheden: Erhvervshus Midtjylland svarer senest');
    expect(textOn(decision)).toMatch(/Regel O\d+/);

    // Which basis it is, nobody is nudged to: the window has no button of its own for it.
    expect(decision.submit).toBeUndefined();
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      view: viewPayload({ id: world.window().id, hash: 'h', view: Object(answer.view) }),
      actions: [clickOn(decision, 'Send med samtykke')],
    });
    expect(textOn(world.window().view)).toContain('K3F9-QTX2');
    expect(textOn(world.window().view)).toContain('Sig til virksomheden: Erhvervshus Midtjylland');
  });

  it('posts the card in the receiver’s channel, without contact and free text', async () => {
    await product.worker.drain();
    const [card, ...others] = await cardsOfHouse();
    expect(others).toEqual([]);
    const text = textOn({ blocks: card?.blocks ?? [] });
    expect(text).toContain('Hansen VVS ApS');
    expect(world.last('chat.postMessage').body.text).toMatch(
      /^Hansen VVS ApS: LES Viborg sender sagen til Erhvervshus Midtjylland\. Svar senest .+ kl\. .+\.$/,
    );
    expect(text).not.toMatch(/Hanne|40 ?41 ?12 ?34|varmepumper/);
  });

  it('is accepted from the card by somebody of the receiver, and by nobody else', async () => {
    const [card] = await cardsOfHouse();
    const click = clickOn({ blocks: card?.blocks ?? [] }, 'Overtag');
    await world.interact(
      { type: 'block_actions', ...inMessage(world.house), actions: [click] },
      { user: world.carla },
    );
    const answer = world.last('response').body;
    expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    const own = textOn({ blocks: z.array(z.unknown()).parse(answer.blocks) });
    expect(own).toContain('Hanne Hansen');

    const kase = await product.unitOfWork.run((stores) => stores.cases.get('K3F9-QTX2'));
    expect(kase?.owner).toBe('ehm-midtjylland');
    expect(kase?.assignee?.person).toBe('carla');
  });

  it('changes the card in place, and tells the sender', async () => {
    const [before] = await cardsOfHouse();
    await product.worker.drain();
    const [after, ...others] = await cardsOfHouse();
    expect(others).toEqual([]);
    expect(after?.ts).toBe(before?.ts);
    const text = textOn({ blocks: after?.blocks ?? [] });
    expect(text).toContain('Carla Winther');
    expect(JSON.stringify(after?.blocks)).not.toContain('handover.accept');
    const told = world.of('chat.postMessage').filter(({ body }) => body.channel !== world.house);
    expect(JSON.stringify(told.map(({ body }) => body))).toContain('Carla Winther');
  });

  it('tells the second who clicks that the case is taken', async () => {
    const stale = {
      type: 'button',
      action_id: '0:handover.accept::',
      value: JSON.stringify({ verb: 'handover.accept', caseId: 'K3F9-QTX2', revision: 1 }),
    };
    await world.interact(
      { type: 'block_actions', ...inMessage(world.house), actions: [stale] },
      { user: world.anna },
    );
    const answer = textOn({ blocks: z.array(z.unknown()).parse(world.last('response').body.blocks) });
    expect(answer).toContain('Carla Winther');
  });

  it('is in the shared CRM once, and on Carla’s Home tab', async () => {
    await product.worker.drain();
    expect(await product.crm.findByCvr('25313763')).toMatchObject([
      { caseId: 'K3F9-QTX2', owner: 'ehm-midtjylland' },
    ]);
    await world.event({ type: 'app_home_opened', user: world.carla, channel: 'D1', tab: 'home' });
    const home = Object(world.last('views.publish').body.view);
    expect(textOn(home)).toContain('Hansen VVS ApS');
  });

  it('can be gone through by typing alone', async () => {
    const said = async (text: string) => {
      await world.event({
        type: 'message',
        channel: 'D1',
        channel_type: 'im',
        user: world.carla,
        text,
        ts: '1.1',
      });
      return textOn({ blocks: z.array(z.unknown()).parse(world.last('chat.postMessage').body.blocks) });
    };
    expect(await said('kontaktet K3F9-QTX2')).toContain('K3F9-QTX2');
    const kase = await product.unitOfWork.run((stores) => stores.cases.get('K3F9-QTX2'));
    expect(kase?.promise.answeredAt).not.toBeNull();
    expect(await said('sager')).toContain('Hansen VVS ApS');
  });

  it('is undone by “Fortryd” on the card, and by “Undo” in English', async () => {
    const kept = () => product.unitOfWork.run((stores) => stores.cases.get('K3F9-QTX2'));
    const cardOf = async (line: string) => {
      await world.event({
        type: 'message',
        channel: 'D1',
        channel_type: 'im',
        user: world.carla,
        text: line,
        ts: `1.${line.length}`,
      });
      return { blocks: z.array(z.unknown()).parse(world.last('chat.postMessage').body.blocks) };
    };
    const click = (card: { readonly blocks: readonly unknown[] }, title: string) =>
      world.interact(
        { type: 'block_actions', ...inMessage('D1', true), actions: [clickOn(card, title)] },
        { user: world.carla },
      );
    expect((await kept())?.promise.answeredAt).not.toBeNull();
    await click(await cardOf('sag K3F9-QTX2'), 'Fortryd');
    expect((await kept())?.promise.answeredAt).toBeNull();
    const answer = world.last('response').body;
    expect(answer).toMatchObject({ replace_original: true });
    const undone = { blocks: z.array(z.unknown()).parse(answer.blocks) };
    expect(textOn(undone)).toContain('Fristen løber, som om den aldrig var stoppet.');
    expect(JSON.stringify(undone)).not.toContain('case.undo');
    // The card in the channel follows.
    await product.worker.drain();
    const [inChannel] = await cardsOfHouse();
    expect(textOn({ blocks: inChannel?.blocks ?? [] })).toContain('Svar virksomheden senest');

    await cardOf('sprog en');
    await cardOf('contacted K3F9-QTX2 phone');
    await click(await cardOf('case K3F9-QTX2'), 'Undo');
    expect((await kept())?.promise.answeredAt).toBeNull();
  });
});
