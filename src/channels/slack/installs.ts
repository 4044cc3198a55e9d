import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { InstallStore } from '../../app/ports/install-store.ts';

const installShape = z.object({
  team: z.string().min(1),
  teamName: z.string(),
  /** The workspace's Enterprise Grid organisation, where it belongs to one. */
  enterprise: z.string().nullish(),
  /** The organisation whose installation serves this workspace: the app was installed for all of it. */
  via: z.string().nullish(),
  botUser: z.string().min(1),
  scopes: z.string(),
  /** The bot token, encrypted. */
  sealedToken: z.string().min(1),
  installedBy: z.string(),
  installedAt: z.string(),
});

/** A workspace that has installed the app. */
export type Install = Readonly<z.infer<typeof installShape>>;

/** The store of installations. */
export interface Installs {
  get(team: string): Promise<Install | undefined>;
  /** Adds or replaces the workspace's installation. Installing again gives a new token. */
  save(install: Install): Promise<void>;
  remove(team: string): Promise<void>;
}

/** Stores installations in one small file beside the database, replaced atomically and readable by its owner only. */
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
  function change(apply: (installs: Map<string, Install>) => void): Promise<void> {
    const work = writing.then(async () => {
      const next = new Map(await all());
      apply(next);
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
 * The installations of workspaces that are served: those listed by their id (`T…`) or by their Enterprise Grid
 * organisation's (`E…`). Installations of others, made before the list or by strangers, are hidden.
 */
export function servedInstalls(installs: Installs, served: readonly string[]): Installs {
  return {
    ...installs,
    async get(team) {
      const known = await installs.get(team);
      // The organisation's token may have been renewed, or the app removed from it.
      const install = known?.via ? await ofOrganisation(installs, team, known.via) : known;
      return install && isServed(served, install.team, install.enterprise) ? install : undefined;
    },
  };
}

/** The installation of a workspace by way of its Enterprise Grid organisation, whose token it uses. */
async function ofOrganisation(
  installs: Installs,
  team: string,
  organisation: string,
): Promise<Install | undefined> {
  const install = await installs.get(organisation);
  return install && { ...install, team, via: organisation };
}

/**
 * Notes that a workspace is served by its organisation's installation, where there is one. Slack says which organisation a
 * workspace belongs to with each request, and never lists those that may use the app.
 */
export async function joinOrganisation(
  installs: Installs,
  team: string,
  organisation: string,
): Promise<boolean> {
  const install = team === organisation ? undefined : await ofOrganisation(installs, team, organisation);
  if (!install || install.enterprise !== organisation) return false;
  await installs.save(install);
  return true;
}

/** Whether a workspace, or its Enterprise Grid organisation, is on the list. */
export function isServed(served: readonly string[], team: string, enterprise?: string | null): boolean {
  return served.includes(team) || (enterprise != null && served.includes(enterprise));
}
