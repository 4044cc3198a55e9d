import type { InstallStore } from '../app/ports/install-store.ts';
import type { Database } from './open-database.ts';

/** The Slack installations in the case store. Each call is a transaction of its own. Throws `StoreError`. */
export function createInstallStore(database: Database): InstallStore {
  return {
    async get(team) {
      const row = await database.read((db) =>
        db.selectFrom('slack_installs').select('document').where('team', '=', team).executeTakeFirst(),
      );
      return row?.document;
    },
    async save(team, document) {
      await database.write((db) =>
        db
          .insertInto('slack_installs')
          .values({ team, document })
          .onConflict((conflict) => conflict.column('team').doUpdateSet({ document }))
          .execute(),
      );
    },
    async remove(team) {
      await database.write((db) => db.deleteFrom('slack_installs').where('team', '=', team).execute());
    },
  };
}
