import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonWith, inputsOn, wordsOn } from '../../flows/card-hands.ts';
import { activityOf, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from '../../flows/teams-world.ts';

/** What people write in Teams, read at the door: over HTTP, to what the draft and the case hold. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const anna = chatOf('anna-holm');
const draft = (person = 'anna-holm') =>
  world.service.unitOfWork.run((stores) => stores.drafts.active(person));
const LINE = 'log Hansen VVS cvr 25313763, vil eksportere til Tyskland, ring 40411234';

async function send(more: object, place = anna): Promise<string> {
  const before = world.recorder.messages().length;
  const { status } = await world.post(
    activityOf(world.recorder.serviceUrl, 'anna-holm', place, {
      type: 'message',
      textFormat: 'plain',
      ...more,
    }),
  );
  expect(status).toBe(200);
  return world.recorder
    .messages()
    .slice(before)
    .map(({ body }) => JSON.stringify(body))
    .join('\n');
}
const say = (text: string, place = anna) => send({ text }, place);

const quote = (words: string) =>
  `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="8:x">Bo Krogh</strong><p itemprop="preview">${words}</p></blockquote>`;

describe('a quoted message', () => {
  it('is not what the person wrote: neither its crisis nor its CVR number is the case’s', async () => {
    const words = 'Møllen ApS cvr 10103940 er gået konkurs, løn kan ikke betales';
    const told = await send({
      text: `Bo Krogh ${words} log Hansen VVS cvr 25313763 vil eksportere`,
      attachments: [
        {
          contentType: 'text/html',
          content: `${quote(words)}<p>log Hansen VVS cvr 25313763 vil eksportere</p>`,
        },
      ],
    });
    expect(told).toContain('Det citerede er ikke taget med');
    const { values } = (await draft()) ?? {};
    expect(values).toMatchObject({ cvr: '25313763', description: 'Hansen VVS cvr 25313763 vil eksportere' });
    expect(values).not.toHaveProperty('crisis');
  });

  it('of lines with > is none of them either', async () => {
    expect(await say('log Hansen VVS vil eksportere\n&gt; de er gået konkurs\n&gt; cvr 10103940')).toContain(
      'citerede',
    );
    expect((await draft())?.values).toMatchObject({ description: 'Hansen VVS vil eksportere' });
  });

  it('alone is asked for the person’s own words', async () => {
    expect(
      await send({ text: '', attachments: [{ contentType: 'text/html', content: quote('cvr 25313763') }] }),
    ).toContain('Beskeden er kun et citat');
    expect(await draft()).toBeUndefined();
  });

  it('that was passed on is not taken for the person’s own', async () => {
    const told = await send({
      text: '',
      attachments: [
        {
          contentType: 'forwardedMessageReference',
          content: JSON.stringify({ originalMessageContent: '<p>cvr 25313763 er konkurs</p>' }),
        },
      ],
    });
    expect(told).toContain('kun et citat');
  });
});

describe('mentions', () => {
  const house = channelOf('ehm-midtjylland');

  async function caseAtHouse(): Promise<string> {
    await say(`${LINE}, ok at dele`);
    await say('et program');
    await say('bekræft');
    await world.deliver();
    const [kase] = (await world.service.unitOfWork.run((stores) => stores.cases.ofCompany('25313763'))) ?? [];
    if (!kase) throw new Error('no case');
    return kase.id;
  }

  it('of a colleague is whom the case is assigned to', async () => {
    const id = await caseAtHouse();
    const speak = (text: string) =>
      world.post(
        activityOf(world.recorder.serviceUrl, 'carla-winther', house, {
          type: 'message',
          text,
          entities: [
            { type: 'mention', text: '<at>Døren</at>', mentioned: { id: '28:indgang', name: 'Døren' } },
          ],
        }),
      );
    await speak(`<at>Døren</at> overtag ${id}`);
    await speak(`<at>Døren</at> tildel ${id} <at id="1">Dan Ravn</at>`);
    const kase = await world.service.unitOfWork.run((stores) => stores.cases.get(id));
    expect(kase?.assignee?.name).toBe('Dan Ravn');
    await speak(`@Indgang tildel ${id} @Carla Winther`);
    const again = await world.service.unitOfWork.run((stores) => stores.cases.get(id));
    expect(again?.assignee?.name).toBe('Carla Winther');
  });

  it('stay as names in what is noted', async () => {
    await say('<at>Indgang</at> log Hansen VVS, aftalt med <at>Dan Ravn</at>, vil eksportere');
    expect((await draft())?.values.description).toBe('Hansen VVS, aftalt med Dan Ravn, vil eksportere');
  });
});

describe('an edit', () => {
  const edited = (id: string, text: string) =>
    send({
      id,
      type: 'messageUpdate',
      text,
      channelData: { eventType: 'editMessage' },
    });

  it('of a command that was carried out does nothing again, and says so once', async () => {
    await send({ id: 'm1', text: LINE });
    const before = await draft();
    const told = [
      await edited('m1', `${LINE}!`),
      await edited('m1', `${LINE}!`),
      await edited('m1', `${LINE}!`),
    ];
    expect(told.map((words) => words.includes('rettelser'))).toEqual([true, false, false]);
    expect(told.slice(1)).toEqual(['', '']);
    expect(await draft()).toEqual(before);
  });

  it('of a message that never came, as where only the edit mentions the bot, is carried out once', async () => {
    const told = [await edited('m2', LINE), await edited('m2', LINE), await edited('m2', LINE)];
    expect(told[0]).toContain('Eksport');
    expect(told.slice(1)).toEqual(['', '']);
    expect((await draft())?.values.description).toBe(LINE.slice(4));
  });

  it('of a message from long ago is no new one, though its delivery is forgotten', async () => {
    const told = await edited(String(Date.parse('2026-11-02T09:00:00Z')), LINE);
    expect(told).toContain('rettelser');
    expect(await draft()).toBeUndefined();
  });
});

describe('a long text', () => {
  const long = 'Hansen VVS vil eksportere. '.repeat(200);

  it('in one line is refused with the limit and what to do, and nothing of it is kept', async () => {
    const told = await say(`log ${long}`);
    expect(told).toContain('4000');
    expect(told).toContain('flere dele');
    expect(await draft()).toBeUndefined();
  });

  it('that no longer fits the description is not added, and the description stays whole', async () => {
    await say(`log Hansen VVS cvr 25313763 ${'ord '.repeat(900)}`);
    const before = (await draft())?.values.description;
    expect(await say(`de vil også eksportere ${'mere '.repeat(100)}`)).toContain('ikke føjet til');
    expect((await draft())?.values.description).toBe(before);
  });

  it('comes back whole from the form, whatever it is sent with', async () => {
    const text = 'Æblegården vil eksportere. '.repeat(140).trim();
    expect(text.length).toBeGreaterThan(3_700);
    const [form] = await world.say('anna-holm', anna, 'ny');
    const card = await world.click('anna-holm', anna, form?.card, 'intake.submit', { description: text });
    expect(inputsOn(card).description).toBe(text);
    await world.click('anna-holm', anna, card, 'intake.submit', { cvr: '25313763' });
    expect((await draft())?.values.description).toBe(text);
  });

  it('in a field is refused at the field with both numbers', async () => {
    const [form] = await world.say('anna-holm', anna, 'ny');
    const card = await world.click('anna-holm', anna, form?.card, 'intake.submit', { description: long });
    expect(wordsOn(card)).toContain('højst 4000');
    expect(inputsOn(card).description).toBe(long.trim());
  });
});

describe('fields of a form', () => {
  const submit = async (typed: Record<string, string>) => {
    const [form] = await world.say('anna-holm', anna, 'ny');
    expect(buttonWith(form?.card, 'intake.submit')).toBeDefined();
    return wordsOn(await world.click('anna-holm', anna, form?.card, 'intake.submit', typed));
  };

  it('are read without what is not seen, and a name of nothing but that is none', async () => {
    await submit({
      cvr: '25\u200b31 37\u202a63',
      companyName: '\u200b',
      contactPhone: '40\u00a041\u200e1234',
    });
    const { values } = (await draft()) ?? {};
    expect(values).toMatchObject({ cvr: '25313763', contactPhone: '40411234' });
    expect(values?.companyName).not.toBe('\u200b');
  });

  it('take the body alone of an e-mail that is pasted into the description, and say so', async () => {
    const told = await submit({
      municipality: '791',
      description: 'Fra: Jens <jens@x.dk>\nEmne: Hjælp\n\nHej Anna\n\nVi vil gerne eksportere.\n\nMvh\nJens',
    });
    expect(told).toContain('læst det som en mail');
    expect(told).toContain('underskriften');
    expect((await draft())?.values.description).toBe('Vi vil gerne eksportere.');
  });

  it('refuse a telephone number of six digits with what is right', async () => {
    const told = await submit({ municipality: '791', contactPhone: '70 15 16' });
    expect(told).toContain('otte cifre');
    expect((await draft())?.values).not.toHaveProperty('contactPhone');
  });
});

describe('labels and numbers', () => {
  it.each([
    ['log CVR-nummer er 25313763, vil eksportere', { cvr: '25313763', companyName: 'Hansen VVS ApS' }],
    ['log SE-nr. 25313763 vil eksportere', { cvr: '25313763', companyName: 'Hansen VVS ApS' }],
    ['log DK-25313763 vil eksportere', { cvr: '25313763', companyName: 'Hansen VVS ApS' }],
    ['log DK 25313763 vil eksportere', { cvr: '25313763', companyName: 'Hansen VVS ApS' }],
    ['log 8800viborg, vil eksportere', { municipality: '791' }],
    ["log Møllen i Viborg, eksport, o'brien@firma.dk", { contactEmail: "o'brien@firma.dk" }],
    ['log 🚀 Møllebo Smede, eksport, Viborg', { companyName: 'Møllebo Smede', municipality: '791' }],
  ])('%s', async (line, values) => {
    await say(line);
    expect((await draft())?.values).toMatchObject(values);
  });

  it('says that eight digits in front are no CVR number, and takes them for none', async () => {
    expect(await say('log 25313764 vil eksportere, Viborg')).toContain('ikke et gyldigt CVR-nummer');
    expect((await draft())?.values).not.toHaveProperty('contactPhone');
  });

  it.each(['log har ikke CVR, 22334455, vil starte i Viborg', 'log tlf 22334455, Viborg, eksport'])(
    'says nothing of a CVR number where there is none: %s',
    async (line) => {
      expect(await say(line)).not.toContain('gyldigt CVR');
      expect((await draft())?.values).toMatchObject({ contactPhone: '22334455' });
    },
  );

  it('reads the same in answer to the question of the company', async () => {
    await say('guide');
    await say('har ikke CVR, 22334455');
    const { values } = (await draft()) ?? {};
    expect(values).toMatchObject({ contactPhone: '22334455' });
    expect(values).not.toHaveProperty('companyName');
  });
});
