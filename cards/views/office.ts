import { listOf } from '../../dialogs/list-of.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import { municipalityOf, organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { facts } from './parts.ts';

type OfficeAnswer = Extract<Answer, { kind: 'office' }>;

/** What is known of an office, and what is not. */
export function officeView({ organisation, people }: OfficeAnswer, language: Language): View {
  const { talkAnswers } = sentencesIn(language);
  const served = municipalityOf(organisation);
  const municipalities = MUNICIPALITIES.filter(({ code, house }) =>
    served === undefined ? house === organisation : code === served,
  ).map(({ name }) => name);
  return {
    language,
    title: organisationName(organisation),
    tone: 'default',
    blocks: [
      ...facts([
        [talkAnswers.coordinators, people.length > 0 ? listOf([...people], language) : undefined],
        [talkAnswers.municipalities, listOf(municipalities, language)],
      ]),
      { kind: 'text', subtle: true, text: talkAnswers.officeUnknown },
    ],
    actions: [],
    refresh: null,
  };
}
