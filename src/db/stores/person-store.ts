import type { Conversation } from '../../app/ports/conversation.ts';
import type { HeldLine, PersonStore } from '../../app/ports/stores/person-store.ts';
import type { Absence } from '../../core/absence.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Person } from '../../core/person.ts';
import type { Language } from '../../core/vocabulary.ts';
import { query, type Session } from '../query.ts';
import type { Schema } from '../schema.ts';
import { parseDocument, read, readAll } from './read-document.ts';

const BY_IDENTITY = query((db, p: { identity: string }) =>
  db
    .selectFrom('identities')
    .innerJoin('people', 'people.id', 'identities.person')
    .select('document')
    .where('identity', '=', p.identity),
);
const ALL = query((db) => db.selectFrom('people').select('document').orderBy('id'));
const BY_ID = query((db, p: { id: string }) =>
  db.selectFrom('people').select('document').where('id', '=', p.id),
);
const SAVE = query((db, p: { id: string; document: string }) =>
  db
    .insertInto('people')
    .values({ id: p.id, document: p.document })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ document: p.document })),
);
const REMOVE = query((db, p: { id: string }) => db.deleteFrom('people').where('id', '=', p.id));

const SAVE_IDENTITY = query((db, p: { identity: string; person: string }) =>
  db
    .insertInto('identities')
    .values({ identity: p.identity, person: p.person })
    .onConflict((conflict) => conflict.column('identity').doUpdateSet({ person: p.person })),
);
const REMOVE_IDENTITIES = query((db, p: { person: string }) =>
  db.deleteFrom('identities').where('person', '=', p.person),
);
const ADDRESS = query((db, p: { identity: string }) =>
  db.selectFrom('identities').select('address').where('identity', '=', p.identity),
);
const SAVE_ADDRESS = query((db, p: { identity: string; address: string }) =>
  db
    .updateTable('identities')
    .set({ address: p.address })
    .where('identity', '=', p.identity)
    .where((eb) => eb.or([eb('address', 'is', null), eb('address', '!=', p.address)])),
);
/** Identities of one channel begin with its name and a colon; `end` is the first text after all of them. */
const ADDRESSES = query((db, p: { organisation: string; begin: string; end: string; limit: number }) =>
  db
    .selectFrom('memberships')
    .innerJoin('identities', 'identities.person', 'memberships.person')
    .select('address')
    .where('organisation', '=', p.organisation)
    .where('address', 'is not', null)
    .where('identity', '>=', p.begin)
    .where('identity', '<', p.end)
    .limit(p.limit),
);

const SAVE_MEMBERSHIP = query(
  (db, p: { person: string; organisation: string; coordinator: number; confirmedUntil: string | null }) =>
    db.insertInto('memberships').values({
      person: p.person,
      organisation: p.organisation,
      coordinator: p.coordinator,
      confirmed_until: p.confirmedUntil,
    }),
);
const REMOVE_MEMBERSHIPS = query((db, p: { person: string }) =>
  db.deleteFrom('memberships').where('person', '=', p.person),
);
const REMOVE_MEMBERSHIP = query((db, p: { person: string; organisation: string }) =>
  db.deleteFrom('memberships').where('person', '=', p.person).where('organisation', '=', p.organisation),
);
const CONFIRMED_OUTSIDE = query((db, p: { from: string; to: string }) =>
  db
    .selectFrom('memberships')
    .select(['person', 'confirmed_until'])
    .where('confirmed_until', 'is not', null)
    .where((eb) => eb.or([eb('confirmed_until', '<=', p.from), eb('confirmed_until', '>', p.to)]))
    .orderBy('confirmed_until'),
);
const COORDINATORS = query((db, p: { organisation: string }) =>
  db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person')
    .select('document')
    .where('organisation', '=', p.organisation)
    .where('coordinator', '=', 1)
    .orderBy('people.id'),
);
const MEMBERS = query((db, p: { organisation: string }) =>
  db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person')
    .select('document')
    .where('organisation', '=', p.organisation)
    .orderBy('people.id'),
);

