import { dateWords } from '../../dialogs/dates.ts';
import { listOf } from '../../dialogs/list-of.ts';
import { openingHoursWords } from '../../dialogs/opening-hours-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import { municipalityOf } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { linkedNames } from './chat-facts.ts';
import { facts, paragraph, phoneWords } from './parts.ts';

type OfficeAnswer = Extract<Answer, { kind: 'office' }>;

/** What is known of an office. What was asked about and is not known is said. */
export function officeView({ office, matter, people, chats = {} }: OfficeAnswer, language: Language): View {
  const { office: words, talkAnswers } = sentencesIn(language);
  const served = municipalityOf(office.organisation);
  const municipalities = MUNICIPALITIES.filter(({ code, house }) =>
    served === undefined ? house === office.organisation : code === served,
  ).map(({ name }) => name);
  const isUnknown = {
    phone: office.phone === null,
    address: office.address === null && office.email === null,
  };
  const notGiven =
    (matter === 'phone' || matter === 'address') && isUnknown[matter] ? talkAnswers.notGiven[matter] : null;
  return {
    language,
    title: office.name,
    tone: 'default',
    blocks: [
      ...paragraph(notGiven),
      ...facts([
        [words.settings.phone, phoneWords(office.phone ?? undefined)],
        [words.settings.openingHours, openingHoursWords(office.week, language)],
        [
          words.settings.closedDays,
          listOf(
            office.closedDays.map((day) => dateWords(day, language)),
            language,
          ),
        ],
        [words.settings.email, office.email],
        [words.settings.address, office.address],
        [
          talkAnswers.coordinators,
          linkedNames(people, chats) ??
            listOf(
              people.map(({ name }) => name),
              language,
            ),
        ],
        [talkAnswers.municipalities, listOf(municipalities, language)],
      ]),
    ],
    actions: [],
    refresh: null,
  };
}
