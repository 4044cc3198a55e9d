import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { caseRecords } from '../../src/app/case-records.ts';
import type { Crm } from '../../src/app/ports/crm.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { createIndgang } from '../../src/app/receive.ts';
import { reconcile } from '../../src/app/reconcile.ts';
import { createLiveSettings } from '../../src/app/settings/live-settings.ts';
import { createDanishCalendar } from '../../src/calendar/danish-calendar.ts';
import { systemClock } from '../../src/clock-and-ids.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CaseContext } from '../../src/core/case/case-change.ts';
import { openCase } from '../../src/core/case/open-case.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import { decideCase } from '../../src/core/case/verbs/table.ts';
import { CASE_FILTERS, type CaseFilter } from '../../src/core/command.ts';
import { FIGURES } from '../../src/core/indicators/figure-table.ts';
import { figures } from '../../src/core/indicators/figures.ts';
import { SPLIT_KEYS } from '../../src/core/indicators/question.ts';
import { MUNICIPALITIES, type MunicipalityCode } from '../../src/core/municipalities.ts';
import { officesOf } from '../../src/core/office/office.ts';
import { lesOf, type OrganisationId } from '../../src/core/organisation.ts';
import type { Actor } from '../../src/core/person.ts';
import { addElapsed, figuresAt } from '../../src/core/promise/clock.ts';
import { nextStepAt } from '../../src/core/promise/steps.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { servicesOf } from '../../src/core/services.ts';
import { decide } from '../../src/core/triage/decide.ts';
import { DEFAULT_SETTINGS } from '../../src/core/triage/settings.ts';
import { type Database, openDatabase, type StoreAddress } from '../../src/db/open-database.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { keepClock, STEPS_AT_ONCE } from '../../src/worker/keep-clock.ts';
import { openBenchStores } from './bench-stores.ts';

/**
 * `npm run bench:many`: 100,000 open cases in SQLite on disk, and in PostgreSQL where the machine has it. What one pass of the
 * clock costs, and each list of `sager` for an Erhvervshus, which has the most. Goals: 1 s and 50 ms. `--json` prints one object,
 * a number takes another count of cases; a goal missed ends with 1. Then the figures of 20,000 cases with services, referrals and
 * self-help, read from the same stores: all of them, and the slowest one. Goals: 2 s and 200 ms.
 */

const CASES = Number(process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? 100_000);
/** The cases of a year that figures are counted from. */
const FIGURE_CASES = 20_000;
const PASS_GOAL = 1_000;
const LIST_GOAL = 50;
const FIGURES_GOAL = 2_000;
const FIGURE_GOAL = 200;
/** A Wednesday morning. */
const NOW = '2026-03-18T09:00:00.000Z';

const calendar = createDanishCalendar();
const settingsOf = () => DEFAULT_SETTINGS;

function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
let roll = dice(7);

function contextAt(now: string): CaseContext {
  return { now, calendar, settingsOf, memberOf: () => undefined };
}

const somebody = (organisation: OrganisationId, number: number): Actor => ({
  person: `${organisation} ${number}`,
  name: 'Nogen',
  organisation,
  roles: ['consultant', 'coordinator'],
});

/** A case that its office logged within the last days and weeks, and how far it has come: offered, taken, answered. */
function someCase(number: number): Case {
  const place =
    MUNICIPALITIES[Math.floor(roll() * MUNICIPALITIES.length)]?.code ?? ('791' as MunicipalityCode);
  const logger = somebody(lesOf(place), Math.floor(roll() * 8));
  // Steps are gone through as they fall due: what is left of them lies ahead.
  const days = roll() < 0.3 ? roll() * 1.4 : 3 + roll() * 60;
  const at = addElapsed(NOW, -days * 24);
  const values = {
    municipality: place,
    stage: 'established',
    areas: ['internationalisation'],
    consent: 'consent',
    companyName: `Firma ${number}`,
    contactName: 'Hanne Hansen',
    contactPhone: '40411234',
    description: 'Vil gerne vide mere om, hvordan man kommer i gang. '.repeat(6),
  } as const;
  const decision = decide(
    {
      municipality: place,
      entry: 'les',
      entryOrganisation: logger.organisation,
      stage: 'established',
      needs: [{ area: roll() < 0.6 ? 'internationalisation' : 'authority-permits' }],
      ...(roll() < 0.02 && { crisis: true }),
      today: at.slice(0, 10),
    },
    settingsOf,
    at.slice(0, 10),
  );
  const id = `K${String(number).padStart(7, '0')}`;
  const opened = openCase(
    {
      id,
      draftId: `draft ${id}`,
      values,
      decision,
      override: null,
      contactedAt: at,
      linkedTo: null,
      companyKey: `key ${id}`,
    },
    logger,
    contextAt(at),
  );
  if (!opened.ok) throw new Error(opened.refusal.code);
  let kase = opened.value.case;
  const take = (verb: CaseVerb, by: Actor, input: RawInput = {}) => {
    const decided = decideCase(kase, { verb, revision: null, input }, by, contextAt(at));
    if (!decided.ok) throw new Error(decided.refusal.code);
    kase = decided.change.case;
  };
  const receiver = kase.handovers[0]?.to;
  if (receiver !== undefined && (days > 3 || roll() < 0.6))
    take('handover.accept', somebody(receiver, Math.floor(roll() * 20)));
  // Of the old ones one in ten has never been answered: broken, on the board until it is.
  const answered = days > 3 ? roll() < 0.9 : roll() < 0.4;
  if (answered) {
    const by = somebody(kase.owner, 1);
    take('case.contacted', by);
    if (number < FIGURE_CASES) register(take, by);
  }
  if (!answered && days > 3)
    kase = {
      ...kase,
      promise: { ...kase.promise, broken: true },
      steps: ['owner-50', 'broken-100', 'offer-25:1', 'offer-50:1', 'offer-75:1'],
    };
  return kase;
}

