/** What somebody does in front of a client, by the words that they read there; the same in Teams and Slack. */
export interface Desk {
  /** Writes a line to the bot in their own chat. */
  types(line: string): Promise<void>;
  /** Opens the form for an enquiry. */
  opensForm(): Promise<void>;
  /** Presses the button of this title on the card that was read last. Returns the clicks, with that on `Flere …`. */
  presses(title: string): Promise<number>;
  /** Presses a button that opens a form, fills its fields by their labels, and sends it. Returns the clicks. */
  fills(opens: string, fields: Readonly<Record<string, string>>): Promise<number>;
  /** Fills fields of the form that is open. */
  enters(fields: Readonly<Record<string, string>>): Promise<void>;
  /** Turns to the office's channel, or back to the own chat. */
  turnsTo(place: 'channel' | 'chat'): Promise<void>;
  /** Waits until words stand on the newest card; a picture of what is then in front of them. */
  reads(words: string | RegExp): Promise<void>;
}

export type Role = 'newcomer' | 'consultant' | 'phone' | 'colleague' | 'coordinator';

/** A desk for each person of a channel, and what the walks need beside it. */
export interface Channel {
  /** Whoever sits there: Anna, Eva, Carla, Dan. */
  readonly desks: Readonly<Record<Role, Desk>>;
  /** Faults of the pictures that were taken: texts that are cut, violations of accessibility. */
  readonly faults: () => readonly string[];
  close(): Promise<void>;
}

/** Counts a role's lines, clicks and submits. */
export function counting(desk: Desk): { readonly desk: Desk; readonly count: () => number } {
  let count = 0;
  const line =
    <Args extends unknown[]>(work: (...args: Args) => Promise<void>) =>
    (...args: Args) => {
      count += 1;
      return work(...args);
    };
  const clicks =
    <Args extends unknown[]>(work: (...args: Args) => Promise<number>) =>
    async (...args: Args) => {
      const made = await work(...args);
      count += made;
      return made;
    };
  return {
    desk: {
      ...desk,
      types: line(desk.types),
      opensForm: line(desk.opensForm),
      presses: clicks(desk.presses),
      fills: clicks(desk.fills),
    },
    count: () => count,
  };
}
