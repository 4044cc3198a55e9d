import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toText } from '../../../cards/text.ts';
import { viewOf } from '../../../cards/view-of.ts';
import { readCommand } from '../../../dialogs/commands.ts';
import { readTalk } from '../../../dialogs/talk/read-talk.ts';
import { askUptake } from '../../../src/app/advisers/ask-uptake.ts';
import { type Adviser, adviserSchema } from '../../../src/core/advisers/adviser.ts';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { act, caseNow, logCase } from '../../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

const ANNA = 'anna-holm';
const BO = 'bo-krogh';
const CARLA = 'carla-winther';
let world: AppWorld;

const adviserOf = (id: string, more: Partial<Adviser> = {}): Adviser =>
  adviserSchema.parse({
    id,
    kind: 'private',
    name: `Rådgiver ${id.toUpperCase()}`,
    areas: ['internationalisation'],
    languages: ['da', 'en'],
    source: 'Erhvervshus Midtjylland',
    ...more,
  });

beforeEach(async () => {
  world = await openAppWorld({
    start: '2026-11-20T09:00:00.000Z',
    language,
    readTalk,
  });
  await world.unitOfWork.run(({ advisers }) =>
    advisers.put(
      [
        adviserOf('aa', { phone: '40411234', email: 'a@raad.example', link: 'https://raad.example' }),
        adviserOf('bb', { cvr: '25313763', places: ['791'] }),
        adviserOf('cc', { kind: 'cluster' }),
        adviserOf('dd', { kind: 'national', places: ['ehm-midtjylland'] }),
        adviserOf('fyn', { places: ['ehm-fyn'] }),
        adviserOf('ended', { validTo: '2026-11-19' }),
        adviserOf('other', { areas: ['financing'] }),
      ],
      world.clock.now(),
    ),
  );
});
afterEach(() => world.close());

async function answersTo(person: string, text: string) {
  const { answers, language } = await world.do(person, readCommand(text));
  return { answers, text: answers.map((answer) => toText(viewOf(answer, language))).join('\n') };
}
async function shownTo(person: string, text: string) {
  const [answer] = (await answersTo(person, text)).answers;
  if (answer?.kind !== 'advisers') throw new Error(`Not advisers: ${answer?.kind}`);
  return answer;
}
const idsShown = async (person: string, text: string) =>
  (await shownTo(person, text)).shown.map(({ adviser }) => adviser.id);

describe('rådgivere', () => {
  it.each(['rådgivere eksport Viborg', 'rådgivere til eksprot i viborg', 'advisers for export in Viborg'])(
    'shows three who are valid and serve the place, with why these: %s',
    async (text) => {
      const { shown, fitting } = await shownTo(ANNA, text);
      expect(fitting).toBe(4);
      expect(shown).toHaveLength(3);
      expect(shown.every(({ adviser }) => ['aa', 'bb', 'cc', 'dd'].includes(adviser.id))).toBe(true);
      const { text: words } = await answersTo(ANNA, text);
      expect(words).toContain('Rådgivere: Eksport og internationalisering – Viborg');
      expect(words).toContain('4 rådgivere dækker behovet her. Rækkefølgen skifter');
      expect(words).toContain('Erhvervshus Midtjylland');
    },
  );

  it('rotates: everybody is shown as often, whoever asks', async () => {
    const counts = new Map<string, number>();
    for (let at = 0; at < 8; at++)
      for (const id of await idsShown(at % 2 ? ANNA : CARLA, 'rådgivere eksport Viborg'))
        counts.set(id, (counts.get(id) ?? 0) + 1);
    expect([...counts.values()]).toEqual([6, 6, 6, 6]);
  });

  it('records who was shown to whom, and a repeated delivery moves nobody’s turn', async () => {
    const first = await shownTo(ANNA, 'rådgivere eksport Viborg');
    const kept = await world.unitOfWork.read(({ advisers }) => advisers.showing(first.showing));
    expect(kept).toMatchObject({
      person: ANNA,
      organisation: 'les-791',
      area: 'internationalisation',
      municipality: '791',
      fitting: 4,
      advisers: first.shown.map(({ adviser }) => adviser.id),
    });
    const shares = await world.unitOfWork.read(({ advisers }) => advisers.sharesOf('internationalisation'));
    expect(shares.map(({ shown }) => shown)).toEqual([1, 1, 1]);
  });

  it('fills up to three from elsewhere, and says who does not serve the municipality', async () => {
    const { shown, fitting } = await shownTo(ANNA, 'rådgivere eksport Bornholm');
    expect(fitting).toBe(2);
    expect(
      shown
        .filter(({ serves }) => serves)
        .map(({ adviser }) => adviser.id)
        .sort(),
    ).toEqual(['aa', 'cc']);
    expect(shown).toHaveLength(3);
    expect((await answersTo(ANNA, 'rådgivere eksport Bornholm')).text).toContain(
      'Dækker behovet, men ikke kommunen.',
    );
  });

  it('marks a consultant’s own company and does not hide it', async () => {
    const anna = await world.unitOfWork.read(({ people }) => people.get(ANNA));
    if (!anna) throw new Error('no Anna');
    await world.unitOfWork.run(({ people }) => people.save({ ...anna, companies: ['25313763'] }));
    const words: string[] = [];
    for (let at = 0; at < 4; at++) words.push((await answersTo(ANNA, 'rådgivere eksport Viborg')).text);
    expect(words.filter((one) => one.includes('Rådgiver BB'))).toHaveLength(3);
    for (const one of words) expect(one.includes('din egen virksomhed')).toBe(one.includes('Rådgiver BB'));
    expect((await answersTo(BO, 'rådgivere eksport Viborg')).text).not.toContain('din egen virksomhed');
  });

  it('asks for a need where none is read, and says where nobody is listed, in English too', async () => {
    expect((await answersTo(ANNA, 'rådgivere')).text).toContain('Hvad skal virksomheden have hjælp til?');
    await world.do(ANNA, readCommand('sprog en'));
    expect((await answersTo(ANNA, 'advisers patents')).text).toContain('no advisers for this need yet');
    expect((await answersTo(ANNA, 'advisers export')).text).toContain('Languages: Danish, English');
  });
});

