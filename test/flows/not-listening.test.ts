import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/postgres.ts';
import { hasPgbouncer, newPostgresDatabase, type PostgresDatabase } from '../support/postgres-database.ts';
import { type ServiceProcess, startService } from './service-process.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/**
 * A replica that cannot listen to the database: behind a pgbouncer, which passes no notifications on, or where nobody answers.
 * Proves: it finds by asking what another replica has put into the outbox.
 */

let made: PostgresDatabase;
let folder: string;
let world: TeamsWorld;
let other: ServiceProcess | undefined;

describe.runIf(hasPgbouncer)('a replica that hears of nothing', () => {
  beforeEach(async () => {
    made = await newPostgresDatabase();
    folder = mkdtempSync(join(tmpdir(), 'indgang-deaf-'));
    // Its own worker is never started.
    world = await openTeamsWorld({}, { settings: { DATABASE_URL: made.url } });
    other = undefined;
  });
  afterEach(async () => {
    await other?.kill();
    await world.close();
    await made.drop();
    rmSync(folder, { recursive: true });
  });

  const nowhere = async () => {
    const address = new URL(made.url);
    address.port = String(await freePort());
    return address.href;
  };

  it.each([
    ['behind a pgbouncer', async () => made.pooledUrl],
    ['where nobody answers', nowhere],
  ])('%s delivers the card of a case that was logged elsewhere', async (_, listenUrl) => {
    other = await startService(
      {
        INDGANG_DATA: folder,
        DATABASE_URL: made.pooledUrl,
        DATABASE_LISTEN_URL: await listenUrl(),
      },
      world.clock.now(),
    );
    const anna = chatOf('anna-holm');
    const [form] = await world.say('anna-holm', anna, 'ny');
    const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', {
      municipality: '791',
      areas: 'internationalisation',
      stage: 'established',
    });
    await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
    await expect.poll(() => world.standing(channelOf('ehm-midtjylland')).length).toBe(1);
  });
});
