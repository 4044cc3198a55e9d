import { describe, expect, it } from 'vitest';
import {
  askRosters,
  type Confirmation,
  confirmed,
  dueQuestions,
  endByConversation,
  keepPerson,
  questionOf,
} from '../../src/app/confirm-membership.ts';
import type { Conversation } from '../../src/app/ports/conversation.ts';
import type { RosterStanding, Rosters } from '../../src/app/ports/roster.ts';
import type { Stores } from '../../src/app/ports/unit-of-work.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import type { Membership, Person } from '../../src/core/person.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';

const NOW = '2026-11-20T09:00:00.000Z';
const HOUSE = 'ehm-midtjylland';
const place = (id: string, channel: Conversation['channel'] = 'teams'): Conversation => ({
  channel,
  id,
  kind: 'channel',
  reference: '{}',
});
const viborg = place('viborg');
const second = place('second');
const slack = place('C1', 'slack');
const source = 'channel:teams:viborg' as const;
const byChannel = (more: Partial<Membership> = {}): Membership => ({
  organisation: 'les-791',
  roles: ['consultant'],
  source,
  since: '2026-11-01T09:00:00.000Z',
  confirmedUntil: '2026-11-20T10:00:00.000Z',
  ...more,
});
const sofie: Person = {
  id: 'teams:t:sofie',
  name: 'Sofie',
  identities: ['teams:t:sofie'],
  memberships: [byChannel()],
};
const bound = (organisation: OrganisationId, conversation: Conversation) => ({
  organisation,
  conversation,
  boundBy: 'anna',
  boundAt: NOW,
});

async function inStore<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
  const database = await openDatabase({ path: ':memory:' });
  let count = 0;
  try {
    return await createUnitOfWork(database, () => `id${++count}`).run(work);
  } finally {
    await database.destroy();
  }
}

describe('the question to the rosters', () => {
  it('asks in every conversation of the organisation, under the identities of its channel', () =>
    inStore(async (stores) => {
      await stores.bindings.save(bound('les-791', viborg));
      await stores.bindings.save(bound('les-791', slack));
      await stores.bindings.save(bound(HOUSE, second));
      await stores.people.save(sofie);
      await stores.people.saveAddress('teams:t:sofie', '29:sofie');
      const question = await questionOf(stores, 'les-791', ['teams:t:sofie', 'slack:T:U']);
      expect(question.organisation).toBe('les-791');
      const asked = question.asked.map(({ place: { channel }, ...one }) => [
        channel,
        one.identity,
        one.address,
      ]);
      expect(asked.sort()).toEqual([
        ['slack', 'slack:T:U', null],
        ['teams', 'teams:t:sofie', '29:sofie'],
      ]);
    }));

  it('asks first where the person stands, once, with the address that they came with', () =>
    inStore(async (stores) => {
      await stores.bindings.save(bound('les-791', second));
      await stores.bindings.save(bound('les-791', viborg));
      await stores.people.save(sofie);
      await stores.people.saveAddress('teams:t:sofie', '29:old');
      const binding = bound('les-791', viborg);
      const asked = async (address: string | null) =>
        (await questionOf(stores, 'les-791', ['teams:t:sofie'], { binding, address })).asked.map(
          (one) => [one.place.id, one.address] as const,
        );
      expect(await asked('29:new')).toEqual([
        ['viborg', '29:new'],
        ['second', '29:old'],
      ]);
      expect(await asked(null)).toEqual([
        ['viborg', '29:old'],
        ['second', '29:old'],
      ]);
    }));

  it('is put for each membership by channel that must be confirmed again', () =>
    inStore(async (stores) => {
      await stores.bindings.save(bound('les-791', viborg));
      const person: Person = {
        ...sofie,
        memberships: [
          byChannel(),
          { organisation: HOUSE, roles: ['consultant'] },
          byChannel({ organisation: 'les-751', confirmedUntil: '2026-11-21T08:30:00.000Z' }),
        ],
      };
      expect((await dueQuestions(stores, person, NOW)).map(({ organisation }) => organisation)).toEqual([
        'les-791',
      ]);
    }));
});