describe('the choice of an adviser', () => {
  const choose = (person: string, adviser: string, caseId: string, showing = '') =>
    world.do(person, {
      name: 'advisers',
      verb: 'advisers.choose',
      input: { adviser, case: caseId, showing },
    });
  const choices = (caseId: string) => world.unitOfWork.read(({ advisers }) => advisers.choicesOf(caseId));
  const told = async () => {
    const rows = await world.queue.claim('t', '2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z', 1_000);
    return rows.flatMap(({ effect, about }) =>
      effect.kind === 'tell.person' && effect.notice === 'referral-asked' ? [[effect.person, about]] : [],
    );
  };
  const askNow = () => askUptake({ unitOfWork: world.unitOfWork }, world.clock.now());

  it('is a referral on the case, by actor and name, with the showing that it came from', async () => {
    const kase = await logCase(world, ANNA, { areas: 'certification' });
    const { showing } = await shownTo(ANNA, 'rådgivere eksport Viborg');
    await choose(ANNA, 'aa', kase.id, showing);
    await choose(ANNA, 'Rådgiver DD', kase.id);
    expect((await caseNow(world, kase.id)).referrals).toMatchObject([
      { to: 'private-adviser', name: 'Rådgiver AA', uptake: 'unknown', by: { person: ANNA } },
      { to: null, name: 'Rådgiver DD' },
    ]);
    expect(await choices(kase.id)).toMatchObject([
      { adviser: 'aa', showing, person: ANNA, own: false, askAt: '2027-01-19T09:00:00.000Z' },
      { adviser: 'dd', showing: null },
    ]);
  });

  it('is refused for an unknown or ended adviser, an unknown case, and to those without a part in it', async () => {
    const kase = await logCase(world, ANNA, { areas: 'certification' });
    for (const [person, adviser, caseId, code] of [
      [ANNA, 'ended', kase.id, 'unknown-adviser'],
      [ANNA, 'nobody', kase.id, 'unknown-adviser'],
      [ANNA, 'aa', 'no-such-case', 'unknown-case'],
      [ANNA, 'aa', '', 'case-needed'],
    ] as const) {
      const { answers } = await choose(person, adviser, caseId);
      expect(answers).toMatchObject([{ kind: 'refused', refusal: { code } }]);
    }
    await choose(BO, 'aa', kase.id);
    expect((await caseNow(world, kase.id)).referrals ?? []).toEqual([]);
    expect(await choices(kase.id)).toEqual([]);
  });

  it('is asked about after 60 days, once, of the one who referred', async () => {
    const kase = await logCase(world, ANNA, { areas: 'certification' });
    await choose(ANNA, 'aa', kase.id);
    world.clock.pass(60 * 24 - 1);
    expect(await askNow()).toBe(0);
    world.clock.pass(1);
    expect(await askNow()).toBe(1);
    expect(await askNow()).toBe(0);
    expect(await told()).toEqual([[ANNA, kase.id]]);
  });

  it('is asked about on the case that lives on, where two were merged', async () => {
    const older = await logCase(world, ANNA, { areas: 'networks-courses' });
    world.clock.pass(1);
    const younger = await logCase(world, ANNA, { areas: 'business-plan' });
    await choose(ANNA, 'aa', younger.id);
    await act(world, ANNA, older.id, 'case.merge', { other: younger.id, confirm: 'true' });
    world.clock.pass(60 * 24);
    expect(await askNow()).toBe(1);
    expect(await told()).toEqual([[ANNA, older.id]]);
  });

  it('is not asked about where it is known, or the case entered in error', async () => {
    const known = await logCase(world, ANNA, { areas: 'certification' });
    await choose(ANNA, 'aa', known.id);
    await act(world, ANNA, known.id, 'case.refer', {
      to: 'private-adviser',
      name: 'Rådgiver AA',
      uptake: 'used',
    });
    world.clock.pass(60 * 24);
    expect(await askNow()).toBe(0);
    expect(await told()).toEqual([]);
  });
});

describe('typed', () => {
  it.each([
    ['vælg rådgiver Nordisk Eksport K3F9-QTX2', { adviser: 'Nordisk Eksport', case: 'K3F9-QTX2' }],
    ['vælg rådgiver K3F9-QTX2 Nordisk Eksport', { adviser: 'Nordisk Eksport', case: 'K3F9-QTX2' }],
    ['choose adviser nordisk-eksport k3f9-qtx2', { adviser: 'nordisk-eksport', case: 'K3F9-QTX2' }],
    ['vælg rådgiver Nordisk Eksport', { adviser: 'Nordisk Eksport' }],
  ])('%s', (text, input) => {
    expect(readCommand(text)).toEqual({ name: 'advisers', verb: 'advisers.choose', input });
  });
});
