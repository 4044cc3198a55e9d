import type { AdviserStore } from '../../src/app/ports/stores/adviser-store.ts';
import type { Adviser } from '../../src/core/advisers/adviser.ts';
import type { Share } from '../../src/core/advisers/rotation.ts';
import type { Choice, Showing } from '../../src/core/advisers/showing.ts';
import { inOrder, Kept, type Undo } from './kept.ts';

/** Advisers, their turns and choices over plain maps, as the databases keep them. */
export function createMemoryAdvisers(undo: Undo): AdviserStore {
  const advisers = new Kept<{ readonly adviser: Adviser; readonly at: string }>(undo);
  const shares = new Kept<Share & { readonly area: string }>(undo);
  const showings = new Kept<Showing>(undo);
  const choices = new Kept<Choice & { readonly askedAt: string | null }>(undo);
  const ofChoice = ({ askedAt: _, ...choice }: Choice & { readonly askedAt: string | null }): Choice =>
    choice;
  const byTime = () => inOrder(choices.all(), ({ askAt, id }) => `${askAt} ${id}`);
  const imported = () => inOrder(advisers.all(), ({ adviser }) => adviser.id);
  return {
    all: async () => imported().map(({ adviser }) => adviser),
    imported: async () => imported(),
    get: async (id) => advisers.get(id)?.adviser,
    sharesOf: async (area) =>
      shares
        .all()
        .filter((one) => one.area === area)
        .map(({ area: _, ...share }) => share),
    showing: async (id) => showings.get(id),
    toAsk: async (now, limit) =>
      byTime()
        .filter(({ askedAt, askAt }) => askedAt === null && askAt <= now)
        .slice(0, limit)
        .map(ofChoice),
    choicesOf: async (caseId) =>
      byTime()
        .filter((one) => one.caseId === caseId)
        .map(ofChoice),
    async put(some, at) {
      for (const adviser of some) advisers.set(adviser.id, { adviser, at });
    },
    async remove(id) {
      advisers.delete(id);
      shares.deleteWhere(({ adviser }) => adviser === id);
    },
    async show(showing, changed) {
      if (!showings.get(showing.id)) showings.set(showing.id, showing);
      for (const share of changed)
        shares.set(`${showing.area} ${share.adviser}`, { area: showing.area, ...share });
    },
    async choose(choice) {
      if (!choices.get(choice.id)) choices.set(choice.id, { ...choice, askedAt: null });
    },
    async asked(id, at) {
      const choice = choices.get(id);
      if (choice) choices.set(id, { ...choice, askedAt: at });
    },
    forgetBefore: async (instant) =>
      showings.deleteWhere(({ at }) => at < instant) +
      choices.deleteWhere(({ askedAt }) => askedAt !== null && askedAt < instant),
  };
}
