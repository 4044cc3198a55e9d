import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { monthlyDigests } from './monthly-digests.ts';
import type { DialectSql } from './store.ts';

/**
 * Every change of the schema by its name, oldest first: a name sorts after those before it. One that has been released is
 * never edited; the next one corrects it. A change only adds: the version before must go on working on what it leaves.
 * The file is longer than 300 lines, because the changes are read in one order.
 */
export function migrationsOf(dialect: DialectSql): Readonly<Record<string, Migration>> {
  const change = (statements: (dialect: DialectSql) => readonly string[]): Migration => ({
    async up(db: Kysely<unknown>) {
      for (const statement of statements(dialect)) await sql.raw(statement).execute(db);
    },
  });
  return {
    '2026-11-01-cases': change(casesAndDelivery),
    '2026-11-21-notices': change(noticesOfCases),
    '2026-11-21-order-of-lists': change(orderOfLists),
    '2026-11-26-people': change(whoBelongsWhere),
    '2026-11-26-store-care': change(careOfTheStore),
    '2026-11-27-lane-kind': change(kindOfLane),
    '2026-11-27-replicas': change(sharedByReplicas),
    '2026-11-28-names': change(namesOfCases),
    '2026-11-28-waiting-lines': change(waitingLines),
    '2026-11-29-card-places': change(placesOfCards),
    '2026-11-29-inbox': change(whatWaits),
    '2026-11-29-keys-of-companies': change(keysOfCompanies),
    '2026-11-29-languages': change(languages),
    '2026-11-29-reads': change(audit),
    '2026-11-29-visits': change(outreachContacts),
    '2026-11-30-examples': change(originOfExamples),
    // Who has said that they are away, until when, and who stands in.
    '2026-12-01-absences': change(({ text }) => [`alter table preferences add column absence ${text}`]),
    '2026-12-01-digests': change(monthlyDigests),
    '2026-12-01-offers': change(catalogueOfOffers),
    '2026-12-01-rotation': change(advisersByTurns),
    '2026-12-01-settings': change(changesOfSettings),
    '2026-12-01-tasks': change(tasksAndFollowUps),
    '2026-12-01-tokens': change(tokensOfTheApi),
    // By what a board is filtered. The database works the columns out, whichever version writes.
    '2026-12-01-workboard': change(({ boardOfCases }) => boardOfCases),
    '2026-12-01-written-in-crm': change(readingOfCrm),
    '2026-12-03-looks-into-crm': change(looksIntoCrm),
    '2026-12-03-webhooks': change(webhooksAndWhatTheyWereTold),
    '2026-12-04-surveys': change(surveys),
    '2026-12-05-lists-of-owners': change(listsOfOwners),
  };
}

function casesAndDelivery({ text, countingKey, keyedTable, appendOnly, announced, prelude }: DialectSql) {
  return [
    ...prelude,
    `create table inbox (delivery_id ${text} primary key, at ${text} not null)${keyedTable}`,

    `create table drafts (
      id ${text} primary key, person ${text} not null, state ${text} not null, cvr ${text}, updated_at ${text} not null,
      revision integer not null, document ${text} not null)`,
    // No index on columns that change every turn: each adds a page to every sync. Hourly jobs may scan.
    'create index drafts_person on drafts (person, state)',
    'create index drafts_cvr on drafts (cvr)',

    `create table cases (
      id ${text} primary key, revision integer not null, draft_id ${text} not null unique, status ${text} not null,
      active integer not null, owner ${text} not null, offered_to ${text}, assignee ${text}, cvr ${text}, due_at ${text} not null,
      answered_at ${text}, urgent integer not null, created_at ${text} not null, closed_at ${text}, erased integer not null,
      next_step_at ${text}, crm_revision integer not null default 0, crm_id ${text}, document ${text} not null)`,
    'create index cases_owner on cases (owner, active, due_at)',
    'create index cases_offered on cases (offered_to, active, due_at)',
    'create index cases_assignee on cases (assignee, active, due_at)',
    'create index cases_cvr on cases (cvr)',
    'create index cases_step on cases (next_step_at) where next_step_at is not null',
    'create index cases_closed on cases (closed_at) where erased = 0',
    'create index cases_crm on cases (active) where crm_revision < revision',

    `create table history (
      case_id ${text} not null, sequence integer not null, at ${text} not null, document ${text} not null,
      primary key (case_id, sequence))${keyedTable}`,
    // A line of history holds codes only, so that erasing a person never needs to change one.
    ...appendOnly('history'),

    `create table outbox (
      sequence ${countingKey}, id ${text} not null unique, case_id ${text} not null, lane ${text} not null,
      effect ${text} not null, created_at ${text} not null, ready_at ${text} not null, attempts integer not null default 0,
      leased_by ${text}, leased_until ${text}, parked_at ${text}, code ${text})`,
    'create index outbox_ready on outbox (ready_at) where parked_at is null',
    'create index outbox_lane on outbox (lane, sequence) where parked_at is null',
    'create index outbox_parked on outbox (case_id) where parked_at is not null',
    ...announced('outbox'),

    `create table posts (
      id ${text} primary key, case_id ${text} not null, card ${text} not null, organisation ${text}, person ${text},
      conversation ${text} not null,
      message_id ${text}, shown_revision integer not null)`,
    'create index posts_case on posts (case_id)',

    `create table bindings (
      organisation ${text} not null, conversation_id ${text} not null, conversation ${text} not null, bound_by ${text} not null,
      bound_at ${text} not null, primary key (organisation, conversation_id))`,
    'create index bindings_conversation on bindings (conversation_id)',

    `create table people (id ${text} primary key, document ${text} not null)`,
    `create table identities (identity ${text} primary key, person ${text} not null, address ${text})`,
    `create table memberships (
      person ${text} not null, organisation ${text} not null, coordinator integer not null,
      primary key (organisation, person))`,
    `create table preferences (
      person ${text} primary key, language ${text}, acting_as ${text}, conversation ${text})`,
    `create table examples (id ${countingKey}, text ${text} not null, areas ${text} not null, at ${text} not null)`,
  ];
}

