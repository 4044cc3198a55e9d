import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scheduleFollowUps } from '../../src/app/follow-up-steps.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { IntakeValues } from '../../src/core/intake/draft.ts';
import { nextStepAt } from '../../src/core/promise/steps.ts';
import { calendar, carla, caseAfter, established, opened, outcome } from '../core/case/case-world.ts';
import { act } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld, wordsOf } from './app-world.ts';

/** A follow-up that found a new need begins an enquiry about it; those of an earlier version get their time on the clock. */

const ANNA = 'anna-holm';
let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps', start: '2026-03-02T09:00:00.000Z' });
});
afterEach(() => world.close());

const KNOWN = {
  cvr: '25313763',
  companyName: 'Hansen VVS',
  municipality: '791',
  stage: 'established',
  contactName: 'Mette Hansen',
  contactPhone: '40411234',
} as const;
const FULL: IntakeValues = {
  ...established,
  ...KNOWN,
  pNumber: '1003407806',
  founded: '2011',
  form: 'ApS',
  employees: 12,
  standing: 'active',
  contactEmail: 'mette@hansen.dk',
  description: 'Vil sælge til Tyskland',
};
/** Closed by the Erhvervshus, with a follow-up that it asked Viborg for. */
function closed(values: IntakeValues, id = 'K3F9-QTX2'): Case {
  const kase = caseAfter(
    opened({ values }).case,
    ['handover.accept', carla],
    ['case.contacted', carla],
    ['case.close', carla, outcome],
  );
  expect(kase.followUp).toMatchObject({ organisation: 'les-791', state: 'proposed' });
  return { ...kase, id, draftId: id };
}
const put = (kase: Case, next: string | null = null) =>
  world.unitOfWork.run((stores) => stores.cases.insert(kase, next));
const done = (result: string, id = 'K3F9-QTX2') => act(world, ANNA, id, 'followup.done', { result });

describe('a new need', () => {
  it('begins a form with what is known of the company and its contact, linked to the closed case', async () => {
    await put(closed(FULL));
    expect(wordsOf(await done('new-need'))).toEqual(['case closed done', 'form']);
    const { values, sources, linkedTo, step, organisation } = await world.draft(ANNA);
    const { areas, consent, entry, description, ...company } = FULL;
    expect(values).toEqual(company);
    expect(sources).toEqual(Object.fromEntries(Object.keys(company).map((name) => [name, 'derived'])));
    expect([linkedTo, step, organisation]).toEqual(['K3F9-QTX2', 'form', 'les-791']);
  });

  it('begins with no more than is known', async () => {
    await put(closed({ ...established, ...KNOWN }));
    await done('new-need');
    expect((await world.draft(ANNA)).values).toEqual(KNOWN);
  });

  it('sets the enquiry under way aside, and says so', async () => {
    await put(closed(FULL));
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { companyName: 'Jensen Byg' });
    expect(wordsOf(await done('new-need'))).toEqual(['case closed done', 'notice draft-set-aside', 'form']);
  });

  it('is the only result that begins one', async () => {
    await put(closed(FULL));
    expect(wordsOf(await done('no-need'))).toEqual(['case closed done']);
    expect(await world.unitOfWork.read((stores) => stores.drafts.active(ANNA))).toBeUndefined();
  });
});

describe('the follow-ups of an earlier version', () => {
  const schedule = () => scheduleFollowUps({ unitOfWork: world.unitOfWork, calendar });

  it('are put on the clock, each once', async () => {
    const due = closed(FULL);
    await put(due);
    await put(closed(FULL, 'SCHEDULED'), nextStepAt(due, calendar));
    const lost = () => world.unitOfWork.read((stores) => stores.cases.followUpsWithoutStep(10));
    expect(await lost()).toEqual([due.id]);
    expect(await schedule()).toBe(1);
    expect(await lost()).toEqual([]);
    expect(await schedule()).toBe(0);
  });

  it('wait for the next round beyond five hundred', async () => {
    for (let at = 0; at <= 500; at++) await put(closed(FULL, `K${at}`));
    expect(await schedule()).toBe(500);
    expect(await schedule()).toBe(1);
  });
});
