import type { Answer } from '../../core/answer.ts';
import { mayAct, serves } from '../../core/case/relation.ts';
import type { FieldProblem } from '../../core/intake/draft.ts';
import type { Notice } from '../../core/notice.ts';
import type { OutreachContact, OutreachSide } from '../../core/outreach/outreach.ts';
import type { Actor } from '../../core/person.ts';
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

/** A contact as the turn's reader may see it, with what both sides did with the company in the last twelve months. */
export async function outreachAnswer(
  turn: Turn,
  contact: OutreachContact,
  more: { readonly notice?: Notice; readonly problems?: readonly FieldProblem[] } = {},
): Promise<Answer> {
  const { cvr } = contact.company;
  return {
    kind: 'outreach',
    contact,
    contacts: cvr === null ? [] : await companyHistory(turn, cvr, contact.id),
    side: sideOf(contact, turn.actor.organisation),
    mayAct: mayAct(turn.actor) && serves(turn.actor),
    shared: turn.inbound.audience === 'conversation',
    notice: more.notice ?? null,
    problems: more.problems ?? [],
    now: turn.now,
  };
}
