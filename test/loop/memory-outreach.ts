import type { OutreachStore } from '../../src/app/ports/stores/outreach-store.ts';
import { isPlanned, type OutreachContact, outreachStepAt } from '../../src/core/outreach/outreach.ts';
import { inOrder, Kept, type Undo } from './kept.ts';

/** Outreach contacts over a plain map, as the databases keep them. */
export function createMemoryOutreach(undo: Undo): {
  readonly store: OutreachStore;
  readonly get: (id: string) => OutreachContact | undefined;
  readonly clear: () => void;
} {
  const contacts = new Kept<OutreachContact>(undo);
  const newest = () => inOrder(contacts.all(), ({ id }) => id).toSorted(byCreation);
  return {
    get: (id) => contacts.get(id),
    clear: () => contacts.map.clear(),
    store: {
      get: async (id) => contacts.get(id),
      ofCompany: async (cvr) => newest().filter(({ company }) => company.cvr === cvr),
      ofOrganisation: async (organisation, limit) =>
        newest()
          .filter(({ by, told }) => by === organisation || told.organisation === organisation)
          .toSorted((a, b) => Number(isPlanned(b)) - Number(isPlanned(a)))
          .slice(0, limit),
      withStepDue: async (now, limit) =>
        inOrder(contacts.all(), (one) => outreachStepAt(one) ?? '~')
          .filter((one) => (outreachStepAt(one) ?? '~') <= now)
          .slice(0, limit)
          .map(({ id }) => id),
      beganBefore: async (instant, after, limit) =>
        inOrder(contacts.all(), ({ id }) => id)
          .filter((one) => one.company.cvr !== null && one.createdAt < instant && one.id > after)
          .slice(0, limit)
          .map(({ id }) => id),
      page: async (after, limit) =>
        inOrder(contacts.all(), ({ id }) => id)
          .filter(({ id }) => id > after)
          .slice(0, limit),
      async insert(contact) {
        const { by, company } = contact;
        const isTwice = contacts
          .all()
          .some(
            (one) =>
              one.id === contact.id ||
              (isPlanned(one) && isPlanned(contact) && one.by === by && one.company.cvr === company.cvr),
          );
        if (!isTwice) contacts.set(contact.id, contact);
        return !isTwice;
      },
      async update(contact, expected) {
        if (contacts.get(contact.id)?.revision !== expected) return false;
        contacts.set(contact.id, contact);
        return true;
      },
    },
  };
}

function byCreation(a: OutreachContact, b: OutreachContact): number {
  return a.createdAt < b.createdAt ? 1 : Number(a.createdAt > b.createdAt) * -1;
}
