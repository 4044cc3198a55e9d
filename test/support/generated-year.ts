import { createDanishCalendar } from '../../src/calendar/danish-calendar.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Change } from '../../src/core/case/case-change.ts';
import { openCase } from '../../src/core/case/open-case.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import { decideCase } from '../../src/core/case/verbs/table.ts';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import { houseOf, lesOf, type OrganisationId } from '../../src/core/organisation.ts';
import type { Actor } from '../../src/core/person.ts';
import { addElapsed } from '../../src/core/promise/clock.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { decide } from '../../src/core/triage/decide.ts';
import { DEFAULT_SETTINGS } from '../../src/core/triage/settings.ts';
import type { Area } from '../../src/core/vocabulary.ts';
import { openStores } from '../../src/open-stores.ts';

/** A year of cases, made by the verbs themselves from a seed: logged, offered, taken or returned, answered, closed. */

const AREAS = [
  'internationalisation',
  'financing',
  'business-plan',
  'digitalisation',
  'authority-permits',
  'sales-marketing',
  'other',
] as const satisfies readonly Area[];
const RETURNS = ['not-our-area', 'no-capacity', 'private-market'];
const calendar = createDanishCalendar();
const settingsOf = () => DEFAULT_SETTINGS;

function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const somebody = (organisation: OrganisationId, number: number): Actor => ({
  person: `${organisation} ${number}`,
  name: 'Nogen',
  organisation,
  roles: ['consultant', 'coordinator'],
});

/** One case of Midtjylland with everything that was done, oldest first. */
function story(number: number, year: number, roll: () => number): readonly Change[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const place = pick(MUNICIPALITIES.filter(({ house }) => house === 'ehm-midtjylland')).code;
  const local = roll() < 0.8;
  const logger = somebody(local ? lesOf(place) : houseOf(place), 1);
  let now = addElapsed(`${year}-01-01T08:00:00.000Z`, roll() * 364 * 24);
  const stage = roll() < 0.3 ? ('entrepreneur' as const) : ('established' as const);
  const areas = [pick(AREAS)];
  const values = {
    municipality: place,
    stage,
    areas,
    consent: 'consent',
    companyName: `Firma ${number}`,
    contactName: 'Hanne Hansen',
    contactPhone: '40411234',
    entry: local ? 'les' : 'ehm',
    ...(roll() < 0.9 && { cvr: String(10_000_000 + Math.floor(number * 0.8)) }),
    ...(roll() < 0.3 && { referredBy: pick(['bank', 'accountant'] as const) }),
  } as const;
  const decision = decide(
    {
      municipality: place,
      entry: values.entry,
      entryOrganisation: logger.organisation,
      stage,
      needs: areas.map((area) => ({ area })),
      today: now.slice(0, 10),
    },
    settingsOf,
    now.slice(0, 10),
  );
  const other = local ? houseOf(place) : lesOf(place);
  const override = roll() < 0.05 ? { organisation: other, reason: 'Kender virksomheden' } : null;
  const id = `Y${String(number).padStart(7, '0')}`;
  const context = () => ({ now, calendar, settingsOf, memberOf: () => undefined });
  const opened = openCase(
    {
      id,
      draftId: `draft ${id}`,
      values,
      decision,
      override,
      contactedAt: now,
      linkedTo: null,
      companyKey: `key ${values.cvr ?? id}`,
    },
    logger,
    context(),
  );
  if (!opened.ok) throw new Error(opened.refusal.code);
  const changes: Change[] = [opened.value];
  let kase: Case = opened.value.case;
  const does = (verb: CaseVerb, by: Actor, input: RawInput = {}) => {
    now = addElapsed(now, roll() * 40);
    const decided = decideCase(kase, { verb, revision: null, input }, by, context());
    if (!decided.ok) throw new Error(`${verb}: ${decided.refusal.code}`);
    kase = decided.change.case;
    changes.push(decided.change);
  };
  for (let round = 0; round < 2 && kase.handovers.at(-1)?.state === 'offered' && roll() < 0.95; round++) {
    const receiver = somebody(kase.handovers.at(-1)?.to ?? kase.owner, 2);
    const returns = roll() < 0.2;
    if (returns) does('handover.return', receiver, { reasonCode: pick(RETURNS), reason: 'Hører til lokalt' });
    else does('handover.accept', receiver);
  }
  if (kase.greyZone && roll() < 0.7)
    does('case.settle', somebody(kase.owner, 1), { organisation: kase.owner });
  if (roll() < 0.9) does('case.contacted', somebody(kase.owner, 2));
  if (kase.status === 'answered' && roll() < 0.6)
    does('case.service', somebody(kase.owner, 2), {
      services: kase.owner.startsWith('les') ? 'sparring' : '1:1 vejledning',
      hours: '2',
    });
  if (kase.status === 'answered' && roll() < 0.3)
    does('case.refer', somebody(kase.owner, 2), { to: 'private-adviser' });
  return changes;
}

/** Fills the store of a data folder with a year of cases, in transactions of 2,000. */
export async function fillYear(data: string, year: number, count: number, seed = 7): Promise<void> {
  const roll = dice(seed);
  let ids = 0;
  const stores = await openStores({ data, newId: () => `id${++ids}`, chance: roll });
  try {
    for (let from = 0; from < count; from += 2_000) {
      await stores.unitOfWork.run(async ({ cases, history }) => {
        for (let number = from; number < Math.min(count, from + 2_000); number++) {
          const changes = story(number, year, roll);
          const last = changes.at(-1);
          if (!last) continue;
          await cases.insert(last.case, null);
          await history.append(changes.flatMap((change) => change.history));
        }
      });
    }
  } finally {
    await stores.close();
  }
}
