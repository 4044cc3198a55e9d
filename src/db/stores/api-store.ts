import type { ApiStore, KeptAnswer } from '../../app/ports/stores/api-store.ts';
import type { ApiToken } from '../../core/api-token.ts';
import { query, type Session } from '../query.ts';
import { parseDocument } from './read-document.ts';

const TOKEN = query((db, p: { id: string }) =>
  db.selectFrom('api_tokens').select('document').where('id', '=', p.id),
);
const TOKENS = query((db) => db.selectFrom('api_tokens').select('document').orderBy('id'));
const SAVE_TOKEN = query((db, p: { id: string; document: string }) =>
  db
    .insertInto('api_tokens')
    .values({ id: p.id, document: p.document })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ document: eb.ref('excluded.document') })),
    ),
);
const ANSWER = query((db, p: { token: string; key: string }) =>
  db.selectFrom('api_answers').select('document').where('token', '=', p.token).where('request', '=', p.key),
);
const KEEP = query((db, p: { token: string; key: string; at: string; document: string }) =>
  db.insertInto('api_answers').values({ token: p.token, request: p.key, at: p.at, document: p.document }),
);
const FORGET = query((db, p: { instant: string }) =>
  db.deleteFrom('api_answers').where('at', '<', p.instant),
);

export function apiStore(session: Session): ApiStore {
  return {
    async token(id) {
      const row = await session.first(TOKEN, { id });
      return row && parseDocument<ApiToken>(row.document);
    },
    tokens: async () =>
      (await session.all(TOKENS, {})).map(({ document }) => parseDocument<ApiToken>(document)),
    async saveToken(token) {
      await session.change(SAVE_TOKEN, { id: token.id, document: JSON.stringify(token) });
    },
    async answerTo(token, key) {
      const row = await session.first(ANSWER, { token, key });
      return row && parseDocument<KeptAnswer>(row.document);
    },
    async keepAnswer(token, key, kept, at) {
      await session.change(KEEP, { token, key, at, document: JSON.stringify(kept) });
    },
    forgetAnswersBefore: (instant) => session.change(FORGET, { instant }),
  };
}
