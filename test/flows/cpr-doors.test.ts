import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CASE_VERBS, inputsOf } from '../../src/core/case/verbs/index.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { readText } from '../../src/text/read-text.ts';
import { viewPayload } from '../channels/slack/slack-hands.ts';
import { openSlackWorld, type SlackWorld } from '../channels/slack/slack-world.ts';
import { runWith } from '../cli/cli-world.ts';
import { type CprForm, readCprForms } from '../language/cpr-forms.ts';
import { wordsOn } from './card-hands.ts';
import { activityOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/**
 * Every form of the table through every door of the whole service. Of the numbers nothing is left: not in a file of the
 * data folder, not in the log, not in what is sent; and what is none is told and kept as it is.
 */

const forms = readCprForms();
const masked = forms.filter(({ kind }) => kind === 'mask');
const TOLD = /fjernet (?:et|\d+) CPR-/;
const TO_DELETE = 'Slet venligst beskeden';
const anna = chatOf('anna-holm');

let folder: string;
let teams: TeamsWorld;
let slack: SlackWorld;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-doors-'));
  slack = await openSlackWorld({ receive: (inbound) => teams.service.receive(inbound) });
  teams = await openTeamsWorld({ clock: slack.clock }, { data: folder });
  const known = DEMO_PEOPLE.find(({ id }) => id === 'anna-holm');
  if (!known) throw new Error('the demo has no Anna');
  await teams.service.unitOfWork.run(async ({ people }) =>
    people.save({ ...known, identities: [...known.identities, `slack:${slack.team}:${slack.anna}`] }),
  );
});
afterEach(async () => {
  await slack.close();
  await teams.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whatever the service has written, logged and sent. */
function everything(): Buffer {
  const files = readdirSync(folder);
  expect(files).toContain('indgang.db');
  return Buffer.concat([
    ...files.map((name) => readFileSync(join(folder, name))),
    Buffer.from(JSON.stringify([teams.recorder.messages(), teams.logged, slack.calls, slack.logged])),
  ]);
}

/** The digits of a number one after another, whatever stands between them. */
function traceOf(number: string): RegExp | undefined {
  const digits = number.normalize('NFKC').replace(/\D/g, '');
  return /^\d{10}(?:\d\d)?$/.test(digits) ? new RegExp([...digits].join('[^0-9]{0,8}')) : undefined;
}

function expectNoTraceOf(masked: readonly CprForm[], ...more: readonly string[]): void {
  const kept = Buffer.concat([everything(), Buffer.from(more.join('\n'))]);
  const readable = kept.toString('latin1');
  const traces = new Set(masked.flatMap(({ numbers }) => numbers));
  const found = [...traces].filter((number) => {
    const written = [number, JSON.stringify(number).slice(1, -1)];
    return written.some((one) => kept.includes(Buffer.from(one))) || traceOf(number)?.test(readable);
  });
  expect(found).toEqual([]);
}

interface Door {
  readonly name: string;
  /** Whether the words stay in a message of the chat, which the person is asked to delete. */
  readonly inChat: boolean;
  /** What the door itself leaves out: attributes, and what looks like a tag of HTML. */
  readonly drops?: RegExp;
  /** Sends texts as the lines of one, and gives what the person reads in answer. */
  readonly send: (texts: readonly string[]) => Promise<string>;
}

/** So many forms are written in one message. */
const BATCH = 8;

function batchesOf(kind: CprForm['kind'], drops?: RegExp): readonly (readonly CprForm[])[] {
  const fit = forms.filter((form) => form.kind === kind && drops?.test(form.text) !== true);
  return Array.from({ length: Math.ceil(fit.length / BATCH) }, (_, at) =>
    fit.slice(at * BATCH, (at + 1) * BATCH),
  );
}

/** Words part the lines, so that no number begins in one and ends in the next. */
const joined = (texts: readonly string[]) => texts.join('\nog saa\n');

/** How many numbers the person was told of. */
function toldOf(answer: string): number {
  const [, count] = /fjernet (et|\d+) CPR-/.exec(answer) ?? [];
  return count === 'et' ? 1 : Number(count ?? 0);
}

const said = (messages: readonly { readonly text: string; readonly card: unknown }[]) =>
  messages.map(({ text, card }) => `${text}\n${card ? wordsOn(card) : ''}`).join('\n');

async function teamsInvoke(name: string, value: object): Promise<string> {
  const activity = activityOf(teams.recorder.serviceUrl, 'anna-holm', anna, { type: 'invoke', name, value });
  const { status, body } = await teams.post(activity);
  expect(status).toBe(200);
  return JSON.stringify(body);
}

/** What Slack was told since, as text. */
async function slackSince(act: () => Promise<{ readonly body: string }>): Promise<string> {
  const before = slack.calls.length;
  const { body } = await act();
  return body + JSON.stringify(slack.calls.slice(before).map((call) => call.body));
}

/** Texts as Slack sends them: marks that people typed are entities, those of Slack are not. */
const escaped = (texts: readonly string[]) =>
  joined(texts).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A message of Teams' editor: what of the text looks like a tag is one. */
const html = (text: string) => `<p>${text.replaceAll('\n', '<br>')}</p>`;

const DOORS: readonly Door[] = [
  {
    name: 'a message in Teams',
    inChat: true,
    drops: /href/,
    send: async (texts) => said(await teams.say('anna-holm', anna, `log ${joined(texts)}`)),
  },
  {
    name: 'a message in Teams that is no command',
    inChat: true,
    drops: /href/,
    send: async (texts) => said(await teams.say('anna-holm', anna, joined(texts))),
  },
  {
    name: 'an edited message in Teams',
    inChat: true,
    drops: /href/,
    async send(texts) {
      const before = teams.recorder.messages().length;
      await teams.post(
        activityOf(teams.recorder.serviceUrl, 'anna-holm', anna, {
          type: 'messageUpdate',
          channelData: { eventType: 'editMessage', tenant: { id: 'demo' } },
          text: `log ${joined(texts)}`,
          textFormat: 'plain',
        }),
      );
      return JSON.stringify(teams.recorder.messages().slice(before));
    },
  },
  {
    name: 'the form in Teams',
    inChat: false,
    async send(texts) {
      const [form] = await teams.say('anna-holm', anna, 'ny');
      const card = await teams.click('anna-holm', anna, form?.card, 'intake.submit', {
        description: joined(texts),
      });
      await teams.say('anna-holm', anna, 'annuller');
      return wordsOn(card);
    },
  },
  {
    name: 'the message extension',
    inChat: true,
    drops: /href|<tel:/,
    send: (texts) =>
      teamsInvoke('composeExtension/fetchTask', {
        commandId: 'log',
        commandContext: 'message',
        messagePayload: { id: '1', body: { contentType: 'html', content: html(joined(texts)) } },
      }),
  },
  {
    name: 'a message in Slack',
    inChat: true,
    send: (texts) =>
      slackSince(() =>
        slack.event({
          type: 'message',
          channel: 'D000000001',
          channel_type: 'im',
          user: slack.anna,
          text: `log ${escaped(texts)}`,
          ts: '1795233543.000100',
        }),
      ),
  },
  {
    name: 'the slash command',
    inChat: false,
    send: (texts) => slackSince(() => slack.command(`log ${escaped(texts)}`)),
  },
  {
    name: 'the shortcut on a message in Slack',
    inChat: true,
    send: (texts) =>
      slackSince(() =>
        slack.interact({
          type: 'message_action',
          callback_id: 'log',
          channel: { id: slack.office, name: 'les-viborg' },
          message: { type: 'message', text: escaped(texts), ts: '1795233543.000100' },
        }),
      ),
  },
  {
    name: 'a window in Slack',
    inChat: false,
    async send(texts) {
      await slack.interact({ type: 'shortcut', callback_id: 'new' });
      const shown = slack.window();
      const submitted = await slackSince(() =>
        slack.interact({ type: 'view_submission', view: viewPayload(shown, { description: joined(texts) }) }),
      );
      await slack.command('annuller');
      return submitted;
    },
  },
];

describe.each(DOORS)('through $name', ({ send, inChat, drops }) => {
  it('no CPR number gets in, and its writer is told', { timeout: 300_000 }, async () => {
    for (const batch of batchesOf('mask', drops)) {
      const answer = await send(batch.map(({ text }) => text));
      const written = batch.map((form) => form.written).join(' | ');
      expect(toldOf(answer), written).toBe(batch.flatMap(({ numbers }) => numbers).length);
      expect(answer.includes(TO_DELETE), written).toBe(inChat);
    }
    await teams.deliver();
    expectNoTraceOf(masked);
  });

  it('what is none is kept, and nobody is told of any', { timeout: 300_000 }, async () => {
    for (const batch of batchesOf('keep')) {
      const answer = await send(batch.map(({ text }) => text));
      expect(toldOf(answer), batch.map(({ written }) => written).join(' | ')).toBe(0);
    }
    expect(everything().includes(Buffer.from('██████-████'))).toBe(false);
  });
});

describe('through the verbs of a case', () => {
  /** A case of Anna's own office. */
  async function openedCase(): Promise<string> {
    const [form] = await teams.say('anna-holm', anna, 'ny');
    const decision = await teams.click('anna-holm', anna, form?.card, 'intake.submit', {
      cvr: '25313763',
      areas: 'startup-registration',
    });
    await teams.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
    const [kase] = await teams.service.unitOfWork.run((stores) => stores.cases.page('', 10));
    if (!kase) throw new Error('no case was opened');
    return kase.id;
  }
  const act = (verb: string, caseId: string, input: object) =>
    teamsInvoke('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb, data: { verb, caseId, ...input } },
      trigger: 'manual',
    });

  const add = (caseId: string, batch: readonly CprForm[]) =>
    act('case.add-contact', caseId, { text: joined(batch.map(({ text }) => text)), person: 'Mette' });

  it('no CPR number gets into what is added to it', async () => {
    const caseId = await openedCase();
    for (const batch of batchesOf('mask'))
      expect(toldOf(await add(caseId, batch))).toBe(batch.flatMap(({ numbers }) => numbers).length);
    await teams.deliver();
    expectNoTraceOf(masked);
  });

  it('other numbers are kept in what is added to it', async () => {
    const caseId = await openedCase();
    for (const batch of batchesOf('keep')) expect(toldOf(await add(caseId, batch))).toBe(0);
    expect(everything().includes(Buffer.from('██████-████'))).toBe(false);
  });

  it('no CPR number gets into any input of any verb, nor where its case is named', async () => {
    const caseId = await openedCase();
    const answers: string[] = [];
    let at = 0;
    for (const verb of CASE_VERBS) {
      for (const input of inputsOf(verb)) {
        // A P-number's own field takes ten digits that begin with 1.
        const text = input === 'pNumber' ? '170263-4127' : (masked[at++ % masked.length]?.text ?? '');
        answers.push(await act(verb, caseId, { [input]: text }));
      }
    }
    for (const text of ['170263-4127', '17.02.63 4127', '1702634127'])
      answers.push(
        await act('handover.accept', text, {}),
        said(await teams.say('anna-holm', anna, `sag ${text}`)),
        said(await teams.say('anna-holm', anna, `forbind ${text}`)),
        said(await teams.say('anna-holm', anna, `ret ${text} Viborg`)),
      );
    await teams.deliver();
    expectNoTraceOf(masked, ...answers);
  });

  it.each([
    ['contactName', 'contactPhone'],
    ['contactPhone', 'contactName'],
    ['description', 'contactPhone'],
    ['contactEmail', 'description'],
    ['companyName', 'contactName'],
  ])('a number that is split over %s and %s of one form is gone', async (first, second) => {
    const [form] = await teams.say('anna-holm', anna, 'ny');
    const card = await teams.click('anna-holm', anna, form?.card, 'intake.submit', {
      municipality: '791',
      [first]: 'Ole 170263',
      [second]: '4127',
    });
    expect(wordsOn(card)).toMatch(TOLD);
    expect(wordsOn(card)).not.toContain(TO_DELETE);
    expect(everything().toString('latin1')).not.toMatch(/170263/);
  });

  it('a number that is split over two inputs of a verb is gone', async () => {
    const caseId = await openedCase();
    const card = await act('case.add-contact', caseId, { text: 'født 17.02.63', person: '4127' });
    expect(card).toMatch(TOLD);
    expect(everything().toString('latin1')).not.toContain('17.02.63');
  });

  it('a number that is split over two turns of one intake is gone', async () => {
    await teams.say('anna-holm', anna, 'log Hansen VVS i Viborg vil sælge, ejeren er født 170263');
    expect(said(await teams.say('anna-holm', anna, 'ret telefon 4127'))).toMatch(TOLD);
    const draft = await teams.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values.description).toMatch(/ejeren er født ██████-████$/);
    expect(JSON.stringify(draft)).not.toContain('4127');
  });

  it('a form whose fields hold what they are for is kept as it is', async () => {
    const [form] = await teams.say('anna-holm', anna, 'ny');
    const card = await teams.click('anna-holm', anna, form?.card, 'intake.submit', {
      cvr: '25313763',
      pNumber: '1003407806',
      contactName: 'Ole Hansen, født 17.02.63',
      contactPhone: '41 27 12 34',
      founded: '2019',
      description: '2019 startede vi, 12 ansatte',
    });
    expect(wordsOn(card)).not.toMatch(TOLD);
  });
});

