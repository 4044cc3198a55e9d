import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseLink } from '../../cards/case-link.ts';
import { type Composed, compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { type ChannelService, openChannelService } from '../support/channel-service.ts';
import { simulatedClock } from '../support/clock.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { openRecorder, type Recorded, type Recorder } from './recorder.ts';
import { execute } from './teams-world.ts';

/**
 * One bot for two tenants, each with people, a roster and a service address of its own: a municipality's business service
 * hands a case to an Erhvervshus. A third tenant has installed the bot too, and is not served.
 */

const NOW = '2026-11-20T09:00:00.000Z';
const HOME = 'aaaaaaaa-0000-0000-0000-00000000000a';
const HOUSE = 'bbbbbbbb-0000-0000-0000-00000000000b';
const STRANGE = 'cccccccc-0000-0000-0000-00000000000c';

const people = [
  person('Anna Holm', HOME, 'les-791', ['consultant', 'coordinator']),
  person('Dan Ravn', HOUSE, 'ehm-midtjylland', ['consultant', 'coordinator']),
  person('Gerda Gæst', HOME, 'ehm-midtjylland', ['consultant']),
];

function person(name: string, tenant: string, organisation: string, roles: readonly string[]) {
  const id = name.toLowerCase().replaceAll(' ', '-');
  return { id, name, identities: [`teams:${tenant}:object-${id}`], memberships: [{ organisation, roles }] };
}

interface Tenant {
  readonly id: string;
  readonly channel: string;
  readonly recorder: Recorder;
}

let folder: string;
let issuer: ChannelService;
let service: Composed;
let base: string;
let home: Tenant;
let house: Tenant;
let strange: Tenant;
const logged: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'indgang-tenants-'));
  await writeFile(join(folder, 'people.json'), JSON.stringify({ people }));
  const tenant = async (id: string, channel: string) => ({ id, channel, recorder: await openRecorder() });
  home = await tenant(HOME, '19:viborg@thread.tacv2');
  house = await tenant(HOUSE, '19:house@thread.tacv2');
  strange = await tenant(STRANGE, '19:strange@thread.tacv2');
  issuer = await openChannelService(home.recorder.serviceUrl, HOME, () => NOW);
  await mkdir(join(folder, 'tab', 'assets'), { recursive: true });
  await writeFile(join(folder, 'tab', 'index.html'), '<!doctype html>');
  service = await open(join(folder, 'tab'));
  base = `http://127.0.0.1:${await service.server.listen(0, '127.0.0.1')}`;
});

/** The service, with the tab built in a folder. */
function open(tab: string): Promise<Composed> {
  const settings = {
    INDGANG_DATA: join(folder, 'data'),
    INDGANG_DIRECTORY: join(folder, 'people.json'),
    ...issuer.settings,
    MICROSOFT_TENANTS: `${HOME},${HOUSE.toUpperCase()}`,
    TEAMS_APP_ID: `home-app, ${HOUSE} = house-app`,
  };
  return compose(readConfig(settings), {
    tab,
    clock: simulatedClock(NOW),
    chance: () => 0,
    log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
  });
}
afterAll(async () => {
  await service.close();
  await issuer.close();
  for (const { recorder } of [home, house, strange]) await recorder.close();
  await rm(folder, { recursive: true });
});

let deliveries = 0;

/** Sends what somebody does in a tenant's channel, or in their own chat with the bot. */
async function act(tenant: Tenant, name: string, where: 'channel' | 'chat', activity: object) {
  const id = name.toLowerCase().replaceAll(' ', '-');
  const { serviceUrl } = tenant.recorder;
  const response = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await issuer.token({ claims: { serviceurl: serviceUrl } })}`,
    },
    body: JSON.stringify({
      id: `activity-${++deliveries}`,
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:${id}`, name, aadObjectId: `object-${id}` },
      recipient: { id: '28:indgang', name: 'Indgang' },
      conversation:
        where === 'chat'
          ? { id: `a:${id}`, conversationType: 'personal', tenantId: tenant.id }
          : { id: tenant.channel, conversationType: 'channel', isGroup: true, tenantId: tenant.id },
      channelData: { tenant: { id: tenant.id } },
      ...activity,
    }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

const message = z.object({
  text: z.string().optional(),
  attachments: z.array(z.object({ content: z.unknown() })).optional(),
});
const reference = z.object({
  serviceUrl: z.string(),
  conversation: z.object({ id: z.string(), tenantId: z.string() }),
});
const cardOf = ({ body }: Recorded) => message.parse(body).attachments?.[0]?.content;
const wordsOf = (recorded: Recorded) =>
  `${message.parse(recorded.body).text ?? ''}${wordsOn(cardOf(recorded))}`;

