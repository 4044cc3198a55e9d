import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound, Reply } from '../../../src/app/inbound.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { draftOf, SAMPLES } from '../../cards/sample-answers.ts';
import { slackMessage, slackModal } from './block-kit-rules.ts';
import {
  buttonOn,
  buttonsOn,
  clickOn,
  inMessage,
  inWindow,
  stateOf,
  submissionAnswer,
  textOn,
  viewPayload,
} from './slack-hands.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

const sample = (name: string): Answer => {
  const found = SAMPLES[name];
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};
const caseAnswer = (name: string) => {
  const found = sample(name);
  if (found.kind !== 'case') throw new Error(`${name} is no case`);
  return found;
};

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

const draft = draftOf();
const shown = (call: { readonly body: Readonly<Record<string, unknown>> }) =>
  slackMessage.parse({ text: call.body.text, blocks: call.body.blocks });
const submit = (typed: Readonly<Record<string, string>> = {}) =>
  world.interact({ type: 'view_submission', view: viewPayload(world.window(), typed) });

/** That a failure is told with the code by which it is found in the log. */
function saysFaultOf(text: string): void {
  expect(text).toContain('intet er gemt');
  const [code] = /F-[2-9B-Z]{4}/.exec(text) ?? [];
  const told = world.logged.filter(({ event }) => event === 'slack.turn-failed').at(-1);
  expect(told?.details).toMatchObject({ code });
  expect(code).toBeDefined();
}

describe('/indgang', () => {
  it('opens the intake form as a window with `ny`', async () => {
    answers(sample('form filled'));
    const response = await world.command('ny');
    expect(response).toEqual({ status: 200, headers: {}, body: '' });
    expect(world.inbound[0]).toMatchObject({
      command: { name: 'new' },
      audience: 'person',
      person: { identity: `slack:${world.team}:${world.anna}` },
      conversation: { id: `slack:${world.team}:${world.office}`, kind: 'channel' },
    });
    const { view } = world.window();
    expect(slackModal.safeParse(view).error?.issues).toBeUndefined();
    expect(view.submit?.text).toBeDefined();
    expect(stateOf(view).values).toMatchObject({});
  });

  it('says what it can do when nothing follows', async () => {
    const response = await world.command('');
    expect(world.inbound[0]?.command).toEqual({ name: 'help' });
    expect(JSON.parse(response.body)).toMatchObject({ response_type: 'ephemeral' });
  });

  it.each([
    ['log Hansen VVS cvr 25313763', { name: 'log', text: 'Hansen VVS cvr 25313763' }],
    ['sager kontor', { name: 'cases', filter: 'office' }],
    ['sag K3F9-QTX2', { name: 'case', caseId: 'K3F9-QTX2' }],
    ['hjælp', { name: 'help' }],
    ['sprog en', { name: 'language', language: 'en' }],
    [
      'overtag K3F9-QTX2',
      { name: 'case-action', verb: 'handover.accept', caseId: 'K3F9-QTX2', revision: null, input: {} },
    ],
  ])('means what the same words mean everywhere: %s', async (text, command) => {
    await world.command(text);
    expect(world.inbound[0]?.command).toEqual(command);
  });

  it('is answered to the person alone, with everything that was answered', async () => {
    answers(sample('notice'), sample('handover for the receiver'));
    const response = await world.command('sag K3F9-QTX2');
    expect(
      slackMessage.safeParse({
        text: JSON.parse(response.body).text,
        blocks: JSON.parse(response.body).blocks,
      }).success,
    ).toBe(true);
    expect(JSON.parse(response.body).response_type).toBe('ephemeral');
    expect(world.of('response').map(({ body }) => body.response_type)).toEqual(['ephemeral']);
  });

  it('opens the form when a logged line leaves something to fill in', async () => {
    answers(sample('form with candidates'));
    await world.command('log Hansen');
    expect(textOn(world.window().view)).toContain('Hansen & Søn Tømrer');
  });

  it('does not bind a channel that it cannot post to', async () => {
    const response = await world.command('forbind les-791');
    expect(world.inbound).toEqual([]);
    expect(response.body).toContain('/invite @Indgang');
    const invited = await world.api(
      'conversations.invite',
      { channel: world.office, users: world.bot },
      'anna',
    );
    expect(invited).toMatchObject({ ok: true });
    await world.command('forbind les-791');
    expect(world.inbound[0]).toMatchObject({
      command: { name: 'connect', organisation: 'les-791' },
      conversation: { id: `slack:${world.team}:${world.office}`, kind: 'channel' },
    });
  });

  it('says that it failed, and that nothing was saved, when it did', async () => {
    receive = async () => {
      throw new Error('the store is down');
    };
    expect((await world.command('sager')).status).toBe(200);
    expect(world.last('response').body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
    });
    saysFaultOf(String(world.last('response').body.text));
    await world.command('ny');
    saysFaultOf(textOn(world.window().view));
  });

  it('is answered as a message when the window can no longer be opened', async () => {
    answers(sample('form filled'));
    world.trouble('views.open', { error: 'expired_trigger_id' });
    expect((await world.command('ny')).status).toBe(200);
    expect(world.inbound).toHaveLength(1);
    expect(buttonsOn(shown(world.last('response')))).toContain('Udfyld formularen');
  });

  it('answers Slack’s certificate check', async () => {
    const response = await world.channel.handleCommands(world.signed('ssl_check=1&token=x'));
    expect(response.status).toBe(200);
  });
});

