import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { InstallStore } from '../../app/ports/install-store.ts';

const installShape = z.object({
  team: z.string().min(1),
  teamName: z.string(),
  /** The Enterprise Grid organisation that the workspace belongs to, where there is one. */
  enterprise: z.string().nullish(),
  botUser: z.string().min(1),
  scopes: z.string(),
  /** The bot token, sealed. */
  sealedToken: z.string().min(1),
  installedBy: z.string(),
  installedAt: z.string(),
});

/** One workspace that has installed the app. */
export type Install = Readonly<z.infer<typeof installShape>>;

/** Where installations are kept. */
export interface Installs {
  get(team: string): Promise<Install | undefined>;
  /** Adds the workspace, or replaces what it had: installing again gives a new token. */
  save(install: Install): Promise<void>;
  remove(team: string): Promise<void>;
}

/** Installations in one small file beside the database, written whole and moved into place, readable by its owner only. */
export function createFileInstalls(path: string): Installs {
  let known: Promise<Map<string, Install>> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function load(): Promise<Map<string, Install>> {
    try {
      const read = z.array(installShape).parse(JSON.parse(await readFile(path, 'utf8')));
      return new Map(read.map((install) => [install.team, install]));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
      throw new Error(`The Slack installations could not be read from ${path}`, { cause: error });
    }
  }

  async function all(): Promise<Map<string, Install>> {
    known ??= load();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  }

  /** Changes are written one after the other, so that none is lost. */
  function change(how: (installs: Map<string, Install>) => void): Promise<void> {
    const work = writing.then(async () => {
      const next = new Map(await all());
      how(next);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, JSON.stringify([...next.values()], null, 1), { mode: 0o600 });
      await rename(`${path}.new`, path);
      known = Promise.resolve(next);
    });
    writing = work.catch(() => {});
    return work;
  }

  return {
    get: async (team) => (await all()).get(team),
    save: (install) => change((installs) => installs.set(install.team, install)),
    remove: (team) => change((installs) => installs.delete(team)),
  };
}

/** Installations in the case store, where several processes serve the same workspaces. */
export function createStoredInstalls(store: InstallStore): Installs {
  return {
    async get(team) {
      const document = await store.get(team);
      return document === undefined ? undefined : installShape.parse(JSON.parse(document));
    },
    save: (install) => store.save(install.team, JSON.stringify(install)),
    remove: (team) => store.remove(team),
  };
}

/**
 * The installations of workspaces that are served: those on the list by their own id (`T…`), or by that of their
 * Enterprise Grid organisation (`E…`). One that was made before the list, or by a stranger, is as if it were not there.
 */
export function servedInstalls(installs: Installs, served: readonly string[]): Installs {
  return {
    ...installs,
    async get(team) {
      const install = await installs.get(team);
      return install && isServed(served, install.team, install.enterprise) ? install : undefined;
    },
  };
}

/** Whether a workspace is on the list of those served. */
export function isServed(served: readonly string[], team: string, enterprise?: string | null): boolean {
  return served.includes(team) || (enterprise != null && served.includes(enterprise));
}
