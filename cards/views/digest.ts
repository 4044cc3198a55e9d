import { dateWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { DIGEST_CODES, type DigestLine, isEmptyLine } from '../../src/core/indicators/digest.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { actorOf, houseOf, organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Fact, View } from '../view.ts';
import { definitions } from './figures.ts';
import { button, paragraph } from './parts.ts';

type DigestAnswer = Extract<Answer, { kind: 'digest' }>;

const placeOf = ({ municipality }: DigestLine): string =>
  findMunicipality(municipality)?.name ?? municipality;

/** A municipality with its counts: `Viborg: 2 sager overtaget · 3 virksomheder vejledt individuelt · …`. */
function factOf(line: DigestLine, language: Language): Fact {
  const { counts } = sentencesIn(language).digest;
  const { handovers, users, served, individual, collective } = line;
  const words = [
    counts.handovers(handovers),
    counts.users(users),
    counts.served(served, individual, collective),
  ];
  return { label: placeOf(line), value: words.join(' · ') };
}

/** What the houses did in each municipality, those in which nothing happened last. */
function linesOf({ organisation, lines }: DigestAnswer, language: Language): readonly Block[] {
  const { digest } = sentencesIn(language);
  const some = lines.filter((line) => !isEmptyLine(line));
  if (some.length === 0) return paragraph(digest.none);
  const isHouse = actorOf(organisation) === 'ehm';
  const houses = [...new Set(some.map(({ municipality }) => houseOf(municipality)))];
  const nothing = lines.filter(isEmptyLine).map(placeOf).join(', ');
  return [
    ...houses.flatMap((house): Block[] => [
      { kind: 'text', text: isHouse ? digest.forHouse : digest.forLes(organisationName(house)) },
      {
        kind: 'facts',
        facts: some
          .filter(({ municipality }) => houseOf(municipality) === house)
          .map((line) => factOf(line, language)),
      },
    ]),
    ...paragraph(nothing === '' ? null : digest.noneIn(nothing), { subtle: true }),
  ];
}

/** The month's digest of an office. */
export function digestView(answer: DigestAnswer, language: Language): View {
  const { digest, typed } = sentencesIn(language);
  const { organisation, month, sent } = answer;
  return {
    language,
    title: digest.title(organisationName(organisation)),
    subtitle: dateWords(month, language),
    tone: 'default',
    blocks: [
      ...linesOf(answer, language),
      definitions(DIGEST_CODES, language),
      ...paragraph(digest.otherFigures, { subtle: true }),
      ...paragraph(sent === true ? digest.sent : null, { subtle: true }),
    ],
    actions:
      sent === null
        ? []
        : [
            button(
              sent ? digest.switchOff : digest.switchOn,
              { name: 'digest', month: null, wanted: !sent },
              sent ? typed.digestOff : typed.digestOn,
            ),
          ],
    refresh: null,
  };
}
