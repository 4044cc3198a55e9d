import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';
import { eraseSubject } from '../../src/app/data-subject.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CaseLine } from '../../src/core/case-line.ts';
import { putOverviews } from '../../src/worker/daily-overviews.ts';
import { act, calendar, chatOf, type LoopWorld, logCase, openLoopWorld } from '../loop/loop-world.ts';

/** What waits for an office, what somebody has sent, and the overview that coordinators get when the office opens. */

const ANNA = 'anna-holm';
const FINN = 'finn-dahl';
const CARLA = 'carla-winther';
const DAN = 'dan-ravn';

let world: LoopWorld;
beforeEach(async () => {
  world = await openLoopWorld({ bound: ['les-791', 'ehm-midtjylland'] });
});
afterEach(() => world.close());

async function list(person: string, line: string): Promise<Extract<Answer, { kind: 'cases' }>> {
  const { answers } = await world.do(person, readCommand(line));
  const [shown] = answers;
  if (shown?.kind !== 'cases') throw new Error(`no list: ${JSON.stringify(answers).slice(0, 200)}`);
  return shown;
}
const stepsOf = (lines: readonly CaseLine[]) =>
  Object.fromEntries(lines.map(({ caseId, next }) => [caseId, next?.code]));
/** A case of Viborg's that the Erhvervshus must have by the rules. */
const sent = (more: Readonly<Record<string, string>> = {}): Promise<Case> =>
  logCase(world, FINN, { description: 'Vil sælge til Kina', depth: 'specialised', ...more });

describe('what waits for an office', () => {
  it('is an offer until it is answered, and a question to whoever is asked', async () => {
    const kase = await sent();
    expect(kase.status).toBe('offered');
    expect(stepsOf((await list(CARLA, 'afventer os')).lines)).toEqual({ [kase.id]: 'answer-offer' });
    expect(stepsOf((await list(FINN, 'waiting for us')).lines)).toEqual({});
    await act(world, CARLA, kase.id, 'handover.ask', { text: 'Hvilket marked?' });
    expect(stepsOf((await list(CARLA, 'inbox')).lines)).toEqual({});
    expect(stepsOf((await list(FINN, 'afventer os')).lines)).toEqual({ [kase.id]: 'answer-question' });
    await act(world, FINN, kase.id, 'handover.answer', { text: 'Shanghai' });
    expect(stepsOf((await list(CARLA, 'inbox')).lines)).toEqual({ [kase.id]: 'answer-offer' });
    await act(world, CARLA, kase.id, 'handover.accept');
    expect(stepsOf((await list(CARLA, 'inbox')).lines)).toEqual({});
    expect(stepsOf((await list(CARLA, 'kontorets sager')).lines)).toEqual({ [kase.id]: 'answer-company' });
  });

  it('is a call that is due within a day, by the time of the call', async () => {
    const soon = await logCase(world, ANNA, { areas: 'business-plan' });
    const later = await logCase(world, ANNA, { areas: 'business-plan', companyName: 'Senere' });
    await act(world, ANNA, soon.id, 'case.call-back', { time: '+120', reason: 'Han ville ringes op' });
    await act(world, ANNA, later.id, 'case.call-back', { day: '+4', time: '10:00', reason: 'Ferie' });
    const { lines } = await list(FINN, 'afventer os');
    expect(stepsOf(lines)).toEqual({ [soon.id]: 'call' });
    expect(stepsOf((await list(FINN, 'kontorets sager')).lines)).toEqual({
      [soon.id]: 'call',
      [later.id]: 'call',
    });
  });

  it('is paged like the other lists', async () => {
    for (let one = 0; one < 9; one++) await sent({ companyName: `Firma ${one}` });
    const [first, second] = [await list(CARLA, 'afventer os'), await list(CARLA, 'afventer os side 2')];
    expect([first.lines.length, second.lines.length, second.page, second.total]).toEqual([8, 1, 2, 9]);
  });
});

describe('a follow-up that an office is asked for', () => {
  it('waits for it, and is asked for no more once the company is erased', async () => {
    const kase = await sent({ cvr: '25313763' });
    await act(world, CARLA, kase.id, 'handover.accept');
    await act(world, CARLA, kase.id, 'case.contacted', { how: 'phone' });
    await act(world, CARLA, kase.id, 'case.close', {
      segment: 'growth',
      services: '1:1 vejledning',
      actionPlan: 'Ring til Eksportrådet',
      followUpOn: '2026-12-18',
      followUpBy: 'les-791',
    });
    expect(stepsOf((await list(FINN, 'afventer os')).lines)).toEqual({ [kase.id]: 'answer-follow-up' });
    const deps = { ...world, calendar, ids: { id: () => 'one', caseId: () => 'K' } };
    await eraseSubject(deps, { kind: 'company', cvr: '25313763' }, world.clock.now());
    expect((await list(FINN, 'afventer os')).lines).toEqual([]);
    const [card] = (await world.do(FINN, { name: 'case', caseId: kase.id })).answers;
    if (card?.kind !== 'case') throw new Error('no case');
    expect(card.card).toBe('case');
    expect(card.viewer.verbs.filter((verb) => verb.startsWith('followup'))).toEqual([]);
    const [refused] = (await act(world, FINN, kase.id, 'followup.accept')).answers;
    expect(refused).toMatchObject({ problems: [{ refusal: { code: 'not-now' } }] });
  });
});

