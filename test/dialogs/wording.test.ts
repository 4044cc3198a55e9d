import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../cards/view-of.ts';
import { taskNeeds } from '../../cards/views/task.ts';
import { readCommand } from '../../dialogs/commands.ts';
import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Task } from '../../src/core/case/task.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';
import { DIGEST_SAMPLES } from '../cards/digest-samples.ts';

/** How sentences are worded where a reader was misled once: next steps, one term for one thing, numbers and lists. */

const FOLDER = new URL('../../dialogs/', import.meta.url);

describe('the sentences', () => {
  it('of a refusal that asks for a choice say what to type, and it is a command', () => {
    for (const language of LANGUAGES) {
      const { advisers } = sentencesIn(language);
      const words = [
        refusalWords({ code: 'unknown-adviser', params: { typed: 'Nordisk' } }, language),
        refusalWords({ code: 'digest-by-setting' }, language),
        advisers.none,
        advisers.sayNeed,
      ];
      for (const sentence of words) {
        const [, typed = ''] = /"([^"]+)"/.exec(sentence) ?? [];
        expect(readCommand(typed).name, sentence).not.toBe('say');
      }
    }
  });

  it('of a single adviser do not speak of an order', () => {
    expect(sentencesIn('da').advisers.why(1)).not.toContain('ækkefølge');
    expect(sentencesIn('da').advisers.why(2)).toContain('ækkefølge');
    expect(sentencesIn('en').advisers.why(1)).not.toContain('order');
    expect(sentencesIn('en').advisers.why(2)).toContain('order');
  });

  it('name the next step as a thing, which fits behind its word', () => {
    const { labels, decisionCard } = sentencesIn('da');
    expect(decisionCard.nextStep(labels.plan.clarify, undefined)).toBe('Næste skridt: afklaring af behovet');
    expect(decisionCard.nextStep(labels.plan.guide, 'LES Viborg')).toBe(
      'Næste skridt hos LES Viborg: vejledning af virksomheden',
    );
    const en = sentencesIn('en');
    expect(en.decisionCard.nextStep(en.labels.plan.guide, undefined)).toBe(
      'Next step: guidance of the company',
    );
  });

  it('join needs whose own names have an "and" with commas', () => {
    const task = { areas: ['networks-courses', 'sales-marketing'] } as unknown as Task;
    expect(taskNeeds(task, 'da')).toBe('Netværk og kurser, Salg og markedsføring');
    expect(taskNeeds(task, 'en')).toBe('Networks and courses, Sales and marketing');
  });

  it('count one as one', () => {
    expect(sentencesIn('da').imports.done(1, 0)).toBe('Importeret: 1 ny, 0 erstattet.');
    expect(sentencesIn('da').imports.done(2, 1)).toBe('Importeret: 2 nye, 1 erstattet.');
    expect(sentencesIn('en').imports.more(1)).toBe('1 more problem.');
  });

  it('say a day with its article', () => {
    expect(sentencesIn('da').caseList.followUpOn('1. december 2026')).toBe('følg op den 1. december 2026');
    expect(sentencesIn('da').caseList.followUpWasDue('1. december 2026')).toBe(
      'skulle have været fulgt op den 1. december 2026',
    );
  });

  it('call the newer of two merged cases the same everywhere', () => {
    const { verbs } = sentencesIn('da');
    expect(verbs['case.merge'].warning).toContain('nyeste');
    expect(refusalWords({ code: 'merge-confirm' }, 'da')).toContain('Den nyeste sag');
    for (const language of LANGUAGES)
      for (const name of readdirSync(new URL(language, FOLDER)))
        expect(readFileSync(new URL(`${language}/${name}`, FOLDER), 'utf8')).not.toMatch(/yngste|younger/);
  });
});

it('the digest says what was counted, and folds the definitions away', () => {
  for (const language of LANGUAGES) {
    const answer = DIGEST_SAMPLES['digest of an office'];
    if (!answer) throw new Error('no sample');
    const { blocks } = viewOf(answer, language);
    const folded = blocks.filter((block) => block.kind === 'section' && block.folded);
    expect(folded).toHaveLength(1);
    expect(JSON.stringify(folded)).toContain(
      sentencesIn(language).indicators.figures['I-71-handovers'].definition,
    );
    expect(JSON.stringify(blocks.filter((block) => !folded.includes(block)))).not.toMatch(/I-\d\d/);
  }
});

it('the comments are in English, in every language’s folder', () => {
  const danish = / (?:og|ikke|skal|når|hvad|hvert|eller|noget) /;
  for (const name of readdirSync(new URL('da', FOLDER))) {
    const code = readFileSync(new URL(`da/${name}`, FOLDER), 'utf8');
    for (const [comment] of code.matchAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm))
      expect(comment.replaceAll(/`[^`]*`/g, ''), name).not.toMatch(danish);
    expect(code, name).not.toContain('f.eks.');
  }
});
