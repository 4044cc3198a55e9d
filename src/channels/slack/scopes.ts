/** The permissions that the app requests, each with its purpose. `manifest/slack/manifest.json` lists the same. */
export const SCOPES = [
  // Receives the messages of a channel that mention the app.
  'app_mentions:read',
  // Checks whether the app is in a public or private channel that is being bound to an office.
  'channels:read',
  'groups:read',
  // Posts and updates cards.
  'chat:write',
  // `/indgang` and the shortcuts.
  'commands',
  // Receives direct messages.
  'im:history',
  // Tells colleagues from guests.
  'users:read',
] as const;
