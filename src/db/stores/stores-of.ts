import type { Stores } from '../../app/ports/unit-of-work.ts';
import type { Session } from '../query.ts';
import { admissionStore } from './admission-store.ts';
import { adviserStore } from './adviser-store.ts';
import { apiStore } from './api-store.ts';
import { auditStore } from './audit-store.ts';
import { bindingStore } from './binding-store.ts';
import { caseStore } from './case-store.ts';
import { crmReadingStore } from './crm-reading-store.ts';
import { digestStore } from './digest-store.ts';
import { draftStore } from './draft-store.ts';
import { erasureStore } from './erasure-store.ts';
import { exampleStore } from './example-store.ts';
import { historyStore } from './history-store.ts';
import { inboxStore } from './inbox-store.ts';
import { markStore } from './mark-store.ts';
import { offerStore } from './offer-store.ts';
import { outboxStore } from './outbox-store.ts';
import { outreachStore } from './outreach-store.ts';
import { personStore } from './person-store.ts';
import { postStore } from './post-store.ts';
import { settingStore } from './setting-store.ts';
import type { StoreTools } from './store-tools.ts';
import { surveyStore } from './survey-store.ts';
import { webhookStore } from './webhook-store.ts';

/** The stores of a unit of work over the session of one transaction. */
export function storesOf(session: Session, tools: StoreTools): Stores {
  return {
    inbox: inboxStore(session),
    drafts: draftStore(session),
    cases: caseStore(session),
    history: historyStore(session),
    outbox: outboxStore(session, tools),
    posts: postStore(session),
    outreach: outreachStore(session),
    digests: digestStore(session),
    settings: settingStore(session),
    crmReading: crmReadingStore(session),
    offers: offerStore(session),
    surveys: surveyStore(session),
    advisers: adviserStore(session),
    bindings: bindingStore(session),
    people: personStore(session),
    admissions: admissionStore(session),
    marks: markStore(session),
    api: apiStore(session),
    webhooks: webhookStore(session),
    audit: auditStore(session),
    examples: exampleStore(session),
    erasures: erasureStore(session, tools),
  };
}
