import { type Conversation, isSameConversation } from '../../src/app/ports/conversation.ts';
import type { Admission } from '../../src/app/ports/stores/admission-store.ts';
import type { Binding } from '../../src/app/ports/stores/binding-store.ts';
import type { HeldLine } from '../../src/app/ports/stores/person-store.ts';
import type { Stores } from '../../src/app/ports/unit-of-work.ts';
import type { Absence } from '../../src/core/absence.ts';
import type { AuditEntry } from '../../src/core/audit.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import type { Person } from '../../src/core/person.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { inOrder, Kept, type Undo } from './kept.ts';

/** People and places, and what is noted about them, over plain maps. */

interface Preference {
  readonly language?: Language | undefined;
  readonly clientLanguage?: Language | undefined;
  readonly actingAs?: OrganisationId | undefined;
  readonly conversation?: Conversation | undefined;
  readonly held?: HeldLine | undefined;
  readonly overviewOff?: boolean | undefined;
  readonly absence?: Absence | undefined;
}
interface Identity {
  readonly person: string;
  readonly address: string | null;
}
type Example = Parameters<PeopleStores['examples']['add']>[0];

type PeopleStores = Pick<
  Stores,
  'people' | 'audit' | 'bindings' | 'admissions' | 'marks' | 'examples' | 'erasures' | 'inbox'
>;

export interface MemoryPeople {
  readonly stores: PeopleStores;
  /** Whether somebody is a member of an organisation for others. */
  isMember(person: string, organisation: string): boolean;
  isBound(organisation: string): boolean;
  forgetDeliveries(): void;
}

