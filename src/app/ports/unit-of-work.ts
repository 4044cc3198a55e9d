import type { AdmissionReader, AdmissionStore } from './stores/admission-store.ts';
import type { AdviserReader, AdviserStore } from './stores/adviser-store.ts';
import type { ApiReader, ApiStore } from './stores/api-store.ts';
import type { AuditReader, AuditStore } from './stores/audit-store.ts';
import type { BindingReader, BindingStore } from './stores/binding-store.ts';
import type { CaseReader, CaseStore } from './stores/case-store.ts';
import type { CrmReadingReader, CrmReadingStore } from './stores/crm-reading-store.ts';
import type { DigestReader, DigestStore } from './stores/digest-store.ts';
import type { DraftReader, DraftStore } from './stores/draft-store.ts';
import type { ErasureReader, ErasureStore } from './stores/erasure-store.ts';
import type { ExampleReader, ExampleStore } from './stores/example-store.ts';
import type { HistoryReader, HistoryStore } from './stores/history-store.ts';
import type { InboxStore } from './stores/inbox-store.ts';
import type { MarkReader, MarkStore } from './stores/mark-store.ts';
import type { OfferReader, OfferStore } from './stores/offer-store.ts';
import type { OutboxReader, OutboxStore } from './stores/outbox-store.ts';
import type { OutreachReader, OutreachStore } from './stores/outreach-store.ts';
import type { PersonReader, PersonStore } from './stores/person-store.ts';
import type { PostReader, PostStore } from './stores/post-store.ts';
import type { SettingReader, SettingStore } from './stores/setting-store.ts';
import type { SurveyReader, SurveyStore } from './stores/survey-store.ts';
import type { WebhookReader, WebhookStore } from './stores/webhook-store.ts';

/** The stores of one transaction. */
export interface Stores {
  readonly inbox: InboxStore;
  readonly drafts: DraftStore;
  readonly cases: CaseStore;
  readonly history: HistoryStore;
  readonly outbox: OutboxStore;
  readonly posts: PostStore;
  readonly outreach: OutreachStore;
  readonly digests: DigestStore;
  readonly settings: SettingStore;
  readonly crmReading: CrmReadingStore;
  readonly offers: OfferStore;
  readonly surveys: SurveyStore;
  readonly advisers: AdviserStore;
  readonly bindings: BindingStore;
  readonly people: PersonStore;
  readonly admissions: AdmissionStore;
  readonly marks: MarkStore;
  readonly api: ApiStore;
  readonly webhooks: WebhookStore;
  readonly audit: AuditStore;
  readonly examples: ExampleStore;
  readonly erasures: ErasureStore;
}

/** The stores of a reading transaction. */
export interface ReadStores {
  readonly drafts: DraftReader;
  readonly cases: CaseReader;
  readonly history: HistoryReader;
  readonly outbox: OutboxReader;
  readonly posts: PostReader;
  readonly outreach: OutreachReader;
  readonly digests: DigestReader;
  readonly settings: SettingReader;
  readonly crmReading: CrmReadingReader;
  readonly offers: OfferReader;
  readonly surveys: SurveyReader;
  readonly advisers: AdviserReader;
  readonly bindings: BindingReader;
  readonly people: PersonReader;
  readonly admissions: AdmissionReader;
  readonly marks: MarkReader;
  readonly api: ApiReader;
  readonly webhooks: WebhookReader;
  readonly audit: AuditReader;
  readonly examples: ExampleReader;
  readonly erasures: ErasureReader;
}

/** Transactions over the stores. Throws `StoreError` where another process keeps the write lock too long. */
export interface UnitOfWork {
  /** Runs the work in one writing transaction: it commits when the work resolves, and rolls back when it throws. */
  run<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Runs the work in one reading transaction, which neither takes the store's write lock nor waits for it. */
  read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T>;
}
