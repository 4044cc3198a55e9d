import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseSubject } from '../../src/app/data-subject.ts';
import type { LanguageModel } from '../../src/app/ports/language-model.ts';
import type { Area } from '../../src/core/vocabulary.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { converse } from '../app/transcript.ts';
import { buttonsOn, wordsOn } from '../flows/card-hands.ts';
import {
  type Answered,
  activityOf,
  channelOf,
  chatOf,
  openTeamsWorld,
  type TeamsWorld,
} from '../flows/teams-world.ts';

/** What phone staff type with a caller on the line, and what the bot makes of it: transcripts through the whole service. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld({ language: sure });
});
afterEach(() => world.close());

/** Words whose need nobody doubts. How sure the model is of a need is measured elsewhere; here it is what comes of it. */
const PLAIN: readonly (readonly [RegExp, Area])[] = [
  [/eksport|export/i, 'internationalisation'],
  [/byggetilladelse|byggesag/i, 'authority-permits'],
  [/finansiering/i, 'financing'],
];
const real = createLanguageModel();
/** Understands as the product does, and is sure of the plain words. */
const sure: LanguageModel = {
  needChange: real.needChange,
  understand(text, today) {
    const understood = real.understand(text, today);
    const chosen = PLAIN.flatMap(([word, area]) => (word.test(text) ? [area] : []));
    const depthOf = (area: Area) => understood.areas.find((one) => one.area === area)?.depth;
    return {
      ...understood,
      areas: chosen.map((area) => {
        const depth = depthOf(area);
        return { area, confidence: 0.95, ...(depth && { depth }), because: [] };
      }),
      chosen,
      offered: [],
    };
  },
};

const anna = chatOf('anna-holm');
const house = channelOf('ehm-midtjylland');
const words = (messages: readonly Answered[]) =>
  messages.map(({ text, card }) => `${text}\n${card ? wordsOn(card) : ''}`).join('\n');
const annaSays = (lines: Parameters<typeof converse>[3]) => converse(world, 'anna-holm', anna, lines);
const draft = () => world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
const cases = () => world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
/** A minute passes, so that what comes later is later. */
const later = () => world.clock.set(new Date(Date.parse(world.clock.now()) + 60_000).toISOString());

const WHOLE =
  'Hansen VVS cvr 25313763 skal have lavet en eksportstrategi, ring til Mette på 40411234, ok at dele';

describe('one line that says it all', () => {
  beforeEach(async () => {
    await world.close();
    world = await openTeamsWorld();
  });

  it.each([
    ['logged in the personal chat', anna, `log ${WHOLE}`],
    ['typed without a command', anna, WHOLE],
    ['logged in the office’s channel', channelOf('les-791'), `<at>Indgang</at> log ${WHOLE}`],
  ])(
    '%s is a case in the right office’s queue with two interactions: the line, and one click',
    async (_, place, line) => {
      const [decision] = await world.say('anna-holm', place, line);
      expect(wordsOn(decision?.card)).toContain('Den rette dør: Erhvervshus Midtjylland');
      await world.click('anna-holm', place, decision?.card, 'intake.confirm');
      await world.deliver();
      const [posted] = world.standing(house);
      expect(wordsOn(posted?.card)).toContain('Hansen VVS ApS');
      expect((await cases()).map(({ values }) => values)).toMatchObject([
        {
          cvr: '25313763',
          municipality: '791',
          areas: ['internationalisation'],
          contactName: 'Mette',
          contactPhone: '40411234',
          consent: 'consent',
        },
      ]);
    },
  );

  it('needs one word where words are typed instead of clicks', () =>
    annaSays([
      [`log ${WHOLE}`, 'Den rette dør: Erhvervshus Midtjylland'],
      ['bekræft', 'er oprettet og sendt til Erhvervshus Midtjylland', 'Mette'],
    ]));
});

