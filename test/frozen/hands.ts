import type { Inbound, Reply } from '../../src/app/inbound.ts';
import type { Leave } from '../../src/app/leave-conversations.ts';
import type { Messenger } from '../../src/app/ports/messenger.ts';
import type { Roster } from '../../src/app/ports/roster.ts';
import type { Binding } from '../../src/app/ports/stores/binding-store.ts';
import type { SimulatedClock } from '../support/clock.ts';
import type { Piece } from './messages.ts';
import type { Steps } from './steps.ts';

/** People of the demo, by their ids: Anna and Finn at LES Viborg, Bo at LES Aarhus, the others at the Erhvervshus. */
export type Who = 'anna-holm' | 'bo-krogh' | 'carla-winther' | 'dan-ravn' | 'eva-lund' | 'finn-dahl';

export type Typed = Readonly<Record<string, string>>;

/** A card as somebody saw it; it may be stale by the time it is used. */
interface Seen {
  readonly seen: unknown;
}

/** What a person can do, whatever they do it in. */
export interface Hands {
  /** Types a line: in the person's own chat with the bot, or as a mention in the channel of their office. */
  type(who: Who, text: string, where?: 'chat' | 'channel'): Promise<void>;
  /** Writes a formatted message, with mentions, links or a quote. */
  write(who: Who, pieces: readonly Piece[], where?: 'chat' | 'channel'): Promise<void>;
  /** Edits the last line that the person typed. */
  edit(who: Who, text: string): Promise<void>;
  /** Opens the intake form directly: the message extension's dialog in Teams, `/indgang ny` in Slack. */
  open(who: Who): Promise<void>;
  /** Opens the intake on a message that somebody else wrote in a channel. */
  take(who: Who, pieces: readonly Piece[]): Promise<void>;
  /**
   * Opens the form of a button and leaves it open: a window in Slack, under the card in Teams, which sends nothing. The
   * person's next `press` of this verb sends it.
   */
  begin(who: Who, verb: string): Promise<void>;
  /**
   * Presses the button with this verb: on `on`, or on the newest card that the person sees it on. `typed` fills in inputs of
   * the card, or of the form that the button opens; an input that is not there is an error.
   */
  press(who: Who, verb: string, typed?: Typed, on?: Seen): Promise<void>;
  /** The newest card on which the person sees a button with this verb. */
  find(who: Who, verb: string): Seen;
  /** The platform delivers the last typed line again. */
  redeliver(): Promise<void>;
  /** The next message to the office's channel arrives, but the platform's answer is lost. */
  loseAnswer(office: string): void;
}

export interface ClientDeps {
  readonly steps: Steps;
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly leave: Leave;
}

/** Teams or Slack, with the people who use it. */
export interface Client {
  readonly hands: Hands;
  readonly clock: Pick<SimulatedClock, 'now' | 'set' | 'monotonic' | 'alarm' | 'steady'>;
  readonly messenger: Messenger;
  readonly roster: Roster;
  readonly bindings: readonly Binding[];
  identityOf(who: string): string;
  /** The person or office that a conversation belongs to. */
  nameOf(conversation: string): string;
  /** Records what was shown since the last call. */
  look(): void;
  close(): Promise<void>;
}
