import { describe, expect, it } from 'vitest';
import { answerIn, type Said } from '../../src/app/read-said.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import { understanding } from './app-world.ts';

/** When the words that answer the guide's question about the company are its name. */

const asked = (more: Partial<Draft> = {}) =>
  ({ step: 'guided', asking: 'company', offered: [], ...more }) as unknown as Draft;
const readAnswer = (_: unknown, companyName: string) => ({ companyName });
const need = (chosen: Said['understood'] = understanding('', { chosen: ['financing'] })): Said => ({
  talk: { kind: 'need' } as Said['talk'],
  understood: chosen,
});
const nameIn = (text: string, said: Said, draft: Draft | undefined = asked()) =>
  answerIn(text, draft, said, { readAnswer })?.companyName ?? null;

describe('an answer to which company it is', () => {
  it('is a name unless it is a sentence about a need', () => {
    expect(nameIn('Nordisk   Finans   og   Lån', need())).toBe('Nordisk   Finans   og   Lån');
    expect(nameIn('vi vil gerne låne penge', need())).toBeNull();
    expect(nameIn('vi vil gerne låne penge', need(understanding('', {})))).toBe('vi vil gerne låne penge');
    const named = understanding('', { chosen: ['financing'], entities: { companyName: 'Hansen VVS' } });
    expect(nameIn('Hansen VVS vil låne penge', need(named))).toBe('Hansen VVS vil låne penge');
    expect(nameIn('vi vil gerne låne penge', need(null))).toBe('vi vil gerne låne penge');
  });

  it('is none where it is a question or small talk, and a name where nothing was read', () => {
    const talk = (kind: string): Said => ({ talk: { kind } as Said['talk'], understood: null });
    expect(nameIn('tak', talk('social'))).toBeNull();
    expect(nameIn('Tak Byg', talk('nothing'))).toBe('Tak Byg');
    expect(nameIn('Tak Byg', talk('perhaps'))).toBe('Tak Byg');
  });

  it('is given only to a question that is asked', () => {
    expect(nameIn('Hansen VVS', need(), asked({ step: 'decision' }))).toBeNull();
    expect(nameIn('Hansen VVS', need(), asked({ asking: null }))).toBeNull();
    expect(answerIn('Hansen VVS', undefined, need(), { readAnswer })).toBeNull();
    expect(answerIn('Hansen VVS', asked(), need(), { readAnswer: () => undefined })).toBeNull();
  });
});
