import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebhookDelivery, WebhookMessage } from '../../src/app/ports/webhook-sender.ts';
import { resumeWebhook } from '../../src/app/webhooks/resume-webhook.ts';
import { type Webhook, webhookBody } from '../../src/core/webhook.ts';
import { type ApiWorld, EXPORT, openApiWorld } from '../api/api-world.ts';
import { channelOf, chatOf } from '../flows/teams-world.ts';

/** What other systems are told of cases: who is told what, once, and what happens while a receiver is away. */

const TAKEN: WebhookDelivery = { outcome: 'taken' };
const DOWN: WebhookDelivery = { outcome: 'failed', code: 'status-503', afterSeconds: null };
const HOUR = 3_600_000;

let world: ApiWorld;
let sent: WebhookMessage[];
let answer: (message: WebhookMessage) => WebhookDelivery;
beforeEach(async () => {
  sent = [];
  answer = () => TAKEN;
  world = await openApiWorld(
    {},
    {
      webhooks: {
        async send(message) {
          sent.push(message);
          return answer(message);
        },
      },
    },
  );
});
afterEach(() => world.close());

async function add(id: string, ...organisations: Webhook['organisations']): Promise<void> {
  const webhook: Webhook = {
    id,
    name: `System ${id}`,
    url: `https://${id}.example/hook`,
    organisations,
    secrets: [{ secret: 'whsec_AAAA', until: null }],
    createdAt: world.clock.now(),
    failingSince: null,
    failedBy: null,
    disabled: null,
  };
  await world.service.unitOfWork.run((stores) => stores.webhooks.save(webhook));
}
const stored = (id: string) => world.service.unitOfWork.read((stores) => stores.webhooks.get(id));
const opened = async (more: object = {}) =>
  String((await world.enquire(await world.token(), { ...EXPORT, ...more })).body.caseId);
/** Another case of the same office, of a company that the register does not know. */
const another = (companyName = 'Anden ApS') => opened({ cvr: null, municipality: '791', companyName });
/** What a receiver was sent, oldest first: `case.changed 2`. */
const told = (id: string) =>
  sent
    .filter(({ url }) => url === `https://${id}.example/hook`)
    .map(({ body }) => webhookBody.parse(JSON.parse(body)))
    .map(({ type, data }) => `${type} ${'revision' in data ? data.revision : ''}`);
const anna = chatOf('anna-holm');
/** Lets so much time pass in small steps, as a service meets it, and delivers in each. */
async function pass(ms: number, steps = 1): Promise<void> {
  for (let step = 0; step < steps; step++) {
    world.clock.pass(ms / steps);
    await world.deliver();
  }
}

describe('a change of a case', () => {
  it('is told to those whose organisations may see it, in ids and codes alone', async () => {
    await add('owner', 'les-791');
    await add('receiver', 'ehm-midtjylland');
    await add('stranger', 'les-657', 'ehm-fyn');
    const id = await opened();
    await world.deliver();
    expect(told('owner')).toEqual(['case.changed 1']);
    expect(told('receiver')).toEqual(['case.changed 1']);
    expect(told('stranger')).toEqual([]);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      type: 'case.changed',
      timestamp: '2026-11-20T09:00:00.000Z',
      data: { caseId: id, revision: 1 },
    });
    expect(sent.map(({ body }) => body).join()).not.toMatch(/Hansen|Mette|25313763|Tyskland/);
  });

  it('is told once, whether the row is worked on again or the case is saved in the CRM once more', async () => {
    await add('owner', 'les-791');
    const id = await opened();
    await world.deliver();
    await world.service.unitOfWork.run((stores) =>
      stores.outbox.add(id, [{ kind: 'crm.save' }, { kind: 'webhooks.tell' }], world.clock.now()),
    );
    await world.deliver();
    expect(told('owner')).toEqual(['case.changed 1']);
  });

  it('is told of each revision, in order', async () => {
    await add('house', 'ehm-midtjylland');
    await opened();
    await world.deliver();
    const house = channelOf('ehm-midtjylland');
    await world.click('carla-winther', house, world.standing(house)[0]?.card, 'handover.accept');
    await world.deliver();
    expect(told('house')).toEqual(['case.changed 1', 'case.changed 2']);
  });

  it('queues nothing where nobody listens', async () => {
    await opened();
    const kinds = async () =>
      (await world.service.queue.claim('w', world.clock.now(), world.clock.now(), 100)).map(
        ({ effect }) => effect.kind,
      );
    expect(await kinds()).not.toContain('webhooks.tell');
    await add('owner', 'les-791');
    await another();
    expect(await kinds()).toContain('webhooks.tell');
  });
});