describe('half a line', () => {
  it('is asked what can change the door and whom to call, and nothing else', () =>
    annaSays([
      // The register knows the rest of a company that is named: CVR number, municipality, age, employees.
      [
        'log Hansen VVS mangler byggetilladelse',
        'Hvem skal vi kontakte?',
        'not Hvilken kommune',
        'not Hvor langt',
      ],
      ['Mette 40411234', 'Den rette dør er jeres egen: LES Viborg', 'Hansen VVS ApS'],
    ]));

  it('that says no more than whom to call is asked for the company, its place, and what it needs', () =>
    annaSays([
      ['log ring til Mette 40411234', 'Hvilken virksomhed'],
      ['har ikke cvr', 'Hvilken kommune'],
      ['Viborg', 'Hvad har de brug for?'],
      ['byggetilladelse', 'Den rette dør er jeres egen: LES Viborg', 'not Hvem skal vi kontakte?'],
    ]));

  it('takes more than one answer where the next line says more', () =>
    annaSays([
      ['log noget om en byggetilladelse', 'Hvilken virksomhed'],
      ['har ikke cvr', 'Hvilken kommune'],
      [
        'de ligger i Viborg, ring 40411234',
        'Den rette dør er jeres egen: LES Viborg',
        'not Hvem skal vi kontakte?',
      ],
    ]));
});

describe('lines that contradict', () => {
  it('the register: it is said which is used, and how to put it right', () =>
    annaSays([
      [
        'log Hansen VVS cvr 25313763 i Aarhus mangler byggetilladelse, ring 40411234',
        'CVR-registret siger noget andet: Viborg, ikke Aarhus.',
        'skriv "ret kommune Aarhus"',
        'dør er jeres egen: LES Viborg',
      ],
      ['ret kommune Aarhus', 'LES Aarhus', 'not CVR-registret siger'],
    ]));

  it('each other: the later one counts, and both stay in the text', async () => {
    await annaSays([
      ['log en mand med byggetilladelse i Viborg, ring 40411234', 'Hvilken virksomhed'],
      ['har ikke cvr', 'dør er jeres egen: LES Viborg'],
      ['de ligger i Aarhus', 'LES Aarhus'],
    ]);
    expect((await draft())?.values.description).toBe(
      'en mand med byggetilladelse i Viborg, ring 40411234\nde ligger i Aarhus',
    );
  });

  it('the check digit: a mistyped CVR number is named, and the next one taken', () =>
    annaSays([
      [
        'log Nordlys Bageri cvr 87654323 i Viborg mangler byggetilladelse, ring 40411234',
        'ikke et gyldigt CVR-nummer',
      ],
      ['ret cvr 25313763', 'Hansen VVS ApS', 'not ikke et gyldigt'],
    ]));
});

describe('a correction in the middle', () => {
  it('of the place keeps the need, though the question was another', () =>
    annaSays([
      [
        'log Hansen VVS cvr 25313763 vil sælge til Tyskland, eksport',
        'Eksport og internationalisering: gælder et af følgende',
      ],
      ['nej forresten, de ligger i Aarhus', 'Eksport og internationalisering: gælder et af følgende'],
      ['et program', 'Hvem skal vi kontakte?'],
      ['40411234', 'Hansen VVS ApS · Aarhus · Eksport og internationalisering'],
    ]));

  it('of the need is no answer to the question asked, whatever words it is made of', async () => {
    await annaSays([
      ['log Hansen VVS cvr 25313763, eksport', 'Eksport og internationalisering: gælder et af følgende'],
      [
        'nej, det er finansiering de mangler',
        'Tilføjet: Finansiering. Fjernet: Eksport og internationalisering.',
        'Finansiering: gælder et af følgende',
        'not · Eksport og',
      ],
      ['ret behov byggesag', 'Hvem skal vi kontakte?'],
    ]);
    expect((await draft())?.values.areas).toEqual(['authority-permits']);
  });

  it('is kept as a labelled example where the words had been understood otherwise', async () => {
    await annaSays([
      ['log Hansen VVS cvr 25313763 vil sælge til Tyskland, eksport', 'Eksport'],
      ['ret behov finansiering', 'Finansiering'],
      ['ring 40411234', 'Finansiering'],
      ['et program', 'dør'],
      ['bekræft offentlig opgave', 'er oprettet'],
    ]);
    expect(await world.service.unitOfWork.run((stores) => stores.examples.all())).toEqual([
      expect.objectContaining({
        text: expect.stringContaining('vil sælge til Tyskland, eksport'),
        areas: ['financing'],
      }),
    ]);
  });
});

