import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDanishCalendar } from '../../src/calendar/danish-calendar.ts';
import { adviserSchema } from '../../src/core/advisers/adviser.ts';
import { officesOf } from '../../src/core/office/office.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { runHourlyJobs } from '../../src/worker/hourly-jobs.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { wordsOn } from './card-hands.ts';
import { type Answered, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** The catalogue and the advisers through the whole service, in Teams and in Slack. */

const ANNA = 'anna-holm';
const ADVISERS = ['aa', 'bb', 'cc', 'dd'].map((id) =>
  adviserSchema.parse({
    id,
    kind: 'private',
    name: `Rådgiver ${id.toUpperCase()}`,
    areas: ['internationalisation'],
    languages: ['da'],
    source: 'Erhvervshus Midtjylland',
  }),
);

describe('in Teams', () => {
  let world: TeamsWorld;
  beforeAll(async () => {
    world = await openTeamsWorld();
    await world.service.unitOfWork.run(({ advisers }) => advisers.put(ADVISERS, world.clock.now()));
  });
  afterAll(() => world.close());
  const say = (text: string) => world.say(ANNA, chatOf(ANNA), text);
  const words = (answers: readonly Answered[]) =>
    answers.map(({ text, card }) => (card === undefined ? text : wordsOn(card))).join('\n');

  it('finds offers, in Danish and in English', async () => {
    expect(words(await say('tilbud eksport Viborg'))).toContain('Eksportsparring');
    await say('sprog en');
    const english = words(await say('offers export Viborg'));
    expect(english).toContain('Under 100 employees');
    expect(english).toContain('For whom');
    await say('sprog da');
  });

  it('shows advisers in turn, takes the choice by one click, and asks after 60 days', async () => {
    const logged = words(await say('log 25313763 skal ISO-certificeres, ring til Mette på 40411234'));
    expect(logged).not.toBe('');
    const created = words(await say('bekræft samtykke'));
    const caseId = /[A-Z\d]{4}-[A-Z\d]{4}/.exec(created)?.[0] ?? '';
    const [shown] = await say('rådgivere eksport Viborg');
    const first = wordsOn(shown?.card);
    const again = await world.click(ANNA, chatOf(ANNA), shown?.card, 'advisers.show');
    expect(wordsOn(again)).not.toBe(first);
    const card = await world.click(ANNA, chatOf(ANNA), shown?.card, 'advisers.choose', {
      adviser: 'aa',
      case: caseId.toLowerCase(),
    });
    expect(wordsOn(card)).toContain('Henvisningen er registreret');
    const kase = await world.service.unitOfWork.read(({ cases }) => cases.get(caseId));
    expect(kase?.referrals).toMatchObject([{ to: 'private-adviser', uptake: 'unknown' }]);
    const name = kase?.referrals?.[0]?.name ?? '';
    await world.deliver();
    world.clock.pass((60 * 24 + 1) * 3_600_000);
    const calendar = createDanishCalendar(officesOf(new Map()));
    const deps = { unitOfWork: world.service.unitOfWork, calendar, rosters: new Map() };
    expect(await runHourlyJobs(deps, world.clock.now())).toMatchObject({ uptakeAsked: 1 });
    await world.deliver();
    const standing = words(world.standing(chatOf(ANNA)));
    expect(standing).toContain(`60 dage siden henviste du virksomheden i sagen ${caseId}`);
    await say(`henvist ${caseId} navn: ${name}; brugt: ja`);
    const after = await world.service.unitOfWork.read(({ cases }) => cases.get(caseId));
    expect(after?.referrals).toMatchObject([{ name, uptake: 'used' }]);
  });
});

describe('in Slack', () => {
  it('finds offers and advisers alike', async () => {
    const product = await openProduct({ language });
    const { world } = product;
    await product.unitOfWork.run(({ advisers }) => advisers.put(ADVISERS, '2026-11-20T09:00:00.000Z'));
    let count = 0;
    const typed = async (text: string) => {
      const ts = `1795233543.${String(++count).padStart(6, '0')}`;
      await world.event({
        type: 'message',
        channel: `D-${world.anna}`,
        channel_type: 'im',
        user: world.anna,
        text,
        ts,
      });
      return JSON.stringify(world.last('chat.postMessage').body);
    };
    expect(await typed('tilbud innobooster')).toContain('500.000 kr. i ekstern finansiering');
    expect(await typed('rådgivere eksport Viborg')).toContain('4 rådgivere dækker behovet her');
    expect(await typed('offers export Viborg')).toContain('Eksportsparring');
    await product.close();
  });
});
