import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { wordsOn } from './card-hands.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { activityOf, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** A channel whose service address has moved, and messages that come with files. */

const viborg = channelOf('les-791');

describe('in Teams', () => {
  let world: TeamsWorld;
  let moved: Recorder;
  beforeEach(async () => {
    world = await openTeamsWorld();
    moved = await openRecorder();
  });
  afterEach(async () => {
    await world.close();
    await moved.close();
  });
  const addressOf = async () => {
    const bindings = await world.service.unitOfWork.read((stores) =>
      stores.bindings.ofOrganisation('les-791'),
    );
    return bindings.map(
      ({ conversation }) => (JSON.parse(conversation.reference) as { serviceUrl: string }).serviceUrl,
    );
  };

  it('a bound channel is written to where its last activity came from, whatever that was', async () => {
    expect(await addressOf()).toEqual([world.recorder.serviceUrl]);
    const update = { type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] };
    await world.post(activityOf(moved.serviceUrl, 'anna-holm', viborg, update));
    expect(await addressOf()).toEqual([moved.serviceUrl]);
    await world.say('anna-holm', viborg, 'hjælp');
    expect(await addressOf()).toEqual([world.recorder.serviceUrl]);
  });

  it('is not taken elsewhere by an activity of another tenant', async () => {
    const strange = { tenant: { id: 'another' } };
    await world.post({
      ...activityOf(moved.serviceUrl, 'anna-holm', viborg, { type: 'message', text: 'hej' }),
      conversation: { id: viborg.id, conversationType: 'channel', isGroup: true, tenantId: 'another' },
      channelData: strange,
    });
    expect(await addressOf()).toEqual([world.recorder.serviceUrl]);
  });

  const picture = { contentType: 'image/png', contentUrl: 'https://example.com/p.png' };
  const html = { contentType: 'text/html', content: '<p>Tak</p>' };
  const send = async (text: string, attachments: readonly object[]) => {
    const place = chatOf('anna-holm');
    const before = world.standing(place).length;
    const activity = { type: 'message', text, textFormat: 'plain', attachments };
    await world.post(activityOf(world.recorder.serviceUrl, 'anna-holm', place, activity));
    const answers = world.standing(place).slice(before);
    return answers.map(({ text, card }) => (card === undefined ? text : wordsOn(card))).join('\n');
  };

  it('files that come with a message are not kept, and its text is read', async () => {
    const words = await send('Madsen Møbler, Viborg, vil sælge til Tyskland', [picture, html]);
    expect(words).toContain('Filer og billeder gemmes ikke');
    expect(words).toContain('Madsen Møbler');
    expect(await send('', [picture])).toMatch(/^Beskeden har ingen tekst/);
    expect(await send('tak', [html])).not.toContain('Filer');
    await send('sprog en', []);
    expect(await send('Madsen Furniture, Viborg, export', [picture])).toContain(
      'Files and pictures are not kept',
    );
  });
});

describe('in Slack', () => {
  it('files that come with a message are not kept, and its text is read', async () => {
    const { world, close } = await openProduct();
    try {
      const send = async (text: string, ts: string) => {
        const before = world.of('chat.postMessage').length;
        const place = { channel: 'D1', channel_type: 'im', user: world.anna, ts };
        await world.event({ type: 'message', subtype: 'file_share', text, files: [{ id: 'F1' }], ...place });
        return world
          .of('chat.postMessage')
          .slice(before)
          .map(({ body }) => `${Object(body).text} ${textOn({ blocks: Object(body).blocks ?? [] })}`)
          .join('\n');
      };
      const words = await send('log Madsen Møbler, Viborg, eksport', '1795233543.000001');
      expect(words).toContain('Filer og billeder gemmes ikke');
      expect(words).toContain('Udfyld formularen');
      expect(await send('', '1795233543.000002')).toContain('Beskeden har ingen tekst');
    } finally {
      await close();
    }
  });
});
