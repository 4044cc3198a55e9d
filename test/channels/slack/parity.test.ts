import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Clock } from '../../../src/app/ports/clock.ts';
import { createTeamsChannel } from '../../../src/channels/teams/teams-channel.ts';
import { type Composed, compose } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import type { Case } from '../../../src/core/case/case.ts';
import type { Person } from '../../../src/core/person.ts';
import { newStores } from '../../support/test-store.ts';
import { clickOn, inMessage, textOn, viewPayload } from './slack-hands.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';
import { invoke, openTeamsSide, TENANT, type TeamsPlace, type TeamsSide, type } from './teams-side.ts';

/**
 * One case in Slack and Teams at once, over one application. That the same script leaves the same in both is shown by
 * `test/frozen/`.
 */

type Who = 'anna' | 'carla' | 'dan';
const OFFICES = {
  anna: { organisation: 'les-791', roles: ['consultant', 'coordinator'] },
  carla: { organisation: 'ehm-midtjylland', roles: ['consultant', 'coordinator'] },
  dan: { organisation: 'ehm-midtjylland', roles: ['consultant'] },
} as const;
const TEAMS_CHANNEL = '19:ehm@thread.tacv2';

interface Both {
  readonly service: Composed;
  readonly base: string;
  readonly slack: SlackWorld;
  readonly teams: TeamsSide;
  readonly clock: Clock & { set(now: string): void };
  slackUser(who: Who): string;
  theCase(): Promise<Case>;
}

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function openBoth(): Promise<Both> {
  const late: { service?: Composed } = {};
  const slack = await openSlackWorld({
    receive: (inbound) => {
      if (!late.service) throw new Error('not composed yet');
      return late.service.receive(inbound);
    },
  });
  open.push(slack);
  const teams = await openTeamsSide();
  open.push(teams);
  const slackUser = (who: Who) => (who === 'anna' ? slack.anna : who === 'carla' ? slack.carla : slack.bot);
  const people = (Object.keys(OFFICES) as Who[]).map(
    (who): Person => ({
      id: who,
      name: who,
      identities: [`slack:${slack.team}:${slackUser(who)}`, `teams:${TENANT}:${who}`],
      memberships: [OFFICES[who]],
    }),
  );
  let count = 0;
  const place = await newStores();
  open.push({ close: place.remove });
  const service = await compose(readConfig({ ...place.settings }), {
    clock: slack.clock,
    ids: { id: () => `id-${++count}`, caseId: () => 'K3F9-QTX2' },
    chance: () => 0,
    people,
    log: () => {},
    messengers: [
      createTeamsChannel({
        leave: async () => {},
        move: async () => {},
        signIn: null,
        receive: async () => ({ answers: [], language: 'da' }),
        clock: slack.clock,
        newId: () => 'unused',
        log: () => {},
      }).messenger,
      slack.channel.messenger,
    ],
  });
  open.push(service);
  late.service = service;
  const port = await service.server.listen(0, '127.0.0.1');
  return {
    service,
    base: `http://127.0.0.1:${port}`,
    slack,
    teams,
    clock: slack.clock,
    slackUser,
    async theCase() {
      const found = await service.unitOfWork.run((stores) => stores.cases.get('K3F9-QTX2'));
      if (!found) throw new Error('no case');
      return found;
    },
  };
}

/** How an enquiry is logged in Slack. */
interface Client {
  type(who: Who, text: string): Promise<void>;
  submitForm(who: Who, inputs: Readonly<Record<string, string>>): Promise<void>;
  confirm(who: Who, inputs: Readonly<Record<string, string>>): Promise<void>;
}

function slackClient({ slack, slackUser }: Both): Client {
  const say = (who: Who, text: string) =>
    slack.event({
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: slackUser(who),
      text,
      ts: '1.1',
    });
  const send = async (who: Who, inputs: Readonly<Record<string, string>>) => {
    const sent = await slack.interact(
      { type: 'view_submission', view: viewPayload(slack.window(), inputs) },
      { user: slackUser(who) },
    );
    return z.object({ response_action: z.string() }).parse(JSON.parse(sent.body));
  };
  const click = (who: Who, message: { blocks: readonly unknown[] }, title: string) =>
    slack.interact(
      { type: 'block_actions', ...inMessage('D000000001'), actions: [clickOn(message, title)] },
      { user: slackUser(who) },
    );
  const lastMessage = (method: string) => ({
    blocks: z.array(z.unknown()).parse(slack.last(method).body.blocks),
  });
  return {
    async type(who, text) {
      await say(who, text);
    },
    async submitForm(who, inputs) {
      await click(who, lastMessage('chat.postMessage'), 'Udfyld formularen');
      await send(who, inputs);
    },
    async confirm(who, inputs) {
      // The decision took the message's place; the basis is chosen on it.
      const message = lastMessage('response');
      const confirm = z
        .array(z.object({ text: z.object({ text: z.string() }), value: z.string() }))
        .parse(
          message.blocks
            .flatMap(
              (block) => z.object({ elements: z.array(z.unknown()) }).safeParse(block).data?.elements ?? [],
            )
            .filter((one) => JSON.stringify(one).includes('intake.confirm')),
        );
      await slack.interact(
        {
          type: 'block_actions',
          ...inMessage('D000000001'),
          state: {
            values: {
              consent: {
                consent: { type: 'radio_buttons', selected_option: { value: inputs.consent ?? '' } },
              },
            },
          },
          actions: [clickOn(message, confirm[0]?.text.text ?? '')],
        },
        { user: slackUser(who) },
      );
    },
  };
}

