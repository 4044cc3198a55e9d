import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/ports/unit-of-work.ts';
import { STORES, type TestStores } from './databases.ts';
import { DIGEST } from './sample-rows.ts';

/** Which month each organisation was sent, over every kind of store. */

describe.each(STORES)('digests in $name', ({ open }) => {
  let store: TestStores;
  const run = <T>(work: (stores: Stores) => Promise<T>) => store.unitOfWork.run(work);
  beforeEach(async () => {
    let named = 0;
    store = await open(
      () => `row ${++named}`,
      () => {},
    );
  });
  afterEach(() => store.close());
  const { organisation, month } = DIGEST;
  const claim = (of: string) => run(({ digests }) => digests.claim(organisation, of));
  const settled = (of: string) => run(async ({ digests }) => [...(await digests.settledFor(of))]);

  it('are claimed once each, never backwards', async () => {
    expect([await claim(month), await claim(month), await claim('2026-10')]).toEqual([true, false, false]);
    expect([await settled('2026-10'), await settled(month), await settled('2026-12')]).toEqual([
      [organisation],
      [organisation],
      [],
    ]);
    expect(await claim('2026-12')).toBe(true);
  });

  it('are claimed by one of several at the same moment', async () => {
    const claimed = await Promise.all([claim(month), claim(month), claim(month)]);
    expect(claimed.filter(Boolean)).toHaveLength(1);
  });

  it('are not claimed where the transaction fails', async () => {
    const failing = run(async ({ digests }) => {
      await digests.claim(organisation, month);
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(await claim(month)).toBe(true);
  });

  it('are switched off and on, before and after the first was claimed', async () => {
    const off = (isOff: boolean) => run(({ digests }) => digests.saveOff(organisation, isOff));
    const isOff = () => run(({ digests }) => digests.isOff(organisation));
    expect(await isOff()).toBe(false);
    await off(true);
    expect([await isOff(), await claim(month), await settled(month)]).toEqual([true, false, [organisation]]);
    await off(false);
    expect([await isOff(), await claim(month)]).toEqual([false, true]);
    await off(true);
    await off(false);
    expect(await claim(month)).toBe(false);
  });
});
