import { describe, expect, it } from 'vitest';
import { localOfficeOf } from '../../../src/core/case/derived.ts';
import { greyZoneParties, openCase } from '../../../src/core/case/open-case.ts';
import { decide } from '../../../src/core/triage/decide.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/triage/settings.ts';
import { calendar, carla, NOW, opened as open } from './case-world.ts';

/** A municipality whose cases another municipality's office takes. */

describe('a case in a municipality with an operator', () => {
  const settingsOf = () => ({ ...DEFAULT_SETTINGS, operator: 'les-657' as const });
  const values = { municipality: '756', areas: ['other'], consent: 'consent', entry: 'ehm' } as const;
  const decision = decide(
    { municipality: '756', entry: 'ehm', entryOrganisation: 'ehm-midtjylland', needs: [{ area: 'other' }] },
    settingsOf,
    '2026-01-13',
  );
  const opened = openCase(
    {
      id: 'K1',
      draftId: 'D1',
      values,
      decision,
      override: null,
      contactedAt: NOW,
      linkedTo: null,
      companyKey: 'a company',
    },
    carla,
    { now: NOW, calendar, settingsOf },
  );
  if (!opened.ok) throw new Error(opened.refusal.code);

  it('has its grey zone settled with the office that serves the municipality', () => {
    expect(opened.value.case.greyZone).toBe(true);
    expect(greyZoneParties(opened.value.case)).toEqual(['ehm-midtjylland', 'les-657']);
  });

  it('belongs to the office of another municipality once that is corrected', () => {
    const moved = { ...opened.value.case, values: { ...values, municipality: '791' as const } };
    expect(localOfficeOf(moved)).toBe('les-791');
  });
});

describe('the instant at which a case is opened', () => {
  it.each([
    ['now, of a contact before', '2026-01-13T08:00:00.000Z', NOW],
    [
      'that of its contact, where the clock was set back since',
      '2026-01-13T09:00:00.001Z',
      '2026-01-13T09:00:00.001Z',
    ],
  ])('is %s', (_, contactedAt, at) => {
    const { case: kase, history } = open({ contactedAt });
    expect([kase.createdAt, kase.changedAt, history[0].at]).toEqual([at, at, at]);
    expect(kase.promise.contactedAt).toBe(contactedAt);
  });
});
