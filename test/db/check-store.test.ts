import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/ports/unit-of-work.ts';
import { checkCases } from '../../src/db/check-store.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { DATABASES, type TestDatabase } from './databases.ts';
import { at, contactOf, SAVE } from './sample-rows.ts';

/** What a check of the store finds in rows that are about no case. */

const TELL = {
  kind: 'outreach.tell',
  organisation: 'les-791',
  to: 'channel',
  notice: 'outreach-planned',
} as const;
const REFRESH = { kind: 'outreach.refresh' } as const;
const DIGESTED = {
  kind: 'digest.organisation',
  organisation: 'les-791',
  month: '2026-11',
  lines: [],
} as const;
const OVERVIEW = { kind: 'overview.person', person: 'anna', organisation: 'les-791' } as const;

describe.each(DATABASES)('a check of the store in $name', ({ open }) => {
  let store: TestDatabase;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const run = <T>(work: (stores: Stores) => Promise<T>) => {
    let named = 0;
    return createUnitOfWork(store.database, () => `row ${++named}`).run(work);
  };
  const wrong = async () =>
    (await checkCases(store.database, at(60))).flatMap(({ check, count, wrong }) =>
      wrong ? [`${check} ${count}`] : [],
    );

  it('takes messages about contacts and people that are there for no fault', async () => {
    await run(async ({ people, outreach, outbox }) => {
      await people.save({ id: 'anna', name: 'Anna Holm', identities: ['test:anna'], memberships: [] });
      await outreach.insert(contactOf('B2C3-D4F5'));
      await outbox.add('B2C3-D4F5', [TELL, REFRESH], at(0));
      await outbox.add('anna', [OVERVIEW], at(0));
      await outbox.add('les-791', [DIGESTED], at(0));
    });
    expect(await wrong()).toEqual([]);
  });

  it('finds each that is about nothing', async () => {
    await run(async ({ outbox }) => {
      await outbox.add('B2C3-D4F5', [TELL], at(0));
      await outbox.add('anna', [OVERVIEW], at(0));
      await outbox.add('K3F9-QTX2', [SAVE], at(0));
    });
    expect(await wrong()).toEqual(['outbox-about-nothing 3']);
  });

  it('finds a contact that cannot be read', async () => {
    await run(({ outreach }) => outreach.insert(contactOf('B2C3-D4F5')));
    await store.database.updateTable('outreach_contacts').set({ document: '{"id"' }).execute();
    expect(await wrong()).toEqual(['documents-unreadable 1']);
  });
});
