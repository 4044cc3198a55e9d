import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../cards/view-of.ts';
import { formWindow, replyWindow } from '../../../src/channels/slack/windows.ts';
import { SAMPLES } from '../../cards/sample-answers.ts';
import { slackModal } from './block-kit-rules.ts';
import { buttonsOn } from './slack-hands.ts';

/** The green button of a window stands where people expect "OK": it must never act on a case that is only shown. */
const ENQUIRY = ['intake-form', 'question', 'decision', 'resume-offer'];

const cases = Object.entries(SAMPLES).flatMap(([name, answer]) =>
  (['da', 'en'] as const).map((language) => ({ name, answer, language })),
);

describe('the submit button of a window', () => {
  it.each(cases.filter(({ answer }) => !ENQUIRY.includes(answer.kind)))(
    'is missing on a case or result: $name ($language)',
    ({ answer, language }) => {
      const window = replyWindow({ answers: [answer], language }, null);
      expect(slackModal.safeParse(window).error?.issues).toBeUndefined();
      expect(window.submit).toBeUndefined();
      // Every verb is still there, as a button of the body.
      expect(buttonsOn(window)).toEqual(
        expect.arrayContaining(
          viewOf(answer, language)
            .actions.slice(0, 25)
            .map(({ title }) => title),
        ),
      );
    },
  );

  it.each(cases.filter(({ answer }) => ENQUIRY.includes(answer.kind)))(
    'sends an enquiry’s inputs, and names what it does: $name ($language)',
    ({ answer, language }) => {
      const window = replyWindow({ answers: [answer], language }, null);
      expect(slackModal.safeParse(window).error?.issues).toBeUndefined();
      if (!window.submit) return;
      const titles = viewOf(answer, language).actions.map(({ title }) => title);
      const [shown = ''] = window.submit.text.split('…');
      expect(titles.filter((title) => title.startsWith(shown))).not.toEqual([]);
    },
  );

  it.each(cases)(
    'of a form differs from the button that leaves it: $name ($language)',
    ({ answer, language }) => {
      const view = viewOf(answer, language);
      for (const action of view.actions.filter(({ form }) => form.length > 0)) {
        const window = formWindow(view, action, null);
        expect(slackModal.safeParse(window).error?.issues).toBeUndefined();
        expect(window.submit?.text).not.toBe(window.close?.text);
        const name = action.title.replace(/\s*…$/, '');
        if (name.length <= 24) expect(window.submit?.text).toBe(name);
      }
    },
  );
});
