import { describe, expect, it } from 'vitest';
import { QUESTION_IDS, questionOf, readAnswer } from '../../dialogs/questions.ts';
import { CONTROL_ANSWERS } from '../../dialogs/replies.ts';
import { readInputs } from '../../src/core/intake/read-inputs.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';

const ALL = [...QUESTION_IDS, 'control:internationalisation'];

describe('guided questions', () => {
  it.each([
    ['company', '25313763', { cvr: '25313763' }],
    ['company', 'CVR-nr. 25 31 37 63', { cvr: '25313763' }],
    ['company', '25313764', { cvr: '25313764' }],
    ['company', 'Hansen VVS', { companyName: 'Hansen VVS' }],
    ['company', 'har ikke', { cvr: '' }],
    ['company', 'none', { cvr: '' }],
    ['municipality', 'viborg kommune', { municipality: '791' }],
    ['municipality', 'Ærø', { municipality: '492' }],
    ['municipality', 'aeroe', { municipality: '492' }],
    ['municipality', 'Andeby', undefined],
    ['areas', 'eksport og finansiering', { areas: 'internationalisation,financing' }],
    ['areas', 'Eksport og internationalisering', { areas: 'internationalisation' }],
    ['areas', '1, 2', { areas: 'internationalisation,financing' }],
    ['areas', 'de vil gerne sælge til Tyskland', undefined],
    ['stage', 'Etableret', { stage: 'established' }],
    ['stage', 'førstarter', { stage: 'pre-starter' }],
    ['stage', 'ved ikke', { stage: 'unknown' }],
    ['maturity', 'moden', { maturity: 'mature' }],
    ['maturity', 'ved ikke', { maturity: '' }],
    ['clarified', 'ja', { clarified: 'true' }],
    ['clarified', 'nej', { clarified: 'false' }],
    ['clarified', 'måske', undefined],
    ['control:financing', 'nej', { 'control:financing': 'none' }],
    ['control:financing', 'ja', { 'control:financing': 'missing-locally' }],
    ['control:financing', 'et længere forløb', { 'control:financing': 'longer-course' }],
    ['control:financing', 'De vil have et program', { 'control:financing': 'programme' }],
    [
      'contact',
      'Mette Hansen 40 41 12 34 mette@hansenvvs.dk',
      { contactName: 'Mette Hansen', contactPhone: '40411234', contactEmail: 'mette@hansenvvs.dk' },
    ],
    ['contact', 'ring til Mette på +45 40411234', { contactName: 'Mette', contactPhone: '+4540411234' }],
    ['contact', 'mette@hansenvvs.dk', { contactEmail: 'mette@hansenvvs.dk' }],
    ['contact', 'spring over', {}],
    ['control:financing', 'ved ikke', { 'control:financing': 'skip' }],
    ['control:financing', 'spring over', { 'control:financing': 'skip' }],
    ['control:financing', 'skip', { 'control:financing': 'skip' }],
    ['consent', 'ja tak', { consent: 'consent' }],
    ['consent', 'offentlig opgave', { consent: 'public-task' }],
    ['consent', 'nej', { consent: 'declined' }],
  ])('%s: reads %s', (question, text, input) => {
    expect(readAnswer(question, text)).toEqual(input);
  });

  it('take a yes for the one need that is offered, and for no other', () => {
    expect(readAnswer('areas', 'ja', ['financing'])).toEqual({ areas: 'financing' });
    expect(readAnswer('areas', 'ja', ['financing', 'succession'])).toBeUndefined();
    expect(readAnswer('areas', 'nej', ['financing'])).toBeUndefined();
    expect(readAnswer('areas', 'ejerskifte', ['financing'])).toEqual({ areas: 'succession' });
  });

  it('are worded in both languages, with help', () => {
    for (const id of ALL) {
      for (const language of LANGUAGES) {
        const { title, help } = questionOf(id, language);
        expect(title, id).toMatch(/\?$/);
        expect(help.length, id).toBeGreaterThan(20);
      }
    }
  });

  it('read a quick reply that is typed like one that is pressed, and the intake understands it', () => {
    for (const id of ALL) {
      for (const language of LANGUAGES) {
        for (const { title, input } of questionOf(id, language).replies) {
          expect(readAnswer(id, title), `${id}: ${title}`).toEqual(input);
          expect(readInputs(input, '2026-11-21').problems, id).toEqual([]);
        }
      }
    }
  });

  it('have an answer to the control questions that makes the need basic, and three that make it specialised', () => {
    const depths = CONTROL_ANSWERS.map(
      (answer) => readInputs({ 'control:financing': answer }, '2026-11-21').values.depths?.financing,
    );
    expect(depths).toEqual(['specialised', 'specialised', 'specialised', 'basic', undefined]);
  });

  it('are at most as many buttons as a card takes', () => {
    for (const id of ALL) expect(questionOf(id, 'da').replies.length, id).toBeLessThanOrEqual(5);
  });

  it('refuse to be asked for one that is none of ours', () => {
    expect(() => questionOf('control:nonsense', 'da')).toThrow('No guided question');
  });
});
