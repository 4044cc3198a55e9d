import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOn } from '../flows/card-hands.ts';
import {
  type Answered,
  activityOf,
  channelOf,
  chatOf,
  openTeamsWorld,
  type TeamsWorld,
} from '../flows/teams-world.ts';

/**
 * A CPR number that is typed anywhere, through the whole service: neither the store on disk, nor the CRM, nor a message,
 * nor the log ever holds it, and whoever typed it is told.
 */

const CPR = '170263-4127';
/** The birth date, the serial number behind it, and both together: what must be found nowhere. */
const TRACES = ['170263', '1702634127', '63-4127', '63 4127'];
const TOLD = 'Jeg har fjernet et CPR-nummer fra det, du skrev.';

let folder: string;
let world: TeamsWorld;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-cpr-'));
  world = await openTeamsWorld({}, { data: folder });
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const anna = chatOf('anna-holm');
const say = (text: string) => world.say('anna-holm', anna, text);
const words = (messages: readonly Answered[]) =>
  messages.map(({ text, card }) => `${text}\n${card ? wordsOn(card) : ''}`).join('\n');

/** Looks for the number in everything that the service has written, sent or logged; what was posted to it is not there. */
function expectNoTrace(...answers: readonly unknown[]): void {
  const files = readdirSync(folder).map((name): [string, string] => [
    name,
    readFileSync(join(folder, name)).toString('latin1'),
  ]);
  expect(files.map(([name]) => name)).toContain('indgang.db');
  const places: readonly (readonly [string, string])[] = [
    ...files,
    ['messages', JSON.stringify(world.recorder.messages())],
    ['log', world.logged.join('\n')],
    ['answers', JSON.stringify(answers)],
  ];
  for (const [place, content] of places)
    for (const trace of TRACES) expect(content.includes(trace), `${trace} in ${place}`).toBe(false);
}

/** From the first word to the case that stands in the receiver's channel and in the CRM. */
async function confirmed(): Promise<void> {
  await say('bekræft offentlig opgave');
  await world.deliver();
}

describe('a CPR number', () => {
  it('in a typed line is gone before anything is kept, and the writer is told first', async () => {
    const [told, ...rest] = await say(`log Ane ${CPR} i Viborg vil starte firma, ring 40411234`);
    expect(told?.text).toContain(TOLD);
    expect(rest).toHaveLength(1);
    await say('har ikke cvr');
    await confirmed();
    const [kase] = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
    expect(kase?.values.description).toContain('Ane ██████-████ i Viborg');
    expectNoTrace();
  });

  it('is counted where there are several', async () => {
    const [told] = await say(`log Ane ${CPR} og Bo 170263 4128 i Viborg vil starte firma`);
    expect(told?.text).toContain('Jeg har fjernet 2 CPR-numre fra det, du skrev.');
    expectNoTrace();
  });

  it('in a line without a command, or in the channel, is gone as well', async () => {
    expect(words(await say(`Ane med cpr ${CPR} overvejer at starte i Viborg`))).toContain(TOLD);
    const viborg = channelOf('les-791');
    const heard = await world.say('bo-krogh', viborg, `<at>Indgang</at> log Bo 1702634127, byggetilladelse`);
    expect(words(heard)).toContain(TOLD);
    expectNoTrace();
  });

  it.each([
    'description',
    'companyName',
    'contactName',
    'contactPhone',
    'cvr',
    'municipality',
    'pNumber',
    'founded',
  ])('in the form’s field %s is gone from the card that comes back too', async (field) => {
    const [form] = await say('ny');
    const card = await world.click('anna-holm', anna, form?.card, 'intake.submit', {
      municipality: '791',
      areas: 'internationalisation',
      [field]: field === 'description' ? `Ejeren er ${CPR}` : CPR,
    });
    expect(wordsOn(card)).toContain(TOLD);
    expectNoTrace(card);
  });

  it('in the reason for another owner, in a return and in a question is gone', async () => {
    const [form] = await say('ny');
    const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', {
      cvr: '25313763',
      areas: 'internationalisation',
      depth: 'specialised',
    });
    const changed = await world.click('anna-holm', anna, decision, 'intake.override', {
      organisation: 'ehm-midtjylland',
      reason: `aftalt med ${CPR}`,
    });
    expect(wordsOn(changed)).toContain(TOLD);
    await world.click('anna-holm', anna, changed, 'intake.confirm', { consent: 'consent' });
    await world.deliver();
    const house = channelOf('ehm-midtjylland');
    const [posted] = world.standing(house);
    const asked = await world.click('carla-winther', house, posted?.card, 'handover.ask', {
      text: `Er det ${CPR}?`,
    });
    expect(wordsOn(asked)).toContain('Er det ██████-████?');
    const returned = await world.click('dan-ravn', house, posted?.card, 'handover.return', {
      reasonCode: 'no-capacity',
      reason: `kender ikke ${CPR}`,
    });
    expect(wordsOn(returned)).toContain(TOLD);
    await world.deliver();
    expectNoTrace(changed, asked, returned);
  });

  it('that is put in when a message is edited is gone', async () => {
    await say('log Hansen VVS cvr 25313763, ring 40411234');
    const before = world.recorder.messages().length;
    const { status } = await world.post(
      activityOf(world.recorder.serviceUrl, 'anna-holm', anna, {
        type: 'messageUpdate',
        channelData: { eventType: 'editMessage', tenant: { id: 'demo' } },
        text: `log Hansen VVS cvr 25313763, ejer ${CPR}, ring 40411234`,
        textFormat: 'plain',
      }),
    );
    expect(status).toBe(200);
    expect(JSON.stringify(world.recorder.messages().slice(before))).toContain('CPR-nummer');
    expectNoTrace();
  });

  it('in an answer to a question and in a correction is gone', async () => {
    await say('guide');
    expect(words(await say(`Ane ${CPR}`))).toContain(TOLD);
    expect(words(await say(`ret kontakt Ane ${CPR}`))).toContain(TOLD);
    expectNoTrace();
  });

  it('that comes in two messages is gone once both are one text', async () => {
    await say('log Hansen VVS cvr 25313763, ejeren er født 170263');
    const told = words(await say('4127 vil sælge til Tyskland'));
    expect(told).toContain(TOLD);
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values.description).toBe(
      'Hansen VVS cvr 25313763, ejeren er født ██████-████ vil sælge til Tyskland',
    );
  });

  it('is spoken of in the writer’s own language', async () => {
    await say('language en');
    const told = words(await say(`log Ane ${CPR} in Viborg wants to start a company`));
    expect(told).toContain('I removed a CPR number from what you wrote.');
    expect(told).not.toContain('fjernet');
    expectNoTrace();
  });

  it('is not seen in a P-number’s own field, a CVR number or a telephone number', async () => {
    const [form] = await say('ny');
    const card = await world.click('anna-holm', anna, form?.card, 'intake.submit', {
      cvr: '25313763',
      pNumber: '1003407806',
      contactPhone: '+45 12 10 20 30',
      areas: 'internationalisation',
      depth: 'specialised',
    });
    expect(wordsOn(card)).not.toContain('CPR');
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values).toMatchObject({ cvr: '25313763', pNumber: '1003407806' });
  });
});
