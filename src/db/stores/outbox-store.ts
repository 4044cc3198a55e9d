import { sql, type Transaction } from 'kysely';
import type { OutboxStore } from '../../app/ports/stores/outbox-store.ts';
import type { Effect } from '../../core/case/effects.ts';
import { recipientOf } from '../../core/promise/gather-notices.ts';
import { type LaneKind, laneOf } from '../lanes.ts';
import type { Schema } from '../schema.ts';
import { read } from './read-document.ts';
import type { StoreTools } from './store-tools.ts';

function isTell(effect: Effect): effect is Extract<Effect, { kind: 'tell.person' | 'tell.organisation' }> {
  return effect.kind === 'tell.person' || effect.kind === 'tell.organisation';
}

/** The code of a row that may have arrived. */
const UNCERTAIN = 'uncertain';

/** What a row waits for: the case's records, the case's cards, or, a notice, nothing. */
function laneKind(effect: Effect): LaneKind {
  switch (effect.kind) {
    case 'crm.save':
      return 'crm';
    case 'card.post':
    case 'card.refresh':
      return 'cards';
    case 'tell.person':
    case 'tell.organisation':
    case 'notice.person':
    case 'notice.coordinators':
      return 'notice';
    default: {
      const never: never = effect;
      return never;
    }
  }
}

export function outboxStore(
  db: Transaction<Schema>,
  { newId, outboxed }: Pick<StoreTools, 'newId' | 'outboxed'>,
): OutboxStore {
  return {
    async add(about, effects, at) {
      if (effects.length === 0) return;
      outboxed();
      await db
        .insertInto('outbox')
        .values(
          effects.map((effect) => {
            const id = newId();
            const lane = laneKind(effect);
            return {
              id,
              case_id: about,
              // A notice that waits for office hours must not hold up the cards behind it.
              lane: laneOf(lane, lane === 'notice' ? id : about),
              effect: JSON.stringify(effect),
              created_at: at,
              ready_at: ('notBefore' in effect ? effect.notBefore : undefined) ?? at,
            };
          }),
        )
        .execute();
    },
    async supersede(caseId, by) {
      const rows = await sql<{ id: string; effect: string }>`
        select id, effect from outbox
        where case_id = ${caseId} and lane >= 'notice/' and lane < 'notice0'
          and parked_at is null and leased_by is null`.execute(db);
      const told = by.flatMap((effect) => (isTell(effect) ? [recipientOf(effect)] : []));
      const needless = rows.rows.filter((row) => {
        const effect = read<Effect>(row.effect);
        // Only the clock's notices wait for office hours; what people did is always told.
        return isTell(effect) && effect.notBefore !== undefined && told.includes(recipientOf(effect));
      });
      for (const { id } of needless) await db.deleteFrom('outbox').where('id', '=', id).execute();
    },
    async uncertain(caseId) {
      const rows = await db
        .selectFrom('outbox')
        .select(['id', 'effect'])
        .where('case_id', '=', caseId)
        .where('parked_at', 'is not', null)
        .where('code', '=', UNCERTAIN)
        .execute();
      return rows.map((row) => ({ id: row.id, effect: read<Effect>(row.effect) }));
    },
    async again(caseId, now) {
      const done = await db
        .updateTable('outbox')
        .set({ parked_at: null, ready_at: now, attempts: 0, created_at: now })
        .where('case_id', '=', caseId)
        .where('parked_at', 'is not', null)
        .where('code', '=', UNCERTAIN)
        .executeTakeFirst();
      if (done.numUpdatedRows > 0n) outboxed();
    },
    async drop(id) {
      await db.deleteFrom('outbox').where('id', '=', id).execute();
    },
    async unpark(caseId, lacks, now) {
      outboxed();
      const rows = await db
        .updateTable('outbox')
        .set({ parked_at: null, ready_at: now, attempts: 0, created_at: now })
        .where('case_id', '=', caseId)
        .where('parked_at', 'is not', null)
        .where('lane', lacks === 'crm' ? '=' : '!=', laneOf('crm', caseId))
        .returning('effect')
        .execute();
      return rows.map((row) => read<Effect>(row.effect));
    },
    async dropEnded() {
      const done = await sql`
        delete from outbox where parked_at is not null and not (lane >= 'crm/' and lane < 'crm0')
          and exists (select 1 from cases where cases.id = outbox.case_id and active = 0)`.execute(db);
      return Number(done.numAffectedRows ?? 0n);
    },
  };
}
