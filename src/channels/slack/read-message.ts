import { within } from '../../app/deadline.ts';
import type { Aside } from '../../app/inbound.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { type ReadText, readText } from '../../text/read-text.ts';
import { mentionedIds } from '../../text/slack-markup.ts';
import type { Installs } from './installs.ts';
import type { People } from './people.ts';

/** Reads what somebody typed in a workspace; `shared` are messages of others that came along. */
export type ReadMessage = (team: string, text: string, shared?: readonly string[]) => Promise<ReadText>;

/** Slack is asked for so many names of one message, and waited for so long; whom it does not name stays as their id. */
const MOST_NAMES = 10;
const NAMES_MS = 800;

/** Reads Slack's text with the people it mentions by name: Slack sends their ids alone. */
export function createReadMessage(people: People, installs: Installs, clock: Clock): ReadMessage {
  return async (team, text, shared = []) => {
    const ids = mentionedIds(text);
    const quoted = shared.length > 0 ? { quoted: shared } : {};
    if (ids.length === 0) return readText(text, 'slack-text', quoted);
    const bot = (await installs.get(team))?.botUser;
    const asked = ids.filter((id) => id !== bot).slice(0, MOST_NAMES);
    const names = new Map<string, string>();
    const all = asked.map(async (id) => {
      try {
        const { name } = await people.verify(team, id);
        // Whom Slack does not know has their id for a name.
        if (name !== id) names.set(id, name);
      } catch {
        // Unknown, gone, or Slack is away: the label in the text, or the id, is the name then.
      }
    });
    await within(clock, NAMES_MS, () => Promise.all(all));
    return readText(text, 'slack-text', {
      ...quoted,
      bot: { ids: bot === undefined ? [] : [bot] },
      people: names,
    });
  };
}

/** What was left out of a text, where anything was. */
export function asideOf({ leftOut, contact, unread }: ReadText): { readonly aside?: Aside } {
  return leftOut.length + Object.keys(contact).length > 0 ? { aside: { leftOut, contact, unread } } : {};
}
