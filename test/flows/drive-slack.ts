import { z } from 'zod';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import {
  allButtons,
  clickOn,
  inMessage,
  inWindow,
  textOn,
  viewPayload,
} from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import type { Driver, Enquiry } from './enquiries.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** The same consultant in Slack. */

const shape = z.looseObject({ blocks: z.array(z.unknown()).default([]) });
type Shown = z.infer<typeof shape>;

const answerShape = z.object({ response_action: z.string(), view: z.unknown().optional() });

export async function driveSlack(): Promise<Driver> {
  const product = await openProduct({ language });
  const { world } = product;
  const chat = `D-${world.anna}`;
  let count = 0;

  async function typed(text: string): Promise<Shown> {
    const ts = `1795233543.${String(++count).padStart(6, '0')}`;
    await world.event({ type: 'message', channel: chat, channel_type: 'im', user: world.anna, text, ts });
    return shape.parse(world.last('chat.postMessage').body);
  }
  async function clicked(shown: Shown, title: string, isWindow: boolean): Promise<Shown> {
    const place = isWindow
      ? { ...inWindow, view: viewPayload({ ...world.window(), view: Object(shown) }) }
      : inMessage(chat, true);
    await world.interact({ type: 'block_actions', ...place, actions: [clickOn(shown, title)] });
    return isWindow ? shape.parse(world.window().view) : shape.parse(world.last('response').body);
  }
  const isConfirm = ({ action_id = '' }: { readonly action_id?: string | undefined }) =>
    action_id.includes('intake.confirm');

  return {
    async drive({ door, text, fields = {}, told = {} }: Enquiry) {
      await typed('annuller');
      let interactions = 1;
      const isWindow = door === 'form' || door === 'message extension';
      let shown: Shown;
      if (door === 'form') {
        await world.command('ny');
        const sent = await world.interact({
          type: 'view_submission',
          view: viewPayload(world.window(), { cvr: text, ...fields }),
        });
        interactions++;
        shown = shape.parse(answerShape.parse(JSON.parse(sent.body)).view);
      } else if (door === 'message extension') {
        await world.interact({
          type: 'message_action',
          callback_id: 'log-besked',
          message: { ts: '1795233543.000100', text },
          channel: { id: world.office, name: 'les-viborg' },
          message_ts: '1795233543.000100',
        });
        shown = shape.parse(world.window().view);
      } else shown = await typed(door === 'guide' ? 'guide' : text);
      for (;;) {
        const confirm = allButtons(shown).find(isConfirm);
        if (confirm) {
          await clicked(shown, confirm.text.text, isWindow);
          return interactions + 1;
        }
        const submit = z.object({ private_metadata: z.string() }).safeParse(shown).data?.private_metadata;
        if (submit?.includes('intake.confirm')) {
          await world.interact({
            type: 'view_submission',
            view: viewPayload({ ...world.window(), view: Object(shown) }),
          });
          return interactions + 1;
        }
        const replies = allButtons(shown).filter(({ action_id = '' }) => action_id.includes('intake.answer'));
        const asked = /"question":"([^"]+)"/.exec(replies.at(-1)?.value ?? '')?.[1] ?? '';
        const answer = told[asked];
        if (answer === undefined || interactions > 12)
          throw new Error(`Nobody told what is asked (${asked}): ${textOn(shown)}`);
        const reply = replies.find(({ value = '' }) => value.includes(`:"${answer}"`));
        shown = reply ? await clicked(shown, reply.text.text, isWindow) : await typed(answer);
        interactions++;
      }
    },
    async newest() {
      const cases = await product.unitOfWork.read((stores) => stores.cases.page('', 100));
      const [newest] = cases.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
      if (!newest) throw new Error('there is no case');
      world.clock.set(new Date(Date.parse(world.clock.now()) + 60_000).toISOString());
      return newest;
    },
    close: () => product.close(),
  };
}
