import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentAt } from '../support/clock.ts';
import { startService } from './service-process.ts';

/** How the service starts with settings that only show to be wrong when they are used: one line, and no stack. */

const ROOT = join(import.meta.dirname, '../..');
const START = '2026-11-20T09:00:00Z';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-wrong-'));
  writeFileSync(join(folder, 'file'), 'text');
  mkdirSync(join(folder, 'settings', '791.json'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts it with settings that cannot work: its exit status and all that it says. */
function run(settings: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/main.ts')], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 100_000,
    env: {
      ...process.env,
      PORT: '0',
      INDGANG_DATA: join(folder, 'data'),
      MICROSOFT_APP_ID: '',
      ...settings,
      ...environmentAt(START),
    },
  });
  return { status, said: `${stdout}${stderr}` };
}

describe('the service does not start, says why in one line and does not show the value', () => {
  it('where there can be no data folder', () => {
    const nowhere = platform() === 'linux' ? ['/proc/indgang/data'] : [];
    for (const data of [join(folder, 'file'), join(folder, 'file', 'data'), ...nowhere])
      expect(run({ INDGANG_DATA: data })).toEqual({
        status: 2,
        said: 'indgang: INDGANG_DATA, or --data, must be a folder that can be made and written to\n',
      });
  });

  it('where municipal settings cannot be read', () => {
    expect(run({ INDGANG_MUNICIPALITIES: join(folder, 'settings') })).toEqual({
      status: 2,
      said: 'indgang: INDGANG_MUNICIPALITIES: 791.json: is not a file that can be read\n',
    });
  });

  it('where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const { status, said } = run({ PORT: port });
    expect([status, said]).toEqual([2, expect.stringMatching(/^indgang: PORT is taken [^\n]*\n$/)]);
    await new Promise((resolve) => other.close(resolve));
  });
});

it('files that an editor on Windows wrote, with a byte-order mark, are read', async () => {
  const settings = join(folder, 'windows');
  mkdirSync(settings);
  writeFileSync(join(settings, '791.json'), '\ufeff{"municipality":"791"}\r\n');
  writeFileSync(join(folder, 'people.json'), '\ufeff{"people":[]}\r\n');
  const service = await startService(
    {
      INDGANG_DATA: join(folder, 'data'),
      INDGANG_MUNICIPALITIES: settings,
      INDGANG_DIRECTORY: join(folder, 'people.json'),
    },
    START,
  );
  await service.kill();
});
