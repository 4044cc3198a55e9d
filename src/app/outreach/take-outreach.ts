import { type Answer, refused } from '../../core/answer.ts';
import { refOf } from '../../core/case/case-change.ts';
import { mayAct, serves } from '../../core/case/relation.ts';
import { noticeOf } from '../../core/notice.ts';
import { isPlanned, type OutreachContact, type OutreachEffect } from '../../core/outreach/outreach.ts';
import { redactedContact } from '../../core/outreach/redacted-contact.ts';
import type { Turn } from '../turn.ts';
import { outreachAnswer, sideOf } from './outreach-answer.ts';
import { lookBeforeContact, planOutreach } from './plan-outreach.ts';
import { type OutreachCommand, problemsOf } from './read-outreach.ts';
import { recordOutreach } from './record-outreach.ts';
import { saveOutreach } from './save-outreach.ts';

/** Contacts in the list, at most. */
const MOST_LISTED = 25;

/** A verb of outreach, from a card or typed. Refuses `outreach-serves-only` to those who serve no companies. */
export async function takeOutreach(turn: Turn, command: OutreachCommand): Promise<readonly Answer[]> {
  const { verb } = command;
  if (verb === 'outreach.list') return [await listOutreach(turn)];
  if (verb === 'outreach.show') return [await showOutreach(turn, command)];
  if (!mayAct(turn.actor) || !serves(turn.actor)) return [refused('outreach-serves-only')];
  switch (verb) {
    case 'outreach.look':
      return [await lookBeforeContact(turn, command)];
    case 'outreach.plan':
      return [await planOutreach(turn, command)];
    case 'outreach.made':
      return recordOutreach(turn, command);
    case 'outreach.clear':
    case 'outreach.object':
      return [await replyToOutreach(turn, command, verb === 'outreach.clear')];
    case 'outreach.cancel':
      return [await cancelOutreach(turn, command)];
    default: {
      const never: never = verb;
      return never;
    }
  }
}

/** `opsøgende`: contacts planned and made, one's own and those that one was told of. */
async function listOutreach({ stores, actor, inbound, now }: Turn): Promise<Answer> {
  const { organisation } = actor;
  const shared = inbound.audience === 'conversation';
  const contacts = await stores.outreach.ofOrganisation(organisation, MOST_LISTED);
  return {
    kind: 'outreach-list',
    lines: contacts.map((one) => redactedContact(one, { side: sideOf(one, organisation), shared })),
    organisation,
    mayPlan: mayAct(actor) && serves(actor),
    shared,
    now,
  };
}

/** The state of what a command is about, for a repeated delivery too: the contact, else the list. */
export async function showOutreach(turn: Turn, { id, input }: OutreachCommand): Promise<Answer> {
  const contact =
    id === null && input.company
      ? (await turn.stores.outreach.ofCompany(input.company))[0]
      : id === null
        ? undefined
        : await turn.stores.outreach.get(id);
  if (contact) return outreachAnswer(turn, contact);
  return id === null ? listOutreach(turn) : refused('unknown-outreach', { caseId: id.slice(0, 20) });
}

/** `ingen indsigelse` and `indsigelse`: the other side's reply, which ends its window. An objection must say why. */
async function replyToOutreach(turn: Turn, command: OutreachCommand, clear: boolean): Promise<Answer> {
  const contact = await named(turn, command);
  if ('kind' in contact) return contact;
  const { told, by } = contact;
  if (turn.actor.organisation !== told.organisation)
    return refused('outreach-not-yours', { organisation: told.organisation });
  if (!isPlanned(contact)) return refused('outreach-over');
  const reason = command.input.reason?.trim() ?? '';
  const [problem] = problemsOf(turn, command);
  const refusal = problem?.refusal ?? (clear || reason !== '' ? null : ({ code: 'reason-needed' } as const));
  if (refusal)
    return outreachAnswer(turn, contact, {
      problems: [{ field: 'reason', refusal, typed: reason }],
      typed: command,
    });
  const last = contact.replies.at(-1);
  if (last?.clear === clear && (last.reason ?? '') === reason)
    return outreachAnswer(turn, contact, { notice: noticeOf('already-done') });
  const reply = { clear, by: refOf(turn.actor), at: turn.now, reason: reason === '' ? null : reason };
  const notice = clear ? 'outreach-cleared' : 'outreach-objected';
  const effect: OutreachEffect = { kind: 'outreach.tell', organisation: by, to: 'planner', notice };
  const replies = [...contact.replies, reply];
  const saved = await saveOutreach(turn.stores, contact, { replies }, [effect], turn.now);
  return outreachAnswer(turn, saved, { notice: noticeOf('outreach-replied', { organisation: by }) });
}

async function cancelOutreach(turn: Turn, command: OutreachCommand): Promise<Answer> {
  const contact = await named(turn, command);
  if ('kind' in contact) return contact;
  if (sideOf(contact, turn.actor.organisation) !== 'ours')
    return refused('outreach-not-yours', { organisation: contact.by });
  if (!isPlanned(contact)) return refused('outreach-over');
  const [problem] = problemsOf(turn, command);
  if (problem) return outreachAnswer(turn, contact, { problems: [problem] });
  const { organisation } = contact.told;
  const effect: OutreachEffect = {
    kind: 'outreach.tell',
    organisation,
    to: 'channel',
    notice: 'outreach-cancelled',
  };
  const cancelReason = command.input.reason?.trim() || undefined;
  const change = { cancelledAt: turn.now, ...(cancelReason && { cancelReason }) };
  const saved = await saveOutreach(turn.stores, contact, change, [effect], turn.now);
  return outreachAnswer(turn, saved, { notice: noticeOf('outreach-called-off') });
}

async function named(turn: Turn, { id }: OutreachCommand): Promise<OutreachContact | Answer> {
  const contact = id === null ? undefined : await turn.stores.outreach.get(id);
  return contact ?? refused('unknown-outreach', { caseId: (id ?? '').slice(0, 20) });
}
