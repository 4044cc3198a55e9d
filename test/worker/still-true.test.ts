import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import {
  act,
  caseNow,
  channelOf,
  chatOf,
  type LoopWorld,
  logCase,
  noticesIn,
  openLoopWorld,
} from '../loop/loop-world.ts';

/** Who is told, and whether it is still true, is settled when a message is sent, not when it is queued. */

let world: LoopWorld;
beforeEach(async () => {
  // Monday 09:00 in Denmark: due Wednesday 09:00.
  world = await openLoopWorld({ start: '2026-11-23T08:00:00.000Z' });
  for (const person of ['anna-holm', 'dan-ravn']) await world.do(person, { name: 'help' });
});
afterEach(() => world.close());

const house = channelOf('ehm-midtjylland').id;
const viborg = channelOf('les-791').id;
const anna = chatOf('anna-holm').id;
const dan = chatOf('dan-ravn').id;
const everywhere = () => [house, viborg, anna, dan].flatMap((place) => noticesIn(world, place));

/** Nobody can be written to while `what` happens and falls due; afterwards everybody can. */
async function heldBack(what: () => Promise<unknown>, then: () => Promise<unknown>): Promise<void> {
  world.fate = () => 'busy';
  await what();
  await world.worker.drain();
  await then();
  world.fate = () => 'take';
  for (let hour = 0; hour < 6; hour++) {
    world.clock.pass(0.25);
    await world.worker.drain();
  }
}

const HALF = '2026-11-24T08:30:00.000Z';
const LATE = '2026-11-25T09:00:00.000Z';
type Done = readonly [CaseVerb, RawInput];
const withdraw: Done = ['case.withdraw', { reason: 'De vil ikke mere' }];
const error: Done = ['case.mark-error', { reason: 'En prøve' }];
const contacted: Done = ['case.contacted', {}];

describe.each([
  ['a reminder that half the time has passed', HALF, 'owner-reminder', [withdraw, error, contacted]],
  ['an offer that expired', LATE, 'offer-expired-late', [withdraw, error]],
  ['a broken promise', LATE, 'promise-broken', [withdraw, error, contacted]],
] as const)('%s', (_, moment, code, ends) => {
  it('is told where it still holds', async () => {
    await logCase(world, 'anna-holm');
    await heldBack(
      async () => world.clock.set(moment),
      async () => undefined,
    );
    expect(everywhere()).toContain(code);
  });

  it.each(ends)('is not told after %s', async (verb, input) => {
    const { id } = await logCase(world, 'anna-holm');
    await heldBack(
      async () => world.clock.set(moment),
      () => act(world, 'anna-holm', id, verb, input),
    );
    expect(everywhere()).not.toContain(code);
  });
});

describe('a reminder', () => {
  it('goes to the colleague who has the case by then', async () => {
    await world.do('carla-winther', { name: 'help' });
    const { id } = await logCase(world, 'anna-holm');
    await act(world, 'carla-winther', id, 'handover.accept');
    await heldBack(
      async () => world.clock.set(HALF),
      () => act(world, 'carla-winther', id, 'case.assign', { person: 'Dan Ravn' }),
    );
    expect(noticesIn(world, dan)).toContain('owner-reminder');
    expect(noticesIn(world, chatOf('carla-winther').id)).not.toContain('owner-reminder');
  });
});

describe('a return', () => {
  const because = { reasonCode: 'not-our-area', reason: 'Basal' };
  it('is told to the sender, and not once the sender has ended the case', async () => {
    const first = await logCase(world, 'anna-holm');
    await heldBack(
      () => act(world, 'carla-winther', first.id, 'handover.return', because),
      () => act(world, 'anna-holm', first.id, 'case.withdraw', { reason: 'Ikke mere' }),
    );
    expect(noticesIn(world, anna)).not.toContain('handover-returned');
    const second = await logCase(world, 'anna-holm');
    await act(world, 'carla-winther', second.id, 'handover.return', because);
    await world.worker.drain();
    expect(noticesIn(world, anna)).toContain('handover-returned');
  });
});

