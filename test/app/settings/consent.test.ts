import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../../dialogs/commands.ts';
import { createLiveSettings } from '../../../src/app/settings/live-settings.ts';
import type { Person } from '../../../src/core/person.ts';
import { DEMO_PEOPLE } from '../../../src/demo/demo-directory.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** Who must agree to a change of a setting, and whose silence is consent. The clock begins at Friday 20 November 2026. */

const coordinator = (
  id: string,
  ...organisations: Person['memberships'][number]['organisation'][]
): Person => ({
  id,
  name: id,
  language: 'da',
  identities: [`teams:test:${id}`],
  memberships: organisations.map((organisation) => ({ organisation, roles: ['coordinator'] })),
});
const SKIVE = coordinator('sofie', 'les-779');
const BOTH = coordinator('begge', 'les-791', 'les-779');

let world: AppWorld;
const open = async (...people: readonly Person[]) => {
  world = await openAppWorld({
    start: '2026-11-20T08:00:00Z',
    people: [...DEMO_PEOPLE, ...people],
    bound: ['les-791', 'les-751', 'les-779', 'ehm-midtjylland'],
  });
  for (const { id } of [...DEMO_PEOPLE, ...people]) await world.says(id, readCommand('hjælp'));
};
afterEach(() => world.close());

const newest = async () => {
  const all = await world.unitOfWork.read(({ settings }) => settings.all());
  const [last] = all.toSorted((a, b) => (`${a.at} ${a.state}` > `${b.at} ${b.state}` ? -1 : 1));
  if (!last) throw new Error('nothing was proposed');
  return last;
};
const answer = (
  person: string,
  verb: 'setting.accept' | 'setting.decline' | 'setting.withdraw',
  id: string,
) => world.says(person, { name: 'setting', verb, id, input: {} });
const operator = async () => {
  const live = createLiveSettings();
  await world.unitOfWork.read((stores) => live.refresh(stores, world.clock.now()));
  return live.settingsOf('791').operator;
};
const at = async (instant: string) => {
  world.clock.set(instant);
  await world.worker.drain();
};
/** What somebody was told of changes, in order. */
const toldOf = (person: string) => toldIn(`chat ${person}`);
const toldIn = (place: string) =>
  world.standing.flatMap(({ conversation, posted }) =>
    conversation === place && posted.answer.kind === 'setting-change' && posted.answer.told
      ? [posted.answer.told]
      : [],
  );