/** Notices of the clock are gathered by case; only they are in the index, so that a turn without one writes no page more. */
function noticesOfCases() {
  return ["create index outbox_notices on outbox (case_id) where lane >= 'notice/' and lane < 'notice0'"];
}

/**
 * Lists are read from their index alone, in their order, so that a page costs the same for an office with ten cases and a
 * house with ten thousand.
 */
function orderOfLists() {
  const lists = { owner: 'owner', offered: 'offered_to', assignee: 'assignee' };
  return Object.entries(lists).flatMap(([name, column]) => [
    `drop index cases_${name}`,
    `create index cases_${name} on cases (${column}, active, urgent desc, due_at, id, answered_at)${name === 'owner' ? '' : ` where ${column} is not null`}`,
  ]);
}

/** Memberships by channel are confirmed again and again; who asks to be let in; how often somebody did something lately. */
function whoBelongsWhere({ text }: DialectSql) {
  return [
    `alter table memberships add column confirmed_until ${text}`,
    'create index memberships_confirmed on memberships (confirmed_until) where confirmed_until is not null',
    `create table admissions (
      identity ${text} not null, organisation ${text} not null, name ${text} not null, conversation ${text} not null,
      asked_at ${text} not null, primary key (identity, organisation))`,
    `create table marks (person ${text} not null, what ${text} not null, at ${text} not null)`,
    'create index marks_person on marks (person, what, at)',
    'create index marks_at on marks (at)',
  ];
}

/** Which erasures of the journal this store has been through, and where readiness tries whether it can still write. */
function careOfTheStore({ text }: DialectSql) {
  return [
    `create table erasures (id ${text} primary key, at ${text} not null)`,
    `create table heartbeats (name ${text} primary key, at ${text} not null)`,
  ];
}

/** The kind of a lane was read out of its text by ranges (`lane >= 'crm/' and lane < 'crm0'`) wherever it mattered. */
function kindOfLane({ text, beforeSlash, generated }: DialectSql) {
  return [
    // Worked out by the database, since a version that does not know the column still adds rows.
    `alter table outbox add column lane_kind ${text} generated always as (${beforeSlash('lane')}) ${generated}`,
    'drop index outbox_notices',
    "create index outbox_notices on outbox (case_id) where lane_kind = 'notice'",
  ];
}

/** What the replicas of a service must share: the Slack installations, and what each place was sent lately. */
function sharedByReplicas({ text }: DialectSql) {
  return [
    `create table slack_installs (team ${text} primary key, document ${text} not null)`,
    `create table paces (place ${text} primary key, state ${text} not null, at ${text} not null)`,
  ];
}

/**
 * The names by which cases are searched. The database works them out, so that a version that does not know them can
 * neither leave them out nor leave them behind when a person is erased.
 */
