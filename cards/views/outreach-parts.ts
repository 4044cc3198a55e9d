import { dateWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { CompanyContact } from '../../src/core/answer.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { OutreachContact, OutreachInput, OutreachVerb } from '../../src/core/outreach/outreach.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { MAX_TEXT } from '../../src/core/text-limit.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Input, ViewAction } from '../view.ts';
import { button } from './parts.ts';

/** What somebody did with a company, in one line: `12. november 2026 · LES Viborg, Anna Holm · Besøg`. */
export function contactLine(contact: CompanyContact, language: Language): string {
  const { what, on, organisation, person, id } = contact;
  const { caseLabels, outreach } = sentencesIn(language);
  const who = [organisationName(organisation), person].filter((part) => part).join(', ');
  const did = () => {
    switch (what.kind) {
      case 'outreach':
        return outreach.forms[what.form];
      case 'planned':
        return outreach.plannedContact;
      case 'case':
        return outreach.caseStatus(caseLabels.status[what.status].toLowerCase());
      case 'service':
        return what.service;
      default: {
        const never: never = what;
        return never;
      }
    }
  };
  return [dateWords(on, language), who, did(), id].filter((part) => part).join(' · ');
}

/** What both sides did with a company, or that nobody did anything. */
export function contactsBlocks(contacts: readonly CompanyContact[], language: Language): Block[] {
  const { outreach } = sentencesIn(language);
  if (contacts.length === 0) return [{ kind: 'text', subtle: true, text: outreach.noContacts }];
  return [
    { kind: 'text', strong: true, text: outreach.contactsTitle },
    { kind: 'list', items: contacts.map((one) => contactLine(one, language)) },
  ];
}

/** The company's name; a description where it was erased. */
export function companyOf({ company }: OutreachContact, language: Language): string {
  return company.name ?? sentencesIn(language).outreach.erased;
}

/** What the contact is about: the needs, and where free text may be shown the words. */
export function needLine({ areas, need }: OutreachContact, shared: boolean, language: Language): string {
  const { labels } = sentencesIn(language);
  const named = areas.map((area) => labels.area[area]).join(', ');
  return [named, shared ? null : need].filter((part) => part).join(': ');
}

/** A button of a verb of outreach. */
export function outreachButton(
  title: string,
  verb: OutreachVerb,
  id: string | null,
  typed: string,
  more: {
    readonly input?: RawInput;
    readonly form?: readonly Input[];
    readonly tone?: ViewAction['tone'];
  } = {},
): ViewAction {
  const { input = {}, form = [], tone = 'default' } = more;
  return button(title, { name: 'outreach', verb, id, input }, typed, { form, tone });
}

/** A text input of a form of outreach. */
export function textField(
  id: OutreachInput,
  language: Language,
  more: { readonly required?: boolean; readonly multiline?: boolean; readonly style?: 'company' } = {},
): Input {
  const { outreach } = sentencesIn(language);
  return { kind: 'text', id, label: outreach.fields[id], value: '', maxLength: MAX_TEXT, ...more };
}

/** A date input of a form of outreach. */
export function dateField(id: OutreachInput, language: Language): Input {
  return { kind: 'date', id, label: sentencesIn(language).outreach.fields[id], value: '' };
}

/** The button that begins a new outreach contact, with its form. */
export function lookButton(language: Language): ViewAction {
  const { outreach } = sentencesIn(language);
  const { buttons, typed } = outreach;
  return outreachButton(buttons.look, 'outreach.look', null, typed.lookSome, {
    tone: 'primary',
    form: [
      textField('company', language, { required: true, style: 'company' }),
      textField('need', language, { multiline: true }),
      dateField('plannedOn', language),
      textField('pNumber', language),
    ],
  });
}