describe('an office that serves another municipality', () => {
  beforeEach(() => open(SKIVE));

  it('is asked before it gets the tasks, and has them when it has agreed', async () => {
    const [shown] = await world.says('anna-holm', readCommand('indstil fælles kontor LES Skive'));
    expect(shown).toContain('setting operator');
    expect(await world.unitOfWork.read(({ settings }) => settings.all())).toEqual([]);
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Skive og send'));
    await world.worker.drain();
    const { id, consent } = await newest();
    expect(consent?.organisation).toBe('les-779');
    expect(await operator()).toBeNull();
    expect(toldOf('sofie')).toEqual(['proposed']);
    for (const person of ['anna-holm', 'bo-krogh', 'dan-ravn'])
      expect((await answer(person, 'setting.accept', id)).join()).not.toContain('agreed');
    expect(await operator()).toBeNull();
    expect((await answer('sofie', 'setting.accept', id)).join()).toContain('agreed');
    expect(await operator()).toBe('les-779');
  });

  it('is asked before it loses them, whether they come back or go to a third one, which is asked first', async () => {
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Skive og send'));
    await answer('sofie', 'setting.accept', (await newest()).id);
    world.clock.pass(1);
    await world.says('anna-holm', readCommand('indstil fælles kontor nulstil og send'));
    const back = await newest();
    expect([back.after, back.consent?.organisation]).toEqual([null, 'les-779']);
    expect((await answer('sofie', 'setting.decline', back.id)).join()).toContain('declined');
    expect(await operator()).toBe('les-779');
    world.clock.pass(1);
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Aarhus og send'));
    const { id } = await newest();
    expect((await answer('sofie', 'setting.accept', id)).join()).toContain('coordinators-only');
    expect((await answer('bo-krogh', 'setting.accept', id)).join()).toContain('proposed agreed-next');
    expect(await operator()).toBe('les-779');
    await world.worker.drain();
    expect(toldOf('sofie').at(-1)).toBe('proposed');
    expect(toldOf('anna-holm').at(-1)).toBe('agreed-next');
    expect((await answer('bo-krogh', 'setting.accept', id)).join()).toContain('coordinators-only');
    expect((await answer('sofie', 'setting.accept', id)).join()).toContain('agreed agreed');
    expect(await operator()).toBe('les-751');
    await world.worker.drain();
    expect([toldOf('anna-holm').at(-1), toldOf('bo-krogh').at(-1)]).toEqual(['agreed', 'agreed']);
  });

  it('is asked where it was to get them by a change that has not begun', async () => {
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Skive fra 1.2.2027 og send'));
    await answer('sofie', 'setting.accept', (await newest()).id);
    expect(await operator()).toBeNull();
    world.clock.pass(1);
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Aarhus og send'));
    const { consent } = await newest();
    expect([consent?.organisation, consent?.next]).toEqual(['les-751', ['les-779']]);
  });

  it('agrees by silence, and then the next one is asked', async () => {
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Skive og send'));
    await answer('sofie', 'setting.accept', (await newest()).id);
    world.clock.pass(1);
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Aarhus og send'));
    await world.worker.drain();
    await at('2026-11-28T12:00:00Z');
    await at('2026-12-05T12:00:00Z');
    const { state, agreedBy, consent } = await newest();
    expect(state).toBe('proposed');
    expect(agreedBy).toMatchObject([{ organisation: 'les-751', by: null }]);
    expect(consent).toMatchObject({ organisation: 'les-779', remindedAt: null });
    expect(await operator()).toBe('les-779');
    await at('2026-12-13T12:00:00Z');
    await at('2026-12-20T12:00:00Z');
    expect(await operator()).toBe('les-751');
  });
});

describe('somebody of both sides', () => {
  it('does not agree with their own proposal, not by silence either', async () => {
    await open(BOTH);
    const acting = async (organisation: 'les-791' | 'les-779') =>
      world.unitOfWork.run((stores) => stores.people.saveActingAs('begge', organisation));
    await acting('les-791');
    await world.says('begge', readCommand('indstil fælles kontor LES Skive og send'));
    const { id } = await newest();
    await acting('les-779');
    expect((await answer('begge', 'setting.accept', id)).join()).toContain('setting-own-proposal');
    await at('2026-11-28T12:00:00Z');
    await at('2026-12-05T12:00:00Z');
    await at('2026-12-30T12:00:00Z');
    expect((await newest()).state).toBe('proposed');
    expect(await operator()).toBeNull();
  });
});

describe('a side without anybody who can answer', () => {
  beforeEach(() => open());

  it('has not agreed by silence, which the proposer learns once', async () => {
    const [said] = await world.says('anna-holm', readCommand('indstil fælles kontor LES Skive og send'));
    expect(said).toContain('proposed unanswerable');
    for (const day of ['2026-11-28', '2026-12-05', '2026-12-13', '2026-12-20', '2027-01-30'])
      await at(`${day}T12:00:00Z`);
    expect((await newest()).state).toBe('proposed');
    expect(await operator()).toBeNull();
    expect(toldOf('anna-holm')).toEqual([]);
  });

  it('loses its only coordinator on the way: the proposer is told then', async () => {
    await world.unitOfWork.run(({ people }) => people.save(SKIVE));
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Skive og send'));
    await world.worker.drain();
    await world.unitOfWork.run(({ people }) => people.remove('sofie'));
    for (const day of ['2026-11-28', '2026-12-06', '2026-12-13', '2026-12-20', '2027-01-30'])
      await at(`${day}T12:00:00Z`);
    expect(toldOf('anna-holm')).toEqual(['unanswerable']);
    expect(await operator()).toBeNull();
  });

  it('is asked when it has somebody, with the whole time to answer', async () => {
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Skive og send'));
    await world.worker.drain();
    await world.unitOfWork.run(({ people }) => people.save(SKIVE));
    await at('2026-11-28T12:00:00Z');
    expect(toldIn('channel les-779')).toEqual(['proposed', 'proposed']);
    await at('2026-12-05T12:00:00Z');
    await at('2026-12-08T12:00:00Z');
    expect(toldIn('channel les-779')).toEqual(['proposed', 'proposed', 'reminder']);
    expect(await operator()).toBeNull();
    await at('2026-12-12T13:00:00Z');
    expect(await operator()).toBe('les-779');
  });
});

