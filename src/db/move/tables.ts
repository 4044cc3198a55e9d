/** A table that is moved from one database to another. */
export interface MovedTable {
  readonly name: string;
  /** Its primary key, by which pages are read. Empty where rows may be alike: such a table is moved whole. */
  readonly key: readonly string[];
  /** Whether the key counts up by itself, so that the database must go on counting after the last. */
  readonly counts?: boolean;
}

/**
 * The tables of the case store, in the order in which they are moved: what others belong to goes first, so that a move
 * that stops half-way leaves no rows that belong to nothing. Changes of the schema are the target's own.
 */
export const CASE_TABLES: readonly MovedTable[] = [
  { name: 'people', key: ['id'] },
  { name: 'identities', key: ['identity'] },
  { name: 'memberships', key: ['organisation', 'person'] },
  { name: 'preferences', key: ['person'] },
  { name: 'admissions', key: ['identity', 'organisation'] },
  { name: 'bindings', key: ['organisation', 'conversation_id'] },
  { name: 'drafts', key: ['id'] },
  { name: 'cases', key: ['id'] },
  { name: 'history', key: ['case_id', 'sequence'] },
  { name: 'outreach_contacts', key: ['id'] },
  { name: 'digests', key: ['organisation'] },
  { name: 'setting_changes', key: ['id'] },
  { name: 'crm_reading', key: ['name'] },
  { name: 'crm_looks', key: ['case_id'] },
  { name: 'offers', key: ['id'] },
  { name: 'advisers', key: ['id'] },
  { name: 'adviser_shares', key: ['area', 'adviser'] },
  { name: 'adviser_showings', key: ['id'] },
  { name: 'adviser_choices', key: ['id'] },
  { name: 'survey_asks', key: ['id'] },
  { name: 'survey_answers', key: ['organisation', 'case_id', 'answered_on'] },
  { name: 'posts', key: ['id'] },
  { name: 'card_places', key: ['case_id', 'conversation_id'] },
  { name: 'outbox', key: ['sequence'], counts: true },
  { name: 'inbox', key: ['delivery_id'] },
  { name: 'examples', key: ['id'], counts: true },
  { name: 'erasures', key: ['id'] },
  { name: 'audit', key: ['sequence'], counts: true },
  { name: 'audit_limits', key: ['up_to'] },
  { name: 'api_tokens', key: ['id'] },
  { name: 'api_answers', key: ['token', 'request'] },
  { name: 'webhooks', key: ['id'] },
  { name: 'webhook_told', key: ['webhook', 'case_id'] },
  { name: 'slack_installs', key: ['team'] },
  { name: 'paces', key: ['place'] },
  { name: 'marks', key: [] },
];

/** The one table of the embedded CRM. */
export const CRM_TABLES: readonly MovedTable[] = [{ name: 'embedded_crm', key: ['case_id'] }];

/** Columns that the database works out by itself. */
export const GENERATED_COLUMNS: readonly string[] = [
  'lane_kind',
  'names',
  'follow_up_for',
  'follow_up_on',
  'task_for',
  'task_due',
  'case_municipality',
  'case_areas',
];

/** Tables of the case store that stay: they say how the store itself is, or the database works them out. */
export const LEFT_BEHIND: readonly string[] = ['heartbeats', 'case_links'];
