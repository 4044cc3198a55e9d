import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Crm, CrmError } from '../../src/app/ports/crm.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { allButtons, clickOn, inMessage, textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** `sager ikke i CRM`: what the CRM lacks of an office's cases, and how a coordinator sends it once more. */

const chat = chatOf('anna-holm');
let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

/** A CRM that takes no case while `isRejecting`. */
function strictCrm() {
  const kept = new Map<string, Parameters<Crm['save']>[0]>();
  const crm: Crm & { isRejecting: boolean } = {
    isRejecting: true,
    async save(record) {
      if (crm.isRejecting) throw new CrmError('rejected', 'No such option', { detail: 'http-400' });
      kept.set(record.caseId, record);
      return { crmId: record.caseId };
    },
    findByCase: async (id) => kept.get(id) ?? null,
    findByCvr: async () => [],
    servedCases: async () => [],
    erase: async () => undefined,
  };
  return crm;
}

async function logOwn(world: TeamsWorld): Promise<string> {
  const [form] = await world.say('anna-holm', chat, 'ny');
  const decision = await world.click('anna-holm', chat, form?.card, 'intake.submit', {
    municipality: '791',
    stage: 'established',
    areas: 'networks-courses',
    companyName: 'Kagehuset',
    contactName: 'Mette Hansen',
  });
  await world.click('anna-holm', chat, decision, 'intake.confirm', { consent: 'consent' });
  const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
  return kase?.id ?? '';
}

describe('in Teams', () => {
  it.each([
    [
      'da',
      'sager ikke i CRM',
      'Send til CRM igen',
      /1 sag sendes til CRM igen/,
      'sager ikke i CRM send igen',
    ],
    [
      'en',
      'cases not in CRM',
      'Send to the CRM again',
      /1 case is being sent to the CRM again/,
      'cases not in CRM send again',
    ],
  ])(
    'a coordinator sees what the CRM has refused, and sends it again (%s)',
    async (language, line, title, told, typed) => {
      const crm = strictCrm();
      const world = await openTeamsWorld({ crm });
      close = () => world.close();
      const id = await logOwn(world);
      await world.deliver();
      await world.say('anna-holm', chat, `sprog ${language}`);
      const [list] = await world.say('anna-holm', chat, line);
      expect(wordsOn(list?.card)).toContain(id);
      const metrics = async () => (await fetch(`${world.base}/metrics`)).text();
      expect(await metrics()).toMatch(/indgang_cases_in_crm\{crm="behind"\} 1/);
      const button = buttonsOn(list?.card).find((one) => one.title === title);
      expect(button?.data).toMatchObject({ filter: 'not-in-crm', again: 'true' });

      const [refused] = await world.say('anna-holm', chat, typed);
      expect(wordsOn(refused?.card)).toMatch(told);
      await world.deliver();
      expect(await crm.findByCase(id)).toBeNull();
      crm.isRejecting = false;
      const again = await world.click('anna-holm', chat, list?.card, 'open.cases', {
        filter: 'not-in-crm',
        again: 'true',
      });
      expect(wordsOn(again)).toMatch(told);
      await world.deliver();
      expect(await crm.findByCase(id)).toMatchObject({ caseId: id });
      const [empty] = await world.say('anna-holm', chat, line);
      expect(wordsOn(empty?.card)).not.toContain(id);
      expect(buttonsOn(empty?.card).map((one) => one.title)).not.toContain(title);
      expect(await metrics()).toMatch(/indgang_cases_in_crm\{crm="current"\} 1/);
    },
  );

  it('nobody else sends them, nor sees another office’s', async () => {
    const world = await openTeamsWorld({ crm: strictCrm() });
    close = () => world.close();
    const id = await logOwn(world);
    await world.deliver();
    const carla = chatOf('carla-winther');
    const [list] = await world.say('carla-winther', carla, 'sager ikke i CRM');
    expect(wordsOn(list?.card)).not.toContain(id);
    const [refused] = await world.say('carla-winther', carla, 'sager ikke i CRM send igen');
    expect(`${refused?.text}${wordsOn(refused?.card)}`).toMatch(/koordinator/i);
  });
});

describe('in Slack', () => {
  it.each([
    ['da', 'sager ikke i crm', 'Send til CRM igen', /1 sag sendes til CRM igen/],
    ['en', 'cases not in crm', 'Send to the CRM again', /1 case is being sent to the CRM again/],
  ])('a coordinator sends again what the CRM lacks (%s)', async (language, line, title, told) => {
    const product = await openProduct({ language: createLanguageModel() });
    close = () => product.close();
    const { world } = product;
    const channel = `D-${world.anna}`;
    let count = 0;
    const shape = z.looseObject({ blocks: z.array(z.unknown()).default([]) });
    const say = async (text: string) => {
      const ts = `1795233543.${String(++count).padStart(6, '0')}`;
      await world.event({ type: 'message', channel, channel_type: 'im', user: world.anna, text, ts });
      return shape.parse(world.last('chat.postMessage').body);
    };
    await say('log Hansen VVS, 25313763, vil have netværk for nye ledere');
    await say('bekræft med samtykke');
    await say(`sprog ${language}`);
    const list = await say(line);
    expect(allButtons(list).map((one) => one.text?.text)).toContain(title);
    await world.interact({
      type: 'block_actions',
      ...inMessage(channel, true),
      actions: [clickOn(list, title)],
    });
    expect(textOn(shape.parse(world.last('response').body))).toMatch(told);
  });
});
