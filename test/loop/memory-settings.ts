import type { SettingStore } from '../../src/app/ports/stores/setting-store.ts';
import { changeStepAt, type SettingChange } from '../../src/core/settings/change.ts';
import { inOrder, Kept, type Undo } from './kept.ts';

/** Changes of settings over a plain map, as the databases keep them. */
export function createMemorySettings(undo: Undo): SettingStore {
  const changes = new Kept<{
    readonly change: SettingChange;
    readonly written: number;
  }>(undo);
  const all = () => inOrder(changes.all(), ({ change }) => change.id).map(({ change }) => change);
  const written = () => Math.max(0, ...changes.all().map((row) => row.written));
  const put = (change: SettingChange) => changes.set(change.id, { change, written: written() + 1 });
  return {
    written: async () => written(),
    get: async (id) => changes.get(id)?.change,
    all: async () => all(),
    ofOrganisation: async (organisation) => all().filter((one) => one.organisation === organisation),
    withStepDue: async (now, limit) =>
      inOrder(all(), (one) => changeStepAt(one) ?? '~')
        .filter((one) => (changeStepAt(one) ?? '~') <= now)
        .slice(0, limit)
        .map(({ id }) => id),
    insert: async (change) => void put(change),
    async update(change, expected) {
      if (changes.get(change.id)?.change.revision !== expected) return false;
      put(change);
      return true;
    },
  };
}
