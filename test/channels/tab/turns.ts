import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** The tab's commands over HTTP, for people of a service on its own machine. */

const payload = z.record(z.string(), z.union([z.string(), z.number()]));
export type Payload = z.infer<typeof payload>;

const view = z.looseObject({
  title: z.string(),
  subtitle: z.string().optional(),
  version: z.number().optional(),
  blocks: z.array(z.looseObject({ kind: z.string(), text: z.string().optional() })),
  actions: z.array(
    z.object({
      title: z.string(),
      command: payload,
      form: z.array(z.looseObject({ id: z.string(), value: z.unknown(), problem: z.string().optional() })),
    }),
  ),
});
export type TurnView = z.infer<typeof view>;
const reply = z.object({ views: z.array(view) });

/** Posts to a path of the tab; the answer as it came. */
export async function postAs(base: string, path: string, person: string, body: object) {
  const response = await fetch(`${base}/api/tab/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-indgang-person': person },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { status: response.status, body: answer };
}

/** Carries a command of somebody out; the last view of its answer. */
export async function turnAs(base: string, person: string, fields: Payload): Promise<TurnView> {
  const { status, body } = await postAs(base, 'turn', person, { key: randomUUID(), payload: fields });
  const last = status === 200 ? reply.parse(body).views.at(-1) : undefined;
  if (!last) throw new Error(`no view: ${status}`);
  return last;
}

/** The number of a case of one line at the desk, confirmed by the first way that is offered. */
export async function caseBy(base: string, person: string, text: string): Promise<string> {
  const decision = await turnAs(base, person, { verb: 'open.log', text });
  const confirm = decision.actions.find(({ command }) => command.verb === 'intake.confirm');
  const made = await turnAs(base, person, confirm?.command ?? {});
  const id = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(`${made.subtitle}`)?.[0];
  if (id === undefined) throw new Error(`no case: ${made.title}, ${made.subtitle}`);
  return id;
}