describe('beside what is written', () => {
  it('no CPR number in a name, a locale or the name of a conversation is kept or answered', async () => {
    const number = '170263-4127';
    const activity = activityOf(teams.recorder.serviceUrl, 'anna-holm', anna, {
      type: 'message',
      text: 'forbind les-791',
      locale: number,
    }) as Record<string, object>;
    for (const place of [anna, { id: '19:other@thread.tacv2', kind: 'channel' as const }]) {
      const { status } = await teams.post({
        ...activity,
        id: `named-${place.id}`,
        from: { ...activity.from, name: `Anna ${number}` },
        conversation: { ...activity.conversation, id: place.id, conversationType: place.kind, name: number },
      });
      expect(status).toBe(200);
    }
    const { body } = await teams.post({ ...activity, type: 'invoke', name: number });
    // Teams gets its own names back with every answer, as it gave them.
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
    expect([...kept, ...teams.logged, JSON.stringify(body)].join('\n')).not.toContain(number);
  });

  it('a stranger whose name in Slack holds one is not answered with it', async () => {
    slack.trouble('users.info', {
      ok: true,
      user: { id: slack.carla, team_id: slack.team, real_name: 'Carla 170263-4127', locale: 'da-DK' },
    });
    await slack.event({
      type: 'app_mention',
      channel: slack.office,
      user: slack.carla,
      text: `<@${slack.bot}> log hej`,
      ts: '1795233543.000100',
    });
    expect(everything().includes(Buffer.from('170263-4127 '))).toBe(false);
    const people = await teams.service.unitOfWork.run((stores) => stores.people.all());
    expect(JSON.stringify(people)).not.toContain('170263');
  });
});

