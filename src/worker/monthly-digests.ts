import { caseRecords } from '../app/case-records.ts';
import type { Dependencies } from '../app/dependencies.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import { danishDate } from '../core/danish-date.ts';
import { unitOf } from '../core/indicators/asked-period.ts';
import { digestCounts, digestMunicipalities, isAutomatic, isEmptyLine } from '../core/indicators/digest.ts';
import { ORGANISATIONS, type OrganisationId } from '../core/organisation.ts';
import { addElapsed } from '../core/promise/clock.ts';
import type { WorkingCalendar } from '../core/promise/working-calendar.ts';
import type { SettingsLookup } from '../core/triage/settings.ts';
import { firstOpening } from './first-opening.ts';

type DigestDeps = Pick<Dependencies, 'unitOfWork' | 'calendar' | 'settingsOf'>;

/** Hours after an office's first opening in a month within which a digest still goes: a service may have been down. */
const LATEST_HOURS = 7 * 24;

/** Whether an office is open now, and has opened for the first time this month within the last days. */
function isDue(office: OrganisationId, calendar: WorkingCalendar, now: string): boolean {
  const opened = firstOpening(`${danishDate(now).slice(0, 7)}-01`, office, calendar);
  const isOpen = calendar.nextOfficeHour(now, office) === now;
  return isOpen && opened <= now && now < addElapsed(opened, LATEST_HOURS);
}

/** The municipalities whose digest an office gets without asking. */
export function sentMunicipalities(office: OrganisationId, settingsOf: SettingsLookup) {
  return digestMunicipalities(office, settingsOf, isAutomatic);
}

/** Whether anybody of an office can be told: in a channel, or a coordinator. */
async function canBeTold(office: OrganisationId, stores: ReadStores): Promise<boolean> {
  const channels = await stores.bindings.ofOrganisation(office);
  return channels.length > 0 || (await stores.people.coordinators(office)).length > 0;
}

/**
 * Puts last month's digest of each office that has opened for the first time this month into the outbox. The cases are
 * counted before the transaction that claims the month and adds the rows: a process that dies before it commits leaves
 * nothing claimed, and of two replicas one claims. Nothing is sent where nothing happened. Returns how many were put there.
 */
export async function putDigests(deps: DigestDeps, now: string): Promise<number> {
  const { unitOfWork, calendar, settingsOf } = deps;
  const due = ORGANISATIONS.filter(
    (office) => isDue(office, calendar, now) && sentMunicipalities(office, settingsOf).length > 0,
  );
  if (due.length === 0) return 0;
  const month = unitOf(danishDate(now), 'month', 1).from.slice(0, 7);
  const settled = await unitOfWork.read((stores) => stores.digests.settledFor(month));
  const open = due.filter((office) => !settled.has(office));
  if (open.length === 0) return 0;
  const counts = digestCounts(await caseRecords(unitOfWork), month, now);
  return unitOfWork.run(async (stores) => {
    let put = 0;
    for (const organisation of open) {
      if (!(await stores.digests.claim(organisation, month))) continue;
      const lines = sentMunicipalities(organisation, settingsOf).map(counts);
      if (lines.every(isEmptyLine) || !(await canBeTold(organisation, stores))) continue;
      const effect = { kind: 'digest.organisation', organisation, month, lines } as const;
      await stores.outbox.add(organisation, [effect], now);
      put++;
    }
    return put;
  });
}