describe('what goes away', () => {
  it('is told: an erased case, and a contact that is erased', async () => {
    await add('owner', 'les-791');
    const id = await opened();
    await world.deliver();
    const { eraseContactOf, eraseOne } = await import('../../src/app/erase-cases.ts');
    const each = [
      eraseContactOf,
      (...[deps, stores, kase, now]: Parameters<typeof eraseContactOf>) =>
        eraseOne(deps, stores, kase, now, 'request'),
    ];
    for (const erase of each) {
      await world.service.unitOfWork.run(async (stores) => {
        const kase = await stores.cases.get(id);
        if (kase) await erase(world.service.deps, stores, kase, world.clock.now());
      });
      await world.deliver();
    }
    expect(told('owner').map((line) => line.split(' ')[0])).toEqual([
      'case.changed',
      'case.erased',
      'case.erased',
    ]);
  });

  it('is told: a case that may not be shared any more, and then nothing more of it', async () => {
    await add('receiver', 'ehm-midtjylland');
    await add('owner', 'les-791');
    const id = await opened();
    await world.deliver();
    await world.say('anna-holm', anna, `stop deling ${id}`);
    await world.deliver();
    expect(told('receiver').map((line) => line.split(' ')[0])).toEqual(['case.changed', 'case.hidden']);
    const before = told('owner').length;
    await world.say('anna-holm', anna, `forsøgt ${id}`);
    await world.deliver();
    expect(told('owner').length).toBeGreaterThan(before);
    expect(told('receiver')).toHaveLength(2);
    const reader = await world.token({ scopes: ['cases:read'], organisations: ['ehm-midtjylland'] });
    expect((await world.ask(`/api/cases/${id}`, reader)).status).toBe(404);
  });

  it('is told even where the change before it waits still', async () => {
    await add('receiver', 'ehm-midtjylland');
    answer = () => DOWN;
    const id = await opened();
    await world.deliver();
    await world.say('anna-holm', anna, `stop deling ${id}`);
    answer = () => TAKEN;
    sent = [];
    await pass(HOUR);
    expect(told('receiver').map((line) => line.split(' ')[0])).toEqual(['case.hidden']);
  });
});

describe('a setting that says who sees what', () => {
  /** A case of Viborg's that the Erhvervshus has taken, and two systems. */
  const taken = async () => {
    await add('office', 'les-791');
    await add('house', 'ehm-midtjylland');
    const id = await opened();
    await world.deliver();
    const house = channelOf('ehm-midtjylland');
    await world.click('carla-winther', house, world.standing(house)[0]?.card, 'handover.accept');
    await world.deliver();
    sent = [];
    return id;
  };
  const set = async (line: string) => {
    await world.say('anna-holm', anna, line);
    await world.deliver();
  };

  it('hides a case from a system when it takes effect, and shows it again, without a change of the case', async () => {
    const id = await taken();
    await set('indstil deling besøg');
    expect(told('office')).toEqual(['case.hidden 2']);
    const reader = await world.token({ scopes: ['cases:read'], organisations: ['les-791'] });
    expect((await world.ask(`/api/cases/${id}`, reader)).status).toBe(404);
    await pass(HOUR, 2);
    expect(told('office')).toEqual(['case.hidden 2']);
    await set('indstil deling standard');
    expect(told('office')).toEqual(['case.hidden 2', 'case.changed 2']);
    expect(told('house')).toEqual([]);
  });

  it('is told on the day on which it begins', async () => {
    await taken();
    await set('indstil deling besøg fra 22.11.2026');
    expect(told('office')).toEqual([]);
    await pass(48 * HOUR, 8);
    expect(told('office')).toEqual(['case.hidden 2']);
  });

  it('tells a system of no case that it was never told of', async () => {
    await opened();
    await world.deliver();
    await add('late', 'ehm-midtjylland', 'les-791');
    await set('indstil deling fuld');
    expect(told('late')).toEqual([]);
  });

  it('is told to a system that was off meanwhile, with all the rest, once it is on', async () => {
    await taken();
    const off = { at: world.clock.now(), for: 'failing' } as const;
    await world.service.unitOfWork.run(async (stores) => {
      const webhook = await stores.webhooks.get('office');
      if (webhook) await stores.webhooks.save({ ...webhook, disabled: off });
    });
    await set('indstil deling besøg');
    expect(told('office')).toEqual([]);
    await world.service.unitOfWork.run((stores) => resumeWebhook('office', stores, world.clock.now()));
    await pass(HOUR);
    expect(told('office')).toEqual(['case.hidden 2']);
  });
});

