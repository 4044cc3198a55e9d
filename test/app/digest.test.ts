import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { DEFAULT_SETTINGS, type SettingsLookup } from '../../src/core/triage/settings.ts';
import { createOutboxQueue } from '../../src/db/outbox-queue.ts';
import { putDigests } from '../../src/worker/monthly-digests.ts';
import {
  act,
  calendar,
  channelOf,
  chatOf,
  type LoopOptions,
  type LoopWorld,
  logCase,
  openLoopWorld,
} from '../loop/loop-world.ts';

/** The month's digest: to each LES what the house did in its municipality, to the house what its LES sent. */

const [ANNA, FINN, CARLA, DAN] = ['anna-holm', 'finn-dahl', 'carla-winther', 'dan-ravn'];
/** Tuesday 1 December at eight in Denmark, when the offices open for the first time in the month. */
const OPENING = '2026-12-01T07:00:00.000Z';

let world: LoopWorld;
afterEach(() => world.close());
const open = async (options: LoopOptions = {}) => {
  world = await openLoopWorld({ bound: ['les-791', 'ehm-midtjylland'], ...options });
};
const until = async (instant: string) => {
  world.clock.pass((Date.parse(instant) - Date.parse(world.clock.now())) / 3_600_000);
  await world.worker.drain();
};
const digests = () =>
  world.standing.flatMap(({ conversation, posted: { answer, language } }) =>
    answer.kind === 'digest' ? [{ conversation, language, answer }] : [],
  );
const places = () => digests().map(({ conversation }) => conversation);
const put = (
  now: string,
  unitOfWork: UnitOfWork = world.unitOfWork,
  settingsOf: SettingsLookup = () => DEFAULT_SETTINGS,
) => putDigests({ unitOfWork, calendar, settingsOf }, now);
/** A case of Viborg's that the Erhvervshus took in November and gave guidance in. */
async function guided(): Promise<string> {
  const { id } = await logCase(world, FINN, { description: 'Vil sælge til Kina', depth: 'specialised' });
  await act(world, CARLA, id, 'handover.accept');
  await act(world, CARLA, id, 'case.contacted', { how: 'phone' });
  const { answers } = await act(world, CARLA, id, 'case.service', { services: '1:1 vejledning' });
  expect(answers).toMatchObject([{ kind: 'case', problems: [] }]);
  await world.worker.drain();
  return id;
}
const VIBORG = { municipality: '791', handovers: 1, users: 1, served: 1, individual: 1, collective: 0 };