describe('a correction that was kept', () => {
  const kept = () => world.service.unitOfWork.run((stores) => stores.examples.all());

  const correct = () =>
    annaSays([
      ['log Hansen VVS cvr 25313763 vil sælge til Tyskland, eksport', 'Eksport'],
      ['ret behov finansiering', 'Finansiering'],
      ['ring 40411234', 'Finansiering'],
    ]);

  it('is no example as long as it is a draft: no basis is known', async () => {
    await correct();
    expect(await kept()).toEqual([]);
  });

  it('of a case is forgotten with its company, though more was typed after it', async () => {
    await correct();
    await annaSays([
      ['et program', 'dør'],
      ['bekræft offentlig opgave', 'er oprettet'],
    ]);
    expect(await kept()).toHaveLength(1);
    await eraseSubject(world.service.deps, { kind: 'company', cvr: '25313763' }, world.clock.now());
    expect(await kept()).toEqual([]);
  });
});

describe('a second company in the same conversation', () => {
  const first = 'log Hansen VVS cvr 25313763 vil sælge til Tyskland, eksport';

  it.each([
    ['with log', 'log Bjerregaards Bageri mangler byggetilladelse, ring 20304050'],
    ['with its CVR number', 'cvr 99100281 mangler byggetilladelse, ring 20304050'],
    ['with its name first', 'Bjerregaards Bageri mangler byggetilladelse, ring 20304050'],
  ])('%s has an intake of its own, with nothing of the first', async (_, line) => {
    await annaSays([[first, 'Eksport og internationalisering: gælder et af følgende']]);
    later();
    await annaSays([
      [line, 'dør er jeres egen: LES Viborg', 'Bjerregaards Bageri', 'not Hansen VVS ApS ·'],
      ['bekræft samtykke', 'er oprettet', 'Bjerregaards Bageri', '20 30 40 50'],
    ]);
    expect((await cases()).map(({ values }) => [values.cvr, values.areas])).toEqual([
      ['99100281', ['authority-permits']],
    ]);
  });

  it('leaves the first where it was: it can be gone on with', async () => {
    await annaSays([[first, 'gælder et af følgende']]);
    later();
    await annaSays([
      ['log Bjerregaards Bageri mangler byggetilladelse, ring 20304050', 'dør er jeres egen: LES Viborg'],
      ['bekræft samtykke', 'er oprettet'],
      ['ny', 'Du har en kladde liggende', 'Hansen VVS ApS'],
      ['fortsæt', 'Eksport og internationalisering: gælder et af følgende'],
    ]);
  });

  it('is not seen in the same company by a shorter name, or in a name further on', async () => {
    await annaSays([
      [first, 'gælder et af følgende'],
      ['Hansen VVS ringer fra 40411234', 'Eksport og internationalisering: gælder et af følgende'],
      ['et program', 'Hansen VVS ApS', 'Eksport'],
    ]);
    expect((await draft())?.values).toMatchObject({ cvr: '25313763', contactPhone: '40411234' });
  });
});

