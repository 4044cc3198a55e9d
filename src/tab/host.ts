import { languageOfTag } from './words.ts';

export type Theme = 'default' | 'dark' | 'contrast';

/** Where the page is shown: in Teams, or in a plain browser on the machine of the service. */
export interface Host {
  readonly inTeams: boolean;
  readonly locale: string;
  readonly theme: Theme;
  /** The page that a link led to (`case/K7MQ-3RXD`); empty for the first. */
  readonly page: string;
  /** Calls back when the theme changes. */
  onTheme(changed: (theme: Theme) => void): void;
  /** A token for this moment. Rejects where the person is signed in no longer. */
  token(): Promise<string>;
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
    onTheme: (changed) => dark.addEventListener('change', () => changed(theme())),
    token: () => Promise.reject(new Error('There is no sign-in')),
  };
}

async function inTeams(): Promise<Host> {
  const { app, authentication } = await import('@microsoft/teams-js');
  await app.initialize();
  const { app: client, page } = await app.getContext();
  app.notifySuccess();
  return {
    inTeams: true,
    locale: client.locale,
    theme: themeOf(client.theme),
    page: page.subPageId ?? '',
    onTheme: (changed) => app.registerOnThemeChangeHandler((name) => changed(themeOf(name))),
    token: () => authentication.getAuthToken(),
  };
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
