import { z } from 'zod';

/**
 * Slack's rules for blocks, written from its reference and not from our code: what `views.open` and `chat.postMessage`
 * would refuse. Every object is strict, so that a misspelt key is found as well.
 */

const filled = (max: number) => z.string().min(1).max(max);
const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: filled(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: filled(max), verbatim: z.boolean().optional() });

const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: filled(255),
  value: filled(2000),
  accessibility_label: filled(75).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: z
    .strictObject({
      title: plain(100),
      text: z.union([plain(300), mrkdwn(300)]),
      confirm: plain(30),
      deny: plain(30),
      style: z.enum(['primary', 'danger']).optional(),
    })
    .optional(),
});

const option = z.strictObject({ text: plain(75), value: filled(150) });
const options = z.array(option).min(1).max(100);
const groups = z
  .array(z.strictObject({ label: plain(75), options }))
  .min(1)
  .max(100);
const oneList = (select: { options?: unknown; option_groups?: unknown }) =>
  (select.options === undefined) !== (select.option_groups === undefined);

const select = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: filled(255),
    options: options.optional(),
    option_groups: groups.optional(),
    initial_option: option.optional(),
    placeholder: plain(150).optional(),
  })
  .refine(oneList);

const multiSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    action_id: filled(255),
    options: options.optional(),
    option_groups: groups.optional(),
    initial_options: z.array(option).min(1).max(100).optional(),
    placeholder: plain(150).optional(),
  })
  .refine(oneList);

const few = z.array(option).min(1).max(10);
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: filled(255),
  options: few,
  initial_options: few.optional(),
});
const radio = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: filled(255),
  options: few,
  initial_option: option.optional(),
});

const textInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: filled(255),
    multiline: z.boolean().optional(),
    max_length: z.int().min(1).max(3000).optional(),
    initial_value: z.string().min(1).max(3000).optional(),
    placeholder: plain(150).optional(),
    dispatch_action_config: z
      .strictObject({
        trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
      })
      .optional(),
  })
  .refine(({ initial_value, max_length }) => (initial_value?.length ?? 0) <= (max_length ?? 3000));

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id: filled(255),
  initial_date: day.optional(),
});
const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  action_id: filled(255),
  initial_user: filled(50).optional(),
  placeholder: plain(150).optional(),
});
const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  action_id: filled(255),
  initial_value: z.string().min(1).max(3000).optional(),
  placeholder: plain(150).optional(),
});
const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  action_id: filled(255),
  min_query_length: z.int().min(0).optional(),
  initial_option: option.optional(),
  placeholder: plain(150).optional(),
});

const richTextPart = z.strictObject({
  type: z.literal('text'),
  text: filled(3000),
  style: z.strictObject({ bold: z.boolean() }).optional(),
});
const richTextLink = z.strictObject({
  type: z.literal('link'),
  url: filled(3000),
  text: filled(3000),
});
const richTextSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(z.union([richTextPart, richTextLink])).min(1),
});

const blockId = { block_id: filled(255).optional() };

const simple = z.union([
  z.strictObject({ type: z.literal('header'), text: plain(150), ...blockId }),
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({
    type: z.literal('section'),
    text: z.union([plain(3000), mrkdwn(3000)]),
    accessory: button.optional(),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.union([plain(2000), mrkdwn(2000)]))
      .min(1)
      .max(10),
    ...blockId,
  }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25), ...blockId }),
  z.strictObject({
    type: z.literal('rich_text'),
    elements: z
      .array(
        z.union([
          richTextSection,
          z.strictObject({
            type: z.literal('rich_text_list'),
            style: z.enum(['bullet', 'ordered']),
            elements: z.array(richTextSection).min(1),
          }),
        ]),
      )
      .min(1),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: filled(255),
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: z.union([
      select,
      multiSelect,
      checkboxes,
      radio,
      textInput,
      datepicker,
      usersSelect,
      emailInput,
      externalSelect,
    ]),
  }),
]);

const thumb = z.strictObject({
  text: plain(75),
  value: filled(2000),
  accessibility_label: filled(75).optional(),
});

const block = z.union([
  simple,
  z.strictObject({
    type: z.literal('context_actions'),
    elements: z
      .array(
        z.strictObject({
          type: z.literal('feedback_buttons'),
          action_id: filled(255),
          positive_button: thumb,
          negative_button: thumb,
        }),
      )
      .min(1)
      .max(5),
    ...blockId,
  }),
  z
    .strictObject({
      type: z.literal('container'),
      title: plain(150),
      child_blocks: z.array(simple).min(1).max(10),
      is_collapsible: z.boolean().optional(),
      default_collapsed: z.boolean().optional(),
      width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
      ...blockId,
    })
    .refine((one) => one.default_collapsed !== true || one.is_collapsible === true),
]);

const blocks = (max: number) =>
  z
    .array(block)
    .min(1)
    .max(max)
    .superRefine((all, context) => {
      const ids = all.flatMap((one) => one.block_id ?? []);
      if (new Set(ids).size < ids.length)
        context.addIssue({ code: 'custom', message: 'two blocks have one id' });
      for (const one of all.flatMap((one) => (one.type === 'container' ? one.child_blocks : [one]))) {
        const actions = one.type === 'actions' ? one.elements.map(({ action_id }) => action_id) : [];
        if (new Set(actions).size < actions.length) {
          context.addIssue({ code: 'custom', message: 'two buttons of a row have one id' });
        }
      }
    });

export const slackMessage = z.strictObject({ text: filled(4000), blocks: blocks(50) });

export const slackModal = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(24),
    blocks: blocks(100),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    callback_id: filled(255).optional(),
    private_metadata: z.string().max(3000).optional(),
    clear_on_close: z.boolean().optional(),
  })
  // Slack refuses inputs that cannot be sent.
  .refine((view) => view.submit !== undefined || !view.blocks.some(({ type }) => type === 'input'));

export const slackHome = z.strictObject({ type: z.literal('home'), blocks: blocks(100) });
