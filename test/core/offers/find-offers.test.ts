import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../src/core/offers/catalogue.ts';
import { findOffers } from '../../../src/core/offers/find-offers.ts';
import { offerClashes } from '../../../src/core/offers/import-offers.ts';
import { isValidOn, type Offer, offerSchema, reaches, servesPlace } from '../../../src/core/offers/offer.ts';

/** What an offer is, how the best is found, and what keeps a file of them from being imported. */

const DAY = '2026-11-20';
const WHOLE = {
  id: 'an-offer',
  kind: 'programme',
  name: 'Et tilbud',
  owner: 'Erhvervsstyrelsen',
  forWhom: { da: 'Alle', en: 'Everybody' },
  source: 'Erhvervsstyrelsen',
};
const offerOf = (more: object = {}): Offer => offerSchema.parse({ ...WHOLE, ...more });

describe('an offer', () => {
  it('is for everybody, everywhere and always where nobody says otherwise', () => {
    expect(offerOf()).toEqual({
      ...WHOLE,
      nameEn: null,
      code: null,
      areas: [],
      stages: [],
      growthOnly: false,
      places: [],
      notPlaces: [],
      criteria: null,
      validFrom: null,
      validTo: null,
      link: null,
      funds: 'unknown',
    });
  });

  it.each<[object, boolean]>([
    [{ id: 'ab' }, true],
    [{ id: `a${'b'.repeat(59)}` }, true],
    [{ id: `a${'b'.repeat(60)}` }, false],
    [{ id: 'a' }, false],
    [{ id: '-ab' }, false],
    [{ id: 'Ab' }, false],
    [{ id: 'ab c' }, false],
    [{ id: ' ab' }, false],
    [{ name: ' ' }, false],
    [{ name: 'x'.repeat(120) }, true],
    [{ name: 'x'.repeat(121) }, false],
    [{ nameEn: ' ' }, false],
    [{ nameEn: 'x'.repeat(121) }, false],
    [{ owner: ' ' }, false],
    [{ owner: 'x'.repeat(121) }, false],
    [{ source: ' ' }, false],
    [{ source: 'x'.repeat(121) }, false],
    [{ forWhom: { da: 'Alle' } }, false],
    [{ forWhom: { da: ' ', en: 'x' } }, false],
    [{ forWhom: { da: 'x'.repeat(600), en: 'x' } }, true],
    [{ forWhom: { da: 'x'.repeat(601), en: 'x' } }, false],
    [{ link: 'https://example.com/' }, true],
    [{ link: 'http://example.com/' }, false],
    [{ link: `https://example.com/${'x'.repeat(280)}` }, true],
    [{ link: `https://example.com/${'x'.repeat(281)}` }, false],
    [{ funds: 'plenty' }, false],
    [{ price: 'free' }, false],
  ])('%j can be one: %s', (more, can) => {
    expect(offerSchema.safeParse({ ...WHOLE, ...more }).success).toBe(can);
  });

  it('has no space around its words', () => {
    const words = { da: ' Alle ', en: ' All ' };
    expect(
      offerOf({ name: ' A ', nameEn: ' B ', owner: ' C ', source: ' D ', forWhom: words, criteria: words }),
    ).toMatchObject({
      name: 'A',
      nameEn: 'B',
      owner: 'C',
      source: 'D',
      forWhom: { da: 'Alle', en: 'All' },
      criteria: { da: 'Alle', en: 'All' },
    });
  });

  it.each([
    [null, null, DAY, true],
    [DAY, DAY, DAY, true],
    ['2026-11-21', null, DAY, false],
    [null, '2026-11-19', DAY, false],
    // Of an unknown day.
    [null, null, '', true],
    ['2026-11-21', null, '', true],
    [null, '2999-01-01', '', false],
  ])('from %s to %s is valid on %j: %s', (validFrom, validTo, day, valid) => {
    expect(isValidOn({ validFrom, validTo }, day)).toBe(valid);
  });

  it.each<[Pick<Offer, 'places' | 'notPlaces'>, boolean]>([
    [{ places: [], notPlaces: [] }, true],
    [{ places: ['791'], notPlaces: [] }, true],
    [{ places: ['751', '791'], notPlaces: [] }, true],
    [{ places: ['751'], notPlaces: [] }, false],
    [{ places: ['ehm-midtjylland'], notPlaces: [] }, true],
    [{ places: ['ehm-fyn'], notPlaces: [] }, false],
    [{ places: [], notPlaces: ['791'] }, false],
    [{ places: [], notPlaces: ['751'] }, true],
    [{ places: ['ehm-midtjylland'], notPlaces: ['751', '791'] }, false],
    [{ places: ['ehm-midtjylland'], notPlaces: ['ehm-midtjylland'] }, false],
  ])('%j reaches Viborg: %s', (places, does) => {
    expect(reaches(offerOf(places), '791')).toBe(does);
    if (places.notPlaces.length === 0) expect(servesPlace(places.places, '791')).toBe(does);
  });
});

