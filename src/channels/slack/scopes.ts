/** Every permission the app asks for, and what for; `manifest/slack/manifest.json` lists the same. */
export const SCOPES = [
  // Hears a channel only where it is mentioned.
  'app_mentions:read',
  // Whether the app is in a public or private channel that is being bound to an office.
  'channels:read',
  'groups:read',
  // Posts and updates cards.
  'chat:write',
  // `/indgang` and the shortcuts.
  'commands',
  // Reads what people write to it directly.
  'im:history',
  // Tells colleagues from guests.
  'users:read',
] as const;
