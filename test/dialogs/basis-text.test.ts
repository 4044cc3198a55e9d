import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readBasis } from '../../dialogs/basis-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { BASIS_TEXT_VERSION } from '../../src/core/case/basis-text.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';

/** The texts of each version, by their hashes: cases name the version, so its words must never change. */
const VERSIONS: Readonly<Record<string, string>> = {
  '2026.1': '5cb562f3d0642807',
};

describe('the consent text', () => {
  it('has a new version when its words change', () => {
    const words = LANGUAGES.map((language) => sentencesIn(language).basisText.texts);
    const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
    expect(VERSIONS[BASIS_TEXT_VERSION]).toBe(hash);
  });
});

describe('a typed basis', () => {
  it.each([
    ['samtykke', { kind: 'consent' }],
    ['samtykke til alt', { kind: 'consent', scope: 'all-public-business-service' }],
    ['Samtykke, gælder kun denne sag', { kind: 'consent', scope: 'this-case' }],
    ['offentlig opgave for sagen', { kind: 'public-task', scope: 'this-case' }],
    ['consent to everything', { kind: 'consent', scope: 'all-public-business-service' }],
    ['consent for all public business service', { kind: 'consent', scope: 'all-public-business-service' }],
    ['nej til det hele', { kind: 'declined' }],
    ['samtykke til at sælge', undefined],
    ['eksport til Tyskland', undefined],
  ])('%s', (typed, read) => expect(readBasis(typed)).toEqual(read));
});
