/** Where words come from. What differs between these is the data below and nothing else. */
const TEXT_SOURCES = ['teams-text', 'teams-html', 'slack-text', 'description', 'field', 'cli'] as const;
export type TextSource = (typeof TEXT_SOURCES)[number];

export interface Profile {
  /** `teams`: plain text with `<at>` tags, or HTML where tags say so. `html`: an editor's HTML. `slack`: `<@U1|label>`. */
  readonly markup: 'teams' | 'html' | 'slack' | 'none';
  /** Whether lines that begin with `>` are somebody else's words. */
  readonly quotes: boolean;
  /** Whether an e-mail may have been pasted in, of which only the body is the person's matter. */
  readonly mail: boolean;
  /** Whether runs of spaces become one. */
  readonly oneSpace: boolean;
  /** Whether the bot may be addressed by name: `@Indgang`. */
  readonly addressed: boolean;
}

const chat = { quotes: true, mail: true, oneSpace: true, addressed: true } as const;

export const PROFILES: Readonly<Record<TextSource, Profile>> = {
  'teams-text': { markup: 'teams', ...chat },
  'teams-html': { markup: 'html', ...chat },
  'slack-text': { markup: 'slack', ...chat },
  description: { markup: 'none', quotes: true, mail: true, oneSpace: false, addressed: false },
  field: { markup: 'none', quotes: false, mail: false, oneSpace: false, addressed: false },
  cli: { markup: 'none', quotes: true, mail: true, oneSpace: true, addressed: false },
};
