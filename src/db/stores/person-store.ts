import type { Transaction } from 'kysely';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { PersonStore } from '../../app/ports/stores/person-store.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Person } from '../../core/person.ts';
import type { Language } from '../../core/vocabulary.ts';
import type { Schema } from '../schema.ts';
import { read } from './read-document.ts';

export function personStore(db: Transaction<Schema>): PersonStore {
  const people = (rows: readonly { document: string }[]) => rows.map((row) => read<Person>(row.document));
  // Read several times a turn; in one transaction nobody else changes them.
  const preferences = new Map<string, Schema['preferences'] | undefined>();
  const preference = async (person: string) => {
    if (!preferences.has(person)) {
      preferences.set(
        person,
        await db.selectFrom('preferences').selectAll().where('person', '=', person).executeTakeFirst(),
      );
    }
    return preferences.get(person);
  };
  const prefer = async (person: string, set: Partial<Schema['preferences']>) => {
    preferences.delete(person);
    await db
      .insertInto('preferences')
      .values({ person, language: null, acting_as: null, conversation: null, ...set })
      .onConflict((conflict) => conflict.column('person').doUpdateSet(set))
      .execute();
  };
  return {
    async byIdentity(identity) {
      const row = await db
        .selectFrom('identities')
        .innerJoin('people', 'people.id', 'identities.person')
        .select('document')
        .where('identity', '=', identity)
        .executeTakeFirst();
      return row && read<Person>(row.document);
    },
    async all() {
      return people(await db.selectFrom('people').select('document').orderBy('id').execute());
    },
    async get(id) {
      const row = await db.selectFrom('people').select('document').where('id', '=', id).executeTakeFirst();
      return row && read<Person>(row.document);
    },
    async save(person) {
      const document = JSON.stringify(person);
      await db
        .insertInto('people')
        .values({ id: person.id, document })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ document }))
        .execute();
      // Identities that stay keep their address.
      await db
        .deleteFrom('identities')
        .where('person', '=', person.id)
        .where('identity', 'not in', [...person.identities, ''])
        .execute();
      await db.deleteFrom('memberships').where('person', '=', person.id).execute();
      for (const identity of person.identities) {
        await db
          .insertInto('identities')
          .values({ identity, person: person.id })
          .onConflict((conflict) => conflict.column('identity').doUpdateSet({ person: person.id }))
          .execute();
      }
      for (const { organisation, roles, confirmedUntil } of person.memberships) {
        await db
          .insertInto('memberships')
          .values({
            person: person.id,
            organisation,
            coordinator: Number(roles.includes('coordinator')),
            confirmed_until: confirmedUntil ?? null,
          })
          .execute();
      }
    },
    async remove(id) {
      await db.deleteFrom('people').where('id', '=', id).execute();
      await db.deleteFrom('identities').where('person', '=', id).execute();
      await db.deleteFrom('memberships').where('person', '=', id).execute();
    },
    async suspend(id, organisation) {
      await db
        .deleteFrom('memberships')
        .where('person', '=', id)
        .where('organisation', '=', organisation)
        .execute();
    },
    async confirmedOutside(from, to) {
      const rows = await db
        .selectFrom('memberships')
        .select(['person', 'confirmed_until'])
        .where('confirmed_until', 'is not', null)
        .where((eb) => eb.or([eb('confirmed_until', '<=', from), eb('confirmed_until', '>', to)]))
        .orderBy('confirmed_until')
        .execute();
      return [...new Set(rows.map(({ person }) => person))];
    },
    async addressOf(identity) {
      const row = await db
        .selectFrom('identities')
        .select('address')
        .where('identity', '=', identity)
        .executeTakeFirst();
      return row?.address ?? null;
    },
    async saveAddress(identity, address) {
      await db
        .updateTable('identities')
        .set({ address })
        .where('identity', '=', identity)
        .where((eb) => eb.or([eb('address', 'is', null), eb('address', '!=', address)]))
        .execute();
    },
    async addressesOf(organisation, channel, limit) {
      const rows = await db
        .selectFrom('memberships')
        .innerJoin('identities', 'identities.person', 'memberships.person')
        .select('address')
        .where('organisation', '=', organisation)
        .where('address', 'is not', null)
        .where('identity', 'like', `${channel}:%`)
        .limit(limit)
        .execute();
      return rows.flatMap(({ address }) => (address === null ? [] : [address]));
    },
    async coordinators(organisation) {
      return people(
        await db
          .selectFrom('memberships')
          .innerJoin('people', 'people.id', 'memberships.person')
          .select('document')
          .where('organisation', '=', organisation)
          .where('coordinator', '=', 1)
          .execute(),
      );
    },
    async membersOf(organisation) {
      return people(
        await db
          .selectFrom('memberships')
          .innerJoin('people', 'people.id', 'memberships.person')
          .select('document')
          .where('organisation', '=', organisation)
          .orderBy('people.id')
          .execute(),
      );
    },
    async conversationOf(person) {
      const row = await preference(person);
      return row?.conversation == null ? undefined : read<Conversation>(row.conversation);
    },
    async saveConversation(person, conversation) {
      await prefer(person, { conversation: JSON.stringify(conversation) });
    },
    async forgetConversation(person) {
      await prefer(person, { conversation: null });
    },
    async actingAs(person) {
      return ((await preference(person))?.acting_as ?? undefined) as OrganisationId | undefined;
    },
    async saveActingAs(person, organisation) {
      await prefer(person, { acting_as: organisation });
    },
    async language(person) {
      return ((await preference(person))?.language ?? undefined) as Language | undefined;
    },
    async saveLanguage(person, language) {
      await prefer(person, { language });
    },
  };
}