describe('a search among offers', () => {
  const found = (some: readonly object[], words: string, more: object = {}) =>
    findOffers(
      {
        listed: some.map((one, at) => ({
          offer: offerOf({ id: `offer-${at + 1}`, ...one }),
          imported: true,
        })),
      },
      { words, areas: [], kind: null, within: ['791'], day: DAY, ...more },
    );
  /** The numbers of the offers, in the order found. */
  const order = (...asked: Parameters<typeof found>) =>
    found(...asked).offers.map(({ id }) => Number(id.slice(6)));

  it('has the whole name first, then one with more, a need, part of a name, and terms', () => {
    const some = [
      { forWhom: { da: 'Grøn omstilling', en: 'x' } },
      { name: 'Grøn pulje' },
      { name: 'Tilskud', areas: ['csr'] },
      { name: 'Grøn omstilling i SMV' },
      { name: 'Grøn omstilling' },
    ];
    expect(order(some, 'grøn omstilling', { areas: ['csr'] })).toEqual([5, 4, 3, 2, 1]);
    expect(order(some, 'grøn omstilling')).toEqual([5, 4, 2, 1]);
  });

  it('counts a need beside a name, and terms beside a need', () => {
    const csr = { areas: ['csr'] };
    const some = [
      { name: 'Pulje', ...csr },
      { name: 'Pulje', owner: 'Grønfonden', ...csr },
      { name: 'Grøn pulje' },
    ];
    expect(order(some, 'grøn xxxx', csr)).toEqual([2, 1, 3]);
    expect(order([...some.slice(0, 2), { name: 'Grøn pulje', ...csr }], 'grøn xxxx', csr)).toEqual([3, 2, 1]);
  });

  it.each<[string, object, boolean]>([
    ['eksport', { name: 'Eksport' }, true],
    ['eksport', { name: 'Eksport' }, true],
    ['ekspo', { name: 'Eksportsparring' }, true],
    ['export', { nameEn: 'Export advice' }, true],
    ['sport', { name: 'Eksport' }, false],
    // Short words are found whole.
    ['smv', { name: 'SMV Digital' }, true],
    ['smv', { name: 'SMVer' }, false],
    ['smw', { name: 'SMV' }, false],
    ['digi', { name: 'Digitalt' }, true],
    ['dig', { name: 'Digitalt' }, false],
    // A part of a name.
    ['eksport hest', { name: 'Eksport' }, true],
    ['til hest', { name: 'Hjælp til eksport' }, false],
    // Terms.
    ['maskiner', { forWhom: { da: 'Maskiner', en: 'x' } }, true],
    ['machines', { forWhom: { da: 'x', en: 'Machines' } }, true],
    ['maskiner', { criteria: { da: 'Maskiner', en: 'x' } }, true],
    ['machines', { criteria: { da: 'x', en: 'Machines' } }, true],
    ['fonden', { owner: 'Fonden' }, true],
    ['for', { forWhom: { da: 'for maskiner', en: 'x' } }, false],
    ['undefined', {}, false],
    ['null', {}, false],
  ])('%j finds %j: %s', (words, offer, finds) => {
    expect(order([offer], words)).toEqual(finds ? [1] : []);
  });

  it('has those with funds before those without, and else the order of the list', () => {
    const some = [{ funds: 'closed' }, { funds: 'open' }, { funds: 'unknown' }];
    expect(order(some, '')).toEqual([2, 3, 1]);
    expect(order(some, 'tilbud')).toEqual([2, 3, 1]);
  });

  it('keeps to kind, place and day', () => {
    const some = [{ kind: 'tool' }, { places: ['751'] }, { places: ['101'] }, { validTo: '2026-11-19' }];
    expect(order(some, '', { kind: 'tool' })).toEqual([1]);
    expect(order(some, '', { kind: 'programme', within: ['791', '751'] })).toEqual([2]);
    expect(order(some, '', { within: [] })).toEqual([]);
  });

  it('says what has ended only where it was asked for by its name', () => {
    const ended = { name: 'Grøn pulje', validTo: '2026-11-19', areas: ['csr'] };
    const notNow = (words: string) => found([ended], words, { areas: ['csr'] }).notNow.length;
    expect([notNow('grøn pulje'), notNow('pulje'), notNow('')]).toEqual([1, 1, 0]);
    expect(found([ended], 'hest', { areas: ['csr'] }).notNow).toEqual([]);
    expect(found([ended], 'pulje hest').notNow).toEqual([]);
    expect(found([ended], 'pulje').offers).toEqual([]);
    expect(found([{ name: 'Grøn pulje' }], 'pulje').notNow).toEqual([]);
  });
});

