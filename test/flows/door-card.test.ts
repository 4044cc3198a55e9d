import { afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/core/person.ts';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import { wordsOn } from './card-hands.ts';
import { activityOf, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What the card of a decision says to the person with a caller on the line, through Teams. */

let world: TeamsWorld;
afterEach(() => world.close());

const anna = chatOf('anna-holm');
const EXPORT = {
  cvr: '25313763',
  areas: 'internationalisation',
  contactName: 'Mette Hansen',
  contactPhone: '40411234',
};

async function decisionOf(typed: Record<string, string>, language = 'da'): Promise<unknown> {
  await world.say('anna-holm', anna, `sprog ${language}`);
  const [form] = await world.say('anna-holm', anna, 'ny');
  return world.click('anna-holm', anna, form?.card, 'intake.submit', typed);
}

const confirm = (decision: unknown) =>
  world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });

describe('what to tell the caller', () => {
  it.each([
    // Thursday 12:37: two working days later the office is open.
    ['2026-11-26T11:37:00Z', 'mandag den 30. november kl. 12.37', 'Monday 30 November at 12:37'],
    // Thursday 19:30: closed at the due moment, so its closing before that.
    ['2026-11-26T18:30:00Z', 'mandag den 30. november kl. 16.00', 'Monday 30 November at 16:00'],
    // Thursday 06:15: due on Monday before the office opens.
    ['2026-11-26T05:15:00Z', 'fredag den 27. november kl. 16.00', 'Friday 27 November at 16:00'],
  ])('at %s promises an answer by %s', async (start, da, en) => {
    world = await openTeamsWorld({}, { start });
    const decision = await decisionOf(EXPORT);
    expect(wordsOn(decision)).toContain(`Sig til virksomheden: Erhvervshus Midtjylland svarer senest ${da}`);
    expect(wordsOn(decision)).toContain('Telefon 01 00 44 44 · Åbent mandag–fredag kl. 8–16');
    expect(wordsOn(decision)).not.toContain('48 timer');
    expect(wordsOn(await confirm(decision))).toContain(
      `Sig til virksomheden: Erhvervshus Midtjylland svarer senest ${da}`,
    );
    const english = wordsOn(
      await decisionOf({ ...EXPORT, cvr: '', companyName: 'Firma', municipality: '791' }, 'en'),
    );
    expect(english).toContain(`Tell the company: Erhvervshus Midtjylland will answer by ${en}`);
    expect(english).toContain('Phone 01 00 44 44 · Open Monday–Friday 08:00–16:00');
  });

  it('names one’s own office too, with its own hours', async () => {
    world = await openTeamsWorld({}, { start: '2026-11-25T13:30:00Z' });
    const words = wordsOn(await decisionOf({ ...EXPORT, areas: 'authority-permits' }));
    // Viborg closes at two on Fridays.
    expect(words).toContain(
      'Sig til virksomheden: LES Viborg svarer senest fredag den 27. november kl. 14.00',
    );
    expect(words).not.toContain('kanal');
  });

  it('says nothing of a phone where the office has none', async () => {
    world = await openTeamsWorld();
    const words = wordsOn(
      await decisionOf({ areas: 'authority-permits', municipality: '740', companyName: 'Firma' }),
    );
    expect(words).toContain('Sig til virksomheden: erhvervSilkeborg svarer senest');
    expect(words).not.toMatch(/telefon \d|Telefon ·|ring på/i);
  });

  it('promises nothing that has passed', async () => {
    world = await openTeamsWorld();
    await decisionOf(EXPORT);
    world.clock.set('2026-11-25T09:00:00Z');
    const [shown] = await world.say('anna-holm', anna, 'fortsæt');
    expect(wordsOn(shown?.card)).toContain('Erhvervshus Midtjylland svarer hurtigst muligt');
  });

  it('keeps why it is this office folded', async () => {
    world = await openTeamsWorld();
    const words = wordsOn(await decisionOf(EXPORT));
    expect(words.indexOf('Sig til virksomheden')).toBeLessThan(words.indexOf('Hvorfor her?'));
    expect(words.indexOf('Hvorfor her?')).toBeLessThan(words.indexOf('Kilde:'));
  });
});

