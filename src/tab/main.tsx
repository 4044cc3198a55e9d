import { render } from 'preact';
import { AGAIN_MS, type Door, readDoor } from './api.ts';
import { App, OpenInTeams, ServiceAway } from './app.tsx';
import { findHost, firstLanguage, type Host } from './host.ts';
import { LanguageContext, languageOfTag } from './words.ts';

/** Starts the tab: finds where it is shown and how one comes in, and never leaves a white page. */
async function start(root: HTMLElement): Promise<void> {
  // Asked at once: Teams takes its time to say where the page is shown.
  const door = readDoor();
  door.catch(() => undefined);
  let host: Host;
  try {
    host = await findHost();
  } catch {
    render(
      <LanguageContext.Provider value={firstLanguage()}>
        <OpenInTeams />
      </LanguageContext.Provider>,
      root,
    );
    return;
  }
  // The page that a tab of the app or a link to it names.
  const page = host.page || (new URLSearchParams(location.search).get('page') ?? '');
  if (page !== '' && location.hash === '') location.hash = `#/${page}`;
  await enter(root, host, 0, door);
}

/** Enters the service. While it does not answer the page says so, and tries again by itself and at once when asked. */
async function enter(
  root: HTMLElement,
  host: Host,
  tries: number,
  asked: Promise<Door> = readDoor(),
): Promise<void> {
  try {
    const door = await asked;
    render(<App host={host} door={door} />, root);
  } catch {
    let isTried = false;
    const again = () => {
      if (isTried) return;
      isTried = true;
      clearTimeout(timer);
      void enter(root, host, tries + 1);
    };
    const timer = setTimeout(again, AGAIN_MS);
    const language = languageOfTag(host.locale);
    document.documentElement.lang = language;
    render(
      <LanguageContext.Provider value={language}>
        <ServiceAway tries={tries} again={again} />
      </LanguageContext.Provider>,
      root,
    );
  }
}

const root = document.getElementById('tab');
if (root) void start(root);
