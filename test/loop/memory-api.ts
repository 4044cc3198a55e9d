import type { ApiStore, KeptAnswer } from '../../src/app/ports/stores/api-store.ts';
import type { ApiToken } from '../../src/core/api-token.ts';
import { Kept, type Undo } from './kept.ts';

/** The tokens and answers of the API over plain maps. */
export function createMemoryApi(undo: Undo): ApiStore {
  const tokens = new Kept<ApiToken>(undo);
  const answers = new Kept<KeptAnswer & { readonly at: string }>(undo);
  const nameOf = (token: string, key: string) => `${token} ${key}`;
  return {
    token: async (id) => tokens.get(id),
    tokens: async () => tokens.all().toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    saveToken: async (token) => tokens.set(token.id, token),
    answerTo: async (token, key) => answers.get(nameOf(token, key)),
    keepAnswer: async (token, key, kept, at) => answers.set(nameOf(token, key), { ...kept, at }),
    async forgetAnswersBefore(instant) {
      const old = [...answers.map].filter(([, { at }]) => at < instant);
      for (const [name] of old) answers.delete(name);
      return old.length;
    },
  };
}
