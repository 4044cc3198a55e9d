import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';
import { caseWord } from '../../dialogs/verb-words.ts';
import { CASE_VERBS, type CaseVerb } from '../../src/core/case/verbs/index.ts';

const ID = 'K3F9-QTX2';
const action = (verb: CaseVerb, input: Record<string, string> = {}) => ({
  name: 'case-action',
  verb,
  caseId: ID,
  revision: null,
  input,
});
const intake = (verb: string, input: Record<string, string> = {}) => ({
  name: 'intake',
  verb,
  draftId: null,
  revision: null,
  input,
});

describe('typed commands', () => {
  it.each([
    ['ny', { name: 'new' }],
    ['  NEW ', { name: 'new' }],
    ['start', { name: 'new' }],
    ['/ny', { name: 'new' }],
    ['log', { name: 'new' }],
    ['guide', { name: 'guided' }],
    ['log Hansen VVS cvr 25313763 viborg', { name: 'log', text: 'Hansen VVS cvr 25313763 viborg' }],
    ['Log: Hansen VVS', { name: 'log', text: 'Hansen VVS' }],
    ['sager', { name: 'cases' }],
    ['cases office', { name: 'cases', filter: 'office' }],
    ['sager mine', { name: 'cases', filter: 'mine' }],
    ['mine sager', { name: 'cases' }],
    ['sager kontor side 2', { name: 'cases', filter: 'office', page: 2 }],
    ['sager frist', { name: 'cases', filter: 'due' }],
    ['sager brudt', { name: 'cases', filter: 'broken' }],
    ['sager ikke leveret', { name: 'cases', filter: 'not-delivered' }],
    ['sager side 3', { name: 'cases', page: 3 }],
    ['sag K3F9-QTX2', { name: 'case', caseId: ID }],
    ['sag k3f9qtx2', { name: 'case', caseId: ID }],
    ['case k3f9 qtx2', { name: 'case', caseId: ID }],
    ['sag 1234', { name: 'case', caseId: '1234' }],
    ['sag 1', { name: 'case', caseId: '1' }],
    ['sag ABCD-EFGH', { name: 'case', caseId: 'ABCD-EFGH' }],
    ['hjælp', { name: 'help' }],
    ['hjaelp', { name: 'help' }],
    ['Hvad kan du?', { name: 'help' }],
    ['help', { name: 'help' }],
    ['?', { name: 'help' }],
    ['Hej!', { name: 'greet' }],
    ['hi', { name: 'greet' }],
    ['', { name: 'greet' }],
    ['annuller', { name: 'cancel' }],
    ['tilbage', { name: 'back' }],
    ['ret kommune Viborg', { name: 'correct', field: 'municipality', value: '791' }],
    ['ret kommunen til Ringkøbing-Skjern', { name: 'correct', field: 'municipality', value: '760' }],
    ['ret telefon: 40 41 12 34', { name: 'correct', field: 'contactPhone', value: '40411234' }],
    ['correct stage established', { name: 'correct', field: 'stage', value: 'established' }],
    ['ret kommune Andeby', { name: 'correct', field: 'municipality', value: 'Andeby' }],
    [
      'ret behov eksport og finansiering',
      { name: 'correct', field: 'areas', value: 'internationalisation,financing' },
    ],
    ['forbind les-791', { name: 'connect', organisation: 'les-791' }],
    ['forbind Erhvervshus Midtjylland', { name: 'connect', organisation: 'ehm-midtjylland' }],
    ['connect andeby', { name: 'connect', organisation: 'andeby' }],
    ['afbryd', { name: 'disconnect' }],
    ['afbryd LES Viborg', { name: 'disconnect', organisation: 'les-791' }],
    ['sprog en', { name: 'language', language: 'en' }],
    ['language da', { name: 'language', language: 'da' }],
    ['som LES Aarhus', { name: 'act-as', organisation: 'les-751' }],
    ['bekræft', intake('intake.confirm')],
    ['bekræft samtykke', intake('intake.confirm', { consent: 'consent' })],
    ['bekræft ny sag', intake('intake.confirm', { anyway: 'true' })],
    ['confirm new case with consent', intake('intake.confirm', { consent: 'consent', anyway: 'true' })],
    ['confirm public task', intake('intake.confirm', { consent: 'public-task' })],
    [
      'anden ejer LES Viborg fordi de kender dem',
      intake('intake.override', { organisation: 'les-791', reason: 'de kender dem' }),
    ],
    ['rediger', intake('intake.edit')],
    ['indsend', intake('intake.submit')],
    ['fortsæt', intake('intake.resume')],
    ['start forfra', intake('intake.restart')],
    ['slå op 25 31 37 63', intake('intake.lookup', { cvr: '25313763' })],
  ])('reads %s', (line, command) => {
    expect(readCommand(line)).toEqual(command);
  });

  it.each([
    ['overtag k3f9-qtx2', action('handover.accept')],
    ['overtag sag K3F9QTX2', action('handover.accept')],
    ['overtag ABCD-EFGH', { ...action('handover.accept'), caseId: 'ABCD-EFGH' }],
    ['overtag', { ...action('handover.accept'), caseId: '' }],
    ['Luk.', { ...action('case.close'), caseId: '' }],
    [
      'returner K3F9-QTX2 forkert kommune: de bor i Skive',
      action('handover.return', { reasonCode: 'wrong-geography', reason: 'de bor i Skive' }),
    ],
    [
      'return K3F9-QTX2 no-capacity full until May',
      action('handover.return', { reasonCode: 'no-capacity', reason: 'full until May' }),
    ],
    ['returner K3F9-QTX2 passer dårligt her', action('handover.return', { reason: 'passer dårligt her' })],
    ['spørg K3F9-QTX2 hvor mange ansatte?', action('handover.ask', { text: 'hvor mange ansatte?' })],
    ['svar k3f9 qtx2 de er 12', action('handover.answer', { text: 'de er 12' })],
    [
      'videresend K3F9-QTX2 Erhvervshus Midtjylland kræver specialviden',
      action('handover.forward', { organisation: 'ehm-midtjylland', reason: 'kræver specialviden' }),
    ],
    [
      'videresend K3F9-QTX2 andeby de bor der',
      action('handover.forward', { organisation: 'andeby', reason: 'de bor der' }),
    ],
    ['kontaktet K3F9-QTX2', action('case.contacted')],
    ['tildel K3F9-QTX2 Anna Holm', action('case.assign', { person: 'Anna Holm' })],
    ['tildel K3F9-QTX2 mig', action('case.assign', { person: 'me' })],
    [
      'afslut K3F9-QTX2 ydelser: 1:1 vejledning, netværk; henvist: privat rådgiver; selvhjælp: ja; segment: vækst; opfølgning: 1-12-2026; ringede tilfreds',
      action('case.close', {
        services: '1:1 vejledning,netværk',
        referredTo: 'private-adviser',
        selfHelpUsed: 'true',
        segment: 'growth',
        followUpOn: '2026-12-01',
        note: 'ringede tilfreds',
      }),
    ],
    [
      'afgør K3F9-QTX2 LES Viborg fælles de kender dem',
      action('case.settle', { organisation: 'les-791', joint: 'true', reason: 'de kender dem' }),
    ],
    ['grundlag K3F9-QTX2 samtykke', action('case.basis', { kind: 'consent' })],
    ['stop deling K3F9-QTX2', action('case.withdraw-basis')],
    ['stop K3F9-QTX2 de har lukket', action('case.withdraw', { reason: 'de har lukket' })],
  ])('reads %s', (line, command) => {
    expect(readCommand(line)).toEqual(command);
  });

  it.each([
    'ny maskine til produktionen',
    'nyy',
    'start af virksomhed i Viborg',
    'hjælp til eksport',
    'sag om byggetilladelse',
    'sagerne om eksport',
    'overtage en virksomhed',
    'overtag en virksomhed i Viborg',
    'svar på vores ansøgning',
    'send en mail til mig',
    'forbind mig med en rådgiver',
    'ret til ferie og barsel',
    'som virksomhed vil vi gerne vokse',
    'luk virksomheden i Viborg',
    'hej jeg vil gerne eksportere',
    'tilbage fra ferie, vil starte firma',
    'sproget er svært',
  ])('leaves %s to be understood as a need', (line) => {
    expect(readCommand(line)).toEqual({ name: 'say', text: line });
  });

  it('has a typed form of every verb on a case, in both languages', () => {
    for (const verb of CASE_VERBS) {
      for (const language of ['da', 'en'] as const) {
        const read = readCommand(`${caseWord(verb, language)} ${ID}`);
        expect(read, `${verb} ${language}`).toMatchObject({ name: 'case-action', verb, caseId: ID });
      }
    }
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(readCommand(text)).toHaveProperty('name');
      }),
    );
  });
});
