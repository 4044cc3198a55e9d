import { monthsBefore } from '../case/retention.ts';
import type { MunicipalityCode } from '../municipalities.ts';
import type { OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import type { RawInput } from '../raw-input.ts';
import type { Area, Segment, Stage } from '../vocabulary.ts';

export const OUTREACH_FORMS = ['visit', 'phone', 'mail', 'digital'] as const;
export type OutreachForm = (typeof OUTREACH_FORMS)[number];

export const OUTREACH_OUTCOMES = ['no-need', 'case', 'declined', 'not-reached'] as const;
export type OutreachOutcome = (typeof OUTREACH_OUTCOMES)[number];

/** Verbs of outreach, on cards and typed. */
export const OUTREACH_VERBS = [
  'outreach.look',
  'outreach.plan',
  'outreach.made',
  'outreach.clear',
  'outreach.object',
  'outreach.cancel',
  'outreach.list',
  'outreach.show',
] as const;
export type OutreachVerb = (typeof OUTREACH_VERBS)[number];

/** A verb of outreach with its inputs as they were typed. */
export interface TypedOutreach {
  readonly verb: OutreachVerb;
  readonly input: RawInput;
}

/** Whose contact it is, for an organisation. */
export type OutreachSide = 'ours' | 'theirs' | 'other';

/** What happened to a contact, as the office or person is told that it concerns. */
const OUTREACH_NOTICES = [
  'outreach-planned',
  'outreach-asked-again',
  'outreach-waits',
  'outreach-free',
  'outreach-cleared',
  'outreach-objected',
  'outreach-collision',
  'outreach-cancelled',
  'outreach-made',
  'outreach-not-told',
] as const;
export type OutreachNotice = (typeof OUTREACH_NOTICES)[number];

/** Updates the messages about a contact where they stand: what they show has been erased. */
export interface OutreachRefresh {
  readonly kind: 'outreach.refresh';
}

/** A message about a contact, written to the outbox with the change that it tells of. */
export interface OutreachEffect {
  readonly kind: 'outreach.tell';
  readonly organisation: OrganisationId;
  readonly to: 'channel' | 'coordinators' | 'planner';
  readonly notice: OutreachNotice;
}

/** The inputs that the verbs take. Any other key is refused by name. */
export const OUTREACH_INPUTS = [
  'company',
  'need',
  'areas',
  'plannedOn',
  'on',
  'form',
  'outcome',
  'pNumber',
  'jointly',
  'segment',
  'case',
  'reason',
  'note',
] as const;
export type OutreachInput = (typeof OUTREACH_INPUTS)[number];

/** The company of an outreach contact, as the register held it when the contact was recorded. */
interface OutreachCompany {
  /** Null once erased. */
  readonly cvr: string | null;
  readonly name: string | null;
  readonly pNumber: string | null;
  readonly municipality: MunicipalityCode;
  /** ISO date; null where the register holds none, and once erased. */
  readonly founded: string | null;
  /** As triage reads it on the day of the record; `unknown` without a founding date. */
  readonly stage: Stage;
  readonly segment: Segment | null;
  /** The key under which figures count the company, as its cases hold it. It stays when the company is erased. */
  readonly companyKey: string;
}

/** What the other side said to a planned contact. */
interface OutreachReply {
  readonly clear: boolean;
  readonly by: ActorRef;
  readonly at: string;
  /** Null where none was given, and once erased. */
  readonly reason: string | null;
}

/** What was done, with its outcome. */
interface MadeContact {
  /** Danish date. */
  readonly on: string;
  readonly form: OutreachForm;
  readonly outcome: OutreachOutcome;
  readonly jointly: readonly OrganisationId[];
  readonly note: string | null;
  readonly by: ActorRef;
  readonly at: string;
  /** Whether it was recorded before the other side's window had ended, or without the yes that it needed. */
  readonly early: boolean;
}

/** An outreach contact (opsøgende kontakt): planned, made, or both. It is no case and starts no promise. */
export interface OutreachContact {
  readonly id: string;
  readonly revision: number;
  readonly by: OrganisationId;
  readonly person: ActorRef;
  readonly company: OutreachCompany;
  readonly areas: readonly Area[];
  readonly need: string | null;
  readonly plannedOn: string | null;
  readonly createdAt: string;
  /** The other side, and until when it can answer; `require`: contact waits for its yes. */
  readonly told: {
    readonly organisation: OrganisationId;
    readonly ack: 'notify' | 'require';
    readonly until: string;
  };
  readonly replies: readonly OutreachReply[];
  /** When the clock saw that the window had passed. Null: it has not, or a reply came first. */
  readonly windowPassedAt: string | null;
  /** When the clock saw that the window had passed although the message to the other side was not delivered. */
  readonly untoldAt?: string | undefined;
  /** The other side's planned contact with the same company. */
  readonly collidesWith: string | null;
  readonly cancelledAt: string | null;
  /** Why it was called off. Null where nobody said, and once erased. */
  readonly cancelReason?: string | null | undefined;
  readonly made: MadeContact | null;
  /** The case that the contact led to. */
  readonly caseId: string | null;
  readonly erasedAt: string | null;
}

/** Hours of the reply window: two working days (registration.md, "Who is told"). */
const REPLY_WINDOW_HOURS = 48;

/** The end of the reply window of a contact planned now. */
export function replyWindow(now: string, calendar: WorkingCalendar): string {
  return calendar.addHours(now, REPLY_WINDOW_HOURS);
}

export type OutreachStanding = 'waiting' | 'untold' | 'free' | 'objected' | 'made' | 'cancelled';

/**
 * Where a contact stands at `now` (ISO instant). The other side's last reply wins over the window. `untold`: its silence
 * is no consent, because the message did not reach it.
 */
export function outreachStanding(
  { made, cancelledAt, replies, told, untoldAt }: OutreachContact,
  now: string,
): OutreachStanding {
  if (made) return 'made';
  if (cancelledAt !== null) return 'cancelled';
  const last = replies.at(-1);
  if (last) return last.clear ? 'free' : 'objected';
  if (untoldAt !== undefined) return 'untold';
  return told.ack === 'notify' && now >= told.until ? 'free' : 'waiting';
}

/** Whether the contact is planned and not yet made. */
export function isPlanned({ made, cancelledAt }: OutreachContact): boolean {
  return made === null && cancelledAt === null;
}

/** The instant at which the clock has something to do; null where nothing is left. */
export function outreachStepAt(contact: OutreachContact): string | null {
  const isOver = !isPlanned(contact) || contact.replies.length > 0 || contact.windowPassedAt !== null;
  return isOver ? null : contact.told.until;
}

/** Months after the last that happened when a contact is made anonymous, as a case is after its end. */
const RETENTION_MONTHS = 60;

/** The instant before which a contact's last happening lies when its retention has ended. */
export function retentionBegins(now: string): string {
  return monthsBefore(now, RETENTION_MONTHS);
}

/** Whether the retention of the contact has ended. One that is planned and never made ends too. */
export function isOutreachPastRetention(contact: OutreachContact, now: string): boolean {
  const { createdAt, made, cancelledAt, erasedAt } = contact;
  const last = [createdAt, made?.at ?? '', cancelledAt ?? ''].reduce((a, b) => (a > b ? a : b));
  return erasedAt === null && last < retentionBegins(now);
}

/** The free text of a contact: words that may name a person. */
export function wordsOfContact({ need, replies, made, cancelReason }: OutreachContact): readonly string[] {
  return [need, ...replies.map(({ reason }) => reason), made?.note, cancelReason].flatMap(
    (text) => text || [],
  );
}

function wordless({ replies, made, cancelReason }: OutreachContact) {
  return {
    need: null,
    replies: replies.map((reply) => ({ ...reply, reason: null })),
    made: made && { ...made, note: null },
    ...(cancelReason !== undefined && { cancelReason: null }),
  };
}

/** The contact without the words that were typed about it. The company, and everything that is counted, stays. */
export function eraseOutreachWords(contact: OutreachContact): OutreachContact {
  return { ...contact, ...wordless(contact), revision: contact.revision + 1 };
}

/**
 * The contact without the company and the words about it: what the figures count stays, and the key of the company.
 */
export function eraseOutreach(contact: OutreachContact, now: string): OutreachContact {
  return {
    ...contact,
    revision: contact.revision + 1,
    company: {
      ...contact.company,
      cvr: null,
      name: null,
      pNumber: null,
      founded: null,
    },
    ...wordless(contact),
    // A plan that nobody can be contacted for any more is over.
    cancelledAt: isPlanned(contact) ? now : contact.cancelledAt,
    erasedAt: now,
  };
}
