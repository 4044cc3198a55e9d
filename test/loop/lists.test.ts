import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoopWorld, logCase, openLoopWorld } from './loop-world.ts';

let world: LoopWorld;
beforeEach(async () => {
  world = await openLoopWorld();
});
afterEach(() => world.close());

describe('a list of cases', () => {
  it('shows its last page to whoever asks for one beyond it', async () => {
    for (let one = 0; one < 9; one++) await logCase(world, 'anna-holm', { companyName: `Firma ${one}` });
    const page = async (number: number) => {
      const { answers } = await world.do('anna-holm', { name: 'cases', filter: 'office', page: number });
      const [shown] = answers;
      if (shown?.kind !== 'cases') throw new Error('no list');
      return {
        page: shown.page,
        pages: shown.pages,
        total: shown.total,
        lines: shown.lines.map(({ caseId }) => caseId),
      };
    };
    const last = await page(2);
    expect(last).toMatchObject({ page: 2, pages: 2, total: 9 });
    expect(last.lines).toHaveLength(1);
    expect(await page(99)).toEqual(last);
  });
});
