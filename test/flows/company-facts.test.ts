import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOn, inputsOn, wordsOn } from './card-hands.ts';
import { activityOf, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What the register knows of a company, as a consultant meets it in Teams: how it stands, where it is, which one it is. */

const anna = chatOf('anna-holm');
let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

async function say(text: string): Promise<{ readonly card: unknown; readonly words: string }> {
  const answers = await world.say('anna-holm', anna, text);
  return {
    card: answers.at(-1)?.card,
    words: answers.map(({ text: plain, card }) => `${plain}\n${wordsOn(card)}`).join('\n'),
  };
}

async function submit(input: Record<string, string>): Promise<unknown> {
  const form = await say('ny');
  return world.click('anna-holm', anna, form.card, 'intake.submit', input);
}

describe('a company that is not simply active', () => {
  it.each([
    ['Karup Stålbyg', '99105623', 'under konkurs', true],
    ['Limfjordens Muslinger', '99105755', 'under rekonstruktion', true],
    ['Gudenå Kanoudlejning', '99105879', 'under tvangsopløsning', false],
    ['Hobro Værktøj', '99106018', 'under likvidation', false],
    ['Skagen Sølv', '99105348', 'ophørt', false],
  ])(
    '%s is said to be so on the form, the decision and every card of the case',
    async (name, cvr, words, offered) => {
      const sentence = `Ifølge CVR er virksomheden ${words}.`;
      const form = await say('ny');
      const looked = await world.click('anna-holm', anna, form.card, 'intake.lookup', { cvr });
      expect(wordsOn(looked)).toContain(sentence);
      expect(wordsOn(looked).includes('Er det en krise')).toBe(offered);
      const decision = await world.click('anna-holm', anna, looked, 'intake.submit', {
        areas: 'internationalisation',
        contactPhone: '40411234',
      });
      expect(wordsOn(decision)).toContain(sentence);
      const titles = buttonsOn(decision).map(({ title }) => title);
      expect(titles.includes('Behandl som krise')).toBe(offered);
      expect((await say('ny')).words).toContain(sentence);
      const created = await world.click('anna-holm', anna, decision, 'intake.confirm', {
        consent: 'consent',
      });
      expect(wordsOn(created)).toContain(sentence);
      await world.deliver();
      const posted = world
        .standing(channelOf('ehm-midtjylland'))
        .concat(world.standing(channelOf('les-791')))
        .map(({ card }) => wordsOn(card))
        .filter((text) => text.includes(name));
      for (const text of posted) expect(text).toContain(sentence);
      expect((await say('sager')).words).toContain(words);
    },
  );

  it('says nothing of a company that is active', async () => {
    const decision = await submit({ cvr: '25313763', areas: 'internationalisation' });
    expect(wordsOn(decision)).not.toContain('Ifølge CVR er');
    expect(buttonsOn(decision).map(({ title }) => title)).not.toContain('Behandl som krise');
  });

  it('becomes a crisis with one click, which decides anew and is offered no more', async () => {
    const decision = await submit({
      cvr: '99105623',
      areas: 'internationalisation',
      contactPhone: '40411234',
    });
    const button = buttonsOn(decision).find(({ title }) => title === 'Behandl som krise');
    const answered = await world.post(
      clickOn(button?.verb ?? '', { ...inputsOn(decision), ...button?.data }),
    );
    expect(wordsOn(answered.body)).toContain('Haster');
    expect(wordsOn(answered.body)).not.toContain('Er det en krise');
    expect(wordsOn(answered.body)).toContain('Ifølge CVR er virksomheden under konkurs.');
  });

  it('is said in the guided dialog, whose question stands although the crisis is chosen', async () => {
    await say('guide');
    const asked = await say('99105623');
    expect(asked.words).toContain('Ifølge CVR er virksomheden under konkurs.');
    expect(asked.words).toContain('Hvad har de brug for?');
    const button = buttonsOn(asked.card).find(({ title }) => title === 'Behandl som krise');
    const answered = await world.post(clickOn(button?.verb ?? '', { ...button?.data }));
    expect(wordsOn(answered.body)).toContain('Ifølge CVR er virksomheden under konkurs.');
    expect((await say('ret krise nej')).words).toContain('Hvad har de brug for?');
  });

  it('is said in English too', async () => {
    await say('language en');
    const decision = await submit({ cvr: '99105348', areas: 'internationalisation' });
    expect(wordsOn(decision)).toContain('According to the CVR register, the company has ceased.');
  });
});

describe('a production unit', () => {
  it('decides the office of a need that is bound to the place', async () => {
    const decision = await submit({ cvr: '99100419', pNumber: '1990001035', areas: 'premises-sites' });
    expect(wordsOn(decision)).toContain('erhvervSilkeborg');
  });

  it('decides the house too', async () => {
    const decision = await submit({ cvr: '99100842', pNumber: '1990001070', areas: 'internationalisation' });
    expect(wordsOn(decision)).toContain('Erhvervshus Hovedstaden');
  });

  it('decides it where the form still shows the municipality of the company, and it is said', async () => {
    const form = await say('ny');
    const looked = await world.click('anna-holm', anna, form.card, 'intake.lookup', { cvr: '99100419' });
    expect(inputsOn(looked).municipality).toBe('791');
    const decision = await world.click('anna-holm', anna, looked, 'intake.submit', {
      pNumber: '1990001035',
      areas: 'premises-sites',
    });
    expect(wordsOn(decision)).toContain('erhvervSilkeborg');
    expect(wordsOn(decision)).toContain(
      'Produktionsenheden 1990001035 ligger et andet sted: Silkeborg, ikke Viborg.',
    );
    // Whoever knows better corrects it, and that stays.
    expect((await say('ret kommune Viborg')).words).toContain('Den rette dør er jeres egen: LES Viborg');
    expect((await say('ret p-nummer 1990001035')).words).toContain('Den rette dør er jeres egen: LES Viborg');
    // Another unit decides anew; without one it is the company's office again.
    expect((await say('ret p-nummer 1990001028')).words).toContain('LES Viborg');
  });

  it('gives the office back to the company where the enquiry is no longer about it', async () => {
    const decision = await submit({ cvr: '99100419', pNumber: '1990001035', areas: 'premises-sites' });
    const form = await world.click('anna-holm', anna, decision, 'intake.edit');
    expect(inputsOn(form).municipality).toBe('740');
    const again = await world.click('anna-holm', anna, form, 'intake.submit', { pNumber: '' });
    expect(wordsOn(again)).toContain('LES Viborg');
  });

  it('of another company decides nothing, and that is said', async () => {
    const sentence = 'Produktionsenheden 1990001007 står ikke under virksomheden i CVR-registret.';
    const input = { cvr: '99100419', pNumber: '1990001007', areas: 'premises-sites' };
    const decision = await submit(input);
    expect(wordsOn(decision)).toContain('LES Viborg');
    expect(wordsOn(decision)).toContain(sentence);
    expect((await say('ret p-nummer 1990001035')).words).not.toContain('står ikke under virksomheden');
    expect((await say('ret p-nummer 1990001007')).words).toContain(sentence);
    await say('annuller');
    expect((await say('log 99100419 P-nummer 1990001007 søger lokaler')).words).toContain(sentence);
  });

  it('decides where the company has no other', async () => {
    const decision = await submit({ cvr: '99106158', areas: 'premises-sites' });
    expect(wordsOn(decision)).toContain('LES Syddjurs');
  });

  it('does not overrule a municipality that was typed, where nobody named the unit', async () => {
    const decision = await submit({ cvr: '99106158', municipality: '751', areas: 'premises-sites' });
    expect(wordsOn(decision)).toContain('LES Aarhus');
  });

  it('decides for a logged line as well', async () => {
    const { words } = await say(
      'log Søndersø Maskinfabrik A/S cvr 99100419 p-nr 1990001035 i Viborg søger en byggegrund, ring til Jens Bæk 86601020',
    );
    expect(words).toContain('erhvervSilkeborg');
  });
});

describe('a company by its name', () => {
  it('is asked for where the name only begins so', async () => {
    await say('guide');
    const asked = await say('Aarhus');
    expect(asked.words).toContain('Er det en af disse?');
    expect(asked.words).toContain('Aarhus Ærøsund Eksport A/S');
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values.cvr).toBeUndefined();
    expect(draft?.values.companyName).toBe('Aarhus');
  });

  it.each(['Søndersø', 'Hansen', 'søndersø maskin'])('%s is never one company by itself', async (name) => {
    await say('guide');
    expect((await say(name)).words).toContain('Er det en af disse?');
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values.cvr).toBeUndefined();
  });

  it('is taken when it is chosen, and the dialog goes on with what is still unknown', async () => {
    await say('guide');
    const asked = await say('Søndersø');
    const button = buttonsOn(asked.card).find(({ title }) => title === 'Vælg Søndersø Maskinfabrik A/S');
    const answered = wordsOn((await world.post(clickOn(button?.verb ?? '', { ...button?.data }))).body);
    expect(answered).toContain('Hvad har de brug for?');
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values).toMatchObject({ cvr: '99100419', companyName: 'Søndersø Maskinfabrik A/S' });
  });

  it('is taken where it is written out, company form and spelling aside', async () => {
    await say('guide');
    const asked = await say('soendersoe maskinfabrik');
    expect(asked.words).toContain('Hvad har de brug for?');
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values).toMatchObject({ cvr: '99100419', companyName: 'Søndersø Maskinfabrik A/S' });
  });

  it('is asked for where two companies bear it', async () => {
    await say('guide');
    const asked = await say('Bageriet Kornblomsten');
    expect(asked.words).toContain('CVR 99106271 · Viborg');
    expect(asked.words).toContain('CVR 99106409 · Horsens');
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values.cvr).toBeUndefined();
  });

  it('is asked for on the decision card after a logged line, and choosing decides anew', async () => {
    const { card, words } = await say(
      'log Bageriet Kornblomsten i Viborg søger en byggegrund, ring til Jens Bæk 86601020',
    );
    expect(words).toContain('Er det en af disse?');
    const button = buttonsOn(card).find(({ title }) => title === 'Vælg Bageriet Kornblomsten ApS');
    const decided = wordsOn((await world.post(clickOn(button?.verb ?? '', { ...button?.data }))).body);
    expect(decided).toContain('Business Horsens');
  });

  it.each([
    'log Hr. Sørensen fra Søndersø Maskinfabrik i Viborg vil eksportere, tlf 86601020',
    'log Hr. Sørensen, Søndersø Maskinfabrik, vil eksportere, tlf 86601020',
    'log Har talt med hr. Sørensen (Søndersø Maskinfabrik) om eksport, tlf 86601020',
  ])('with a town in it, beside a person with a title, is told from both: %s', async (line) => {
    await say(line);
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values).toMatchObject({
      cvr: '99100419',
      companyName: 'Søndersø Maskinfabrik A/S',
      municipality: '791',
      contactPhone: '86601020',
    });
    expect(draft?.values.contactName).toMatch(/^hr\. Sørensen$/i);
  });

  it('says of each whether it has ceased or is about to', async () => {
    await say('guide');
    expect((await say('Karup')).words).toContain('CVR 99105623 · Viborg · under konkurs');
  });
});

