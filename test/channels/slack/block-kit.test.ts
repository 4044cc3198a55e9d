import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../cards/text.ts';
import type { Block, View } from '../../../cards/view.ts';
import { viewOf } from '../../../cards/view-of.ts';
import { type BlockKit, toBlockKit } from '../../../src/channels/slack/block-kit.ts';
import { natureOf, readButton } from '../../../src/channels/slack/button-id.ts';
import { drawMessage } from '../../../src/channels/slack/draw.ts';
import { blockIdOf, inputBlock, readState } from '../../../src/channels/slack/input-blocks.ts';
import { clip } from '../../../src/channels/slack/limits.ts';
import { formWindow, readMetadata, replyWindow } from '../../../src/channels/slack/windows.ts';
import { LANGUAGES } from '../../../src/core/vocabulary.ts';
import { SAMPLES } from '../../cards/sample-answers.ts';
import { anyText, seen, TYPED, viewWith } from '../../cards/typed-words.ts';
import { slackMessage, slackModal } from './block-kit-rules.ts';
import { allButtons } from './slack-hands.ts';

const all = Object.entries(SAMPLES).flatMap(([name, answer]) =>
  LANGUAGES.map((language) => ({ name, answer, language })),
);
const origin = {
  responseUrl: `https://hooks.slack.com/actions/T0123456789/1234567890123/${'x'.repeat(200)}`,
  own: false,
  channel: 'C0123456789',
};

