import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCommand } from '../../../dialogs/commands.ts';
import { tab as da } from '../../../dialogs/da/tab.ts';
import { tab as en } from '../../../dialogs/en/tab.ts';

const ROOT = join(import.meta.dirname, '../../..');
const HOME = join(ROOT, 'manifest/teams');
const SCHEMAS = join(ROOT, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.29');

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** What Microsoft's own schema finds wrong with a file. */
function faultsOf(file: string, schema: string): readonly string[] {
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(json(join(SCHEMAS, schema)) as object);
  validate(json(join(HOME, file)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const manifest = z
  .object({
    name: z.object({ short: z.string().max(30), full: z.string().max(100) }),
    description: z.object({ short: z.string().max(80), full: z.string().max(4_000) }),
    icons: z.object({ color: z.string(), outline: z.string() }),
    bots: z
      .array(
        z.object({
          botId: z.string(),
          supportsTargetedMessages: z.boolean(),
          commandLists: z
            .array(
              z.object({
                scopes: z.array(z.string()),
                triggers: z.array(z.enum(['mention', 'slash'])),
                commands: z
                  .array(z.looseObject({ title: z.string().max(32), description: z.string().max(128) }))
                  .max(12),
              }),
            )
            .max(3),
        }),
      )
      .length(1),
    staticTabs: z.array(z.object({ contentUrl: z.string(), name: z.string() })),
    webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
    localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
  })
  .parse(json(join(HOME, 'manifest.json')));
const english = z.record(z.string(), z.string()).parse(json(join(HOME, 'en.json')));

/** Width and height of a PNG, from its header. */
function sizeOf(file: string): readonly number[] {
  const png = readFileSync(join(HOME, file));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the Teams manifest', () => {
  it('keeps Microsoft’s schema, in Danish and in English', () => {
    expect(faultsOf('manifest.json', 'MicrosoftTeams.schema.json')).toEqual([]);
    expect(faultsOf('en.json', 'MicrosoftTeams.Localization.schema.json')).toEqual([]);
  });

  it('has its icons in the sizes that Teams asks for', () => {
    expect(sizeOf(manifest.icons.color)).toEqual([192, 192]);
    expect(sizeOf(manifest.icons.outline)).toEqual([32, 32]);
  });

  it('lists only commands that the bot knows, in both languages', () => {
    const needsMore: Record<string, string> = {
      log: 'Hansen VVS',
      sag: 'K7M2Q9',
      case: 'K7M2Q9',
      sprog: 'en',
      language: 'da',
      forbind: 'les-791',
      connect: 'les-791',
    };
    const listed =
      manifest.bots[0]?.commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)) ?? [];
    const translated = Object.entries(english).flatMap(([key, value]) =>
      key.startsWith('bots[0]') && key.endsWith('.title') ? [value] : [],
    );
    expect(translated).toHaveLength(listed.length);
    for (const title of [...listed, ...translated]) {
      const more = needsMore[title];
      const command = readCommand(more === undefined ? title : `${title} ${more}`);
      expect(command.name, title).not.toBe('say');
    }
  });

  it('offers its commands after a slash, privately; what they send is what is typed', () => {
    expect(manifest.bots[0]?.supportsTargetedMessages).toBe(true);
    for (const { triggers, commands } of manifest.bots[0]?.commandLists ?? []) {
      expect(triggers).toEqual(['mention', 'slash']);
      // A prompt would send other words than the command that is tested above.
      for (const command of commands) expect(Object.keys(command).sort()).toEqual(['description', 'title']);
    }
  });

  it('opens pages of the tab, by the names that they have there, and signs people in for this service alone', () => {
    const pages = [
      { contentUrl: 'https://indgang.example/tab', name: da.pages.board, english: en.pages.board },
      { contentUrl: 'https://indgang.example/tab?page=desk', name: da.pages.desk, english: en.pages.desk },
    ];
    const { staticTabs, webApplicationInfo, bots } = manifest;
    expect(
      staticTabs.map(({ contentUrl, name }, at) => ({
        contentUrl,
        name,
        english: english[`staticTabs[${at}].name`],
      })),
    ).toEqual(pages);
    const [id] = bots.map(({ botId }) => botId);
    expect(webApplicationInfo).toEqual({ id, resource: `api://indgang.example/${id}` });
  });

  it('names files that are there', () => {
    for (const { file } of manifest.localizationInfo.additionalLanguages) {
      expect(existsSync(join(HOME, file)), file).toBe(true);
    }
  });
});
