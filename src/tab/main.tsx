import { render } from 'preact';
import { readDoor } from './api.ts';
import { App, OpenInTeams } from './app.tsx';
import { findHost, firstLanguage } from './host.ts';
import { LanguageContext } from './words.ts';

/** Starts the tab: finds where it is shown and how one comes in, and never leaves a white page. */
async function start(root: HTMLElement): Promise<void> {
  try {
    const [host, door] = await Promise.all([findHost(), readDoor()]);
    // The page that a tab of the app or a link to it names.
    const page = host.page || (new URLSearchParams(location.search).get('page') ?? '');
    if (page !== '' && location.hash === '') location.hash = `#/${page}`;
    render(<App host={host} door={door} />, root);
  } catch {
    render(
      <LanguageContext.Provider value={firstLanguage()}>
        <OpenInTeams />
      </LanguageContext.Provider>,
      root,
    );
  }
}

const root = document.getElementById('tab');
if (root) void start(root);
