import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RawInput } from '../../src/core/raw-input.ts';
import { type AppWorld, HANSEN, openAppWorld } from './app-world.ts';

const ANNA = 'anna-holm';
const permit = { municipality: '791', stage: 'established', areas: 'authority-permits' };

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

describe('the basis of a case that names a person', () => {
  const named = { ...permit, cvr: HANSEN.cvr, contactName: 'Mette', contactPhone: '40411234' };
  const begin = async (input: RawInput) => {
    await world.says(ANNA, { name: 'new' });
    return world.intake(ANNA, 'intake.submit', input);
  };
  const newest = async () => (await world.cases()).at(-1);

  it('is asked at the own door too, and nothing is created without it', async () => {
    expect(await begin(named)).toEqual(['decision les-791 basis?']);
    expect(await world.intake(ANNA, 'intake.confirm')).toEqual(['decision les-791 basis-needed basis?']);
    expect(await world.cases()).toEqual([]);
    expect(await world.intake(ANNA, 'intake.confirm', { consent: 'consent' })).toEqual([
      'case open case-created',
    ]);
    expect((await newest())?.basis).toMatchObject({ kind: 'consent', withdrawnAt: null });
  });

  it('can be that the company declined: the case stays here, as it would have', async () => {
    await begin(named);
    expect(await world.intake(ANNA, 'intake.confirm', { consent: 'declined' })).toEqual([
      'case open case-created',
    ]);
    expect(await newest()).toMatchObject({ owner: 'les-791', handovers: [], basis: { kind: 'declined' } });
  });

  it.each([
    ['nobody', { ...permit, cvr: HANSEN.cvr }, false],
    ['an e-mail', { ...permit, contactEmail: 'm@hv.dk' }, true],
    ['a pre-starter by name', { ...permit, companyName: 'Lis Toft', stage: 'pre-starter' }, true],
    ['a pre-starter without a name', { ...permit, stage: 'pre-starter' }, false],
    ['a sole proprietor', { ...permit, cvr: '24256790' }, true],
  ])('is asked or not where the intake names %s', async (_, input, asked) => {
    world.companies = [HANSEN, { ...HANSEN, cvr: '24256790', form: 'Enkeltmandsvirksomhed' }];
    const [words] = await begin(input);
    expect(words?.endsWith('basis?')).toBe(asked);
  });

  it('is recorded on the running case that the enquiry joins, where none was', async () => {
    await begin({ ...permit, cvr: HANSEN.cvr });
    await world.intake(ANNA, 'intake.confirm');
    await begin(named);
    expect(await world.intake(ANNA, 'intake.confirm')).toEqual(['decision les-791 basis-needed basis?']);
    await world.intake(ANNA, 'intake.confirm', { consent: 'public-task' });
    expect(await world.cases()).toMatchObject([{ basis: { kind: 'public-task' }, contacts: [{}] }]);
    // From then on it is the basis of whatever joins the case.
    expect(await begin({ ...named, contactName: 'Ole' })).toEqual(['decision les-791']);
    await world.intake(ANNA, 'intake.confirm');
    expect(await world.cases()).toMatchObject([{ basis: { kind: 'public-task' }, contacts: [{}, {}] }]);
  });

  it('is withdrawn from the running case where the company declines now, and given again where it agrees', async () => {
    await begin({ ...named, consent: 'consent' });
    await world.intake(ANNA, 'intake.confirm');
    await begin({ ...named, consent: 'declined' });
    await world.intake(ANNA, 'intake.confirm');
    expect((await newest())?.basis).toMatchObject({ kind: 'consent', withdrawnAt: expect.any(String) });
    await begin({ ...named, consent: 'public-task' });
    await world.intake(ANNA, 'intake.confirm');
    expect(await world.cases()).toMatchObject([{ basis: { kind: 'public-task', withdrawnAt: null } }]);
  });
});
