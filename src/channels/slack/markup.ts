import { visibleText } from '../../../cards/plain.ts';

/** People's words where Slack reads its own markup. */

/** Signs that Slack draws as something else where it reads `mrkdwn`: emphasis, code, a quote, an emoji by its name. */
const DRAWN_OTHERWISE = /[*_~`]|^\s*>|:[\p{L}\p{N}_+'-]+:/mu;

/** Whether a text in `mrkdwn` reads as typed; if not, it needs a `plain_text` or rich text of its own. */
export function readsAsTyped(text: string): boolean {
  return !DRAWN_OTHERWISE.test(text);
}

/** Text that becomes no mention, channel or link: for `mrkdwn`, and for the `text` of a message. */
export function escapeMarkup(text: string): string {
  return visibleText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
