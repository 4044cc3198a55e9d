import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirmMembers } from '../../src/app/confirm-members.ts';
import type { Absence } from '../../src/core/absence.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { calendar, caseNow, logCase } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from './app-world.ts';

/** What becomes of the cases of somebody who leaves while a colleague stands in for them. The clock is at 20 November 2026. */

const [ANNA, FINN] = ['anna-holm', 'finn-dahl'];
let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps' });
});
afterEach(() => world.close());

async function leaves(absence: Absence, before: () => Promise<unknown> = async () => undefined) {
  const { id } = await logCase(world, ANNA, { areas: 'business-plan' });
  await world.unitOfWork.run(({ people }) => people.saveAbsence(ANNA, absence));
  await before();
  await world.unitOfWork.run(({ people }) => people.remove(ANNA));
  const deps = { unitOfWork: world.unitOfWork, rosters: new Map(), calendar };
  const { casesReleased } = await confirmMembers(deps, world.clock.now());
  const told = await world.unitOfWork.run(async ({ outbox }) => [
    ...(await outbox.undeliveredAbout(ANNA)),
    ...(await outbox.undeliveredAbout(id)),
  ]);
  return {
    casesReleased,
    assignee: (await caseNow(world, id)).assignee,
    told: told.flatMap((one) =>
      one.kind === 'notice.coordinators' || (one.kind === 'tell.person' && one.notice === 'assigned')
        ? [one.kind]
        : [],
    ),
  };
}
const goesTo = (person: string, name: string) => ({
  casesReleased: 1,
  assignee: { person, name, organisation: 'les-791' },
  told: ['tell.person'],
});
const GOES_BACK = { casesReleased: 1, assignee: null, told: ['notice.coordinators'] };

describe('the case of somebody who leaves', () => {
  it.each(['2026-11-20', '2026-12-31'])('goes to the deputy of an absence until %s', async (until) => {
    expect(await leaves({ until, deputy: FINN })).toEqual(goesTo(FINN, 'Finn Dahl'));
  });

  it.each<[string, Absence]>([
    ['whose absence has ended', { until: '2026-11-19', deputy: FINN }],
    ['for whom nobody stands in', { until: '2026-11-27', deputy: null }],
    ['whose deputy works elsewhere', { until: '2026-11-27', deputy: 'bo-krogh' }],
  ])('goes back to the office, which is told: %s', async (_, absence) => {
    expect(await leaves(absence)).toEqual(GOES_BACK);
  });

  it('goes back where the deputy is away or has left too', async () => {
    const away = () =>
      world.unitOfWork.run(({ people }) => people.saveAbsence(FINN, { until: '2026-11-20', deputy: null }));
    expect(await leaves({ until: '2026-11-27', deputy: FINN }, away)).toEqual(GOES_BACK);
    for (const person of DEMO_PEOPLE) await world.unitOfWork.run(({ people }) => people.save(person));
    const left = () => world.unitOfWork.run(({ people }) => people.remove(FINN));
    expect((await leaves({ until: '2026-11-27', deputy: FINN }, left)).assignee).toBeNull();
  });
});
