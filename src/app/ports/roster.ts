import type { Channel } from './channel.ts';
import type { Conversation } from './conversation.ts';

/** How a person stands to a conversation. `unknown`: the platform could not be asked. */
export type RosterStanding = 'member' | 'guest' | 'gone' | 'unknown';

export interface RosterAnswer {
  readonly standing: RosterStanding;
  /** Anybody of the workspace can join this conversation by themselves, so that being in it vouches for nobody. */
  readonly open?: boolean;
  /** Of a guest: the identity at home, where the home is served too. */
  readonly identity?: string | undefined;
}

/** The roster of a channel's conversations. One for each channel. Never throws, and answers within two seconds. */
export interface Roster {
  readonly channel: Channel;
  /** `address`: what the channel calls the person in its own messages, where that is known. */
  standingOf(place: Conversation, identity: string, address: string | null): Promise<RosterAnswer>;
}

export type Rosters = ReadonlyMap<Channel, Roster>;
