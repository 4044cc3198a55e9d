import { visibleText } from '../../../cards/plain.ts';

/** People's text in places where Slack interprets markup. */

/** Signs that Slack interprets in `mrkdwn`: emphasis, code, a quote, an emoji by name. */
const DRAWN_OTHERWISE = /[*_~`]|^\s*>|:[\p{L}\p{N}_+'-]+:/mu;

/** Whether a text shows as typed in `mrkdwn`. Other texts need `plain_text` or rich text. */
export function readsAsTyped(text: string): boolean {
  return !DRAWN_OTHERWISE.test(text);
}

/** Escapes a text so that it forms no mention, channel or link, for `mrkdwn` and for the `text` of a message. */
export function escapeMarkup(text: string): string {
  return visibleText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
