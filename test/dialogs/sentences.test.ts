import { describe, expect, it } from 'vitest';
import { noticeWords } from '../../dialogs/notice-words.ts';
import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { verbTexts } from '../../dialogs/verb-words.ts';
import { CASE_VERBS } from '../../src/core/case/verbs/index.ts';
import type { Notice } from '../../src/core/notice.ts';
import { REFUSAL_CODES, type RefusalCode } from '../../src/core/refusal-codes.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';

/** What must never reach a person. */
const BROKEN = /[{}[\]]|undefined| {2}/;

/** What a notice may lack; a refusal may lack anything. */
const MAY_LACK = ['at', 'name', 'parts'];

const NOTICE_CODES = Object.keys(sentencesIn('da').notices);

describe('sentences', () => {
  it('read well without their parameters and with them', () => {
    const params = {
      person: 'Anna Holm',
      organisation: 'les-791',
      owner: 'ehm-midtjylland',
      caseId: 'K3F9-QTX2',
      status: 'closed',
      max: 5,
      days: 90,
      until: '2026-12-01',
      before: '2026-11-27',
      deputy: 'Finn Dahl',
      typed: 'Andeby',
      at: '2026-11-21T09:00:00.000Z',
      name: 'Bo Krogh',
      count: 3,
      areas: 'financing,csr',
      parts: 'headers,signature',
      length: 9_000,
      room: 12,
      pNumber: '1003388394',
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
      for (const code of NOTICE_CODES) {
        for (const given of [
          params,
          Object.fromEntries(Object.entries(params).filter(([name]) => !MAY_LACK.includes(name))),
        ]) {
          const sentence = noticeWords({ code, params: given } as Notice, language);
          expect(sentence, code).toMatch(/^[A-ZÆØÅ].*[.?!"]$/su);
          expect(sentence, code).not.toMatch(BROKEN);
        }
      }
    }
  });

  it('say what came of every verb', () => {
    for (const verb of CASE_VERBS) {
      for (const language of LANGUAGES) {
        const { done, doneAs } = verbTexts(verb, language);
        for (const said of [done, ...Object.values(doneAs ?? {})])
          expect(said, verb).toMatch(/^[A-ZÆØÅ].*[.?!"]$/su);
      }
    }
    const missing = { verb: 'handover.return', event: 'asked', caseId: 'K3F9-QTX2' } as const;
    expect(noticeWords({ code: 'done', params: missing }, 'da')).toContain('ikke returneret');
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
    ).toBe('Virksomheden har allerede fået svar lørdag den 21. november kl. 9.30.');
  });

  it('still answer a code that nobody worded', () => {
    expect(refusalWords({ code: 'never-heard-of' as RefusalCode }, 'da')).toContain('never-heard-of');
    expect(noticeWords({ code: 'never-heard-of' } as unknown as Notice, 'en')).toContain('never-heard-of');
  });
});
