import { describe, expect, it } from 'vitest';
import { outreachFigures } from '../../../src/core/indicators/outreach-figures.ts';
import type { OutreachContact } from '../../../src/core/outreach/outreach.ts';
import { made, planned } from '../outreach/contacts.ts';

const question = {
  period: { from: '2026-01-01', to: '2026-01-31' },
  asOf: '2026-03-01T12:00:00.000Z',
  organisation: null,
} as const;
type Asked = Partial<Parameters<typeof outreachFigures>[1]>;
const figures = (contacts: readonly OutreachContact[], asked: Asked = {}) =>
  outreachFigures(contacts, { ...question, ...asked });

describe('contacts made', () => {
  const on = (day: string, more: Partial<typeof made> = {}) =>
    planned({ made: { ...made, on: day, ...more } });
  const count = (contact: OutreachContact, asked?: Asked) => figures([contact], asked).made;

  it.each([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-01-31', 1],
    ['2026-02-01', 0],
  ])('count by the day on which they were made: %s', (day, times) => expect(count(on(day))).toBe(times));

  it('are none while they are planned only', () => expect(count(planned())).toBe(0));

  it('count once they are known, and made', () => {
    const contact = on('2026-01-20');
    expect(count(contact, { asOf: '2026-01-20T08:00:00.000Z' })).toBe(1);
    expect(count(contact, { asOf: '2026-01-19T08:00:00.000Z' })).toBe(0);
    const late = { ...contact, createdAt: '2026-01-25T08:00:00.000Z' };
    expect(count(late, { asOf: '2026-01-25T08:00:00.000Z' })).toBe(1);
    expect(count(late, { asOf: '2026-01-25T07:59:59.999Z' })).toBe(0);
  });

  it.each([
    ['ehm-midtjylland', 1],
    ['les-751', 1],
    ['les-791', 0],
  ] as const)('count for who made them or took part: %s', (organisation, times) => {
    expect(count(on('2026-01-20', { jointly: ['les-751'] }), { organisation })).toBe(times);
  });
});

describe('two plans for one company', () => {
  const first = planned({ id: 'A', collidesWith: 'B', createdAt: '2026-01-12T09:00:00.000Z' });
  const second = planned({
    id: 'B',
    collidesWith: 'A',
    createdAt: '2026-01-13T09:00:00.000Z',
    by: 'les-791',
    told: { ...first.told, organisation: 'ehm-midtjylland' },
  });
  const collisions = (contacts: readonly OutreachContact[], asked?: Asked) =>
    figures(contacts, asked).collisions;

  it('are one collision, counted on the day of the later plan', () => {
    expect(collisions([first, second])).toBe(1);
    const day = (one: string) => collisions([first, second], { period: { from: one, to: one } });
    expect([day('2026-01-12'), day('2026-01-13')]).toEqual([0, 1]);
  });

  it('of the same instant are one collision as well', () => {
    const { createdAt } = first;
    expect(collisions([first, { ...second, createdAt }])).toBe(1);
    const others = [
      { ...first, id: 'C', collidesWith: 'D' },
      { ...second, id: 'D', collidesWith: 'C' },
    ];
    expect(collisions([first, second, ...others])).toBe(2);
  });

  it('are none where either does not know of the other, or the later one is not known yet', () => {
    expect(collisions([planned(), planned({ id: 'O2' })])).toBe(0);
    expect(collisions([{ ...first, collidesWith: null }, second])).toBe(0);
    expect(collisions([first, { ...second, collidesWith: null }])).toBe(0);
    expect(collisions([second])).toBe(0);
    expect(collisions([first, second], { asOf: '2026-01-13T08:59:59.999Z' })).toBe(0);
  });

  it.each([
    ['les-791', 1],
    ['ehm-midtjylland', 1],
    ['les-751', 0],
  ] as const)('count for both sides, and for nobody else: %s', (organisation, times) => {
    expect(collisions([first, second], { organisation })).toBe(times);
  });
});
