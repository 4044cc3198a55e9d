import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Unzip, UnzipInflate, Zip, ZipDeflate } from 'fflate';
import { z } from 'zod';
import { JOURNAL_FILES } from '../db/erasure-journal.ts';
import { STORE_FILES } from '../open-stores.ts';
import { BadInput } from './command.ts';

/** The Slack workspaces that have installed the app, with encrypted tokens. */
export const SLACK_FILE = 'slack-installs.json';

/** The files of a data folder that a backup contains, under the same names. */
export const PARTS = [...Object.values(STORE_FILES), ...Object.values(JOURNAL_FILES), SLACK_FILE] as const;
export type Part = (typeof PARTS)[number];

const MANIFEST = 'manifest.json';
/**
 * The limit of a manifest's length. Genuine ones have a few hundred characters; one that unpacks to gigabytes would
 * fill the memory.
 */
const MANIFEST_CHARACTERS = 100_000;

const manifestShape = z.object({
  product: z.literal('indgang'),
  format: z.literal(1),
  at: z.iso.datetime(),
  parts: z.array(z.object({ name: z.enum(PARTS), bytes: z.int().nonnegative(), sha256: z.string() })),
});

/** The contents and the time of a backup. */
export type Manifest = Readonly<z.infer<typeof manifestShape>>;

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Writes a backup: a zip of the parts in `folder`, with their digests first. The file appears complete or not at all,
 * and is readable by its owner only.
 */
export async function writeArchive(
  file: string,
  folder: string,
  parts: readonly Part[],
  at: string,
): Promise<Manifest> {
  const manifest: Manifest = {
    product: 'indgang',
    format: 1,
    at,
    parts: await Promise.all(
      parts.map(async (name) => ({
        name,
        bytes: statSync(join(folder, name)).size,
        sha256: await digestOf(join(folder, name)),
      })),
    ),
  };
  const draft = `${file}.part`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      writeSync(handle, chunk);
    });
    const entry = (name: string) => {
      const made = new ZipDeflate(name, { level: 6 });
      // Unix, a regular file readable by its owner.
      made.os = 3;
      made.attrs = 0o100600 * 2 ** 16;
      made.mtime = at;
      zip.add(made);
      return made;
    };
    entry(MANIFEST).push(new TextEncoder().encode(JSON.stringify(manifest, null, 1)), true);
    for (const name of parts) {
      const made = entry(name);
      for await (const chunk of createReadStream(join(folder, name))) made.push(chunk as Buffer);
      made.push(new Uint8Array(), true);
    }
    zip.end();
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
  return manifest;
}

/** Unpacks a backup into an empty folder. Throws `BadInput` where it is no backup, or is incomplete. */
export async function readArchive(file: string, folder: string): Promise<Manifest> {
  const broken = (what: string) => new BadInput(`${file}: ${what}`);
  let manifestText = '';
  const handles: number[] = [];
  let fault: Error | null = null;
  const unzip = new Unzip((entry) => {
    const part = PARTS.find((name) => name === entry.name);
    if (part === undefined && entry.name !== MANIFEST) {
      fault ??= broken('is no backup that "indgang store backup" has made');
      return;
    }
    const handle = part === undefined ? null : openSync(join(folder, part), 'wx', 0o600);
    if (handle !== null) handles.push(handle);
    entry.ondata = (error, chunk) => {
      if (error) fault ??= broken('is damaged');
      else if (handle === null && manifestText.length + chunk.length > MANIFEST_CHARACTERS)
        fault ??= broken('is no backup that "indgang store backup" has made');
      else if (handle === null) manifestText += new TextDecoder().decode(chunk);
      else writeSync(handle, chunk);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of createReadStream(file)) {
      unzip.push(chunk as Buffer);
      if (fault) throw fault;
    }
    unzip.push(new Uint8Array(), true);
    for (const handle of handles) fsyncSync(handle);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      throw broken(error.code === 'ENOENT' ? 'there is no such file' : 'cannot be read');
    throw broken('is no backup, or is damaged');
  } finally {
    for (const handle of handles) closeSync(handle);
  }
  const manifest = manifestIn(manifestText);
  if (!manifest) throw broken('is no backup that "indgang store backup" has made');
  for (const { name, sha256 } of manifest.parts) {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false }) || (await digestOf(path)) !== sha256)
      throw broken(`is damaged: ${name} is not what was put into it`);
  }
  if (!manifest.parts.some(({ name }) => name === STORE_FILES.cases)) throw broken('holds no case store');
  return manifest;
}

function manifestIn(text: string): Manifest | undefined {
  try {
    return manifestShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
