import type { pages as TeamsPages } from '@microsoft/teams-js';
import { languageOfTag } from './words.ts';

type TeamsConfig = typeof TeamsPages.config;

export type Theme = 'default' | 'dark' | 'contrast';

/** Where the page is shown: in Teams, or in a plain browser on the machine of the service. */
export interface Host {
  readonly inTeams: boolean;
  readonly locale: string;
  readonly theme: Theme;
  /** The page that a link led to (`case/K7MQ-3RXD`); empty for the first. */
  readonly page: string;
  /** Where the tab is being added to a channel or a chat: says under which name, and lets it be saved. Else null. */
  readonly setup: ((tabName: string) => void) | null;
  /** What leads from a case to the rest of Teams; null outside it. */
  readonly links: HostLinks | null;
  /** Calls back when the theme changes. */
  onTheme(changed: (theme: Theme) => void): void;
  /** A token for this moment. Rejects where the person is signed in no longer. */
  token(): Promise<string>;
}

/** What Teams does with a case: the number of the case alone leaves the page, nothing that was typed. */
export interface HostLinks {
  /** Opens Teams' own dialog with a link to the case in this tab. */
  share(caseId: string): void;
  /** Opens the chat with the bot, where `typed` stands ready to be sent. */
  chat(botId: string, typed: string): void;
}

/** How long Teams may take to answer, in milliseconds. In other frames it never does. */
const HOST_MS = 5_000;

function themeOf(name: string | undefined): Theme {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

function inBrowser(): Host {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = (): Theme => (dark.matches ? 'dark' : 'default');
  return {
    inTeams: false,
    locale: navigator.language,
    theme: theme(),
    page: '',
    setup: null,
    links: null,
    onTheme: (changed) => dark.addEventListener('change', () => changed(theme())),
    token: () => Promise.reject(new Error('There is no sign-in')),
  };
}

async function inTeams(): Promise<Host> {
  const { app, authentication, FrameContexts, pages } = await import('@microsoft/teams-js');
  await app.initialize();
  const { app: client, page } = await app.getContext();
  app.notifySuccess();
  return {
    inTeams: true,
    locale: client.locale,
    theme: themeOf(client.theme),
    page: page.subPageId ?? '',
    setup: page.frameContext === FrameContexts.settings ? (name) => setUp(pages.config, name) : null,
    links: {
      share: (caseId) => pages.shareDeepLink({ subPageId: `case/${caseId}`, subPageLabel: caseId }),
      chat: (botId, typed) =>
        void app.openLink(
          `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}&message=${encodeURIComponent(typed)}`,
        ),
    },
    onTheme: (changed) => app.registerOnThemeChangeHandler((name) => changed(themeOf(name))),
    token: () => authentication.getAuthToken(),
  };
}

/** Lets the tab be saved at once: what it shows depends on its reader alone, so there is nothing to choose. */
function setUp(config: TeamsConfig, suggestedDisplayName: string): void {
  const contentUrl = new URL('/tab', location.origin).href;
  config.registerOnSaveHandler((save) => {
    config
      .setConfig({ entityId: 'board', suggestedDisplayName, contentUrl, websiteUrl: contentUrl })
      .then(() => save.notifySuccess())
      .catch(() => save.notifyFailure());
  });
  config.setValidityState(true);
}

/** The host of the page. Rejects in a frame that is none of Teams'. */
export function findHost(): Promise<Host> {
  if (window.parent === window) return Promise.resolve(inBrowser());
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('Teams does not answer')), HOST_MS);
  });
  return Promise.race([inTeams(), late]);
}

/** The language of what is shown before anybody is known. */
export function firstLanguage(): ReturnType<typeof languageOfTag> {
  return languageOfTag(navigator.language);
}