describe('a proposal that gives way to another', () => {
  beforeEach(() => open(SKIVE));
  const FIRST = 'indstil fælles kontor LES Aarhus og send';
  const served = async () => {
    await world.says('anna-holm', readCommand('indstil fælles kontor LES Skive og send'));
    await answer('sofie', 'setting.accept', (await newest()).id);
    world.clock.pass(1);
  };

  it('is over for those who were asked, and for those who had agreed, but for whoever knew nothing of it', async () => {
    await served();
    await world.says('anna-holm', readCommand(FIRST));
    const { id } = await newest();
    await world.worker.drain();
    await answer('bo-krogh', 'setting.accept', id);
    await world.worker.drain();
    world.clock.pass(1);
    await world.says('anna-holm', readCommand('indstil fælles kontor nulstil og send'));
    await world.worker.drain();
    expect(toldOf('bo-krogh')).toEqual(['proposed', 'replaced']);
    expect(toldOf('sofie').slice(-2).toSorted()).toEqual(['proposed', 'replaced']);
    expect(toldOf('anna-holm')).not.toContain('replaced');
    expect((await answer('sofie', 'setting.accept', id)).join()).toContain('setting-change-over');
  });

  it('is over for nobody who was not asked yet', async () => {
    await served();
    await world.says('anna-holm', readCommand(FIRST));
    await world.worker.drain();
    const before = toldOf('sofie').length;
    world.clock.pass(1);
    await world.says('anna-holm', readCommand(`${FIRST.replace(' og send', '')} fra 1.2.2027 og send`));
    await world.worker.drain();
    expect(toldOf('bo-krogh').toSorted()).toEqual(['proposed', 'proposed', 'replaced']);
    expect(toldOf('sofie')).toHaveLength(before);
  });
});

describe('silence is consent only of somebody who was asked and reminded', () => {
  beforeEach(() => open(SKIVE));
  const propose = () => world.says('anna-holm', readCommand('indstil fælles kontor LES Skive og send'));

  it('where nobody was reminded, because the service stood still, they are, and have a week', async () => {
    await propose();
    await world.worker.drain();
    await at('2026-12-06T12:00:00Z');
    await at('2026-12-13T11:00:00Z');
    expect(toldOf('sofie')).toEqual(['proposed', 'reminder']);
    expect(await operator()).toBeNull();
    await at('2026-12-13T12:30:00Z');
    expect(await operator()).toBe('les-779');
    expect(toldOf('sofie').at(-1)).toBe('by-silence');
  });

  it('a reminder just before the end leaves a week, too', async () => {
    await propose();
    await world.worker.drain();
    await at('2026-12-04T06:00:00Z');
    await at('2026-12-11T05:00:00Z');
    expect(await operator()).toBeNull();
    await at('2026-12-11T06:30:00Z');
    expect(await operator()).toBe('les-779');
  });

  it.each(['proposed', 'reminder'] as const)(
    'the time begins again where the message "%s" did not arrive, and the proposer is told',
    async (lost) => {
      world.fate = (_, { answer: shown }) =>
        shown.kind === 'setting-change' && shown.told === lost ? 'lost' : 'take';
      await propose();
      await world.worker.drain();
      for (const day of ['11-28', '12-05', '12-12', '12-19']) await at(`2026-${day}T12:00:00Z`);
      expect(await operator()).toBeNull();
      expect(new Set(toldOf('anna-holm'))).toEqual(new Set(['not-told']));
      expect((await newest()).state).toBe('proposed');
    },
  );
});
