import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasPostgres, newPostgresDatabase, type PostgresDatabase } from '../support/postgres-database.ts';
import { wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/**
 * How often a turn asks PostgreSQL, which may be a millisecond away or three: each question is a round trip. Beginning and
 * ending a transaction are one each.
 */

const anna = chatOf('anna-holm');
const house = channelOf('ehm-midtjylland');

/** A turn begins and ends a transaction, notes its delivery and finds its person: four to six before it does anything. */
const AT_MOST: Readonly<Record<string, number>> = {
  // One of a turn's asks whether settings were changed.
  help: 9,
  // One of these and of an acceptance reads where the tools that the card names are found.
  'a case shown': 11,
  'a list': 11,
  'a form begun': 10,
  // One of them reads the catalogue of offers.
  'a form decided': 16,
  // The catalogue is read for the decision, and for where the tools on the card are found.
  'a case logged': 24,
  'an offer accepted': 24,
  // A card in a channel, a record for the CRM: claimed, still true when it is sent, to whom, paced, sent, noted; and where the
  // tools on the card are found.
  'a case delivered': 56,
  // Asked twice a second by each replica.
  'nothing to deliver': 1,
};

let made: PostgresDatabase;
let world: TeamsWorld;

/** The work's result, and how many round trips it took. */
async function counted<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const asked = vi.spyOn(Client.prototype, 'query');
  try {
    const result = await work();
    return [result, asked.mock.calls.length];
  } finally {
    asked.mockRestore();
  }
}

describe.runIf(hasPostgres)('round trips to PostgreSQL', () => {
  beforeEach(async () => {
    made = await newPostgresDatabase();
    world = await openTeamsWorld({}, { settings: { DATABASE_URL: made.url } });
    // What only a first turn costs is no part of it.
    await world.say('anna-holm', anna, 'hjælp');
  });
  afterEach(async () => {
    await world.close();
    await made.drop();
  });

  it('are few in each kind of turn', async () => {
    const trips: Record<string, number> = {};
    const say = async (kind: string, text: string) => {
      const [messages, count] = await counted(() => world.say('anna-holm', anna, text));
      trips[kind] = count;
      return messages[0]?.card;
    };
    const click = async (kind: string, who: string, card: unknown, verb: string, typed = {}) => {
      const place = who === 'anna-holm' ? anna : house;
      const [shown, count] = await counted(() => world.click(who, place, card, verb, typed));
      trips[kind] = count;
      return shown;
    };
    // The jobs of the hour are no part of a delivery.
    await world.deliver();
    await say('help', 'hjælp');
    const form = await say('a form begun', 'ny');
    const decision = await click('a form decided', 'anna-holm', form, 'intake.submit', {
      municipality: '791',
      areas: 'internationalisation',
      stage: 'established',
    });
    const shown = await click('a case logged', 'anna-holm', decision, 'intake.confirm', {
      consent: 'consent',
    });
    const caseId = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(wordsOn(shown))?.[0];
    await say('a case shown', `sag ${caseId}`);
    await say('a list', 'sager');
    [, trips['a case delivered']] = await counted(() => world.deliver());
    const [card] = world.standing(house);
    await click('an offer accepted', 'carla-winther', card?.card, 'handover.accept');
    await world.deliver();
    [, trips['nothing to deliver']] = await counted(() =>
      world.service.queue.claim('w', world.clock.now(), world.clock.now(), 16),
    );
    expect(Object.keys(trips).toSorted()).toEqual(Object.keys(AT_MOST).toSorted());
    for (const [kind, count] of Object.entries(trips))
      expect([kind, count, count <= (AT_MOST[kind] ?? 0)]).toEqual([kind, count, true]);
  });
});
