import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { runWith } from '../cli/cli-world.ts';
import { carla as carlaAt, caseAfter, opened } from '../core/case/case-world.ts';
import { wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** `tal`: the figures of one's organisation in chat, the same as those of `indgang indicators`. */

let world: TeamsWorld;
let folder: string | undefined;
afterEach(async () => {
  await world.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

const say = async (person: string, text: string, place = chatOf(person)) => {
  const answers = await world.say(person, place, text);
  return answers.map((one) => wordsOn(one.card) + one.text).join('\n');
};

/** An enquiry that Anna logged at Viborg's, answered at once. */
async function logged(words: string): Promise<void> {
  await say('anna-holm', `log ${words}`);
  await say('anna-holm', 'spring over');
  const created = await say('anna-holm', 'bekræft samtykke');
  const id = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(created)?.[0];
  await say('anna-holm', `besvaret ${id} telefon`);
}

describe('a coordinator', () => {
  it('sees this month so far and the last one, as the command line counts them', async () => {
    folder = mkdtempSync(join(tmpdir(), 'figures-'));
    world = await openTeamsWorld({}, { data: folder });
    await logged('25313763 viborg byggetilladelse');
    const [answer] = await world.say('anna-holm', chatOf('anna-holm'), 'tal');
    const words = wordsOn(answer?.card);
    expect(JSON.stringify(answer?.card)).toContain(
      '"type":"Chart.VerticalBar.Grouped","title":"Andele og mål"',
    );
    expect(words).toContain('Tal for LES Viborg');
    expect(words).toContain('november 2026 (til og med 20. november 2026) og oktober 2026');
    expect(words).toContain('100,0 % (1 af 1)');
    expect(words).toContain('kan ikke opgøres: ingen at måle på i perioden');
    expect(words).toContain('andelen kan ikke opgøres, da kommunens antal ikke er oplyst');
    expect(words).toContain('I-08');
    expect(words).toContain('Principper for god erhvervsservice i Midtjylland (2019)');
    expect(words).not.toContain('Hansen');
    await world.close();
    const { out } = await runWith(
      [
        'indicators',
        ...['--from', '2026-11-01', '--to', '2026-11-30', '--organisation', 'les-791'],
        ...['--as-of', '2026-11-20T09:00:00Z', '--json', '--data', folder],
      ],
      {},
    );
    const answeredIn = z
      .object({
        figures: z.array(z.object({ id: z.string(), numerator: z.number(), value: z.nullable(z.number()) })),
      })
      .parse(JSON.parse(out.join('\n')))
      .figures.find(({ id }) => id === 'I-11-reported');
    expect(answeredIn).toMatchObject({ numerator: 1, value: 1 });
    world = await openTeamsWorld();
  });

  it('names a period, in Danish and English', async () => {
    world = await openTeamsWorld();
    expect(await say('anna-holm', 'tal K3 2026')).toContain('3. kvartal 2026');
    expect(await say('anna-holm', 'tal sidste år')).toContain('2025');
    expect(await say('anna-holm', 'vis tal 2026-10')).toContain('oktober 2026');
    await say('anna-holm', 'sprog en');
    const words = await say('anna-holm', 'figures last quarter');
    expect(words).toContain('Figures for LES Viborg');
    expect(words).toContain('Q3 2026');
    expect(words).toContain('cannot be counted: nothing to measure in the period');
    expect(await say('anna-holm', '<at>Indgang</at> tal i år', channelOf('les-791'))).toContain('2026');
  });

  it('hears how a period is typed where theirs was not understood, and of one that has not begun', async () => {
    world = await openTeamsWorld();
    const words = await say('anna-holm', 'tal påske');
    expect(words).toContain('Jeg forstår ikke perioden "påske"');
    expect(words).toContain('tal K3 2026');
    expect(await say('anna-holm', 'tal 2027')).toContain('Perioden er ikke begyndt endnu');
    await say('anna-holm', 'language en');
    expect(await say('anna-holm', 'figures Q9 2026')).toContain('I do not understand the period "Q9 2026"');
    expect(await say('anna-holm', 'figures 2027-01')).toContain('The period has not begun yet');
  });

  it('of an Erhvervshus sees the figures of the house', async () => {
    world = await openTeamsWorld();
    const words = await say('dan-ravn', 'tal 2026');
    expect(words).toContain('I-71 Overleveringer fra lokal erhvervsservice');
    expect(words).toContain('kan ikke opgøres: kommunernes indbyggertal er ikke oplyst');
    expect(words).toContain('Resultatkontrakt for Erhvervshus Midtjylland 2022');
    expect(await say('anna-holm', 'tal 2026')).not.toContain('I-71');
  });
});

it('everybody else is refused, and told who can', async () => {
  world = await openTeamsWorld();
  for (const person of ['carla-winther', 'finn-dahl', 'eva-lund'])
    expect(await say(person, 'tal')).toContain('Det kan kun en koordinator');
  await say('carla-winther', 'sprog en');
  expect(await say('carla-winther', 'figures påske')).toContain('Only a coordinator');
});

it('no turn of anybody else waits for the count', async () => {
  world = await openTeamsWorld();
  const { unitOfWork } = world.service.deps;
  let others = 0;
  // Somebody writes between the pages that are read: a count within the turn's own transaction would wait for ever.
  const read = unitOfWork.read.bind(unitOfWork);
  Object.assign(unitOfWork, {
    read: async <T>(work: Parameters<typeof read<T>>[0]) => {
      await unitOfWork.run(async (stores) => stores.inbox.record(`other ${++others}`, world.clock.now()));
      return read(work);
    },
  });
  expect(await say('anna-holm', 'tal')).toContain('Tal for LES Viborg');
  expect(others).toBeGreaterThan(2);
});

it('a coordinator in Slack sees them too, and a consultant is refused', async () => {
  world = await openTeamsWorld();
  const { world: slack, unitOfWork, close } = await openProduct();
  let count = 0;
  const said = async (user: string, text: string) => {
    const before = slack.of('chat.postMessage').length;
    const ts = `1795240000.${String(++count).padStart(6, '0')}`;
    await slack.event({ type: 'message', channel: `D${user}`, channel_type: 'im', user, text, ts });
    return slack
      .of('chat.postMessage')
      .slice(before)
      .map(
        ({ body }) => `${body.text} ${textOn({ blocks: z.array(z.unknown()).catch([]).parse(body.blocks) })}`,
      )
      .join('\n');
  };
  try {
    const kase = caseAfter(opened().case, ['handover.accept', carlaAt]);
    await unitOfWork.run((stores) => stores.cases.insert(kase, null));
    expect(await said(slack.anna, 'tal januar 2026')).toContain('Tal for LES Viborg');
    expect(await said(slack.carla, 'tal januar 2026')).toContain('Overleveringer fra lokal erhvervsservice');
    await said(slack.anna, 'language en');
    expect(await said(slack.anna, 'figures Easter')).toContain('figures Q3 2026');
    await unitOfWork.run(async ({ people }) => {
      const carla = await people.get('carla');
      if (carla)
        await people.save({
          ...carla,
          memberships: [{ organisation: 'ehm-midtjylland', roles: ['consultant'] }],
        });
    });
    expect(await said(slack.carla, 'tal')).toContain('Det kan kun en koordinator');
  } finally {
    await close();
  }
});
