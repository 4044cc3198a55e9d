import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../../dialogs/commands.ts';
import { logCase } from '../../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** The numbers that figures about a municipality are measured by: `inhabitants`, `entrepreneurs`, `growthCompanies`. */

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps' });
});
afterEach(() => world.close());

const says = (line: string) => world.says('anna-holm', readCommand(line));
const figure = async (id: string, person: string) => {
  const { answers } = await world.do(person, readCommand('tal'));
  const [answer] = answers;
  if (answer?.kind !== 'figures') throw new Error(JSON.stringify(answers).slice(0, 300));
  const found = answer.periods[0]?.figures.find((one) => one.id === id && one.split?.municipality === '791');
  return found && { numerator: found.numerator, denominator: found.denominator, value: found.value };
};

describe('figures in chat', () => {
  it.each([
    ['I-01', 'indstil iværksættere 4 i 2026', { stage: 'entrepreneur', segment: 'operations' }],
    ['I-02', 'indstil vækstvirksomheder 4 i 2026', { stage: 'established', segment: 'growth' }],
  ])('measure %s by the number that is set', async (id, line, values) => {
    await logCase(world, 'anna-holm', { areas: 'authority-permits', ...values });
    expect(await figure(id, 'anna-holm')).toEqual({ numerator: 1, denominator: null, value: null });
    await says(line);
    expect(await figure(id, 'anna-holm')).toEqual({ numerator: 1, denominator: 4, value: 0.25 });
    await says(line.replace(/4 i 2026/, 'nulstil'));
    expect(await figure(id, 'anna-holm')).toEqual({ numerator: 1, denominator: null, value: null });
  });

  it('give the house its geographic spread where inhabitants are set', async () => {
    await logCase(world, 'anna-holm');
    expect(await figure('I-22-all', 'dan-ravn')).toBeUndefined();
    await says('indstil indbyggere 97.000 i 2026');
    expect(await figure('I-22-all', 'dan-ravn')).toEqual({ numerator: 0, denominator: 97_000, value: null });
  });
});

describe('a number', () => {
  it.each(['97000', '97.000 i år', '97.00 i 2026', '-5 i 2026', '97.000 i 1999'])(
    'is refused without its year, or as no whole number: %s',
    async (typed) => {
      expect(await says(`indstil indbyggere ${typed}`)).toEqual([
        'setting inhabitants null bad-setting-value',
      ]);
    },
  );
});
