/** The sources of text. They differ only in the data below. */
const TEXT_SOURCES = ['teams-text', 'teams-html', 'slack-text', 'description', 'field', 'cli'] as const;
export type TextSource = (typeof TEXT_SOURCES)[number];

export interface Profile {
  /**
   * The markup. `teams`: plain text with `<at>` tags, or HTML where tags show it. `html`: an editor's HTML. `slack`:
   * `<@U1|label>`.
   */
  readonly markup: 'teams' | 'html' | 'slack' | 'none';
  /** Whether lines that begin with `>` quote somebody else. */
  readonly quotes: boolean;
  /** Whether an e-mail may have been pasted in, of which only the body counts. */
  readonly mail: boolean;
  /** Whether runs of spaces collapse. */
  readonly oneSpace: boolean;
  /** Whether the bot may be mentioned by name: `@Indgang`. */
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
