import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { activitySchema } from '../../../src/channels/teams/activity.ts';
import { activityOf, chatOf, openTeamsWorld, type TeamsWorld } from '../../flows/teams-world.ts';

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.close();
});

it('reads the body of a request once: one JSON parse, one check of its shape', async () => {
  const json = vi.spyOn(JSON, 'parse');
  const shape = vi.spyOn(activitySchema, 'safeParse');
  const text = 'hjælp til det hele';
  const activity = activityOf(world.recorder.serviceUrl, 'anna-holm', chatOf('anna-holm'), {
    type: 'message',
    text,
  });
  const { status } = await world.post(activity);
  expect(status).toBe(200);
  const ofBody = json.mock.calls.filter(([given]) => given === JSON.stringify(activity));
  expect(ofBody).toHaveLength(1);
  expect(shape).toHaveBeenCalledTimes(1);
});
