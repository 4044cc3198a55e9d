import { sql } from 'kysely';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { clearMoveMark, moveMarkOf, setMoveMark } from './marks.ts';
import { differences, type MovedRows, moveTables } from './move-tables.ts';
import { CASE_TABLES, CRM_TABLES } from './tables.ts';

/** The case store with the embedded CRM; that is null where another CRM is connected and there never was one. */
export interface MovedStores {
  readonly cases: Store<unknown>;
  readonly crm: Store<unknown> | null;
}

/**
 * Moves the stores of an office that has stopped its service, and marks both ends: nobody can work on a store that is half
 * there, or on one that was left. A move that was stopped, wherever, is gone on with by the same call. `arrived` is called
 * when all is there, before the target may be opened. Throws `StoreError`: `moved`
 * where `from` was moved already, `unusable` where `to` holds cases of its own, or what arrived is not what was sent.
 */
export async function moveStores(
  from: MovedStores,
  to: MovedStores,
  now: string,
  tell: (moved: MovedRows) => void,
  arrived: () => Promise<void>,
): Promise<readonly MovedRows[]> {
  const [left, arriving] = [await moveMarkOf(from.cases), await moveMarkOf(to.cases)];
  // Stopped between the two marks at the end: refused, both ends would stay closed for ever.
  const isEnding = left === 'moved-away' && arriving === 'moving-here';
  if (left !== undefined && !isEnding)
    throw new StoreError(
      'moved',
      `${from.cases.name}: nothing can be moved from here: it was moved already, or a move into it has not ended`,
    );
  await beginInto(to.cases, now);
  const moved = [...(await moveTables(from.cases, to.cases, CASE_TABLES, tell))];
  if (from.crm && to.crm) moved.push(...(await moveTables(from.crm, to.crm, CRM_TABLES, tell)));
  const different = await differences(from.cases, to.cases, CASE_TABLES);
  const crmDifferent = from.crm && to.crm ? await differences(from.crm, to.crm, CRM_TABLES) : [];
  const [first] = [...different, ...crmDifferent];
  if (first !== undefined)
    throw new StoreError(
      'unusable',
      `${to.cases.name}: the table ${first} is not what it is in ${from.cases.name}; is the service stopped? Run the move again`,
    );
  await arrived();
  // The source first: between the two nobody can work on either, which is better than on both.
  await setMoveMark(from.cases, 'moved-away', now);
  await clearMoveMark(to.cases, 'moving-here');
  return moved;
}

/** Marks the target. One without a mark must be empty: what is in it would be deleted. */
async function beginInto(to: Store<unknown>, now: string): Promise<void> {
  const mark = await moveMarkOf(to);
  if (mark === 'moving-here') return;
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from cases) + (select count(*) from people) + (select count(*) from drafts) as n`.execute(
    to,
  );
  // What was moved away may come back: it is brought up to date from where it went.
  if (mark === undefined && Number(rows[0]?.n) > 0)
    throw new StoreError(
      'unusable',
      `${to.name}: holds cases or people of its own; a store is moved to an empty place`,
    );
  await setMoveMark(to, 'moving-here', now);
  await clearMoveMark(to, 'moved-away');
}
