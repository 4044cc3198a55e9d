import type { Binding } from '../app/ports/stores/binding-store.ts';
import { DEMO_CHANNELS, DEMO_TENANT } from './demo-directory.ts';

/**
 * Binds the Playground's channels to offices, as `forbind` does in a real team. `serviceUrl` is the Playground's
 * address.
 */
export function demoBindings(serviceUrl: string, at: string): readonly Binding[] {
  return DEMO_CHANNELS.map(({ id, kind, organisation }) => ({
    organisation,
    conversation: {
      channel: 'teams',
      id,
      kind,
      reference: JSON.stringify({
        bot: { id: '00000000-0000-0000-0000-000000000011', name: 'Indgang' },
        channelId: 'msteams',
        serviceUrl,
        conversation: {
          id,
          conversationType: kind === 'group' ? 'groupChat' : 'channel',
          isGroup: true,
          tenantId: DEMO_TENANT,
        },
      }),
    },
    boundBy: 'demo',
    boundAt: at,
  }));
}
