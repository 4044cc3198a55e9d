import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import type { CrmRecord } from '../../src/app/ports/crm.ts';
import { opened } from '../core/case/case-world.ts';
import { type AppWorld, HANSEN, openAppWorld } from './app-world.ts';

/** The company's running case, our own or one that only the CRM knows. */

const ANNA = 'anna-holm';
const permit = { cvr: HANSEN.cvr, stage: 'established', areas: 'authority-permits' };
const elsewhere: CrmRecord = {
  ...crmRecordOf(opened().case),
  caseId: 'XXXX-XXXX',
  status: 'open',
  owner: 'les-751',
  assignee: 'Bo Krogh',
  createdAt: '2026-10-01T09:00:00.000Z',
};

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

async function runningAfter(...records: readonly CrmRecord[]) {
  for (const record of records) await world.crm.save(record);
  await world.says(ANNA, { name: 'new' });
  const { answers } = await world.do(ANNA, {
    name: 'intake',
    verb: 'intake.submit',
    draftId: null,
    revision: null,
    input: permit,
  });
  const [answer] = answers;
  if (answer?.kind !== 'decision') throw new Error(answer?.kind);
  return answer;
}

describe('a company that another system serves', () => {
  it('is known by its record in the CRM, with its owner and assignee', async () => {
    const { running, decision } = await runningAfter(elsewhere);
    expect(running).toEqual({
      caseId: 'XXXX-XXXX',
      owner: 'les-751',
      since: '2026-10-01T09:00:00.000Z',
      status: 'open',
      assignee: 'Bo Krogh',
      ours: false,
    });
    expect(decision.owner).toMatchObject({ actor: 'les', organisation: 'les-751' });
    // It is no case of ours that an enquiry could be added to.
    await world.intake(ANNA, 'intake.confirm', { consent: 'consent' });
    expect(await world.cases()).toMatchObject([{ linkedTo: 'XXXX-XXXX' }]);
  });

  it('is not where the record has ended; the first that runs counts', async () => {
    const closed = { ...elsewhere, status: 'closed' };
    expect((await runningAfter(closed)).running).toBeNull();
    const other = { ...elsewhere, caseId: 'YYYY-YYYY', status: 'offered' };
    expect((await runningAfter(closed, other)).running?.caseId).toBe('YYYY-YYYY');
  });

  it('is not by a record of our own case: the CRM may lag behind', async () => {
    await runningAfter();
    await world.intake(ANNA, 'intake.confirm');
    const [kase] = await world.cases();
    if (!kase) throw new Error('no case');
    await world.unitOfWork.run((stores) =>
      stores.cases.update({ ...kase, status: 'closed', closedAt: world.clock.now(), revision: 2 }, 1, null),
    );
    expect((await runningAfter(crmRecordOf(kase))).running).toBeNull();
    expect((await runningAfter(crmRecordOf(kase), elsewhere)).running?.caseId).toBe('XXXX-XXXX');
  });
});

describe('a company that we serve', () => {
  it('is known by our own case, whatever the CRM says; and none is known without a CVR number', async () => {
    await runningAfter();
    await world.intake(ANNA, 'intake.confirm');
    const [kase] = await world.cases();
    const { running } = await runningAfter(elsewhere);
    expect(running).toMatchObject({ caseId: kase?.id, ours: true, owner: 'les-791', assignee: 'Anna Holm' });
    await world.intake(ANNA, 'intake.edit');
    const { answers } = await world.do(ANNA, {
      name: 'intake',
      verb: 'intake.submit',
      draftId: null,
      revision: null,
      input: { cvr: '', municipality: '740', companyName: 'Jensen Byg' },
    });
    expect(answers[0]).toMatchObject({ kind: 'decision', running: null });
  });
});
