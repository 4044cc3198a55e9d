/** Colours and sizes near those of Teams in its themes; the renderer's own are not meant for use. */

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

interface Colours {
  readonly page: string;
  readonly ground: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly attention: string;
  readonly border: string;
  readonly positive: readonly [ground: string, text: string];
  /** Ground and text of the containers. */
  readonly emphasis: readonly [ground: string, text: string];
  readonly good: readonly [ground: string, text: string];
  readonly warning: readonly [ground: string, text: string];
  readonly alarm: readonly [ground: string, text: string];
}

const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: {
    page: '#f5f5f5',
    ground: '#FFFFFF',
    text: '#242424',
    subtle: '#616161',
    accent: '#4F52B2',
    attention: '#B10E1C',
    border: '#757575',
    positive: ['#4f52b2', '#fff'],
    emphasis: ['#F5F5F5', '#242424'],
    good: ['#E7F2DA', '#0B4A0B'],
    warning: ['#FBF6D9', '#4A3B00'],
    alarm: ['#FCF4F6', '#8E0B17'],
  },
  dark: {
    page: '#1f1f1f',
    ground: '#292929',
    text: '#FFFFFF',
    subtle: '#ADADAD',
    accent: '#AAB1FA',
    attention: '#F1707B',
    border: '#8a8a8a',
    positive: ['#4f52b2', '#fff'],
    emphasis: ['#333333', '#FFFFFF'],
    good: ['#052505', '#9FD89F'],
    warning: ['#4A3B00', '#FCE9A9'],
    alarm: ['#3B0509', '#F4B9BE'],
  },
  contrast: {
    page: '#000000',
    ground: '#000000',
    text: '#FFFFFF',
    subtle: '#FFFFFF',
    accent: '#FFFF01',
    attention: '#FFFF01',
    border: '#FFFFFF',
    positive: ['#1AEBFF', '#000'],
    emphasis: ['#000000', '#FFFFFF'],
    good: ['#000000', '#3FF23F'],
    warning: ['#000000', '#FFFF01'],
    alarm: ['#000000', '#FFFF01'],
  },
};

/** The renderer's configuration in a theme. */
export function hostConfigOf(theme: Theme): object {
  const { ground, text, subtle, accent, attention, emphasis, good, warning, alarm } = COLOURS[theme];
  const all = (colour: string) => ({ default: colour, subtle: colour });
  const container = ([backgroundColor, words]: readonly [string, string], dim = words) => ({
    backgroundColor,
    foregroundColors: {
      default: { default: words, subtle: dim },
      accent: all(accent),
      attention: all(attention),
    },
  });
  return {
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
      default: container([ground, text], subtle),
      emphasis: container(emphasis, subtle),
      good: container(good),
      warning: container(warning),
      attention: container(alarm),
    },
  };
}

/** The style of the page around a card, and of its buttons and inputs. */
export function pageStyleOf(theme: Theme): string {
  const { page, ground, text, subtle, accent, border, positive, attention } = COLOURS[theme];
  return `
  body { margin: 0; padding: 16px; background: ${page}; color: ${text}; font: 14px "Segoe UI", "Liberation Sans", sans-serif; }
  main { width: 640px; background: ${ground}; border-radius: 4px; }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-pushButton { padding: 6px 12px; border: 1px solid ${border}; border-radius: 4px; background: ${ground}; color: ${text}; font: inherit; }
  .ac-pushButton.style-positive { background: ${positive[0]}; border-color: ${positive[0]}; color: ${positive[1]}; }
  .ac-pushButton.style-destructive { background: ${ground}; border-color: ${attention}; color: ${attention}; }
  .ac-input { box-sizing: border-box; width: 100%; padding: 5px 8px; border: 1px solid ${border}; border-radius: 4px; background: ${ground}; color: ${text}; font: inherit; }
  main a { color: ${accent} !important; }
  ::placeholder { color: ${subtle}; opacity: 1; }
`;
}
