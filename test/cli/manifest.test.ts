import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runWith } from './cli-world.ts';

const APP = '01234567-89ab-cdef-0123-456789abcdef';

const run = (...argv: readonly string[]) => runWith(argv);

describe('indgang manifest', () => {
  it('packs what Teams takes: the manifest with the app’s id and address, its translation and icons', async () => {
    const { status, written } = await run(
      ...['manifest', 'teams', '--app-id', APP, '--url', 'https://bot.kommune.dk', '--out', 'app.zip'],
    );
    expect(status).toBe(0);
    const files = unzipSync(written.get('app.zip') ?? new Uint8Array());
    expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const text = strFromU8(files['manifest.json'] ?? new Uint8Array());
    const manifest = JSON.parse(text);
    expect([manifest.id, manifest.bots[0].botId, manifest.composeExtensions[0].botId]).toEqual([
      APP,
      APP,
      APP,
    ]);
    expect(manifest.validDomains).toEqual(['bot.kommune.dk']);
    expect(text).not.toContain('indgang.example');
    expect(text).toContain('Notér');
  });

  it('prints Slack’s manifest with the service’s address everywhere', async () => {
    const { status, out } = await run('manifest', 'slack', '--url', 'https://bot.kommune.dk', '--json');
    expect(status).toBe(0);
    const { settings, oauth_config } = JSON.parse(out.join());
    expect(settings.event_subscriptions.request_url).toBe('https://bot.kommune.dk/api/slack/events');
    expect(oauth_config.redirect_urls).toEqual(['https://bot.kommune.dk/api/slack/oauth']);
    expect(out.join()).not.toContain('indgang.example');
  });

  it.each([
    [['manifest', 'teams', '--url', 'https://x.dk'], '--app-id is missing'],
    [['manifest', 'teams', '--app-id', 'abc', '--url', 'https://x.dk'], '--app-id abc'],
    [['manifest', 'teams', '--app-id', APP], '--url is missing'],
    [['manifest', 'slack', '--url', 'http://x.dk'], '--url http://x.dk: must be'],
  ])('says what is wrong with %j', async (argv, problem) => {
    const { status, errors, written } = await run(...argv);
    expect(status).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(problem);
    expect(written.size).toBe(0);
  });
});
