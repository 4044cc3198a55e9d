import type { IntakeValues } from '../intake/draft.ts';
import type { Notice } from '../notice.ts';
import type { ActorRef } from '../person.ts';
import type { Case, Handover, HandoverQuestion, Promise48 } from './case.ts';
import type { CorrectableField } from './correction.ts';
import { UNKNOWN_SOURCE } from './enquiry.ts';
import type { HistoryEntry } from './events.ts';
import type { Visibility } from './visibility.ts';
import { outcomeWithout } from './words.ts';

/** What is left of a field for a reader with this visibility. */
type Kept<Whole, Field extends keyof Whole> = (whole: Whole, sees: Visibility) => Whole[Field];

/**
 * What is left of each field of a case. A field without an entry does not compile, and a field of a later version is
 * left out, so that nothing new is shown by accident.
 */
const CASE: { readonly [Field in keyof Required<Case>]: Kept<Case, Field> } = {
  id: ({ id }) => id,
  revision: ({ revision }) => revision,
  status: ({ status }) => status,
  owner: ({ owner }) => owner,
  assignee: ({ assignee }, { colleagues }) => (colleagues ? assignee : null),
  createdAt: ({ createdAt }) => createdAt,
  createdBy: ({ createdBy }, sees) => named(createdBy, sees),
  draftId: ({ draftId }) => draftId,
  priority: ({ priority }, { outline }) => (outline ? priority : 'normal'),
  values: ({ values }, sees) => redactedValues(values, sees),
  decision: ({ decision }, { outline }) =>
    outline
      ? decision
      : {
          ...decision,
          priority: 'normal',
          referrals: [],
          services: [],
          programmes: [],
          notes: [],
          reasons: [],
        },
  override: ({ override }, { notes }) => override && (notes ? override : { ...override, reason: '' }),
  basis: ({ basis }, sees) => basis && { ...basis, obtainedBy: named(basis.obtainedBy, sees) },
  handovers: ({ handovers }, sees) => handovers.map((handover) => redactedHandover(handover, sees)),
  joint: ({ joint }) => joint,
  localOffice: ({ localOffice }) => localOffice,
  greyZone: ({ greyZone }) => greyZone,
  promise: ({ promise }, sees) => redactedPromise(promise, sees),
  earlierPromises: ({ earlierPromises }, sees) =>
    earlierPromises?.map((promise) => redactedPromise(promise, sees)),
  enquiries: ({ enquiries }, sees) =>
    enquiries?.map((enquiry) => ({
      ...enquiry,
      ...(!sees.outline && { ...UNKNOWN_SOURCE, basis: undefined, needs: [] }),
      receivedBy: named(enquiry.receivedBy, sees),
    })),
  outcome: ({ outcome }, sees) => {
    const { outline, assessment } = sees;
    if (!outcome || !outline) return null;
    const { closedBy } = outcome;
    const by = closedBy && { closedBy: named(closedBy, sees) };
    return { ...(assessment ? outcome : outcomeWithout(outcome)), ...by };
  },
  services: ({ services }, sees) =>
    sees.outline ? services?.map((one) => ({ ...one, by: named(one.by, sees) })) : undefined,
  referrals: ({ referrals }, sees) =>
    sees.outline
      ? referrals?.map((one) => ({
          ...one,
          by: named(one.by, sees),
          name: sees.notes ? one.name : null,
          why: sees.notes ? one.why : null,
        }))
      : undefined,
  selfHelp: ({ selfHelp }, sees) =>
    sees.outline
      ? selfHelp?.map((one) => ({ ...one, by: named(one.by, sees), focus: sees.notes ? one.focus : [] }))
      : undefined,
  followUp: ({ followUp }, sees) => {
    if (!followUp || !sees.outline) return null;
    const { person, ...rest } = followUp;
    return { ...rest, ...(person && { person: named(person, sees) }) };
  },
  // Whoever is asked knows that they are, and by when.
  tasks: ({ tasks }, { outline }) => tasks?.map((task) => (outline ? task : { ...task, areas: [] })),
  feedbackFor: ({ feedbackFor }) => feedbackFor,
  closedAt: ({ closedAt }) => closedAt,
  linkedTo: ({ linkedTo }, { contact }) => (contact ? linkedTo : null),
  outreachId: ({ outreachId }, { contact }) => (contact ? outreachId : undefined),
  contacts: ({ contacts }, sees) =>
    contacts.map(({ person, areas, ...contact }) => ({
      ...contact,
      by: named(contact.by, sees),
      text: sees.notes ? contact.text : null,
      ...(sees.outline && areas && { areas }),
      ...(sees.contact && person !== undefined && { person }),
    })),
  remarks: ({ remarks }, sees) =>
    remarks?.map((remark) => ({
      ...remark,
      by: named(remark.by, sees),
      text: sees.notes ? remark.text : null,
    })),
  callBack: ({ callBack }, sees) =>
    callBack && sees.outline ? { ...callBack, by: named(callBack.by, sees) } : null,
  undoable: ({ undoable }, { notes }) => (notes ? undoable : []),
  retracted: ({ retracted }, { assessment }) => (assessment ? retracted : null),
  reminded: ({ reminded }) => reminded,
  steps: ({ steps }) => steps,
  mergedInto: ({ mergedInto }, { outline }) => (outline ? mergedInto : undefined),
  inCrm: ({ inCrm }) => inCrm,
  mergedFrom: ({ mergedFrom }, { outline }) => (outline ? mergedFrom : undefined),
  attempts: ({ attempts }, sees) =>
    sees.outline ? attempts?.map((one) => ({ ...one, by: named(one.by, sees) })) : undefined,
  corrections: ({ corrections }, sees) =>
    corrections
      ?.filter(({ field }) => seesOld(field, sees))
      .map((one) => ({ ...one, by: named(one.by, sees) })),
  correctedDoor: ({ correctedDoor }, { outline }) => (outline ? correctedDoor : null),
  changedAt: ({ changedAt }) => changedAt,
  erasedAt: ({ erasedAt }) => erasedAt,
  companyKey: ({ companyKey }) => companyKey,
};

