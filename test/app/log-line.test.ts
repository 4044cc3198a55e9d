import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NeedChange, Understanding } from '../../src/app/ports/language-model.ts';
import { MAX_TEXT } from '../../src/core/text-limit.ts';
import type { Area } from '../../src/core/vocabulary.ts';
import { type AppWorld, HANSEN, openAppWorld } from './app-world.ts';

const ANNA = 'anna-holm';

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

const log = (text: string) => world.says(ANNA, { name: 'log', text });
const say = (text: string) => world.says(ANNA, { name: 'say', text });
const need = (area: Area, confidence = 0.9, more: Partial<Understanding> = {}): Partial<Understanding> => ({
  chosen: [area],
  areas: [{ area, confidence, because: [] }],
  ...more,
});
const established = { municipality: '791', stage: 'established' } as const;
/** What leaves no question open but for the need. */
const reachable = { ...established, companyName: 'Jensen Byg', contactPhone: '40411234' } as const;

describe('a logged line', () => {
  it('fills a new intake, and asks only what could still change the door', async () => {
    world.understood = () =>
      need('authority-permits', 0.9, {
        entities: { ...established, cvr: HANSEN.cvr, contactPhone: '40411234' },
      });
    expect(await log('25313763 vil bygge, 40411234')).toEqual(['decision les-791 basis?']);
    const draft = await world.draft(ANNA);
    expect(draft).toMatchObject({
      step: 'decision',
      values: { areas: ['authority-permits'], companyName: 'Hansen VVS ApS', contactPhone: '40411234' },
      sources: { areas: 'text', companyName: 'register' },
    });
    world.clock.pass(1);
    world.understood = () => ({});
    expect(await log('noget andet')).toEqual(['notice draft-set-aside', 'question company']);
    expect((await world.draft(ANNA)).id).not.toBe(draft.id);
  });

  it('is only words where no language is understood', async () => {
    await world.close();
    world = await openAppWorld({ mute: true });
    expect(await log('vil bygge')).toEqual(['form']);
    expect(await say('og ansætte')).toEqual(['form']);
    expect((await world.draft(ANNA)).values).toEqual({ description: 'vil bygge\nog ansætte' });
  });

  it('names the needs that it may be about besides those that are clear', async () => {
    world.understood = () => need('authority-permits', 0.9, { offered: ['financing', 'succession'] });
    expect(await log('vil bygge')).toEqual(['question company']);
    expect((await world.draft(ANNA)).offered).toEqual(['financing', 'succession']);
    // What is only offered is asked, not told of.
    world.understood = () => ({ offered: ['financing'] });
    expect(await log('vil noget')).toEqual(['notice draft-set-aside', 'question company']);
    expect((await world.draft(ANNA)).offered).toEqual(['financing']);
    world.understood = () => need('authority-permits');
    expect(await log('vil bygge')).toEqual(['notice draft-set-aside', 'question company']);
    expect((await world.draft(ANNA)).offered).toBeUndefined();
  });

  it('says where the register knows another municipality than it names', async () => {
    world.understood = () =>
      need('authority-permits', 0.9, { entities: { ...established, municipality: '751', cvr: HANSEN.cvr } });
    const { answers } = await world.do(ANNA, { name: 'log', text: '25313763 i Aarhus vil bygge' });
    expect(answers[0]).toMatchObject({
      kind: 'question',
      question: 'contact',
      problem: {
        field: 'municipality',
        refusal: { code: 'register-differs', params: { municipality: '791' } },
        typed: 'Aarhus',
      },
    });
    expect((await world.draft(ANNA)).values.municipality).toBe('791');
  });

  it('keeps a mistyped CVR number, to be corrected', async () => {
    world.understood = () => need('authority-permits', 0.9, { entities: established });
    expect(await log('cvr 87654321 vil bygge')).toEqual(['question company not-a-cvr']);
    expect((await world.draft(ANNA)).rejected).toMatchObject([{ field: 'cvr', typed: '87654321' }]);
  });

  it('asks the same of a number that could be a CVR number, but that the register does not know', async () => {
    const entities = { ...established, cvr: '70151618' };
    world.understood = () => need('authority-permits', 0.9, { entities });
    expect(await log('70151618 vil bygge')).toEqual(['question company cvr-or-phone']);
    expect((await world.draft(ANNA)).values.cvr).toBeUndefined();
    // Said to be one, it is one: the register may not have it yet.
    world.clock.pass(1);
    await log('cvr 70151618 vil bygge');
    expect((await world.draft(ANNA)).values.cvr).toBe('70151618');
  });

  it('asks of eight digits that open it whether they are a CVR number: they are no telephone number yet', async () => {
    world.understood = () =>
      need('authority-permits', 0.9, { entities: { ...established, contactPhone: '40411234' } });
    expect(await log('40411234 vil bygge')).toEqual(['question company cvr-or-phone']);
    const { values, rejected } = await world.draft(ANNA);
    expect(values.contactPhone).toBeUndefined();
    expect(rejected).toEqual([{ field: 'cvr', refusal: { code: 'cvr-or-phone' }, typed: '40411234' }]);
    // Another telephone number in the line is one.
    world.clock.pass(1);
    world.understood = () => ({ entities: { contactPhone: '40415678' } });
    await log('40411234 ring 40415678');
    expect((await world.draft(ANNA)).values.contactPhone).toBe('40415678');
  });

  it('has no doubt about such digits where there is a CVR number', async () => {
    world.understood = () => ({ entities: { ...established, cvr: HANSEN.cvr, contactPhone: '40411234' } });
    expect(await log('40411234 hos 25313763')).toEqual(['question areas']);
    expect((await world.draft(ANNA)).values.contactPhone).toBe('40411234');
    world.understood = () => ({ entities: { contactPhone: '40415678' } });
    await say('40415678 er nyt');
    expect((await world.draft(ANNA)).values.contactPhone).toBe('40415678');
    world.understood = () => ({});
    // A number that is called a CVR number is the doubt; the digits that open the line are no second one.
    world.clock.pass(1);
    await log('40411234 cvr 87654321');
    expect((await world.draft(ANNA)).rejected.map(({ refusal }) => refusal.code)).toEqual(['not-a-cvr']);
  });

  it('is taken whole or not at all', async () => {
    const { answers } = await world.do(ANNA, { name: 'log', text: 'x'.repeat(MAX_TEXT + 1) });
    expect(answers).toEqual([
      {
        kind: 'refused',
        refusal: { code: 'line-too-long', params: { length: MAX_TEXT + 1, max: MAX_TEXT } },
      },
    ]);
    await expect(world.draft(ANNA)).rejects.toThrow();
    expect(await say('x'.repeat(MAX_TEXT + 1))).toEqual(['refused line-too-long']);
    expect(await log('x'.repeat(MAX_TEXT))).toEqual(['question company']);
  });
});

