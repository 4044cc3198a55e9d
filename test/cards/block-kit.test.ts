import { describe, expect, it } from 'vitest';
import { payloadOf } from '../../cards/actions.ts';
import { formModal, toBlockKit, toHome, toModal } from '../../cards/block-kit.ts';
import { readBlockKit } from '../../cards/block-kit-inputs.ts';
import { viewOf } from '../../cards/view.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';
import { SAMPLES } from './sample-answers.ts';

type Part = Readonly<Record<string, unknown>>;

/** Every object of a surface, however deep. */
function partsOf(value: unknown): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Part, ...Object.values(value).flatMap(partsOf)];
}

const textOf = (value: unknown): string => {
  const text = (value as { text?: unknown } | undefined)?.text;
  return typeof text === 'string' ? text : '';
};

/** What Block Kit's reference allows, object by object. */
function expectWithinLimits(surface: unknown): void {
  const parts = partsOf(surface);
  for (const part of parts) {
    switch (part.type) {
      case 'header':
        expect(textOf(part.text).length).toBeLessThanOrEqual(150);
        break;
      case 'section':
        expect(textOf(part.text).length).toBeLessThanOrEqual(3_000);
        expect(((part.fields as unknown[] | undefined) ?? []).length).toBeLessThanOrEqual(10);
        for (const field of (part.fields as unknown[] | undefined) ?? []) {
          expect(textOf(field).length).toBeLessThanOrEqual(2_000);
        }
        break;
      case 'context':
        expect((part.elements as unknown[]).length).toBeLessThanOrEqual(10);
        break;
      case 'actions':
        expect((part.elements as unknown[]).length).toBeLessThanOrEqual(25);
        break;
      case 'button':
        expect(textOf(part.text).length).toBeLessThanOrEqual(75);
        expect(String(part.value).length).toBeLessThanOrEqual(2_000);
        expect(String(part.accessibility_label ?? '').length).toBeLessThanOrEqual(75);
        expect(part.action_id).toMatch(/^(form|gather|send):\d+$/);
        expect(readBlockKit(String(part.value)).name).not.toBe('unreadable');
        break;
      case 'plain_text_input':
        expect(Number(part.max_length)).toBeLessThanOrEqual(3_000);
        expect(String(part.initial_value ?? '').length).toBeLessThanOrEqual(Number(part.max_length));
        break;
      case 'static_select':
      case 'multi_static_select': {
        const groups = (part.option_groups as { options: unknown[]; label: unknown }[] | undefined) ?? [];
        const lists = [part.options as unknown[] | undefined, ...groups.map(({ options }) => options)];
        for (const list of lists) expect((list ?? []).length).toBeLessThanOrEqual(100);
        for (const { label } of groups) expect(textOf(label).length).toBeLessThanOrEqual(75);
        expect(lists.flat().filter((one) => one !== undefined).length).toBeGreaterThan(0);
        break;
      }
      case 'radio_buttons':
      case 'checkboxes':
        expect((part.options as unknown[]).length).toBeLessThanOrEqual(10);
        break;
      case 'plain_text':
        expect(textOf(part).length).toBeGreaterThan(0);
        break;
    }
    if ('value' in part && 'text' in part && part.type === undefined) {
      expect(textOf(part.text).length).toBeLessThanOrEqual(75);
      expect(String(part.value).length).toBeLessThanOrEqual(150);
    }
  }
  const ids = parts.map((part) => part.action_id).filter((id) => id !== undefined);
  expect(new Set(ids).size).toBe(ids.length);
}

const views = Object.entries(SAMPLES).flatMap(([name, answer]) =>
  LANGUAGES.map((language) => [name, language, viewOf(answer, language)] as const),
);

