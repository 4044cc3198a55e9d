import { NO_OFFICE_SETTINGS, type OfficeSettings } from '../core/office/office.ts';
import { DEFAULT_WEEK } from '../core/office/opening-hours.ts';
import type { OrganisationId } from '../core/organisation.ts';

/**
 * Details of the demo's offices. All are invented: Danish phone numbers never begin with 0, so nobody is called, and
 * mail to `.example` reaches nobody.
 */
export const DEMO_OFFICES: ReadonlyMap<OrganisationId, OfficeSettings> = new Map([
  [
    'les-791',
    {
      ...NO_OFFICE_SETTINGS,
      officeName: 'LES Viborg',
      phone: '01007910',
      email: 'erhverv@viborg.example',
      openingHours: { ...DEFAULT_WEEK, friday: [{ opens: 8 * 60, closes: 14 * 60 }] },
    },
  ],
  [
    'les-751',
    { ...NO_OFFICE_SETTINGS, officeName: 'LES Aarhus', phone: '01007510', email: 'erhverv@aarhus.example' },
  ],
  [
    'ehm-midtjylland',
    { ...NO_OFFICE_SETTINGS, phone: '01004444', email: 'post@erhvervshus-midtjylland.example' },
  ],
]);
