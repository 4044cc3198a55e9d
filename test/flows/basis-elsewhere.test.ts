import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/**
 * The basis of a running case, and what a company says of sharing to somebody else than its owner: who may record it,
 * and who may take it back, through Teams.
 */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const ANNA = 'anna-holm';
const BO = 'bo-krogh';
const CARLA = 'carla-winther';
const house = channelOf('ehm-midtjylland');
const PLACE: Readonly<Record<string, string>> = {
  [ANNA]: channelOf('les-791').id,
  [CARLA]: house.id,
};
const PERSON = { contactName: 'Mette Lund', contactPhone: '40411234' };

const cases = async () => {
  const all = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
  return all.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
};
const historyOf = (id: string) => world.service.unitOfWork.read((stores) => stores.history.of(id));
async function first(): Promise<Case> {
  const [kase] = await cases();
  if (!kase) throw new Error('there is no case');
  return kase;
}

/** An enquiry by the form, confirmed with a basis or without. */
async function log(
  person: string,
  input: Readonly<Record<string, string>>,
  confirm: Readonly<Record<string, string>> = {},
): Promise<string> {
  const [form] = await world.say(person, chatOf(person), 'ny');
  const decision = await world.click(person, chatOf(person), form?.card, 'intake.submit', {
    cvr: '25313763',
    areas: 'networks-courses',
    ...input,
  });
  const done = await world.click(person, chatOf(person), decision, 'intake.confirm', confirm);
  await world.deliver();
  world.clock.pass(60_000);
  return wordsOn(done);
}
const says = async (person: string, line: string) => {
  const said = await world.say(person, chatOf(person), line);
  await world.deliver();
  return said.map(({ text, card }) => `${text}\n${wordsOn(card)}`).join('\n');
};
const toldTo = (person: string) =>
  world.recorder
    .requests()
    .filter(({ conversation }) => [chatOf(person).id, PLACE[person]].includes(conversation.split(';')[0]))
    .map(({ body }) => JSON.stringify(body))
    .join('\n');
const inCrm = async () => world.service.deps.crm.findByCase((await first()).id);

describe('an enquiry about a running case of another organisation', () => {
  it('brings the basis along that the case lacked: who obtained it stands there, in history and in the CRM', async () => {
    await log(ANNA, {});
    expect((await first()).basis).toBeNull();
    await log(BO, { ...PERSON, areas: 'financing' }, { consent: 'consent', basisScope: 'this-case' });
    const kase = await first();
    expect(await cases()).toHaveLength(1);
    expect(kase).toMatchObject({
      owner: 'les-791',
      basis: { kind: 'consent', scope: 'this-case', obtainedBy: { person: BO, organisation: 'les-751' } },
      contacts: [{ person: 'Mette Lund 40411234' }],
    });
    expect((await historyOf(kase.id)).slice(-2)).toMatchObject([
      { event: 'contact-added', actor: { person: BO } },
      { event: 'basis-recorded', actor: { person: BO }, details: { kind: 'consent' } },
    ]);
    expect(await inCrm()).toMatchObject({ consent: { kind: 'consent', by: 'Bo Krogh' } });
    expect(JSON.stringify(await inCrm())).toContain('Mette Lund');
    expect(toldTo(ANNA)).toContain('Virksomheden har henvendt sig igen');
    expect(await says(ANNA, `sag ${kase.id}`)).toContain('Bo Krogh');
  });

  it.each([
    ['declined', async () => log(ANNA, PERSON, { consent: 'declined' })],
    [
      'withdrawn',
      async () => {
        await log(ANNA, PERSON, { consent: 'consent' });
        await says(ANNA, `stop deling ${(await first()).id}`);
      },
    ],
  ])(
    'does not turn over what the owner was told (%s), but says what the company said now',
    async (_, begin) => {
      await begin();
      const { basis } = await first();
      await log(BO, { ...PERSON, areas: 'financing' }, { consent: 'consent' });
      const kase = await first();
      expect(await cases()).toHaveLength(1);
      expect(kase.basis).toEqual(basis);
      expect(kase.enquiries?.at(-1)).toMatchObject({
        receivedBy: { person: BO },
        basis: { kind: 'consent' },
      });
      expect(JSON.stringify(await inCrm())).not.toContain('Mette');
      const card = await says(ANNA, `sag ${kase.id}`);
      expect(card).toContain('virksomheden har sagt ja til at dele');
      // The owner, who knows both, decides.
      await says(ANNA, `samtykke ${kase.id} samtykke`);
      expect((await first()).basis).toMatchObject({ kind: 'consent', withdrawnAt: null });
      expect(JSON.stringify(await inCrm())).toContain('Mette');
    },
  );

  it('changes no basis that holds', async () => {
    await log(ANNA, PERSON, { consent: 'public-task' });
    const { basis } = await first();
    await log(BO, { ...PERSON, areas: 'financing' }, { consent: 'consent' });
    expect((await first()).basis).toEqual(basis);
    expect((await first()).enquiries?.at(-1)?.basis).toEqual({ kind: 'consent' });
    expect((await inCrm())?.enquiries.at(-1)).toMatchObject({ basis: { kind: 'consent' } });
  });

  it('of a company that declines stays with who heard it', async () => {
    await log(ANNA, {});
    await log(BO, PERSON, { consent: 'declined' });
    const [running, kept] = await cases();
    expect(running).toMatchObject({ basis: null, contacts: [] });
    expect(kept).toMatchObject({ owner: 'les-751', basis: { kind: 'declined' } });
  });
});

