import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelOf, chatOf } from '../flows/teams-world.ts';
import { type ApiWorld, EXPORT, openApiWorld } from './api-world.ts';

/** The record of a case for other systems: as the basis and the token's organisations allow. */

let world: ApiWorld;
beforeEach(async () => {
  world = await openApiWorld();
});
afterEach(() => world.close());

const reading = (...organisations: ('les-791' | 'ehm-midtjylland' | 'les-657' | 'ehm-fyn')[]) =>
  world.token({ scopes: ['cases:read'], organisations });
const opened = async (more: object = {}) =>
  String((await world.enquire(await world.token(), { ...EXPORT, ...more })).body.caseId);

describe('the record', () => {
  it('is all of it for owner and receiver under a consent', async () => {
    const id = await opened();
    for (const organisation of ['les-791', 'ehm-midtjylland'] as const) {
      const { status, body } = await world.ask(`/api/cases/${id}`, await reading(organisation));
      expect([status, body]).toMatchObject([
        200,
        {
          caseId: id,
          cvr: '25313763',
          contactName: 'Mette Hansen',
          description: 'Vil sælge til Tyskland',
          owner: 'les-791',
        },
      ]);
    }
  });

  it('holds no person and no word where the company declined', async () => {
    const id = await opened({ consent: 'declined' });
    const { body } = await world.ask(`/api/cases/${id}`, await reading('les-791'));
    expect(body).toMatchObject({
      caseId: id,
      cvr: '25313763',
      contactName: null,
      description: null,
      areas: ['internationalisation'],
    });
    expect(JSON.stringify(body)).not.toMatch(/Mette|40411234|Tyskland/);
  });

  it('holds no word of a crisis', async () => {
    const id = await opened({ crisis: true, areas: ['crisis'] });
    const { body } = await world.ask(`/api/cases/${id}`, await reading('ehm-midtjylland'));
    expect(body).toMatchObject({ priority: 'urgent', description: null, contactName: 'Mette Hansen' });
  });

  it('is empty of the company once it is erased', async () => {
    const id = await opened();
    const reader = await reading('les-791');
    await world.say('anna-holm', chatOf('anna-holm'), `tilbagetræk ${id}`);
    await world.service.unitOfWork.run(async (stores) => {
      const kase = await stores.cases.get(id);
      const { eraseOne } = await import('../../src/app/erase-cases.ts');
      if (kase) await eraseOne(world.service.deps, stores, kase, world.clock.now(), 'request');
    });
    const { body } = await world.ask(`/api/cases/${id}`, reader);
    expect(JSON.stringify(body)).not.toMatch(/Mette|40411234|Tyskland|25313763|Hansen/);
  });

  it('is refused to whoever may not have it, as if there were none', async () => {
    const id = await opened();
    const unknown = await world.ask('/api/cases/ZZZZ-ZZZZ', await reading('les-791'));
    const foreign = await world.ask(`/api/cases/${id}`, await reading('les-657', 'ehm-fyn'));
    expect([foreign.status, foreign.body]).toEqual([404, unknown.body]);
    const over = await world.ask(`/api/cases/${id}`, await world.token());
    expect([over.status, over.body.code]).toEqual([403, 'token-scope']);
    const none = await world.ask(`/api/cases/${id}`, null, { 'accept-language': 'en' });
    expect([none.status, none.body.title]).toEqual([401, 'Token missing']);
    for (const path of ['x', '%00', '%F0%9F%92%A9', `${id}%27`, 'a'.repeat(3_000)])
      expect([400, 404]).toContain((await world.ask(`/api/cases/${path}`, await reading('les-791'))).status);
  });

  it('that was read stands in the audit with the token', async () => {
    const id = await opened();
    const reader = await reading('les-657', 'les-791');
    await world.ask(`/api/cases/${id.toLowerCase()}`, reader);
    const lines = await world.service.unitOfWork.read((stores) => stores.audit.page({ caseId: id }, 0, 10));
    expect(lines).toMatchObject([
      { person: `api:${reader.split('_')[1]}`, organisation: 'les-791', action: 'read', relation: 'owner' },
    ]);
  });

  it('follows the case', async () => {
    const id = await opened();
    await world.deliver();
    const house = channelOf('ehm-midtjylland');
    await world.click('carla-winther', house, world.standing(house)[0]?.card, 'handover.accept');
    const { body } = await world.ask(`/api/cases/${id}`, await reading('ehm-midtjylland'));
    expect(body).toMatchObject({
      owner: 'ehm-midtjylland',
      referredFrom: 'les-791',
      assignee: 'Carla Winther',
    });
  });
});
