import type { BrowserContext, Frame, Page } from 'playwright-core';

/** What a host of ours tells the tab. */
export interface HostSettings {
  readonly theme: 'default' | 'dark' | 'contrast';
  readonly locale: string;
  /** A token of whoever is signed in; asked for each request. */
  readonly token: () => Promise<string>;
  readonly subPage?: string;
  /** `settings` where the tab is being added to a channel. */
  readonly frameContext?: 'content' | 'settings';
}

/** What the tab asked of the host, apart from where it is and who one is. */
interface HostCall {
  readonly func: string;
  readonly args: readonly unknown[];
}

const HOST = 'https://teams.microsoft.com/indgang-test-host';

/** The page around the tab: it answers what the Teams library asks, as the Teams client does. */
const page = (tab: string) => `<!doctype html>
<html lang="da"><head><title>Teams</title><style>html,body,iframe{margin:0;border:0;width:100%;height:100%}</style></head>
<body><iframe title="Indgang" src="${tab}"
  sandbox="allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts"></iframe>
<script>
addEventListener('message', async ({ data, source, origin }) => {
  const { id, uuid, func } = data;
  const answer = (args) => source.postMessage({ id, uuid, args }, origin);
  const runtime = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: true, supports: { pages: { config: {} } } });
  const settings = await window.hostSettings();
  window.calls = [...(window.calls ?? []), { func, args: data.args ?? [] }];
  if (func === 'settings.setSettings' || func === 'executeDeepLink') answer([true]);
  if (func === 'initialize') answer([settings.frameContext, 'web', runtime, '2.58.0']);
  if (func === 'getContext') answer([{ theme: settings.theme, locale: settings.locale, entityId: 'board',
    subEntityId: settings.subPage, hostClientType: 'web', frameContext: settings.frameContext }]);
  if (func === 'authentication.getAuthToken') {
    try { answer([true, await window.hostToken()]); } catch { answer([false, 'CancelledByUser']); }
  }
});
</script></body></html>`;

/** Opens the tab in a frame of a host that speaks Teams' protocol. */
export async function openInHost(
  context: BrowserContext,
  tab: string,
  { token, frameContext = 'content', ...more }: HostSettings,
): Promise<{ readonly page: Page; readonly tab: Frame }> {
  const host = await context.newPage();
  const settings = { ...more, frameContext };
  await host.exposeFunction('hostSettings', () => settings);
  await host.exposeFunction('hostToken', token);
  await host.route(HOST, (route) => route.fulfill({ contentType: 'text/html', body: page(tab) }));
  await host.goto(HOST);
  const frame =
    host.frames().find((one) => one.url().startsWith(tab)) ?? (await host.waitForEvent('framenavigated'));
  return { page: host, tab: frame };
}

/** What the tab has asked of its host by a function's name, in order. */
export async function askedOf(host: Page, func: string): Promise<readonly (readonly unknown[])[]> {
  const calls = await host.evaluate(() => (window as unknown as { calls: HostCall[] }).calls);
  return calls.filter((call) => call.func === func).map(({ args }) => args);
}

/** Somebody chooses another theme in Teams. */
export function changeTheme(host: Page, theme: HostSettings['theme']): Promise<void> {
  return sendToTab(host, 'themeChange', [theme]);
}

/** Teams' own Save button while a tab is being added. */
export function pressSave(host: Page): Promise<void> {
  return sendToTab(host, 'settings.save', [{}]);
}

async function sendToTab(host: Page, func: string, args: readonly unknown[]): Promise<void> {
  await host.evaluate(
    (message) => document.querySelector('iframe')?.contentWindow?.postMessage(message, '*'),
    { func, args },
  );
}
