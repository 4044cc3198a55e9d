import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOn } from '../../flows/card-hands.ts';
import { activityOf, channelOf, openTeamsWorld, type TeamsWorld } from '../../flows/teams-world.ts';

/** Messages that one person alone sees in a channel: the answers to slash commands, and others where the setting says so. */

let world: TeamsWorld;
const viborg = channelOf('les-791');
const LINE = 'log 25313763 vil eksportere til Norge';

/** Types in the channel, privately or for everybody to read; what was sent of it. */
async function say(text: string, isTargeted: boolean) {
  const before = world.recorder.requests().length;
  const { status } = await world.post(
    activityOf(world.recorder.serviceUrl, 'anna-holm', viborg, {
      type: 'message',
      text,
      textFormat: 'plain',
      recipient: { id: '28:indgang', name: 'Indgang', ...(isTargeted && { isTargeted }) },
    }),
  );
  expect(status).toBe(200);
  return world.recorder.requests().slice(before);
}
const isAlone = ({ path }: { readonly path: string }) => path.includes('isTargetedActivity=true');
const words = (sent: readonly { readonly body: unknown }[]) =>
  sent.map(({ body }) => {
    const { text = '', attachments = [] } = Object(body);
    return `${text}${attachments.map(({ content }: { content: unknown }) => wordsOn(content)).join()}`;
  });

afterEach(() => world.close());

describe('a private message in a channel', () => {
  beforeEach(async () => {
    world = await openTeamsWorld();
  });

  it('is answered to its writer alone, with what only they may read', async () => {
    const sent = await say(LINE, true);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every(isAlone)).toBe(true);
    expect(sent.every(({ body }) => Object(body).recipient?.id === '29:anna-holm')).toBe(true);
    expect(words(sent).join()).toContain('Hansen VVS ApS');
    // Nothing of it is repeated to everybody.
    world.recorder.fail({ status: 404 });
    const refused = await say('hjælp', true);
    expect(refused.every(isAlone)).toBe(true);
  });

  it('never holds a case’s card, which would be gone before the company is answered', async () => {
    await say('log 25313763 kan ikke betale løn på fredag', true);
    await world.say('anna-holm', { id: 'a:anna-holm', kind: 'personal' }, 'bekræft');
    const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
    const sent = await say(`sag ${kase?.id}`, true);
    expect(sent.every(isAlone)).toBe(true);
    expect(sent.map(({ body }) => Object(body).attachments)).toEqual([undefined]);
    expect(words(sent)[0]).toContain(`i din egen chat med Indgang. Skriv dér: sag ${kase?.id}`);
    await say('sprog en', true);
    const english = await say(`case ${kase?.id}`, true);
    expect(words(english)[0]).toContain(`in your own chat with Indgang. Type there: case ${kase?.id}`);
  });
});

describe('a message that everybody reads', () => {
  it('is answered to everybody, unless the setting says otherwise', async () => {
    world = await openTeamsWorld();
    expect((await say(LINE, false)).some(isAlone)).toBe(false);
  });

  it('is answered to its writer alone where the setting is on, and what is for everybody to everybody', async () => {
    world = await openTeamsWorld({}, { settings: { TEAMS_TARGETED_MESSAGES: 'on' } });
    const sent = await say(LINE, false);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(isAlone).length).toBe(sent.length);
    await say('annuller', false);
    expect((await say('hjælp', false)).some(isAlone)).toBe(false);
  });

  it('is answered to everybody where the client’s service takes no such message', async () => {
    world = await openTeamsWorld({}, { settings: { TEAMS_TARGETED_MESSAGES: 'on' } });
    world.recorder.fail({ status: 400 });
    const sent = await say(LINE, false);
    expect(sent.map(isAlone)).toContain(false);
    expect(sent.at(-1)).toMatchObject({ status: 200 });
  });
});