describe('Slack while it has to wait for us', () => {
  let finish: () => void;

  async function openBusy(patience: {
    readonly openMs: number;
    readonly acknowledgeMs: number;
  }): Promise<void> {
    await world.close();
    let busy = Promise.resolve();
    receive = async () => ({ answers: [sample('form filled')], language: 'da' });
    world = await openSlackWorld({
      receive: async (inbound) => {
        await busy;
        return receive(inbound);
      },
      patience,
    });
    finish = () => {};
    hold = () => {
      busy = new Promise<void>((resolve) => {
        finish = resolve;
      });
    };
  }
  let hold: () => void;

  it('opens a window at once, empty, and fills it when the answer is there', async () => {
    await openBusy({ openMs: 10, acknowledgeMs: 5_000 });
    hold();
    const opening = world.command('ny');
    await expect.poll(() => world.of('views.open').length).toBe(1);
    expect(textOn(world.window().view)).toBe('Et øjeblik …');
    finish();
    await opening;
    expect(world.last('views.update').answer).toMatchObject({ ok: true });
    expect(textOn(world.window().view)).toContain('Ny henvendelse');
  });

  it('acknowledges a window that was sent, and shows what came of it later', async () => {
    await openBusy({ openMs: 5_000, acknowledgeMs: 10 });
    await world.command('ny');
    hold();
    answers(sample('decision elsewhere'));
    const before = world.of('views.update').length;
    let answered = '';
    const sending = submit().then((response) => {
      answered = response.body;
    });
    // The answer to the request does not wait for the turn; only what follows does.
    await expect.poll(() => world.inbound.length).toBe(2);
    expect(world.of('views.update')).toHaveLength(before);
    await sleep(50);
    finish();
    await sending;
    expect(textOn(slackModal.parse(submissionAnswer(answered).view))).toBe('Et øjeblik …');
    expect(textOn(world.window().view)).toContain('Erhvervshus Midtjylland');
  });

  it('acknowledges a command, and answers it later to the person alone', async () => {
    await openBusy({ openMs: 5_000, acknowledgeMs: 10 });
    hold();
    answers(sample('cases'));
    const asking = world.command('sager');
    await expect.poll(() => world.inbound.length).toBe(1);
    await sleep(50);
    finish();
    expect(await asking).toEqual({ status: 200, headers: {}, body: '' });
    expect(world.last('response').body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
    });
  });
});