describe('a receiver that is away', () => {
  it('is sent the same message again, with the same id', async () => {
    await add('owner', 'les-791');
    answer = () => DOWN;
    await opened();
    await world.deliver();
    await pass(HOUR, 6);
    answer = () => TAKEN;
    await pass(HOUR);
    expect(sent.length).toBeGreaterThan(3);
    expect(new Set(sent.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
    expect(new Set(sent.map(({ at }) => at)).size).toBe(sent.length);
    expect(await stored('owner')).toMatchObject({ failingSince: null, failedBy: null });
    const count = sent.length;
    await pass(HOUR, 4);
    expect(sent).toHaveLength(count);
  });

  it('holds up no other, and is not asked for every case', async () => {
    await add('dead', 'les-791');
    await add('well', 'les-791');
    answer = ({ url }) => (url.includes('dead') ? DOWN : TAKEN);
    for (let number = 1; number <= 12; number++) await another(`Firma ${number} ApS`);
    const cases = await world.service.unitOfWork.read((stores) => stores.cases.page('', 100));
    expect(cases).toHaveLength(12);
    await world.deliver();
    expect(told('well')).toHaveLength(cases.length);
    expect(told('dead').length).toBeGreaterThan(0);
    expect(told('dead').length).toBeLessThanOrEqual(5);
    const before = told('dead').length;
    await pass(1_000);
    expect(told('dead')).toHaveLength(before);
  });

  it('waits as long as it asks for', async () => {
    await add('owner', 'les-791');
    answer = () => ({ outcome: 'failed', code: 'status-429', afterSeconds: 600 });
    await opened();
    await world.deliver();
    await pass(599_000, 4);
    expect(sent).toHaveLength(1);
    await pass(2_000);
    expect(sent).toHaveLength(2);
  });

  it('is not asked at once again, although it says so', async () => {
    await add('owner', 'les-791');
    answer = () => ({ outcome: 'failed', code: 'status-503', afterSeconds: 0 });
    await opened();
    await world.deliver();
    expect(sent).toHaveLength(1);
    await pass(6_000);
    expect(sent).toHaveLength(2);
  });

  it('that takes all but one message is sent it for as long as it says that something must go', async () => {
    await add('receiver', 'ehm-midtjylland');
    answer = ({ body }) => (body.includes('case.hidden') ? DOWN : TAKEN);
    const id = await opened();
    await world.deliver();
    await world.say('anna-holm', anna, `stop deling ${id}`);
    for (let day = 0; day < 6; day++) {
      await another(`Firma ${day} ApS`);
      await pass(24 * HOUR, 96);
    }
    expect(await stored('receiver')).toMatchObject({ disabled: null });
    answer = () => TAKEN;
    sent = [];
    await pass(HOUR, 4);
    expect(told('receiver').map((line) => line.split(' ')[0])).toContain('case.hidden');
    // It was not asked more often than a failing receiver is.
    const count = sent.length;
    await pass(HOUR, 4);
    expect(sent).toHaveLength(count);
  });

  it('is sent nothing more once it is gone, and the log says so', async () => {
    await add('owner', 'les-791');
    answer = () => ({ outcome: 'gone' });
    await opened();
    await world.deliver();
    expect(await stored('owner')).toMatchObject({ disabled: { for: 'gone' } });
    expect(world.logged.filter((line) => line.includes('webhook-disabled'))).toEqual([
      JSON.stringify({ event: 'webhook-disabled', webhook: 'owner', code: 'gone' }),
    ]);
    await another();
    await world.deliver();
    expect(sent).toHaveLength(1);
    expect(await (await fetch(`${world.base}/metrics`)).text()).toContain('indgang_webhooks{state="off"} 1');
  });

  it('is sent nothing more after four days, and is told of everything anew once it is back', async () => {
    await add('receiver', 'ehm-midtjylland');
    answer = () => DOWN;
    const first = await opened();
    const hidden = await another();
    const hiddenBefore = await another('Tredje ApS');
    await world.deliver();
    // That it is hidden is on its way when the receiver is switched off, and never arrives.
    await world.say('anna-holm', anna, `stop deling ${hiddenBefore}`);
    await pass(95 * HOUR, 38);
    expect(await stored('receiver')).toMatchObject({ disabled: null, failedBy: 'status-503' });
    await pass(2 * HOUR, 8);
    expect(await stored('receiver')).toMatchObject({ disabled: { for: 'failing' } });
    answer = () => TAKEN;
    sent = [];
    await world.say('anna-holm', anna, `stop deling ${hidden}`);
    await pass(HOUR);
    expect(sent).toEqual([]);
    const resume = () =>
      world.service.unitOfWork.run((stores) => resumeWebhook('receiver', stores, world.clock.now()));
    expect([await resume(), await resume()]).toEqual([true, false]);
    await pass(HOUR);
    const events = sent.map(({ body }) => webhookBody.parse(JSON.parse(body)));
    expect(events.map(({ type, data }) => [type, 'caseId' in data ? data.caseId : ''])).toEqual(
      expect.arrayContaining([
        ['case.changed', first],
        ['case.hidden', hidden],
        ['case.hidden', hiddenBefore],
      ]),
    );
    expect(events).toHaveLength(3);
  });

  it('is sent one message less where it never takes that one', async () => {
    await add('owner', 'les-791');
    const bad = await opened();
    answer = ({ body }) => (body.includes(bad) ? DOWN : TAKEN);
    await world.deliver();
    for (let day = 0; day < 10; day++) {
      await another(`Firma ${day} ApS`);
      await pass(24 * HOUR, 3);
    }
    expect(await stored('owner')).toMatchObject({ disabled: null });
    expect(world.logged.some((line) => line.includes('webhook-gave-up'))).toBe(true);
  });
});

describe('a webhook', () => {
  it('that is removed is sent nothing more, also of what waits', async () => {
    await add('owner', 'les-791');
    answer = () => DOWN;
    await opened();
    await world.deliver();
    await world.service.unitOfWork.run((stores) => stores.webhooks.remove('owner'));
    answer = () => TAKEN;
    sent = [];
    await pass(HOUR);
    expect(sent).toEqual([]);
    expect((await world.service.queue.figures(world.clock.now())).waiting).toBe(0);
  });

  it('is signed with the old secret as long as it is good', async () => {
    const { withSecret } = await import('../../src/core/webhook.ts');
    await add('owner', 'les-791');
    await world.service.unitOfWork.run(async (stores) => {
      const webhook = await stores.webhooks.get('owner');
      if (webhook) await stores.webhooks.save(withSecret(webhook, 'whsec_BBBB', 24, world.clock.now()));
    });
    await opened();
    await world.deliver();
    expect(sent.at(-1)?.secrets).toEqual(['whsec_BBBB', 'whsec_AAAA']);
    world.clock.pass(24 * HOUR);
    await another();
    await world.deliver();
    expect(sent.at(-1)?.secrets).toEqual(['whsec_BBBB']);
  });
});
