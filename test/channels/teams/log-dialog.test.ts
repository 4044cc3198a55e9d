import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inputsOn, wordsOn } from '../../flows/card-hands.ts';
import {
  activityOf,
  channelOf,
  openTeamsWorld,
  type Place,
  type TeamsWorld,
} from '../../flows/teams-world.ts';

/** The message extension "Log henvendelse": from the compose box, the command bar and a message. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const viborg = channelOf('les-791');
/** A chat between two people, in which the bot is no member. */
const between: Place = { id: '19:anna_bo@unq.gbl.spaces', kind: 'personal' };

const dialog = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({ title: z.string(), card: z.object({ contentType: z.string(), content: z.unknown() }) }),
  }),
});

async function invoke(name: string, place: Place, value: object): Promise<{ title: string; card: unknown }> {
  const { status, body } = await world.post(
    activityOf(world.recorder.serviceUrl, 'anna-holm', place, { type: 'invoke', name, value }),
  );
  expect(status).toBe(200);
  const { title, card } = dialog.parse(body).task.value;
  return { title, card: card.content };
}

const open = (place: Place, value: object = {}) =>
  invoke('composeExtension/fetchTask', place, { commandId: 'log', commandContext: 'compose', ...value });

const buttons = z.array(
  z.looseObject({ type: z.string(), title: z.string(), data: z.record(z.string(), z.unknown()).optional() }),
);

function dataOf(card: unknown, verb: string): Record<string, unknown> {
  const { actions } = z.object({ actions: buttons }).parse(card);
  const found = actions.find(({ data }) => data?.verb === verb);
  if (!found?.data) throw new Error(`no ${verb} among ${actions.map(({ data }) => data?.verb).join(', ')}`);
  return found.data;
}

const submit = (place: Place, card: unknown, verb: string, typed: Record<string, string>) =>
  invoke('composeExtension/submitAction', place, {
    commandId: 'log',
    data: { ...inputsOn(card), ...typed, ...dataOf(card, verb) },
  });

describe('“Log henvendelse”', () => {
  it('opens the form from the compose box, with buttons that a dialog can send', async () => {
    const { title, card } = await open(viborg);
    expect(title).toBe('Log henvendelse');
    expect(wordsOn(card)).toContain('CVR');
    expect(JSON.stringify(card)).not.toContain('Action.Execute');
  });

  it('leads to the case in the receiver’s channel, with the decision in between', async () => {
    const { card: form } = await open(viborg);
    const { card: decision } = await submit(viborg, form, 'intake.submit', {
      cvr: '25313763',
      areas: 'internationalisation',
    });
    expect(wordsOn(decision)).toContain('Erhvervshus Midtjylland');
    const { card } = await submit(viborg, decision, 'intake.confirm', { consent: 'consent' });
    expect(wordsOn(card)).toContain('Hansen VVS ApS');
    await world.deliver();
    expect(world.standing(channelOf('ehm-midtjylland'))).toHaveLength(1);
  });

  it('takes the words of the message along that it was opened on, without the editor’s marks', async () => {
    await open(viborg, {
      commandContext: 'message',
      messagePayload: {
        id: '1700000000000',
        body: {
          contentType: 'html',
          content: '<p>Hansen VVS vil <b>sælge</b> til Tyskland &amp; Polen<br>cvr 25313763</p>',
        },
      },
    });
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values.description).toBe('Hansen VVS vil sælge til Tyskland & Polen\ncvr 25313763');
  });

  it('keeps a CPR number of the message out of the draft, and says so', async () => {
    const { card } = await open(viborg, {
      messagePayload: { body: { content: '<p>Jens 010190-1234 vil starte firma i Viborg</p>' } },
    });
    expect(wordsOn(card)).toContain('CPR');
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values.description).not.toContain('010190');
  });

  it('works in a chat between two people, and does not take it for a chat of its own', async () => {
    const { card } = await open(between);
    expect(wordsOn(card)).toContain('CVR');
    const own = await world.service.unitOfWork.run((stores) => stores.people.conversationOf('anna-holm'));
    expect(own?.id).not.toBe(between.id);
  });

  it('names what is wrong in the dialog, and keeps what was typed', async () => {
    const { card: form } = await open(viborg);
    const { card } = await submit(viborg, form, 'intake.submit', {
      cvr: '12345678',
      contactName: 'Mette Hansen',
    });
    expect(wordsOn(card)).toContain('12345678');
    expect(inputsOn(card)).toMatchObject({ contactName: 'Mette Hansen' });
  });

  it('shows at once that it works where the register is slow, with a button to what came of it', async () => {
    await world.close();
    let answer: () => void = () => undefined;
    let asked = 0;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    world = await openTeamsWorld({
      register: {
        findByCvr: async () => {
          asked++;
          await slow;
          return { state: 'unavailable', code: 'timeout' };
        },
        searchByName: async () => ({ state: 'unavailable', code: 'timeout' }),
      },
    });
    const { card: form } = await open(viborg);
    const submitting = submit(viborg, form, 'intake.submit', { cvr: '25313763' });
    await expect.poll(() => asked).toBe(1);
    world.clock.pass(1_500);
    const { card: waiting } = await submitting;
    expect(wordsOn(waiting)).toContain('Et øjeblik');
    answer();
    await expect
      .poll(async () => wordsOn((await submit(viborg, waiting, 'intake.resume', {})).card))
      .toContain('Kommune');
  });
});