describe('what somebody has sent', () => {
  it('stays on their list with what became of it, and on nobody else’s', async () => {
    const kase = await sent();
    const referral = async (line = 'mine henvisninger') => (await list(FINN, line)).lines[0]?.referral;
    expect(await referral()).toEqual({ to: 'ehm-midtjylland', state: 'offered', reasonCode: null });
    expect((await list(ANNA, 'mine henvisninger')).lines).toEqual([]);
    await act(world, CARLA, kase.id, 'handover.return', {
      reasonCode: 'no-capacity',
      reason: 'Alle er på messe',
    });
    expect(await referral('my referrals')).toEqual({
      to: 'ehm-midtjylland',
      state: 'returned',
      reasonCode: 'no-capacity',
    });
  });

  it('is shown with nothing of the company once sharing has ended elsewhere', async () => {
    const kase = await sent();
    await act(world, CARLA, kase.id, 'handover.accept');
    await act(world, CARLA, kase.id, 'case.withdraw-basis', {});
    const [line] = (await list(FINN, 'mine henvisninger')).lines;
    expect(line).toMatchObject({ caseId: kase.id, municipality: null });
    expect(line).not.toHaveProperty('areas');
  });
});

describe('the overview of the day', () => {
  const openings = () =>
    world.standing.flatMap(({ conversation, posted: { answer } }) =>
      answer.kind === 'overview' ? [{ conversation, answer }] : [],
    );
  /** From Friday at ten in Denmark, to the given hours later. */
  const wait = async (hours: number) => {
    world.clock.pass(hours);
    await world.worker.drain();
  };
  const chat = async (...people: readonly string[]) => {
    for (const person of people) await world.do(person, { name: 'help' });
  };

  it('goes to each coordinator once, when the office opens on its next working day', async () => {
    await chat(ANNA, DAN, CARLA);
    await sent();
    await world.worker.drain();
    expect(openings()).toEqual([]);
    await wait(22); // Saturday at eight
    expect(openings()).toEqual([]);
    await wait(48 - 0.5); // Monday at half past seven
    expect(openings()).toEqual([]);
    await wait(0.5);
    expect(openings().map(({ conversation }) => conversation)).toEqual([chatOf(DAN).id]);
    expect(openings()[0]?.answer.counts).toContainEqual({ filter: 'inbox', total: 1 });
    world.restart();
    await wait(0.2);
    expect(openings()).toHaveLength(1);
    await wait(24);
    expect(openings()).toHaveLength(2);
  });

  it('is not sent where nothing waits, nor to somebody who has switched it off', async () => {
    await chat(ANNA, DAN);
    await world.do(DAN, readCommand('oversigt fra'));
    await sent();
    await wait(70);
    expect(openings()).toEqual([]);
    await world.do(DAN, readCommand('overview on'));
    await wait(24);
    expect(openings()).toHaveLength(1);
  });

  it('of yesterday is not sent after an outage, and one that is refused is no row to be settled', async () => {
    await chat(DAN);
    await sent();
    await world.worker.drain();
    world.fate = (to) => (to.id === chatOf(DAN).id ? 'busy' : 'take');
    await wait(70);
    expect(openings()).toEqual([]);
    await sent();
    world.fate = () => 'take';
    await wait(24);
    await wait(0.2);
    expect(openings()).toHaveLength(1);
    world.fate = (to) => (to.id === chatOf(DAN).id ? 'lost' : 'take');
    await sent();
    await wait(23.8);
    expect(openings()).toHaveLength(1);
    expect((await world.queue.parked(10)).filter(({ effect }) => effect.kind === 'overview.person')).toEqual(
      [],
    );
    expect(world.logged).toContainEqual({
      event: 'overview-not-sent',
      fields: { row: expect.any(String), code: 'uncertain' },
    });
  });

  it('goes where the hourly job comes late, and once', async () => {
    await sent();
    const put = (now: string) => putOverviews({ unitOfWork: world.unitOfWork, calendar }, now);
    expect(await put('2026-11-23T06:59:00.000Z')).toBe(0);
    expect(await put('2026-11-23T08:05:00.000Z')).toBeGreaterThan(0);
    expect(await put('2026-11-23T08:30:00.000Z')).toBe(0);
    expect(await put('2026-11-24T09:00:00.000Z')).toBe(0);
  });

  it('is shown to whoever asks, and only coordinators can have it sent', async () => {
    const kase = await sent();
    const [asked] = (await world.do(CARLA, readCommand('oversigt'))).answers;
    expect(asked).toMatchObject({ kind: 'overview', daily: null, lines: [{ caseId: kase.id }] });
    const [refused] = (await world.do(CARLA, readCommand('oversigt til'))).answers;
    expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'coordinators-only' } });
    const [own] = (await world.do(DAN, readCommand('overview'))).answers;
    expect(own).toMatchObject({ daily: true });
  });
});