describe('a question', () => {
  it('is not put to a sender who has answered it already', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await heldBack(
      () => act(world, 'carla-winther', id, 'handover.ask', { text: 'Hvor mange ansatte?' }),
      () => act(world, 'anna-holm', id, 'handover.answer', { text: 'Fire' }),
    );
    expect(noticesIn(world, anna)).not.toContain('question-asked');
  });
});

describe('a colleague who has never written to the bot', () => {
  it('is told in the office’s channel, not by way of its coordinators', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await act(world, 'dan-ravn', id, 'handover.accept');
    await act(world, 'dan-ravn', id, 'case.assign', { person: 'Carla Winther' });
    await world.worker.drain();
    expect(noticesIn(world, house)).toContain('assigned');
    expect(noticesIn(world, dan)).not.toContain('assigned');
  });
});

describe('an offer that is accepted before its card was posted', () => {
  it('still brings the new owner’s channel its card', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await act(world, 'carla-winther', id, 'handover.accept');
    await world.worker.drain();
    const cards = world.standing.filter(({ conversation }) => conversation === house);
    expect(cards).toMatchObject([
      { message: { answer: { kind: 'case', case: { id, owner: 'ehm-midtjylland' } } } },
    ]);
  });
});

describe('an office with two channels', () => {
  it('gets no second card when one of them is gone', async () => {
    const second = { ...channelOf('ehm-midtjylland'), id: 'second channel' };
    await world.unitOfWork.run((stores) =>
      stores.bindings.save({
        organisation: 'ehm-midtjylland',
        conversation: second,
        boundBy: 'test',
        boundAt: world.clock.now(),
      }),
    );
    await logCase(world, 'anna-holm');
    await world.worker.drain();
    const cards = () =>
      world.standing.filter(({ conversation }) => [house, second.id].includes(conversation));
    expect(cards()).toHaveLength(2);
    const { createLeave } = await import('../../src/app/leave-conversations.ts');
    await createLeave(world)(({ id }) => id === second.id);
    await world.worker.drain();
    expect(cards()).toHaveLength(2);
  });
});

describe('an erased case', () => {
  it('is erased in the CRM too, once the CRM answers again', async () => {
    const erased: string[] = [];
    const { erase } = world.crm;
    world.crm.erase = async (id) => {
      await erase(id);
      erased.push(id);
    };
    const { id } = await logCase(world, 'anna-holm', {
      stage: 'pre-starter',
      companyName: '',
      areas: 'business-plan',
    });
    await act(world, 'anna-holm', id, 'case.withdraw', { reason: 'Vil ikke' });
    await world.worker.drain();
    world.crmAnswers = false;
    world.clock.set('2028-01-10T09:00:00.000Z');
    await world.worker.drain();
    expect((await caseNow(world, id)).erasedAt).not.toBeNull();
    expect(erased).toEqual([]);
    world.crmAnswers = true;
    world.clock.pass(2);
    await world.worker.drain();
    expect(new Set(erased)).toEqual(new Set([id]));
  });
});

describe('a CRM that lags behind', () => {
  it('does not make a case that is closed here a running one', async () => {
    const company = { cvr: '25313763', areas: 'accounting-tax-vat' };
    const { id } = await logCase(world, 'anna-holm', company);
    await world.worker.drain();
    world.crmAnswers = false;
    await act(world, 'anna-holm', id, 'case.withdraw', { reason: 'Vil ikke mere' });
    await world.worker.drain();
    world.crmAnswers = true;
    expect((await world.crm.findByCvr('25313763')).map(({ status }) => status)).toEqual(['open']);
    const again = await logCase(world, 'anna-holm', company);
    expect(again.id).not.toBe(id);
  });
});

describe('a notice to somebody who has left', () => {
  /** The directory no longer knows them. */
  const leaves = (person: string) =>
    world.unitOfWork.run(async ({ people }) => {
      const found = await people.get(person);
      if (found) await people.save({ ...found, memberships: [] });
    });

  it('goes to the office that it was for: an answer to the one that asked', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await act(world, 'dan-ravn', id, 'handover.ask', { text: 'Hvornår?' });
    await act(world, 'anna-holm', id, 'handover.answer', { text: 'I morgen' });
    await leaves('dan-ravn');
    await world.worker.drain();
    expect(noticesIn(world, house)).toContain('question-answered');
    expect(noticesIn(world, viborg)).not.toContain('question-answered');
  });

  it('goes to the office that it was for: an acceptance to the one that sent the case', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await act(world, 'dan-ravn', id, 'handover.accept');
    await leaves('anna-holm');
    await world.worker.drain();
    expect(noticesIn(world, viborg)).toContain('handover-accepted');
    expect(noticesIn(world, house)).not.toContain('handover-accepted');
  });
});

