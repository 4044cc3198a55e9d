import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { buttonsOn, inputsWith, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What a case knows is corrected through Teams: typed, and by the form on its card. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const chat = chatOf('anna-holm');
const viborg = channelOf('les-791');

async function kept(): Promise<Case> {
  const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
  if (!kase) throw new Error('there is no case');
  return kase;
}

async function say(text: string, person = 'anna-holm', place = chatOf(person)): Promise<string> {
  const answers = await world.say(person, place, text);
  return answers.map(({ text: words, card }) => `${words}\n${wordsOn(card)}`).join('\n');
}

async function log(values: Record<string, string>): Promise<unknown> {
  const [form] = await world.say('anna-holm', chat, 'ny');
  const decision = await world.click('anna-holm', chat, form?.card, 'intake.submit', {
    contactName: 'Mette Hansen',
    contactPhone: '40411234',
    ...values,
  });
  const card = await world.click('anna-holm', chat, decision, 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  return card;
}

const company = () => log({ cvr: '25313763', areas: 'networks-courses' });

describe('a typed correction', () => {
  it('changes the field, and the old value stays in the history', async () => {
    await company();
    const { id } = await kept();
    expect(await say(`ret ${id} telefon 40 99 88 77`)).toContain('Oplysningerne er rettet.');
    const words = await say(`sag ${id}`);
    expect((await kept()).values.contactPhone).toBe('40998877');
    expect(words).toContain('Telefon rettet, før: 40 41 12 34');
  });

  it.each([
    [
      'kontakt Ole Bak 40 55 66 77 ole@hansen.dk',
      { contactName: 'Ole Bak', contactPhone: '40556677', contactEmail: 'ole@hansen.dk' },
    ],
    ['kommune: Skive; stiftet 1.5.2024', { municipality: '779', founded: '2024-05-01' }],
    ['fase etableret', { stage: 'established' }],
    ['segment vækst', { segment: 'growth' }],
    ['virksomhed Hansen El ApS', { companyName: 'Hansen El ApS' }],
    ['behov eksport og finansiering', { areas: ['internationalisation', 'financing'] }],
    ['behov +eksport', { areas: ['networks-courses', 'internationalisation'] }],
    ['tilføj behov eksport', { areas: ['networks-courses', 'internationalisation'] }],
    ['fjern telefon', { contactPhone: null }],
    ['p-nummer 1003407806', { pNumber: '1003407806' }],
    ['phone to 40 99 88 77', { contactPhone: '40998877' }],
    ['needs remove netværk', { areas: null }],
    ['municipality Skive', { municipality: '779' }],
  ])('reads "ret <id> %s"', async (typed, values) => {
    await company();
    const { id } = await kept();
    await say(`ret sag ${id} ${typed}`);
    const now = (await kept()).values;
    const { areas, contactPhone = null } = now;
    expect({ ...now, contactPhone, areas: areas?.length ? areas : null }).toMatchObject(values);
  });

  it.each([
    ['telefon 12', 'Telefon'],
    ['kommune Atlantis', 'Atlantis'],
    ['kommune slet', 'kommune'],
    ['samtykke ja', 'Det kan ikke rettes på sagen'],
    ['hest brun', 'Feltet "hest" kender jeg ikke'],
    ['telefon 40 41 12 34', 'Der er ikke ændret noget.'],
    ['telefon', 'Der er ikke ændret noget.'],
  ])('refuses "ret <id> %s", and changes nothing', async (typed, words) => {
    await company();
    const before = await kept();
    expect(await say(`ret ${before.id} ${typed}`)).toContain(words);
    expect(await kept()).toEqual(before);
  });

  it('is refused to others than the owner, in English to whoever reads it so', async () => {
    await company();
    const before = await kept();
    await say('language english', 'bo-krogh');
    expect(await say(`correct ${before.id} municipality Skive`, 'bo-krogh')).toContain(
      'Only the organisation that has the',
    );
    expect(await kept()).toEqual(before);
    await say('language english');
    expect(await say(`correct ${before.id} municipality Skive`)).toContain(
      'The information has been corrected.',
    );
  });

  it('keeps no CPR number', async () => {
    await company();
    const { id } = await kept();
    const words = await say(`ret ${id} kontakt Ole Bak 010180-1234`);
    expect(words).toContain('CPR');
    expect(JSON.stringify(await kept())).not.toMatch(/010180|01801234/);
  });

  it('corrects the intake under way as before, where no case is named', async () => {
    await world.say('anna-holm', chat, 'ny');
    await say('ret kommune Skive');
    const draft = await world.service.unitOfWork.read((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values.municipality).toBe('779');
  });
});

describe('the company', () => {
  it('of a pre-starter who got a CVR number is added to the same case, with what the register knows', async () => {
    await log({ stage: 'pre-starter', municipality: 'Skive', areas: 'business-plan' });
    const { id } = await kept();
    await say(`ret ${id} cvr 25 31 37 63`);
    const cases = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
    expect(cases).toHaveLength(1);
    expect(cases[0]?.values).toMatchObject({
      cvr: '25313763',
      companyName: 'Hansen VVS ApS',
      // The register says Viborg; the person has said where they are.
      municipality: '779',
      contactName: 'Mette Hansen',
    });
    expect(await world.service.unitOfWork.read((stores) => stores.cases.ofCompany('25313763'))).toHaveLength(
      1,
    );
  });

  it('that was mistaken is replaced, with its name and place', async () => {
    await company();
    const { id, values } = await kept();
    await say(`ret ${id} cvr 99100141`);
    const after = await kept();
    expect(after.values.cvr).toBe('99100141');
    expect(after.values.companyName).not.toBe(values.companyName);
    expect(after.corrections?.map(({ field, before }) => [field, before])).toContainEqual([
      'cvr',
      '25313763',
    ]);
  });

  it('is said not to stand in the register, where it does not', async () => {
    await company();
    const { id } = await kept();
    expect(await say(`ret ${id} cvr 10150817`)).toContain('10150817 findes ikke i registret');
    expect(await say(`ret ${id} cvr 12345678`)).toContain('CVR-nummer');
  });
});

describe('a correction that changes the door', () => {
  it('says where the case belongs now and why, sends nothing by itself, and has the button', async () => {
    await company();
    const before = await kept();
    const [answer] = await world.say('anna-holm', chat, `ret ${before.id} behov eksport`);
    const after = await kept();
    expect([after.owner, after.status, after.handovers]).toEqual(['les-791', 'open', []]);
    expect(wordsOn(answer?.card)).toContain('Efter reglerne hører sagen nu til hos Erhvervshus Midtjylland');
    expect(wordsOn(answer?.card)).toContain('Sagen bliver, hvor den er');
    const send = buttonsOn(answer?.card).find(({ title }) => title === 'Send til Erhvervshus Midtjylland');
    expect(send).toMatchObject({ verb: 'handover.offer' });
    await world.click('anna-holm', chat, answer?.card, 'handover.offer', {
      organisation: 'ehm-midtjylland',
      reason: 'Behovet er specialiseret',
    });
    expect((await kept()).handovers[0]).toMatchObject({ to: 'ehm-midtjylland', state: 'offered' });
    expect(await say(`sag ${before.id}`)).not.toContain('Efter reglerne hører sagen nu til');
  });

  it('says nothing where it is corrected back', async () => {
    await company();
    const { id } = await kept();
    await say(`ret ${id} behov eksport`);
    expect(await say(`ret ${id} behov netværk`)).not.toContain('Efter reglerne hører sagen nu til');
  });
});

describe('the form on the card', () => {
  it('holds what the case knows, and changes what was changed', async () => {
    const card = await company();
    expect(
      Object.fromEntries(inputsWith(card, 'case.correct').map(([id, value]) => [id.split('@')[0], value])),
    ).toMatchObject({
      companyName: 'Hansen VVS ApS',
      cvr: '25313763',
      municipality: 'Viborg',
      contactName: 'Mette Hansen',
      contactPhone: '40 41 12 34',
      needs: 'Netværk og kurser',
    });
    await world.click('anna-holm', chat, card, 'case.correct', { contactName: 'Ole Bak' });
    const { values, corrections } = await kept();
    expect(values.contactName).toBe('Ole Bak');
    expect(corrections?.map(({ field }) => field)).toEqual(['contactName']);
  });

  it('shows a channel no contact', async () => {
    await company();
    const card = world.standing(viborg)[0]?.card;
    const ids = inputsWith(card, 'case.correct').map(([id]) => id.split('@')[0]);
    expect(ids).toContain('municipality');
    expect(ids.filter((id) => id?.startsWith('contact'))).toEqual([]);
    expect(JSON.stringify(card)).not.toMatch(/Mette|4041/);
  });
});