/** What is registered on an answered case, so that the figures have something to count. */
function register(take: (verb: CaseVerb, by: Actor, input: RawInput) => void, by: Actor): void {
  const [service = '', other = ''] = servicesOf(by.organisation);
  take('case.service', by, { services: `${service},${other}`, hours: '1.5', meeting: 'digital' });
  if (roll() < 0.7) take('case.refer', by, { to: 'private-adviser', name: 'Revisor', why: 'Regnskab' });
  if (roll() < 0.5) take('case.self-help', by, { tools: 'vaeksthjulet', focus: 'salg' });
}

async function fill(database: Database): Promise<void> {
  const unitOfWork = createUnitOfWork(database, ids.id);
  for (let from = 0; from < CASES; from += 2_000) {
    await unitOfWork.run(async (stores) => {
      for (let number = from; number < from + 2_000; number++) {
        const kase = someCase(number);
        await stores.cases.insert(kase, nextStepAt(kase, calendar));
        await stores.cases.saveCrmRevision(kase.id, kase.revision, kase.id);
        const organisation = kase.handovers.at(-1)?.to ?? kase.owner;
        await stores.posts.save({
          id: `post ${number}`,
          about: kase.id,
          card: 'case',
          organisation,
          person: null,
          conversation: { channel: 'teams', id: organisation, kind: 'channel', reference: '{}' },
          messageId: `message ${number}`,
          shownRevision: kase.revision,
        });
        // One in a hundred has a message that nobody got.
        if (number % 100 === 0)
          await stores.outbox.add(
            kase.id,
            [{ kind: 'tell.organisation', organisation, to: 'channel', notice: 'owner-reminder', clock: 0 }],
            NOW,
          );
      }
    });
  }
  await database.updateTable('outbox').set({ parked_at: NOW, code: 'no-place' }).execute();
}

let named = 0;
const ids = { id: () => `id${++named}`, caseId: () => `N${++named}` };

interface Cost {
  readonly what: string;
  readonly median: number;
  readonly worst: number;
  readonly goal: number | null;
}

async function cost(what: string, rounds: number, goal: number | null, work: () => unknown): Promise<Cost> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { what, median: times[Math.floor(rounds / 2)] ?? 0, worst: times.at(-1) ?? 0, goal };
}

