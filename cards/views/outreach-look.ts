import { dateWords, momentWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { companyOf, contactsBlocks, needLine, outreachButton } from './outreach-parts.ts';
import { facts } from './parts.ts';

type LookAnswer = Extract<Answer, { kind: 'outreach-look' }>;

/** A company before somebody contacts it: what both sides did with it, and who hears of the contact. */
export function outreachLookView({ contact, contacts, shared, now }: LookAnswer, language: Language): View {
  const { outreach } = sentencesIn(language);
  const { told, company, areas, need, plannedOn } = contact;
  const office = organisationName(told.organisation);
  const name = companyOf(contact, language);
  const input = {
    company: company.cvr ?? '',
    ...(areas.length > 0 && { areas: areas.join(',') }),
    ...(need !== null && { need }),
    ...(plannedOn !== null && { plannedOn }),
    ...(company.pNumber !== null && { pNumber: company.pNumber }),
  };
  return {
    language,
    title: outreach.look.title(name),
    subtitle: [company.cvr, findMunicipality(company.municipality)?.name].filter((part) => part).join(' · '),
    tone: 'default',
    blocks: [
      ...facts([
        [outreach.needs, needLine(contact, shared, language)],
        [outreach.planned, plannedOn && dateWords(plannedOn, language)],
      ]),
      ...contactsBlocks(contacts, language),
      {
        kind: 'callout',
        tone: 'default',
        text: [
          outreach.look.tells(office, momentWords(told.until, now, language)),
          ...(told.ack === 'require' ? [outreach.look.waits(office)] : []),
        ].join(' '),
      },
    ],
    actions: [
      outreachButton(
        outreach.buttons.plan,
        'outreach.plan',
        null,
        outreach.typed.plan(company.cvr ?? '', need ?? needLine(contact, true, language)),
        { input, tone: 'primary' },
      ),
      outreachButton(outreach.buttons.list, 'outreach.list', null, outreach.typed.list),
    ],
    refresh: null,
  };
}
