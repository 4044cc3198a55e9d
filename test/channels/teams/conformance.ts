import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { messengerWithin } from '../../../src/app/deadline.ts';
import type { Inbound, Reply } from '../../../src/app/inbound.ts';
import type { Conversation } from '../../../src/app/ports/conversation.ts';
import type { Outgoing } from '../../../src/app/ports/messenger.ts';
import type { TeamsChannel, TeamsDeps } from '../../../src/channels/teams/teams-channel.ts';
import { readConfig } from '../../../src/config.ts';
import { demoBindings } from '../../../src/demo/demo-bindings.ts';
import { DEMO_TENANT } from '../../../src/demo/demo-directory.ts';
import { wordsOn } from '../../flows/card-hands.ts';
import { type Failure, openRecorder, type Recorder, type Requested } from '../../flows/recorder.ts';
import { activityOf, chatOf } from '../../flows/teams-world.ts';
import { APP_ID, type ChannelService, openChannelService } from '../../support/channel-service.ts';
import { type SimulatedClock, simulatedClock } from '../../support/clock.ts';

/**
 * What an adapter to Teams must do, whatever SDK it is built on: a suite over our own ports and a connector that records
 * each request. The adapter of another SDK passes it unchanged before it takes the place of today's.
 */
type CreateAdapter = (deps: TeamsDeps) => TeamsChannel;

const anna = chatOf('anna-holm');
const WORDS: Outgoing = { answer: { kind: 'notice', notice: { code: 'already-done' } }, language: 'da' };
const CARD: Outgoing = { answer: { kind: 'welcome' }, language: 'da' };

/** What each status of the connector means for a delivery (`Delivery.outcome`). */
const MEANINGS = {
  retry: [401, 408, 409, 423, 425, 429, 500, 503],
  uncertain: [200, 201, 302, 412, 502, 504],
  gone: [403, 404, 410],
  refused: [400, 405, 413, 415, 422],
} as const;
const STATUSES = Object.entries(MEANINGS).flatMap(([outcome, all]) =>
  all.map((status) => [status, outcome] as const),
);

