import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No sandbox, because CI runs as root; nothing that calls out. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page of Teams, as tests have it, frames a page of this machine.
  '--disable-features=LocalNetworkAccessChecks',
];

/** The browser for tests, or undefined where there is none. `CHROMIUM` names another place. */
export const chromiumPath: string | undefined = [process.env.CHROMIUM, ...PLACES].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);

/** Browser tests may be left out only where nobody has a browser and it is not CI. */
export const mayLeaveOut = chromiumPath === undefined && process.env.CI !== 'true';

/** What a test title says where there is no browser. */
export const withoutBrowser =
  'left out: no Chromium found. Install it (Debian: apt-get install chromium) or name it in CHROMIUM';

/** Starts the browser. Throws where there is none, so that CI fails rather than skips. */
export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(`Browser tests ${withoutBrowser}`);
  if (process.env.FAKETIME)
    throw new Error('Chromium does not start under faketime; set TEST_DAYS_AHEAD instead');
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS });
}
