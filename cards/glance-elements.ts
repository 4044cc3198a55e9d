import type { CardElement } from './card-element.ts';
import { labelText } from './plain.ts';
import { text } from './text-elements.ts';
import type { Glance, Tone } from './view.ts';

/**
 * Elements that Teams has beside version 1.5 of Adaptive Cards. Each falls back to what 1.5 has, so a client that does not
 * know them shows the card without them.
 */

const BADGE_STYLE = {
  default: 'Informative',
  good: 'Good',
  warning: 'Warning',
  attention: 'Attention',
} as const;
const BAR_COLOR = { default: 'Accent', good: 'Good', warning: 'Warning', attention: 'Attention' } as const;
const ICON = { status: 'Status', office: 'Building', person: 'Person', number: 'NumberSymbol' } as const;

/** The state of the view in badges that wrap; for older clients its subtitle. */
export function glanceElements({ status, rest }: Glance, tone: Tone, subtitle: string): CardElement[] {
  const badges = rest.map((part) => ({
    type: 'Badge',
    text: labelText(part.text),
    icon: ICON[part.kind],
    style: 'Subtle',
    appearance: 'Tint',
    fallback: 'drop',
  }));
  return [
    {
      type: 'Container',
      spacing: 'None',
      layouts: [
        {
          type: 'Layout.Flow',
          horizontalItemsAlignment: 'Left',
          columnSpacing: 'Small',
          rowSpacing: 'Small',
        },
      ],
      items: [
        {
          type: 'Badge',
          text: labelText(status),
          icon: ICON.status,
          style: BADGE_STYLE[tone],
          appearance: tone === 'attention' ? 'Filled' : 'Tint',
          fallback: text(subtitle, { isSubtle: true }),
        },
        ...badges,
      ],
    },
  ];
}

/** A bar that shows how much of the time is used, `used` from 0 to 1. Cards of a watch's width have no room for it. */
export function progressElements(used: number | undefined, tone: Tone): CardElement[] {
  if (used === undefined) return [];
  return [
    {
      type: 'ProgressBar',
      value: Math.round(Math.min(1, Math.max(0, used)) * 100),
      max: 100,
      color: BAR_COLOR[tone],
      spacing: 'Small',
      targetWidth: 'atLeast:Narrow',
      fallback: 'drop',
    },
  ];
}