describe('who may record a basis, or take it back', () => {
  /** A case that Anna obtained the consent for, and that Carla has. */
  async function taken(): Promise<string> {
    await log(ANNA, { ...PERSON, areas: 'internationalisation' }, { consent: 'consent' });
    await world.click(CARLA, house, world.standing(house)[0]?.card, 'handover.accept');
    await world.deliver();
    return (await first()).id;
  }

  it('is nobody without a part in the case', async () => {
    const id = await taken();
    for (const line of [`stop deling ${id}`, `samtykke ${id} nej`]) {
      expect(await says(BO, line)).toMatch(/Erhvervshus Midtjylland/);
      expect((await first()).basis).toMatchObject({ kind: 'consent', withdrawnAt: null });
    }
  });

  it('is whoever obtained it, to whom the company may say no as easily: sharing ends, and the holder is told', async () => {
    const id = await taken();
    const [card] = await world.say(ANNA, chatOf(ANNA), `sag ${id}`);
    expect(buttonsOn(card?.card).map(({ verb }) => verb)).toContain('case.withdraw-basis');
    const before = toldTo(CARLA);
    await world.click(ANNA, chatOf(ANNA), card?.card, 'case.withdraw-basis');
    await world.deliver();
    expect(await first()).toMatchObject({
      owner: 'ehm-midtjylland',
      basis: { kind: 'consent', withdrawnAt: expect.any(String) },
    });
    expect((await historyOf(id)).at(-1)).toMatchObject({ event: 'basis-withdrawn', actor: { person: ANNA } });
    expect(toldTo(CARLA).slice(before.length)).toContain('trukket sit samtykke tilbage');
    expect(JSON.stringify(await inCrm())).not.toContain('Mette');
    // With the consent went the right to read on.
    expect(await says(ANNA, `sag ${id}`)).not.toContain('Mette');
    expect(await says(ANNA, `samtykke ${id} samtykke`)).not.toContain('registreret');
    expect((await first()).basis?.withdrawnAt).not.toBeNull();
  });

  it('is a guest too, who hears the company, in English', async () => {
    const id = await taken();
    await says(CARLA, `inviter ${id} LES Aarhus`);
    await says(BO, 'sprog en');
    await says(CARLA, 'sprog en');
    expect(await says(BO, `withdraw consent ${id}`)).toContain('Sharing has stopped');
    expect((await first()).joint).toEqual([]);
    expect(toldTo(CARLA)).toContain('has told another organisation that it withdraws its consent');
  });

  it('tells nobody where the holder’s own colleague did it', async () => {
    const id = await taken();
    await says(CARLA, `stop deling ${id}`);
    expect((await first()).basis?.withdrawnAt).not.toBeNull();
    expect(toldTo(CARLA) + toldTo(ANNA)).not.toContain('trukket sit samtykke tilbage');
  });

  it('records no second basis over one that holds: it is taken back first', async () => {
    const id = await taken();
    expect(await says(CARLA, `samtykke ${id} nej`)).not.toContain('registreret');
    expect((await first()).basis).toMatchObject({ kind: 'consent', withdrawnAt: null });
  });
});