function redactedPromise({ answeredBy, ...promise }: Promise48, sees: Visibility): Promise48 {
  return { ...promise, ...(answeredBy && { answeredBy: named(answeredBy, sees) }) };
}

/** Which part of the case each value of the intake belongs to. */
export const VALUES: { readonly [Field in keyof Required<IntakeValues>]: keyof Visibility } = {
  cvr: 'number',
  pNumber: 'name',
  companyName: 'name',
  municipality: 'outline',
  contactName: 'contact',
  contactPhone: 'contact',
  contactEmail: 'contact',
  stage: 'outline',
  maturity: 'outline',
  founded: 'name',
  segment: 'outline',
  areas: 'outline',
  depths: 'outline',
  depth: 'outline',
  description: 'notes',
  crisis: 'outline',
  clarified: 'outline',
  consent: 'outline',
  basisScope: 'outline',
  entry: 'outline',
  channel: 'outline',
  trigger: 'outline',
  referredBy: 'outline',
  tools: 'outline',
  noTool: 'notes',
  handover: 'outline',
  direction: 'outline',
  form: 'name',
  employees: 'name',
  turnoverDkk: 'name',
  externalFundingDkk: 'name',
  advertisingProtected: 'outline',
  standing: 'name',
};

/** Values that tell which company it is, or was: it may have been a person's before it was corrected. */
const OF_COMPANY: readonly CorrectableField[] = ['companyName', 'cvr', 'pNumber', 'founded'];

/** Whether a reader may see the old value of a corrected field. */
function seesOld(field: CorrectableField, sees: Visibility): boolean {
  return sees[VALUES[field]] && (sees.contact || !OF_COMPANY.includes(field));
}

/**
 * The case with what its reader may see and nothing else. Cards, searches, the shared CRM and exports are made from it,
 * so that none of them can show more.
 */
export function redactedCase(kase: Case, sees: Visibility): Case {
  const kept = Object.entries(CASE).flatMap(([field, keep]) =>
    field in kase ? [[field, (keep as Kept<Case, keyof Case>)(kase, sees)] as const] : [],
  );
  return Object.fromEntries(kept) as unknown as Case;
}

function redactedValues(values: IntakeValues, sees: Visibility): IntakeValues {
  // Where a company is that may be known is no secret.
  const placed = sees.name || sees.number;
  const kept = Object.entries(values).filter(([field]) => {
    const part = VALUES[field as keyof IntakeValues] as keyof Visibility | undefined;
    return (part !== undefined && sees[part]) || (field === 'municipality' && placed);
  });
  // The year alone tells the age group, and no company.
  const year = sees.name || !sees.outline ? {} : { founded: values.founded?.slice(0, 4) };
  return { ...Object.fromEntries(kept), ...year };
}

function redactedHandover(handover: Handover, sees: Visibility): Handover {
  return {
    ...handover,
    offeredBy: named(handover.offeredBy, sees),
    settledBy: handover.settledBy && named(handover.settledBy, sees),
    reason: sees.notes ? handover.reason : null,
    questions: handover.questions.map((question) => redactedQuestion(question, sees)),
  };
}

/** A question keeps that it waits, or was answered. */
function redactedQuestion(question: HandoverQuestion, sees: Visibility): HandoverQuestion {
  const { text, askedBy, answer, answeredBy } = question;
  return {
    ...question,
    text: sees.notes ? text : '',
    askedBy: named(askedBy, sees),
    answer: sees.notes || answer === null ? answer : '',
    answeredBy: answeredBy && named(answeredBy, sees),
  };
}

/** A notice about a case without the codes of an outline that its reader may not see. */
export function redactedNotice(notice: Notice, { outline }: Visibility): Notice {
  if (outline || notice.params === undefined) return notice;
  const kept = Object.entries(notice.params).filter(([name]) => !OUTLINE_PARAMS.includes(name));
  return { ...notice, params: Object.fromEntries(kept) } as Notice;
}

/** What notices tell of the outline (`ToldParams`). */
const OUTLINE_PARAMS: readonly string[] = ['how', 'services', 'reasonCode'];

/** The lines of a case's history without what its reader may not see. Their details are codes (`EventDetails`). */
export function redactedHistory(history: readonly HistoryEntry[], sees: Visibility): readonly HistoryEntry[] {
  return history.map((entry) => ({ ...entry, actor: entry.actor && named(entry.actor, sees) }));
}

function named(colleague: ActorRef, { colleagues }: Visibility): ActorRef {
  return colleagues ? colleague : { ...colleague, name: '' };
}
