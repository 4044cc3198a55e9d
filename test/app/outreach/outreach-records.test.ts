import { describe, expect, it } from 'vitest';
import { outreachRecords } from '../../../src/app/outreach/outreach-records.ts';
import type { UnitOfWork } from '../../../src/app/ports/unit-of-work.ts';

/** A store of so many contacts, and after which ids it was asked for more. */
function storeOf(count: number) {
  const all = Array.from({ length: count }, (_, at) => ({ id: `K${String(at).padStart(5, '0')}` }));
  const asked: string[] = [];
  const page = async (after: string, limit: number) => {
    asked.push(after);
    return all.filter(({ id }) => id > after).slice(0, limit);
  };
  const read: UnitOfWork['read'] = (work) => work({ outreach: { page } } as never);
  return { asked, all, unitOfWork: { read } as UnitOfWork };
}

describe('the outreach contacts of a store', () => {
  it.each([
    [0, ['']],
    [999, ['']],
    [1_000, ['', 'K00999']],
    [2_001, ['', 'K00999', 'K01999']],
  ])('are all read, a thousand at a time, of %i', async (count, pages) => {
    const { asked, all, unitOfWork } = storeOf(count);
    expect(await outreachRecords(unitOfWork)).toEqual(all);
    expect(asked).toEqual(pages);
  });
});
