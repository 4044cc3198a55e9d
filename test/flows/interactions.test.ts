import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { openHandover } from '../../src/core/case/derived.ts';
import { driveSlack } from './drive-slack.ts';
import { driveTeams } from './drive-teams.ts';
import { DOORS, type Driver, ENQUIRIES, GUIDED } from './enquiries.ts';

/**
 * How many lines, clicks and submits it takes from the call until the case is in the right office's queue. Each sent line,
 * click or submit is one interaction. `npm run interactions` prints the table.
 */

interface Row {
  readonly door: string;
  readonly channel: string;
  readonly text: string;
  readonly interactions: number;
}

const rows: Row[] = [];

const counted = () => rows.filter(({ door }) => door !== 'guide').map(({ interactions }) => interactions);

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The office that has the case, or is asked to take it. */
const queueOf = (kase: Case) => openHandover(kase)?.to ?? kase.owner;

describe.each([
  ['Teams', driveTeams],
  ['Slack', driveSlack],
] as const)('from the call to the right queue in %s', (channel, open) => {
  let driver: Driver | undefined;
  afterAll(() => driver?.close());

  it.each([...ENQUIRIES, GUIDED])('$door: $text', async (enquiry) => {
    driver ??= await open();
    const interactions = await driver.drive(enquiry);
    rows.push({ door: enquiry.door, channel, text: enquiry.text, interactions });
    expect(queueOf(await driver.newest())).toBe(enquiry.queue);
  });
});

describe('over all of them', () => {
  it('takes two interactions, four at most', () => {
    expect(counted()).toHaveLength(2 * ENQUIRIES.length);
    expect(median(counted())).toBeLessThanOrEqual(2);
    expect(Math.max(...counted())).toBeLessThanOrEqual(4);
  });
});

afterAll(() => {
  const table = DOORS.map((door) => {
    const of = (channel: string) =>
      rows.filter((row) => row.door === door && row.channel === channel).map((row) => row.interactions);
    return `${door.padEnd(20)}${of('Teams').join(' ').padEnd(14)}${of('Slack').join(' ')}`;
  });
  const all = counted();
  process.stdout.write(
    [
      '',
      'Interactions until the case is in the right office’s queue (a line, click or submit each)',
      `${''.padEnd(20)}${'Teams'.padEnd(14)}Slack`,
      ...table,
      `${all.length} enquiries without the guide: median ${median(all)}, most ${Math.max(...all)}`,
      '',
    ].join('\n'),
  );
});
