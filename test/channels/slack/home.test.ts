import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Inbound, Reply } from '../../../src/app/inbound.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { CaseLine } from '../../../src/core/case-line.ts';
import type { Language } from '../../../src/core/vocabulary.ts';
import { SAMPLES } from '../../cards/sample-answers.ts';
import { slackHome } from './block-kit-rules.ts';
import { buttonsOn, clickOn, inWindow, textOn } from './slack-hands.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

/** The Home tab: what is overdue first, each case once, and long lists page by page in a window. */

const sample = SAMPLES.cases;
if (sample?.kind !== 'cases') throw new Error('no list');
const [line] = sample.lines;
if (!line) throw new Error('no line');
const cases = (...names: readonly string[]): readonly CaseLine[] =>
  names.map((name) => ({ ...line, caseId: `ID-${name}`, title: name }));
const list = (
  filter: 'broken' | 'inbox' | 'mine' | 'office',
  lines: readonly CaseLine[],
  total = lines.length,
): Answer => ({
  ...sample,
  filter,
  lines,
  total,
  pages: Math.ceil(total / 8) || 1,
});

let world: SlackWorld;
/** Lists by filter; others are empty. */
let lists: Readonly<Record<string, Answer>>;
let language: Language;
beforeEach(async () => {
  language = 'da';
  const receive = async ({ command }: Inbound): Promise<Reply> => {
    const filter = command.name === 'cases' ? command.filter : undefined;
    const empty = filter === 'inbox' ? list('inbox', []) : undefined;
    return { answers: [lists[filter ?? 'mine'] ?? empty ?? { kind: 'help' }], language };
  };
  world = await openSlackWorld({ receive });
});
afterEach(() => world.close());

async function home() {
  await world.event({ type: 'app_home_opened', user: world.anna, channel: 'D1', tab: 'home' });
  const { view } = z.object({ view: z.unknown() }).parse(world.last('views.publish').body);
  expect(slackHome.safeParse(view).error?.issues).toBeUndefined();
  return slackHome.parse(view);
}
const times = (text: string, word: string) => text.split(word).length - 1;

describe('the Home tab', () => {
  it.each(['da', 'en'] as const)('shows what is overdue first, and each case once (%s)', async (chosen) => {
    language = chosen;
    lists = {
      broken: list('broken', cases('Alfa')),
      inbox: list('inbox', cases('Alfa', 'Delta')),
      mine: list('mine', cases('Alfa', 'Beta', 'Delta')),
      office: list('office', cases('Alfa', 'Beta', 'Gamma')),
    };
    const text = textOn(await home());
    const names = ['Alfa', 'Delta', 'Beta', 'Gamma'];
    for (const name of names) expect(times(text, `*${name}*`)).toBe(1);
    expect(names.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))).toEqual(names);
  });

  it('says nothing of overdue cases where there are none', async () => {
    lists = { broken: list('broken', []), mine: list('mine', []), office: list('office', cases('Gamma')) };
    const text = textOn(await home());
    expect(text).not.toContain('❗');
    expect(text).toContain('Gamma');
  });

  it('opens a long list as a window, and turns its pages there', async () => {
    const long = cases(...Array.from({ length: 8 }, (_, i) => `Firma ${i}`));
    lists = { broken: list('broken', []), mine: list('mine', []), office: list('office', long, 21) };
    const shown = await home();
    expect(buttonsOn(shown)).toContain('Vis alle 21');
    await world.interact({
      type: 'block_actions',
      ...inWindow,
      response_url: undefined,
      view: { id: 'V1', type: 'home', private_metadata: '' },
      actions: [clickOn(shown, 'Vis alle 21')],
    });
    expect(world.inbound.map(({ command }) => command)).toContainEqual({ name: 'cases', filter: 'office' });
    expect(buttonsOn(world.window().view)).toContain('Næste');
  });

  it('stays within Slack’s blocks with long lists', async () => {
    const long = (name: string) => cases(...Array.from({ length: 40 }, (_, i) => `${name} ${i}`));
    lists = {
      broken: list('broken', long('A'), 99),
      mine: list('mine', long('B'), 99),
      office: list('office', long('C'), 99),
    };
    expect((await home()).blocks.length).toBeLessThanOrEqual(100);
  });

  it('says once why a stranger sees no cases', async () => {
    const refused: Answer = { kind: 'refused', refusal: { code: 'not-in-directory' } };
    lists = { broken: refused, mine: refused, office: refused };
    expect((await home()).blocks.filter(({ type }) => type === 'divider')).toHaveLength(1);
  });
});
