import { describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';

/** Lines that begin with the word of a command and are none, beside the nearest lines that are one. */

const nameOf = (line: string) => readCommand(line).name;

describe('a sentence that begins like a command', () => {
  it.each([
    'Fravær blandt medarbejderne, vi har brug for hjælp til ledelse',
    'Fravær op til 20 procent',
    'fravær holder virksomheden tilbage',
    'fravær holder os tilbage',
    'fravær op til fredag i hele produktionen',
    'fravær, stress og dårlig trivsel til hver en tid',
    'Fravær er blevet et problem. De vil have hjælp til at nedbringe det',
    'fravær blandt de nye ansatte til december',
    'fravær fører til dårlig stemning',
    'Fravær har sat produktionen tilbage',
    'Absence holds the company back',
    'absence among staff, they need help until spring',
    'absence up to 20 per cent',
    'absence leads to delays',
  ])('is no absence: %s', (line) => {
    expect(readCommand(line)).toEqual({ name: 'say', text: line });
  });

  it.each([
    ['fravær', 'absence.show', {}],
    ['fravær slut', 'absence.end', {}],
    ['fravær er tilbage', 'absence.end', {}],
    ['fravær Dan Ravn tilbage', 'absence.end', { person: 'Dan Ravn' }],
    ['fravær dan ravn slut', 'absence.end', { person: 'dan ravn' }],
    ['absence Eva Lund is back', 'absence.end', { person: 'Eva Lund' }],
    ['fravær til blomme', 'absence.set', { until: 'blomme' }],
    ['fravær Dan til fredag', 'absence.set', { person: 'Dan', until: 'friday' }],
    [
      'fravær dan ravn til i morgen Eva Lund',
      'absence.set',
      { person: 'dan ravn', until: '+1', deputy: 'Eva Lund' },
    ],
    ['absence Eva until friday', 'absence.set', { person: 'Eva', until: 'friday' }],
  ])('is one: %s', (line, verb, input) => {
    expect(readCommand(line)).toEqual({ name: 'absence', verb, input });
  });

  it.each([
    'tilbud og kontrakter',
    'katalog på engelsk',
    'kataloget skal trykkes på ny',
    'tilbud på nyt tag',
    'tilbud til kunder i Tyskland',
    'tilbud på en opgave i Viborg kommer for sent',
    'Tilbud fra banken er for dyrt',
    'offers to customers abroad',
    'offers and contracts',
    'catalogue in English',
    'offer on a new roof',
  ])('asks for no offers: %s', (line) => {
    expect(readCommand(line)).toEqual({ name: 'say', text: line });
  });

  it.each([
    'tilbud',
    'katalog',
    'kataloget',
    'tilbud eksport',
    'tilbud eksport Viborg',
    'tilbud programmer',
    'tilbud om finansiering i Skive',
    'tilbud i Viborg',
    'tilbud Viborg kommune',
    'vis tilbud grøn omstilling til landbrug',
    'find tilbud noget helt ukendt',
    'hvilke tilbud er der til iværksættere',
    'offers export',
    'show offers solar panels',
    'catalogue',
  ])('asks for offers: %s', (line) => {
    expect(nameOf(line)).toBe('offers');
  });

  it.each([
    'tal og budget',
    'tal på plads',
    'rapport om klimaregnskab',
    'en rapport om bæredygtighed',
    'statistik over medarbejdernes fravær',
    'antallet af kunder falder',
    'antal ansatte 12',
    'hvor mange timer må man arbejde på dagpenge',
    'hvor mange ansatte har Hansen VVS',
    'tallene i regnskabet passer ikke',
    'hvor stor en andel af udgifterne kan de få dækket',
    'how many employees can they hire from abroad',
    'numbers do not add up in their accounts',
    'hvor mange penge kan de få i tilskud',
    'hvilke kommuner giver mest tilskud',
    'top 10 virksomhed vil eksportere',
    'tal er røde',
    'tal lige med banken',
    'tal om eksport',
    'tal for virksomheden skal op',
    'tal fra regnskabet mangler',
    'tallene er røde',
    'Tal ordentligt til kunderne',
    'figures and budgets',
    'figures are red',
    'figures in order',
  ])('asks for no figures: %s', (line) => {
    expect(readCommand(line)).toEqual({ name: 'say', text: line });
  });

  it.each([
    'tal',
    'tal sidste måned',
    'tal om sidste år',
    'tal okober',
    'tal for marst',
    'tal sidste uge',
    'tal fra juni til augst',
    'tal K7 2026',
    'figures last quarter',
    'figures for octobre',
    'figures 2026-13',
  ])('asks for figures: %s', (line) => {
    expect(nameOf(line)).toBe('figures');
  });

  it.each([
    ['fulgt op K3F9-QTX2 behov for mere hjælp', undefined],
    ['fulgt op K3F9-QTX2 behov dækket', 'no-need'],
    ['fulgt op K3F9-QTX2 ikke noget behov', 'no-need'],
    ['fulgt op K3F9-QTX2 der er nyt behov: de vil til Norge', 'new-need'],
    ['fulgt op K3F9-QTX2 har nyt behov', 'new-need'],
    ['followed up K3F9-QTX2 need met', 'no-need'],
    ['followed up K3F9-QTX2 need for nothing', undefined],
    ['followed up K3F9-QTX2 there is a new need', 'new-need'],
    ['followed up K3F9-QTX2 has a new need', 'new-need'],
  ])('says what a follow-up found only where it says so: %s', (line, result) => {
    const command = readCommand(line);
    const read = command.name === 'case-action' ? command.input.result : undefined;
    if (result === undefined) expect(['no-need', 'new-need', 'not-reached']).not.toContain(read);
    else expect(read).toBe(result);
  });
});
