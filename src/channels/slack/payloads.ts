import { z } from 'zod';
import { stateShape } from './input-blocks.ts';
import { wordedShape } from './message-words.ts';

/** The parts of Slack's requests that are read; the rest is ignored. */

const id = z.string().min(1).max(200);

/** Messages of other people attached to this one: Slack's way of sharing a message. */
const sharedShape = z
  .array(z.object({ is_share: z.boolean().nullish(), text: z.string().nullish() }))
  .nullish()
  .catch(null);

/** Files that came with a message: only whether there are any is read. */
const filesShape = z.array(z.unknown()).nullish().catch(null);

const editedShape = z.object({
  user: id.optional(),
  text: z.string().nullish(),
  bot_id: z.string().nullish(),
  ts: id,
  thread_ts: id.optional(),
  attachments: sharedShape,
  files: filesShape,
  edited: z.object({ ts: id }).nullish(),
});

const eventShape = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    channel: id,
    channel_type: z.string().optional(),
    user: id.optional(),
    text: z.string().nullish(),
    subtype: z.string().optional(),
    bot_id: z.string().nullish(),
    ts: id,
    thread_ts: id.optional(),
    attachments: sharedShape,
    files: filesShape,
    /** With `message_changed`: the message after and before the edit. */
    message: editedShape.nullish().catch(null),
    previous_message: z.object({ text: z.string().nullish() }).nullish().catch(null),
  }),
  z.object({
    type: z.literal('app_mention'),
    attachments: sharedShape,
    files: filesShape,
    edited: z.object({ ts: id }).nullish(),
    channel: id,
    user: id.optional(),
    text: z.string().nullish(),
    bot_id: z.string().nullish(),
    ts: id,
    thread_ts: id.optional(),
  }),
  z.object({ type: z.literal('app_home_opened'), user: id, tab: z.string().optional() }),
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({
    type: z.literal('tokens_revoked'),
    tokens: z.object({ bot: z.array(z.string()).nullish(), oauth: z.array(z.string()).nullish() }),
  }),
]);
export type SlackEvent = z.infer<typeof eventShape>;

const otherEvent = z.object({ type: z.string() });

export const eventsBody = z.union([
  z.object({ type: z.literal('url_verification'), challenge: z.string().max(1000) }),
  z.object({
    type: z.literal('event_callback'),
    team_id: id,
    enterprise_id: id.nullish(),
    event_id: id,
    event: z.union([eventShape, otherEvent]),
  }),
  // Slack held events back. There is nothing to do but acknowledge.
  z.object({ type: z.literal('app_rate_limited') }),
]);

/** The event, where it is one that the app acts on; undefined for any other. */
export function knownEvent(event: z.infer<typeof otherEvent>): SlackEvent | undefined {
  return eventShape.safeParse(event).data;
}

export const commandBody = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: id,
  enterprise_id: id.optional(),
  channel_id: id,
  user_id: id,
  user_name: z.string().optional(),
  trigger_id: id,
  response_url: z.string(),
});
export type SlashCommand = z.infer<typeof commandBody>;

const who = {
  team: z.object({ id }),
  enterprise: z.object({ id }).nullish(),
  user: z.object({ id, name: z.string().optional(), username: z.string().optional() }),
};

const windowShape = z.object({
  id,
  hash: z.string().optional(),
  type: z.string(),
  callback_id: z.string().nullish(),
  private_metadata: z.string().default(''),
  state: stateShape.nullish(),
});

const actionShape = z.object({
  type: z.string(),
  action_id: z.string(),
  block_id: z.string().nullish(),
  value: z.string().nullish(),
  action_ts: z.string().optional(),
});

const interactionShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('shortcut'), callback_id: z.string(), trigger_id: id, ...who }),
  z.object({
    type: z.literal('message_action'),
    callback_id: z.string(),
    trigger_id: id,
    response_url: z.string(),
    channel: z.object({ id }),
    message: wordedShape.extend({ ts: z.string() }),
    ...who,
  }),
  z.object({
    type: z.literal('block_actions'),
    trigger_id: id,
    response_url: z.string().optional(),
    channel: z.object({ id }).nullish(),
    container: z.object({
      type: z.string(),
      is_ephemeral: z.boolean().nullish(),
      message_ts: z.string().nullish(),
      channel_id: z.string().nullish(),
    }),
    view: windowShape.nullish(),
    state: stateShape.nullish(),
    actions: z.array(actionShape).min(1),
    ...who,
  }),
  z.object({ type: z.literal('view_submission'), trigger_id: id, view: windowShape, ...who }),
  z.object({ type: z.literal('view_closed'), ...who }),
  z.object({
    type: z.literal('block_suggestion'),
    action_id: z.string(),
    value: z.string().max(500).default(''),
    ...who,
  }),
]);
const withoutTeam = z.looseObject({
  team: z.null().optional(),
  user: z.looseObject({ team_id: id.nullish() }),
  view: z.looseObject({ team_id: id.nullish() }).nullish(),
});

/** An app that is installed for a whole organisation is told no workspace: the window's or the person's is meant. */
function withTeam(body: unknown): unknown {
  const read = withoutTeam.safeParse(body).data;
  const team = read?.view?.team_id ?? read?.user.team_id;
  return read && team ? { ...read, team: { id: team } } : body;
}

export const interactionBody = z.preprocess(withTeam, interactionShape);
export type Interaction = z.infer<typeof interactionShape>;
export type BlockActions = Extract<Interaction, { type: 'block_actions' }>;
export type ViewSubmission = Extract<Interaction, { type: 'view_submission' }>;

/** The fields of a form-encoded body. */
export function formFields(body: Buffer): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
}
