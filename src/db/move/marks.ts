import { sql } from 'kysely';
import type { Store } from '../store.ts';

/**
 * What stands in a store about a move, as the name of a heartbeat. `moving-here`: a move into it has begun and not ended;
 * `moved-away`: what is in it was moved elsewhere. Whoever worked on such a store would have half of the cases, or would
 * log new ones where nobody looks.
 */
export type MoveMark = 'moving-here' | 'moved-away';

/** The mark of a store, where it has one. */
export async function moveMarkOf<Tables>(store: Store<Tables>): Promise<MoveMark | undefined> {
  const { rows } = await store.read((db) =>
    sql<{
      name: MoveMark;
    }>`select name from heartbeats where name in ('moving-here', 'moved-away')`.execute(db),
  );
  return rows[0]?.name;
}

export async function setMoveMark(store: Store<unknown>, mark: MoveMark, now: string): Promise<void> {
  await sql`insert into heartbeats (name, at) values (${mark}, ${now}) on conflict (name) do nothing`.execute(
    store,
  );
}

export async function clearMoveMark(store: Store<unknown>, mark: MoveMark): Promise<void> {
  await sql`delete from heartbeats where name = ${mark}`.execute(store);
}
