import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/ports/unit-of-work.ts';
import { askConsent } from '../../src/core/settings/change.ts';
import { NOW } from '../core/case/case-world.ts';
import { STORES, type TestStores } from './databases.ts';
import { caseOf, settingChangeOf } from './sample-rows.ts';

/** Changes of settings, over every kind of store. */

describe.each(STORES)('changes of settings in $name', ({ open }) => {
  let store: TestStores;
  const run = <T>(work: (stores: Stores) => Promise<T>) => store.unitOfWork.run(work);
  beforeEach(async () => {
    store = await open(
      () => 'row',
      () => {},
    );
  });
  afterEach(() => store.close());

  it('are kept, and counted with each change', async () => {
    expect(await run(({ settings }) => settings.written())).toBe(0);
    const house = settingChangeOf('C2', { organisation: 'ehm-midtjylland', key: 'phone', consent: null });
    await run(({ settings }) => settings.insert(settingChangeOf('C1')));
    await run(({ settings }) => settings.insert(house));
    expect(await run(({ settings }) => settings.written())).toBe(2);
    const agreed = settingChangeOf('C1', { revision: 2, state: 'agreed', settledAt: NOW });
    expect(await run(({ settings }) => settings.update(agreed, 1))).toBe(true);
    expect(await run(({ settings }) => settings.update(agreed, 1))).toBe(false);
    expect(await run(({ settings }) => settings.written())).toBe(3);
    expect(await run(({ settings }) => settings.get('C1'))).toEqual(agreed);
    expect(await run(({ settings }) => settings.all())).toEqual([agreed, house]);
    expect(await run(({ settings }) => settings.ofOrganisation('les-791'))).toEqual([agreed]);
  });

  it('are due for a reminder, then for the end of the silence, and no more once they are settled', async () => {
    const { remindAt, until } = askConsent('ehm-midtjylland', NOW, { canAnswer: true });
    const due = (at: string) => run(({ settings }) => settings.withStepDue(at, 10));
    await run(({ settings }) => settings.insert(settingChangeOf('C1')));
    expect(await due(NOW)).toEqual([]);
    expect(await due(remindAt)).toEqual(['C1']);
    const consent = { ...askConsent('ehm-midtjylland', NOW, { canAnswer: true }), remindedAt: remindAt };
    await run(({ settings }) => settings.update(settingChangeOf('C1', { revision: 2, consent }), 1));
    expect(await due(remindAt)).toEqual([]);
    expect(await due(until)).toEqual(['C1']);
    const declined = settingChangeOf('C1', { revision: 3, consent, state: 'declined' });
    await run(({ settings }) => settings.update(declined, 2));
    expect(await due(until)).toEqual([]);
  });

  it('are tried on the cases of a municipality', async () => {
    const here = caseOf('K1', { createdAt: NOW });
    const there = caseOf('K2', { createdAt: NOW, values: { ...here.values, municipality: '751' } });
    const before = caseOf('K3', { createdAt: '2025-01-01T08:00:00.000Z' });
    await run(async ({ cases }) => {
      for (const one of [here, there, before]) await cases.insert(one, null);
    });
    const found = await run(({ cases }) =>
      cases.inMunicipality('791', '2026-01-01T00:00:00.000Z', { after: '', limit: 10 }),
    );
    expect(found.map(({ id }) => id)).toEqual(['K1']);
    expect(await run(({ cases }) => cases.inMunicipality('791', '', { after: 'K1', limit: 1 }))).toEqual([
      before,
    ]);
  });
});
