import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../dialogs/events.ts';
import { NOTICES } from '../../dialogs/notice-sentences.ts';
import { NOTICE_CODES, noticeWords } from '../../dialogs/notices.ts';
import { PROGRAMME_REASONS } from '../../dialogs/programmes.ts';
import { REFUSALS } from '../../dialogs/refusal-sentences.ts';
import { REFUSAL_CODES, refusalWords } from '../../dialogs/refusals.ts';
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

const cases = sourceOf('core/case');
const intake = sourceOf('core/intake');
const promise = sourceOf('core/promise');
const app = sourceOf('app');

describe('sentences', () => {
  it('exist for every refusal of the case, the intake, the application and the channels', () => {
    const codes = codesIn(
      `${cases}\n${intake}\n${app}\n${sourceOf('channels/teams')}\n${sourceOf('channels/slack')}`,
      /\brefused?\(\s*'([a-z-]+)'/g,
      /\brequired\('([a-z-]+)'/g,
      /\berror: '([a-z-]+)'/g,
      /\brefusal: \{ code: '([a-z-]+)'/g,
    ).concat(codesIn(`${cases}\n${intake}`, /\bcode: '([a-z-]+)'/g, /\boneOf\([A-Z]+, '([a-z-]+)'/g));
    expect(codes.length).toBeGreaterThan(30);
    const zodsOwn = ['custom'];
    expect(codes.filter((code) => !REFUSAL_CODES.includes(code) && !zodsOwn.includes(code))).toEqual([]);
  });

  it('exist for every notice', () => {
    const codes = codesIn(
      `${cases}\n${promise}\n${app}\n${sourceOf('worker')}`,
      /\bnotice\(\s*'([a-z-]+)'/g,
      /\bnotice: '([a-z-]+)'/g,
      /\bcode: '([a-z-]+)', params: \{ caseId: kase/g,
      /\btell(?:Person|Channel|Sender)\([^;']*'([a-z-]+)'/g,
      /\btell\([^;]*?, '(?:channel|coordinators)', '([a-z-]+)'/g,
    );
    expect(codes.length).toBeGreaterThan(12);
    expect(codes.filter((code) => !NOTICE_CODES.includes(code))).toEqual([]);
  });

  it('exist for what somebody is told who did something to a case, whatever it was', () => {
    const missing = Object.keys(EVENTS).filter((event) => !NOTICE_CODES.includes(`did-${event}`));
    expect(missing).toEqual([]);
  });

  it('exist for every event of a history', () => {
    const codes = codesIn(`${cases}\n${promise}`, /\bevent: '([a-z-]+)'/g);
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !(code in EVENTS))).toEqual([]);
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
      for (const code of NOTICE_CODES) {
        for (const sentence of [noticeWords({ code }, language), noticeWords({ code, params }, language)]) {
          expect(sentence, code).toMatch(/^[A-ZÆØÅ].*[.?!"]$/su);
          expect(sentence, code).not.toMatch(BROKEN);
        }
      }
    }
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
    expect(refusalWords({ code: 'never-heard-of' }, 'da')).toContain('never-heard-of');
    expect(noticeWords({ code: 'never-heard-of' }, 'en')).toContain('never-heard-of');
  });
});
