import { dateWords, momentWords } from '../../dialogs/dates.ts';
import { noticeWords } from '../../dialogs/notice-words.ts';
import { organisationChoices } from '../../dialogs/organisation-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName } from '../../src/core/organisation.ts';
import {
  OUTREACH_FORMS,
  OUTREACH_OUTCOMES,
  type OutreachVerb,
  outreachStanding,
} from '../../src/core/outreach/outreach.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Input, Tone, View, ViewAction } from '../view.ts';
import { choices, problemWords } from './inputs.ts';
import {
  companyOf,
  contactsBlocks,
  dateField,
  needLine,
  outreachButton,
  textField,
} from './outreach-parts.ts';
import { button, facts } from './parts.ts';
import { retyped } from './retyped.ts';

type OutreachAnswer = Extract<Answer, { kind: 'outreach' }>;

/** Whether the company may be contacted now, or who has to say something first. */
function standingBlocks({ contact, side, now }: OutreachAnswer, language: Language): Block[] {
  const { outreach } = sentencesIn(language);
  const { told, replies, made } = contact;
  const office = organisationName(told.organisation);
  const until = momentWords(told.until, now, language);
  const needsYes = told.ack === 'require';
  const reason = replies.at(-1)?.reason;
  const withReason = (text: string, why: string | null | undefined) =>
    why ? `${text} ${outreach.reason(why)}` : text;
  const said = (tone: Tone, text: string): Block[] => [{ kind: 'callout', tone, text }];
  const standing = outreachStanding(contact, now);
  switch (standing) {
    case 'made':
      return made?.early ? said('warning', outreach.early) : [];
    case 'cancelled':
      return said('default', withReason(outreach.standing.cancelled, contact.cancelReason));
    case 'free':
      return said(
        'good',
        reason ? `${outreach.standing.free} ${outreach.fields.note}: ${reason}` : outreach.standing.free,
      );
    case 'objected':
      return said(
        'warning',
        withReason(side === 'theirs' ? outreach.theirs.objected : outreach.standing.objected(office), reason),
      );
    case 'untold':
      return said('warning', side === 'theirs' ? outreach.theirs.untold : outreach.standing.untold(office));
    case 'waiting':
      if (side === 'theirs')
        return said('default', needsYes ? outreach.theirs.waitsForYes : outreach.theirs.waiting(until));
      return said(
        'warning',
        needsYes ? outreach.standing.waitsForYes(office) : outreach.standing.waiting(office, until),
      );
    default: {
      const never: never = standing;
      return never;
    }
  }
}

/** What was planned and done, as far as the reader's side may see. */
function factBlocks({ contact, side, shared }: OutreachAnswer, language: Language): Block[] {
  const { outreach } = sentencesIn(language);
  const { by, person, company, made, plannedOn, caseId } = contact;
  const isParty = side !== 'other';
  return facts([
    [outreach.by, `${organisationName(by)}, ${person.name}`],
    [outreach.fields.pNumber, company.pNumber],
    [outreach.needs, isParty ? needLine(contact, shared || side === 'theirs', language) : null],
    [outreach.planned, made ? null : plannedOn && dateWords(plannedOn, language)],
    [outreach.made, made && `${dateWords(made.on, language)}, ${outreach.forms[made.form]}`],
    [outreach.jointly, made?.jointly.map(organisationName).join(', ')],
    [outreach.outcome, made && isParty ? outreach.outcomes[made.outcome] : null],
    [outreach.case, isParty ? caseId : null],
    [outreach.fields.note, made && side === 'ours' && !shared ? made.note : null],
  ]);
}

/** The form by which a contact is recorded as made. */
function madeForm(language: Language): Input[] {
  const { outreach } = sentencesIn(language);
  return [
    {
      kind: 'choice',
      id: 'outcome',
      label: outreach.fields.outcome,
      value: [],
      choices: choices(OUTREACH_OUTCOMES, outreach.outcomes),
      required: true,
      expanded: true,
    },
    {
      kind: 'choice',
      id: 'form',
      label: outreach.fields.form,
      value: ['visit'],
      choices: choices(OUTREACH_FORMS, outreach.forms),
    },
    dateField('on', language),
    {
      kind: 'choice',
      id: 'jointly',
      label: outreach.fields.jointly,
      value: [],
      choices: organisationChoices(),
      multiple: true,
      filtered: true,
    },
    textField('pNumber', language),
    textField('case', language),
    textField('note', language, { multiline: true }),
  ];
}

