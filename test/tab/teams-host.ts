import type { BrowserContext, Frame, Page } from 'playwright-core';

/** What a host of ours tells the tab. */
export interface HostSettings {
  readonly theme: 'default' | 'dark' | 'contrast';
  readonly locale: string;
  /** A token of whoever is signed in; asked for each request. */
  readonly token: () => Promise<string>;
  readonly subPage?: string;
}

const HOST = 'https://teams.microsoft.com/indgang-test-host';

/** The page around the tab: it answers what the Teams library asks, as the Teams client does. */
const page = (tab: string) => `<!doctype html>
<html lang="da"><head><title>Teams</title><style>html,body,iframe{margin:0;border:0;width:100%;height:100%}</style></head>
<body><iframe title="Indgang" src="${tab}"></iframe>
<script>
addEventListener('message', async ({ data, source, origin }) => {
  const { id, uuid, func } = data;
  const answer = (args) => source.postMessage({ id, uuid, args }, origin);
  const runtime = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: true, supports: {} });
  const settings = await window.hostSettings();
  if (func === 'initialize') answer(['content', 'web', runtime, '2.58.0']);
  if (func === 'getContext') answer([{ theme: settings.theme, locale: settings.locale, entityId: 'board',
    subEntityId: settings.subPage, hostClientType: 'web', frameContext: 'content' }]);
  if (func === 'authentication.getAuthToken') {
    try { answer([true, await window.hostToken()]); } catch { answer([false, 'CancelledByUser']); }
  }
});
</script></body></html>`;

/** Opens the tab in a frame of a host that speaks Teams' protocol. */
export async function openInHost(
  context: BrowserContext,
  tab: string,
  { token, ...settings }: HostSettings,
): Promise<{ readonly page: Page; readonly tab: Frame }> {
  const host = await context.newPage();
  await host.exposeFunction('hostSettings', () => settings);
  await host.exposeFunction('hostToken', token);
  await host.route(HOST, (route) => route.fulfill({ contentType: 'text/html', body: page(tab) }));
  await host.goto(HOST);
  const frame =
    host.frames().find((one) => one.url().startsWith(tab)) ?? (await host.waitForEvent('framenavigated'));
  return { page: host, tab: frame };
}