/** Links on a card to a page of the tab. */
const tabLinksOn = (card: unknown) =>
  `${JSON.stringify(card)}`.match(/https:\/\/teams\.microsoft\.com\/l\/entity\/[^"]+/g) ?? [];

async function say(tenant: Tenant, name: string, where: 'channel' | 'chat', text: string): Promise<Recorded> {
  expect((await act(tenant, name, where, { type: 'message', text })).status).toBe(200);
  const last = tenant.recorder.messages().at(-1);
  if (!last) throw new Error('no answer');
  return last;
}

async function click(
  tenant: Tenant,
  name: string,
  where: 'channel' | 'chat',
  card: unknown,
  verb: string,
  typed: Record<string, string> = {},
): Promise<unknown> {
  const { status, body } = await act(tenant, name, where, execute(card, verb, typed));
  expect(status).toBe(200);
  return z.object({ value: z.unknown() }).parse(body).value;
}

describe('a handover from one tenant to another', () => {
  it('begins with each office’s channel, bound by a coordinator of that tenant', async () => {
    expect(wordsOf(await say(home, 'Anna Holm', 'channel', 'forbind les-791'))).toContain(
      'VIBORGegnens Erhvervsråd',
    );
    expect(wordsOf(await say(house, 'Dan Ravn', 'channel', 'forbind ehm-midtjylland'))).toContain(
      'Midtjylland',
    );
    const bindings = await service.unitOfWork.run((stores) => stores.bindings.all());
    const places = bindings.map(({ conversation }) => reference.parse(JSON.parse(conversation.reference)));
    expect(
      places.sort((one, other) => one.conversation.tenantId.localeCompare(other.conversation.tenantId)),
    ).toEqual(
      [home, house].map(({ id, channel, recorder }) => ({
        serviceUrl: recorder.serviceUrl,
        conversation: { id: channel, tenantId: id },
      })),
    );
  });

  it('reaches the house at its own address, with the token of the bot’s home, and is taken there', async () => {
    const form = await say(home, 'Anna Holm', 'chat', 'ny');
    const decision = await click(home, 'Anna Holm', 'chat', cardOf(form), 'intake.submit', {
      cvr: '25313763',
      areas: 'internationalisation',
      contactName: 'Mette Hansen',
      contactPhone: '40411234',
    });
    await click(home, 'Anna Holm', 'chat', decision, 'intake.confirm', { consent: 'consent' });
    const before = house.recorder.messages().length;
    await service.worker.drain();
    const posted = house.recorder.messages().slice(before);
    expect(posted.map(({ conversation }) => conversation)).toEqual([house.channel]);
    const [card] = posted.map(cardOf);
    expect(wordsOn(card)).toContain('Hansen VVS ApS');
    expect(buttonsOn(card).map(({ verb }) => verb)).toContain('handover.accept');

    const taken = await click(house, 'Dan Ravn', 'channel', card, 'handover.accept');
    expect(wordsOn(taken)).toContain('Mette Hansen');
    await service.worker.drain();
    const told = home.recorder.messages().map(wordsOf).join('\n');
    expect(told).toContain('Dan Ravn');

    const authorizations = [home, house].flatMap(({ recorder }) =>
      recorder.requests().map((one) => one.authorization),
    );
    expect(new Set(authorizations)).toEqual(new Set(['Bearer token-1']));
    expect(issuer.asked.login.map(({ path }) => path)).toEqual([`/${HOME}/oauth2/v2.0/token`]);
  });

  it('knows people by their own tenant: the same object id in another is somebody else', async () => {
    const [kase] = await service.unitOfWork.run((stores) => stores.cases.page('', 1));
    expect(wordsOf(await say(home, 'Anna Holm', 'chat', `sag ${kase?.id}`))).toContain('Hansen VVS');
    expect(wordsOf(await say(house, 'Anna Holm', 'chat', `sag ${kase?.id}`))).not.toContain('Hansen VVS');
  });

  it('is not for a third tenant, whatever it sends; nobody is written to there', async () => {
    logged.length = 0;
    for (const name of ['Anna Holm', 'Dan Ravn'])
      expect((await act(strange, name, 'chat', { type: 'message', text: 'sager' })).status).toBe(403);
    const split = { type: 'message', text: 'sager', channelData: { tenant: { id: HOME } } };
    expect((await act(strange, 'Anna Holm', 'chat', split)).status).toBe(403);
    expect(strange.recorder.requests()).toEqual([]);
    expect(logged).toEqual(Array(3).fill('{"event":"teams.refused","status":403,"code":"tenant"}'));
  });
});

describe('the card of a case', () => {
  it('leads to its page in the tab, by the app’s id in the catalogue of its reader’s tenant', async () => {
    const [kase] = await service.unitOfWork.run((stores) => stores.cases.page('', 1));
    const id = kase?.id ?? '';
    const answered = await say(home, 'Anna Holm', 'chat', `sag ${id}`);
    expect(tabLinksOn(cardOf(answered))).toEqual([caseLink('home-app', id)]);
    const channels = house.recorder.messages().filter(({ conversation }) => conversation === house.channel);
    const cards = channels.map(cardOf).filter((card) => tabLinksOn(card).length > 0);
    expect(cards.map(tabLinksOn)).toEqual([[caseLink('house-app', id)]]);
    const data = { verb: 'open.case', caseId: id };
    const action = { type: 'Action.Execute', verb: data.verb, data };
    const refreshed = await act(house, 'Dan Ravn', 'channel', {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action, trigger: 'automatic' },
    });
    expect(tabLinksOn(refreshed.body)).toEqual([caseLink('house-app', id)]);
  });

  it('leads nowhere where the tab is not served', async () => {
    const [kase] = await service.unitOfWork.run((stores) => stores.cases.page('', 1));
    const served = base;
    const without = await open(join(folder, 'not-built'));
    try {
      base = `http://127.0.0.1:${await without.server.listen(0, '127.0.0.1')}`;
      const card = cardOf(await say(home, 'Anna Holm', 'chat', `sag ${kase?.id}`));
      expect(wordsOn(card)).toContain('Hansen VVS');
      expect(tabLinksOn(card)).toEqual([]);
    } finally {
      base = served;
      await without.close();
    }
  });
});

describe('a guest of a served tenant', () => {
  it('whom the directory does not name is let in nowhere', async () => {
    home.recorder.roster.set('29:ukendt', { userRole: 'guest', tenantId: HOME });
    const answer = wordsOf(await say(home, 'Ukendt', 'channel', 'sager'));
    expect(answer).not.toContain('Hansen VVS');
    expect(
      await service.unitOfWork.run((stores) => stores.people.byIdentity(`teams:${HOME}:object-ukendt`)),
    ).toBe(undefined);
  });
});
