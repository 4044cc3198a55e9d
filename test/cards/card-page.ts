import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { hostConfigOf, pageStyleOf, type Theme } from './themes.ts';

const require = createRequire(import.meta.url);
const RENDERER = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const MARKDOWN = readFileSync(require.resolve('markdown-it/browser'), 'utf8');
const STYLE = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.css'), 'utf8');

const HOST_CONFIG = hostConfigOf('light');

/** Opens an empty page with the public renderer of Adaptive Cards in it. */
export async function openCardPage(page: Page, theme: Theme = 'light'): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="da"><head><title>Card</title><style>${STYLE}${pageStyleOf(theme)}</style></head><body><main></main></body></html>`,
  );
  await page.addScriptTag({ content: RENDERER });
}

/** Has the page read Markdown, as Teams does; without it the renderer shows every text as it is. */
export async function readMarkdown(page: Page): Promise<void> {
  await page.addScriptTag({ content: MARKDOWN });
  await page.evaluate(() => {
    const window = globalThis as unknown as CardWindow;
    const markdown = new window.markdownit({ html: false });
    window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text: string, result: MarkdownResult) => {
      result.outputHtml = markdown.render(text);
      result.didProcess = true;
    };
  });
}

/** The words that stand on each card, one after another as a person reads them. */
export function wordsDrawn(page: Page, cards: readonly AdaptiveCard[]): Promise<readonly string[][]> {
  return page.evaluate(
    ({ cards, config }) => {
      const window = globalThis as unknown as CardWindow;
      return (cards as readonly AdaptiveCard[]).map((card) => {
        const drawn = new window.AdaptiveCards.AdaptiveCard();
        drawn.hostConfig = new window.AdaptiveCards.HostConfig(config);
        drawn.parse(card, new window.AdaptiveCards.SerializationContext());
        const element: HTMLElement = drawn.render();
        document.querySelector('main')?.replaceChildren(element);
        const texts = element.querySelectorAll<HTMLElement>('.ac-textBlock, .ac-richTextBlock');
        return [...texts].map((one) => one.innerText);
      });
    },
    { cards: JSON.parse(JSON.stringify(cards)), config: HOST_CONFIG },
  );
}

/** What the renderer said of a card, and texts that do not fit where they stand. */
export interface Rendered {
  readonly problems: readonly string[];
  readonly cut: readonly string[];
}

/** What a button sent. */
export interface Sent {
  readonly verb?: string;
  readonly data?: unknown;
}

interface MarkdownResult {
  outputHtml: string;
  didProcess: boolean;
}

/** What the page's scripts share with the test. */
interface CardWindow {
  // biome-ignore lint/suspicious/noExplicitAny: the renderer is a script of the page and brings no types into it
  readonly AdaptiveCards: any;
  // biome-ignore lint/suspicious/noExplicitAny: as is the reader of Markdown
  readonly markdownit: any;
  sent: Sent[];
}

/** How a card is drawn: in which theme, and how wide, in pixels. */
interface Drawn {
  readonly theme?: Theme;
  readonly width?: number;
}

/** Draws a card in the page, in place of those before. */
export async function drawCard(
  page: Page,
  card: AdaptiveCard,
  language: string,
  how: Drawn = {},
): Promise<Rendered> {
  const [drawn] = await drawCards(page, [['the card', card]], language, how);
  if (!drawn) throw new Error('No card was drawn');
  return drawn;
}

/**
 * Draws cards with their names in the page, one below the other, in place of those before: what looks at the page whole, such as the
 * check of accessibility, takes as long for one as for ten. What is said of each stands at its place.
 */
export async function drawCards(
  page: Page,
  cards: readonly (readonly [string, AdaptiveCard])[],
  language: string,
  { theme = 'light', width = 640 }: Drawn = {},
): Promise<readonly Rendered[]> {
  return page.evaluate(
    ({ all, config, language, width }) => {
      const window = globalThis as unknown as CardWindow;
      const cards = window.AdaptiveCards;
      document.documentElement.lang = language;
      window.sent = [];
      const main = document.querySelector('main') as HTMLElement;
      main.style.width = `${width}px`;
      main.replaceChildren();
      const drawn = (all as readonly [string, AdaptiveCard][]).map(([name, card]) => {
        const one = new cards.AdaptiveCard();
        one.hostConfig = new cards.HostConfig(config);
        one.onExecuteAction = ({ verb, data }: Sent) => window.sent.push({ verb, data } as Sent);
        const context = new cards.SerializationContext();
        one.parse(card, context);
        const place = document.createElement('div');
        place.dataset.card = name;
        place.append(one.render());
        main.append(place);
        const problems: string[] = [];
        for (let index = 0; index < context.eventCount; index++)
          problems.push(context.getEventAt(index).message);
        // The renderer remembers where its check of languages stopped, so that it refuses every other `da`.
        return { place, problems: problems.filter((problem) => !problem.includes('"lang"')) };
      });
      const edge = main.getBoundingClientRect().right;
      const isCut = (element: HTMLElement) =>
        element.clientWidth > 0 &&
        ((element.scrollWidth > element.clientWidth + 1 && !(element instanceof HTMLInputElement)) ||
          element.getBoundingClientRect().right > edge + 1);
      return drawn.map(({ place, problems }) => ({
        problems,
        cut: [
          ...place.querySelectorAll<HTMLElement>(
            '.ac-textBlock, .ac-richTextBlock, .ac-input, .ac-columnSet, button, button > *',
          ),
        ]
          .filter(isCut)
          .map((element) => element.innerText || element.outerHTML.slice(0, 200)),
      }));
    },
    { all: JSON.parse(JSON.stringify(cards)), config: hostConfigOf(theme), language, width },
  );
}

/** What the buttons of the card have sent since it was drawn. */
export function pressed(page: Page): Promise<readonly Sent[]> {
  return page.evaluate(() => (globalThis as unknown as CardWindow).sent);
}