describe('every answer on Slack', () => {
  it.each(all)('keeps Slack’s limits as a message: $name ($language)', ({ answer, language }) => {
    const message = drawMessage(answer, language);
    expect(slackMessage.safeParse(message).error?.issues).toBeUndefined();
  });

  it.each(all)('keeps Slack’s limits as a window: $name ($language)', ({ answer, language }) => {
    const window = replyWindow({ answers: [answer], language }, origin);
    expect(slackModal.safeParse(window).error?.issues).toBeUndefined();
  });

  it.each(all)(
    'keeps Slack’s limits in the form of each button: $name ($language)',
    ({ answer, language }) => {
      const view = viewOf(answer, language);
      for (const action of view.actions.filter(({ form }) => form.length > 0)) {
        expect(
          slackModal.safeParse(formWindow(view, action, origin)).error?.issues,
          action.title,
        ).toBeUndefined();
      }
    },
  );

  it.each(all)('has buttons that mean what they meant: $name ($language)', ({ answer, language }) => {
    const view = viewOf(answer, language);
    const { blocks } = toBlockKit(view);
    const buttons = allButtons({ blocks: blocks.filter(({ type }) => type !== 'section') });
    const inText = view.blocks.flatMap((block) => {
      if (block.kind === 'actions') return block.actions;
      return block.kind === 'read' ? block.parts.flatMap(({ change }) => change ?? []) : [];
    });
    const wanted = [...inText, ...view.actions.slice(0, 25)];
    expect(buttons).toHaveLength(wanted.length);
    for (const [i, action] of wanted.entries()) {
      const button = buttons[i];
      if (!button) throw new Error('no button');
      expect(readButton(button.value ?? '')).toEqual(action.command);
      expect(natureOf(button.action_id ?? '')).toEqual({
        form: action.form.length > 0,
        inputs: action.withInputs,
      });
    }
  });

  it('is drawn for at least the ten kinds of answers', () => {
    expect(new Set(Object.values(SAMPLES).map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10);
  });
});

/** Every text that somebody reads of a message, as Slack draws it. */
function drawn({ text, blocks }: BlockKit): readonly string[] {
  const unescaped = (one: string) =>
    one.replace(/&(?:lt|gt|amp);/g, (code) => ({ '&lt;': '<', '&gt;': '>' })[code] ?? '&');
  const read: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (typeof node !== 'object' || node === null) return;
    if ('text' in node && typeof node.text === 'string' && 'type' in node) {
      if (node.type !== 'mrkdwn') read.push(node.text);
      // Bold is the only markup of ours, round a first line; what is left must hold none.
      else {
        const words = unescaped(node.text.replace(/^\*(.*)\*$/m, '$1'));
        expect(node.text.replace(/^\*(.*)\*$/m, '$1')).not.toMatch(/[*_~`<>]|:[\w+-]+:/);
        read.push(words);
      }
    }
    if (!Array.isArray(node)) for (const one of Object.values(node)) walk(one);
  };
  walk(blocks);
  expect(text).not.toMatch(/[<>]/);
  return [unescaped(text), ...read];
}

function readsAsTyped(typed: string): void {
  const words = seen(typed);
  if (words === '') return;
  const message = toBlockKit(viewWith(typed));
  expect(slackMessage.safeParse(message).error?.issues).toBeUndefined();
  const read = drawn(message).map(seen);
  // What is long is shortened in the notification alone.
  const notification = seen(summaryOf(viewWith(typed)));
  const expected = [notification, words, words, words, words, `⚠️ ${words}`, 'Navn:', words, words];
  expect(read).toEqual([...expected, `${words} ${words}`, 'Vis']);
}

const plainView = (blocks: readonly Block[]): View => ({
  language: 'da',
  title: 'Titel',
  tone: 'default',
  blocks,
  actions: [],
  refresh: null,
});

describe('what people wrote', () => {
  const hostile = '<!channel> <@U123> *fed* `kode` & <https://ond.example|klik>';

  it('reaches nobody as a mention, a link or markup', () => {
    const message = toBlockKit(
      plainView([
        { kind: 'text', text: hostile },
        { kind: 'text', text: hostile, subtle: true },
        { kind: 'callout', tone: 'warning', text: hostile },
        { kind: 'facts', facts: [{ label: 'Hvad', value: hostile }] },
        { kind: 'list', items: [hostile] },
        {
          kind: 'entry',
          title: hostile,
          text: hostile,
          tone: 'default',
          action: {
            title: hostile,
            tone: 'default',
            command: { name: 'help' },
            form: [],
            withInputs: false,
            typed: '',
          },
        },
      ]),
    );
    expect(slackMessage.safeParse(message).error?.issues).toBeUndefined();
    const read = message.blocks.flatMap((block) => (block.type === 'section' ? [block.text] : []));
    for (const text of read) {
      // Plain text and rich text are shown as they are; only `mrkdwn` is read for markup.
      if (text?.type === 'mrkdwn') expect(text.text).not.toMatch(/<[^>]*>/);
    }
    const types = JSON.stringify(message.blocks).match(/"type":"(link|user|usergroup|broadcast|channel)"/);
    expect(types).toBeNull();
  });

  it.each(TYPED)('reads as typed in a list, a fact, a line and the notification: %s', readsAsTyped);

  it('reads as typed, whatever was typed', () => {
    fc.assert(fc.property(anyText, readsAsTyped), { numRuns: 1_000 });
  });

  it('of a line is bold where nothing in it is markup', () => {
    const { blocks } = toBlockKit(viewWith('Hansen & Søn <Viborg>'));
    expect(JSON.stringify(blocks)).toContain('*Hansen &amp; Søn &lt;Viborg&gt;*');
  });

  it('is cut where it is too long, never through a letter, and never empty', () => {
    expect(clip('🙂🙂🙂', 4)).toBe('🙂…');
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('  ', 4)).toBe('–');
    const message = toBlockKit(
      plainView([
        { kind: 'text', text: 'æ'.repeat(9000) },
        { kind: 'text', text: '' },
      ]),
    );
    expect(slackMessage.safeParse(message).error?.issues).toBeUndefined();
  });

  it('keeps the buttons when there is more to read than Slack shows, and says that there is more', () => {
    const view = {
      ...plainView(Array.from({ length: 80 }, (_, i) => ({ kind: 'text', text: `Linje ${i}` }) as const)),
      actions: [
        {
          title: 'Overtag',
          tone: 'primary',
          command: { name: 'help' },
          form: [],
          withInputs: false,
          typed: '',
        } as const,
      ],
    };
    const { blocks } = toBlockKit(view);
    expect(blocks).toHaveLength(50);
    expect(blocks.at(-1)?.type).toBe('actions');
    expect(JSON.stringify(blocks.at(-2))).toContain('resten');
  });
});

describe('an input on Slack', () => {
  const choices = Array.from({ length: 230 }, (_, i) => ({ value: `v${i}`, title: `Valg ${i}` }));

  it('offers more than a hundred choices in groups, each choice once', () => {
    const block = inputBlock(
      { kind: 'choice', id: 'x', label: 'X', value: ['v229'], choices },
      { language: 'da', key: '' },
    );
    if (block.element.type !== 'static_select') throw new Error('no list');
    const offered = block.element.option_groups?.flatMap(({ options }) => options.map(({ value }) => value));
    expect(offered).toEqual(choices.map(({ value }) => value));
    expect(block.element.initial_option?.value).toBe('v229');
  });

  it('is read back from what Slack sends, under its own name whatever the block is called', () => {
    const text = (value: string | null) => ({ type: 'plain_text_input', value });
    const state = {
      values: {
        [blockIdOf('cvr', 'r3')]: { cvr: text('25313763') },
        [blockIdOf('note', '')]: { note: text(null) },
        a: {
          areas: {
            type: 'multi_static_select',
            selected_options: [{ value: 'financing' }, { value: 'csr' }],
          },
        },
        b: { areas2: { type: 'multi_static_select', selected_options: [] } },
        c: { stage: { type: 'static_select', selected_option: { value: 'established' } } },
        d: { maturity: { type: 'static_select', selected_option: null } },
        e: { crisis: { type: 'checkboxes', selected_options: [{ value: 'true' }] } },
        f: { joint: { type: 'checkboxes', selected_options: [] } },
        g: { consent: { type: 'radio_buttons', selected_option: { value: 'consent' } } },
      },
    };
    expect(readState(state, 'T1')).toEqual({
      cvr: '25313763',
      note: '',
      areas: 'financing,csr',
      areas2: '',
      stage: 'established',
      maturity: '',
      crisis: 'true',
      joint: 'false',
      consent: 'consent',
    });
  });
});

describe('what a window carries', () => {
  it('is refused when it is none of ours', () => {
    for (const text of ['', '{}', 'x', '{"payload":{"verb":{}},"origin":null}', '[]']) {
      expect(readMetadata(text)).toBeUndefined();
    }
  });
});