describe('the standing of an offer', () => {
  const asked = { kind: 'programme', name: 'Grøn pulje', municipality: '791' } as const;
  const green = (more: object = {}) => offerOf({ name: 'Grøn pulje', ...more });
  const standing = (offers: readonly Offer[], more: object = {}, day = DAY) =>
    catalogueOf(offers).standing({ ...asked, ...more }, day);

  it.each<[string, readonly Offer[], object, string]>([
    ['one that is there', [green()], {}, 'offered'],
    ['one by a name written otherwise', [green()], { name: ' grøn  PULJE!' }, 'offered'],
    ['one of another name', [green()], { name: 'Rød pulje' }, 'unknown'],
    ['one of another kind', [green()], { kind: 'service' }, 'unknown'],
    ['one by its code', [green({ code: 'green' })], { name: 'green' }, 'offered'],
    ['one that goes by a code', [green({ code: 'green' })], {}, 'unknown'],
    ['one that has ended', [green({ validTo: '2026-11-19' })], {}, 'ended'],
    ['one of elsewhere', [green({ places: ['101'] })], {}, 'ended'],
    ['one without money', [green({ funds: 'closed' })], {}, 'no-funds'],
    ['two, one of which has money', [green({ funds: 'closed' }), green({ id: 'another' })], {}, 'offered'],
    [
      'two, one of which has ended',
      [green({ validTo: '2026-11-19' }), green({ id: 'another', funds: 'closed' })],
      {},
      'no-funds',
    ],
    ['that of the local offices', [green({ owner: 'les' })], { level: 'les' }, 'offered'],
    ['that of the houses', [green({ owner: 'ehm' })], { level: 'les' }, 'unknown'],
    ['that of a level, for whoever has no level', [green({ owner: 'ehm' })], {}, 'offered'],
    ['that of somebody else', [green()], { level: 'les' }, 'offered'],
  ])('%s', (_, offers, more, expected) => expect(standing(offers, more)).toBe(expected));

  it('is listed after the built-in ones by id, or in place of one', () => {
    const built = catalogueOf([]).listed;
    const first = built[0]?.offer;
    if (!first) throw new Error('no built-in offer');
    const { listed } = catalogueOf([green({ id: 'zz' }), green({ id: 'aa' }), { ...first, name: 'Anew' }]);
    expect(built.every(({ imported }) => !imported)).toBe(true);
    expect(listed).toHaveLength(built.length + 2);
    expect(listed[0]).toMatchObject({ offer: { id: first.id, name: 'Anew' }, imported: true });
    expect(listed[1]).toEqual(built[1]);
    expect(listed.slice(-2).map(({ offer, imported }) => [offer.id, imported])).toEqual([
      ['aa', true],
      ['zz', true],
    ]);
  });
});

describe('a file of offers', () => {
  const rows = (...some: readonly object[]) =>
    some.map((more, at) => ({ line: at + 2, offer: offerOf(more) }));
  const stored = [offerOf({ id: 'old', name: 'Gammel pulje' })];

  it.each<[string, ReturnType<typeof rows>, readonly object[]]>([
    ['new ones', rows({ id: 'aa', name: 'A' }, { id: 'bb', name: 'B' }), []],
    ['one anew', rows({ id: 'old', name: 'Gammel pulje' }), []],
    [
      'one by another name, whose name is free then',
      rows({ id: 'old', name: 'Ny' }, { id: 'aa', name: 'Gammel pulje' }),
      [],
    ],
    ['the name of another owner’s', rows({ id: 'aa', name: 'Gammel pulje', owner: 'Fonden' }), []],
    ['the name of another kind', rows({ id: 'aa', name: 'Gammel pulje', kind: 'service' }), []],
    [
      'an id twice and thrice',
      rows(
        { id: 'aa', name: 'A' },
        { id: 'bb', name: 'B' },
        { id: 'aa', name: 'C' },
        { id: 'aa', name: 'D' },
      ),
      [
        { line: 4, column: 'id', code: 'id-twice', about: 'aa', other: '2' },
        { line: 5, column: 'id', code: 'id-twice', about: 'aa', other: '2' },
      ],
    ],
    [
      'a stored one as another kind',
      rows({ id: 'old', name: 'Gammel pulje', kind: 'tool' }),
      [{ line: 2, column: 'kind', code: 'other-kind', about: 'tool', other: 'programme' }],
    ],
    [
      'a built-in one as another kind',
      rows({ id: 'smv-digital', kind: 'actor' }),
      [{ line: 2, column: 'kind', code: 'other-kind', about: 'actor', other: 'programme' }],
    ],
    [
      'a name twice',
      rows({ id: 'aa', name: 'Grøn pulje' }, { id: 'bb', name: 'grøn  PULJE!' }),
      [{ line: 3, column: 'name', code: 'name-twice', about: 'grøn  PULJE!', other: 'aa' }],
    ],
    [
      'the name of a stored one',
      rows({ id: 'aa', name: 'gammel pulje' }),
      [{ line: 2, column: 'name', code: 'name-twice', about: 'gammel pulje', other: 'old' }],
    ],
  ])('with %s', (_, read, problems) => {
    const clashes = offerClashes(read, stored);
    expect(clashes).toHaveLength(problems.length);
    expect(clashes).toMatchObject(problems);
  });
});
