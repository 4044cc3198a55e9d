/** The change that a later version has made to a store's schema in tests. */
export const LATER_CHANGE = '2031-01-01-surveys';

/** SQL after which a later version has changed a store, only adding to it. */
export function addedTo(notedIn = 'kysely_migration'): string {
  return `insert into ${notedIn} values ('${LATER_CHANGE}', '2031-01-01T00:00:00Z');`;
}

/** SQL after which a later version has changed a store so that this one cannot work with it. */
export function brokenBy(notedIn = 'kysely_migration'): string {
  return `${addedTo(notedIn)}
    create table ${notedIn}_needs (name text primary key);
    insert into ${notedIn}_needs values ('${LATER_CHANGE}');`;
}
