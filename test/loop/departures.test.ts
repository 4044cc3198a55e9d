import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caseContext } from '../../src/app/case-context.ts';
import type { Case } from '../../src/core/case/case.ts';
import { isActive, openHandover } from '../../src/core/case/derived.ts';
import { CASE_VERBS } from '../../src/core/case/verbs/index.ts';
import { verbsFor } from '../../src/core/case/verbs/table.ts';
import { parseOrganisation } from '../../src/core/organisation.ts';
import type { Actor } from '../../src/core/person.ts';
import { DEFAULT_SETTINGS } from '../../src/core/triage/settings.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { act, calendar, caseNow, type LoopWorld, logCase, openLoopWorld } from './loop-world.ts';
import { ENDS, FULL } from './model-moves.ts';

/**
 * Colleagues who are away or leave while a case runs: whatever else happens, it has one owner, nobody who has left keeps
 * it, and whoever is still there can go on with it.
 */

const IDS = DEMO_PEOPLE.map(({ id }) => id);
/** Null: whoever has the case. */
const somebody = fc.option(fc.constantFrom(...IDS), { freq: 2 });
const move = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('act' as const), which: fc.nat(200), who: fc.nat(5) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('leave' as const), person: somebody }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('return' as const), person: fc.constantFrom(...IDS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('away' as const),
      person: somebody,
      deputy: fc.option(fc.nat(5)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('hours' as const), hours: fc.integer({ min: 1, max: 30 }) }),
  },
);

const context = (world: LoopWorld) =>
  caseContext({ calendar, settingsOf: () => DEFAULT_SETTINGS }, world.clock.now());

/** The people as the directory has them now: who has left belongs nowhere. */
async function there(world: LoopWorld): Promise<readonly Actor[]> {
  const people = await world.unitOfWork.read((stores) => stores.people.all());
  return people.flatMap(({ id, name, memberships }) =>
    memberships.map(({ organisation, roles }) => ({ person: id, name, organisation, roles })),
  );
}

async function member(world: LoopWorld, id: string, belongs: boolean): Promise<void> {
  const known = DEMO_PEOPLE.find((one) => one.id === id);
  if (!known) return;
  await world.unitOfWork.run(({ people }) =>
    people.save({ ...known, memberships: belongs ? known.memberships : [] }),
  );
}

const totals = { released: 0, toDeputy: 0, refused: 0, acted: 0 };

/** Counts a case that went from somebody who left to their deputy. */
async function countDeputy(world: LoopWorld, id: string, before: Case): Promise<void> {
  const after = await caseNow(world, id);
  const left = (await world.history(id))
    .slice(before.revision)
    .some(({ event }) => event === 'assignee-left');
  if (left && after.assignee !== null && after.assignee.person !== before.assignee?.person) totals.toDeputy++;
}

async function play(
  world: LoopWorld,
  moves: readonly (typeof move extends fc.Arbitrary<infer One> ? One : never)[],
) {
  await world.reset();
  for (const id of IDS) {
    await member(world, id, true);
    await world.unitOfWork.run(({ people }) => people.saveAbsence(id, null));
  }
  const { id } = await logCase(world, 'anna-holm', { cvr: '25313763' });
  for (const now of moves) {
    const kase = await caseNow(world, id);
    const actors = await there(world);
    const holder = kase.assignee?.person ?? 'anna-holm';
    switch (now.kind) {
      case 'act': {
        const able = actors.flatMap((actor) =>
          verbsFor(kase, actor, context(world)).map((verb) => ({ actor, verb })),
        );
        const verbs = CASE_VERBS.filter(
          (verb) => !ENDS.includes(verb) && able.some((one) => one.verb === verb),
        );
        const verb = verbs[now.which % Math.max(1, verbs.length)];
        const may = able.filter((one) => one.verb === verb);
        const by = may[now.who % Math.max(1, may.length)]?.actor;
        if (!verb || !by) break;
        const other = actors.filter((one) => one.organisation === by.organisation)[now.which % 3];
        await act(world, by.person, id, verb, {
          ...FULL,
          organisation: 'les-751',
          person: other?.person ?? 'me',
        });
        totals.acted++;
        break;
      }
      case 'leave': {
        const leaver = now.person ?? holder;
        await member(world, leaver, false);
        // Nobody acts after they have left, whatever they still have in front of them.
        const before = await caseNow(world, id);
        await act(world, leaver, id, 'case.contacted');
        expect(await caseNow(world, id)).toEqual(before);
        totals.refused++;
        break;
      }
      case 'return':
        await member(world, now.person, true);
        break;
      case 'away': {
        const person = now.person ?? holder;
        const office = actors.find((one) => one.person === person)?.organisation;
        const colleagues = actors.filter((one) => one.organisation === office && one.person !== person);
        const deputy =
          now.deputy === null
            ? null
            : (colleagues[now.deputy % Math.max(1, colleagues.length)]?.person ?? null);
        await world.unitOfWork.run(({ people }) =>
          people.saveAbsence(person, { until: '2026-12-24', deputy }),
        );
        break;
      }
      case 'hours':
        world.clock.pass(now.hours);
        await world.worker.drain();
        await countDeputy(world, id, kase);
        break;
      default: {
        const never: never = now;
        return never;
      }
    }
    const { owner, assignee } = await caseNow(world, id);
    // Not even for one move.
    expect(parseOrganisation(owner)).toBe(owner);
    expect(assignee === null || assignee.organisation === owner).toBe(true);
  }
  world.clock.pass(1.25);
  await world.worker.drain();
  return id;
}

it('a case whose people are away or have left has an owner, and somebody who can go on with it', async () => {
  const world = await openLoopWorld({ store: 'maps' });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 14, size: 'max' }), async (moves) => {
      const id = await play(world, moves);
      const kase = await caseNow(world, id);
      const history = await world.history(id);
      expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, at) => at + 1));
      expect(history.at(-1)).toMatchObject({ sequence: kase.revision, owner: kase.owner });
      totals.released += history.filter(({ event }) => event === 'assignee-left').length;
      const actors = await there(world);
      const { assignee, owner } = kase;
      if (!isActive(kase)) return;
      // The hourly job has seen whoever has left: the case is a colleague's, or the office's.
      const mine = actors.filter(({ organisation }) => organisation === owner);
      if (assignee !== null) expect(mine.map(({ person }) => person)).toContain(assignee.person);
      if (assignee === null && !openHandover(kase) && mine.length > 0)
        expect(mine.some((by) => verbsFor(kase, by, context(world)).includes('handover.accept'))).toBe(
          mine.some(({ roles }) => roles.some((role) => role === 'consultant' || role === 'coordinator')),
        );
    }),
    { numRuns: 300, seed: 1 },
  );
  await world.close();
  // It would prove nothing if nobody had left a case, or nobody stood in.
  expect(totals.released).toBeGreaterThan(20);
  expect(totals.toDeputy).toBeGreaterThan(0);
  expect(totals.acted).toBeGreaterThan(300);
}, 900_000);