describe('a notice to coordinators', () => {
  const told = () =>
    world.standing
      .filter(({ conversation }) => conversation === dan)
      .flatMap(({ message: { answer } }) => (answer.kind === 'notice' ? [answer.notice.code] : []));
  const lose = async () => {
    const { createLeave } = await import('../../src/app/leave-conversations.ts');
    await createLeave(world)(({ id }) => id === house);
  };

  it('about a lost channel is not sent once the channel is bound again', async () => {
    await lose();
    await world.unitOfWork.run((stores) =>
      stores.bindings.save({
        organisation: 'ehm-midtjylland',
        conversation: channelOf('ehm-midtjylland'),
        boundBy: 'test',
        boundAt: world.clock.now(),
      }),
    );
    await world.worker.drain();
    expect(told()).toEqual([]);
  });

  it('about a lost channel is sent while it is lost', async () => {
    await lose();
    await world.worker.drain();
    expect(told()).toEqual(['channel-lost']);
  });

  it('about somebody who asks to be let in is not sent once they are in', async () => {
    const asks = async (identity: string) => {
      const organisation = 'ehm-midtjylland';
      await world.unitOfWork.run(async (stores) => {
        const conversation = channelOf(organisation);
        const askedAt = world.clock.now();
        await stores.admissions.add({ identity, name: 'Sofie Madsen', organisation, conversation, askedAt });
        const notice = { kind: 'notice.coordinators', organisation, notice: 'asks-to-be-let-in' } as const;
        await stores.outbox.add(identity, [notice], askedAt);
      });
      return () => world.unitOfWork.run((stores) => stores.admissions.remove(identity, organisation));
    };
    const letIn = await asks('slack:T1:U1');
    await letIn();
    await world.worker.drain();
    expect(told()).toEqual([]);
    await asks('slack:T1:U2');
    await world.worker.drain();
    expect(told()).toEqual(['asks-to-be-let-in']);
  });
});

describe('a row of a kind that only a later version knows', () => {
  it('waits for a replica of that version, however long, and nothing else waits for it', async () => {
    const known = { kind: 'overview.person', person: 'anna-holm', organisation: 'les-791' } as const;
    const effect = { kind: 'survey.send', organisation: 'les-791' };
    await world.unitOfWork.run((stores) => stores.outbox.add('K1', [known], world.clock.now()));
    await sql`update outbox set effect = ${JSON.stringify(effect)}`.execute(world.database);
    for (let round = 0; round < 26; round++) {
      await world.worker.drain();
      world.clock.pass(1);
    }
    expect(await world.queue.parked(10)).toEqual([]);
    const { id } = await logCase(world, 'anna-holm');
    await act(world, 'carla-winther', id, 'handover.accept');
    await world.worker.drain();
    expect(noticesIn(world, anna)).toContain('handover-accepted');
    world.clock.pass(1);
    const now = world.clock.now();
    const rows = await world.queue.claim('a later version', now, '2030-01-01T00:00:00.000Z', 10);
    expect(rows).toMatchObject([{ about: 'K1', effect, attempts: 1 }]);
  });
});

describe('a message that waits for its turn', () => {
  it('is not sent where the case has changed between its reading and its sending', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await world.worker.drain();
    await act(world, 'dan-ravn', id, 'handover.ask', { text: 'Hvornår?' });
    const isOfNotice = (found: unknown) => typeof found === 'object' && found !== null && 'all' in found;
    const read = world.unitOfWork.read.bind(world.unitOfWork);
    world.unitOfWork.read = async (work) => {
      const result = await read(work);
      // The sender answers right after the worker has read the case.
      if (isOfNotice(result)) await act(world, 'anna-holm', id, 'handover.answer', { text: 'I morgen' });
      return result;
    };
    await world.worker.drain();
    expect(noticesIn(world, anna)).not.toContain('question-asked');
  });
});