/** The form of a verb; where it was refused, with what was typed in it. */
function again(
  verb: OutreachVerb,
  form: readonly Input[],
  { typed, problems }: Pick<OutreachAnswer, 'typed' | 'problems'>,
  language: Language,
): readonly Input[] {
  return typed?.verb === verb ? retyped(form, typed, problems, language) : form;
}

function ownActions({ contact, now, ...answer }: OutreachAnswer, language: Language): ViewAction[] {
  const { outreach } = sentencesIn(language);
  const { buttons, typed } = outreach;
  const isFree = outreachStanding(contact, now) === 'free';
  return [
    outreachButton(buttons.made, 'outreach.made', contact.id, typed.made(contact.id), {
      form: again('outreach.made', madeForm(language), answer, language),
      tone: isFree ? 'primary' : 'default',
    }),
    outreachButton(buttons.cancel, 'outreach.cancel', contact.id, typed.cancel(contact.id)),
  ];
}

function theirActions({ contact, ...answer }: OutreachAnswer, language: Language): ViewAction[] {
  const { buttons, typed } = sentencesIn(language).outreach;
  return [
    outreachButton(buttons.clear, 'outreach.clear', contact.id, typed.clear(contact.id), { tone: 'primary' }),
    outreachButton(buttons.object, 'outreach.object', contact.id, typed.object(contact.id), {
      form: again(
        'outreach.object',
        [textField('reason', language, { required: true, multiline: true })],
        answer,
        language,
      ),
    }),
  ];
}

function actionsOf(answer: OutreachAnswer, language: Language): ViewAction[] {
  const { buttons, outreach, typed } = sentencesIn(language);
  const { contact, side, mayAct } = answer;
  const isOpen = contact.made === null && contact.cancelledAt === null;
  const replies = side === 'theirs' ? theirActions(answer, language) : [];
  const { caseId } = contact;
  return [
    ...(mayAct && isOpen ? (side === 'ours' ? ownActions(answer, language) : replies) : []),
    ...(caseId !== null && side !== 'other'
      ? [button(buttons.showCase, { name: 'case', caseId }, typed.case(caseId))]
      : []),
    outreachButton(outreach.buttons.list, 'outreach.list', null, outreach.typed.list),
  ];
}

/** Who contacts whom, and how it went. The outcome is for the two parties alone. */
function titleOf({ contact, side }: OutreachAnswer, language: Language): string {
  const { outreach } = sentencesIn(language);
  const { made, cancelledAt } = contact;
  const name = companyOf(contact, language);
  const by = organisationName(contact.by);
  if (cancelledAt !== null) return outreach.titleCancelled(by, name);
  if (made === null) return outreach.title(by, name);
  const isNotReached = side !== 'other' && made.outcome === 'not-reached';
  return isNotReached ? outreach.titleNotReached(by, name) : outreach.titleMade(by, name);
}

/** An outreach contact: who contacts the company and why, whether they may now, and what came of it. */
export function outreachView(answer: OutreachAnswer, language: Language): View {
  const { outreach } = sentencesIn(language);
  const { contact, contacts, notice, problems, now } = answer;
  const said = notice && noticeWords(notice, language, now);
  return {
    language,
    title: titleOf(answer, language),
    subtitle: [
      outreach.number(contact.id),
      contact.company.cvr,
      findMunicipality(contact.company.municipality)?.name,
    ]
      .filter((part) => part)
      .join(' · '),
    summary: said ?? undefined,
    tone: 'default',
    blocks: [
      ...problems.map(
        (problem): Block => ({ kind: 'callout', tone: 'attention', text: problemWords(problem, language) }),
      ),
      ...(said ? [{ kind: 'callout', tone: 'good', text: said } as const] : []),
      ...standingBlocks(answer, language),
      ...(answer.collides ? [{ kind: 'callout', tone: 'warning', text: outreach.collides } as const] : []),
      ...factBlocks(answer, language),
      ...(answer.contacts.length > 0 ? contactsBlocks(contacts, language) : []),
    ],
    actions: actionsOf(answer, language),
    refresh: null,
  };
}
