import { describe, expect, it } from 'vitest';
import { type Aside, asideOf } from '../../src/app/inbound.ts';
import type { ReadText } from '../../src/text/read-text.ts';

const read = (more: Partial<ReadText>): Aside | undefined =>
  asideOf({ own: 'x', quoted: '', leftOut: [], contact: {}, unread: '', mentions: [], ...more });

describe('what stands beside a text', () => {
  it('is what was left out, the sender of a mail and the colleagues whom it mentions, any of them alone', () => {
    expect(read({ leftOut: ['signature'] })).toEqual({ leftOut: ['signature'], contact: {}, unread: '' });
    expect(read({ contact: { contactName: 'Ole' } })).toMatchObject({ contact: { contactName: 'Ole' } });
    expect(read({ mentions: ['Bo Krogh'] })).toMatchObject({ leftOut: [], mentions: ['Bo Krogh'] });
    expect(read({ leftOut: ['signature'], mentions: ['Bo Krogh'] })).toEqual({
      leftOut: ['signature'],
      contact: {},
      unread: '',
      mentions: ['Bo Krogh'],
    });
  });

  it('is nothing where there is none of it', () => {
    expect(read({})).toBeUndefined();
  });
});