export function createMemoryPeople(undo: Undo, newId: () => string): MemoryPeople {
  const inbox = new Kept<string>(undo);
  const bindings = new Kept<Binding>(undo);
  const people = new Kept<Person>(undo);
  const identities = new Kept<Identity>(undo);
  const suspended = new Kept<true>(undo);
  const preferences = new Kept<Preference>(undo);
  const admissions = new Kept<Admission>(undo);
  const marks = new Kept<{ readonly person: string; readonly what: string; readonly at: string }>(undo);
  const audit = new Kept<AuditEntry>(undo);
  const examples = new Kept<Example>(undo);
  const erasures = new Kept<string>(undo);
  let counted = 0;

  const everybody = () => inOrder(people.all(), ({ id }) => id);
  const membershipsOf = ({ id, memberships }: Person) =>
    memberships.filter(({ organisation }) => suspended.get(`${id} ${organisation}`) === undefined);
  const membersOf = (organisation: OrganisationId, coordinator: boolean) =>
    everybody().filter((person) =>
      membershipsOf(person).some(
        (one) => one.organisation === organisation && (!coordinator || one.roles.includes('coordinator')),
      ),
    );
  const prefer = (person: string, set: Preference) =>
    preferences.set(person, { ...preferences.get(person), ...set });
  const keyOf = (organisation: string, { channel, id }: Pick<Conversation, 'channel' | 'id'>) =>
    `${organisation} ${channel} ${id}`;
  const forget = (id: string) => {
    identities.deleteWhere(({ person }) => person === id);
    suspended.deleteWhere((_, key) => key.startsWith(`${id} `));
  };

  const stores: PeopleStores = {
    inbox: {
      async record(id, at) {
        if (inbox.get(id) !== undefined) return false;
        inbox.set(id, at);
        return true;
      },
      forgetBefore: async (instant) => inbox.deleteWhere((at) => at < instant),
    },
    bindings: {
      ofOrganisation: async (organisation) =>
        bindings.all().filter((one) => one.organisation === organisation),
      ofConversation: async (wanted) =>
        bindings.all().find(({ conversation }) => isSameConversation(conversation, wanted)),
      all: async () => bindings.all(),
      save: async (binding) => bindings.set(keyOf(binding.organisation, binding.conversation), binding),
      remove: async (organisation, conversation) => void bindings.delete(keyOf(organisation, conversation)),
    },
    people: {
      byIdentity: async (identity) => people.get(identities.get(identity)?.person ?? ''),
      all: async () => everybody(),
      get: async (id) => people.get(id),
      async save(person) {
        const before = new Map(person.identities.map((identity) => [identity, identities.get(identity)]));
        forget(person.id);
        people.set(person.id, person);
        // Identities that stay keep their address.
        for (const [identity, known] of before)
          identities.set(identity, { person: person.id, address: known?.address ?? null });
      },
      async remove(id) {
        people.delete(id);
        forget(id);
      },
      suspend: async (id, organisation) => suspended.set(`${id} ${organisation}`, true),
      async confirmedOutside(from, to) {
        const untils = everybody().flatMap((person) =>
          membershipsOf(person).flatMap(({ confirmedUntil: until }) =>
            until !== undefined && (until <= from || until > to) ? [{ id: person.id, until }] : [],
          ),
        );
        return [...new Set(inOrder(untils, ({ until }) => until).map(({ id }) => id))];
      },
      addressOf: async (identity) => identities.get(identity)?.address ?? null,
      async saveAddress(identity, address) {
        const known = identities.get(identity);
        if (known) identities.set(identity, { ...known, address });
      },
      async addressesOf(organisation, channel, limit) {
        const members = new Set(membersOf(organisation, false).map(({ id }) => id));
        const own = [...identities.map].filter(
          ([identity, { person }]) => members.has(person) && identity.startsWith(`${channel}:`),
        );
        return own.flatMap(([, { address }]) => (address === null ? [] : [address])).slice(0, limit);
      },
      coordinators: async (organisation) => membersOf(organisation, true),
      membersOf: async (organisation) => membersOf(organisation, false),
      conversationOf: async (person) => preferences.get(person)?.conversation,
      saveConversation: async (person, conversation) => prefer(person, { conversation }),
      forgetConversation: async (person) => prefer(person, { conversation: undefined }),
      actingAs: async (person) => preferences.get(person)?.actingAs,
      saveActingAs: async (person, actingAs) => prefer(person, { actingAs }),
      clientLanguage: async (person) => preferences.get(person)?.clientLanguage,
      saveClientLanguage: async (person, clientLanguage) => prefer(person, { clientLanguage }),
      language: async (person) => preferences.get(person)?.language,
      held: async (person) => preferences.get(person)?.held,
      allHeld: async () =>
        [...preferences.map].flatMap(([person, { held }]) => (held ? [{ ...held, person }] : [])),
      hold: async (person, line) => prefer(person, { held: line ?? undefined }),
      async forgetHeld(before) {
        const old = [...preferences.map].filter(([, { held }]) => held !== undefined && held.at < before);
        for (const [person] of old) prefer(person, { held: undefined });
        return old.length;
      },
      overviewIsOff: async (person) => preferences.get(person)?.overviewOff === true,
      saveOverviewOff: async (person, overviewOff) => prefer(person, { overviewOff }),
      absenceOf: async (person) => preferences.get(person)?.absence,
      saveAbsence: async (person, absence) => prefer(person, { absence: absence ?? undefined }),
      async forgetAbsences(before) {
        const old = [...preferences.map].filter(
          ([, { absence }]) => absence !== undefined && absence.until < before,
        );
        for (const [person] of old) prefer(person, { absence: undefined });
        return old.length;
      },
      saveLanguage: async (person, language) => prefer(person, { language }),
    },
    admissions: {
      async add(admission) {
        const key = `${admission.identity} ${admission.organisation}`;
        if (admissions.get(key)) return false;
        admissions.set(key, admission);
        return true;
      },
      ofOrganisation: async (wanted) =>
        inOrder(
          admissions.all().filter(({ organisation }) => organisation === wanted),
          ({ askedAt }) => askedAt,
        ),
      remove: async (identity, organisation) => void admissions.delete(`${identity} ${organisation}`),
      forgetBefore: async (instant) => admissions.deleteWhere(({ askedAt }) => askedAt < instant),
    },
    marks: {
      add: async (person, what, at) => marks.set(String(++counted), { person, what, at }),
      since: async (person, kind, instant) =>
        marks
          .all()
          .filter((one) => one.person === person && one.what.startsWith(kind) && one.at >= instant)
          .map(({ what }) => what)
          .reverse()
          .slice(0, 20),
      countSince: async (person, what, instant) =>
        marks.all().filter((mark) => mark.person === person && mark.what === what && mark.at > instant)
          .length,
      forgetBefore: async (instant) => marks.deleteWhere(({ at }) => at <= instant),
    },
    audit: {
      add: async (entries) => {
        for (const entry of entries) audit.set(String(++counted), entry);
      },
      page: async (query, after, limit) =>
        audit
          .all()
          .map((entry, place) => ({ ...entry, number: place + 1 }))
          .filter(
            ({ number, caseId, person, at }) =>
              number > after &&
              (query.caseId === undefined || caseId === query.caseId) &&
              (query.person === undefined || person === query.person) &&
              (query.from === undefined || at >= query.from) &&
              (query.to === undefined || at < query.to),
          )
          .slice(0, limit),
      forgetBefore: async (instant) => audit.deleteWhere(({ at }) => at < instant),
    },
    examples: {
      add: async (example) => examples.set(String(++counted), example),
      all: async () => examples.all(),
      forget: async (texts, drafts) =>
        examples.deleteWhere(
          ({ text, draftId }) => texts.includes(text) || (draftId !== null && drafts.includes(draftId)),
        ),
    },
    erasures: {
      add: async ({ at }) => erasures.set(newId(), at),
      noteReplayed: async (id, at) => erasures.set(id, at),
      known: async () => new Set(erasures.map.keys()),
    },
  };
  return {
    stores,
    isMember: (id, organisation) => {
      const person = people.get(id);
      return person !== undefined && membershipsOf(person).some((one) => one.organisation === organisation);
    },
    isBound: (wanted) => bindings.all().some(({ organisation }) => organisation === wanted),
    forgetDeliveries: () => inbox.map.clear(),
  };
}
