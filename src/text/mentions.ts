/** The names and ids by which a message may mention people and the bot. */
export interface Known {
  /** The bot's ids in the message's markup, and its names. */
  readonly bot?: { readonly ids?: readonly string[]; readonly names?: readonly string[] } | undefined;
  /** People's names, by the id in the markup. */
  readonly people?: ReadonlyMap<string, string> | undefined;
}

/** Marks a mention of the bot until the sign after it is removed too: `@Indgang: sager`. */
const BOT = '\ue005';

/** The product's own name, whatever name it was installed under. */
const OWN_NAME = 'Indgang';

/** The names of the bot: the product's, and those it was installed under. */
export function botNames({ bot }: Known): readonly string[] {
  return [OWN_NAME, ...(bot?.names ?? [])].map((name) => name.trim()).filter((name) => name !== '');
}

function isBot(id: string | undefined, label: string, known: Known): boolean {
  if (id !== undefined && known.bot?.ids?.includes(id)) return true;
  const named = label.replace(/^@/, '').trim().toLowerCase();
  return botNames(known).some((name) => name.toLowerCase() === named);
}

/**
 * A mention as words: empty for the bot, otherwise the person's name, which an assignment or a note is about. An id
 * without a known name stays as `@id`.
 */
export function mentionWords(id: string | undefined, label: string, known: Known, found: string[]): string {
  if (isBot(id, label, known)) return BOT;
  const name = (id === undefined ? undefined : known.people?.get(id)) ?? label.replace(/^@/, '').trim();
  const words = name === '' ? `@${id ?? ''}` : name;
  found.push(words);
  return words;
}

/** Removes the bot's mentions, marked or typed as `@Indgang`. An address such as `info@indgang.dk` is no mention. */
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
