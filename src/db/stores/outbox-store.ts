import { sql } from 'kysely';
import type { OutboxStore } from '../../app/ports/stores/outbox-store.ts';
import type { Effect } from '../../core/case/effects.ts';
import { recipientOf } from '../../core/promise/gather-notices.ts';
import { type LaneKind, laneOf } from '../lanes.ts';
import { query, type Session } from '../query.ts';
import { parseDocument } from './read-document.ts';
import type { StoreTools } from './store-tools.ts';

function isTell(effect: Effect): effect is Extract<Effect, { kind: 'tell.person' | 'tell.organisation' }> {
  return effect.kind === 'tell.person' || effect.kind === 'tell.organisation';
}

/** The code of a row that may have arrived. */
const UNCERTAIN = 'uncertain';

/** The kind of lane that an effect travels in. Notices wait for no other row. */
function laneKind(effect: Effect): LaneKind {
  switch (effect.kind) {
    case 'crm.save':
      return 'crm';
    case 'webhooks.tell':
    case 'webhook.post':
    case 'webhook.resume':
      return 'hook';
    case 'card.post':
    case 'card.refresh':
    case 'outreach.refresh':
    case 'setting.refresh':
      return 'cards';
    case 'tell.person':
    case 'tell.organisation':
    case 'notice.person':
    case 'outreach.tell':
    case 'setting.tell':
    case 'notice.coordinators':
    case 'overview.person':
    case 'digest.organisation':
      return 'notice';
    default: {
      const never: never = effect;
      return never;
    }
  }
}

/** The lane of an effect. A notice that waits for office hours must not hold up the cards behind it. */
function laneFor(effect: Effect, about: string, id: string): string {
  const kind = laneKind(effect);
  if (effect.kind === 'webhook.post') return laneOf(kind, `${about}/${effect.caseId}`);
  return laneOf(kind, kind === 'notice' ? id : about);
}

interface NewRow {
  readonly id: string;
  readonly about: string;
  readonly lane: string;
  readonly effect: string;
  readonly at: string;
  readonly readyAt: string;
}

const ADD = query((db, p: NewRow) =>
  db.insertInto('outbox').values({
    id: p.id,
    case_id: p.about,
    lane: p.lane,
    effect: p.effect,
    created_at: p.at,
    ready_at: p.readyAt,
  }),
);
/**
 * A row that saves a case in the CRM, and beside it one that tells the case's new revision to webhooks, where there are any:
 * one statement, so that nobody pays a round trip for what few have.
 */
const ADD_SAVE = query(
  (_, p: NewRow & { tellId: string; tellLane: string; tell: string }) => sql`
    insert into outbox (id, case_id, lane, effect, created_at, ready_at)
    select ${p.id}, ${p.about}, ${p.lane}, ${p.effect}, ${p.at}, ${p.readyAt}
    union all
    select ${p.tellId}, ${p.about}, ${p.tellLane}, ${p.tell}, ${p.at}, ${p.readyAt}
    where exists (select 1 from webhooks where active = 1)`,
);
const TELL = { kind: 'webhooks.tell' } as const satisfies Effect;
const NOTICES_WAITING = query(
  (_, p: { caseId: string }) => sql<{ id: string; effect: string }>`
    select id, effect from outbox
    where case_id = ${p.caseId} and lane_kind = 'notice' and parked_at is null and leased_by is null`,
);
const DELETE = query((db, p: { id: string }) => db.deleteFrom('outbox').where('id', '=', p.id));
const UNCERTAIN_ROWS = query((db, p: { caseId: string }) =>
  db
    .selectFrom('outbox')
    .select(['id', 'effect'])
    .where('case_id', '=', p.caseId)
    .where('parked_at', 'is not', null)
    .where('code', '=', UNCERTAIN),
);
const UNDELIVERED_ABOUT = query((db, p: { about: string }) =>
  db.selectFrom('outbox').select('effect').where('case_id', '=', p.about),
);
const RETRY_UNCERTAIN = query((db, p: { caseId: string; now: string }) =>
  db
    .updateTable('outbox')
    .set({ parked_at: null, ready_at: p.now, attempts: 0, created_at: p.now })
    .where('case_id', '=', p.caseId)
    .where('parked_at', 'is not', null)
    .where('code', '=', UNCERTAIN),
);
const unparkWhere = (comparison: '=' | '!=') =>
  query((db, p: { caseId: string; now: string }) =>
    db
      .updateTable('outbox')
      .set({ parked_at: null, ready_at: p.now, attempts: 0, created_at: p.now })
      .where('case_id', '=', p.caseId)
      .where('parked_at', 'is not', null)
      .where('lane_kind', comparison, 'crm')
      .returning('effect'),
  );
const UNPARK = { crm: unparkWhere('='), card: unparkWhere('!=') };
const DROP_ENDED = query(
  () => sql`
    delete from outbox where parked_at is not null and lane_kind <> 'crm'
      and (exists (select 1 from cases where cases.id = outbox.case_id and active = 0)
        or exists (select 1 from outreach_contacts o where o.id = outbox.case_id and o.planned = 0))`,
);

export function outboxStore(
  session: Session,
  { newId, outboxed }: Pick<StoreTools, 'newId' | 'outboxed'>,
): OutboxStore {
  return {
    async add(about, effects, at) {
      if (effects.length > 0) outboxed();
      for (const effect of effects) {
        const id = newId();
        const row: NewRow = {
          id,
          about,
          lane: laneFor(effect, about, id),
          effect: JSON.stringify(effect),
          at,
          readyAt: ('notBefore' in effect ? effect.notBefore : undefined) ?? at,
        };
        if (effect.kind !== 'crm.save') await session.change(ADD, row);
        else
          await session.change(ADD_SAVE, {
            ...row,
            tellId: `${id}/hook`,
            tellLane: laneFor(TELL, about, id),
            tell: JSON.stringify(TELL),
          });
      }
    },
    async supersede(caseId, by) {
      const told = by.flatMap((effect) => (isTell(effect) ? [recipientOf(effect)] : []));
      if (told.length === 0) return;
      for (const row of await session.all(NOTICES_WAITING, { caseId })) {
        const effect = parseDocument<Effect>(row.effect);
        // Only the clock's notices wait for office hours; what people did is always told.
        if (isTell(effect) && effect.notBefore !== undefined && told.includes(recipientOf(effect)))
          await session.change(DELETE, { id: row.id });
      }
    },
    async parkedUncertain(caseId) {
      const rows = await session.all(UNCERTAIN_ROWS, { caseId });
      return rows.map((row) => ({ id: row.id, effect: parseDocument<Effect>(row.effect) }));
    },
    undeliveredAbout: async (about) =>
      (await session.all(UNDELIVERED_ABOUT, { about })).map(({ effect }) => parseDocument<Effect>(effect)),
    async unparkUncertain(caseId, now) {
      if ((await session.change(RETRY_UNCERTAIN, { caseId, now })) > 0) outboxed();
    },
    async drop(id) {
      await session.change(DELETE, { id });
    },
    async unpark(caseId, lacks, now) {
      outboxed();
      const rows = await session.all(UNPARK[lacks], { caseId, now });
      return rows.map(({ effect }) => parseDocument<Effect>(effect));
    },
    dropEnded: () => session.change(DROP_ENDED, {}),
  };
}
