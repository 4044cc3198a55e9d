import { z } from 'zod';
import { buttonsOn, buttonWith, inputsOn, wordsOn } from './card-hands.ts';
import type { Driver, Enquiry } from './enquiries.ts';
import { activityOf, chatOf, openTeamsWorld } from './teams-world.ts';

/** A consultant in Teams, who does what the card asks and no more. */

const ANNA = 'anna-holm';
const chat = chatOf(ANNA);
const between = { id: '19:anna_bo@unq.gbl.spaces', kind: 'personal' } as const;
const dialog = z.object({
  task: z.object({ value: z.object({ card: z.object({ content: z.unknown() }) }) }),
});

/** What a reply's button sends, without what says where it stands. */
const inputOf = (data: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      typeof value === 'string' && !['verb', 'draftId', 'question'].includes(key) ? [[key, value]] : [],
    ),
  );

export async function driveTeams(): Promise<Driver> {
  const world = await openTeamsWorld();

  async function inDialog(name: string, value: object): Promise<unknown> {
    const { body } = await world.post(
      activityOf(world.recorder.serviceUrl, ANNA, between, { type: 'invoke', name, value }),
    );
    return dialog.parse(body).task.value.card.content;
  }

  const typed = async (line: string) => (await world.say(ANNA, chat, line)).at(-1)?.card;
  const clicked = (card: unknown, verb: string, fields: Record<string, string> = {}) =>
    world.click(ANNA, chat, card, verb, fields);
  const submitted = (card: unknown, verb: string, fields: Record<string, string> = {}) => {
    return inDialog('composeExtension/submitAction', {
      commandId: 'log',
      data: { ...inputsOn(card), ...fields, ...buttonWith(card, verb, fields).data },
    });
  };

  return {
    async drive({ door, text, fields = {}, told = {} }: Enquiry) {
      await typed('annuller');
      let count = 1;
      const isDialog = door === 'message extension';
      let card = isDialog
        ? await inDialog('composeExtension/fetchTask', {
            commandId: 'log',
            commandContext: 'message',
            messagePayload: { id: '1700000000000', body: { contentType: 'text', content: text } },
          })
        : await typed(door === 'form' ? 'ny' : door === 'guide' ? 'guide' : text);
      const click = isDialog ? submitted : clicked;
      if (door === 'form') {
        card = await click(card, 'intake.submit', { cvr: text, ...fields });
        count++;
      }
      for (;;) {
        const verbs = buttonsOn(card).map(({ verb }) => verb);
        if (verbs.includes('intake.confirm')) {
          const asksBasis = buttonsOn(card).some(({ data }) => data.consent === 'consent');
          await click(card, 'intake.confirm', asksBasis ? { consent: 'consent' } : {});
          return count + 1;
        }
        const replies = buttonsOn(card).filter(({ verb }) => verb === 'intake.answer');
        const question = String(replies.at(-1)?.data.question);
        const answer = told[question];
        if (answer === undefined || count > 12)
          throw new Error(`Nobody told what is asked (${question}): ${wordsOn(card)}`);
        const reply = replies.find(({ data }) => Object.values(data).includes(answer));
        card = reply
          ? await click(card, 'intake.answer', inputOf(reply.data))
          : isDialog
            ? await click(card, 'intake.answer', { [question]: answer })
            : await typed(answer);
        count++;
      }
    },
    async newest() {
      const cases = await world.service.unitOfWork.read((stores) => stores.cases.page('', 100));
      const [newest] = cases.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
      if (!newest) throw new Error('there is no case');
      world.clock.pass(60_000);
      return newest;
    },
    close: () => world.close(),
  };
}