describe('the shortcut "Log henvendelse"', () => {
  it('opens the form from anywhere', async () => {
    answers(sample('form empty'));
    await world.interact({ type: 'shortcut', callback_id: 'log-henvendelse' });
    expect(world.inbound[0]).toMatchObject({
      command: { name: 'new' },
      conversation: { kind: 'personal', id: `slack:${world.team}:${world.anna}` },
    });
    expect(slackModal.safeParse(world.window().view).success).toBe(true);
  });

  it('carries a message’s text over', async () => {
    answers(sample('decision elsewhere'));
    await world.interact({
      type: 'message_action',
      callback_id: 'log-besked',
      channel: { id: world.office, name: 'les-viborg' },
      message: {
        type: 'message',
        user: world.anna,
        ts: '1795233543.0001',
        text: 'Hansen &amp; Søn vil eksportere',
      },
    });
    expect(world.inbound[0]?.command).toEqual({ name: 'log', text: 'Hansen & Søn vil eksportere' });
    expect(textOn(world.window().view)).toContain('Erhvervshus Midtjylland');
  });
});

describe('the intake form as a window', () => {
  beforeEach(async () => {
    answers(sample('form filled'));
    await world.command('ny');
  });

  it('is sent with everything on it, and becomes the decision', async () => {
    answers(sample('decision elsewhere'));
    const response = await submit({
      companyName: 'Hansen VVS',
      municipality: '791',
      areas: 'internationalisation,csr',
      crisis: 'true',
    });
    expect(world.inbound.at(-1)?.command).toMatchObject({
      name: 'intake',
      verb: 'intake.submit',
      draftId: draft.id,
      revision: draft.revision,
      input: {
        companyName: 'Hansen VVS',
        municipality: '791',
        areas: 'internationalisation,csr',
        crisis: 'true',
      },
    });
    const answer = submissionAnswer(response.body);
    expect(answer.response_action).toBe('update');
    expect(slackModal.safeParse(answer.view).error?.issues).toBeUndefined();
    expect(textOn(slackModal.parse(answer.view))).toContain('Erhvervshus Midtjylland');
  });

  it('says at the field what is wrong, and keeps what was typed', async () => {
    const form = sample('form empty');
    if (form.kind !== 'intake-form') throw new Error('no form');
    answers({
      ...form,
      problems: [{ field: 'cvr', refusal: { code: 'not-a-cvr' }, typed: '25313764' }],
    });
    const before = world.of('views.update').length;
    const answer = submissionAnswer((await submit({ cvr: '25313764' })).body);
    expect(answer.response_action).toBe('errors');
    const [[block, sentence] = ['', '']] = Object.entries(answer.errors ?? {});
    expect(block.startsWith('cvr')).toBe(true);
    expect(sentence).toContain('otte cifre');
    expect(world.of('views.update')).toHaveLength(before);
  });

  it('is filled when the register has answered for a CVR number', async () => {
    const window = world.window();
    const form = sample('form filled');
    if (form.kind !== 'intake-form') throw new Error('no form');
    answers({ ...form, draft: { ...form.draft, revision: form.draft.revision + 1 } });
    const response = await world.interact({
      type: 'block_actions',
      ...inWindow,
      view: viewPayload(window, { cvr: '25313763', contactName: 'Hanne' }),
      actions: [{ type: 'plain_text_input', action_id: 'cvr', block_id: 'cvr', value: '25313763' }],
    });
    expect(response.status).toBe(200);
    expect(world.inbound.at(-1)?.command).toMatchObject({
      name: 'intake',
      verb: 'intake.lookup',
      draftId: draft.id,
      input: { cvr: '25313763', contactName: 'Hanne' },
    });
    const update = world.last('views.update');
    expect(update.answer).toMatchObject({ ok: true });
    expect(update.body).toMatchObject({ view_id: window.id, hash: window.hash });
    // Slack shows a new value only in a block with a new id.
    const ids = (view: { blocks: readonly { block_id?: string }[] }) =>
      view.blocks.flatMap(({ block_id = 'unfold' }) => (block_id === 'unfold' ? [] : [block_id]));
    const kept = ids(world.window().view).filter((id) => ids(window.view).includes(id));
    expect(kept).toEqual([]);
  });

  it('shows what a button in it leads to, in the same window', async () => {
    answers(sample('form with candidates'));
    await world.command('log Hansen');
    const window = world.window();
    answers(sample('form filled'));
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      view: viewPayload(window),
      actions: [clickOn(window.view, 'Vælg Hansen VVS ApS')],
    });
    expect(world.inbound.at(-1)?.command).toMatchObject({
      verb: 'intake.lookup',
      input: { cvr: '25313763' },
    });
    expect(world.last('views.update').body).toMatchObject({ view_id: window.id });
  });

  it('is refused by name when it carries what we never put there', async () => {
    answers(sample('refused'));
    const view = viewPayload(world.window());
    await world.interact({
      type: 'view_submission',
      view: { ...view, state: { values: { x: { admin: { type: 'plain_text_input', value: 'true' } } } } },
    });
    expect(world.inbound.at(-1)?.command).toEqual({ name: 'unreadable', problem: 'unknown-key admin' });
  });

  it('closes quietly when it is none of ours', async () => {
    const response = await world.interact({
      type: 'view_submission',
      view: { ...viewPayload(world.window()), private_metadata: 'x' },
    });
    expect(submissionAnswer(response.body)).toEqual({ response_action: 'clear' });
  });

  it('shows that it failed when it did, and what came too late when it comes', async () => {
    receive = async () => {
      throw new Error('the store is down');
    };
    const answer = submissionAnswer((await submit()).body);
    saysFaultOf(textOn(slackModal.parse(answer.view)));
  });
});

