import { expect, it } from 'vitest';
import { afterFailed, afterTaken, type Webhook } from '../../src/core/webhook.ts';

const webhook: Webhook = {
  id: 'w',
  name: 'ESDH',
  url: 'https://esdh.example/hook',
  organisations: ['les-791'],
  secrets: [],
  createdAt: '2026-11-20T09:00:00.000Z',
  failingSince: null,
  failedBy: null,
  disabled: null,
};

it('that was switched off stays off, although a message that was under way is taken', () => {
  const off = afterFailed(webhook, 'gone', '2026-11-20T10:00:00.000Z');
  expect(off.disabled).toMatchObject({ for: 'gone' });
  expect(afterTaken(off)).toMatchObject({ disabled: off.disabled, failingSince: null });
});