describe('a pasted e-mail', () => {
  it('has none in its body, its headers or its signature', async () => {
    const answers = said(
      await teams.say(
        'anna-holm',
        anna,
        [
          'log Fra: Ole Bak 170263-4127 <ole@bak.dk>',
          'Sendt: 20. november 2026 09:12',
          'Til: Viborg Erhverv',
          'Emne: Hjælp til eksport',
          '',
          'Hej Anna, vi vil gerne sælge til Norge og ligger i Viborg.',
          '',
          'Med venlig hilsen',
          'Ole Bak 170263-4127',
          'CPR 1702634127',
          'Tlf. 40 41 12 34',
        ].join('\n'),
      ),
    );
    expect(answers).toMatch(TOLD);
    expect(everything().toString('latin1')).not.toMatch(/170263[^0-9]{0,8}4127/);
  });
});

describe('on the command line', () => {
  it('no CPR number is printed, whether it is understood or refused', { timeout: 120_000 }, async () => {
    // What is only quoted is nobody's own words, and is refused.
    const own = forms.filter(({ text }) => !/^\s*>/m.test(text));
    const run = await runWith(['classify', '--json', '--', ...own.map(({ text }) => text)]);
    expect(run.status).toBe(0);
    for (const [at, { kind, masked }] of own.entries()) {
      const { text, cprRemoved } = JSON.parse(run.out[at] ?? '');
      expect([text, cprRemoved > 0]).toEqual([readText(masked, 'cli').own, kind === 'mask']);
    }
  });

  it.each([
    [['170263-4127']],
    [['classify', '--170263-4127']],
    [['cases', 'show', '170263-4127', 'x']],
    [['gdpr', 'export', '--cvr', '170263-4127']],
    [['triage', '170263-4127.json']],
    [['indicators', '--from', '170263-4127']],
  ])('%s is refused without being repeated', async (argv) => {
    const { status, errors, out } = await runWith(argv);
    expect(status).not.toBe(0);
    expect([...errors, ...out].join('\n')).not.toContain('170263');
    expect(errors.join('\n')).not.toBe('');
  });
});
