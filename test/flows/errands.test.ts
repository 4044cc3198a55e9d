import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHATS, type Chat } from './two-chats.ts';

/**
 * What somebody should do about a case that is not named, and what is corrected or said in mid-flow, typed in Teams and in
 * Slack: it opens no enquiry of its own, and none of it gets lost.
 */

describe.each(CHATS)('typed in %s', (_channel, open) => {
  let chat: Chat;
  beforeAll(async () => {
    chat = await open();
  });
  afterAll(() => chat.close());

  it.each([
    'ring til kunden',
    'kan du ringe til kunden?',
    'kunden vil ringes op kl 14',
    'send det videre',
    'giv besked til kunden',
    'send kunden en mail',
    'følg op i næste uge',
    'call the customer',
    'let the customer know',
    'she wants to be called back',
  ])('“%s” shows the cases there are, and opens none', async (text) => {
    expect(await chat.say(text)).toMatch(/sager/i);
    expect(await chat.draft()).toBeUndefined();
  });

  it('on a decision is said to be no answer, and is not written on the enquiry', async () => {
    await chat.say('log 25313763 vil have hjælp til patent, Hanne Hansen 40411234');
    const before = (await chat.draft())?.values;
    expect(await chat.say('ring til hende efter kl. 14')).toContain('ikke skrevet på henvendelsen');
    expect((await chat.draft())?.values).toEqual(before);
    await chat.say('annuller');
  });

  it('“send det videre” sends the enquiry once its basis is said, and never before', async () => {
    const before = await chat.cases();
    await chat.say('log 25313763 vil have hjælp til patent, Hanne Hansen 40411234');
    expect(await chat.say('send det videre')).toContain('Sagen er ikke oprettet endnu');
    expect(await chat.cases()).toBe(before);
    await chat.say('de siger nej');
    await chat.say('send det videre');
    expect(await chat.cases()).toBe(before);
    await chat.say('bekræft samtykke tak');
    expect(await chat.cases()).toBe(before + 1);
  });

  it.each([
    'han vil ikke sige det',
    'ved ikke endnu',
    'spørger lige',
    'they haven’t started yet',
    'hun er ikke sikker',
  ])('“%s” is no company’s name', async (text) => {
    await chat.say('log en kunde vil have et lån til nye maskiner');
    await chat.say(text);
    expect((await chat.draft())?.values.companyName).toBeUndefined();
    expect((await chat.draft())?.values.areas).toEqual(['financing']);
    await chat.say('annuller');
  });

  it.each([
    ['ring til Hanne', { contactName: 'Hanne' }],
    ['call Hanne Hansen', { contactName: 'Hanne Hansen' }],
    ['40 41 12 34', { contactPhone: '40411234' }],
  ])('“%s” is whom to call in a crisis', async (text, contact) => {
    await chat.say('25313763 lukker på fredag, kan ikke betale løn');
    await chat.say(text);
    expect((await chat.draft())?.values).toMatchObject(contact);
    await chat.say('annuller');
  });

  it('a correction in mid-flow changes what it names, and nothing else', async () => {
    await chat.say('log en kunde i Viborg vil have hjælp til eksport');
    await chat.say('nej vent, det er ikke eksport, det er patent');
    expect((await chat.draft())?.values).toMatchObject({ municipality: '791', areas: ['patents-ipr'] });
    await chat.say('forkert kommune, det er Skive');
    expect((await chat.draft())?.values).toMatchObject({ municipality: '779', areas: ['patents-ipr'] });
    await chat.say('de skal også ha hjælp til moms');
    expect((await chat.draft())?.values.areas).toEqual(['patents-ipr', 'accounting-tax-vat']);
    await chat.say('glem det med moms');
    expect((await chat.draft())?.values.areas).toEqual(['patents-ipr']);
    await chat.say('annuller');
  });
});
