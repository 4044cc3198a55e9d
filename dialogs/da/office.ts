import type { Sharing } from '../../src/core/case/visibility.ts';
import type { OfficeKey, SettingSource } from '../../src/core/office/office.ts';

/** An office: its details, its hours, and where each setting comes from. */
export const office = {
  settingsTitle: (name: string) => `Indstillinger for ${name}`,
  settings: {
    officeName: 'Navn',
    phone: 'Telefon',
    email: 'E-mail',
    address: 'Adresse',
    openingHours: 'Åbningstid',
    closedDays: 'Lukkedage ud over helligdage',
    slackUserGroup: 'Brugergruppe i Slack, der får besked ved krise',
  } satisfies Record<OfficeKey, string>,
  shareLevel: 'Hvad den anden part ser af sagerne',
  shareAssessment: 'Deles handlingsplan og afsluttende bemærkning også?',
  /** How much the other side sees of a case before and after it has an offer of it. */
  shared: {
    visits: 'kun hvem der hjælper virksomheden og siden hvornår',
    standard:
      'hvem der hjælper virksomheden og siden hvornår, samt kontaktperson, fase, behov, ydelser og status',
    full: 'alt, også noter',
  } satisfies Record<Sharing['shareLevel'], string>,
  notSet: 'ikke angivet',
  source: {
    change: 'ændret her',
    file: 'fra filen',
    documents: 'fra Principper for god erhvervsservice (2019)',
    demo: 'opdigtet til demoen',
    default: 'standard',
  } satisfies Record<SettingSource, string>,
  fromWhere: (value: string, source: string) => `${value} (${source})`,
  /** `days` is `mandag–torsdag`; `periods` is `8–12 og 13–16`. */
  open: (days: string, periods: string) => `${days} kl. ${periods}`,
  /** `from` and `to` are `09:05`. */
  period: (from: string, to: string) => `${time(from)}–${time(to)}`,
};

const time = (clock: string) => clock.replace(/^0/, '').replace(':00', '').replace(':', '.');
