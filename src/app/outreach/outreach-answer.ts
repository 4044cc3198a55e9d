import type { Answer } from '../../core/answer.ts';
import { mayAct, serves } from '../../core/case/relation.ts';
import type { FieldProblem } from '../../core/intake/draft.ts';
import type { Notice } from '../../core/notice.ts';
import {
  isPlanned,
  type OutreachContact,
  type OutreachSide,
  type TypedOutreach,
} from '../../core/outreach/outreach.ts';
import { redactedContact } from '../../core/outreach/redacted-contact.ts';
import type { Actor } from '../../core/person.ts';
import type { ReadStores } from '../ports/unit-of-work.ts';
import type { Turn } from '../turn.ts';
import { companyHistory } from './company-history.ts';

/** On which side of a contact an organisation is. */
export function sideOf(
  { by, told, made }: OutreachContact,
  organisation: Actor['organisation'],
): OutreachSide {
  if (organisation === by) return 'ours';
  const isParty = organisation === told.organisation || made?.jointly.includes(organisation) === true;
  return isParty ? 'theirs' : 'other';
}

/** The other side's contact with the same company, while both are planned. */
export async function collidingWith(
  contact: OutreachContact,
  { outreach }: Pick<ReadStores, 'outreach'>,
): Promise<OutreachContact | undefined> {
  if (contact.collidesWith === null || !isPlanned(contact)) return undefined;
  const other = await outreach.get(contact.collidesWith);
  return other && isPlanned(other) ? other : undefined;
}

/** A contact as the turn's reader may see it, with what both sides did with the company in the last twelve months. */
export async function outreachAnswer(
  turn: Turn,
  contact: OutreachContact,
  more: {
    readonly notice?: Notice;
    readonly problems?: readonly FieldProblem[];
    readonly typed?: TypedOutreach;
  } = {},
): Promise<Answer> {
  const { cvr } = contact.company;
  const side = sideOf(contact, turn.actor.organisation);
  const shared = turn.inbound.audience === 'conversation';
  return {
    kind: 'outreach',
    contact: redactedContact(contact, { side, shared }),
    contacts: cvr === null ? [] : await companyHistory(turn, cvr, contact.id),
    collides: (await collidingWith(contact, turn.stores)) !== undefined,
    side,
    mayAct: mayAct(turn.actor) && serves(turn.actor),
    shared,
    notice: more.notice ?? null,
    problems: more.problems ?? [],
    ...(more.typed && { typed: more.typed }),
    now: turn.now,
  };
}
