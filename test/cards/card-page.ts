import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';

const require = createRequire(import.meta.url);
const RENDERER = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const MARKDOWN = readFileSync(require.resolve('markdown-it/browser'), 'utf8');
const STYLE = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.css'), 'utf8');

/** Colours and sizes near those of Teams in its light theme; the renderer's own are not meant for use. */
const HOST_CONFIG = {
  supportsInteractivity: true,
  fontFamily: 'Segoe UI, Liberation Sans, sans-serif',
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
  choiceSetInputValueSeparator: ',',
  textBlock: { headingLevel: 2 },
  inputs: {
    label: {
      requiredInputs: { weight: 'bolder', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
  },
  containerStyles: {
    default: {
      backgroundColor: '#FFFFFF',
      foregroundColors: {
        default: { default: '#242424', subtle: '#616161' },
        accent: { default: '#4F52B2', subtle: '#4F52B2' },
        attention: { default: '#B10E1C', subtle: '#B10E1C' },
      },
    },
    emphasis: {
      backgroundColor: '#F5F5F5',
      foregroundColors: { default: { default: '#242424', subtle: '#616161' } },
    },
    good: {
      backgroundColor: '#E7F2DA',
      foregroundColors: { default: { default: '#0B4A0B', subtle: '#0B4A0B' } },
    },
    warning: {
      backgroundColor: '#FBF6D9',
      foregroundColors: { default: { default: '#4A3B00', subtle: '#4A3B00' } },
    },
    attention: {
      backgroundColor: '#FCF4F6',
      foregroundColors: { default: { default: '#8E0B17', subtle: '#8E0B17' } },
    },
  },
};

const PAGE_STYLE = `
  body { margin: 0; padding: 16px; background: #f5f5f5; font: 14px "Segoe UI", "Liberation Sans", sans-serif; }
  main { width: 640px; background: #fff; border-radius: 4px; }
  .ac-pushButton { padding: 6px 12px; border: 1px solid #757575; border-radius: 4px; background: #fff; color: #242424; font: inherit; }
  .ac-pushButton.style-positive { background: #4f52b2; border-color: #4f52b2; color: #fff; }
  .ac-pushButton.style-destructive { background: #fff; border-color: #b10e1c; color: #b10e1c; }
  .ac-input { box-sizing: border-box; width: 100%; padding: 5px 8px; border: 1px solid #757575; border-radius: 4px; font: inherit; }
  ::placeholder { color: #616161; opacity: 1; }
`;

/** Opens an empty page with the public renderer of Adaptive Cards in it. */
export async function openCardPage(page: Page): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="da"><head><title>Card</title><style>${STYLE}${PAGE_STYLE}</style></head><body><main></main></body></html>`,
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

/** Draws a card in the page, in place of the one before. */
export async function drawCard(page: Page, card: AdaptiveCard, language: string): Promise<Rendered> {
  return page.evaluate(
    ({ card, config, language }) => {
      const window = globalThis as unknown as CardWindow;
      const cards = window.AdaptiveCards;
      document.documentElement.lang = language;
      const drawn = new cards.AdaptiveCard();
      drawn.hostConfig = new cards.HostConfig(config);
      window.sent = [];
      drawn.onExecuteAction = ({ verb, data }: Sent) => window.sent.push({ verb, data } as Sent);
      const context = new cards.SerializationContext();
      drawn.parse(card, context);
      document.querySelector('main')?.replaceChildren(drawn.render());
      const cut = [
        ...document.querySelectorAll<HTMLElement>('.ac-textBlock, .ac-richTextBlock, button, button > *'),
      ]
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        .map((element) => element.textContent ?? '');
      const problems: string[] = [];
      for (let index = 0; index < context.eventCount; index++)
        problems.push(context.getEventAt(index).message);
      // The renderer remembers where its check of languages stopped, so that it refuses every other `da`.
      return { problems: problems.filter((problem) => !problem.includes('"lang"')), cut };
    },
    { card: JSON.parse(JSON.stringify(card)), config: HOST_CONFIG, language },
  );
}

/** What the buttons of the card have sent since it was drawn. */
export function pressed(page: Page): Promise<readonly Sent[]> {
  return page.evaluate(() => (globalThis as unknown as CardWindow).sent);
}