function namesOfCases({ namesOfCases }: DialectSql) {
  return [
    ...namesOfCases,
    // Read alone for a search, in which no word need stand at the beginning.
    'create index cases_names on cases (names, owner, offered_to, active, created_at, id)',
  ];
}

/** What somebody of several organisations typed before they chose one. */
function waitingLines({ text }: DialectSql) {
  return [`alter table preferences add column held ${text}`];
}

/**
 * The one message in a conversation that is the case's card. Two replicas that post at once would each find none there, and
 * the case would have two cards.
 */
function placesOfCards({ text, keyedTable }: DialectSql) {
  return [
    `create table card_places (
      case_id ${text} not null, conversation_id ${text} not null, post ${text} not null,
      primary key (case_id, conversation_id))${keyedTable}`,
  ];
}

/**
 * What is found of a case by who it waits for, or who sent it, and the daily overview that somebody has switched off. The
 * database works the links out, so that a version that does not know them leaves none behind.
 */
function whatWaits({ text, linksOfCases }: DialectSql) {
  return [
    `create table case_links (
      kind ${text} not null, who ${text} not null, case_id ${text} not null, at ${text} not null,
      primary key (kind, who, case_id))`,
    'create index case_links_case on case_links (case_id)',
    ...linksOfCases,
    `alter table preferences add column overview ${text}`,
  ];
}

/**
 * The opaque keys under which figures count companies. Cases that were erased together keep the key that they share; each
 * CVR number gets one of its own. A case without either counts by itself until it has a number.
 */
function keysOfCompanies({ text, member, withMember, randomKey, isJson }: DialectSql) {
  return [
    `update cases set document = ${withMember('document', 'companyKey', member('document', 'countedAs'))}
    where erased = 1 and ${isJson('document')} and document like '%"countedAs"%'`,
    `create table company_keys_given (cvr ${text} primary key, company_key ${text} not null)`,
    `insert into company_keys_given select cvr, ${randomKey} from (select distinct cvr from cases where cvr is not null) as known`,
    `update cases set document = ${withMember('document', 'companyKey', '(select company_key from company_keys_given g where g.cvr = cases.cvr)')}
    where cvr is not null and ${isJson('document')} and document not like '%"companyKey"%'`,
    'drop table company_keys_given',
  ];
}

/**
 * Who read cases from outside, and what was done by command line. The database changes no line, and deletes only those
 * that are older than a limit of the retention, which is noted for good.
 */
function audit({ text, countingKey, appendOnly, deletedUpTo }: DialectSql) {
  return [
    `create table audit (
      sequence ${countingKey}, at ${text} not null, person ${text} not null, organisation ${text}, action ${text} not null,
      case_id ${text}, relation ${text}, cases integer not null)`,
    'create index audit_case on audit (case_id) where case_id is not null',
    'create index audit_at on audit (at)',
    `create table audit_limits (up_to ${text} primary key)`,
    ...appendOnly('audit_limits'),
    ...deletedUpTo('audit', 'audit_limits'),
  ];
}

/** Contacts that an organisation makes on its own initiative. They are no cases. */
function outreachContacts({ text }: DialectSql) {
  return [
    `create table outreach_contacts (
      id ${text} primary key, revision integer not null, by_organisation ${text} not null, told ${text} not null, cvr ${text},
      planned integer not null, plan_key ${text} unique, created_at ${text} not null, next_step_at ${text},
      document ${text} not null)`,
    'create index outreach_cvr on outreach_contacts (cvr)',
    'create index outreach_by on outreach_contacts (by_organisation, planned, created_at)',
    'create index outreach_told on outreach_contacts (told, planned, created_at)',
    'create index outreach_step on outreach_contacts (next_step_at) where next_step_at is not null',
  ];
}

/** The language of a channel, and the one that a person's client is in. */
function languages({ text }: DialectSql) {
  return [
    `alter table bindings add column language ${text}`,
    `alter table preferences add column client_language ${text}`,
  ];
}

/** The draft that an example is from, by which it is forgotten after the draft's values have changed. */
function originOfExamples({ text }: DialectSql) {
  return [
    `alter table examples add column draft_id ${text}`,
    'create index examples_draft on examples (draft_id) where draft_id is not null',
  ];
}

/** Offers that an import added to the built-in catalogue, or put in place of a built-in one. */
function catalogueOfOffers({ text }: DialectSql) {
  return [
    `create table offers (id ${text} primary key, document ${text} not null, imported_at ${text} not null)`,
  ];
}

/**
 * Advisers, how often each was shown for a need, who was shown whom, and who was chosen for a case. Writing transactions come
 * one after the other, so that two replicas never count the same showing.
 */
