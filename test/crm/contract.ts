import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Crm, CrmError } from '../../src/app/ports/crm.ts';
import { allChanges } from './all-changes.ts';
import { crmRecord } from './crm-records.ts';

/** A CRM that starts empty, with a way to take it down and bring it back. */
export interface CrmUnderTest {
  readonly crm: Crm;
  takeDown(): Promise<void>;
  bringBack(): Promise<void>;
  close(): Promise<void>;
}

/** What every CRM adapter does; each runs it. */
export function keepsTheCrmContract(name: string, open: () => Promise<CrmUnderTest>): void {
  describe(`the shared CRM: ${name}`, () => {
    let tested: CrmUnderTest;
    let crm: Crm;
    beforeEach(async () => {
      tested = await open();
      crm = tested.crm;
    });
    afterEach(() => tested.close());

    it('keeps every field of the record', async () => {
      await crm.save(crmRecord());
      expect(await crm.findByCase('K3F9-QTX2')).toEqual(crmRecord());
    });

    it('keeps a record of which almost nothing is known', async () => {
      const bare = crmRecord({
        stage: 'pre-starter',
        cvr: null,
        pNumber: null,
        companyName: null,
        founded: null,
        consent: null,
        areas: [],
        referrals: [],
        services: [],
        assignee: null,
      });
      await crm.save(bare);
      expect(await crm.findByCase(bare.caseId)).toEqual(bare);
    });

    it('has one record of a case however often it is saved, under one id', async () => {
      const ids = await Promise.all(Array.from({ length: 5 }, () => crm.save(crmRecord())));
      expect(new Set(ids.map(({ crmId }) => crmId)).size).toBe(1);
      expect(await crm.findByCvr('25313763')).toHaveLength(1);
    });

    it('takes a newer revision, under the id it had', async () => {
      const first = await crm.save(crmRecord());
      const newer = await crm.save(crmRecord({ revision: 2, status: 'answered' }));
      expect(newer.crmId).toBe(first.crmId);
      expect((await crm.findByCase('K3F9-QTX2'))?.status).toBe('answered');
    });

    it('changes nothing for an older revision, nor for the same one', async () => {
      await crm.save(crmRecord({ revision: 3, status: 'closed' }));
      await crm.save(crmRecord({ revision: 2, status: 'open' }));
      await crm.save(crmRecord({ revision: 1, status: 'open' }));
      await crm.save(crmRecord({ revision: 3, status: 'open' }));
      expect(await crm.findByCase('K3F9-QTX2')).toMatchObject({ revision: 3, status: 'closed' });
    });

    it('makes the record when a later revision comes first, so that no case is missing', async () => {
      await crm.save(crmRecord({ revision: 4 }));
      expect(await crm.findByCase('K3F9-QTX2')).toMatchObject({ revision: 4 });
    });

    it('finds the cases of a company, newest first, and none of another', async () => {
      await crm.save(crmRecord({ caseId: 'OLDC-2222', createdAt: '2025-01-01T09:00:00.000Z' }));
      await crm.save(crmRecord({ caseId: 'NEWC-3333' }));
      await crm.save(crmRecord({ caseId: 'ELSE-4444', cvr: '99100036' }));
      expect((await crm.findByCvr('25313763')).map((record) => record.caseId)).toEqual([
        'NEWC-3333',
        'OLDC-2222',
      ]);
      expect(await crm.findByCvr('10000009')).toEqual([]);
      expect(await crm.findByCase('NONE-5555')).toBeNull();
    });

    it('says whether a company is served: by whom, since when, and not by what was entered in error', async () => {
      await crm.save(
        crmRecord({ caseId: 'OLDC-2222', createdAt: '2025-01-01T09:00:00.000Z', status: 'closed' }),
      );
      await crm.save(crmRecord({ caseId: 'NEWC-3333', owner: 'ehm-midtjylland', assignee: null }));
      await crm.save(crmRecord({ caseId: 'WRNG-4444', status: 'entered-in-error' }));
      expect(await crm.servedCases('25313763')).toEqual([
        {
          caseId: 'NEWC-3333',
          status: 'open',
          owner: 'ehm-midtjylland',
          assignee: null,
          createdAt: '2026-11-20T09:00:00.000Z',
        },
        {
          caseId: 'OLDC-2222',
          status: 'closed',
          owner: 'les-791',
          assignee: 'anna',
          createdAt: '2025-01-01T09:00:00.000Z',
        },
      ]);
      expect(await crm.servedCases('10000009')).toEqual([]);
    });

    it('gives a corrected CVR number to the case, and takes the case from the other company', async () => {
      await crm.save(crmRecord());
      await crm.save(crmRecord({ revision: 2, cvr: '99100036', companyName: 'Hansen El ApS' }));
      expect(await crm.findByCvr('25313763')).toEqual([]);
      expect(await crm.servedCases('25313763')).toEqual([]);
      expect(await crm.findByCvr('99100036')).toHaveLength(1);
    });

    it('finds a pre-starter by CVR number once the company has got one', async () => {
      await crm.save(crmRecord({ cvr: null, companyName: null, stage: 'pre-starter' }));
      expect(await crm.findByCvr('25313763')).toEqual([]);
      await crm.save(crmRecord({ revision: 2 }));
      expect(await crm.findByCvr('25313763')).toHaveLength(1);
    });

    it('erases company, people and free text, and keeps what counts', async () => {
      await crm.save(crmRecord({ status: 'closed', returns: 1 }));
      await crm.erase('K3F9-QTX2');
      expect(await crm.findByCvr('25313763')).toEqual([]);
      const left = await crm.findByCase('K3F9-QTX2');
      expect(left).toMatchObject({
        status: 'closed',
        owner: 'les-791',
        municipality: '791',
        areas: ['internationalisation'],
        returns: 1,
        dueAt: '2026-11-24T08:55:00.000Z',
      });
      expect(JSON.stringify(left)).not.toMatch(
        /Hansen|Hanne|25313763|1990001007|40411234|example|anna|Tyskland|huset/,
      );
    });

    it('does not bring back what was erased when a delivery comes late', async () => {
      await crm.save(crmRecord());
      await crm.erase('K3F9-QTX2');
      await crm.save(crmRecord());
      await crm.save(crmRecord({ revision: 5, status: 'closed' }));
      const left = await crm.findByCase('K3F9-QTX2');
      expect(left?.status).toBe('closed');
      expect(JSON.stringify(left)).not.toMatch(/Hansen|Hanne|25313763/);
      expect(await crm.findByCvr('25313763')).toEqual([]);
    });

    it('erases nothing, quietly, where there is no such case', async () => {
      await crm.erase('NONE-5555');
      expect(await crm.findByCase('NONE-5555')).toBeNull();
    });

    it('rejects a record that is not one, and keeps nothing of it', async () => {
      const wrong = { ...crmRecord(), municipality: '999' };
      // @ts-expect-error there is no municipality 999; a record read from an old outbox row may still say so
      await expect(crm.save(wrong)).rejects.toMatchObject({ name: 'CrmError', code: 'rejected' });
      await expect(crm.save(crmRecord({ contactedAt: 'i går' }))).rejects.toMatchObject({
        code: 'rejected',
      });
      expect(await crm.findByCase('K3F9-QTX2')).toBeNull();
    });

    it('says nothing of the company or people when it rejects', async () => {
      const error = await crm.save(crmRecord({ status: '' })).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(CrmError);
      expect(String(error)).not.toMatch(/Hansen|Hanne|25313763|40411234/);
    });

    it('is unavailable while it is down, and whole when it is back', async () => {
      await crm.save(crmRecord());
      await tested.takeDown();
      const calls = [
        () => crm.save(crmRecord({ caseId: 'NEWC-3333' })),
        () => crm.save(crmRecord({ revision: 2 })),
        () => crm.findByCase('K3F9-QTX2'),
        () => crm.findByCvr('25313763'),
        () => crm.servedCases('25313763'),
        () => crm.erase('K3F9-QTX2'),
      ];
      for (const call of calls) {
        await expect(call()).rejects.toMatchObject({ name: 'CrmError', code: 'unavailable' });
      }
      await tested.bringBack();
      expect(await crm.findByCase('K3F9-QTX2')).toEqual(crmRecord());
      expect(await crm.findByCase('NEWC-3333')).toBeNull();
    });

    it('tells what has changed since a token, and nothing before the first, where it keeps changes', async () => {
      if (!crm.changesSince) return;
      await crm.save(crmRecord());
      const first = await allChanges(crm, null);
      if (first === 'expired') throw new Error('expired at once');
      expect(first.changes).toEqual([]);
      const { crmId } = await crm.save(crmRecord({ caseId: 'NEWC-3333' }));
      const second = await allChanges(crm, first.token);
      if (second === 'expired') throw new Error('expired at once');
      expect(second.changes).toEqual([{ crmId, caseId: 'NEWC-3333', deleted: false }]);
      expect(await allChanges(crm, second.token)).toMatchObject({ changes: [] });
    });
  });
}
