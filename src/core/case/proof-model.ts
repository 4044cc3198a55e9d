import { danishDate } from '../danish-date.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Actor } from '../person.ts';
import { addElapsed, elapsedBetween } from '../promise/clock.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import type { RawInput } from '../raw-input.ts';
import { decide } from '../triage/decide.ts';
import { DEFAULT_SETTINGS } from '../triage/settings.ts';
import type { Case } from './case.ts';
import type { CaseContext } from './case-change.ts';
import { openCase } from './open-case.ts';
import type { CaseVerb } from './verbs/index.ts';

export const OFFICE: OrganisationId = 'les-791';
export const HOUSE: OrganisationId = 'ehm-midtjylland';
/** Somewhere to forward to; none of its people act. */
const ELSEWHERE = 'les-751';
const NOW = '2026-01-05T09:00:00.000Z';

const LOGGER: Actor = {
  person: 'consultant',
  name: 'A',
  organisation: OFFICE,
  roles: ['consultant', 'coordinator'],
};

export const PEOPLE: readonly Actor[] = [
  LOGGER,
  { person: 'specialist', name: 'B', organisation: HOUSE, roles: ['consultant'] },
  { person: 'coordinator', name: 'C', organisation: HOUSE, roles: ['coordinator'] },
];

/** People who may do little or nothing. Their commands are tried too, and must be refused. */
export const BYSTANDERS: readonly Actor[] = [
  { person: 'auditor', name: 'D', organisation: OFFICE, roles: ['auditor'] },
  { person: 'phone', name: 'E', organisation: HOUSE, roles: ['phone'] },
  { person: 'stranger', name: 'F', organisation: 'les-101', roles: ['consultant', 'coordinator'] },
];

/** Counts elapsed hours. No transition depends on weekends, and core has no calendar of its own. */
export const calendar: WorkingCalendar = {
  addHours: addElapsed,
  hoursBetween: elapsedBetween,
  nextOfficeHour: (instant) => instant,
  lastOfficeHour: (instant) => instant,
};

const alone: CaseContext = {
  now: NOW,
  calendar,
  settingsOf: () => ({
    ...DEFAULT_SETTINGS,
    maxReturns: 2,
    feedback: 'on-request',
    promiseReading: 'elapsed',
  }),
  memberOf: () => undefined,
};

/** The office has another case of the company, which the one explored can be merged with. */
export const context: CaseContext = { ...alone, other: newCase('twin', OFFICE) };

const words = { text: 'x', reason: 'x', note: 'x' };

/** The inputs tried for each verb: one for each outcome it can have. */
export const TRIED: Readonly<Record<CaseVerb, readonly RawInput[]>> = {
  'handover.accept': [{}],
  'handover.return': [
    { ...words, reasonCode: 'not-our-area' },
    { ...words, reasonCode: 'missing-information' },
  ],
  'handover.ask': [words],
  'handover.answer': [words],
  'handover.forward': [OFFICE, HOUSE, ELSEWHERE].map((organisation) => ({ ...words, organisation })),
  'handover.advise': [words],
  'handover.withdraw': [{}],
  'handover.offer': [OFFICE, HOUSE].map((organisation) => ({ ...words, organisation })),
  'case.contacted': [{}],
  'case.answered-here': [{}],
  'case.undo': [{}],
  'case.assign': [{ person: 'me' }],
  'case.call-back': [{ ...words, time: '+60' }],
  'case.call-off': [{}],
  'case.close': [
    {
      segment: 'growth',
      services: 'sparring',
      selfHelpUsed: 'true',
      actionPlan: 'x',
      followUpOn: '2027-03-01',
    },
    { noService: 'information-only', noActionPlan: 'x', noFollowUp: 'x' },
  ],
  'case.service': [{ services: 'sparring', hours: '1.5' }],
  'case.refer': [{ to: 'private-adviser' }, { to: 'private-adviser', uptake: 'used' }],
  'case.self-help': [{ tools: 'vaeksthjulet', focus: 'x' }],
  'case.wait': [{}],
  'case.continue': [{}],
  'case.reopen': [words],
  'case.withdraw': [words],
  'case.mark-error': [words],
  'case.invite': [OFFICE, HOUSE].map((organisation) => ({ organisation })),
  'case.leave': [{}],
  'case.settle': [OFFICE, HOUSE].flatMap((organisation) =>
    ['true', 'false'].map((joint) => ({ organisation, joint })),
  ),
  'case.basis': [{ kind: 'consent' }, { kind: 'declined' }],
  'case.withdraw-basis': [{}],
  'case.add-contact': [words, { ...words, newNeed: 'true', tools: 'vaeksthjulet' }],
  'case.merge': [{ other: 'twin', confirm: 'true' }],
  'case.attempt': [words],
  'case.correct': [{ municipality: '751' }],
  'case.ask-feedback': [{}],
  'task.start': [{}],
  'task.dismiss': [words],
  'followup.accept': [{}],
  'followup.decline': [words],
  'followup.done': [{ result: 'no-need' }],
};

