import { describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';

/** The fields of verbs as people type them, with and without their names. */

const ID = 'K3F9-QTX2';
const input = (line: string) => {
  const command = readCommand(line);
  return command.name === 'case-action' ? command.input : command;
};
const closing = (rest: string) => input(`luk ${ID} ${rest}`);

describe('a value without the name of its field', () => {
  it.each([
    ['sparring; privat rådgiver', { services: 'sparring', referredTo: 'private-adviser' }],
    ['privat rådgiver; sparring', { services: 'sparring', referredTo: 'private-adviser' }],
    ['sparring; Væksthjulet', { services: 'sparring', selfHelp: 'vaeksthjulet' }],
    ['sparring; 2 timer; digitalt', { services: 'sparring', hours: '2', meeting: 'digital' }],
    ['kun information', { noService: 'information-only' }],
  ])('is what it plainly means: %s', (rest, expected) => {
    expect(closing(rest)).toEqual(expected);
  });

  it('joins the list that was named, and never goes to another field because its own is taken', () => {
    expect(closing('henvist: kommunen; privat rådgiver')).toEqual({
      referredTo: 'municipality,private-adviser',
    });
    expect(closing('møde: telefon; digitalt')).toEqual({ meeting: 'phone', note: 'digitalt' });
  });

  it('goes to the field of that name where it is named', () => {
    expect(closing('sparring; ansøgning: privat rådgiver; værktøj: Væksthjulet')).toEqual({
      services: 'sparring',
      applicationHelp: 'private-adviser',
      tools: 'vaeksthjulet',
    });
    expect(input(`ydelse ${ID} sparring; privat rådgiver; Væksthjulet`)).toEqual({
      services: 'sparring',
      applicationHelp: 'private-adviser',
      tools: 'vaeksthjulet',
    });
  });
});

describe('a value before a colon', () => {
  it.each([
    [`henvist ${ID} kommunen: byggesag`, { to: 'municipality', why: 'byggesag' }],
    [`henvist ${ID} eifo: lån`, { to: 'growth-fund', why: 'lån' }],
    [`henvist ${ID} eifo: lån; navn: Bo Lind`, { to: 'growth-fund', why: 'lån', name: 'Bo Lind' }],
    [`refer ${ID} municipality: building permit`, { to: 'municipality', why: 'building permit' }],
    [`selvhjælp ${ID} Væksthjulet: salg, økonomi`, { tools: 'vaeksthjulet', focus: 'salg,økonomi' }],
    [`ydelse ${ID} sparring: 2 timer`, { services: 'sparring', hours: '2' }],
    [`luk ${ID} sparring: det gik godt`, { services: 'sparring', note: 'det gik godt' }],
  ])('is no misspelt name: %s', (line, expected) => {
    expect(input(line)).toEqual(expected);
  });

  it('is refused as a name where it is no value', () => {
    expect(closing('sparring; timmer: 3')).toEqual({ services: 'sparring', '?timmer': '3' });
    expect(input(`henvist ${ID} banken; hvorfr: lån`)).toMatchObject({ '?hvorfr': 'lån' });
  });
});

describe('a text over several lines', () => {
  it.each([
    ['handlingsplan: 1. ring\n2. skriv', { actionPlan: '1. ring\n2. skriv' }],
    ['handlingsplan:\n1. ring\n2. skriv; timer: 3', { actionPlan: '1. ring\n2. skriv', hours: '3' }],
    ['handlingsplan: ring\ntimer: 3\nnote: fint\ntak', { actionPlan: 'ring', hours: '3', note: 'fint\ntak' }],
    ['handlingsplan: mandag: ring\ntirsdag: skriv', { actionPlan: 'mandag: ring\ntirsdag: skriv' }],
    ['handlingsplan: ring; det gik godt', { actionPlan: 'ring', note: 'det gik godt' }],
    ['sparring\n2 timer\ndet gik godt', { services: 'sparring', hours: '2', note: 'det gik godt' }],
  ])('keeps its lines: %j', (rest, expected) => {
    expect(closing(rest)).toEqual(expected);
  });

  it('ends where a field follows, misspelt or not', () => {
    expect(closing('handlingsplan: ring\ntimmer: 3')).toEqual({ actionPlan: 'ring', '?timmer': '3' });
  });

  it('goes on in the reason of a referral', () => {
    expect(input(`henvist ${ID} banken; hvorfor: lån\nog en kassekredit`)).toMatchObject({
      why: 'lån\nog en kassekredit',
    });
  });
});

describe('follow-up and hours', () => {
  it.each([
    ['opfølgning: ingen; ingen opfølgning: de er i gang', { followUpBy: 'none', noFollowUp: 'de er i gang' }],
    ['opfølgning: nej', { followUpBy: 'none' }],
    ['opfølgning: os', { followUpBy: 'us' }],
    ['opfølgning: LES Viborg', { followUpBy: 'les-791' }],
    ['opfølgning: 1-12-2026', { followUpOn: '2026-12-01' }],
    ['opfølgning: snart', { followUpOn: 'snart' }],
    ['timer: ½ time', { hours: '0.5' }],
    ['timer: ½', { hours: '0.5' }],
    ['timer: 1¼', { hours: '1.25' }],
    ['timer: 2¾ timer', { hours: '2.75' }],
    ['timer: 45 min', { hours: '0.75' }],
    ['timer: 50 min', { hours: '50 min' }],
    ['sparring; 50 min', { services: 'sparring', hours: '50 min' }],
    ['timer: 1 time og 20 minutter', { hours: '1 time og 20 minutter' }],
  ])('are read as they are meant, and else passed on as typed: %s', (rest, expected) => {
    expect(closing(rest)).toEqual(expected);
  });
});

describe('a field outside a form', () => {
  it('is text where its value is not known, whatever spaces stand in it', () => {
    expect(input(`tilføj ${ID} behov: penge, lokaler`)).toEqual({ text: 'behov: penge, lokaler' });
    expect(input(`tilføj ${ID} behov: eksport, lokaler`)).toEqual({
      areas: 'internationalisation,premises-sites',
    });
  });
});

describe('besvaret på stedet', () => {
  const here = { name: 'case-action', verb: 'case.answered-here', revision: null };

  it('is about the last call where no case is named, with its note', () => {
    expect(readCommand('besvaret på stedet kunden fik åbningstider')).toEqual({
      ...here,
      caseId: '',
      input: { note: 'kunden fik åbningstider' },
    });
    expect(readCommand('answered on the spot: they got our opening hours')).toMatchObject({
      caseId: '',
      input: { note: 'they got our opening hours' },
    });
    expect(readCommand(`besvaret på stedet ${ID} kunden fik åbningstider`)).toMatchObject({
      caseId: ID,
      input: { note: 'kunden fik åbningstider' },
    });
    expect(readCommand('besvaret på stedet')).toEqual({ ...here, caseId: '', input: {} });
  });

  it('is about no other case where an id is misspelt', () => {
    expect(readCommand('besvaret på stedet K3F9-QTX kunden fik svar').name).toBe('say');
    expect(readCommand('besvaret på stedet sag k3f9qtx kunden fik svar').name).toBe('say');
  });
});