describe('words that are no command', () => {
  it('begin an intake where none is under way', async () => {
    world.understood = () => need('authority-permits', 0.9, { entities: established });
    expect(await say('Hansen vil bygge')).toEqual(['question company']);
    expect((await world.draft(ANNA)).values.description).toBe('Hansen vil bygge');
  });

  it('answer the question asked where they can', async () => {
    await world.says(ANNA, { name: 'guided' });
    expect(await say('har ikke')).toEqual(['question municipality']);
    expect(await say('Viborg')).toEqual(['question areas']);
    expect((await world.draft(ANNA)).answered).toEqual(['company', 'municipality']);
    expect((await world.draft(ANNA)).values.description).toBeUndefined();
  });

  it('that say nothing known leave the question standing, with help', async () => {
    await world.says(ANNA, { name: 'guided' });
    await say('har ikke');
    const { revision } = await world.draft(ANNA);
    const { answers } = await world.do(ANNA, { name: 'say', text: 'hvad mener du' });
    expect(answers).toMatchObject([{ kind: 'question', question: 'municipality', help: true }]);
    expect((await world.draft(ANNA)).revision).toBe(revision);
    for (const said of [
      { offered: ['financing'] },
      need('financing'),
      { entities: { employees: 3 } },
    ] as const) {
      world.understood = () => said;
      await say('de mangler noget');
    }
    expect((await world.draft(ANNA)).revision).toBe(revision + 3);
  });

  it('that say nothing known are kept where no question is asked', async () => {
    await world.says(ANNA, { name: 'new' });
    await say('det haster');
    expect((await world.draft(ANNA)).values.description).toBe('det haster');
  });

  it('add to what was written; a name or a shorter name does not replace what is known, and a guess is offered', async () => {
    world.understood = () => need('authority-permits', 0.9, { entities: reachable });
    await log('Jensen Byg vil bygge');
    world.understood = () => need('financing', 0.84, { entities: { companyName: 'Jensen' } });
    await say('de har brug for penge');
    expect((await world.draft(ANNA)).values).toMatchObject({
      companyName: 'Jensen Byg',
      areas: ['authority-permits'],
      description: 'Jensen Byg vil bygge\nde har brug for penge',
    });
    expect((await world.draft(ANNA)).offered).toEqual(['financing']);
    world.understood = () => ({
      chosen: ['financing'],
      areas: [
        { area: 'financing', confidence: 0.85, depth: 'specialised', because: [] },
        { area: 'succession', confidence: 0.1, because: [] },
      ],
    });
    expect(await say('et lån')).toEqual(['notice needs-changed', 'decision ehm-midtjylland basis?']);
    expect((await world.draft(ANNA)).values).toMatchObject({
      areas: ['authority-permits', 'financing'],
      depths: { financing: 'specialised' },
    });
  });

  it('add a need that they say comes beside the others, take one away, or put one in the place of the others', async () => {
    const deep = (area: Area): Partial<Understanding> => ({
      chosen: [area],
      areas: [{ area, confidence: 0.6, depth: 'specialised', because: [] }],
    });
    const needsAfter = async (said: string, more: Partial<Understanding>, change: Partial<NeedChange>) => {
      world.understood = () => more;
      world.changed = () => change;
      const { answers } = await world.do(ANNA, { name: 'say', text: said });
      const told = answers.flatMap((one) => (one.kind === 'notice' ? [one.notice.params] : []));
      return { told, areas: (await world.draft(ANNA)).values.areas };
    };
    world.understood = () => need('authority-permits', 0.9, { entities: reachable });
    expect(await log('Jensen Byg vil bygge')).toEqual(['decision les-791 basis?']);
    expect(await needsAfter('også lån', deep('financing'), { adds: true })).toEqual({
      told: [{ added: 'financing', organisation: 'ehm-midtjylland' }],
      areas: ['authority-permits', 'financing'],
    });
    expect(await needsAfter('ikke lån', need('financing'), { declined: ['financing'] })).toEqual({
      told: [{ removed: 'financing', organisation: 'les-791' }],
      areas: ['authority-permits'],
    });
    // The receiver reads the description: it holds what they need, not what they do not.
    expect((await world.draft(ANNA)).values.description).toBe('Jensen Byg vil bygge\nogså lån');
    expect(await needsAfter('salg i stedet', deep('succession'), { replaces: true })).toEqual({
      told: [{ added: 'succession', removed: 'authority-permits', organisation: 'ehm-midtjylland' }],
      areas: ['succession'],
    });
    expect(await needsAfter('ikke salg', need('succession'), { declined: ['succession'] })).toMatchObject({
      told: [{ removed: 'succession' }],
    });
    expect((await world.draft(ANNA)).values.areas ?? []).toEqual([]);
  });

  it('take the crisis back where they say so', async () => {
    world.understood = () => need('crisis', 0.9, { crisis: true, entities: reachable });
    await log('Jensen Byg er i krise');
    expect((await world.draft(ANNA)).values.crisis).toBe(true);
    world.understood = () => need('crisis', 0.9, { crisis: true });
    world.changed = () => ({ declined: ['crisis'] });
    await say('ikke krise');
    const { crisis, areas = [] } = (await world.draft(ANNA)).values;
    expect([crisis, areas]).toEqual([undefined, []]);
  });

  it('take a guess where nothing is known yet', async () => {
    world.understood = () => ({ entities: reachable });
    expect(await log('Jensen Byg')).toEqual(['question areas']);
    world.understood = () => need('financing', 0.5);
    await say('de vil noget');
    expect((await world.draft(ANNA)).values).toMatchObject({
      areas: ['financing'],
      companyName: 'Jensen Byg',
    });
    // Sure of another need than those chosen is not sure.
    world.understood = () => ({
      chosen: ['succession'],
      areas: [
        { area: 'succession', confidence: 0.5, because: [] },
        { area: 'other', confidence: 0.99, because: [] },
      ],
    });
    await say('et skifte');
    expect((await world.draft(ANNA)).values.areas).toEqual(['financing']);
  });

  it('keep what was offered until something else is', async () => {
    world.understood = () => ({ offered: ['financing'] });
    await log('noget med penge');
    world.understood = () => ({ entities: { employees: 3 } });
    await say('tre ansatte');
    expect((await world.draft(ANNA)).offered).toEqual(['financing']);
    world.understood = () => ({ offered: ['succession'] });
    await say('et skifte');
    expect((await world.draft(ANNA)).offered).toEqual(['succession']);
  });

  it('about another company begin an intake of its own', async () => {
    world.understood = (text) => ({ entities: { companyName: text.split(' vil')[0] ?? '' } });
    await log('Jensen Byg vil bygge');
    const first = await world.draft(ANNA);
    world.clock.pass(1);
    await say('Madsen Mad vil sælge');
    const second = await world.draft(ANNA);
    expect(second.id).not.toBe(first.id);
    expect(second.values.description).toBe('Madsen Mad vil sælge');
  });

  it('that would make the description too long are not taken: what fits is said', async () => {
    world.understood = () => need('authority-permits', 0.9, { entities: reachable });
    await log('x'.repeat(3_000));
    world.understood = () => ({ entities: { employees: 12 } });
    const { revision } = await world.draft(ANNA);
    const { answers } = await world.do(ANNA, { name: 'say', text: 'y'.repeat(1_000) });
    expect(answers).toMatchObject([
      { kind: 'refused', refusal: { code: 'description-full', params: { max: MAX_TEXT, room: 999 } } },
      { kind: 'decision' },
    ]);
    expect((await world.draft(ANNA)).revision).toBe(revision);
    await say('y'.repeat(999));
    expect((await world.draft(ANNA)).values.description).toHaveLength(MAX_TEXT);
    const full = await world.do(ANNA, { name: 'say', text: 'y' });
    expect(full.answers[0]).toMatchObject({ refusal: { params: { room: 0 } } });
  });
});