/**
 * Whether a person may give a command (handover.md, "Who may do what"). Stated a second time, independently of the verbs'
 * guards, so that a slip in a guard shows as a difference.
 */
export function mayGive(kase: Case, verb: CaseVerb, by: Actor): boolean {
  const logsOnly = by.roles.every((role) => role === 'phone');
  const owns = by.organisation === kase.owner;
  const receives = kase.handovers.some(({ state, to }) => state === 'offered' && to === by.organisation);
  if (by.roles.every((role) => role === 'auditor')) return false;
  switch (verb) {
    case 'handover.accept':
      return !logsOnly && (receives || (owns && kase.assignee === null && kase.status !== 'offered'));
    case 'handover.return':
    case 'handover.ask':
    case 'handover.forward':
    case 'handover.advise':
      return !logsOnly && receives;
    case 'handover.offer':
    case 'handover.withdraw':
    case 'handover.answer':
    case 'case.basis':
    case 'case.withdraw':
    case 'case.correct':
      return owns;
    case 'case.withdraw-basis':
      return (
        owns ||
        kase.joint.includes(by.organisation) ||
        kase.basis?.obtainedBy.organisation === by.organisation
      );
    case 'case.contacted':
    case 'case.merge':
    case 'case.assign':
    case 'case.call-back':
    case 'case.call-off':
    case 'case.close':
    case 'case.wait':
    case 'case.continue':
    case 'case.reopen':
    case 'case.invite':
      return owns && !logsOnly;
    case 'case.answered-here':
      return (
        by.roles.includes('phone') &&
        kase.enquiries?.some(({ receivedBy }) => receivedBy.person === by.person) === true
      );
    case 'case.service':
    case 'case.refer':
    case 'case.self-help':
      return !logsOnly && (owns || kase.joint.includes(by.organisation));
    case 'case.attempt':
      return !logsOnly && (owns || receives);
    case 'case.leave':
      return !logsOnly && kase.joint.includes(by.organisation);
    case 'case.mark-error':
      return by.person === kase.createdBy.person || (owns && by.roles.includes('coordinator'));
    case 'case.undo':
      return (kase.undoable ?? []).some(
        ({ by: { person, organisation } }) =>
          person === by.person ||
          (by.roles.includes('coordinator') && (owns || organisation === by.organisation)),
      );
    case 'case.settle':
      return (
        by.roles.includes('coordinator') &&
        (owns || kase.handovers.some(({ from, to }) => [from, to].includes(by.organisation)))
      );
    case 'case.ask-feedback':
    case 'task.start':
    case 'task.dismiss':
    case 'followup.accept':
    case 'followup.decline':
    case 'followup.done':
      return !logsOnly && isConcerned(kase, verb, by.organisation);
    case 'case.add-contact':
      return by.roles.includes('phone') || owns || kase.joint.includes(by.organisation) || receives;
    default: {
      const never: never = verb;
      return never;
    }
  }
}

/** Whether an office sent the case on, has a task on it, or was asked to follow up. */
function isConcerned(
  kase: Case,
  verb: Extract<CaseVerb, 'case.ask-feedback' | `task.${string}` | `followup.${string}`>,
  office: OrganisationId,
): boolean {
  if (verb === 'case.ask-feedback')
    return kase.handovers.some(
      ({ from, state }) => from === office && ['offered', 'accepted'].includes(state),
    );
  return verb === 'task.start' || verb === 'task.dismiss'
    ? (kase.tasks ?? []).some(({ organisation }) => organisation === office)
    : kase.followUp?.organisation === office;
}

/** A new case that belongs with this organisation. */
function newCase(id: string, receiver: OrganisationId): Case {
  const decision = decide({
    municipality: '791',
    entry: 'les',
    entryOrganisation: OFFICE,
    stage: 'established',
    needs: [{ area: 'internationalisation' }, { area: 'networks-courses' }],
    today: danishDate(NOW),
  });
  const opened = openCase(
    {
      id,
      draftId: id,
      values: { municipality: '791', stage: 'established', cvr: '25313763', consent: 'consent' },
      decision,
      override: { organisation: receiver, reason: 'x' },
      contactedAt: NOW,
      linkedTo: null,
      companyKey: 'model',
    },
    LOGGER,
    alone,
  );
  if (!opened.ok) throw new Error(`A new case is refused: ${opened.refusal.code}`);
  return opened.value.case;
}

/** The new cases that the exploration begins with: one offered to each organisation. */
export function beginnings(): readonly Case[] {
  return [OFFICE, HOUSE].map((receiver) => newCase('model', receiver));
}