describe('the decision as a window', () => {
  beforeEach(async () => {
    answers(sample('decision elsewhere'));
    await world.command('log Hansen VVS');
    // A decision is answered as a message; from the message shortcut it is a window.
    await world.interact({
      type: 'message_action',
      callback_id: 'log-besked',
      channel: { id: world.office },
      message: { ts: '1.1', text: 'Hansen VVS' },
    });
  });

  it.each([
    ['Send med samtykke', 'consent'],
    ['Send: offentlig opgave', 'public-task'],
    ['Nej, behold hos os', 'declined'],
  ])('is confirmed with %s, in one click', async (title, consent) => {
    const window = world.window();
    expect(window.view.submit).toBeUndefined();
    answers(sample('handover for the receiver'));
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      view: viewPayload(window),
      actions: [clickOn(window.view, title)],
    });
    expect(world.inbound.at(-1)?.command).toMatchObject({ verb: 'intake.confirm', input: { consent } });
    expect(buttonsOn(world.window().view).length).toBeGreaterThan(1);
  });

  it('opens the form of one part of what was read, and of no other', async () => {
    const window = world.window();
    await world.interact(
      {
        type: 'block_actions',
        ...inWindow,
        view: viewPayload(window),
        actions: [clickOn(window.view, 'Ret kontakt')],
      },
      { viewId: window.id },
    );
    const onTop = world.window();
    expect(onTop.view.title.text).toBe('Ret kontakt');
    answers(sample('decision elsewhere'));
    await world.interact({
      type: 'view_submission',
      view: viewPayload(onTop, { contactName: 'Ole Bak', contactPhone: '40411234' }),
    });
    expect(world.inbound.at(-1)?.command).toMatchObject({
      verb: 'intake.correct',
      draftId: draft.id,
      input: { question: 'contact', contactName: 'Ole Bak', contactPhone: '40411234' },
    });
  });

  it('asks for another owner and the reason in a window on top', async () => {
    const window = world.window();
    await world.interact(
      {
        type: 'block_actions',
        ...inWindow,
        view: viewPayload(window),
        actions: [clickOn(window.view, 'Vælg en anden modtager')],
      },
      { viewId: window.id },
    );
    expect(world.inbound.at(-1)?.command).toMatchObject({ verb: 'intake.resume', draftId: draft.id });
    expect(world.last('views.push').answer).toMatchObject({ ok: true });
    answers(sample('decision at its longest'));
    const onTop = world.window();
    expect(onTop.view.title.text).toBe('Vælg en anden modtager');
    await world.interact({
      type: 'view_submission',
      view: viewPayload(onTop, { organisation: 'les-760', reason: 'De kender dem' }),
    });
    expect(world.inbound.at(-1)?.command).toMatchObject({
      verb: 'intake.override',
      revision: draft.revision,
      input: { organisation: 'les-760', reason: 'De kender dem' },
    });
  });
});