describe.each(views)('on Slack, "%s" in %s', (_name, _language, view) => {
  it('is a message within all limits', () => {
    const message = toBlockKit(view);
    expect(message.blocks.length).toBeLessThanOrEqual(50);
    expect(message.text).not.toBe('');
    expectWithinLimits(message);
  });

  it('is a modal within all limits, and so is the form of each of its verbs', () => {
    const forms = view.actions.filter(({ form }) => form.length > 0);
    const modals = [
      toModal(view),
      ...forms.map(({ command }) => formModal(view, String(payloadOf(command).verb))),
    ];
    for (const modal of modals) {
      if (!modal) throw new Error('A form without its modal');
      expect(modal.blocks.length).toBeLessThanOrEqual(100);
      expect(textOf(modal.title).length).toBeLessThanOrEqual(24);
      expect(textOf(modal.submit).length).toBeLessThanOrEqual(24);
      expect(modal.private_metadata.length).toBeLessThanOrEqual(3_000);
      if (modal.private_metadata !== '')
        expect(readBlockKit(modal.private_metadata).name).not.toBe('unreadable');
      expectWithinLimits(modal);
    }
  });
});

describe('Slack', () => {
  it('shows lists of cases at home within all limits', () => {
    const cases = viewOf(SAMPLES['cases at their longest'] ?? { kind: 'welcome' }, 'da');
    const home = toHome([cases, cases, cases]);
    expect(home.blocks.length).toBeLessThanOrEqual(100);
    expectWithinLimits(home);
  });

  it('reads a submitted form like a card', () => {
    const modal = formModal(
      viewOf(SAMPLES['handover for the receiver'] ?? { kind: 'welcome' }, 'da'),
      'handover.return',
    );
    expect(
      readBlockKit(modal?.private_metadata ?? '', {
        reasonCode: {
          reasonCode: { type: 'static_select', selected_option: { value: 'wrong-geography', text: {} } },
        },
        reason: { reason: { type: 'plain_text_input', value: 'De bor i Skive' } },
      }),
    ).toEqual({
      name: 'case-action',
      verb: 'handover.return',
      caseId: 'K3F9-QTX2',
      revision: 3,
      input: { reasonCode: 'wrong-geography', reason: 'De bor i Skive' },
    });
  });

  it('reads lists of several, boxes and what was left empty', () => {
    const modal = toModal(viewOf(SAMPLES['form filled'] ?? { kind: 'welcome' }, 'da'));
    expect(
      readBlockKit(modal.private_metadata, {
        areas: {
          areas: {
            type: 'multi_static_select',
            selected_options: [{ value: 'csr' }, { value: 'financing' }],
          },
        },
        crisis: { crisis: { type: 'checkboxes', selected_options: [] } },
        stage: { stage: { type: 'static_select', selected_option: null } },
        cvr: { cvr: { type: 'plain_text_input', value: null } },
      }),
    ).toMatchObject({
      verb: 'intake.submit',
      input: { areas: 'csr,financing', crisis: 'false', stage: '', cvr: '' },
    });
  });

  it.each([
    ['', undefined, 'not-an-object'],
    ['[]', undefined, 'not-an-object'],
    ['{"verb":"handover.accept"}', undefined, 'missing caseId'],
    ['{"verb":"open.help"}', 'text', 'bad-value state'],
    ['{"verb":"open.help"}', { a: { b: { value: 7 } } }, 'bad-value state'],
  ])('refuses %s with %j by name', (carried, state, problem) => {
    expect(readBlockKit(carried, state)).toEqual({ name: 'unreadable', problem });
  });

  it('cannot be made to mention a channel or hide a link by what people typed', () => {
    const message = toBlockKit(
      viewOf(
        {
          kind: 'cases',
          filter: 'mine',
          page: 1,
          pages: 1,
          total: 1,
          now: '2026-11-21T09:00:00.000Z',
          lines: [
            {
              caseId: 'K3F9-QTX2',
              title: '<!channel> <https://farligt.example|Hansen>',
              municipality: '791',
              status: 'open',
              owner: 'les-791',
              offeredTo: null,
              assignee: null,
              dueAt: null,
              answeredAt: null,
              broken: false,
              urgent: false,
            },
          ],
        },
        'da',
      ),
    );
    const marked = partsOf(message).filter(({ type }) => type === 'mrkdwn');
    expect(marked.length).toBeGreaterThan(0);
    for (const part of marked) expect(textOf(part)).not.toMatch(/[<>]/);
  });
});
