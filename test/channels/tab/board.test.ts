import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chatOf, openTeamsWorld, type TeamsWorld } from '../../flows/teams-world.ts';

/** The tab's board and commands over HTTP, on a service for this machine alone. */

let world: TeamsWorld;
let keys = 0;
const aKey = () => `a-key-of-a-turn-${++keys}`;

const payload = z.record(z.string(), z.union([z.string(), z.number()]));
const action = z.object({
  title: z.string(),
  command: payload,
  form: z.array(z.looseObject({ id: z.string() })),
});
const view = z.looseObject({ title: z.string(), subtitle: z.string().optional(), actions: z.array(action) });
const reply = z.object({ language: z.string(), views: z.array(view) });
const board = z.looseObject({
  office: z.string(),
  lists: z.array(
    z.object({
      list: z.string(),
      title: z.string(),
      total: z.number(),
      page: z.number(),
      pages: z.number(),
      rows: z.array(z.looseObject({ caseId: z.string(), title: z.string(), clock: z.string() })),
    }),
  ),
});

async function post(person: string, body: object) {
  const response = await fetch(`${world.base}/api/tab/turn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-indgang-person': person },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** A command of somebody; the views that answer it. */
async function turn(person: string, fields: z.infer<typeof payload>, key = aKey()) {
  const { status, body } = await post(person, { key, payload: fields });
  expect(status).toBe(200);
  return reply.parse(body).views;
}

async function lists(person: string, query = '') {
  const response = await fetch(`${world.base}/api/tab/board${query}`, {
    headers: { 'x-indgang-person': person },
  });
  expect(response.status).toBe(200);
  return board.parse(await response.json()).lists;
}

/** Each list's titles. */
async function titles(person: string, query = ''): Promise<Readonly<Record<string, readonly string[]>>> {
  const found = await lists(person, query);
  return Object.fromEntries(found.map(({ list, rows }) => [list, rows.map(({ title }) => title)]));
}

/** What a button of the view sends, with what is typed into its form. */
function sent(from: z.infer<typeof view> | undefined, verb: string, typed: Record<string, string> = {}) {
  const found = from?.actions.find(({ command }) => command.verb === verb);
  if (!found) throw new Error(`no ${verb} among ${from?.actions.map(({ command }) => command.verb)}`);
  return { ...found.command, ...typed };
}

/** A case of LES Viborg that is offered to the Erhvervshus, as typed on the desk. */
async function offered(text: string): Promise<string> {
  const decision = (await turn('anna-holm', { verb: 'open.log', text })).at(-1);
  const made = (await turn('anna-holm', sent(decision, 'intake.confirm'))).at(-1);
  const id = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(`${made?.subtitle}`)?.[0];
  if (id === undefined) throw new Error(`no case: ${made?.title}, ${made?.subtitle}`);
  return id;
}

/** The version of the case that is open beside the board, whatever the board shows. */
async function openVersion(person: string, open: string): Promise<number | null> {
  const headers = { 'x-indgang-person': person };
  const query = new URLSearchParams({ list: 'with-us', page: '9', area: 'financing', open });
  const response = await fetch(`${world.base}/api/tab/board?${query}`, { headers });
  return z.object({ openVersion: z.number().nullable() }).parse(await response.json()).openVersion;
}

beforeAll(async () => {
  world = await openTeamsWorld();
});
afterAll(() => world.close());

describe('the door of a service for this machine alone', () => {
  it('names the people whom a browser may act for', async () => {
    const response = await fetch(`${world.base}/api/tab/door`);
    const door = await response.json();
    expect(door).toMatchObject({ signIn: 'local' });
    expect(door.people.map(({ id }: { id: string }) => id)).toContain('eva-lund');
  });

  it('lets nobody in who is none of them, nor a page that calls this machine by another name', async () => {
    for (const person of ['', 'nobody'])
      expect((await post(person, { key: aKey(), payload: { verb: 'open.help' } })).status).toBe(401);
    const status = await new Promise((resolve) => {
      const headers = { host: 'attacker.example', 'x-indgang-person': 'anna-holm' };
      request(`${world.base}/api/tab/board`, { headers }, (response) => {
        resolve(response.statusCode);
        response.resume();
      }).end();
    });
    expect(status).toBe(403);
  });
});

describe('the rules', () => {
  async function rules(person: string, query = '') {
    const response = await fetch(`${world.base}/api/tab/rules${query}`, {
      headers: { 'x-indgang-person': person },
    });
    const body = await response.json();
    return { status: response.status, body };
  }
  const row = z.object({
    id: z.string(),
    state: z.string(),
    why: z.string().optional(),
    source: z.string().optional(),
  });
  const answer = z.looseObject({
    decision: z.array(z.object({ label: z.string(), value: z.string() })),
    owners: z.looseObject({ rows: z.array(row) }),
  });

  it('decide by the facts that are chosen, each rule with why it does not apply', async () => {
    const basic = answer.parse((await rules('anna-holm', '?area=patents-ipr&stage=established')).body);
    expect(basic.decision[0]?.value).toMatch(/^Erhvervshus Midtjylland/);
    const place = answer.parse((await rules('anna-holm', '?area=premises-sites&stage=established')).body);
    expect(place.decision[0]?.value).toMatch(/^LES Viborg/);
    for (const { owners } of [basic, place]) {
      expect(owners.rows.filter(({ state }) => state === 'fired')).toHaveLength(1);
      expect(owners.rows.every(({ state, why }) => state === 'fired' || why !== undefined)).toBe(true);
      // The documents by their titles: nobody on the phone knows what P19 is.
      const sources = owners.rows.flatMap(({ source }) => source ?? []);
      expect(sources).toEqual([expect.not.stringMatching(/\b[A-Z]\d+\b/)]);
    }
  });

  it('refuse facts that are none', async () => {
    for (const query of ['?area=nothing', '?municipality=000', '?unknown=1'])
      expect((await rules('anna-holm', query)).status).toBe(400);
    expect((await rules('nobody')).status).toBe(401);
  });
});

describe('the figures', () => {
  const figures = z.object({
    title: z.string(),
    lines: z.array(
      z.looseObject({
        name: z.string(),
        definition: z.string().min(10),
        value: z.string(),
        months: z.array(z.looseObject({ label: z.string(), text: z.string() })),
      }),
    ),
  });
  async function read(person: string, query = '') {
    const response = await fetch(`${world.base}/api/tab/figures${query}`, {
      headers: { 'x-indgang-person': person },
    });
    const body = await response.json();
    return { status: response.status, body };
  }

  it('are those of a coordinator’s office, each with its definition, by month', async () => {
    const { status, body } = await read('anna-holm', '?months=3&by=stage');
    expect(status).toBe(200);
    const { title, lines } = figures.parse(body);
    expect(title).toContain('LES Viborg');
    expect(lines.length).toBeGreaterThan(5);
    const monthly = lines.flatMap(({ months }) => months.map(({ label }) => label));
    expect(monthly.every((label) => /^(september|oktober|november) 2026$/.test(label))).toBe(true);
  });

  it('are refused to others, and for what cannot be asked', async () => {
    const { status, body } = await read('finn-dahl');
    expect([status, reply.parse(body).views.length]).toEqual([403, 1]);
    for (const query of ['?months=0', '?months=99', '?by=person'])
      expect((await read('anna-holm', query)).status).toBe(400);
    expect((await read('nobody')).status).toBe(401);
  });
});

describe('the board', () => {
  it('shows each case on one list, and moves it as it is worked on in the tab or in chat', async () => {
    const id = await offered('25313763 vil vide hvordan man får patent på en ny pumpe, Ole Bak 40411234');
    const name = (await titles('anna-holm'))['with-other']?.[0] ?? '';
    expect(name).toMatch(/Hansen/);
    expect(await titles('anna-holm')).toEqual({
      broken: [],
      'with-us': [],
      'with-other': [name],
      'with-company': [],
    });
    expect((await titles('dan-ravn'))['with-us']).toEqual([name]);
    expect((await titles('bo-krogh'))['with-us']).toEqual([]);

    // Who has asked waits for the other side, and the other side sees that it is their turn.
    const shown = (await turn('dan-ravn', { verb: 'open.case', caseId: id })).at(-1);
    const text = 'Hvilket land?';
    await turn('dan-ravn', sent(shown, 'handover.ask', { text }));
    expect((await titles('dan-ravn'))['with-other']).toEqual([name]);
    expect((await titles('anna-holm'))['with-us']).toEqual([name]);

    // In chat as in the tab.
    await world.say('carla-winther', chatOf('carla-winther'), `overtag ${id}`);
    expect((await titles('anna-holm'))['with-other']).toEqual([]);
    expect((await titles('carla-winther', '?mine=true'))['with-us']).toEqual([name]);
    expect((await titles('dan-ravn', '?mine=true'))['with-us']).toEqual([]);
  });

  it('tells the second of two people who was faster, and keeps what they typed', async () => {
    const id = await offered('99105623 vil vide hvordan man får patent på en bjælke, Ib Falk 40411235');
    const [first, second] = [
      (await turn('dan-ravn', { verb: 'open.case', caseId: id })).at(-1),
      (await turn('carla-winther', { verb: 'open.case', caseId: id })).at(-1),
    ];
    expect(await openVersion('carla-winther', id)).toBe(second?.version);
    const accepted = (await turn('dan-ravn', sent(first, 'handover.accept'))).at(-1);
    // The board tells whoever has the case open that there is more to see, and nobody else.
    expect(accepted?.version).toBeGreaterThan(Number(second?.version));
    expect(await openVersion('carla-winther', id)).toBe(accepted?.version);
    for (const [person, open] of [
      ['bo-krogh', id],
      ['carla-winther', 'AAAA-AAAA'],
      ['carla-winther', ''],
    ] as const)
      expect(await openVersion(person, open)).toBe(null);
    const typed = { reasonCode: 'no-capacity', reason: 'Vi har for travlt lige nu' };
    const late = (await turn('carla-winther', sent(second, 'handover.return', typed))).at(-1);
    expect(JSON.stringify(late)).toContain('Dan Ravn');
    expect(JSON.stringify(late)).toContain(typed.reason);
  });

  it('carries a command out once, however often its request arrives', async () => {
    const key = aKey();
    const line = {
      verb: 'open.log',
      text: '99101547 vil vide hvordan man får patent på en ny kajak, Ida Bro 51 22 33 44',
    };
    const [decision] = (await turn('eva-lund', line, key)).slice(-1);
    const again = (await turn('eva-lund', line, key)).at(-1);
    expect(again?.title).toBe(decision?.title);
    const confirm = sent(decision, 'intake.confirm');
    const confirmKey = aKey();
    const before = (await lists('eva-lund')).reduce((sum, { total }) => sum + total, 0);
    await Promise.all([1, 2, 3].map(() => turn('eva-lund', confirm, confirmKey)));
    const after = (await lists('eva-lund')).reduce((sum, { total }) => sum + total, 0);
    expect(after).toBe(before + 1);
  });

  it('is filtered by need and municipality, and shows the time that is left', async () => {
    const idsOf = async (query: string) =>
      (await lists('dan-ravn', query)).flatMap(({ rows }) => rows.map(({ caseId }) => caseId)).sort();
    const all = (await lists('dan-ravn')).flatMap(({ rows }) => rows);
    const ids = all.map(({ caseId }) => caseId).sort();
    expect(ids.length).toBeGreaterThan(1);
    expect(await idsOf('?area=patents-ipr')).toEqual(ids);
    expect(await idsOf('?area=financing')).toEqual([]);
    const here = await idsOf('?municipality=791');
    expect(here.length).toBeGreaterThan(0);
    expect(here.length).toBeLessThan(ids.length);
    expect(await idsOf('?municipality=751')).toEqual([]);
    expect(all[0]?.clock).toMatch(/^\d+ timer tilbage$|^\d dage tilbage$/);
    const wrong = await fetch(`${world.base}/api/tab/board?area=nothing`, {
      headers: { 'x-indgang-person': 'anna-holm' },
    });
    expect(wrong.status).toBe(400);
  });

  it('finds cases by company, contact person and telephone number', async () => {
    for (const find of ['karup stålbyg', 'Ib Falk', '40 41 12 35']) {
      const { status, body } = await post('dan-ravn', { key: aKey(), find });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('Karup Stålbyg');
    }
  });

  it('answers nothing new where the reader has it all', async () => {
    const headers = { 'x-indgang-person': 'anna-holm' };
    const first = await fetch(`${world.base}/api/tab/board`, { headers });
    const tag = first.headers.get('etag') ?? '';
    const again = await fetch(`${world.base}/api/tab/board`, {
      headers: { ...headers, 'if-none-match': tag },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await offered('99106271 vil vide hvordan man får patent på en ovn, Bo Lind 40411236');
    const later = await fetch(`${world.base}/api/tab/board`, {
      headers: { ...headers, 'if-none-match': tag },
    });
    expect(later.status).toBe(200);
  });

  it('shows a case with its timeline, whose clock ran when, and what is not registered', async () => {
    world.clock.set('2026-11-20T12:00:00Z');
    const id = (await lists('dan-ravn', '?mine=true')).flatMap(({ rows }) => rows)[0]?.caseId ?? '';
    const shown = JSON.stringify(await turn('dan-ravn', { verb: 'open.case', caseId: id }));
    expect(shown).toContain('Tidslinje');
    expect(shown).toMatch(/LES Viborg: [^"]+, fra fredag den 20. november/);
    expect(shown).toMatch(/Erhvervshus Midtjylland: [^"]+, fra fredag den 20. november/);
    expect(shown).toMatch(/Ikke registreret endnu","value":"[^"]*E-mail/);
    // Another office sees neither.
    const foreign = JSON.stringify(await turn('bo-krogh', { verb: 'open.case', caseId: id }));
    expect(foreign).not.toContain('Tidslinje');
  });

  it('speaks the language of its reader', async () => {
    const before = (await lists('finn-dahl')).map(({ title }) => title);
    expect(before).toContain('Afventer os');
    await turn('finn-dahl', { verb: 'open.language', language: 'en' });
    expect((await lists('finn-dahl')).map(({ title }) => title)).toContain('Waiting for us');
  });

  it('shows overdue cases on their own list, until the company has its answer', async () => {
    const before = (await lists('anna-holm')).find(({ list }) => list === 'with-other')?.total;
    world.clock.set('2026-12-04T09:00:00Z');
    const found = await lists('anna-holm');
    expect(found.find(({ list }) => list === 'broken')?.total).toBeGreaterThanOrEqual(before ?? 1);
    expect(found.find(({ list }) => list === 'with-other')?.total).toBe(0);
  });

  it('masks a CPR number in what is searched and typed', async () => {
    const { body } = await post('eva-lund', { key: aKey(), find: '010203-1234' });
    expect(JSON.stringify(body)).not.toContain('010203');
    const typed = await turn('eva-lund', { verb: 'open.log', text: 'Ole 010203-1234 Viborg vil starte' });
    expect(JSON.stringify(typed)).not.toContain('010203');
  });

  it('changes nothing where cards of the tab’s people are sent', async () => {
    // The tab is no place to write to: the person's own chat stays where their cards go.
    expect(await world.service.unitOfWork.read((stores) => stores.people.conversationOf('finn-dahl'))).toBe(
      undefined,
    );
  });
});
