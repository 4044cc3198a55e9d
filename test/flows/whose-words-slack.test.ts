import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { inWindow, stateOf, viewPayload } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { typedLine } from '../dialogs/typed-ways.ts';
import { allowed, isOffered, MARKED, partsOf, seenParts, sharedParts } from './marked-cases.ts';
import { ANNA, BO, CARLA, type Desk, live, Office, register } from './marked-office.ts';

/**
 * registration.md, "Whose words go where", through Slack: a case of every basis and kind from the window to its closing, every
 * verb typed, at the level of sharing that municipalities have by default. `whose-words.test.ts` has every level, and what is kept.
 */

const LEVEL = 'standard';
const SHORT: Readonly<Record<string, 'anna' | 'bo' | 'carla'>> = {
  [ANNA]: 'anna',
  [BO]: 'bo',
  [CARLA]: 'carla',
};
const CONFIRM: Readonly<Record<string, string>> = {
  consent: 'bekræft med samtykke',
  'public-task': 'bekræft offentlig opgave',
  declined: 'bekræft nej',
};
const sentBody = z.looseObject({ channel: z.string().default('') });

type Product = Awaited<ReturnType<typeof openProduct>>;

/** The product in Slack, as those who write and read there meet it. */
function slackDesk({ world, worker, unitOfWork, crm }: Product): Desk {
  const userOf = (person: string) => world.idOf(SHORT[person] ?? '');
  const rooms: Readonly<Record<string, string>> = { 'les-791': world.office, 'ehm-midtjylland': world.house };
  const posted = () => world.calls.filter(({ method }) => method.startsWith('chat.'));
  let count = 0;
  const said = async (user: string, text: string, channel?: string): Promise<string> => {
    const before = world.calls.length;
    const ts = `1795240000.${String(++count).padStart(6, '0')}`;
    await world.event(
      channel === undefined
        ? { type: 'message', channel: `D-${user}`, channel_type: 'im', user, text, ts }
        : { type: 'app_mention', channel, user, text: `<@${world.bot}> ${text}`, ts },
    );
    return JSON.stringify(world.calls.slice(before).map(({ body }) => body));
  };
  return {
    unitOfWork,
    crm,
    pass: (ms) => world.clock.set(new Date(Date.parse(world.clock.now()) + ms).toISOString()),
    deliver: () => worker.drain(),
    async open(person, input, basis) {
      const user = userOf(person);
      await world.command('ny', { user });
      const window = world.window();
      // A number of a production unit and an e-mail stand among the fields that are typed.
      const asked = Object.values(stateOf(window.view).values).flatMap((one) => Object.keys(Object(one)));
      const filled = Object.entries(input).filter(([name]) => asked.includes(name));
      const sent = await world.interact(
        { type: 'view_submission', ...inWindow, view: viewPayload(window, Object.fromEntries(filled)) },
        { user },
      );
      for (const [name, value] of Object.entries(input))
        if (!asked.includes(name)) await said(user, typedLine('case.correct', '', { [name]: value }, 'da'));
      return `${sent.body} ${await said(user, basis === undefined ? 'bekræft' : (CONFIRM[basis] ?? ''))}`;
    },
    async act(person, id, _, verb, input) {
      // A correction is typed a field at a time.
      const parts =
        verb === 'case.correct' ? Object.entries(input).map(([name, value]) => ({ [name]: value })) : [input];
      let all = '';
      for (const part of parts) all += await said(userOf(person), typedLine(verb, id, part, 'da'));
      return all;
    },
    say: (person, line, channel) =>
      said(userOf(person), line, channel === undefined ? undefined : rooms[channel]),
    sent: () =>
      posted().map(({ body }) => ({ place: sentBody.parse(body).channel, text: JSON.stringify(body) })),
    places: (person, office) => [`D-${userOf(person)}`, userOf(person), rooms[office] ?? ''],
  };
}

describe('in Slack', () => {
  let product: Product;
  let office: Office;

  beforeAll(async () => {
    product = await openProduct({
      listed: ['anna', 'bo', 'carla'],
      viborg: { shareLevel: LEVEL },
      language: createLanguageModel(),
      register,
    });
    const { world } = product;
    for (const [channel, user, organisation] of [
      [world.office, world.anna, 'les-791'],
      [world.house, world.carla, 'ehm-midtjylland'],
    ] as const) {
      await world.api('conversations.invite', { channel, users: world.bot }, 'anna');
      const text = `<@${world.bot}> forbind ${organisation}`;
      await world.event({ type: 'app_mention', channel, user, text, ts: '1795233543.000100' });
    }
    office = new Office(LEVEL, slackDesk(product));
    for (const person of [ANNA, BO, CARLA]) await office.said(person, 'hjælp');
    for (const marked of MARKED) await live(office, marked);
    await office.listed(CARLA, ({ basis }) => (isOffered(basis) ? 'owner' : 'side'));
    await office.listed(ANNA, ({ basis }) => (isOffered(basis) ? 'side' : 'owner'));
  }, 600_000);
  afterAll(() => product.close());

  it('nobody reads more of a case than table and level allow, whatever they type and are told', () => {
    const wrong = office.reads.flatMap(({ marked, reader, where, text }) => {
      const may = allowed(marked, seenParts(marked, reader, LEVEL));
      const found = partsOf(marked, text).filter((part) => !may.includes(part));
      return found.map((part) => `${marked.basis}, ${marked.kind}, ${reader}, ${where}: ${part}`);
    });
    expect(wrong).toEqual([]);
  });

  it('the receiver of a case that may be shared is shown its contact, so that the search above would find one', () => {
    for (const marked of MARKED.filter(({ basis }) => basis === 'consent' || basis === 'public-task')) {
      const read = office.reads.filter((one) => one.marked === marked && one.reader === 'side');
      const contact = marked.marks('contact');
      expect([
        marked.kind,
        read.some(({ text }) => contact.some((mark) => text.toLowerCase().includes(mark))),
      ]).toEqual([marked.kind, true]);
    }
  });

  it('the shared CRM has every word that the table lets it have, and no other', () => {
    for (const marked of MARKED)
      expect([
        marked.basis,
        marked.kind,
        ...partsOf(marked, JSON.stringify(office.records.get(marked))).toSorted(),
      ]).toEqual([marked.basis, marked.kind, ...allowed(marked, sharedParts(marked)).toSorted()]);
  });

  it('what waits to be sent and the log hold no word of anybody', async () => {
    const outbox = await product.unitOfWork.read(async (stores) => {
      const cases = await stores.cases.page('', 100);
      return Promise.all(cases.map(({ id }) => stores.outbox.undeliveredAbout(id)));
    });
    const kept = JSON.stringify([outbox, product.world.logged]);
    for (const marked of MARKED) expect(partsOf(marked, kept)).toEqual([]);
  });
});
