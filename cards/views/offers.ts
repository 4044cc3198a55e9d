import { dateWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import type { OffersAnswer } from '../../src/core/offers/answers.ts';
import { OFFER_KINDS, type Offer } from '../../src/core/offers/offer.ts';
import { lesOf, organisationName, parseOrganisation } from '../../src/core/organisation.ts';
import { sourceNames } from '../../src/core/triage/sources.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Fact, View } from '../view.ts';
import { capitalised } from './advice.ts';
import { facts, paragraph } from './parts.ts';

/** The name of an offer in a language. */
function offerName({ name, nameEn }: Offer, language: Language): string {
  const names = { da: name, en: nameEn ?? name };
  return capitalised(names[language]);
}

/** Whose offer it is: of the asked place's own office, where every office has one. */
function ownerName({ owner }: Offer, { municipality, house }: OffersAnswer, language: Language): string {
  if (owner === 'ehm') return organisationName(house);
  if (owner === 'les')
    return municipality ? organisationName(lesOf(municipality)) : sentencesIn(language).offers.owners.les;
  const organisation = parseOrganisation(owner);
  return organisation ? organisationName(organisation) : owner;
}

/** From when and until when something is valid; empty where neither is known. */
export function validWords(
  { validFrom, validTo }: Pick<Offer, 'validFrom' | 'validTo'>,
  language: Language,
): string {
  const { offers } = sentencesIn(language);
  const words = [
    validFrom && offers.from(dateWords(validFrom, language)),
    validTo && offers.until(dateWords(validTo, language)),
  ];
  return words.filter((part) => part).join(' ');
}

function offerBlocks(offer: Offer, answer: OffersAnswer, language: Language): Block[] {
  const { offers, labels } = sentencesIn(language);
  const { fields } = offers;
  const row = (label: string, value: string | null | undefined): Fact[] => (value ? [{ label, value }] : []);
  const { link } = offer;
  return [
    {
      kind: 'text',
      strong: true,
      text: `${offerName(offer, language)} (${offers.kinds[offer.kind].toLowerCase()})`,
    },
    {
      kind: 'facts',
      facts: [
        ...row(fields.owner, ownerName(offer, answer, language)),
        ...row(fields.forWhom, offer.forWhom[language]),
        ...row(fields.criteria, offer.criteria?.[language]),
        ...row(fields.growth, offer.growthOnly ? labels.segment.growth : null),
        ...row(fields.valid, validWords(offer, language)),
        ...row(fields.funds, offers.funds[offer.funds]),
        ...row(fields.source, sourceNames(offer.source, language)),
        ...(link ? [{ label: fields.link, value: link, texts: [{ text: link, href: link }] }] : []),
      ],
    },
  ];
}

/** Where an offer is found, beside its name; nothing where no link is known. */
function linkRow(offer: Offer, language: Language): Parameters<typeof facts>[0][number] {
  const { link } = offer;
  return [offerName(offer, language), link && [{ text: link, href: link }]];
}

/** Everything valid by its names alone, one list for each kind, and where each tool is found. */
function listBlocks({ offers }: OffersAnswer, language: Language): Block[] {
  const words = sentencesIn(language).offers;
  return OFFER_KINDS.flatMap((kind): Block[] => {
    const own = offers.filter((one) => one.kind === kind);
    const names = own.map((one) => offerName(one, language));
    if (names.length === 0) return [];
    return [
      { kind: 'text', strong: true, text: words.plural[kind] },
      { kind: 'text', text: [...new Set(names)].join(' · ') },
      // A tool is of use where it can be opened.
      ...(kind === 'tool' ? facts(own.map((one) => linkRow(one, language))) : []),
    ];
  });
}

/** Offers that were looked for by name, but do not hold today. */
function notNowBlocks({ notNow, day }: OffersAnswer, language: Language): Block[] {
  const { offers } = sentencesIn(language);
  if (notNow.length === 0) return [];
  const items = notNow.map((offer) => {
    const name = offerName(offer, language);
    const { validFrom, validTo } = offer;
    return validFrom !== null && validFrom > day
      ? offers.begins(name, dateWords(validFrom, language))
      : offers.ended(name, dateWords(validTo ?? day, language));
  });
  return [
    { kind: 'text', strong: true, text: offers.notNow },
    { kind: 'list', items },
  ];
}

/** What companies of a place can be offered: the terms of what was looked for, or everything by its names. */
export function offersView(answer: OffersAnswer, language: Language): View {
  const { offers, labels } = sentencesIn(language);
  const { words, areas, only, municipality, house, offers: found, more } = answer;
  const place = (municipality && findMunicipality(municipality)?.name) ?? organisationName(house);
  const kind = only && offers.plural[only];
  const about = words === '' ? kind : [kind, words].filter((part) => part).join(', ');
  const asNeeds = areas.map((area) => labels.area[area]).join(', ');
  return {
    language,
    title: about ? offers.title(about, place) : offers.all(place),
    ...(asNeeds !== '' && { subtitle: asNeeds }),
    tone: 'default',
    blocks: [
      ...(found.length === 0 && answer.notNow.length === 0 ? paragraph(offers.none) : []),
      ...(words === ''
        ? listBlocks(answer, language)
        : found.flatMap((one) => offerBlocks(one, answer, language))),
      ...notNowBlocks(answer, language),
      ...(more > 0 ? paragraph(offers.more(more), { subtle: true }) : []),
    ],
    actions: [],
    refresh: null,
  };
}