describe('an English line', () => {
  const line = 'log Hansen VVS cvr 25313763 wants to export to Germany, call Mette on 40411234';

  it('is understood, and answered in Danish to whoever speaks Danish', () =>
    annaSays([
      [line, 'Eksport og internationalisering: gælder et af følgende?', 'not Export'],
      ['et program', 'Den rette dør: Erhvervshus Midtjylland', 'not door'],
      ['bekræft offentlig opgave', 'er oprettet og sendt', 'Mette', '40 41 12 34'],
    ]));

  it('is answered in English to whoever chose English', () =>
    annaSays([
      ['language en', 'English'],
      [line, 'Export and internationalisation: does any of these apply?', 'not Eksport og'],
      ['a programme', 'The right door: Erhvervshus Midtjylland', 'not dør'],
    ]));
});

describe('a line in doubt', () => {
  /** Understands everything but the need, for which it has three guesses. */
  const doubting: LanguageModel = {
    needChange: real.needChange,
    understand: (text, today) => ({
      ...real.understand(text, today),
      chosen: [],
      offered: ['financing', 'crisis', 'sales-marketing'],
    }),
  };
  const offeredOn = (card: unknown): readonly string[] =>
    buttonsOn(card).flatMap(({ verb, data, title }) =>
      verb === 'intake.answer' && typeof data.areas === 'string' && data.areas !== 'unclear' ? [title] : [],
    );

  it('has its needs on buttons, and one click puts it right', async () => {
    await world.close();
    world = await openTeamsWorld({ language: doubting });
    const [question] = await world.say(
      'anna-holm',
      anna,
      'log Hansen VVS cvr 25313763, noget med penge, ring 40411234',
    );
    expect(words([question as Answered])).toContain('Det kan være et af dem, der står som knapper.');
    expect(offeredOn(question?.card)).toEqual([
      'Finansiering',
      'Virksomhed i krise',
      'Salg og markedsføring',
    ]);
    expect((await draft())?.values.areas).toBeUndefined();
    const financing = buttonsOn(question?.card).find(({ title }) => title === 'Finansiering');
    const { body } = await world.post(
      activityOf(world.recorder.serviceUrl, 'anna-holm', anna, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: {
          action: { type: 'Action.Execute', verb: financing?.verb, data: financing?.data },
          trigger: 'manual',
        },
      }),
    );
    expect(JSON.stringify(body)).toContain('Finansiering: gælder et af følgende');
    const kept = await draft();
    expect(kept?.values.areas).toEqual(['financing']);
    expect(kept?.toLearn).toEqual([expect.objectContaining({ areas: ['financing'] })]);
  });

  it('in the middle of an intake is offered too, not lost', async () => {
    await world.close();
    world = await openTeamsWorld({ language: doubting });
    const [question] = await world.say('anna-holm', anna, 'log Hansen VVS cvr 25313763');
    expect(offeredOn(question?.card)).toHaveLength(3);
    const [again] = await world.say('anna-holm', anna, 'de snakker om penge');
    expect(offeredOn(again?.card)).toHaveLength(3);
    expect((await draft())?.values.description).toContain('de snakker om penge');
  });

  it('is never offered more than three needs, and one at most beside those that are clear', () => {
    const texts: readonly string[] = [
      'penge',
      'hjælp til det hele: penge, folk, lokaler og salg',
      'we have some money trouble and nobody to sell',
      'noget med en maskine',
      'kunden er lidt i tvivl',
    ];
    const offers: readonly (readonly Area[])[] = texts.map((text) => {
      const { chosen, offered } = real.understand(text, '2026-11-20');
      if (chosen.length > 0) expect(offered.length).toBeLessThanOrEqual(1);
      return offered;
    });
    for (const offered of offers) expect(offered.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['vil sælge varmepumper til Tyskland', 'internationalisation'],
    ['mangler to svejsere og et større værksted', 'premises-sites'],
  ] as const)('“%s” names a second need, which is chosen or offered', (text, area) => {
    const { chosen, offered } = real.understand(text, '2026-11-20');
    expect(chosen).not.toEqual([]);
    expect([...chosen, ...offered]).toContain(area);
  });
});