describe('a card in a channel', () => {
  const common = caseAnswer('handover in the channel');
  const receivers = caseAnswer('handover for the receiver');
  const place = () =>
    ({
      channel: 'slack',
      id: `slack:${world.team}:${world.office}`,
      kind: 'channel',
      reference: JSON.stringify({ team: world.team, channel: world.office }),
    }) as const;

  beforeEach(async () => {
    await world.channel.messenger.post(place(), {
      answer: { ...common, viewer: { ...common.viewer, verbs: receivers.viewer.verbs } },
      language: 'da',
    });
  });
  const card = () => shown(world.last('chat.postMessage'));

  it('is accepted with one click, answered to who clicked alone', async () => {
    answers(receivers);
    const response = await world.interact({
      type: 'block_actions',
      ...inMessage(world.office),
      actions: [clickOn(card(), 'Overtag')],
    });
    expect(response.status).toBe(200);
    expect(world.inbound[0]).toMatchObject({
      command: {
        name: 'case-action',
        verb: 'handover.accept',
        caseId: common.case.id,
        revision: common.case.revision,
      },
      conversation: { id: `slack:${world.team}:${world.office}`, kind: 'channel' },
      audience: 'person',
      person: { identity: `slack:${world.team}:${world.anna}` },
    });
    // The card that all see follows from the worker, in the view that all may see.
    expect(world.of('response').map(({ body }) => [body.response_type, body.replace_original])).toEqual([
      ['ephemeral', false],
    ]);
  });

  it('asks for the reason of a return in a window, and answers where it was opened', async () => {
    answers(receivers);
    await world.interact({
      type: 'block_actions',
      ...inMessage(world.office),
      actions: [clickOn(card(), buttonOn(card(), 'Returner').text.text)],
    });
    expect(world.inbound.at(-1)?.command).toEqual({ name: 'case', caseId: common.case.id });
    const window = world.window();
    expect(window.view.title.text).toBe('Returner');
    const response = await submit({ reasonCode: 'wrong-geography', reason: 'De bor i Skive' });
    expect(world.inbound.at(-1)).toMatchObject({
      command: {
        verb: 'handover.return',
        caseId: common.case.id,
        revision: common.case.revision,
        input: { reasonCode: 'wrong-geography', reason: 'De bor i Skive' },
      },
      conversation: { id: `slack:${world.team}:${world.office}` },
    });
    expect(submissionAnswer(response.body)).toEqual({ response_action: 'clear' });
    expect(world.last('response').body).toMatchObject({ response_type: 'ephemeral' });
  });

  it('says at the field that a reason is missing', async () => {
    answers(receivers);
    await world.interact({
      type: 'block_actions',
      ...inMessage(world.office),
      actions: [clickOn(card(), 'Returner')],
    });
    answers({ ...receivers, problems: [{ field: 'reason', refusal: { code: 'reason-needed' }, typed: '' }] });
    const answer = submissionAnswer((await submit({ reasonCode: 'other' })).body);
    expect(answer.response_action).toBe('errors');
    expect(Object.keys(answer.errors ?? {})).toEqual(['reason']);
  });

  it('shows how things stand when the button no longer does anything', async () => {
    answers({ kind: 'refused', refusal: { code: 'already-taken', params: { caseId: common.case.id } } });
    await world.interact({
      type: 'block_actions',
      ...inMessage(world.office),
      actions: [clickOn(card(), 'Returner')],
    });
    expect(world.window().view.submit).toBeUndefined();
  });

  it('is not believed about who clicked', async () => {
    const forged = {
      ...clickOn(card(), 'Overtag'),
      value: JSON.stringify({ verb: 'handover.accept', caseId: 'K3F9-QTX2', person: 'carla' }),
    };
    await world.interact({ type: 'block_actions', ...inMessage(world.office), actions: [forged] });
    expect(world.inbound[0]?.command).toEqual({ name: 'unreadable', problem: 'unknown-key person' });
  });
});

