import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { Talk } from '../../src/core/talk.ts';
import { logCase } from '../loop/loop-world.ts';
import { type AppWorld, inWords, openAppWorld } from './app-world.ts';

/** What a question that was typed is answered with: from the cases, the glossary, the rules and the offices. */

const [ANNA, CARLA] = ['anna-holm', 'carla-winther'];
let world: AppWorld;
let talk: Talk;
beforeEach(async () => {
  talk = { kind: 'help' };
  world = await openAppWorld({ store: 'maps', readTalk: () => talk });
});
afterEach(() => world.close());

async function asked(person: string, question: Talk): Promise<Answer> {
  talk = question;
  const { answers } = await world.do(person, { name: 'say', text: 'hvad med det?' });
  const [answer, ...more] = answers;
  if (!answer || more.length > 0) throw new Error(`not one answer: ${answers.map(inWords)}`);
  return answer;
}

describe('a question', () => {
  it.each<[Talk, string]>([
    [{ kind: 'find', searched: { words: 'Hansen' } }, 'case open -'],
    [{ kind: 'find', searched: { words: 'Jensen' } }, 'found Jensen: '],
    [{ kind: 'cases', filter: 'office' }, 'cases office 1/1 page 1/1'],
    [{ kind: 'cases', filter: undefined }, 'cases mine 1/1 page 1/1'],
    [{ kind: 'terms', terms: ['doors', 'les'] }, 'terms doors les'],
    [{ kind: 'rule', rule: 'O10' }, 'rule O10'],
    [{ kind: 'help' }, 'help'],
  ])('%j', async (question, words) => {
    await logCase(world, ANNA, { areas: 'business-plan' });
    const before = await world.cases();
    expect(inWords(await asked(ANNA, question))).toBe(words);
    expect(await world.cases()).toEqual(before);
    expect(await world.unitOfWork.read((stores) => stores.drafts.active(ANNA))).toBeUndefined();
  });
});

describe('whose door a need is', () => {
  const ways = async (...given: [string, string, string | undefined]) => {
    const [person, area, municipality] = given;
    const answer = await asked(person, { kind: 'door', area, municipality } as Talk);
    if (answer.kind !== 'door') throw new Error(inWords(answer));
    expect(answer.area).toBe(area);
    return answer.ways.map(({ organisation, reason }) => `${organisation} ${reason.rule}`);
  };

  it('is said once for each rule, by whom and where; a house’s local offices are several', async () => {
    expect({
      local: await ways(ANNA, 'networks-courses', undefined),
      specialised: await ways(ANNA, 'internationalisation', undefined),
      elsewhere: await ways(ANNA, 'networks-courses', '751'),
      anywhere: await ways(CARLA, 'networks-courses', undefined),
      fromHouse: await ways(CARLA, 'networks-courses', '791'),
      specialisedFromHouse: await ways(CARLA, 'internationalisation', undefined),
    }).toEqual({
      local: ['les-791 O12', 'les-791 O8'],
      specialised: ['ehm-midtjylland O10', 'les-791 O8', 'les-791 O12'],
      elsewhere: ['les-751 O12', 'les-751 O8'],
      anywhere: ['null O12', 'null O8'],
      fromHouse: ['les-791 O12', 'les-791 O8'],
      specialisedFromHouse: ['ehm-midtjylland O10', 'null O8', 'null O12'],
    });
  });
});

describe('an office that is asked about', () => {
  it.each([
    [ANNA, 'own', 'les-791', ['Anna Holm']],
    [ANNA, 'house', 'ehm-midtjylland', ['Dan Ravn']],
    [ANNA, 'les-751', 'les-751', ['Bo Krogh']],
    [ANNA, 'ehm-fyn', 'ehm-fyn', []],
    [CARLA, 'own', 'ehm-midtjylland', ['Dan Ravn']],
    [CARLA, 'house', 'ehm-midtjylland', ['Dan Ravn']],
    [CARLA, 'les-791', 'les-791', ['Anna Holm']],
  ] as const)('by %s as %s is %s, with its coordinators', async (person, organisation, meant, people) => {
    for (const matter of ['phone', 'hours'] as const)
      expect(await asked(person, { kind: 'office', organisation, matter })).toMatchObject({
        kind: 'office',
        office: { organisation: meant },
        matter,
        people: people.map((name) => ({ name })),
      });
  });
});
