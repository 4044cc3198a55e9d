import { describe, expect, it } from 'vitest';
import { createDanishCalendar } from '../../src/calendar/danish-calendar.ts';
import { officesOf } from '../../src/core/office/office.ts';
import { parseOrganisation } from '../../src/core/organisation.ts';
import { decide } from '../../src/core/triage/decide.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../src/core/triage/settings.ts';

function read(file: string, settings: object) {
  const parsed = parseSettings(file, JSON.stringify(settings));
  if (!parsed.ok) return { problem: String(parsed.refusal.params?.problem) };
  const { value } = parsed;
  const id = parseOrganisation('house' in value ? value.house : `les-${value.municipality}`);
  if (!id) throw new Error('no organisation');
  return { office: officesOf(new Map([[id, value.settings]]))(id), settings: value.settings };
}

describe('an office’s settings file', () => {
  it('gives the name, phone, mail, address and hours of a municipal office', () => {
    const { office } = read('740.json', {
      municipality: '740',
      officeName: 'Silkeborg Erhverv',
      phone: '+45 87 12 34 56',
      email: 'post@silkeborg.example',
      address: 'Torvet 1, 8600 Silkeborg',
      openingHours: {
        monday: ['9.00-12.00', '13:00-15:30'],
        wednesday: ['20:00-23:30'],
        friday: ['08:00–24:00'],
      },
      closedDays: ['2026-12-24'],
    });
    expect(office).toMatchObject({
      name: 'Silkeborg Erhverv',
      phone: '87123456',
      email: 'post@silkeborg.example',
      address: 'Torvet 1, 8600 Silkeborg',
      week: {
        monday: [
          { opens: 540, closes: 720 },
          { opens: 780, closes: 930 },
        ],
        tuesday: [],
        wednesday: [{ opens: 1_200, closes: 1_410 }],
        friday: [{ opens: 480, closes: 1_440 }],
      },
      closedDays: ['2026-12-24'],
      sources: { officeName: 'file', phone: 'file', openingHours: 'file' },
    });
  });

  it('gives the same of an Erhvervshus, and nothing else', () => {
    const file = { organisation: 'ehm-midtjylland', phone: '70 10 20 30' };
    expect(read('ehm-midtjylland.json', file).office).toMatchObject({
      name: 'Erhvervshus Midtjylland',
      phone: '70102030',
      sources: { officeName: 'default', phone: 'file' },
    });
    expect(read('ehm-midtjylland.json', { ...file, preStarter: 'les' }).problem).toContain(
      'preStarter: unknown key; allowed: organisation, officeName, phone, email, address, openingHours, closedDays',
    );
    expect(read('ehm-fyn.json', file).problem).toContain("organisation: must agree with the file's name");
    expect(read('ehm-jylland.json', { organisation: 'ehm-jylland' }).problem).toContain(
      'must be one of ehm-',
    );
  });

  it.each([
    [{ phone: '12 34' }, 'phone: must be a phone number'],
    [{ email: 'post' }, 'email: must be an e-mail address'],
    [{ openingHours: '9-15' }, 'openingHours: must be of type object'],
    [{ openingHours: { monday: ['16:00-08:00'] } }, 'openingHours.monday.0: must be a period such as'],
    [{ openingHours: { monday: ['8:00-12:00', '11:00-13:00'] } }, 'must hold no periods that overlap'],
    [{ openingHours: { mandag: ['8:00-12:00'] } }, 'mandag: unknown key; allowed: sunday, monday'],
    [{ openingHours: {} }, 'openingHours: must have a period on at least one weekday'],
    [{ closedDays: ['24-12'] }, 'closedDays.0: must be a date such as'],
    [{ operator: 'ehm-fyn' }, 'operator: must be the office of a municipality'],
  ])('refuses %j with what is allowed', (settings, problem) => {
    expect(read('791.json', { municipality: '791', ...settings }).problem).toContain(problem);
  });

  it('leaves the documents’ name, no phone and hours from 8 to 16 where it says nothing', () => {
    const officeOf = officesOf(new Map());
    expect(officeOf('les-740')).toMatchObject({
      name: 'erhvervSilkeborg',
      phone: null,
      week: { friday: [{ opens: 480, closes: 960 }], saturday: [] },
      sources: { officeName: 'documents', phone: 'default' },
    });
    expect(officeOf('les-751')).toMatchObject({ name: 'LES Aarhus', sources: { officeName: 'default' } });
  });

  it('lets several municipalities name one office, which then gets their cases', () => {
    const facts = { municipality: '756', entry: 'phone', stage: 'pre-starter' } as const;
    const settingsOf = () => ({ ...DEFAULT_SETTINGS, operator: 'les-657' as const });
    expect(decide(facts, settingsOf).owner).toMatchObject({ actor: 'les', organisation: 'les-657' });
    expect(decide(facts).owner).toMatchObject({ organisation: 'les-756' });
  });
});

describe('an office’s opening hours', () => {
  const { office } = read('791.json', {
    municipality: '791',
    openingHours: {
      monday: ['09:00-12:00', '13:00-15:30'],
      friday: ['08:00-13:00'],
      sunday: ['01:00-10:00'],
    },
    closedDays: ['2026-11-30'],
  });
  const calendar = createDanishCalendar(() => office ?? officesOf(new Map())('les-791'));
  const at = (moment: string) => new Date(moment).toISOString();

  it.each([
    ['2026-11-23T10:00+01:00', '2026-11-23T10:00+01:00', '2026-11-23T10:00+01:00', 'open'],
    ['2026-11-23T12:30+01:00', '2026-11-23T13:00+01:00', '2026-11-23T12:00+01:00', 'closed at noon'],
    ['2026-11-24T10:00+01:00', '2026-11-27T08:00+01:00', '2026-11-23T15:30+01:00', 'closed on Tuesday'],
    ['2026-11-30T10:00+01:00', '2026-12-04T08:00+01:00', '2026-11-29T10:00+01:00', 'closed on that day'],
    ['2026-12-25T10:00+01:00', '2026-12-27T01:00+01:00', '2026-12-21T15:30+01:00', 'closed on a holiday'],
    ['2026-03-29T09:00+02:00', '2026-03-29T09:00+02:00', '2026-03-29T09:00+02:00', 'open by summer time'],
    ['2026-03-29T10:30+02:00', '2026-03-30T09:00+02:00', '2026-03-29T10:00+02:00', 'closed by summer time'],
  ])('at %s: open next at %s, last at %s: %s', (instant, next, last) => {
    expect(calendar.nextOfficeHour(at(instant), 'les-791')).toBe(at(next));
    expect(calendar.lastOfficeHour(at(instant), 'les-791')).toBe(at(last));
  });
});
