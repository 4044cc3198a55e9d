import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withCrmSave } from '../../src/app/save-case.ts';
import { act, logCase } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from './app-world.ts';

const ANNA = 'anna-holm';

describe('the effects of a change', () => {
  it('save the case in the CRM once, whether they say so or not', () => {
    const save = { kind: 'crm.save' } as const;
    const refresh = { kind: 'card.refresh' } as const;
    expect(withCrmSave([])).toEqual([save]);
    expect(withCrmSave([refresh])).toEqual([save, refresh]);
    expect(withCrmSave([refresh, save])).toEqual([refresh, save]);
  });
});

describe('what was learnt from a case', () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await openAppWorld({ store: 'maps' });
  });
  afterEach(() => world.close());
  const learnt = async () =>
    (await world.unitOfWork.read((stores) => stores.examples.all())).map(({ text }) => text);

  it('is kept whatever happens to the case, until its basis covers its words no more', async () => {
    const { id, draftId } = await logCase(world, ANNA);
    const other = { text: 'vil bygge en robot', areas: ['automation'], at: world.clock.now() } as const;
    await world.unitOfWork.run(async ({ examples }) => {
      await examples.add({ ...other, draftId, text: 'vil sælge til Tyskland' });
      await examples.add({ ...other, draftId: 'another' });
    });
    await act(world, ANNA, id, 'handover.withdraw');
    await act(world, ANNA, id, 'case.contacted');
    expect(await learnt()).toEqual(['vil sælge til Tyskland', other.text]);
    await act(world, ANNA, id, 'case.withdraw-basis');
    expect(await learnt()).toEqual([other.text]);
  });
});