async function measure(database: Database): Promise<readonly Cost[]> {
  const unitOfWork = createUnitOfWork(database, ids.id);
  let now = NOW;
  const clock = { ...systemClock, now: () => now };
  const deps = { unitOfWork, clock, calendar, settingsOf, log: () => undefined };
  const costs: Cost[] = [];

  // What fell due while nobody looked is first gone through, as after an outage.
  const behind = performance.now();
  let passes = 1;
  let steps = 0;
  for (let due = await keepClock(deps); due > 0; due = await keepClock(deps)) {
    passes++;
    steps += due;
  }
  process.stderr.write(`${steps} steps in ${passes} passes: ${Math.round(performance.now() - behind)} ms\n`);
  costs.push(await cost('clock: a pass with nothing due', 20, PASS_GOAL, () => keepClock(deps)));
  const upcoming = await database
    .selectFrom('cases')
    .select('next_step_at')
    .where('next_step_at', 'is not', null)
    .orderBy('next_step_at')
    .offset(STEPS_AT_ONCE * 5)
    .limit(1)
    .executeTakeFirst();
  now = upcoming?.next_step_at ?? now;
  costs.push(
    await cost(`clock: a pass with ${STEPS_AT_ONCE} steps due`, 5, PASS_GOAL, () => keepClock(deps)),
  );

  const open = await unitOfWork.run((stores) => stores.cases.page('', CASES));
  costs.push(
    await cost(`clock: figures and next step of all ${open.length}`, 3, PASS_GOAL, () => {
      for (const kase of open) {
        figuresAt(kase.promise, calendar, now);
        nextStepAt(kase, calendar);
      }
    }),
  );
  // What these steps tell has been delivered.
  await database.deleteFrom('outbox').where('parked_at', 'is', null).execute();
  costs.push(await cost('reconciliation of the hour', 3, null, () => reconcile(deps, now)));

  const house: OrganisationId = 'ehm-midtjylland';
  const reader = {
    id: `${house} 1`,
    name: 'Nogen',
    identities: ['teams:bench:reader'],
    memberships: [{ organisation: house, roles: ['consultant' as const] }],
  };
  await unitOfWork.run((stores) => stores.people.save(reader));
  const nowhere = () => Promise.reject(new Error('not asked'));
  const crm: Crm = {
    save: nowhere,
    findByCase: nowhere,
    findByCvr: nowhere,
    servedCases: nowhere,
    erase: nowhere,
  };
  const indgang = createIndgang({
    ...deps,
    rosters: new Map(),
    officeOf: officesOf(new Map()),
    settings: createLiveSettings(),
    proveSettings: async () => true,
    ids,
    chance: () => 0.5,
    crm,
    register: { findByCvr: nowhere, searchByName: nowhere },
    maskCpr: (text) => ({ text, removed: 0 }),
    language: null,
    readAnswer: () => undefined,
    readTalk: () => ({ kind: 'need' }),
  });
  const list = async (filter: CaseFilter, page: number) => {
    const { answers } = await indgang.receive({
      channel: 'teams',
      deliveryId: ids.id(),
      person: { identity: 'teams:bench:reader', name: 'Nogen', guest: false, locale: null },
      conversation: { channel: 'teams', id: 'chat', kind: 'personal', reference: '{}' },
      command: { name: 'cases', filter, page },
      audience: 'person',
    });
    const [answer] = answers;
    if (answer?.kind !== 'cases') throw new Error('no list');
    return answer;
  };
  for (const filter of CASE_FILTERS) {
    const { total, pages } = await list(filter, 1);
    costs.push(
      await cost(`sager ${filter}: ${total} cases, first page`, 20, LIST_GOAL, () => list(filter, 1)),
    );
    costs.push(await cost(`sager ${filter}: last page`, 20, LIST_GOAL, () => list(filter, pages)));
  }
  costs.push(...(await measureFigures(unitOfWork)));
  return costs;
}

/** The figures of a year: reading the records from the store, all figures, the slowest one, and all in every group. */
async function measureFigures(unitOfWork: UnitOfWork): Promise<readonly Cost[]> {
  const all = await caseRecords(unitOfWork);
  const records = all.slice(0, FIGURE_CASES);
  const question = {
    period: { from: '2026-01-01', to: '2026-12-31' },
    asOf: NOW,
    organisation: null,
    by: [],
    municipalities: new Map(),
  };
  const of = `of ${records.length} cases`;
  const single: Cost[] = [];
  for (const row of FIGURES)
    single.push(
      await cost(`figures: ${row.code} ${of}`, 3, FIGURE_GOAL, () => figures(records, question, [row])),
    );
  single.sort((a, b) => b.median - a.median);
  return [
    await cost(`figures: reading the records of ${all.length} cases`, 1, null, () => caseRecords(unitOfWork)),
    await cost(`figures: all ${of}`, 3, FIGURES_GOAL, () => figures(records, question)),
    ...single.slice(0, 1),
    await cost(`figures: all ${of}, every split`, 1, null, () =>
      figures(records, { ...question, by: SPLIT_KEYS }),
    ),
  ];
}

/** The same cases in a database, and what they cost there. */
async function measureIn(address: StoreAddress): Promise<readonly Cost[]> {
  const database = await openDatabase(address);
  try {
    roll = dice(7);
    await fill(database);
    // The server does this by itself, some time after so many rows have come.
    if (database.kind === 'postgres') await sql`analyze`.execute(database);
    return await measure(database);
  } finally {
    await database.destroy();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'indgang-many-'));
const { postgres, stop } = await openBenchStores();
try {
  const measured = new Map([['SQLite', await measureIn({ path: join(folder, 'indgang.db') })]]);
  if (postgres) measured.set('PostgreSQL', await measureIn({ url: postgres.url }));
  const databases = [...measured.keys()];
  const costs = [...measured.values()];
  const missed = costs.flat().filter(({ goal, median }) => goal !== null && median > goal);
  const line = ({ what, goal }: Cost, row: number) =>
    [
      what.padEnd(52),
      ...costs.map((of) => {
        const { median = 0, worst = 0 } = of[row] ?? {};
        const mark = goal !== null && median > goal ? '!' : ' ';
        return `${median.toFixed(1)}${mark}/ ${worst.toFixed(1)}`.padStart(20);
      }),
      goal === null ? '' : `goal ${goal}`.padStart(12),
    ].join('');
  const head = `${`${CASES} open cases, ms: median / worst`.padEnd(52)}${databases.map((name) => name.padStart(20)).join('')}`;
  process.stdout.write(
    process.argv.includes('--json')
      ? `${JSON.stringify({ cases: CASES, costs: Object.fromEntries(measured) })}\n`
      : `${head}\n${(costs[0] ?? []).map(line).join('\n')}\n`,
  );
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  stop();
  rmSync(folder, { recursive: true });
}
