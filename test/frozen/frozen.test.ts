import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../src/app/ports/channel.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { channelFile, resultFile } from './fixture.ts';
import { caseLife } from './scripts/case-life.ts';
import { handover } from './scripts/handover.ts';
import { intake } from './scripts/intake.ts';
import { windows, written } from './scripts/written.ts';
import { type Played, play } from './world.ts';

/**
 * Frozen cases: real sequences, each played in Teams and in Slack, against the files of `test/fixtures/<case>/`. A change of
 * behaviour changes them, a change of wording does not. `npm run freeze` writes them anew; read the difference.
 */

const HOME = join(import.meta.dirname, '../fixtures');
const SCRIPTS = { ...intake, ...handover, ...caseLife, ...written, ...windows };

/** Everything that is kept of the cases, without what the channels name differently. */
function kept({ cases, history, crm }: Played): unknown {
  const text = JSON.stringify({ cases, history, crm }, (key, value) => (key === 'draftId' ? 'draft' : value));
  return JSON.parse(text);
}

describe('a frozen case', () => {
  const language = createLanguageModel();

  it.each(Object.entries(SCRIPTS))('goes as it always went: %s', async (name, script) => {
    const played = [];
    for (const channel of CHANNELS) played.push({ channel, ...(await play(script, channel, language)) });
    for (const one of played)
      await expect(channelFile(one)).toMatchFileSnapshot(join(HOME, name, `${one.channel}.yaml`));
    const [first, ...others] = played;
    for (const other of others) expect(kept(other)).toEqual(first && kept(first));
    await expect(first && resultFile(first, name in written)).toMatchFileSnapshot(
      join(HOME, name, 'result.yaml'),
    );
  });

  it('has a script for each folder that is kept', () => {
    const kept = readdirSync(HOME).filter((name) => name !== 'connector');
    expect(kept.filter((name) => !(name in SCRIPTS))).toEqual([]);
    expect(Object.keys(SCRIPTS).length).toBeGreaterThanOrEqual(30);
  });
});
