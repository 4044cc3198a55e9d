import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileInstalls, type Install } from '../../../src/channels/slack/installs.ts';
import { createTokenSeal } from '../../../src/channels/slack/sealed-token.ts';

describe('a sealed token', () => {
  let count = 0;
  const seal = createTokenSeal('a key', () => `nonce-${++count}`);
  const sealed = seal.seal('xoxb-secret', 'T1');

  it('is opened again with the same key, for the same workspace', () => {
    expect(sealed).not.toContain('secret');
    expect(seal.open(sealed, 'T1')).toBe('xoxb-secret');
  });

  it('looks different every time', () => {
    expect(seal.seal('xoxb-secret', 'T1')).not.toBe(sealed);
  });

  it('stays closed with another key, for another workspace, or once it was changed', () => {
    expect(createTokenSeal('another key', () => 'n').open(sealed, 'T1')).toBeUndefined();
    expect(seal.open(sealed, 'T2')).toBeUndefined();
    const parts = sealed.split('.');
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] ?? '';
      const changed = parts.with(i, `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`).join('.');
      expect(seal.open(changed, 'T1'), `part ${i}`).toBeUndefined();
    }
    // A shorter tag would be easier to guess.
    const short = parts.with(2, (parts[2] ?? '').slice(0, 6)).join('.');
    expect(seal.open(short, 'T1')).toBeUndefined();
    for (const text of ['', 'v1', 'v1...', 'xoxb-secret']) expect(seal.open(text, 'T1')).toBeUndefined();
  });
});

describe('installations in a file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'indgang-installs-'));
    path = join(folder, 'data', 'slack-installs.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const install = (team: string): Install => ({
    team,
    teamName: 'Viborg',
    botUser: 'U1',
    scopes: 'chat:write',
    sealedToken: 'v1.a.b.c',
    installedBy: 'U2',
    installedAt: '2026-11-20T09:00:00.000Z',
  });

  it('are still there after a restart', async () => {
    const first = createFileInstalls(path);
    expect(await first.get('T1')).toBeUndefined();
    await first.save(install('T1'));
    await first.save(install('T2'));
    await first.remove('T2');
    const second = createFileInstalls(path);
    expect(await second.get('T1')).toEqual(install('T1'));
    expect(await second.get('T2')).toBeUndefined();
  });

  it('are all kept when many come at once', async () => {
    const installs = createFileInstalls(path);
    const teams = Array.from({ length: 20 }, (_, i) => `T${i}`);
    await Promise.all(teams.map((team) => installs.save(install(team))));
    const read = createFileInstalls(path);
    for (const team of teams) expect(await read.get(team)).toBeDefined();
  });

  it('can be read by their owner only', async () => {
    await createFileInstalls(path).save(install('T1'));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('are not overwritten when the file cannot be read', async () => {
    await createFileInstalls(path).save(install('T1'));
    await writeFile(path, '{"broken":');
    const installs = createFileInstalls(path);
    await expect(installs.get('T1')).rejects.toThrow('could not be read');
    await expect(installs.save(install('T2'))).rejects.toThrow('could not be read');
    expect(await readFile(path, 'utf8')).toBe('{"broken":');
  });
});
