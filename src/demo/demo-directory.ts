import type { OrganisationId } from '../core/organisation.ts';
import type { Person } from '../core/person.ts';

/** The tenant of the Playground's configuration (`.m365agentsplayground.yml`). */
export const DEMO_TENANT = '00000000-0000-0000-0000-000000000001';

const teams = (number: number) => `teams:${DEMO_TENANT}:00000000-0000-0000-0000-0000000000${number}`;

/** The people of the embedded default: invented, in three offices, the same as in the Playground's configuration. */
export const DEMO_PEOPLE: readonly Person[] = [
  {
    id: 'anna-holm',
    name: 'Anna Holm',
    language: 'da',
    identities: [teams(20)],
    memberships: [{ organisation: 'les-791', roles: ['consultant', 'coordinator'] }],
  },
  {
    id: 'bo-krogh',
    name: 'Bo Krogh',
    language: 'da',
    identities: [teams(21)],
    memberships: [{ organisation: 'les-751', roles: ['consultant', 'coordinator'] }],
  },
  {
    id: 'carla-winther',
    name: 'Carla Winther',
    language: 'da',
    identities: [teams(22)],
    memberships: [{ organisation: 'ehm-midtjylland', roles: ['consultant'] }],
  },
  {
    id: 'dan-ravn',
    name: 'Dan Ravn',
    language: 'da',
    identities: [teams(23)],
    memberships: [{ organisation: 'ehm-midtjylland', roles: ['consultant', 'coordinator'] }],
  },
  {
    id: 'eva-lund',
    name: 'Eva Lund',
    language: 'da',
    identities: [teams(24)],
    memberships: [{ organisation: 'ehm-midtjylland', roles: ['phone'] }],
  },
  {
    id: 'finn-dahl',
    name: 'Finn Dahl',
    language: 'da',
    identities: [teams(25)],
    memberships: [{ organisation: 'les-791', roles: ['consultant'] }],
  },
];

/**
 * The places of the Playground's configuration, each bound to an office: a team's General channel, a channel, a group
 * chat.
 */
export const DEMO_CHANNELS: readonly {
  readonly id: string;
  readonly kind: 'channel' | 'group';
  readonly organisation: OrganisationId;
}[] = [
  { id: 'team-les-viborg', kind: 'channel', organisation: 'les-791' },
  { id: 'channel-ehm-midtjylland', kind: 'channel', organisation: 'ehm-midtjylland' },
  { id: 'group-chat-les-aarhus', kind: 'group', organisation: 'les-751' },
];

/** Whether a conversation is one of the Playground's places. */
export function isDemoPlace(id: string): boolean {
  return DEMO_CHANNELS.some((channel) => channel.id === id);
}
