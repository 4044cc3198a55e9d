import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOTICES } from '../../dialogs/notice-sentences.ts';
import { noticeWords } from '../../dialogs/notices.ts';
import { PROGRAMME_REASONS } from '../../dialogs/programmes.ts';
import { REFUSALS } from '../../dialogs/refusal-sentences.ts';
import { refusalWords } from '../../dialogs/refusals.ts';
import { VERB_WORDS } from '../../dialogs/verbs.ts';
import { CASE_VERBS } from '../../src/core/case/verbs/index.ts';
import type { Notice } from '../../src/core/notice.ts';
import { REFUSAL_CODES, type RefusalCode } from '../../src/core/refusal-codes.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';

const SOURCE = join(import.meta.dirname, '../../src');

/** Not ports (delivery codes), the proof, the directory's file or the installation page: what they name is never said to a person in a chat. */
function sourceOf(folder: string): string {
  return readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/(?:ports|proof|directory|oauth)\.ts$/.test(name))
    .map((name) => readFileSync(join(SOURCE, folder, name), 'utf8'))
    .join('\n');
}

/** Every code that stands in the places where the source names one. */
function codesIn(text: string, ...places: readonly RegExp[]): readonly string[] {
  const codes = places.flatMap((place) => [...text.matchAll(place)].map(([, code = '']) => code));
  return [...new Set(codes)].sort();
}

/** What must never reach a person. */
const BROKEN = /[{}[\]]|undefined| {2}/;

const NOTICES_OF_ALL_KINDS = Object.keys(NOTICES).map((code) => ({ code }) as Notice);

describe('sentences', () => {
  it('exist for every refusal, and for nothing else', () => {
    expect(Object.keys(REFUSALS).sort()).toEqual([...REFUSAL_CODES].sort());
  });

  it('exist for every reason why a programme is not open', () => {
    const codes = codesIn(sourceOf('core/triage/rules'), /\bwhy: '([a-z-]+)'/g, /'check' \? '([a-z-]+)'/g);
    expect(codes.filter((code) => !(code in PROGRAMME_REASONS))).toEqual([]);
  });

  it('read well without their parameters and with them', () => {
    const params = {
      person: 'Anna Holm',
      organisation: 'les-791',
      owner: 'ehm-midtjylland',
      caseId: 'K3F9-QTX2',
      status: 'closed',
      max: 5,
      days: 90,
      typed: 'Andeby',
      at: '2026-11-21T09:00:00.000Z',
    };
    for (const language of LANGUAGES) {
      for (const code of REFUSAL_CODES) {
        for (const sentence of [
          refusalWords({ code }, language),
          refusalWords({ code, params }, language, '2026-11-21T10:00:00.000Z'),
        ]) {
          expect(sentence, code).toMatch(/^[A-ZÆØÅ].*[.?!"]$/su);
          expect(sentence, code).not.toMatch(BROKEN);
        }
      }
      for (const notice of NOTICES_OF_ALL_KINDS) {
        const { code } = notice;
        for (const sentence of [
          noticeWords(notice, language),
          noticeWords({ ...notice, params } as Notice, language),
        ]) {
          expect(sentence, code).toMatch(/^[A-ZÆØÅ].*[.?!"]$/su);
          expect(sentence, code).not.toMatch(BROKEN);
        }
      }
    }
  });

  it('say what came of every verb', () => {
    for (const verb of CASE_VERBS) {
      const { done, doneAs } = VERB_WORDS[verb];
      for (const said of [done, ...Object.values(doneAs ?? {})]) {
        for (const language of LANGUAGES) expect(said[language], verb).toMatch(/^[A-ZÆØÅ].*[.?!"]$/su);
      }
    }
    const missing = { verb: 'handover.return', event: 'asked', caseId: 'K3F9-QTX2' } as const;
    expect(noticeWords({ code: 'done', params: missing }, 'da')).toContain('ikke returneret');
  });

  it('have no hole where a parameter is left out: each stands in a part that goes with it', () => {
    for (const [code, { da, en }] of Object.entries({ ...REFUSALS, ...NOTICES })) {
      for (const sentence of [da, en]) expect(sentence.replace(/\[[^\]]*\]/g, ''), code).not.toContain('{');
    }
  });

  it('say what organisations, people and moments are, not their codes', () => {
    expect(
      refusalWords({ code: 'already-taken', params: { person: 'Bo Krogh', organisation: 'les-751' } }, 'da'),
    ).toBe('Sagen er allerede overtaget af Bo Krogh hos LES Aarhus.');
    expect(
      refusalWords(
        { code: 'already-answered', params: { at: '2026-11-21T08:30:00.000Z' } },
        'da',
        '2026-11-21T12:00:00.000Z',
      ),
    ).toBe('Virksomheden har allerede fået svar i dag kl. 9.30.');
  });

  it('still answer a code that nobody worded', () => {
    expect(refusalWords({ code: 'never-heard-of' as RefusalCode }, 'da')).toContain('never-heard-of');
    expect(noticeWords({ code: 'never-heard-of' } as unknown as Notice, 'en')).toContain('never-heard-of');
  });
});
