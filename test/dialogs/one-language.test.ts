import { describe, expect, it } from 'vitest';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { viewOf } from '../../cards/view-of.ts';
import { type Sentences, sentencesIn } from '../../dialogs/sentences.ts';
import { drawMessage } from '../../src/channels/slack/draw.ts';
import { formWindow, replyWindow, waitingWindow } from '../../src/channels/slack/windows.ts';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import { HOUSES, lesOf, organisationName } from '../../src/core/organisation.ts';
import { servicesOf } from '../../src/core/services.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { SAMPLES } from '../cards/sample-answers.ts';

/** Nobody reads a sentence, card or Slack block that is half in another language. */

/** Frequent words of each language that the other does not have. */
const FOREIGN: Readonly<Record<Language, RegExp>> = {
  en: /(?<![\p{L}\d])(?:og|ikke|til|på|er|af|som|den|det|har|jeg|du|vi|nej|eller|fra|hvis|når|skal|kan|sag|sagen|sager|svar|frist|virksomhed(?:en)?|henvendelse(?:n)?|kontoret|oplysninger|spørgsmål|dag|tak|ikke|ved|nu|også|uden|efter|mandag|tirsdag|onsdag|torsdag|fredag|kladde|begrundelse|januar|februar|marts|maj|juni|juli|oktober)(?![\p{L}\d])/iu,
  da: /(?<![\p{L}\d])(?:the|and|with|is|are|your|you|not|this|of|from|case|cases|answer|has|was|were|please|company|office|when|who|which|what|about|monday|tuesday|wednesday|thursday|friday|january|february|march|may|june|july|october|enquiry|reason)(?![\p{L}\d])/iu,
};

/** Proper names that hold a word of the other language. */
const NAMES = [
  ...HOUSES.map(({ id }) => organisationName(id)),
  ...MUNICIPALITIES.flatMap(({ code, name }) => [organisationName(lesOf(code)), name]),
  // What a line invites to in its own language, and Danish documents and services by their names.
  sentencesIn('da').help.switchToThis,
  sentencesIn('en').help.switchToThis,
  ...servicesOf('les-791'),
  ...servicesOf('ehm-midtjylland'),
  'Informations- og temamøder',
  'The Trade Council',
  'Early Warning',
  'Innovation Fund Denmark',
  'Start-up Denmark',
].sort((a, b) => b.length - a.length);

/** What people type is in both languages, and words that are explained are Danish by nature. */
const NOT_SAID: readonly (keyof Sentences)[] = [
  'commandWords',
  'fieldWords',
  'glossary',
  'particles',
  'talk',
  'caseTalk',
  'moments',
];

const without = (text: string, parts: readonly string[]) =>
  parts.reduce((rest, part) => (part.length > 4 ? rest.replaceAll(part, '·') : rest), text);
/** The samples whose data is shown whole, so that it can be told from our own words. */
const SHORT = Object.entries(SAMPLES).filter(([name]) => !name.endsWith('at its longest'));
/** A code, which nobody reads. */
const CODE = /^[a-z\d]+(?:[-:.][a-z\d]+)+$/;
/** What is shown as typed, quoted or in angle brackets is an example of what somebody writes. */
const said = (text: string) =>
  CODE.test(text) ? '' : without(text, NAMES).replace(/"[^"]*"|‹[^›]*›|(?<=Source: )[^.]*/g, '·');

/** The texts of a tree of sentences, each with its path; functions are filled with words of no language. */
function textsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const tries: readonly unknown[] = ['Xx', 3, 1, 0, ['Xx', 'Yy'], {}, { Xx: 'Xx' }];
    return tries.flatMap((given) => {
      try {
        const named = new Proxy({}, { get: (_, name) => (name === 'count' || name === 'max' ? 3 : 'Xx') });
        const all =
          typeof given === 'object' && !Array.isArray(given) ? [named, named, named] : [given, given, given];
        return textsIn((value as (...all: unknown[]) => unknown)(...all), path);
      } catch {
        // The sentence takes other parameters: one of the tries fits.
        return [];
      }
    });
  }
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    // The words that a verb is typed with.
    key === 'words' || key === 'typedRest' || key === 'read' ? [] : textsIn(one, `${path}.${key}`),
  );
}

/** Every text of something drawn. */
function stringsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string')
    return [
      'text',
      'title',
      'value',
      'altText',
      'label',
      'tooltip',
      'placeholder',
      'errorMessage',
      'fallbackText',
    ].includes(key)
      ? [value]
      : [];
  if (Array.isArray(value)) return value.flatMap((one) => stringsIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  const isChoice = key === 'choices' || key === 'options' || ('choices' in value && 'value' in value);
  return Object.entries(value).flatMap(([name, one]) =>
    // Data of a button, and choices that are shown by their title.
    name === 'data' || name === 'private_metadata' || (name === 'value' && isChoice)
      ? []
      : stringsIn(one, name),
  );
}
/** What people wrote and offices are called stands in any language. */
function dataOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split('\n');
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(dataOf);
}

describe.each(['da', 'en'] as const)('in %s', (language) => {
  const foreign = FOREIGN[language];
  const leaks = (texts: readonly (readonly [string, string])[]) =>
    texts.filter(([, text]) => foreign.test(said(text))).map(([where, text]) => `${where}: ${text}`);

  it('the words that tell languages apart are found', () => {
    expect(leaks([['', language === 'en' ? 'Sagen er sendt' : 'The case was sent']])).toHaveLength(1);
  });

  it('no sentence holds words of the other language', () => {
    const sentences = Object.entries(sentencesIn(language)).filter(
      ([part]) => !NOT_SAID.some((one) => one === part) && part !== 'typed',
    );
    const texts = sentences.flatMap(([part, of]) => textsIn(of, part));
    expect(texts.length).toBeGreaterThan(900);
    expect(leaks(texts)).toEqual([]);
  });

  it.each(SHORT)('the card, message and windows of "%s" are in one language', (_, answer) => {
    const view = viewOf(answer, language);
    const data = dataOf(answer).toSorted((a, b) => b.length - a.length);
    const drawn = [
      toAdaptiveCard(view),
      drawMessage(answer, language),
      replyWindow({ answers: [answer], language }, null),
      waitingWindow(language),
      ...view.actions.map((action) => formWindow(view, action, null)),
    ];
    const texts = drawn.flatMap((one) => stringsIn(one)).map((text) => ['', without(text, data)] as const);
    expect(leaks(texts)).toEqual([]);
  });
});