describe('the notification', () => {
  it.each([
    [
      'da',
      'Hansen VVS ApS: LES Viborg sender sagen til Erhvervshus Midtjylland. Svar senest tirsdag den 24. november kl. 10.00.',
      'Hansen VVS ApS: Erhvervshus Midtjylland har overtaget sagen. Svar senest tirsdag den 24. november kl. 10.00.',
    ],
    [
      'en',
      'Hansen VVS ApS: LES Viborg sends the case to Erhvervshus Midtjylland. Answer by Tuesday 24 November at 10:00.',
      'Hansen VVS ApS: Erhvervshus Midtjylland has accepted the case. Answer by Tuesday 24 November at 10:00.',
    ],
  ])('says in %s what happened, to whom and by when', async (language, offered, accepted) => {
    world = await openTeamsWorld();
    const carla = chatOf('carla-winther');
    for (const person of ['anna-holm', 'carla-winther'])
      await world.say(person, chatOf(person), `sprog ${language}`);
    await confirm(await decisionOf(EXPORT, language));
    const id = (await world.service.unitOfWork.read((stores) => stores.cases.ofCompany('25313763')))[0]?.id;
    const [shown] = await world.say('carla-winther', carla, `sag ${id}`);
    await world.click('carla-winther', carla, shown?.card, 'handover.accept');
    await world.deliver();
    const summaries = (place: string) =>
      world.recorder
        .messages()
        .filter(({ conversation }) => conversation === place)
        .map(({ body }) => (body as { summary?: string }).summary);
    expect(summaries(carla.id)).toContain(offered);
    expect(summaries(anna.id)).toContain(accepted);
  });
});

describe('an office that has no channel', () => {
  const clara: Person = {
    id: 'clara',
    name: 'Clara Dam',
    identities: [`teams:${DEMO_TENANT}:unknown-clara`],
    memberships: [{ organisation: 'les-740', roles: ['consultant', 'coordinator'] }],
  };
  const gitte: Person = {
    id: 'gitte',
    name: 'Gitte Friis',
    identities: [`teams:${DEMO_TENANT}:unknown-gitte`],
    memberships: [{ organisation: 'les-791', roles: ['coordinator'] }],
  };
  const SILKEBORG = { areas: 'authority-permits', municipality: '740', companyName: 'Firma ApS' };
  const standing = (person: string) =>
    world
      .standing(chatOf(person))
      .map(({ card, text }) => `${text}${wordsOn(card)}`)
      .join('\n');

  it('is said before sending and on the receipt, with what to do, and nobody is told wrongly', async () => {
    world = await openTeamsWorld();
    const decision = await decisionOf(SILKEBORG);
    const warned =
      'erhvervSilkeborg får ikke besked herfra, for kontoret har ingen kanal her. Kontakt selv kontoret.';
    expect(wordsOn(decision)).toContain(warned);
    expect(wordsOn(await confirm(decision))).toContain(warned);
    expect(wordsOn(await decisionOf(SILKEBORG, 'en'))).toContain(
      'erhvervSilkeborg is not notified from here, because it has no channel here. Please contact the office yourself.',
    );
  });

  it('is told to the coordinators of both sides', async () => {
    world = await openTeamsWorld({ people: [...DEMO_PEOPLE, clara, gitte] });
    for (const person of ['clara', 'gitte']) {
      const { serviceUrl } = world.recorder;
      await world.post(activityOf(serviceUrl, person, chatOf(person), { type: 'message', text: 'hjælp' }));
    }
    const decision = await decisionOf(SILKEBORG);
    expect(wordsOn(decision)).toContain('har ingen kanal her, så kun kontorets koordinatorer får besked');
    await confirm(decision);
    await world.deliver();
    expect(standing('clara')).toContain('I har ingen kanal her, så kun koordinatorerne får besked om sagen');
    expect(standing('clara')).toContain('Overtag');
    expect(standing('gitte')).toContain('er sendt til et kontor, som ingen kanal har her');
    expect(standing('gitte')).toContain('erhvervSilkeborg har ingen kanal her, så kun kontorets');
    // Whoever sent it has read it on the receipt.
    expect(standing('anna-holm')).not.toContain('som ingen kanal har her');
  });

  it('is not said of an office that has one', async () => {
    world = await openTeamsWorld();
    const decision = await decisionOf(EXPORT);
    expect(wordsOn(decision)).not.toContain('kanal');
    await confirm(decision);
    await world.deliver();
    const told = [channelOf('les-791'), channelOf('ehm-midtjylland')].flatMap((place) =>
      world.standing(place),
    );
    expect(told.map(({ card }) => wordsOn(card)).join()).not.toContain('ingen kanal');
  });
});

