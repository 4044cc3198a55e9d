import type { Absence } from '../../../core/absence.ts';
import type { Command } from '../../../core/command.ts';
import type { OrganisationId } from '../../../core/organisation.ts';
import type { Person } from '../../../core/person.ts';
import type { Language } from '../../../core/vocabulary.ts';
import type { Aside } from '../../inbound.ts';
import type { Channel } from '../channel.ts';
import type { Conversation } from '../conversation.ts';

/** A command that waits, since when (ISO), and what stood beside it in the message. */
export interface HeldLine {
  readonly at: string;
  readonly command: Command;
  readonly aside?: Aside | undefined;
}

/** People with their identities, memberships and choices. */
export interface PersonReader {
  /** The person with a verified channel identity, from the directory or learned. */
  byIdentity(identity: string): Promise<Person | undefined>;
  all(): Promise<readonly Person[]>;
  get(id: string): Promise<Person | undefined>;
  /**
   * Ids of people with a membership by channel that is confirmed until `from` or earlier, or later than `to`; the
   * oldest confirmation first.
   */
  confirmedOutside(from: string, to: string): Promise<readonly string[]>;
  /** The channel's own id (address) of the person with this identity. */
  addressOf(identity: string): Promise<string | null>;
  /** The addresses of an organisation's members on one channel. */
  addressesOf(organisation: OrganisationId, channel: Channel, limit: number): Promise<readonly string[]>;
  coordinators(organisation: OrganisationId): Promise<readonly Person[]>;
  membersOf(organisation: OrganisationId): Promise<readonly Person[]>;
  /** The person's own chat with the bot. */
  conversationOf(person: string): Promise<Conversation | undefined>;
  /** The organisation that the person last chose to act for. */
  actingAs(person: string): Promise<OrganisationId | undefined>;
  language(person: string): Promise<Language | undefined>;
  /** The language of the person's client, as it last said. */
  clientLanguage(person: string): Promise<Language | undefined>;
  /** The absence that the person announced last, which may have ended. */
  absenceOf(person: string): Promise<Absence | undefined>;
  /** What the person asked for before they chose an organisation. */
  held(person: string): Promise<HeldLine | undefined>;
  /** Whether the person has switched the daily overview off. */
  overviewIsOff(person: string): Promise<boolean>;
  /** Everybody's commands that wait. */
  allHeld(): Promise<readonly (HeldLine & { readonly person: string })[]>;
}

export interface PersonStore extends PersonReader {
  save(person: Person): Promise<void>;
  /**
   * Removes the person with identities and memberships. Their choices (language, chat) are kept, in case they return.
   */
  remove(id: string): Promise<void>;
  /** Hides a membership from others (lists, notices) until the person is saved again. The membership itself is kept. */
  suspend(id: string, organisation: OrganisationId): Promise<void>;
  /** Saves the channel's own id of the person with this identity. */
  saveAddress(identity: string, address: string): Promise<void>;
  saveConversation(person: string, conversation: Conversation): Promise<void>;
  /** Forgets the person's chat, which no longer exists. */
  forgetConversation(person: string): Promise<void>;
  saveActingAs(person: string, organisation: OrganisationId): Promise<void>;
  /** Keeps a command that waits, in place of an earlier one; null: none waits any more. */
  hold(person: string, line: HeldLine | null): Promise<void>;
  /** Forgets the commands that have waited since before the instant. Returns how many. */
  forgetHeld(before: string): Promise<number>;
  saveOverviewOff(person: string, off: boolean): Promise<void>;
  /** Keeps an announced absence in place of an earlier one; null: the person is there. */
  saveAbsence(person: string, absence: Absence | null): Promise<void>;
  /** Forgets the absences that ended before the day (ISO date). Returns how many. */
  forgetAbsences(before: string): Promise<number>;
  saveLanguage(person: string, language: Language): Promise<void>;
  saveClientLanguage(person: string, language: Language): Promise<void>;
}
