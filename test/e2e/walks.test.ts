import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, mayLeaveOut, withoutBrowser } from '../support/chromium.ts';
import { type Channel, counting } from './desk.ts';
import { openSlackDesks } from './slack-desks.ts';
import { openTeamsDesks } from './teams-desks.ts';
import { WALKS } from './walks.ts';

const title = mayLeaveOut ? `the walks of five roles (${withoutBrowser})` : 'the walks of five roles';

describe.skipIf(mayLeaveOut)(title, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  describe.each([
    ['Slack', openSlackDesks],
    ['Teams', openTeamsDesks],
  ] as const)('in %s', (name, open) => {
    let channel: Channel;
    beforeAll(async () => {
      channel = await open(browser);
    });
    afterAll(() => channel?.close());

    it.each(WALKS)('$role $about', async ({ role, walk, interactions }) => {
      const { desk, count } = counting(channel.desks[role]);
      await walk(desk);
      expect(count()).toBe(interactions[name]);
    });

    it('cuts nothing, and is accessible', () => {
      expect(channel.faults()).toEqual([]);
    });
  });
});
