import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyStore } from '../db/copy-store.ts';
import { useFolder } from '../db/folder-lock.ts';
import { STORE_FILES } from '../open-stores.ts';
import { PARTS, type Part, writeArchive } from './backup-archive.ts';
import { BadInput, type CliCommand } from './command.ts';
import { folderOf, STORE_HELP, STORE_OPTION } from './open-store.ts';

/** `indgang store backup`: everything that a restore needs, in one file. */
export const command: CliCommand = {
  usage: 'indgang store backup FILE [--data DIR] [--json]',
  help: `Writes the case store, the embedded CRM, the journal of erasures and the Slack installations into one new file (a zip),
with SQLite's online backup; where FILE is a folder, into a file in it that is named for the moment. Nothing is locked, and
a damaged store is refused. The backup holds personal data, and what stands in it stays there when it is erased in the
store: keep it as you keep the store, and no longer than you must. ${STORE_HELP}`,
  options: STORE_OPTION,
  positionals: 1,
  async run(args, world) {
    const data = folderOf(args, 'back it up with pg_dump, and keep the data folder beside the dump');
    const [given] = args.positionals;
    if (given === undefined) throw new BadInput('FILE: where to write the backup is needed');
    const at = new Date(world.now()).toISOString();
    const file = isFolder(given) ? join(given, `indgang-${at.replace(/[:.]/g, '-')}.zip`) : given;
    if (existsSync(file)) throw new BadInput(`${file}: is there already; name a new file`);
    if (!isFolder(dirname(file))) throw new BadInput(`${dirname(file)}: there is no such folder`);
    const path = join(data, STORE_FILES.cases);
    if (!existsSync(path))
      throw new BadInput(`${path}: there is no case store (--data or INDGANG_DATA names its folder)`);
    const release = useFolder(data);
    const parts = `${file}.parts`;
    try {
      rmSync(parts, { recursive: true, force: true });
      mkdirSync(parts, { mode: 0o700 });
      const copied = await copyParts(data, parts);
      const manifest = await writeArchive(file, parts, copied, at);
      const bytes = statSync(file).size;
      world.out(
        args.values.json === true
          ? JSON.stringify({ file, bytes, at, parts: manifest.parts })
          : `backup: ${file} (${copied.join(', ')}; ${bytes} bytes)`,
      );
      return 0;
    } finally {
      rmSync(parts, { recursive: true, force: true });
      rmSync(`${file}.part`, { force: true });
      release();
    }
  },
};

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Copies each part. The CRM goes first: the case store, copied after it, then contains everything that the CRM was
 * sent, so a restored CRM is never ahead of the cases. The journal goes last: it then contains every erasure of the
 * copied case store.
 */
async function copyParts(data: string, to: string): Promise<readonly Part[]> {
  const stores: readonly Part[] = [STORE_FILES.crm, STORE_FILES.cases];
  const there = (name: Part) => existsSync(join(data, name));
  for (const name of stores.filter(there)) await copyStore(join(data, name), join(to, name));
  const files = PARTS.filter((name) => !stores.includes(name)).filter(there);
  for (const name of files) copyFileSync(join(data, name), join(to, name));
  return [...stores, ...PARTS.filter((name) => files.includes(name))].filter((name) =>
    existsSync(join(to, name)),
  );
}