describe('a company’s name that a client could take for something else', () => {
  it.each([
    '{{DATE(2026-11-20T00:00:00Z,SHORT)}} ApS',
    '[klik](https://farligt.example) ApS',
    '*Stjernen* & _Co_',
  ])('is drawn as it was typed, on the form, the decision and the case: %s', async (companyName) => {
    const decision = await submit({
      companyName,
      municipality: '791',
      areas: 'premises-sites',
      contactPhone: '40411234',
    });
    const created = await world.click('anna-holm', anna, decision, 'intake.confirm');
    expect(wordsOn(created)).toContain('er oprettet');
    for (const card of [decision, created]) {
      const json = JSON.stringify(card);
      // A client computes no date in what stands in an input.
      expect(json.replace(/"type":"Input\.Text","value":"[^"]*"/g, '')).not.toMatch(/\{\{(?:DATE|TIME)/);
      // What is read for Markdown has none of it but behind a backslash.
      for (const [, words = ''] of json.matchAll(/"type":"TextBlock","text":"((?:[^"\\]|\\.)*)"/g)) {
        expect(JSON.parse(`"${words}"`)).not.toMatch(/(?<!\\)\]\(|(?<!\\)\*\p{L}|(?<![\\\p{L}])_\p{L}/u);
      }
    }
  });
});

function clickOn(verb: string, data: Record<string, unknown>): object {
  return {
    ...activityOf(world.recorder.serviceUrl, 'anna-holm', anna, {}),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}
