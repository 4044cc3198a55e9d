import { expect, it } from 'vitest';
import { createTeamsChannel } from '../../../src/channels/teams/teams-channel.ts';
import { openRecorder } from '../../flows/recorder.ts';
import { activityOf, channelOf } from '../../flows/teams-world.ts';
import { simulatedClock } from '../../support/clock.ts';

it('answers a turn although the store does not answer where its channel has moved', async () => {
  const recorder = await openRecorder();
  try {
    const clock = simulatedClock('2026-11-20T09:00:00Z');
    const logged: string[] = [];
    let isAsked = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const channel = createTeamsChannel({
      signIn: null,
      receive: async () => ({ answers: [{ kind: 'welcome' }], language: 'da' }),
      leave: async () => undefined,
      move: () => {
        isAsked();
        return new Promise(() => undefined);
      },
      clock,
      newId: () => 'x',
      log: (event) => logged.push(event),
    });
    const take = await channel.enter({ headers: {} });
    if (typeof take !== 'function') throw new Error('the request was refused');
    const message = { type: 'message', text: 'hej', textFormat: 'plain' };
    const activity = activityOf(recorder.serviceUrl, 'anna-holm', channelOf('les-791'), message);
    const done = take(Buffer.from(JSON.stringify(activity)));
    await asked;
    clock.pass(500);
    expect(await done).toMatchObject({ status: 200 });
    expect(recorder.messages()).toHaveLength(1);
    expect(logged).toEqual(['teams.address-late']);
  } finally {
    await recorder.close();
  }
});
