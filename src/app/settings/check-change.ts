import type { Case } from '../../core/case/case.ts';
import { danishDate } from '../../core/danish-date.ts';
import type { MunicipalityCode } from '../../core/municipalities.ts';
import { municipalityOf, type OrganisationId } from '../../core/organisation.ts';
import { addElapsed } from '../../core/promise/clock.ts';
import { asAgreed, type SettingValue } from '../../core/settings/change.ts';
import {
  countsOf,
  type PastCase,
  pastCaseOf,
  type Replay,
  type ReplayCounts,
  replayCases,
} from '../../core/settings/replay.ts';
import { AGREED_RULES } from '../../core/triage/rules/rule-set.ts';
import type { SettingKey } from '../../core/triage/settings.ts';
import type { Dependencies } from '../dependencies.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** A value that a setting shall have. */
export interface WantedSetting {
  readonly organisation: OrganisationId;
  readonly key: SettingKey;
  readonly after: SettingValue;
}

/** What is known of a wanted value before it may hold. */
export interface CheckedSetting extends WantedSetting {
  /** Whether every case has exactly one owner under it. */
  readonly isProven: boolean;
  /** What it would have done to the cases of the past year. */
  readonly replay: ReplayCounts;
}

type CheckDeps = Pick<Dependencies, 'unitOfWork' | 'settings' | 'proveSettings'>;

/** The hours of the past year. */
const YEAR = 365 * 24;
/** Cases read at a time. */
const PAGE = 500;

/** `replayChange` with the counts of the replay alone. */
export async function checkChange(
  wanted: WantedSetting,
  deps: CheckDeps,
  now: string,
): Promise<CheckedSetting> {
  const { isProven, replay } = await replayChange(wanted, deps, now);
  return { ...wanted, isProven, replay: countsOf(replay) };
}

/**
 * Proves the settings that an office would have with the wanted value, and decides its municipality's cases of the past
 * year again by them. Each page of cases is read in a transaction of its own, so that nobody waits. The settings beside
 * the wanted one are those of now.
 */
export async function replayChange(
  wanted: WantedSetting,
  deps: CheckDeps,
  now: string,
): Promise<{ readonly isProven: boolean; readonly replay: Replay }> {
  const municipality = municipalityOf(wanted.organisation);
  if (municipality === undefined) throw new Error(`${wanted.organisation} has no door to change`);
  const changes = await deps.unitOfWork.read((stores) => stores.settings.all());
  const day = danishDate(now);
  const agreed = asAgreed(wanted, day, changes, now);
  const [old, next] = [changes, [...changes, agreed]].map((all) => deps.settings.with(all, day));
  if (!old || !next) throw new Error('Two grounds were made');
  const isProven = await deps.proveSettings({
    municipality,
    settings: next.settingsOf(municipality),
  });
  const past: PastCase[] = [];
  for await (const page of pastPages(deps.unitOfWork, municipality, now))
    past.push(...page.flatMap((kase) => pastCaseOf(kase) ?? []));
  const ground = ({ settingsOf }: typeof old) => ({
    settingsOf,
    rules: AGREED_RULES,
  });
  return { isProven, replay: replayCases(past, ground(old), ground(next)) };
}

/** A municipality's cases of the past year, each page read in a transaction of its own. */
export async function* pastPages(
  unitOfWork: UnitOfWork,
  municipality: MunicipalityCode,
  now: string,
): AsyncGenerator<readonly Case[]> {
  const since = addElapsed(now, -YEAR);
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const page = await unitOfWork.read((stores) =>
      stores.cases.inMunicipality(municipality, since, {
        after: from,
        limit: PAGE,
      }),
    );
    yield page.filter(({ values }) => values.municipality === municipality);
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
  }
}

/** Whether a value was checked as it is wanted now. */
export function isCheckOf(checked: CheckedSetting, wanted: WantedSetting): boolean {
  const one = ({ organisation, key, after }: WantedSetting) => JSON.stringify([organisation, key, after]);
  return one(checked) === one(wanted);
}

/** Every case of the store that has a municipality, a page in a transaction of its own. Erased ones are left out. */
export async function allPastCases(unitOfWork: UnitOfWork): Promise<readonly PastCase[]> {
  const past: PastCase[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const page = await unitOfWork.read((stores) => stores.cases.page(from, PAGE));
    past.push(...page.filter(({ erasedAt }) => !erasedAt).flatMap((kase) => pastCaseOf(kase) ?? []));
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
  }
  return past;
}
