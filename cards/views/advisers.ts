import { sentencesIn } from '../../dialogs/sentences.ts';
import type { AdvisersAnswer, ShownAdviser } from '../../src/core/advisers/answers.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName, parseOrganisation } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Fact, View, ViewAction } from '../view.ts';
import { capitalised } from './advice.ts';
import { validWords } from './offers.ts';
import { button, inSentence, mailText, paragraph, phoneText } from './parts.ts';

/** Characters of a case's number as it is typed. */
const MAX_CASE = 40;

function placeName(place: string): string {
  const organisation = parseOrganisation(place);
  return organisation ? organisationName(organisation) : (findMunicipality(place)?.name ?? place);
}

function contactFact({ adviser }: ShownAdviser, label: string): Fact[] {
  const { phone, email, link } = adviser;
  const texts = [
    ...(phone ? [phoneText(phone)] : []),
    ...(email ? [mailText(email)] : []),
    ...(link ? [{ text: link, href: link }] : []),
  ];
  return texts.length === 0 ? [] : [{ label, value: texts.map(({ text }) => text).join(' · '), texts }];
}

function adviserBlocks(shown: ShownAdviser, language: Language): Block[] {
  const { advisers, labels } = sentencesIn(language);
  const { fields } = advisers;
  const { adviser, own, serves } = shown;
  const row = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }]);
  const places = adviser.places.map(placeName).join(', ');
  return [
    {
      kind: 'text',
      strong: true,
      text: `${adviser.name} (${inSentence(advisers.kinds[adviser.kind])})`,
    },
    ...(own ? [{ kind: 'callout', tone: 'warning', text: advisers.own } as const] : []),
    ...(serves ? [] : paragraph(advisers.elsewhere, { subtle: true })),
    {
      kind: 'facts',
      facts: [
        ...row(fields.areas, adviser.areas.map((area) => labels.area[area]).join(', ')),
        ...row(fields.places, places === '' ? advisers.everywhere : places),
        ...row(
          fields.languages,
          capitalised(adviser.languages.map((one) => advisers.languages[one]).join(', ')),
        ),
        ...contactFact(shown, fields.contact),
        ...row(fields.valid, validWords(adviser, language)),
        ...row(fields.source, adviser.source),
      ],
    },
  ];
}

/** The button that refers a company: its form asks to whom, and for the number of the case. */
function chooseButton({ shown, showing }: AdvisersAnswer, language: Language): ViewAction {
  const { advisers } = sentencesIn(language);
  const { fields, choose } = advisers;
  return button(
    choose,
    { name: 'advisers', verb: 'advisers.choose', input: { showing } },
    advisers.typed.choose,
    {
      tone: 'primary',
      meaning: advisers.chooseMeaning,
      form: [
        {
          kind: 'choice',
          id: 'adviser',
          label: fields.adviser,
          value: [],
          choices: shown.map(({ adviser: { id, name } }) => ({ value: id, title: name })),
          expanded: true,
          required: true,
        },
        { kind: 'text', id: 'case', label: fields.case, value: '', maxLength: MAX_CASE, required: true },
      ],
    },
  );
}

/** Advisers for a need in the order of their turn, why these, and the buttons that refer to one. */
export function advisersView(answer: AdvisersAnswer, language: Language): View {
  const { advisers, labels } = sentencesIn(language);
  const { area, municipality, house, shown, fitting } = answer;
  const place = (municipality && findMunicipality(municipality)?.name) ?? organisationName(house);
  const need = area && labels.area[area];
  const again = button(
    advisers.more,
    {
      name: 'advisers',
      verb: 'advisers.show',
      input: { words: '', ...(area && { areas: area }), ...(municipality && { municipality }) },
    },
    advisers.typed.show(need ?? '', municipality ? place : '').trim(),
  );
  return {
    language,
    title: need ? advisers.title(need, place) : advisers.noNeed,
    tone: 'default',
    blocks: [
      ...paragraph(need ? (shown.length === 0 ? advisers.none : advisers.why(fitting)) : advisers.sayNeed),
      ...shown.flatMap((one) => adviserBlocks(one, language)),
    ],
    actions: shown.length === 0 ? [] : [chooseButton(answer, language), again],
    refresh: null,
  };
}