describe('what the rosters answer', () => {
  const ask = async (answers: Record<string, RosterStanding>, isSilent?: (one: Conversation) => boolean) => {
    const asked: string[] = [];
    const rosters: Rosters = new Map([
      [
        'teams',
        {
          channel: 'teams',
          standingOf: async ({ id }, identity, address) => {
            asked.push(`${id} ${identity} ${address}`);
            return { standing: answers[id] ?? 'gone' };
          },
        },
      ],
    ]);
    const question = {
      organisation: 'les-791' as const,
      asked: [viborg, second, slack].map((one) => ({ place: one, identity: 'x', address: '29:x' })),
    };
    const answer = await askRosters(question, rosters, isSilent);
    return {
      asked,
      standing: answer?.standing,
      at: answer && `${answer.place.channel} ${answer.place.id}`,
      answer,
    };
  };

  it('is the answer that says most: a member ends the asking', async () => {
    const { asked, answer } = await ask({ viborg: 'member' });
    expect(asked).toEqual(['viborg x 29:x']);
    expect(answer).toEqual({ standing: 'member', organisation: 'les-791', place: viborg, by: 'x' });
    expect(await ask({ viborg: 'guest', second: 'member' })).toMatchObject({
      standing: 'member',
      at: 'teams second',
    });
    // The roster of Slack is not there to be asked.
    expect(await ask({ viborg: 'gone', second: 'guest' })).toMatchObject({
      standing: 'unknown',
      at: 'slack C1',
    });
    expect(await ask({ viborg: 'unknown', second: 'guest' })).toMatchObject({
      standing: 'unknown',
      at: 'teams viborg',
    });
  });

  it('is unknown where a conversation is silent, which is asked no more', async () => {
    const { asked, standing } = await ask({ viborg: 'member' }, ({ id }) => id === 'viborg');
    expect(asked).toEqual(['second x 29:x']);
    expect(standing).toBe('unknown');
  });

  it('is nothing where nobody can be asked', async () => {
    expect(await askRosters({ organisation: 'les-791', asked: [] }, new Map())).toBeUndefined();
  });

  it('weighs a guest more than one who is gone', async () => {
    const rosters: Rosters = new Map([
      [
        'teams',
        {
          channel: 'teams',
          standingOf: async ({ id }) => ({ standing: id === 'viborg' ? 'gone' : 'guest' }),
        },
      ],
    ]);
    const asked = [viborg, second].map((one) => ({ place: one, identity: 'x', address: null }));
    expect(await askRosters({ organisation: 'les-791', asked }, rosters)).toMatchObject({
      standing: 'guest',
    });
  });
});

describe('a confirmed person', () => {
  const said = (standing: RosterStanding, more: Partial<Confirmation> = {}): Confirmation => ({
    standing,
    organisation: 'les-791',
    place: viborg,
    by: 'teams:t:sofie',
    ...more,
  });
  const stranger = { ...sofie, memberships: [] };

  it('counts for a day from now; a membership that begins is a consultant’s', () => {
    const until = '2026-11-21T09:00:00.000Z';
    expect(confirmed(stranger, said('member'), NOW).memberships).toEqual([
      { organisation: 'les-791', roles: ['consultant'], source, since: NOW, confirmedUntil: until },
    ]);
    const other = { organisation: HOUSE, roles: ['consultant'] } as const;
    const known = { ...sofie, memberships: [byChannel({ admittedBy: 'anna' }), other] };
    expect(confirmed(known, said('member', { place: second }), NOW).memberships).toEqual([
      other,
      byChannel({ source: 'channel:teams:second', confirmedUntil: until, admittedBy: 'anna' }),
    ]);
  });

  it('loses it as a guest, or gone; and a stranger has nothing to lose', () => {
    for (const standing of ['guest', 'gone'] as const) {
      expect(confirmed(sofie, said(standing), NOW).memberships).toEqual([]);
      expect(confirmed(stranger, said(standing), NOW)).toBe(stranger);
    }
  });

  it('is as before where nobody knows, or where the directory gives it', () => {
    expect(confirmed(sofie, said('unknown'), NOW)).toBe(sofie);
    const listed: Person = { ...sofie, memberships: [{ organisation: 'les-791', roles: ['coordinator'] }] };
    expect(confirmed(listed, said('gone'), NOW)).toBe(listed);
  });

  it('of an open conversation must be let in first; then it is confirmed as any other', () => {
    expect(confirmed(stranger, said('member', { open: true }), NOW)).toBe(stranger);
    expect(confirmed(stranger, said('member', { open: false }), NOW).memberships).toHaveLength(1);
    expect(confirmed(sofie, said('member', { open: true }), NOW).memberships[0]?.confirmedUntil).toBe(
      '2026-11-21T09:00:00.000Z',
    );
  });
});