describe('a card in direct messages', () => {
  it('is replaced by what came of it', async () => {
    answers(sample('question municipality'));
    await world.event({
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: world.anna,
      text: 'guide',
      ts: '1.1',
    });
    const message = shown(world.last('chat.postMessage'));
    answers(sample('question areas'));
    await world.interact({
      type: 'block_actions',
      ...inMessage('D000000001', true),
      state: stateOf(message, { municipality: '791' }),
      actions: [clickOn(message, 'Svar')],
    });
    expect(world.inbound.at(-1)?.command).toMatchObject({
      verb: 'intake.answer',
      input: { question: 'municipality', municipality: '791' },
    });
    expect(world.last('response').body).toMatchObject({ replace_original: true });
  });

  it('stays where it is when the click was refused', async () => {
    answers(sample('decision elsewhere'));
    await world.event({
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: world.anna,
      text: 'log x',
      ts: '1.1',
    });
    const message = shown(world.last('chat.postMessage'));
    answers(sample('refused'));
    await world.interact({
      type: 'block_actions',
      ...inMessage('D000000001'),
      state: stateOf(message),
      actions: [clickOn(message, 'Annuller')],
    });
    expect(world.last('response').body).toMatchObject({
      replace_original: false,
      response_type: 'ephemeral',
    });
  });

  it('opens the form it could not hold', async () => {
    answers(sample('form filled'));
    await world.event({
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: world.anna,
      text: 'ny',
      ts: '1.1',
    });
    const message = shown(world.last('chat.postMessage'));
    await world.interact({
      type: 'block_actions',
      ...inMessage('D000000001'),
      actions: [clickOn(message, 'Udfyld formularen')],
    });
    expect(world.inbound.at(-1)?.command).toMatchObject({ verb: 'intake.resume', draftId: draft.id });
    answers(sample('decision elsewhere'));
    const response = await submit();
    expect(submissionAnswer(response.body)).toEqual({ response_action: 'clear' });
    expect(world.last('response').body).toMatchObject({ replace_original: true });
  });

  it('says so when the click failed on our side', async () => {
    answers(sample('decision elsewhere'));
    await world.event({
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: world.anna,
      text: 'log x',
      ts: '1.1',
    });
    const message = shown(world.last('chat.postMessage'));
    receive = async () => {
      throw new Error('the store is down');
    };
    const response = await world.interact({
      type: 'block_actions',
      ...inMessage('D000000001'),
      actions: [clickOn(message, 'Annuller')],
    });
    expect(response.status).toBe(200);
    saysFaultOf(String(world.last('response').body.text));
  });
});

describe('a button on the Home tab', () => {
  it('opens what it leads to as a window, and draws the tab anew', async () => {
    answers(sample('cases'));
    await world.event({ type: 'app_home_opened', user: world.anna, channel: 'D1', tab: 'home' });
    const home = slackModal.shape.blocks.parse(Object(world.last('views.publish').body.view).blocks);
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      response_url: undefined,
      view: { id: 'V1', type: 'home', private_metadata: '' },
      actions: [clickOn({ blocks: home }, 'Hjælp')],
    });
    expect(world.of('views.open')).toHaveLength(1);
    expect(world.of('views.publish')).toHaveLength(2);
  });
});