describe('the same facts', () => {
  const CONTACT = { cvr: '25313763', contactName: 'Mette Hansen', contactPhone: '40411234' };
  const last = (answers: readonly { readonly card: unknown }[]) => answers.at(-1)?.card;
  /** Answers the control question, which the line asks first and the form asks on the card of the decision. */
  const told = async (card: unknown, answer: string | undefined) =>
    answer === undefined ? card : last(await world.say('anna-holm', anna, answer));

  it.each([
    ['vil have hjælp til patent', 'patents-ipr', undefined],
    ['vil eksportere', 'internationalisation', 'ingen af dem'],
    ['vil eksportere', 'internationalisation', 'kompetencen mangler lokalt'],
    ['vil have styr på regnskab og moms', 'accounting-tax-vat', 'ingen af dem'],
    ['skal have generationsskifte', 'succession', 'kompetencen mangler lokalt'],
  ])('have the same door and card by form and by line: %s, %s, %s', async (words, areas, control) => {
    world = await openTeamsWorld();
    const description = `25313763 ${words}, Mette Hansen 40411234`;
    const byLine = await told(last(await world.say('anna-holm', anna, `log ${description}`)), control);
    await world.say('anna-holm', anna, 'annuller');
    const byForm = await told(await decisionOf({ ...CONTACT, areas, description }), control);
    expect(wordsOn(byLine)).toContain('Sig til virksomheden');
    expect(wordsOn(byForm)).toBe(wordsOn(byLine));
  });

  it('have the same door and card by form and by line where the control question is left open', async () => {
    world = await openTeamsWorld();
    const description = '25313763 vil eksportere, Mette Hansen 40411234';
    const byForm = await decisionOf({ ...CONTACT, areas: 'internationalisation', description });
    await world.say('anna-holm', anna, 'annuller');
    const asked = last(await world.say('anna-holm', anna, `log ${description}`));
    expect(wordsOn(asked)).toContain('gælder et af følgende?');
    const byLine = await told(asked, 'ved ikke');
    const doorOf = (card: unknown) => wordsOn(card).split('\n')[0];
    expect(doorOf(byForm)).toBe('Den rette dør: Erhvervshus Midtjylland');
    expect(doorOf(byLine)).toBe(doorOf(byForm));
    for (const card of [byForm, byLine])
      expect(wordsOn(card)).toContain(
        'Sådan er behovet læst: Eksport og internationalisering – specialiseret',
      );
  });
});

describe('around midnight', () => {
  it('a card that is drawn again names the same days', async () => {
    world = await openTeamsWorld({}, { start: '2026-11-26T11:37:00Z' });
    await confirm(await decisionOf(EXPORT));
    const id = (await world.service.unitOfWork.read((stores) => stores.cases.ofCompany('25313763')))[0]?.id;
    const shown = async (person: string, at: string) => {
      world.clock.set(at);
      return wordsOn((await world.say(person, chatOf(person), `sag ${id}`)).at(-1)?.card);
    };
    for (const person of ['anna-holm', 'carla-winther']) {
      // A minute before Danish midnight and a minute after it, and the day before the due moment.
      const before = await shown(person, '2026-11-27T22:59:00Z');
      expect(before).toContain('mandag den 30. november kl. 12.37');
      expect(before).not.toMatch(/(?:senest|frist|svar\p{L}*|inden) i (?:dag|morgen|går)(?!\p{L})/iu);
      expect(await shown(person, '2026-11-27T23:01:00Z')).toBe(before);
      world.clock.set('2026-11-26T11:37:00Z');
    }
  });
});
