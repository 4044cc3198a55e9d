import type { Inbound, Reply } from '../../src/app/inbound.ts';
import type { Leave } from '../../src/app/leave-conversations.ts';
import type { Messenger } from '../../src/app/ports/messenger.ts';
import type { Roster } from '../../src/app/ports/roster.ts';
import type { Binding } from '../../src/app/ports/stores/binding-store.ts';
import type { SimulatedClock } from '../support/clock.ts';
import type { Steps } from './steps.ts';

/** People of the demo, by their ids: Anna and Finn at LES Viborg, Bo at LES Aarhus, the others at the Erhvervshus. */
export type Who = 'anna-holm' | 'bo-krogh' | 'carla-winther' | 'dan-ravn' | 'eva-lund' | 'finn-dahl';

export type Typed = Readonly<Record<string, string>>;

/** A card or message that stands before somebody, to be used later though it may be stale by then. */
type Seen = { readonly seen: unknown };

/** What a person can do, whatever they do it in. */
export interface Hands {
  /** Types a line in one's own chat with the bot, or mentions it in the office's channel. */
  type(who: Who, text: string, where?: 'chat' | 'channel'): Promise<void>;
  /** Changes the line that was typed last. */
  edit(who: Who, text: string): Promise<void>;
  /** Opens the form without a word: Teams' dialog, Slack's window. */
  open(who: Who): Promise<void>;
  /** Uses the button with a verb on the latest that one sees with it, or on what was seen before. */
  press(who: Who, verb: string, typed?: Typed, on?: Seen): Promise<void>;
  /** The latest that one sees with a button. */
  find(who: Who, verb: string): Seen;
  /** The platform delivers its last message again. */
  redeliver(): Promise<void>;
  /** The next message to an office's channel arrives, but nobody hears that it did. */
  loseAnswer(office: string): void;
}

export interface ClientDeps {
  readonly steps: Steps;
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly leave: Leave;
}

/** A platform with its people. */
export interface Client {
  readonly hands: Hands;
  readonly clock: Pick<SimulatedClock, 'now' | 'set' | 'monotonic' | 'alarm' | 'steady'>;
  readonly messenger: Messenger;
  readonly roster: Roster;
  readonly bindings: readonly Binding[];
  identityOf(who: string): string;
  /** Whose conversation it is: a person's or an office's. */
  nameOf(conversation: string): string;
  /** Notes what was shown since it was last asked for. */
  look(): void;
  close(): Promise<void>;
}
