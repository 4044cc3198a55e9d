import type { OutreachContact, OutreachSide } from './outreach.ts';

/** Who reads a contact. `shared`: everybody in a conversation reads it, so it holds no free text. */
interface ContactReader {
  readonly side: OutreachSide;
  readonly shared: boolean;
}

type Kept<Field extends keyof OutreachContact> = (
  contact: OutreachContact,
  reader: { readonly isParty: boolean; readonly ownWords: boolean; readonly partyWords: boolean },
) => OutreachContact[Field];

/**
 * What is left of each field of a contact. A field without an entry does not compile, and a field of a later version is
 * left out, so that nothing new is shown by accident.
 */
const CONTACT: { readonly [Field in keyof Required<OutreachContact>]: Kept<Field> } = {
  id: ({ id }) => id,
  revision: ({ revision }) => revision,
  by: ({ by }) => by,
  person: ({ person }) => person,
  company: ({ company }) => company,
  areas: ({ areas }, { isParty }) => (isParty ? areas : []),
  need: ({ need }, { ownWords }) => (ownWords ? need : null),
  plannedOn: ({ plannedOn }) => plannedOn,
  createdAt: ({ createdAt }) => createdAt,
  told: ({ told }) => told,
  replies: ({ replies }, { partyWords }) =>
    partyWords ? replies : replies.map((reply) => ({ ...reply, reason: null })),
  windowPassedAt: ({ windowPassedAt }) => windowPassedAt,
  untoldAt: ({ untoldAt }) => untoldAt,
  collidesWith: ({ collidesWith }, { isParty }) => (isParty ? collidesWith : null),
  cancelledAt: ({ cancelledAt }) => cancelledAt,
  cancelReason: ({ cancelReason }, { ownWords }) => (ownWords ? cancelReason : null),
  made: ({ made }, { ownWords }) => made && { ...made, note: ownWords ? made.note : null },
  caseId: ({ caseId }, { isParty }) => (isParty ? caseId : null),
  erasedAt: ({ erasedAt }) => erasedAt,
};

/**
 * The contact with what its reader may read and nothing else: the words of its own organisation are for that alone, the
 * reason of an objection for both sides, and needs and the case for those who have a part in it.
 */
export function redactedContact(contact: OutreachContact, { side, shared }: ContactReader): OutreachContact {
  const reader = {
    isParty: side !== 'other',
    ownWords: side === 'ours' && !shared,
    partyWords: side !== 'other' && !shared,
  };
  const kept = Object.entries(CONTACT).flatMap(([field, keep]) =>
    field in contact ? [[field, (keep as Kept<keyof OutreachContact>)(contact, reader)] as const] : [],
  );
  return Object.fromEntries(kept) as unknown as OutreachContact;
}
