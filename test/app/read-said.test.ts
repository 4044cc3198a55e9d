import { describe, expect, it } from 'vitest';
import { NO_NEED_CHANGE } from '../../src/app/ports/language-model.ts';
import { answerIn, type Said } from '../../src/app/read-said.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import { understanding } from './app-world.ts';

/** When the words that answer the guide's question about the company are its name. */

const asked = (more: Partial<Draft> = {}) =>
  ({ step: 'guided', asking: 'company', offered: [], ...more }) as unknown as Draft;
const TODAY = '2026-11-20';
const deps = { readAnswer: (_: unknown, companyName: string) => ({ companyName }), language: null };
const ofContact = { ...deps, readAnswer: (_: unknown, contactName: string) => ({ contactName }) };
const need = (chosen: Said['understood'] = understanding('', { chosen: ['financing'] })): Said => ({
  talk: { kind: 'need' } as Said['talk'],
  understood: chosen,
});
const nameIn = (text: string, said: Said, draft: Draft | undefined = asked()) =>
  answerIn(text, draft, said, deps, TODAY)?.companyName ?? null;

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

  it('is none where the words take a need away', () => {
    const declines = {
      understand: (text: string) => understanding(text),
      needChange: () => ({ ...NO_NEED_CHANGE, declined: ['patents-ipr'] as const }),
    };
    const nothing: Said = { talk: { kind: 'nothing' }, understood: null };
    expect(answerIn('ikke patent', asked(), nothing, { ...deps, language: declines }, TODAY)).toBeNull();
  });

  it('is given only to a question that is asked', () => {
    expect(nameIn('Hansen VVS', need(), asked({ step: 'decision' }))).toBeNull();
    expect(nameIn('Hansen VVS', need(), asked({ asking: null }))).toBeNull();
    expect(answerIn('Hansen VVS', undefined, need(), deps, TODAY)).toBeNull();
    expect(
      answerIn('Hansen VVS', asked(), need(), { ...deps, readAnswer: () => undefined }, TODAY),
    ).toBeNull();
  });
});

describe('an answer to whom to call', () => {
  const contactIn = (text: string, talk: string) =>
    answerIn(
      text,
      asked({ asking: 'contact' }),
      { talk: { kind: talk } as Said['talk'], understood: null },
      ofContact,
      TODAY,
    )?.contactName ?? null;

  it('is a name, however it resembles small talk, and no sentence', () => {
    expect(contactIn('Mads Vent', 'small-talk')).toBe('Mads Vent');
    expect(contactIn('hanne', 'nothing')).toBe('hanne');
    expect(contactIn('tak for det', 'small-talk')).toBeNull();
    expect(contactIn('ring til hende i morgen', 'perhaps')).toBeNull();
  });
});
