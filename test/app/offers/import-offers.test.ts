import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importOffers } from '../../../src/app/offers/import-offers.ts';
import { catalogueOf } from '../../../src/core/offers/catalogue.ts';
import { type Offer, offerSchema } from '../../../src/core/offers/offer.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** An import puts all offers in or none; a search shows some of them, those of the need first. */

const [ANNA, CARLA] = ['anna-holm', 'carla-winther'];
let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps' });
});
afterEach(() => world.close());

const offerOf = (id: string, more: Partial<Offer> = {}): Offer =>
  offerSchema.parse({
    id,
    kind: 'programme',
    name: `Skovprogram ${id}`,
    owner: 'Erhvervsstyrelsen',
    areas: ['certification'],
    forWhom: { da: 'Små virksomheder', en: 'Small companies' },
    source: 'Erhvervsstyrelsen',
    ...more,
  });
const put = (...offers: readonly Offer[]) =>
  world.unitOfWork.run((stores) =>
    importOffers(
      stores,
      offers.map((offer, at) => ({ line: at + 2, offer })),
      world.clock.now(),
    ),
  );
const stored = async () =>
  (await world.unitOfWork.read(({ offers }) => offers.all())).map(({ id }) => id).sort();

describe('an import', () => {
  it('counts what is new and what replaces a known id, imported or built in', async () => {
    const [built] = catalogueOf([]).listed;
    if (!built) throw new Error('no built-in offer');
    expect(await put(offerOf('aa'), offerOf('bb'))).toEqual({ ok: true, added: 2, replaced: 0 });
    expect(await put(offerOf('bb', { name: 'Andet' }), offerOf('cc'))).toEqual({
      ok: true,
      added: 1,
      replaced: 1,
    });
    expect(await put({ ...built.offer, source: 'Egen' })).toEqual({ ok: true, added: 0, replaced: 1 });
    expect(await stored()).toEqual(['aa', 'bb', 'cc', built.offer.id].sort());
  });

  it('with a fault puts nothing in, and names it', async () => {
    expect(await put(offerOf('aa'), offerOf('bb'), offerOf('aa'))).toEqual({
      ok: false,
      problems: [{ line: 4, column: 'id', code: 'id-twice', about: 'aa', other: '2' }],
    });
    expect(await stored()).toEqual([]);
  });
});

describe('a search', () => {
  type Search = {
    words?: string;
    areas?: readonly ('certification' | 'financing')[];
    kind?: 'programme' | null;
  };
  const search = async (
    person: string,
    { words = '', areas = [], kind = null }: Search,
    municipality?: '751',
  ) => {
    const command = { name: 'offers', words, areas, kind, municipality } as const;
    const [answer] = (await world.do(person, command as never)).answers;
    if (answer?.kind !== 'offers') throw new Error(JSON.stringify(answer));
    return answer;
  };

  it('by words shows six and counts the others; one without words shows all', async () => {
    await put(...['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh'].map((id) => offerOf(id)));
    const found = await search(ANNA, { words: 'skovprogram' });
    expect([found.offers.length, found.more]).toEqual([6, 2]);
    const all = await search(ANNA, {});
    expect(all.offers.length).toBeGreaterThan(8);
    expect(all.more).toBe(0);
    expect(all.day).toBe('2026-11-20');
    await put(offerOf('solo', { name: 'Sololøbet' }));
    const one = await search(ANNA, { words: 'sololøbet' });
    expect([one.offers.map(({ id }) => id), one.more]).toEqual([['solo'], 0]);
  });

  it('names six that are not to be had now, at most', async () => {
    const ids = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg'];
    await put(...ids.map((id) => offerOf(id, { validTo: '2026-11-19' })));
    const found = await search(ANNA, { words: 'skovprogram' });
    expect([found.offers, found.notNow.length]).toEqual([[], 6]);
  });

  it('is within the municipality asked for, the reader’s own, or those of their house', async () => {
    await put(
      offerOf('viborg', { places: ['791'] }),
      offerOf('aarhus', { places: ['751'] }),
      offerOf('fyn', { places: ['ehm-fyn'] }),
    );
    const ids = async (...given: Parameters<typeof search>) => {
      const { offers, municipality, house } = await search(...given);
      return [
        offers
          .map(({ id }) => id)
          .sort()
          .join(),
        municipality,
        house,
      ];
    };
    const words = 'skovprogram';
    expect(await ids(ANNA, { words })).toEqual(['viborg', '791', 'ehm-midtjylland']);
    expect(await ids(ANNA, { words }, '751')).toEqual(['aarhus', '751', 'ehm-midtjylland']);
    expect(await ids(CARLA, { words })).toEqual(['aarhus,viborg', null, 'ehm-midtjylland']);
    expect(await ids(CARLA, { words }, '751')).toEqual(['aarhus', '751', 'ehm-midtjylland']);
  });

  it('takes the needs that were typed, else those understood, else the likely ones where that finds nothing', async () => {
    await put(offerOf('aa'));
    world.understood = () => ({ chosen: ['certification'], offered: ['financing'] });
    expect((await search(ANNA, { words: 'x', areas: ['financing'] })).areas).toEqual(['financing']);
    expect((await search(ANNA, { words: 'x' })).areas).toEqual(['certification']);
    world.understood = () => ({ chosen: [], offered: ['certification'] });
    const likely = await search(ANNA, { words: 'x' });
    expect(likely.areas).toEqual(['certification']);
    expect(likely.offers.map(({ id }) => id)).toContain('aa');
  });
});
