import { describe, expect, it } from 'vitest';
import { demandSources } from '../../src/app/case-records.ts';
import type { IntakeValues } from '../../src/core/intake/draft.ts';
import { established, NOW, opened } from '../core/case/case-world.ts';
import { createMemoryStore } from '../loop/memory-stores.ts';

/** What demand is counted from, of a store with such cases. */
async function sourcesOf(cases: Readonly<Record<string, IntakeValues>>) {
  let ids = 0;
  const { unitOfWork } = createMemoryStore(() => `id${++ids}`);
  await unitOfWork.run(async (stores) => {
    for (const [id, values] of Object.entries(cases))
      await stores.cases.insert({ ...opened({ values }).case, id, draftId: `draft ${id}` }, null);
    const example = { at: NOW, areas: ['financing'] } as const;
    await stores.examples.add({ ...example, draftId: 'draft E', text: 'skal bruge et lån' });
    await stores.examples.add({ ...example, draftId: null, text: 'mangler penge' });
  });
  return demandSources(unitOfWork);
}
const CORRECTED = [
  { enquiry: 'draft E', at: NOW, areas: ['financing'], text: 'skal bruge et lån' },
  { enquiry: 'mangler penge', at: NOW, areas: ['financing'], text: 'mangler penge' },
];

describe('what demand is counted from', () => {
  it('is every case, the words under no need of the list, and those that colleagues corrected', async () => {
    const { records, texts } = await sourcesOf({
      K1: { ...established, areas: ['internationalisation', 'other'], description: 'vil bygge en ubåd' },
      K2: { ...established, description: 'vil sælge til Tyskland' },
      K3: { ...established, areas: ['unclear'], description: 'noget med drager' },
    });
    expect(records).toHaveLength(3);
    expect(texts).toEqual([
      { enquiry: 'draft K1', at: NOW, areas: ['other'], text: 'vil bygge en ubåd' },
      { enquiry: 'draft K3', at: NOW, areas: ['unclear'], text: 'noget med drager' },
      ...CORRECTED,
    ]);
  });

  it('is no case without words, and none whose basis does not cover them', async () => {
    const { records, texts } = await sourcesOf({
      K1: { ...established, areas: ['other'] },
      K2: { ...established, areas: ['other'], description: '' },
      K3: { ...established, areas: ['other'], description: 'vil bygge en ubåd', consent: 'declined' },
    });
    expect(records).toHaveLength(3);
    expect(texts).toEqual(CORRECTED);
  });
});
