import type { ColumnType, Generated } from 'kysely';

/** The tables. Documents are JSON; the other columns are what is searched for. */
export interface Schema {
  inbox: { delivery_id: string; at: string };
  drafts: {
    id: string;
    person: string;
    state: string;
    cvr: string | null;
    updated_at: string;
    revision: number;
    document: string;
  };
  cases: {
    id: string;
    revision: number;
    draft_id: string;
    status: string;
    active: number;
    owner: string;
    offered_to: string | null;
    assignee: string | null;
    cvr: string | null;
    due_at: string;
    answered_at: string | null;
    urgent: number;
    created_at: string;
    closed_at: string | null;
    erased: number;
    next_step_at: string | null;
    crm_revision: Generated<number>;
    crm_id: Generated<string | null>;
    document: string;
    /** Folded names and telephone number, worked out by the database. */
    names: ColumnType<string, never, never>;
    /** The office and the due time of the task on its list, worked out by the database. */
    task_for: ColumnType<string | null, never, never>;
    task_due: ColumnType<string | null, never, never>;
    /** The organisation and the date of an open follow-up, worked out by the database. */
    follow_up_for: ColumnType<string | null, never, never>;
    follow_up_on: ColumnType<string | null, never, never>;
    /** The company's municipality, and its needs as a JSON list, worked out by the database. */
    case_municipality: ColumnType<string | null, never, never>;
    case_areas: ColumnType<string | null, never, never>;
  };
  history: { case_id: string; sequence: number; at: string; document: string };
  outbox: {
    sequence: Generated<number>;
    id: string;
    case_id: string;
    lane: string;
    /** The lane up to its slash, worked out by the database. */
    lane_kind: ColumnType<string, never, never>;
    effect: string;
    created_at: string;
    ready_at: string;
    attempts: Generated<number>;
    leased_by: Generated<string | null>;
    leased_until: Generated<string | null>;
    parked_at: Generated<string | null>;
    code: Generated<string | null>;
  };
  posts: {
    id: string;
    case_id: string;
    card: string;
    organisation: string | null;
    person: string | null;
    conversation: string;
    message_id: string | null;
    shown_revision: number;
  };
  card_places: { case_id: string; conversation_id: string; post: string };
  bindings: {
    organisation: string;
    conversation_id: string;
    conversation: string;
    bound_by: string;
    bound_at: string;
    language: string | null;
  };
  people: { id: string; document: string };
  identities: { identity: string; person: string; address: Generated<string | null> };
  memberships: {
    person: string;
    organisation: string;
    coordinator: number;
    /** Null where the directory vouches. */
    confirmed_until: Generated<string | null>;
  };
  admissions: {
    identity: string;
    organisation: string;
    name: string;
    conversation: string;
    asked_at: string;
  };
  marks: { person: string; what: string; at: string };
  preferences: {
    person: string;
    language: string | null;
    acting_as: string | null;
    conversation: string | null;
    held: string | null;
    overview: string | null;
    client_language: string | null;
    absence: string | null;
  };
  /** Worked out by the database from the cases' documents. */
  case_links: { kind: string; who: string; case_id: string; at: string };
  examples: {
    id: Generated<number>;
    text: string;
    areas: string;
    at: string;
    draft_id: string | null;
  };
  outreach_contacts: {
    id: string;
    revision: number;
    by_organisation: string;
    told: string;
    cvr: string | null;
    planned: number;
    plan_key: string | null;
    created_at: string;
    next_step_at: string | null;
    document: string;
  };
  /** `month` is empty where none was sent yet. */
  crm_reading: { name: string; token: string; scanned: string | null };
  crm_looks: { case_id: string; at: string; failures: number };
  digests: { organisation: string; month: string; wanted: number };
  offers: { id: string; document: string; imported_at: string };
  survey_asks: {
    id: string;
    case_id: string;
    company: string | null;
    organisation: string;
    asked_on: string;
    batch: string;
    at: string;
  };
  survey_answers: {
    organisation: string;
    case_id: string;
    answered_on: string;
    document: string;
    imported_at: string;
  };
  advisers: { id: string; document: string; imported_at: string };
  adviser_shares: { area: string; adviser: string; shown: number; first: number };
  adviser_showings: { id: string; at: string; document: string };
  adviser_choices: {
    id: string;
    case_id: string;
    ask_at: string;
    asked_at: string | null;
    document: string;
  };
  setting_changes: {
    id: string;
    /** Counts up over the whole table with each change of a row. */
    written: number;
    revision: number;
    organisation: string;
    next_step_at: string | null;
    document: string;
  };
  erasures: { id: string; at: string };
  audit: {
    sequence: Generated<number>;
    at: string;
    person: string;
    organisation: string | null;
    action: string;
    case_id: string | null;
    relation: string | null;
    cases: number;
  };
  audit_limits: { up_to: string };
  heartbeats: { name: string; at: string };
  slack_installs: { team: string; document: string };
  api_tokens: { id: string; document: string };
  webhooks: { id: string; active: number; document: string };
  webhook_told: { webhook: string; case_id: string; revision: number; event: string };
  api_answers: { token: string; request: string; at: string; document: string };
  paces: { place: string; state: string; at: string };
}
