import { listLabels } from '../../dialogs/list-labels.ts';
import { listed } from '../../dialogs/phrases.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { kindOfInput } from '../../dialogs/typed-fields.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import { organisationName, parseOrganisation } from '../../src/core/organisation.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import type { Language } from '../../src/core/vocabulary.ts';

/** Commands on a case as a person would type them in a language, made from the verb's words, its schema and its labels. */

const [yes, no] = [
  { da: 'ja', en: 'yes' },
  { da: 'nej', en: 'no' },
];

/** A value of an input, in words. */
function valueWords(verb: CaseVerb, name: string, value: string, language: Language): string {
  const kind = kindOfInput(verb, name);
  const sentences = sentencesIn(language);
  switch (kind.kind) {
    case 'code':
      return listLabels(kind.list, sentences)[value] ?? value;
    case 'codes':
      return value
        .split(',')
        .map((one) => listLabels(kind.list, sentences)[one] ?? one)
        .join(', ');
    case 'flag':
      return (value === 'true' ? yes : no)[language];
    case 'hours':
      return language === 'da' ? value.replace('.', ',') : value;
    case 'date': {
      const [year, month, day] = value.split('-');
      return `${Number(day)}-${Number(month)}-${year}`;
    }
    default: {
      const organisation = parseOrganisation(value);
      return organisation ? organisationName(organisation) : value.replaceAll(',', ', ');
    }
  }
}

/** `behov +Automatisering`: a field of a correction with its new value. */
function correction(name: string, value: string, language: Language): string {
  const { fieldWords } = sentencesIn(language);
  const names: Readonly<Record<string, string>> = fieldWords.fields;
  const needs = { needs: '', addNeeds: '+', removeNeeds: '-' }[name];
  const [field = name] = listed(names[needs === undefined ? name : 'areas'] ?? '');
  // The label says what the word means as well, which nobody types.
  const segments: Readonly<Record<string, string>> = fieldWords.segment;
  const words =
    name === 'segment'
      ? (listed(segments[value] ?? '')[0] ?? value)
      : valueWords('case.correct', name, value, language);
  return `${field} ${needs ?? ''}${words}`;
}

/** The line that gives a command with these inputs: a single one without its name, several with theirs. */
export function typedLine(verb: CaseVerb, id: string, input: RawInput, language: Language): string {
  const { verbs, registration } = sentencesIn(language);
  const [word = ''] = listed(verbs[verb].words);
  const names: Readonly<Record<string, string>> = registration.inputs;
  const given = Object.entries(input);
  const rest = given.map(([name, value]) => {
    if (verb === 'case.correct') return correction(name, value, language);
    const words = valueWords(verb, name, value, language);
    return given.length === 1 ? words : `${listed(names[name] ?? '')[0] ?? name}: ${words}`;
  });
  return `${word} ${id} ${rest.join('; ')}`.trim();
}