/** An enquiry by form, from the first word to the case. */
const FORM = {
  cvr: '25313763',
  areas: 'internationalisation',
  stage: 'established',
  contactName: 'Hanne Hansen',
  contactPhone: '40411234',
  description: 'Vil sælge varmepumper til Tyskland',
  // Both clients send a box that nobody ticked.
  crisis: 'false',
};
const begin = async (client: Client) => {
  await client.type('anna', 'ny');
  await client.submitForm('anna', FORM);
  await client.confirm('anna', { consent: 'consent' });
};
describe('one case in Teams and in Slack', () => {
  const house = (person: Who): TeamsPlace => ({ person, conversation: TEAMS_CHANNEL, kind: 'channel' });

  /** A case offered to an office that has a channel in Teams and one in Slack: a card in each. */
  async function offered() {
    const both = await openBoth();
    const { slack, teams } = both;
    await type(both.base, teams, house('carla'), 'forbind ehm-midtjylland');
    await slack.api('conversations.invite', { channel: slack.house, users: slack.bot }, 'anna');
    await slack.event({
      type: 'app_mention',
      channel: slack.house,
      user: slack.carla,
      text: `<@${slack.bot}> forbind ehm-midtjylland`,
      ts: '1.1',
    });
    await begin(slackClient(both));
    await both.service.worker.drain();
    const inTeams = [...teams.messages].find(([, { body }]) =>
      JSON.stringify(body).includes('handover.accept'),
    );
    if (!inTeams) throw new Error('no card in Teams');
    return {
      ...both,
      teamsCard: () => teams.messages.get(inTeams[0]),
      slackCards: async () => {
        const read = await slack.api('conversations.history', { channel: slack.house }, 'anna');
        return z
          .array(
            z.object({
              ts: z.string(),
              thread_ts: z.string().optional(),
              blocks: z.array(z.unknown()).default([]),
            }),
          )
          .parse(read.messages)
          .filter(({ thread_ts }) => thread_ts === undefined);
      },
    };
  }
  const ofCase = (kase: Case) => ({ caseId: kase.id, revision: kase.revision });

  it('shows the office’s card in both', async () => {
    const both = await offered();
    const [card, ...others] = await both.slackCards();
    expect(others).toEqual([]);
    expect(textOn({ blocks: card?.blocks ?? [] })).toContain('Hansen VVS ApS');
    expect(JSON.stringify(both.teamsCard()?.body)).toContain('Hansen VVS ApS');
  });

  it('is begun in Slack, accepted in Teams, and both cards change where they stand', async () => {
    const both = await offered();
    const [before] = await both.slackCards();
    const answer = await invoke(
      both.base,
      both.teams,
      house('carla'),
      'handover.accept',
      ofCase(await both.theCase()),
    );
    expect(answer.type).toBe('application/vnd.microsoft.card.adaptive');
    both.clock.set(new Date(Date.parse(both.clock.now()) + 5_000).toISOString());
    await both.service.worker.drain();
    expect((await both.theCase()).owner).toBe('ehm-midtjylland');
    expect(both.teamsCard()?.changes).toBeGreaterThan(0);
    const [after, ...others] = await both.slackCards();
    expect(others).toEqual([]);
    expect(after?.ts).toBe(before?.ts);
    for (const shown of [JSON.stringify(both.teamsCard()?.body), JSON.stringify(after?.blocks)]) {
      expect(shown).not.toContain('handover.accept');
      expect(shown).toContain('carla');
    }
  });

  it('has one winner when it is accepted in both at the same moment, and both cards say who', async () => {
    const both = await offered();
    const kase = await both.theCase();
    const [card] = await both.slackCards();
    const [inTeams] = await Promise.all([
      invoke(both.base, both.teams, house('dan'), 'handover.accept', ofCase(kase)),
      both.slack.interact(
        {
          type: 'block_actions',
          ...inMessage(both.slack.house),
          actions: [clickOn({ blocks: card?.blocks ?? [] }, 'Overtag')],
        },
        { user: both.slack.carla },
      ),
    ]);
    const after = await both.theCase();
    expect(after.handovers.filter(({ state }) => state === 'accepted')).toHaveLength(1);
    const winner = after.assignee?.name ?? '';
    expect(['dan', 'carla']).toContain(winner);
    const inSlack = z.array(z.unknown()).parse(both.slack.last('response').body.blocks);
    for (const told of [JSON.stringify(inTeams), textOn({ blocks: inSlack })]) expect(told).toContain(winner);

    both.clock.set(new Date(Date.parse(both.clock.now()) + 5_000).toISOString());
    await both.service.worker.drain();
    const [changed] = await both.slackCards();
    for (const shown of [JSON.stringify(both.teamsCard()?.body), JSON.stringify(changed?.blocks)]) {
      expect(shown).toContain(winner);
      expect(shown).not.toContain('handover.accept');
    }
  });
});
