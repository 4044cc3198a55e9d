import { describe, expect, it } from 'vitest';
import { withContact } from '../../src/app/mail-contact.ts';
import type { Understanding } from '../../src/app/ports/language-model.ts';

const understood = (entities: Understanding['entities']): Understanding => ({
  text: 'x',
  areas: [],
  chosen: [],
  offered: [],
  crisis: false,
  cprRemoved: 0,
  language: 'da',
  entities,
});
const SENDER = {
  contactName: 'Jens Hansen',
  companyName: 'Hansen VVS ApS',
  cvr: '25313763',
} as const;
const read = (entities: Understanding['entities']) =>
  withContact(understood(entities), { leftOut: ['signature'], contact: SENDER, unread: '' }).entities;

describe('the sender of a pasted mail', () => {
  it('is the contact, and the company is theirs where the text names none', () => {
    expect(read({})).toEqual(SENDER);
  });

  it('is the contact alone where the text names a company, so that no number goes with another name', () => {
    expect(read({ companyName: 'Madsen Møbler' })).toEqual({
      contactName: 'Jens Hansen',
      companyName: 'Madsen Møbler',
    });
    expect(read({ cvr: '99100141' })).toEqual({ contactName: 'Jens Hansen', cvr: '99100141' });
  });
});

describe('a person whom the text names', () => {
  const named = (contactName: string | undefined, mentions?: readonly string[]) =>
    withContact(understood(contactName === undefined ? {} : { contactName, contactPhone: '40411234' }), {
      leftOut: [],
      contact: {},
      unread: '',
      ...(mentions && { mentions }),
    }).entities;

  it('is the contact, also where colleagues of other names are mentioned', () => {
    expect(named('Mette Hansen')).toEqual({ contactName: 'Mette Hansen', contactPhone: '40411234' });
    expect(named('Mette Hansen', ['Bo Krogh'])).toMatchObject({ contactName: 'Mette Hansen' });
    expect(named(undefined, ['Bo Krogh'])).toEqual({});
  });

  it('is not the contact where it is one of the colleagues who are mentioned', () => {
    expect(named('bo krogh', ['Bo Krogh'])).toEqual({ contactPhone: '40411234' });
    expect(named('Bo Krogh', ['Carla Winther', 'Bo Krogh'])).toEqual({ contactPhone: '40411234' });
  });
});
