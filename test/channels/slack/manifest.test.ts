import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { knownEvent } from '../../../src/channels/slack/payloads.ts';
import { SCOPES } from '../../../src/channels/slack/scopes.ts';

const manifest = z
  .object({
    display_information: z.object({
      name: z.string().max(35),
      description: z.string().max(140),
      long_description: z.string().min(175).max(4000),
      background_color: z.string().regex(/^#[0-9a-f]{6}$/),
    }),
    features: z.object({
      app_home: z.object({
        home_tab_enabled: z.literal(true),
        messages_tab_enabled: z.literal(true),
        messages_tab_read_only_enabled: z.literal(false),
      }),
      bot_user: z.object({ display_name: z.string().max(80), always_online: z.boolean() }),
      shortcuts: z
        .array(
          z.object({
            name: z.string().max(24),
            type: z.enum(['global', 'message']),
            callback_id: z.string().max(255),
            description: z.string().max(150),
          }),
        )
        .max(5),
      slash_commands: z.array(
        z.object({
          command: z.string().max(32),
          url: z.url(),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
        }),
      ),
    }),
    oauth_config: z.object({
      redirect_urls: z.array(z.url()),
      scopes: z.object({ bot: z.array(z.string()) }),
    }),
    settings: z.object({
      event_subscriptions: z.object({ request_url: z.url(), bot_events: z.array(z.string()) }),
      interactivity: z.object({
        is_enabled: z.literal(true),
        request_url: z.url(),
        message_menu_options_url: z.url(),
      }),
      org_deploy_enabled: z.boolean(),
      socket_mode_enabled: z.literal(false),
      token_rotation_enabled: z.boolean(),
    }),
  })
  .parse(JSON.parse(readFileSync('manifest/slack/manifest.json', 'utf8')));

describe('the Slack manifest', () => {
  it('asks for exactly the scopes that the installation asks for', () => {
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...SCOPES].sort());
  });

  it('subscribes to exactly the events that are acted on', () => {
    const payloads: Record<string, object> = {
      app_home_opened: { user: 'U1' },
      app_mention: { channel: 'C1', ts: '1.1' },
      app_uninstalled: {},
      'message.im': { channel: 'D1', ts: '1.1' },
      tokens_revoked: { tokens: {} },
    };
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(Object.keys(payloads));
    for (const [event, more] of Object.entries(payloads)) {
      expect(knownEvent({ type: event.replace(/\..*/, ''), ...more }), event).toBeDefined();
    }
    expect(knownEvent({ type: 'reaction_added' })).toBeUndefined();
  });

  it('sends each kind of request to its own address', () => {
    const { features, settings, oauth_config } = manifest;
    expect(settings.interactivity.message_menu_options_url).toBe(settings.interactivity.request_url);
    expect([
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      features.slash_commands[0]?.url,
      oauth_config.redirect_urls[0],
    ]).toEqual(
      ['events', 'interactions', 'commands', 'oauth'].map(
        (door) => `https://indgang.example/api/slack/${door}`,
      ),
    );
  });

  it('offers the shortcut both anywhere and on a message', () => {
    expect(manifest.features.shortcuts.map(({ name, type }) => [name, type])).toEqual([
      ['Log henvendelse', 'global'],
      ['Log henvendelse', 'message'],
    ]);
  });
});
