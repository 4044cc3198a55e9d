import { z } from 'zod';

/** The parts of an activity that are read. Everything else is left to Bot Framework, unread and untrusted. */
const account = z.object({
  id: z.string().max(400),
  name: z.string().max(400).nullish(),
  aadObjectId: z.string().max(100).nullish(),
});

export const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: z.string().max(400).nullish(),
  name: z.string().max(200).nullish(),
  text: z.string().max(200_000).nullish(),
  textFormat: z.string().max(50).nullish().catch(null),
  value: z.unknown().optional(),
  /** Mentions and quotes, parsed where they are used. */
  entities: z.array(z.unknown()).nullish().catch(null),
  attachments: z
    .array(z.object({ contentType: z.string(), content: z.unknown().optional() }))
    .nullish()
    .catch(null),
  // An answer could not be addressed without these.
  from: account,
  /** `isTargeted`: a private message in a channel or group, such as a slash command. */
  recipient: account.extend({ isTargeted: z.boolean().nullish().catch(null) }),
  channelId: z.string().max(100).nullish(),
  locale: z.string().max(100).nullish(),
  serviceUrl: z.string().max(1_000).nullish(),
  replyToId: z.string().max(400).nullish(),
  conversation: z.object({
    // Sent back in a header of every answer.
    id: z
      .string()
      .max(1_000)
      .regex(/^[\x20-\x7e]+$/, 'must be of printable ASCII'),
    conversationType: z.string().max(50).nullish(),
    tenantId: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().max(100) }).nullish(),
      eventType: z.string().max(100).nullish(),
      team: z.object({ id: z.string().max(400) }).nullish(),
      channel: z.object({ id: z.string().max(400) }).nullish(),
    })
    .nullish()
    .catch(null),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  action: z.string().max(50).nullish(),
});

export type ReadActivity = z.output<typeof activitySchema>;

/** The value of an `adaptiveCard/action` invoke: the button's verb and data. */
export const executeSchema = z.object({
  action: z.object({
    type: z.string().nullish(),
    verb: z.string().max(100).nullish(),
    data: z.unknown().optional(),
  }),
  trigger: z.string().nullish(),
});

/** The value of a `message/submitAction` invoke: the thumb that was pressed under a message. What was written is not read. */
export const feedbackSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']) }),
});

/** The value of a message extension's action: its id, its data, and the message it was used on. */
export const extensionSchema = z.object({
  commandId: z.string().max(100).nullish(),
  commandContext: z.string().max(50).nullish(),
  data: z.unknown().optional(),
  messagePayload: z
    .object({
      id: z.string().max(400).nullish(),
      body: z
        .object({ contentType: z.string().nullish(), content: z.string().max(1_000_000).nullish() })
        .nullish(),
    })
    .nullish(),
});
