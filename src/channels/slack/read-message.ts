import { within } from '../../app/deadline.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { type ReadText, readText } from '../../text/read-text.ts';
import { mentionedIds } from '../../text/slack-markup.ts';
import type { Installs } from './installs.ts';
import type { People } from './people.ts';

/** Reads typed text. `shared` holds messages of other people attached to it. */
export type ReadMessage = (team: string, text: string, shared?: readonly string[]) => Promise<ReadText>;

/** The most names looked up for a message, and the time spent on them: people beyond that are named by their id. */
const MOST_NAMES = 10;
const NAMES_MS = 800;

/** Makes the reader of Slack's text. It replaces mentions, which Slack sends as ids, by people's names. */
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
        // A person unknown to Slack has their id as a name.
        if (name !== id) names.set(id, name);
      } catch {
        // Unknown, gone, or Slack is unavailable: the mention's label or id serves as the name.
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
