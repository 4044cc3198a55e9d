import { sql } from 'kysely';
import { parseOrganisation } from '../core/organisation.ts';
import { type Database, schemaState } from './open-database.ts';
import type { DialectSql, Store } from './store.ts';
import { SQLITE, sqliteCode } from './store-error.ts';

/** One thing that was looked at: how many there are, and whether that is wrong or only worth knowing. */
export interface Finding {
  readonly check: string;
  readonly count: number;
  readonly wrong: boolean;
}

/** Hours after which the hourly jobs have brought the CRM up to date, with some to spare. */
const REPAIRED_WITHIN_HOURS = 2;

const wrongWhereAny = (check: string, count: number): Finding => ({ check, count, wrong: count > 0 });

/** Faults that SQLite itself finds in a file. PostgreSQL checks its pages as it reads them. */
export async function checkIntegrity<Tables>(check: string, store: Store<Tables>): Promise<Finding> {
  if (store.kind === 'postgres') return wrongWhereAny(check, 0);
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.reader);
    return wrongWhereAny(check, rows.filter((row) => row.integrity_check !== 'ok').length);
  } catch (error) {
    const code = sqliteCode(error);
    if (code !== SQLITE.corrupt && code !== SQLITE.notADatabase) throw error;
    return wrongWhereAny(check, 1);
  }
}

/** Rows that belong to nothing. `notice` cards and effects are about drafts and channels, which go. */
function orphansOf({ member, isJson }: DialectSql): Readonly<Record<string, string>> {
  const unreadable = (table: string) => `(select count(*) from ${table} where not ${isJson('document')})`;
  // Read only where it is JSON, whatever the database evaluates first.
  const unlike = (name: string) =>
    `case when ${isJson('document')} then ${member('document', name)} <> cast(${name} as text) else false end`;
  return {
    'history-without-case': 'select count(*) as n from history where case_id not in (select id from cases)',
    'cases-without-history': 'select count(*) as n from cases where id not in (select case_id from history)',
    'history-with-gaps':
      'select count(*) as n from (select 1 from history group by case_id having max(sequence) <> count(*)) as g',
    'posts-without-case':
      "select count(*) as n from posts where card <> 'notice' and case_id not in (select id from cases)",
    'outbox-about-nothing': `select count(*) as n from outbox where not case
      when ${member('effect', 'kind')} like 'notice.%' then true
      when ${member('effect', 'kind')} = 'digest.organisation' then true
      when ${member('effect', 'kind')} like 'outreach.%' then case_id in (select id from outreach_contacts)
      when ${member('effect', 'kind')} like 'setting.%' then case_id in (select id from setting_changes)
      when ${member('effect', 'kind')} like 'webhook.%' then case_id in (select id from webhooks)
      when ${member('effect', 'kind')} = 'overview.person' then case_id in (select id from people)
      else case_id in (select id from cases) end`,
    'audit-without-case':
      'select count(*) as n from audit where case_id is not null and case_id not in (select id from cases)',
    'surveys-without-case': `select count(*) as n from (
      select case_id from survey_asks union all select case_id from survey_answers) as s
      where case_id not in (select id from cases)`,
    'memberships-without-person':
      'select count(*) as n from memberships where person not in (select id from people)',
    'identities-without-person':
      'select count(*) as n from identities where person not in (select id from people)',
    'documents-unreadable': `select
      ${['cases', 'drafts', 'people', 'history', 'outreach_contacts', 'setting_changes', 'offers', 'advisers', 'adviser_showings', 'adviser_choices', 'survey_answers', 'webhooks'].map(unreadable).join(' + ')} as n`,
    'documents-unlike-their-row': `select count(*) as n from cases
      where ${['id', 'revision', 'status', 'owner'].map(unlike).join(' or ')}`,
  };
}

/** Cards in channels that show less than has happened, with nothing under way. Reminders change nothing on a card. */
function cardsBehind({ member, isJson }: DialectSql): string {
  return `select count(*) as n from posts p join cases c on c.id = p.case_id
    where p.message_id is not null and p.person is null and p.shown_revision < c.revision
      and not exists (select 1 from outbox o where o.case_id = c.id and o.lane = 'cards/' || c.id)
      and exists (select 1 from history h where h.case_id = c.id and h.sequence > p.shown_revision
        and case when ${isJson('h.document')} then ${member('h.document', 'event')} <> 'reminded' else false end)`;
}

/** Cases that the CRM has not got as they are, with nothing under way. */
const CRM_BEHIND = `from cases c where c.crm_revision < c.revision
  and not exists (select 1 from outbox o where o.case_id = c.id and o.lane = 'crm/' || c.id)`;

/** Everything that can be found wrong in the case store but for its integrity. `now`: an ISO instant. */
export async function checkCases(database: Database, now: string): Promise<readonly Finding[]> {
  const { missing, unknown } = await schemaState(database);
  const schema = [
    wrongWhereAny('schema-unknown', unknown.length),
    wrongWhereAny('schema-missing', missing.length),
  ];
  if (unknown.length + missing.length > 0) return schema;
  return database.read(async (db) => {
    const count = async (query: string) =>
      Number((await sql.raw<{ n: number }>(query).execute(db)).rows[0]?.n ?? 0);
    const findings = [...schema];
    for (const [check, query] of Object.entries(orphansOf(database.sql)))
      findings.push(wrongWhereAny(check, await count(query)));

    const owners = await sql<{ owner: string }>`
      select owner from cases where active = 1 union all select organisation as owner from bindings`.execute(
      db,
    );
    const nobody = owners.rows.filter(({ owner }) => !parseOrganisation(owner)).length;
    findings.push(wrongWhereAny('organisations-unknown', nobody));
    findings.push(wrongWhereAny('cards-behind', await count(cardsBehind(database.sql))));

    const late = new Date(Date.parse(now) - REPAIRED_WITHIN_HOURS * 3_600_000).toISOString();
    const lost = await sql<{ n: number }>`select count(*) as n ${sql.raw(CRM_BEHIND)} and (c.crm_revision = 0
      or not exists (select 1 from history h where h.case_id = c.id and h.at > ${late}))`.execute(db);
    const behind = await count(`select count(*) as n ${CRM_BEHIND}`);
    findings.push({ check: 'crm-behind', count: behind, wrong: Number(lost.rows[0]?.n ?? 0) > 0 });

    const told = (check: string, n: number): Finding => ({ check, count: n, wrong: false });
    findings.push(told('cases', await count('select count(*) as n from cases')));
    findings.push(told('audit', await count('select count(*) as n from audit')));
    findings.push(told('waiting', await count('select count(*) as n from outbox where parked_at is null')));
    findings.push(
      told('not-delivered', await count('select count(*) as n from outbox where parked_at is not null')),
    );
    return findings;
  });
}