const PREFERENCES = query((db, p: { person: string }) =>
  db.selectFrom('preferences').selectAll().where('person', '=', p.person),
);
/** A held line is JSON that begins with its instant, so that texts are in the order of time. */
const FORGET_HELD = query((db, p: { before: string }) =>
  db.updateTable('preferences').set({ held: null }).where('held', '<', p.before),
);
const ALL_HELD = query((db) =>
  db.selectFrom('preferences').select(['person', 'held']).where('held', 'is not', null).orderBy('person'),
);
/** An absence is JSON that begins with its last day, so that texts are in the order of time. */
const FORGET_ABSENCES = query((db, p: { before: string }) =>
  db.updateTable('preferences').set({ absence: null }).where('absence', '<', p.before),
);
const NO_PREFERENCES = {
  language: null,
  acting_as: null,
  conversation: null,
  held: null,
  overview: null,
  client_language: null,
  absence: null,
};
const preferenceOf = (
  column: 'language' | 'acting_as' | 'conversation' | 'held' | 'overview' | 'client_language' | 'absence',
) =>
  query((db, p: { person: string; value: string | null }) =>
    db
      .insertInto('preferences')
      .values({ ...NO_PREFERENCES, person: p.person, [column]: p.value })
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ [column]: p.value })),
  );
const PREFER = {
  language: preferenceOf('language'),
  acting_as: preferenceOf('acting_as'),
  conversation: preferenceOf('conversation'),
  held: preferenceOf('held'),
  overview: preferenceOf('overview'),
  client_language: preferenceOf('client_language'),
  absence: preferenceOf('absence'),
};

export function personStore(session: Session): PersonStore {
  // Read several times a turn; within one transaction nobody else changes them.
  const known = new Map<string, Schema['preferences'] | undefined>();
  const preferences = async (person: string) => {
    if (!known.has(person)) known.set(person, await session.first(PREFERENCES, { person }));
    return known.get(person);
  };
  const prefer = async (person: string, column: keyof typeof PREFER, value: string | null) => {
    known.delete(person);
    await session.change(PREFER[column], { person, value });
  };

  return {
    byIdentity: async (identity) => read<Person>(await session.first(BY_IDENTITY, { identity })),
    all: async () => readAll<Person>(await session.all(ALL, {})),
    get: async (id) => read<Person>(await session.first(BY_ID, { id })),
    async save(person) {
      await session.change(SAVE, { id: person.id, document: JSON.stringify(person) });
      // Identities that stay keep their address.
      await session.db
        .deleteFrom('identities')
        .where('person', '=', person.id)
        .where('identity', 'not in', [...person.identities, ''])
        .execute();
      await session.change(REMOVE_MEMBERSHIPS, { person: person.id });
      for (const identity of person.identities)
        await session.change(SAVE_IDENTITY, { identity, person: person.id });
      for (const { organisation, roles, confirmedUntil = null } of person.memberships) {
        const coordinator = Number(roles.includes('coordinator'));
        await session.change(SAVE_MEMBERSHIP, {
          person: person.id,
          organisation,
          coordinator,
          confirmedUntil,
        });
      }
    },
    async remove(id) {
      await session.change(REMOVE, { id });
      await session.change(REMOVE_IDENTITIES, { person: id });
      await session.change(REMOVE_MEMBERSHIPS, { person: id });
    },
    async suspend(person, organisation) {
      await session.change(REMOVE_MEMBERSHIP, { person, organisation });
    },
    async confirmedOutside(from, to) {
      const rows = await session.all(CONFIRMED_OUTSIDE, { from, to });
      return [...new Set(rows.map(({ person }) => person))];
    },
    addressOf: async (identity) => (await session.first(ADDRESS, { identity }))?.address ?? null,
    async saveAddress(identity, address) {
      await session.change(SAVE_ADDRESS, { identity, address });
    },
    async addressesOf(organisation, channel, limit) {
      const span = { begin: `${channel}:`, end: `${channel};` };
      const rows = await session.all(ADDRESSES, { organisation, ...span, limit });
      return rows.flatMap(({ address }) => (address === null ? [] : [address]));
    },
    coordinators: async (organisation) => readAll<Person>(await session.all(COORDINATORS, { organisation })),
    membersOf: async (organisation) => readAll<Person>(await session.all(MEMBERS, { organisation })),
    async conversationOf(person) {
      const text = (await preferences(person))?.conversation ?? undefined;
      return text === undefined ? undefined : parseDocument<Conversation>(text);
    },
    saveConversation: (person, conversation) => prefer(person, 'conversation', JSON.stringify(conversation)),
    forgetConversation: (person) => prefer(person, 'conversation', null),
    actingAs: async (person) =>
      ((await preferences(person))?.acting_as ?? undefined) as OrganisationId | undefined,
    saveActingAs: (person, organisation) => prefer(person, 'acting_as', organisation),
    ...languages(preferences, prefer),
    ...heldLines(session, preferences, prefer),
    overviewIsOff: async (person) => (await preferences(person))?.overview === 'off',
    saveOverviewOff: (person, off) => prefer(person, 'overview', off ? 'off' : null),
    ...absences(session, preferences, prefer),
  };
}

