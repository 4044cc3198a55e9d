import type { DialectSql } from './store.ts';

/**
 * The change of the schema for monthly digests: the month whose digest each organisation was sent last, and whether it
 * wants one.
 */
export function monthlyDigests({ text }: DialectSql) {
  return [
    `create table digests (organisation ${text} primary key, month ${text} not null, wanted integer not null)`,
  ];
}
