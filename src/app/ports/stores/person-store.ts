import type { OrganisationId } from '../../../core/organisation.ts';
import type { Person } from '../../../core/person.ts';
import type { Language } from '../../../core/vocabulary.ts';
import type { Channel } from '../channel.ts';
import type { Conversation } from '../conversation.ts';

export interface PersonReader {
  /** The person behind a verified channel identity, from the directory or from what was learned. */
  byIdentity(identity: string): Promise<Person | undefined>;
  all(): Promise<readonly Person[]>;
  get(id: string): Promise<Person | undefined>;
  /** Ids of people with a membership by channel that is confirmed until no later than `from`, or later than `to`; the oldest first. */
  confirmedOutside(from: string, to: string): Promise<readonly string[]>;
  /** What a channel calls the person behind an identity. */
  addressOf(identity: string): Promise<string | null>;
  /** Those addresses of an organisation's members on one channel. */
  addressesOf(organisation: OrganisationId, channel: Channel, limit: number): Promise<readonly string[]>;
  coordinators(organisation: OrganisationId): Promise<readonly Person[]>;
  membersOf(organisation: OrganisationId): Promise<readonly Person[]>;
  /** Where the person can be written to personally. */
  conversationOf(person: string): Promise<Conversation | undefined>;
  /** Whom the person last chose to act as. */
  actingAs(person: string): Promise<OrganisationId | undefined>;
  language(person: string): Promise<Language | undefined>;
}

export interface PersonStore extends PersonReader {
  save(person: Person): Promise<void>;
  /** The person, with identities and memberships; what they chose (language, chat) is kept for a return. */
  remove(id: string): Promise<void>;
  /** The person is nobody's member for others (lists, notices) until saved again; the membership itself is kept. */
  suspend(id: string, organisation: OrganisationId): Promise<void>;
  /** What a channel calls the person behind an identity in its own messages. */
  saveAddress(identity: string, address: string): Promise<void>;
  saveConversation(person: string, conversation: Conversation): Promise<void>;
  /** The person can no longer be written to there. */
  forgetConversation(person: string): Promise<void>;
  saveActingAs(person: string, organisation: OrganisationId): Promise<void>;
  saveLanguage(person: string, language: Language): Promise<void>;
}
