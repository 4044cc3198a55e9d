import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { wordsOn } from './card-hands.ts';
import { activityOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** A fault of ours in Teams: whoever meets it is told a code, and the one log line of it has the same. */

const anna = chatOf('anna-holm');
const model = createLanguageModel();
let world: TeamsWorld;
let broken = true;
beforeEach(async () => {
  broken = true;
  world = await openTeamsWorld({
    language: {
      ...model,
      understand(text, today) {
        if (broken) throw new Error(`a fault with words of the caller: ${text}`);
        return model.understand(text, today);
      },
    },
  });
});
afterEach(() => world.close());

function loggedCodes(): readonly string[] {
  return world.logged
    .map((line) => JSON.parse(line) as { readonly event: string; readonly code?: string })
    .flatMap(({ event, code }) => (event === 'teams.receive-failed' && code ? [code] : []));
}

describe('a fault that a person meets', () => {
  it('is told with a code that stands in the log, and no words of theirs', async () => {
    const [answer] = await world.say('anna-holm', anna, 'log Hansen VVS vil eksportere');
    const words = `${answer?.text}\n${wordsOn(answer?.card)}`;
    const [code = ''] = /F-[2-9B-Z]{4}/.exec(words) ?? [];
    expect(words).toContain(`oplys koden ${code} til den, der driver Indgang`);
    expect(loggedCodes()).toEqual([code]);
    expect(world.logged.join('\n')).not.toContain('Hansen');
  });

  it('has the same code when Teams delivers again, and another for another message', async () => {
    const first = activityOf(world.recorder.serviceUrl, 'anna-holm', anna, {
      type: 'message',
      text: 'log Hansen VVS vil eksportere',
    });
    await world.post(first);
    await world.post(first);
    await world.say('anna-holm', anna, 'log Hansen VVS vil eksportere');
    const [one, again, other] = loggedCodes();
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('is gone when what was broken works again', async () => {
    await world.say('anna-holm', anna, 'log Hansen VVS vil eksportere');
    broken = false;
    const [answer] = await world.say('anna-holm', anna, 'log Hansen VVS vil eksportere');
    expect(wordsOn(answer?.card)).not.toContain('F-');
  });
});
