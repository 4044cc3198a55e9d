import { z } from 'zod';
import { readPayload } from '../../../cards/actions.ts';
import { triedChangeView } from '../../../cards/views/tried-change.ts';
import { refusalWords } from '../../../dialogs/refusal-words.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import type { VerifiedPerson } from '../../app/inbound.ts';
import { maskCommand } from '../../app/mask.ts';
import { readAs } from '../../app/read-as.ts';
import { tryChange } from '../../app/settings/try-change.ts';
import { danishDate } from '../../core/danish-date.ts';
import { readJson } from '../read-json.ts';
import { visitorOf } from './tab-door.ts';
import { json, refused, type TabResponse } from './tab-response.ts';

/** The data that the form of a change would send, or the button that shows a proposal. */
const tryBody = z.strictObject({ payload: z.record(z.string(), z.union([z.string(), z.number()])) });

/** Tries a change of a setting. What is refused is answered as `problem`, in the reader's words, for its form. */
export async function takeTrial(
  person: VerifiedPerson,
  body: Buffer,
  deps: Dependencies,
): Promise<TabResponse> {
  const read = tryBody.safeParse(readJson(body));
  if (!read.success) return json(400, { error: { code: 'body' } });
  const { command } = maskCommand(readPayload(read.data.payload), deps.maskCpr);
  if (command.name !== 'setting') return json(400, { error: { code: 'payload' } });
  const { language, answer } = await readAs(visitorOf(person), deps, async (reader) => reader);
  if (!answer.ok) return refused(answer.refusal, language, 403);
  const { actor, now } = answer.value;
  const tried = await tryChange(command, { actor, now }, deps);
  if (tried.ok) return json(200, triedChangeView(tried.value, language, danishDate(now)));
  const status = tried.refusal.code === 'coordinators-only' ? 403 : 200;
  return json(status, { language, problem: refusalWords(tried.refusal, language) });
}
