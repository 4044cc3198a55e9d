import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHATS, type Chat } from './two-chats.ts';

/** What is typed while a decision is shown, in both channels and languages: it changes what it names, and nothing else. */

describe.each(CHATS)('on a decision in %s', (_channel, open) => {
  let chat: Chat;
  beforeAll(async () => {
    chat = await open();
  });
  afterAll(() => chat.close());

  const decide = async () => {
    await chat.say('log 25313763 vil have hjælp til patent, Hanne Hansen 40411234');
    return (await chat.draft())?.values;
  };

  it.each([
    ['de vil også eksportere', 'ikke eksport'],
    ['og de skal desuden have styr på moms', 'glem det med moms'],
    ['they also want to export', 'not export'],
    ['they also need help with VAT', 'forget about VAT'],
  ])('“%s” adds a need, and “%s” takes it away again', async (adds, takes) => {
    const before = await decide();
    const told = await chat.say(adds);
    expect((await chat.draft())?.values.areas).toHaveLength(2);
    expect((await chat.draft())?.values.areas).toContain('patents-ipr');
    expect(told).toMatch(/Tilføjet|tilføjet|føjet/);
    await chat.say(takes);
    expect((await chat.draft())?.values.areas).toEqual(before?.areas);
    await chat.say('annuller');
  });

  it.each([
    'tak',
    'ok så',
    'hvem har sagen?',
    'hvad nu?',
    'god weekend',
    'thanks',
    'who has the case?',
    'what now',
  ])('“%s” is not written on the enquiry', async (text) => {
    const { description } = (await decide()) ?? {};
    expect((await chat.say(text)).trim()).not.toBe('');
    expect((await chat.draft())?.values.description).toBe(description);
    await chat.say('annuller');
  });

  it.each(['bekræft', 'confirm', 'opret sagen', 'create the case'])(
    '“%s” without a basis creates nothing, and says so first',
    async (text) => {
      const before = await chat.cases();
      await decide();
      expect(await chat.say(text)).toMatch(/^(?:Sagen er ikke oprettet endnu)/);
      expect(await chat.cases()).toBe(before);
      await chat.say('annuller');
    },
  );

  it.each(['nej, behold hos os', 'behold sagen hos os', 'no, keep it with us', 'keep the case with us'])(
    '“%s” keeps the case at one’s own office in one line',
    async (text) => {
      // A world of its own: the company has no case in it yet.
      const own = await open();
      try {
        await own.say('log 25313763 vil have hjælp til patent, Hanne Hansen 40411234');
        await own.say(text);
        expect(await own.cases()).toBe(1);
        expect(await own.draft()).toBeUndefined();
      } finally {
        await own.close();
      }
    },
  );

  it.each([
    ['anden ejer LES Viborg fordi vi kender dem', 'Begrundelse: vi kender dem'],
    ['other owner LES Viborg because we know them', 'Begrundelse: we know them'],
  ])('“%s” explains the door that was chosen, and not the rules of the other one', async (typed, reason) => {
    await decide();
    const words = await chat.say(typed);
    expect(words).toContain('Valgt modtager: LES Viborg');
    expect(words).toContain('Du har valgt LES Viborg i stedet for Erhvervshus Midtjylland.');
    expect(words).toContain(reason);
    expect(words).toMatch(/Sig til virksomheden: (?:VIBORGegnens Erhvervsråd|LES Viborg) svarer/);
    expect(words).not.toMatch(/Hvorfor her\?|Erhvervshuset melder tilbage/);
    await chat.say('annuller');
  });

  it.each(['som Mars', 'as Mars', 'som aftalt', 'as discussed'])('“%s” opens nothing', async (text) => {
    await chat.say(text);
    expect(await chat.draft()).toBeUndefined();
  });
});
