import { describe, expect, it } from 'vitest';
import { redactedContact } from '../../../src/core/outreach/redacted-contact.ts';
import { made, planned, reply, WINDOW } from './contacts.ts';

const whole = planned({
  replies: [reply(false, 'Vi er der selv')],
  made: { ...made, note: 'Talte med Bo' },
  untoldAt: WINDOW,
  collidesWith: 'O2',
  cancelledAt: WINDOW,
  cancelReason: 'De ringede selv',
  caseId: 'K1',
});

const withoutReasons = { replies: [reply(false)] };
const withoutOwnWords = { need: null, cancelReason: null, made: { ...made, note: null } };

describe('of an outreach contact', () => {
  it.each([
    ['its organisation reads everything', 'ours', false, {}],
    [
      'a conversation of its organisation reads no words',
      'ours',
      true,
      { ...withoutOwnWords, ...withoutReasons },
    ],
    ['the other side reads the reason of an objection, and no other words', 'theirs', false, withoutOwnWords],
    [
      'a conversation of the other side reads no words',
      'theirs',
      true,
      { ...withoutOwnWords, ...withoutReasons },
    ],
    [
      'anybody else reads neither words nor needs, nor where it led',
      'other',
      false,
      { ...withoutOwnWords, ...withoutReasons, areas: [], collidesWith: null, caseId: null },
    ],
  ] as const)('%s', (_, side, shared, hidden) => {
    expect(redactedContact(whole, { side, shared })).toEqual({ ...whole, ...hidden });
  });

  it('nothing is shown that this version does not know', () => {
    const later = { ...whole, inspector: 'Bo' };
    expect(redactedContact(later, { side: 'ours', shared: false })).not.toHaveProperty('inspector');
  });

  it('what is not there is not made up', () => {
    expect(redactedContact(planned(), { side: 'ours', shared: false })).toEqual(planned());
  });
});