/** The language that a person chose, and the one of their client. */
function languages(
  preferences: (person: string) => Promise<Schema['preferences'] | undefined>,
  prefer: (person: string, column: 'language' | 'client_language', value: string | null) => Promise<void>,
): Pick<PersonStore, 'language' | 'clientLanguage' | 'saveLanguage' | 'saveClientLanguage'> {
  return {
    language: async (person) => ((await preferences(person))?.language ?? undefined) as Language | undefined,
    clientLanguage: async (person) =>
      ((await preferences(person))?.client_language ?? undefined) as Language | undefined,
    saveLanguage: (person, language) => prefer(person, 'language', language),
    saveClientLanguage: (person, language) => prefer(person, 'client_language', language),
  };
}

/** What people have said of their absence. */
function absences(
  session: Session,
  preferences: (person: string) => Promise<Schema['preferences'] | undefined>,
  prefer: (person: string, column: 'absence', value: string | null) => Promise<void>,
): Pick<PersonStore, 'absenceOf' | 'saveAbsence' | 'forgetAbsences'> {
  return {
    async absenceOf(person) {
      const text = (await preferences(person))?.absence ?? undefined;
      return text === undefined ? undefined : parseDocument<Absence>(text);
    },
    saveAbsence: (person, absence) =>
      prefer(person, 'absence', absence && JSON.stringify({ until: absence.until, deputy: absence.deputy })),
    forgetAbsences: (before) =>
      session.change(FORGET_ABSENCES, { before: JSON.stringify({ until: before }).slice(0, -1) }),
  };
}

/** The lines that wait for their writers. */
function heldLines(
  session: Session,
  preferences: (person: string) => Promise<Schema['preferences'] | undefined>,
  prefer: (person: string, column: 'held', value: string | null) => Promise<void>,
): Pick<PersonStore, 'held' | 'allHeld' | 'hold' | 'forgetHeld'> {
  return {
    async held(person) {
      const text = (await preferences(person))?.held ?? undefined;
      return text === undefined ? undefined : parseDocument<HeldLine>(text);
    },
    async allHeld() {
      const rows = await session.all(ALL_HELD, {});
      return rows.map(({ person, held }) => ({ ...parseDocument<HeldLine>(held ?? ''), person }));
    },
    // The instant comes first, as `forgetHeld` expects.
    hold: (person, line) =>
      prefer(
        person,
        'held',
        line && JSON.stringify({ at: line.at, command: line.command, aside: line.aside }),
      ),
    forgetHeld: (before) =>
      session.change(FORGET_HELD, { before: JSON.stringify({ at: before }).slice(0, -1) }),
  };
}
