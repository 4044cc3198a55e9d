import { dateWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer, CompanyContact } from '../../src/core/answer.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { KnownCompany } from '../../src/core/running-case.ts';
import type { SearchedCases } from '../../src/core/talk.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, View } from '../view.ts';
import { lineBlock } from './cases.ts';
import { contactLine, outreachButton } from './outreach-parts.ts';
import { button, phoneWords } from './parts.ts';

type FoundAnswer = Extract<Answer, { kind: 'found' }>;

/** What anyone may know of a company that others serve. */
function knownBlock(known: KnownCompany, language: Language): Block {
  const { caseCard, caseLabels, caseList, found, typed } = sentencesIn(language);
  const title = known.company ?? caseCard.title(known.caseId);
  const served = found.servedBy(organisationName(known.owner), dateWords(known.since, language));
  const text = [served, known.assignee, caseLabels.status[known.status]].filter((part) => part).join(' · ');
  // The CRM's own cases cannot be opened here.
  if (!known.ours) return { kind: 'text', text: `${title}: ${text}` };
  return {
    kind: 'entry',
    title,
    text,
    tone: 'default',
    action: button(caseList.show(title), { name: 'case', caseId: known.caseId }, typed.case(known.caseId)),
  };
}

/** An outreach contact with the company, by either side. */
function outreachBlock(contact: CompanyContact, language: Language): Block {
  const { caseList, outreach } = sentencesIn(language);
  const { id } = contact;
  const text = contactLine(contact, language);
  if (id === null) return { kind: 'text', text };
  const title = outreach.number(id);
  const action = outreachButton(caseList.show(title), 'outreach.show', id, outreach.typed.show(id));
  return { kind: 'entry', title, text, tone: 'default', action };
}

/** What was searched for, as the sentences name it: `"bageren" i Viborg`. */
function searchedWords({ words, number, municipality }: SearchedCases, language: Language): string {
  const { found } = sentencesIn(language);
  const text = words === '' ? (phoneWords(number) ?? '') : words;
  const place = municipality && findMunicipality(municipality)?.name;
  return [text && `"${text}"`, place && found.inPlace(place)].filter((part) => part).join(' ');
}

/** What was searched for, as an enquiry begins: `bageren, Viborg`. */
function asEnquiry({ words, number, municipality }: SearchedCases): string {
  const place = municipality && findMunicipality(municipality)?.name;
  return [words === '' ? number : words, place].filter((part) => part).join(', ');
}

/** The cases that a question was about. Where there is none it says so, and offers to open an enquiry. */
export function foundView(
  { searched, lines, known, outreach = [], more, now }: FoundAnswer,
  language: Language,
): View {
  const { buttons, found, typed } = sentencesIn(language);
  const count = lines.length + known.length + outreach.length;
  const asked = searchedWords(searched, language);
  const enquiry = asEnquiry(searched);
  return {
    language,
    title: count === 0 ? found.none(asked) : found.some(count, asked),
    tone: 'default',
    blocks: [
      ...lines.map((line) => lineBlock(line, now, language)),
      ...known.map((one) => knownBlock(one, language)),
      ...outreach.map((one) => outreachBlock(one, language)),
      ...(more ? [{ kind: 'text', subtle: true, text: found.more } as const] : []),
      ...(count === 0 ? [{ kind: 'text', subtle: true, text: found.howToSearch } as const] : []),
    ],
    actions:
      count === 0
        ? [
            ...(enquiry === ''
              ? []
              : [button(found.openEnquiry, { name: 'log', text: enquiry }, typed.log(enquiry))]),
            button(buttons.myCases, { name: 'cases', filter: 'mine' }, typed.list.mine),
          ]
        : [],
    refresh: null,
  };
}
