import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Where LibreOffice is installed; `SOFFICE` names another place. */
const PLACES = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];
const soffice: string | undefined = [process.env.SOFFICE, ...PLACES].find(
  (path) => path !== undefined && existsSync(path),
);

/** Whether the tests that need it may be left out: never where a pipeline runs them. */
export const mayLeaveOut = soffice === undefined && process.env.CI !== 'true';
export const whyLeftOut =
  'left out: no LibreOffice found. Install it (Debian: apt-get install libreoffice-calc-nogui) or name it in SOFFICE';

/** Opens a workbook in LibreOffice, and saves it as a flat document: every cell with its type, its value and its text. */
export async function opened(workbook: Uint8Array): Promise<string> {
  if (soffice === undefined) throw new Error('no LibreOffice was found');
  const folder = await mkdtemp(join(tmpdir(), 'indgang-sheet-'));
  try {
    await writeFile(join(folder, 'sager.xlsx'), workbook);
    // A profile of its own: two at once would wait for each other.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const convert = ['--headless', '--norestore', profile, '--convert-to', 'fods', '--outdir', folder];
    await promisify(execFile)(soffice, [...convert, join(folder, 'sager.xlsx')]);
    return await readFile(join(folder, 'sager.fods'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