describe('keeping a person', () => {
  it('forgets one whom only a channel knew and knows no more; one of the directory stays', () =>
    inStore(async (stores) => {
      const listed: Person = { ...sofie, id: 'sofie-madsen', identities: ['teams:t:other'] };
      for (const person of [sofie, listed]) {
        await keepPerson(stores, { ...person, memberships: [] }, person);
        expect(await stores.people.get(person.id)).toMatchObject({
          memberships: [{ organisation: 'les-791' }],
        });
        await keepPerson(stores, person, { ...person, memberships: [] });
      }
      expect(await stores.people.get(sofie.id)).toBeUndefined();
      expect(await stores.people.get(listed.id)).toMatchObject({ memberships: [] });
    }));

  it('writes nothing where nothing changed', () =>
    inStore(async (stores) => {
      await keepPerson(stores, sofie, sofie);
      expect(await stores.people.get(sofie.id)).toBeUndefined();
    }));
});

describe('a conversation that is an organisation’s no longer', () => {
  const listed: Person = {
    id: 'anna',
    name: 'Anna',
    identities: ['teams:t:anna'],
    memberships: [{ organisation: 'les-791', roles: ['coordinator'] }],
  };
  const bySecond: Person = {
    ...sofie,
    id: 'teams:t:per',
    identities: ['teams:t:per'],
    memberships: [byChannel({ source: 'channel:teams:second' })],
  };

  it('vouches for nobody: those who belonged by it alone are gone, others stay', () =>
    inStore(async (stores) => {
      for (const person of [sofie, listed, bySecond]) await stores.people.save(person);
      await endByConversation(stores, 'les-791', viborg, NOW);
      expect(await stores.people.get(sofie.id)).toBeUndefined();
      expect((await stores.people.get(listed.id))?.memberships).toHaveLength(1);
      expect((await stores.people.get(bySecond.id))?.memberships).toHaveLength(1);
    }));

  it('leaves it to the organisation’s other conversation of that channel to confirm them', () =>
    inStore(async (stores) => {
      await stores.people.save({
        ...sofie,
        memberships: [byChannel(), { organisation: HOUSE, roles: ['auditor'] }],
      });
      await stores.bindings.save(bound('les-791', slack));
      await stores.bindings.save(bound('les-791', second));
      await endByConversation(stores, 'les-791', viborg, NOW);
      expect((await stores.people.get(sofie.id))?.memberships).toMatchObject([
        { organisation: HOUSE, roles: ['auditor'] },
        { organisation: 'les-791', source, confirmedUntil: NOW },
      ]);
      await stores.bindings.remove('les-791', second);
      await endByConversation(stores, 'les-791', viborg, NOW);
      // A conversation of another channel cannot say who is meant.
      expect((await stores.people.get(sofie.id))?.memberships).toMatchObject([{ organisation: HOUSE }]);
    }));
});
