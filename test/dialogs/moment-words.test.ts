import { describe, expect, it } from 'vitest';
import { dayIn, leadingMoment, timeIn } from '../../dialogs/moment-words.ts';
import { readCaseCommand } from '../../dialogs/typed-verbs.ts';

/** Moments as people write them before a reason. */

const read = (typed: string) => {
  const { day, time, rest } = leadingMoment(typed);
  return [day, time, rest];
};

describe('a moment at the beginning of a line', () => {
  it.each([
    ['i morgen kl. 10 de er til møde', '+1', '10:00'],
    ['imorgen kl 10: de er til møde', '+1', '10:00'],
    ['i morgen 10 de er til møde', '+1', '10:00'],
    ['mandag 9.30 de er til møde', 'monday', '09:30'],
    ['på mandag kl. 9.30, de er til møde', 'monday', '09:30'],
    ['man. kl. 9:30 de er til møde', 'monday', '09:30'],
    ['LØRDAG klokken 14 de er til møde', 'saturday', '14:00'],
    ['30.11. kl. 14 de er til møde', '--11-30', '14:00'],
    ['30.11 kl. 14 de er til møde', '--11-30', '14:00'],
    ['30.11 14.30 de er til møde', '--11-30', '14:30'],
    ['d. 30/11 kl. 14 de er til møde', '--11-30', '14:00'],
    ['30/11-2026 kl. 14 de er til møde', '2026-11-30', '14:00'],
    ['30.11.2026 kl. 14 de er til møde', '2026-11-30', '14:00'],
    ['2026-11-30 14:00 de er til møde', '2026-11-30', '14:00'],
    ['den 30. november kl. 14 de er til møde', '--11-30', '14:00'],
    ['3. maj kl. 14 de er til møde', '--05-03', '14:00'],
    ['3. marts 2027 kl. 14 de er til møde', '2027-03-03', '14:00'],
    ['mandag d. 30.11. kl. 14 de er til møde', 'monday --11-30', '14:00'],
    ['mandag den 30. november kl. 14 de er til møde', 'monday --11-30', '14:00'],
    ['kl. 14 på fredag de er til møde', 'friday', '14:00'],
    ['kl. 14 30.11. de er til møde', '--11-30', '14:00'],
    ['9.30 i morgen de er til møde', '+1', '09:30'],
    ['kl. 14 de er til møde', undefined, '14:00'],
    ['kl. 1430 de er til møde', undefined, '14:30'],
    ['10.11 de er til møde', undefined, '10:11'],
    ['i dag halv 10 de er til møde', '+0', '09:30'],
    ['i overmorgen kl. 8 de er til møde', '+2', '08:00'],
    ['om 2 timer de er til møde', undefined, '+120'],
    ['om en time de er til møde', undefined, '+60'],
    ['om halvanden time de er til møde', undefined, '+90'],
    ['om en halv time de er til møde', undefined, '+30'],
    ['om et kvarter de er til møde', undefined, '+15'],
    ['om 20 min. de er til møde', undefined, '+20'],
    ['om to dage kl. 9 de er til møde', '+2', '09:00'],
    ['om en uge kl. 9 de er til møde', '+7', '09:00'],
    ['tomorrow at 10 de er til møde', '+1', '10:00'],
    ['on Monday 9.30 am de er til møde', 'monday', '09:30'],
    ['Monday at 2 pm de er til møde', 'monday', '14:00'],
    ['tomorrow at 12 pm de er til møde', '+1', '12:00'],
    ['November 30th at 14:00 de er til møde', '--11-30', '14:00'],
    ['the 30th of November at 14 de er til møde', '--11-30', '14:00'],
    ['in half an hour de er til møde', undefined, '+30'],
    ['in 2 hours de er til møde', undefined, '+120'],
    ['the day after tomorrow at 8 de er til møde', '+2', '08:00'],
  ])('%s', (typed, day, time) => {
    expect(read(typed)).toEqual([day, time, 'de er til møde']);
  });

  it('leaves a reason whole that begins with a number, a month or a weekday inside a word', () => {
    expect(read('kl. 14 3.5 årsværk mangler')).toEqual([undefined, '14:00', '3.5 årsværk mangler']);
    expect(read('kl. 14 2 timer er for lidt')).toEqual([undefined, '14:00', '2 timer er for lidt']);
    expect(read('i morgen kl. 10 mandagsmøde')).toEqual(['+1', '10:00', 'mandagsmøde']);
    expect(read('i morgen kl. 10 manden er syg')).toEqual(['+1', '10:00', 'manden er syg']);
  });

  it.each([
    'engang',
    'når de er tilbage',
    'i morgenkvist',
    'kl. 25',
    'om lidt',
    'kl. 9.75',
    '31/13 kl. 9',
    '',
  ])('is not read into %s', (typed) => {
    expect(leadingMoment(typed)).toEqual({ rest: typed });
  });

  it('has no time where only a day is named', () => {
    expect(read('på mandag de er til møde')).toEqual(['monday', undefined, 'de er til møde']);
  });
});

describe('a moment in a form', () => {
  it.each([
    ['i morgen', '+1'],
    ['Mandag', 'monday'],
    ['30.11.', '--11-30'],
    ['30.11', '--11-30'],
    ['2026-11-30', '2026-11-30'],
    // As it comes back from a form that was refused.
    ['--11-30', '--11-30'],
    ['mandag og tirsdag', undefined],
    ['', undefined],
  ])('day %s', (typed, code) => {
    expect(dayIn(typed)).toBe(code);
  });

  it.each([
    ['10', '10:00'],
    ['9.30', '09:30'],
    ['kl. 14', '14:00'],
    ['om 2 timer', '+120'],
    ['24', undefined],
    ['snart', undefined],
  ])('time %s', (typed, code) => {
    expect(timeIn(typed)).toBe(code);
  });
});

describe('the typed command', () => {
  it.each([
    [
      'ring op K3F9-QTX2 i morgen kl. 10 fordi de er til møde',
      { day: '+1', time: '10:00', reason: 'de er til møde' },
    ],
    ['ring op senere k3f9qtx2 om 2 timer: optaget', { time: '+120', reason: 'optaget' }],
    [
      'call back K3F9-QTX2 Monday 9.30 in a meeting',
      { day: 'monday', time: '09:30', reason: 'in a meeting' },
    ],
    ['ring op K3F9-QTX2 en skønne dag', { time: 'en skønne dag' }],
    ['ring op K3F9-QTX2', {}],
  ])('%s', (line, input) => {
    expect(readCaseCommand(line)).toEqual({
      name: 'case-action',
      verb: 'case.call-back',
      caseId: 'K3F9-QTX2',
      revision: null,
      input,
    });
  });
});