const sentBody = z.object({
  id: z.string().optional(),
  type: z.string(),
  from: z.object({ id: z.string() }).optional(),
  conversation: z.object({ id: z.string() }).optional(),
  replyToId: z.string().optional(),
  textFormat: z.string().optional(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z
    .array(
      z.object({
        contentType: z.string(),
        content: z.object({ type: z.string(), version: z.string(), body: z.array(z.unknown()).nonempty() }),
      }),
    )
    .optional(),
});

/** Outside a turn Bot Framework sends a reply to an activity id that it makes up; the connector ignores it. */
const NO_ACTIVITY = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The frozen part of a request: what the connector acts on. Words, and fields that only the SDK adds, may change. */
function frozen({ method, path, authorization, body }: Requested): object {
  const answersTo = NO_ACTIVITY.test(path.split('/').at(-1) ?? '') ? path.replace(/\/[^/]+$/, '') : path;
  const head = { request: `${method} ${answersTo}`, authorization: authorization ?? 'none' };
  const { text, summary, attachments, replyToId = '', ...sent } = sentBody.parse(body);
  return {
    ...head,
    ...sent,
    ...(replyToId !== '' && !NO_ACTIVITY.test(replyToId) && { replyToId }),
    ...(text !== undefined && { text: text === '' ? '' : '(words)' }),
    ...(summary !== undefined && { summary: summary === '' ? '' : '(words)' }),
    ...(attachments && {
      attachments: attachments.map(({ contentType, content }) => ({
        contentType,
        content: { type: content.type, version: content.version },
      })),
    }),
  };
}

/** Runs the suite for one adapter. */
export function itConnectsToTeams(name: string, create: CreateAdapter): void {
  let recorder: Recorder;
  let issuer: ChannelService;
  let clock: SimulatedClock;
  let adapter: TeamsChannel;
  let received: Inbound[];
  let left: Conversation[];
  let logged: string[];
  let answer: (inbound: Inbound) => Promise<Reply>;

  const signIn = () => readConfig({ ...issuer.settings, INDGANG_DIRECTORY: 'not-read' }).teams;
  const open = (more: Partial<TeamsDeps> = {}) =>
    create({
      signIn: null,
      receive: (inbound) => {
        received.push(inbound);
        return answer(inbound);
      },
      leave: async (isGone) => {
        left.push(...[...places(), ...received.map(({ conversation }) => conversation)].filter(isGone));
      },
      move: async () => {},
      clock,
      newId: () => 'new-id',
      log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
      ...more,
    });
  /** Conversations as the store of an earlier release has them. */
  const places = () => demoBindings(recorder.serviceUrl, clock.now()).map(({ conversation }) => conversation);
  const place = () => {
    const [first] = places();
    if (!first) throw new Error('The demo binds nothing');
    return first;
  };
  const having = (more: object): Conversation => ({
    ...place(),
    reference: JSON.stringify({ ...JSON.parse(place().reference), ...more }),
  });

  async function enter(
    activity: unknown,
    authorization?: string,
  ): Promise<{ status: number; body: unknown }> {
    const entered = await adapter.enter({ headers: { authorization } });
    const done =
      typeof entered === 'function'
        ? await entered(Buffer.from(typeof activity === 'string' ? activity : JSON.stringify(activity)))
        : entered;
    return { status: done.status, body: done.body === '' ? null : JSON.parse(done.body) };
  }
  const activity = (more: object, at = anna) => activityOf(recorder.serviceUrl, 'anna-holm', at, more);
  const typed = (text: string) => activity({ type: 'message', text, textFormat: 'plain' });
  const methods = () => recorder.requests().map(({ method }) => method);

  beforeAll(async () => {
    issuer = await openChannelService('', DEMO_TENANT, () => clock.now());
  });
  afterAll(() => issuer.close());
  beforeEach(async () => {
    recorder = await openRecorder();
    clock = simulatedClock('2026-11-20T09:00:00Z');
    received = [];
    left = [];
    logged = [];
    answer = async () => ({ answers: [WORDS.answer], language: 'da' });
    issuer.refuses = false;
    adapter = open();
  });
  afterEach(() => recorder.close());

  describe(`${name}, its requests`, () => {
    it('are these, in a turn and outside one', async () => {
      answer = async () => ({ answers: [WORDS.answer, CARD.answer], language: 'da' });
      await enter(activity({ id: 'asked', type: 'message', text: 'hjælp' }));
      const met = received[0]?.conversation ?? place();
      await adapter.messenger.post(met, WORDS);
      await adapter.messenger.post(place(), CARD);
      await adapter.messenger.update(place(), 'message/1', CARD);
      await adapter.roster.standingOf(place(), `teams:${DEMO_TENANT}:object-id`, '29:anna-holm');
      await expect(stringify(recorder.requests().map(frozen))).toMatchFileSnapshot(
        '../../fixtures/connector/requests.yaml',
      );
      expect(recorder.asked()).toEqual([[place().id, '29:anna-holm']]);
    });
  });

  describe(`${name}, a message to a conversation`, () => {
    const ways = {
      post: () => adapter.messenger.post(place(), CARD),
      update: () => adapter.messenger.update(place(), 'message-1', CARD),
    };

    it('is posted, and known from then on by the id that the connector gives it', async () => {
      expect(await ways.post()).toEqual({ outcome: 'sent', messageId: 'message-1' });
      expect(await adapter.messenger.update(place(), 'message-1', WORDS)).toEqual({
        outcome: 'sent',
        messageId: 'message-1',
      });
      expect(recorder.messages()).toMatchObject([{ id: 'message-1', conversation: place().id, changes: 1 }]);
    });

    it.each(STATUSES.filter(([status]) => status >= 300))(
      'that is answered %i is sent once, and its outcome is "%s"',
      async (status, outcome) => {
        for (const way of [ways.post, ways.update]) {
          recorder.fail({ status });
          expect(await way()).toMatchObject({ outcome, code: `http-${status}` });
        }
        expect(methods()).toEqual(['POST', 'PUT']);
      },
    );

    it.each<[string, Record<string, string>, number | null]>([
      ['seconds', { 'retry-after': '7' }, 7],
      ['nothing', {}, null],
      ['a date', { 'retry-after': 'Fri, 20 Nov 2026 09:01:00 GMT' }, null],
      ['less than nothing', { 'retry-after': '-1' }, null],
    ])('that is to wait tells for how long, where Teams says %s', async (_, headers, afterSeconds) => {
      for (const way of [ways.post, ways.update]) {
        recorder.fail({ status: 429, headers });
        expect(await way()).toEqual({ outcome: 'retry', afterSeconds, code: 'http-429' });
      }
      expect(methods()).toEqual(['POST', 'PUT']);
    });

    it.each<[string, Failure]>([
      ['that is no JSON', { status: 200, body: '<html>Bad gateway</html>' }],
      ['of nothing', { status: 201, body: '' }],
      ['without an id', { status: 200, body: '{}' }],
    ])('may have arrived where the answer is one %s: it is not sent again', async (_, failure) => {
      recorder.fail(failure);
      expect(await ways.post()).toMatchObject({ outcome: 'uncertain' });
      expect(methods()).toEqual(['POST']);
    });

    it('may have arrived where the connection breaks: it is not sent again', async () => {
      for (const way of [ways.post, ways.update]) {
        recorder.fail({ status: 0, broken: true });
        expect(await way()).toMatchObject({ outcome: 'uncertain' });
      }
      expect(methods()).toEqual(['POST', 'PUT']);
    });

    it('has certainly not arrived where nobody listens: it may be sent again', async () => {
      await recorder.close();
      for (const way of [ways.post, ways.update])
        expect(await way()).toEqual({ outcome: 'retry', afterSeconds: null, code: 'ECONNREFUSED' });
      recorder = await openRecorder();
    });

    it('that is never answered ends with its signal, and keeps no other waiting', async () => {
      recorder.fail({ status: 0, silent: true, conversation: place().id });
      const within = messengerWithin(adapter.messenger, clock);
      const posting = within.post(place(), CARD);
      await expect.poll(methods).toEqual(['POST']);
      const [, other] = places();
      expect(await within.post(other ?? place(), CARD)).toMatchObject({ outcome: 'sent' });
      clock.pass(10_000);
      expect(await posting).toEqual({ outcome: 'uncertain', code: 'no-answer' });

      recorder.fail({ status: 0, silent: true });
      const changing = within.update(place(), 'message-1', CARD);
      await expect.poll(methods).toEqual(['POST', 'POST', 'PUT']);
      clock.pass(10_000);
      // The worker makes a change again after either: twice does no harm.
      expect(await changing).toMatchObject({
        outcome: expect.stringMatching(/^(uncertain|retry)$/),
        code: 'no-answer',
      });
    });

    it('is not begun once its signal has ended', async () => {
      const delivery = await adapter.messenger.post(place(), CARD, AbortSignal.abort());
      expect(delivery).toEqual({ outcome: 'retry', afterSeconds: null, code: 'not-sent' });
      expect(methods()).toEqual([]);
    });
  });

  describe(`${name}, where the bot signs in`, () => {
    const vouched = (by = APP_ID) => having({ vouchedFor: by });
    const post = (to: Conversation) => adapter.messenger.post(to, CARD);

    it('sends each request with the bot’s own token', async () => {
      adapter = open({ signIn: signIn() });
      expect(await post(vouched())).toMatchObject({ outcome: 'sent' });
      expect(recorder.requests()[0]?.authorization).toMatch(/^Bearer token-\d+$/);
    });

    it.each(['away', 'refusing'] as const)(
      'has sent nothing where the sign-in is %s: it may be sent again',
      async (state) => {
        issuer.refuses = state === 'refusing';
        const own = signIn();
        if (!own) throw new Error('There is no sign-in');
        adapter = open({ signIn: state === 'away' ? { ...own, loginUrl: 'http://127.0.0.1:9' } : own });
        const nothing = { outcome: 'retry', afterSeconds: null, code: 'not-sent' };
        expect(await post(vouched())).toEqual(nothing);
        expect(await adapter.messenger.update(vouched(), 'message-1', CARD)).toEqual(nothing);
        expect(methods()).toEqual([]);
      },
    );

    it.each([
      ['no token vouched for', () => place(), 'service-address'],
      ['a token for another app vouched for', () => vouched('other'), 'service-address'],
      [
        'is of a tenant that is not served',
        () => having({ vouchedFor: APP_ID, conversation: { id: 'a:x', tenantId: 'another' } }),
        'tenant',
      ],
    ])('never calls an address that %s', async (_, to, code) => {
      adapter = open({ signIn: signIn() });
      expect(await post(to())).toEqual({ outcome: 'gone', code });
      expect(methods()).toEqual([]);
    });

    it.each(['https://connector.example', 'http://127.0.0.1.example'])(
      'calls this machine alone where there is no sign-in: not %s',
      async (serviceUrl) => {
        expect(await post(having({ serviceUrl }))).toEqual({ outcome: 'gone', code: 'service-address' });
      },
    );

    it('lets nobody in without a token of the channel service', async () => {
      adapter = open({ signIn: signIn() });
      expect(await enter(typed('hjælp'))).toMatchObject({ status: 401 });
      const token = `Bearer ${await issuer.token({ claims: { serviceurl: recorder.serviceUrl } })}`;
      expect(await enter(typed('hjælp'), token)).toEqual({ status: 200, body: null });
      expect(received).toHaveLength(1);
      // What it met there it may write to later.
      expect(await post(received[0]?.conversation ?? place())).toMatchObject({ outcome: 'sent' });
    });
  });

  describe(`${name}, the roster`, () => {
    const standing = () => adapter.roster.standingOf(place(), `teams:${DEMO_TENANT}:object-id`, null);

    it.each<[string, number, object, object]>([
      ['a member', 200, { userRole: 'user', tenantId: DEMO_TENANT }, { standing: 'member' }],
      ['a guest', 200, { userRole: 'guest' }, { standing: 'guest' }],
      ['somebody of another tenant', 200, { userRole: 'user', tenantId: 'other' }, { standing: 'guest' }],
      [
        'nobody of that id',
        404,
        { error: { code: 'MemberNotFoundInConversation', message: '-' } },
        { standing: 'gone' },
      ],
      [
        'no such conversation',
        404,
        { error: { code: 'ConversationNotFound', message: '-' } },
        { standing: 'unknown' },
      ],
      ['a fault', 500, {}, { standing: 'unknown' }],
      ['that we ask too often', 429, {}, { standing: 'unknown' }],
    ])('is asked once, and says: %s', async (_, status, body, expected) => {
      recorder.members = () => ({ status, body: { id: '29:x', ...body } });
      expect(await standing()).toEqual(expected);
      expect(recorder.asked()).toEqual([[place().id, 'object-id']]);
    });

    it('says nothing where its answer is none', async () => {
      recorder.members = () => ({ status: 200, body: [] });
      expect(await standing()).toEqual({ standing: 'unknown' });
    });

    it('is waited for two seconds', async () => {
      const silence = new Promise<never>(() => undefined);
      recorder.members = () => silence;
      const asking = standing();
      await expect.poll(() => recorder.asked().length).toBe(1);
      clock.pass(2_000);
      expect(await asking).toEqual({ standing: 'unknown' });
    });
  });

  describe(`${name}, an activity that is posted`, () => {
    it('of a message is one turn of who wrote it where, answered there', async () => {
      expect(await enter(typed('sag K3F9-QTX2'))).toEqual({ status: 200, body: null });
      expect(received).toMatchObject([
        {
          channel: 'teams',
          person: {
            identity: `teams:${DEMO_TENANT}:00000000-0000-0000-0000-000000000020`,
            name: 'Anna Holm',
          },
          conversation: { channel: 'teams', id: anna.id, kind: 'personal' },
          command: { name: 'case', caseId: 'K3F9-QTX2' },
          audience: 'person',
          standsInChat: true,
        },
      ]);
      expect(recorder.messages().map(({ conversation }) => conversation)).toEqual([anna.id]);
    });

    it('has the same delivery id each time it comes, and another than any other', async () => {
      const first = typed('hjælp');
      for (const one of [first, first, typed('hjælp')]) await enter(one);
      const [one, again, other] = received.map(({ deliveryId }) => deliveryId);
      expect(again).toBe(one);
      expect(other).not.toBe(one);
    });

    it('of two people at once is answered to each in their own chat', async () => {
      answer = async ({ conversation }) => ({
        answers: [conversation.id === anna.id ? WORDS.answer : CARD.answer],
        language: 'da',
      });
      const bo = activityOf(recorder.serviceUrl, 'bo-krogh', chatOf('bo-krogh'), {
        type: 'message',
        text: 'ny',
      });
      await Promise.all([enter(typed('ny')), enter(bo)]);
      const kinds = recorder
        .messages()
        .map(({ conversation, body }) => [conversation, sentBody.parse(body).attachments ? 'card' : 'words']);
      expect(kinds.toSorted()).toEqual([
        [anna.id, 'words'],
        [chatOf('bo-krogh').id, 'card'],
      ]);
    });

    it('of a card’s button is answered with the card in the response, and posts nothing', async () => {
      answer = async () => ({ answers: [CARD.answer], language: 'da' });
      const invoke = {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'message-7',
        value: {
          action: {
            type: 'Action.Execute',
            verb: 'handover.accept',
            data: { verb: 'handover.accept', caseId: 'K3F9-QTX2', revision: 3 },
          },
        },
      };
      const { status, body } = await enter(activity(invoke));
      expect(status).toBe(200);
      expect(body).toMatchObject({
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: { type: 'AdaptiveCard' },
      });
      expect(received).toMatchObject([
        {
          command: { name: 'case-action', verb: 'handover.accept', caseId: 'K3F9-QTX2', revision: 3 },
          cardMessageId: 'message-7',
        },
      ]);
      expect(methods()).toEqual([]);
    });

    it('of the dialog is answered with a card in it', async () => {
      answer = async () => ({ answers: [CARD.answer], language: 'da' });
      const { body } = await enter(
        activity({
          type: 'invoke',
          name: 'composeExtension/fetchTask',
          value: {
            commandId: 'log',
            messagePayload: { body: { contentType: 'text', content: 'vil eksportere' } },
          },
        }),
      );
      expect(body).toMatchObject({
        task: { type: 'continue', value: { card: { content: { type: 'AdaptiveCard' } } } },
      });
      expect(received).toMatchObject([{ command: { name: 'log', text: 'vil eksportere' } }]);
      expect(methods()).toEqual([]);
    });

    it('of another kind of invoke is refused, and is no turn', async () => {
      expect((await enter(activity({ type: 'invoke', name: 'signin/verifyState', value: {} }))).status).toBe(
        501,
      );
      expect(received).toEqual([]);
    });

    it.each([
      ['typing', { type: 'typing' }],
      ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
      ['a deletion', { type: 'messageDelete' }],
      ['somebody else who joins', { type: 'conversationUpdate', membersAdded: [{ id: '29:x' }] }],
    ])('of %s is taken, and nothing comes of it', async (_, more) => {
      expect((await enter(activity(more))).status).toBe(200);
      expect([received, left, methods()]).toEqual([[], [], []]);
    });

    it('of the bot being added is greeted, and of its leaving nothing is left', async () => {
      await enter(activity({ type: 'conversationUpdate', membersAdded: [{ id: '28:indgang' }] }));
      expect(received).toMatchObject([{ command: { name: 'greet' } }]);
      await enter(activity({ type: 'conversationUpdate', membersRemoved: [{ id: '28:indgang' }] }));
      expect(left.map(({ id }) => id)).toEqual([anna.id]);
    });

    it.each(['', 'no json', '[]', '{"type":"message"}'])(
      'that is none is refused without a turn: %s',
      async (body) => {
        expect((await enter(body)).status).toBe(400);
        expect([received, methods()]).toEqual([[], []]);
      },
    );

    it('whose turn fails is answered with a code that stands in the log, and with nothing of the error', async () => {
      answer = () => Promise.reject(new Error('Mette Hansen 40411234'));
      expect((await enter(typed('hjælp'))).status).toBe(200);
      const [message] = recorder.messages();
      const code = /"code":"([^"]+)"/.exec(logged.join())?.[1] ?? 'no code';
      expect(JSON.stringify(message?.body)).toContain(code);
      expect(JSON.stringify([message?.body, logged])).not.toContain('40411234');
    });
  });

  describe(`${name}, an answer in its turn`, () => {
    it.each([408, 500, 503])('is sent once more where a %i says that it has not arrived', async (status) => {
      recorder.fail({ status });
      await enter(typed('hjælp'));
      expect(recorder.requests().map((one) => one.status)).toEqual([status, 200]);
      expect(logged).toEqual([]);
    });

    it.each([412, 502, 504])('is sent once where a %i leaves open whether it has arrived', async (status) => {
      recorder.fail({ status, taken: true });
      await enter(typed('hjælp'));
      expect(recorder.requests().map((one) => one.status)).toEqual([status]);
      expect(logged).toEqual([JSON.stringify({ event: 'teams.reply-failed', code: `http-${status}` })]);
    });

    it('waits as long as a 429 asks, where the turn has that long', async () => {
      recorder.fail({ status: 429, headers: { 'retry-after': '3' } });
      const entering = enter(typed('hjælp'));
      await expect.poll(methods).toEqual(['POST']);
      await expect
        .poll(() => {
          clock.pass(3_000);
          return methods();
        })
        .toEqual(['POST', 'POST']);
      expect((await entering).status).toBe(200);
    });

    it('is given up where a 429 asks for longer than the turn has', async () => {
      recorder.fail({ status: 429, headers: { 'retry-after': '30' } });
      await enter(typed('hjælp'));
      expect(methods()).toEqual(['POST']);
    });

    it('that Teams never takes ends with the turn after eight seconds, and is not sent twice', async () => {
      recorder.fail({ status: 0, silent: true });
      const entering = enter(typed('hjælp'));
      await expect.poll(methods).toEqual(['POST']);
      clock.pass(8_000);
      expect((await entering).status).toBe(200);
      expect(methods()).toEqual(['POST']);
      expect(logged).toEqual([JSON.stringify({ event: 'teams.reply-failed', code: 'no-answer' })]);
    });

    it('to a button whose turn takes too long says so within four seconds, while the turn goes on', async () => {
      let finish = (): void => undefined;
      const kept: string[] = [];
      answer = async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        kept.push('kept');
        return { answers: [CARD.answer], language: 'da' };
      };
      const entering = enter(
        activity({
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { verb: 'intake.resume', data: { verb: 'intake.resume' } } },
        }),
      );
      await expect.poll(() => received.length).toBe(1);
      clock.pass(4_000);
      const { body } = await entering;
      expect(body).toMatchObject({ statusCode: 200 });
      expect(wordsOn(body)).not.toBe('');
      finish();
      await expect.poll(() => kept).toEqual(['kept']);
    });
  });
}