function advisersByTurns({ text }: DialectSql) {
  return [
    `create table advisers (id ${text} primary key, document ${text} not null, imported_at ${text} not null)`,
    `create table adviser_shares (
      area ${text} not null, adviser ${text} not null, shown integer not null, first integer not null,
      primary key (area, adviser))`,
    `create table adviser_showings (id ${text} primary key, at ${text} not null, document ${text} not null)`,
    'create index adviser_showings_at on adviser_showings (at)',
    `create table adviser_choices (
      id ${text} primary key, case_id ${text} not null, ask_at ${text} not null, asked_at ${text}, document ${text} not null)`,
    'create index adviser_choices_case on adviser_choices (case_id)',
    'create index adviser_choices_ask on adviser_choices (ask_at) where asked_at is null',
  ];
}

/** The lists of follow-ups and tasks. The database works the columns out: a version that does not know them may close a case. */
function tasksAndFollowUps({ followUpsOfCases, tasksOfCases }: DialectSql) {
  return [
    ...followUpsOfCases,
    'create index cases_follow_up on cases (follow_up_for, follow_up_on, id) where follow_up_for is not null',
    ...tasksOfCases,
    'create index cases_task on cases (task_for, urgent desc, task_due, id) where task_for is not null',
  ];
}

/** The tokens of the API, and what was answered to requests that may be sent again. */
function tokensOfTheApi({ text, keyedTable }: DialectSql) {
  return [
    `create table api_tokens (id ${text} primary key, document ${text} not null)`,
    `create table api_answers (
      token ${text} not null, request ${text} not null, at ${text} not null, document ${text} not null,
      primary key (token, request))${keyedTable}`,
  ];
}

/**
 * Changes of municipal settings. `written` counts up with each change of a row: whoever has seen the highest knows all of
 * them, and need not read them again.
 */
function changesOfSettings({ text }: DialectSql) {
  return [
    `create table setting_changes (
      id ${text} primary key, written integer not null unique, revision integer not null, organisation ${text} not null,
      next_step_at ${text}, document ${text} not null)`,
    'create index setting_changes_step on setting_changes (next_step_at) where next_step_at is not null',
  ];
}

/** How far the changes of the CRM have been read, and the cases by their ids there: all that is left of a deleted one. */
function readingOfCrm({ text }: DialectSql) {
  return [
    `create table crm_reading (name ${text} primary key, token ${text} not null, scanned ${text})`,
    'create index cases_crm_id on cases (crm_id) where crm_id is not null',
  ];
}

/** Cases that are looked at again in the CRM: their row could not be read, or was left as it is for a while. */
function looksIntoCrm({ text }: DialectSql) {
  return [
    `create table crm_looks (case_id ${text} primary key, at ${text} not null, failures integer not null)`,
    'create index crm_looks_at on crm_looks (at)',
  ];
}

/** Addresses of other systems that are told of cases, and the last that each was told of a case. */
function webhooksAndWhatTheyWereTold({ text, keyedTable }: DialectSql) {
  return [
    `create table webhooks (id ${text} primary key, active integer not null, document ${text} not null)`,
    `create table webhook_told (
      webhook ${text} not null, case_id ${text} not null, revision integer not null, event ${text} not null,
      primary key (webhook, case_id))${keyedTable}`,
  ];
}

/**
 * Whom an organisation has asked in the user evaluation, and what was answered. Companies stand there by their opaque key, so
 * that erasing one changes neither.
 */
function surveys({ text, keyedTable, appendOnly }: DialectSql) {
  return [
    `create table survey_asks (
      id ${text} primary key, case_id ${text} not null, company ${text}, organisation ${text} not null,
      asked_on ${text} not null, batch ${text} not null, at ${text} not null)`,
    ...appendOnly('survey_asks'),
    `create table survey_answers (
      organisation ${text} not null, case_id ${text} not null, answered_on ${text} not null, document ${text} not null,
      imported_at ${text} not null, primary key (organisation, case_id, answered_on))${keyedTable}`,
  ];
}

/** What an organisation has sent, and what its CRM lacks, are read from an index alone too, not from all that it has. */
function listsOfOwners() {
  return [
    'create index cases_sent on cases (owner, active, urgent desc, due_at, id, offered_to) where offered_to is not null',
    'drop index cases_crm',
    'create index cases_crm on cases (owner, urgent desc, due_at, id, crm_revision, revision) where crm_revision < revision',
  ];
}
