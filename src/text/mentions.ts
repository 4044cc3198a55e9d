/** What is known of the people that a message may name. */
export interface Known {
  /** Ids of the bot in the message's own markup, and the names that it goes by. */
  readonly bot?: { readonly ids?: readonly string[]; readonly names?: readonly string[] } | undefined;
  /** Names of people by the id that stands in the markup. */
  readonly people?: ReadonlyMap<string, string> | undefined;
}

/** Stands where the bot was mentioned, until the sign after it has gone too: `@Indgang: sager`. */
const BOT = '\ue005';

/** The name that the product goes by, whatever it was installed as. */
const OWN_NAME = 'Indgang';

export function botNames({ bot }: Known): readonly string[] {
  return [OWN_NAME, ...(bot?.names ?? [])].map((name) => name.trim()).filter((name) => name !== '');
}

function isBot(id: string | undefined, label: string, known: Known): boolean {
  if (id !== undefined && known.bot?.ids?.includes(id)) return true;
  const named = label.replace(/^@/, '').trim().toLowerCase();
  return botNames(known).some((name) => name.toLowerCase() === named);
}

/**
 * A mention as the words it stands for: nothing for the bot's own, else the person's name, which is what an assignment or
 * a note is about. An id that nobody could name stays as `@id`.
 */
export function mentionWords(id: string | undefined, label: string, known: Known, found: string[]): string {
  if (isBot(id, label, known)) return BOT;
  const name = (id === undefined ? undefined : known.people?.get(id)) ?? label.replace(/^@/, '').trim();
  const words = name === '' ? `@${id ?? ''}` : name;
  found.push(words);
  return words;
}

/** The text without the bot's mentions, marked or typed as `@Indgang`; an address such as `info@indgang.dk` is none. */
export function withoutBot(text: string, known: Known): string {
  const unmarked = text.includes(BOT) ? text.replace(/\ue005[ \u00a0]*[,:]?/g, ' ') : text;
  if (!unmarked.includes('@')) return unmarked;
  const names = botNames(known).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return unmarked
    .replace(
      new RegExp(
        `(?<![\\p{L}\\p{N}._%+-])@(?:${names.join('|')})(?![\\p{L}\\p{N}@]|[.-][\\p{L}\\p{N}])[,:]?`,
        'giu',
      ),
      ' ',
    )
    .replace(/ {2,}/g, ' ');
}
