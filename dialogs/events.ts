import type { EventCode } from '../src/core/case/events.ts';
import type { Language, Localized } from '../src/core/vocabulary.ts';
import { both } from './say.ts';

/** What happened to a case, by the codes of its history. */
const EVENTS: Readonly<Record<EventCode, Localized>> = {
  opened: both('oprettet', 'created'),
  'opened-and-offered': both('oprettet og sendt', 'created and sent'),
  offered: both('sendt', 'sent'),
  accepted: both('overtaget', 'accepted'),
  returned: both('returneret', 'returned'),
  asked: both('spørgsmål stillet', 'question asked'),
  'question-answered': both('spørgsmål besvaret', 'question answered'),
  advised: both('råd givet', 'advice given'),
  forwarded: both('videresendt', 'forwarded'),
  'offer-withdrawn': both('trukket tilbage fra modtageren', 'taken back from the receiver'),
  expired: both('udløbet uden svar', 'expired unanswered'),
  reminded: both('påmindelse sendt', 'reminder sent'),
  'promise-broken': both('frist overskredet', 'promise broken'),
  contacted: both('virksomheden fik svar', 'company answered'),
  assigned: both('tildelt', 'assigned'),
  waiting: both('afventer virksomheden', 'waiting for the company'),
  continued: both('genoptaget', 'continued'),
  closed: both('afsluttet', 'closed'),
  reopened: both('genåbnet', 'reopened'),
  withdrawn: both('trukket tilbage af virksomheden', 'withdrawn by the company'),
  'entered-in-error': both('markeret som fejloprettet', 'marked as entered in error'),
  invited: both('en anden inviteret med', 'another invited'),
  left: both('en har forladt det fælles forløb', 'one has left the joint course'),
  'grey-zone-settled': both('grå zone afgjort', 'grey zone settled'),
  'basis-recorded': both('grundlag for deling registreret', 'basis for sharing recorded'),
  'basis-withdrawn': both('grundlag for deling trukket tilbage', 'basis for sharing withdrawn'),
  'contact-added': both('ny henvendelse tilføjet', 'new contact added'),
  erased: both('personoplysninger slettet', 'personal data erased'),
  'contact-erased': both('kontaktperson slettet', 'contact person erased'),
  'owner-restored': both('ført tilbage til den, der oprettede sagen', 'returned to whoever logged it'),
  'assignee-left': both('den ansvarlige har ikke længere adgang', 'the assignee no longer has access'),
  'call-planned': both('opringning aftalt', 'call planned'),
  'follow-up-accepted': both('opfølgning aftalt', 'follow-up agreed'),
  'follow-up-declined': both('opfølgning afslået', 'follow-up declined'),
};

/** A history event in words; one of a later release, which this one does not know, is shown as it is. */
export function eventWords(event: EventCode, language: Language): string {
  return Object.hasOwn(EVENTS, event) ? EVENTS[event][language] : event;
}
