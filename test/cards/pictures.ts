import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { viewOf } from '../../cards/view-of.ts';
import { launchChromium } from '../support/chromium.ts';
import { drawCard, openCardPage } from './card-page.ts';
import { SAMPLES } from './sample-answers.ts';
import { THEMES } from './themes.ts';

/**
 * `npm run pictures -- FOLDER`: a picture of every kind of card in every theme, narrow as in a meeting's side panel and
 * wide as in a chat, for people to look at.
 */

const WIDTHS = [320, 640];
const folder = process.argv[2] ?? 'pictures';
mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const theme of THEMES) {
  const page = await browser.newPage({ viewport: { width: 680, height: 400 } });
  await openCardPage(page, theme);
  for (const [name, answer] of Object.entries(SAMPLES))
    for (const width of WIDTHS) {
      await drawCard(page, toAdaptiveCard(viewOf(answer, 'da')), 'da', { theme, width });
      const path = join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}-${theme}.png`);
      await page.locator('main').screenshot({ path });
    }
  await page.close();
}
await browser.close();