describe('the digest of a month', () => {
  beforeEach(() => open());

  it('goes to the channels and coordinators of both sides, once, when they first open in the next month', async () => {
    for (const person of [ANNA, DAN, CARLA]) await world.do(person, { name: 'help' });
    await guided();
    await until('2026-11-30T14:00:00.000Z');
    await until('2026-12-01T06:59:00.000Z');
    expect(digests()).toEqual([]);
    await until(OPENING);
    expect(places().sort()).toEqual(
      [channelOf('les-791').id, channelOf('ehm-midtjylland').id, chatOf(ANNA).id, chatOf(DAN).id].sort(),
    );
    for (const { answer } of digests()) {
      expect(answer).toMatchObject({ month: '2026-11', sent: null });
      expect(answer.lines).toContainEqual(VIBORG);
      expect(JSON.stringify(answer)).not.toMatch(/Hansen|25313763|Finn|Carla/);
    }
    const [les] = digests().filter(({ conversation }) => conversation === channelOf('les-791').id);
    expect(les?.answer.lines).toEqual([VIBORG]);
    world.restart();
    await until('2026-12-01T09:00:00.000Z');
    await until('2026-12-02T07:00:00.000Z');
    expect(digests()).toHaveLength(4);
  });

  it('belongs to the Danish month: what is accepted after Danish midnight is the next one’s', async () => {
    await until('2026-11-30T22:30:00.000Z');
    const { id } = await logCase(world, FINN, { description: 'Vil sælge til Kina', depth: 'specialised' });
    await until('2026-11-30T23:30:00.000Z');
    expect((await act(world, CARLA, id, 'handover.accept')).answers).toMatchObject([{ problems: [] }]);
    await until(OPENING);
    expect(digests()).toEqual([]);
    await until('2027-01-04T07:00:00.000Z'); // Monday: New Year's Day is a Friday.
    const les = digests().find(({ conversation }) => conversation === channelOf('les-791').id);
    expect(les?.answer).toMatchObject({ month: '2026-12', lines: [{ handovers: 1, users: 0 }] });
  });

  it('is not sent where nothing happened, and where nobody can be told', async () => {
    await until(OPENING);
    expect(digests()).toEqual([]);
    expect(await world.waiting()).toEqual([]);
  });

  it('goes some days late after an outage, in opening hours, and no later than a week', async () => {
    await guided();
    expect(await put('2026-12-05T09:00:00.000Z')).toBe(0); // Saturday
    expect(await put('2026-12-04T15:30:00.000Z')).toBe(0); // half past four in Denmark
    expect(await put('2026-12-08T08:00:00.000Z')).toBe(0);
    expect(await put('2026-12-04T14:00:00.000Z')).toBe(2);
    expect(await put('2026-12-04T14:01:00.000Z')).toBe(0);
    expect(await put('2026-11-02T08:00:00.000Z')).toBe(0);
  });

  it('is put there once by two replicas that come at the same moment', async () => {
    await guided();
    const waited = (await world.waiting()).length;
    const both = await Promise.all([put(OPENING), put(OPENING)]);
    expect(both.sort()).toEqual([0, 2]);
    expect(await world.waiting()).toHaveLength(waited + 2);
  });

  it('that a process dies over is neither lost nor doubled', async () => {
    await guided();
    let dies = true;
    const mortal: UnitOfWork = {
      read: (work) => world.unitOfWork.read(work),
      run: (work) =>
        world.unitOfWork.run(async (stores) => {
          const done = await work(stores);
          // Everything is written, nothing committed.
          if (dies) throw new Error('killed');
          return done;
        }),
    };
    await expect(put(OPENING, mortal)).rejects.toThrow('killed');
    dies = false;
    expect(await put(OPENING, mortal)).toBe(2);
    expect(await put(OPENING, mortal)).toBe(0);
  });

  it('arrives once where the process is killed after one place of several has it', async () => {
    await guided();
    let kills = 1;
    world.fate = (_, { answer }) => (answer.kind === 'digest' && kills-- > 0 ? 'kills-after' : 'take');
    world.clock.pass((Date.parse(OPENING) - Date.parse(world.clock.now())) / 3_600_000);
    await world.worker.drain().catch(() => undefined);
    world.restart();
    await until('2026-12-01T07:10:00.000Z');
    await until('2026-12-01T07:30:00.000Z');
    expect(places().sort()).toEqual([channelOf('ehm-midtjylland').id, channelOf('les-791').id].sort());
    expect(
      (await world.queue.parked(10)).filter(({ effect }) => effect.kind === 'digest.organisation'),
    ).toEqual([]);
  });

  it('is shown to whoever asks, for any month, and says where one has not begun', async () => {
    await guided();
    const asked = async (person: string, line: string) =>
      (await world.do(person, readCommand(line))).answers[0];
    expect(await asked(FINN, 'månedsoversigt november')).toMatchObject({
      kind: 'digest',
      lines: [VIBORG],
      sent: null,
    });
    expect(await asked(FINN, 'monthly overview')).toMatchObject({
      month: '2026-10',
      lines: [{ handovers: 0 }],
    });
    expect(await asked(DAN, 'månedsoversigt 2026-11')).toMatchObject({ sent: true });
    expect(await asked(DAN, 'månedsoversigt 2026-12')).toMatchObject({ refusal: { code: 'period-ahead' } });
    expect(readCommand('månedsoversigt 2026')).toMatchObject({ name: 'say' });
  });

  it('is stopped and started by a coordinator of the house alone', async () => {
    await guided();
    const said = async (person: string, line: string) =>
      (await world.do(person, readCommand(line))).answers[0];
    expect(await said(CARLA, 'månedsoversigt fra')).toMatchObject({ refusal: { code: 'coordinators-only' } });
    expect(await said(ANNA, 'månedsoversigt fra')).toMatchObject({ refusal: { code: 'digest-by-setting' } });
    expect(await said(DAN, 'månedsoversigt fra')).toMatchObject({ notice: { code: 'digest-off' } });
    expect(await said(DAN, 'månedsoversigt')).toMatchObject({ sent: false });
    await until(OPENING);
    const les = [channelOf('les-791').id, chatOf(ANNA).id];
    expect(places()).toEqual(les);
    expect(await said(DAN, 'monthly overview on')).toMatchObject({ notice: { code: 'digest-on' } });
    await until('2026-12-01T08:00:00.000Z');
    expect(places().sort()).toEqual([...les, channelOf('ehm-midtjylland').id, chatOf(DAN).id].sort());
  });

  it('that was switched off after it was put there is not sent', async () => {
    await guided();
    world.clock.pass((Date.parse(OPENING) - Date.parse(world.clock.now())) / 3_600_000);
    expect(await put(OPENING)).toBe(2);
    await world.do(DAN, readCommand('månedsoversigt fra'));
    await world.worker.drain();
    expect(places()).toEqual([channelOf('les-791').id]);
  });
});

it('is not sent to an office that hears on request, and still to its house', async () => {
  await open({ settingsOf: () => ({ ...DEFAULT_SETTINGS, feedback: 'on-request' }) });
  await guided();
  await until(OPENING);
  expect(places()).toEqual([channelOf('ehm-midtjylland').id]);
  const { answers } = await world.do(ANNA, readCommand('månedsoversigt'));
  expect(answers[0]).toMatchObject({ kind: 'digest', lines: [VIBORG] });
});

it('goes to the office that serves a municipality, by municipality', async () => {
  const served: SettingsLookup = (code) => ({
    ...DEFAULT_SETTINGS,
    ...(code === '710' && { operator: 'les-791' }),
  });
  await open({ settingsOf: served });
  await guided();
  expect(await put(OPENING, world.unitOfWork, served)).toBe(2);
  const rows = await createOutboxQueue(world.database).parked(10);
  expect(rows).toEqual([]);
  await until(OPENING);
  const [les] = digests().filter(({ conversation }) => conversation === channelOf('les-791').id);
  expect(les?.answer.lines.map(({ municipality }) => municipality)).toEqual(['710', '791']);
});
