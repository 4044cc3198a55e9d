import type { Transaction } from 'kysely';
import type { Stores } from '../../app/ports/unit-of-work.ts';
import type { Schema } from '../schema.ts';
import { admissionStore } from './admission-store.ts';
import { bindingStore } from './binding-store.ts';
import { caseStore } from './case-store.ts';
import { draftStore } from './draft-store.ts';
import { erasureStore } from './erasure-store.ts';
import { exampleStore } from './example-store.ts';
import { historyStore } from './history-store.ts';
import { inboxStore } from './inbox-store.ts';
import { markStore } from './mark-store.ts';
import { outboxStore } from './outbox-store.ts';
import { personStore } from './person-store.ts';
import { postStore } from './post-store.ts';
import type { StoreTools } from './store-tools.ts';

/** The stores of a unit of work over one transaction. */
export function storesOf(db: Transaction<Schema>, tools: StoreTools): Stores {
  return {
    inbox: inboxStore(db),
    drafts: draftStore(db),
    cases: caseStore(db),
    history: historyStore(db),
    outbox: outboxStore(db, tools),
    posts: postStore(db),
    bindings: bindingStore(db),
    people: personStore(db),
    admissions: admissionStore(db),
    marks: markStore(db),
    examples: exampleStore(db),
    erasures: erasureStore(db, tools),
  };
}
