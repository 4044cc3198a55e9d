import type { Channel } from './channel.ts';
import type { Conversation } from './conversation.ts';

/** How a person stands to a conversation. `unknown`: the platform could not be asked. */
export type RosterStanding = 'member' | 'guest' | 'gone' | 'unknown';

/** A roster's answer about one person in one conversation. */
export interface RosterAnswer {
  readonly standing: RosterStanding;
  /** Anybody in the workspace can join this conversation, so being in it vouches for nobody. */
  readonly open?: boolean;
  /** For a guest: their identity at home, if that tenant or workspace is served too. */
  readonly identity?: string | undefined;
}

/** The roster of a channel's conversations. One for each channel. Never throws, and answers within two seconds. */
export interface Roster {
  readonly channel: Channel;
  /** `address`: the channel's own id of the person, where known. */
  standingOf(place: Conversation, identity: string, address: string | null): Promise<RosterAnswer>;
}

export type Rosters = ReadonlyMap<Channel, Roster>;
