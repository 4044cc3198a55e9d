import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import { mayShare } from '../../src/core/case/derived.ts';
import { wordsOn } from './card-hands.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What a basis covers, and the text that was read out: asked, stored, shown and handed to the CRM. */

const LINE = 'log Annes Salater ApS søger nye lokaler i Viborg, etableret 2012, Lise Juhl 61 22 33 44';
const ALL = 'all-public-business-service';

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const chat = chatOf('anna-holm');
const say = async (line: string) => (await world.say('anna-holm', chat, line)).at(-1)?.card;
const newest = async () => {
  const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 100));
  if (!kase) throw new Error('there is no case');
  return kase;
};

describe.each([
  [
    'da',
    'Læs op: »Vi vil gerne registrere dine oplysninger',
    'bekræft samtykke til alt',
    'gælder al offentlig erhvervsservice, samtykketekst 2026.1',
  ],
  [
    'en',
    'Read out: “We would like to register your details',
    'confirm consent to everything',
    'covers all public business service, consent text 2026.1',
  ],
] as const)('in %s', (language, readOut, typed, shown) => {
  it('is read out on the card that asks, and stands on the case', async () => {
    await say(`sprog ${language}`);
    const card = await say(LINE);
    expect(wordsOn(card)).toContain(readOut);
    expect(wordsOn(await say(typed))).toContain(shown);
    expect((await newest()).basis).toMatchObject({ kind: 'consent', scope: ALL, textVersion: '2026.1' });
  });
});

it('is chosen by a button too', async () => {
  const created = await world.click('anna-holm', chat, await say(LINE), 'intake.confirm', {
    basisScope: ALL,
  });
  expect(wordsOn(created)).toContain('gælder al offentlig erhvervsservice');
  expect(crmRecordOf(await newest()).consent).toMatchObject({ scope: ALL, textVersion: '2026.1' });
});

it('is this case unless more was agreed, and a public task has no text', async () => {
  await say(LINE);
  const card = await say('bekræft offentlig opgave');
  expect(wordsOn(card)).toContain('gælder denne sag');
  expect(wordsOn(card)).not.toContain('samtykketekst');
  const { basis } = await newest();
  expect(basis).toMatchObject({ kind: 'public-task', scope: 'this-case' });
  expect(basis).not.toHaveProperty('textVersion');
});

it('of a refusal is nothing; a basis given later on the case carries its own', async () => {
  await say(LINE);
  await say('bekræft nej');
  const refused = await newest();
  expect(refused.basis).not.toHaveProperty('scope');
  const card = await say(`grundlag ${refused.id} samtykke til alt`);
  expect(wordsOn(card)).toContain('gælder al offentlig erhvervsservice, samtykketekst 2026.1');
});

it('is unknown on cases of earlier versions, which stay valid', async () => {
  await say(LINE);
  await say('bekræft samtykke');
  const kase = await newest();
  const { scope: _, textVersion: __, ...earlier } = kase.basis ?? { kind: 'consent' };
  const old = { ...kase, revision: kase.revision + 1, basis: earlier as typeof kase.basis };
  await world.service.unitOfWork.run((stores) => stores.cases.update(old, kase.revision, null));
  const words = wordsOn(await say(`sag ${kase.id}`));
  expect(words).toContain('Virksomheden har sagt ja til at dele (Anna Holm)');
  expect(words).not.toContain('gælder denne sag');
  expect(mayShare(await newest())).toBe(true);
  expect(crmRecordOf(await newest()).consent).toMatchObject({ scope: null, textVersion: null });
});
