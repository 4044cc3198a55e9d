import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTeamsWorld, type TeamsWorld } from '../../flows/teams-world.ts';

/** The files of the tab over HTTP. */

const STYLE = 'a > b{color:red}@media (width<=60rem){a{color:#000}}';
const SCRIPT = 'console.log("æøå");'.repeat(200);
let folder: string;
let world: TeamsWorld;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-tab-files-'));
  await mkdir(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><style>${STYLE}</style>`);
  writeFileSync(join(folder, 'assets', 'index-a1.js'), SCRIPT);
  world = await openTeamsWorld({ tab: folder });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a file; what comes is not unpacked. */
function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  return new Promise<{ readonly headers: NodeJS.Dict<string | string[]>; readonly body: Buffer }>(
    (resolve) => {
      request(`${world.base}${path}`, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
      }).end();
    },
  );
}

it.each(['gzip', 'br, gzip;q=0.5', 'deflate,GZIP ; q=1'])(
  'are packed for a client that takes %s',
  async (encodings) => {
    const { headers, body } = await get('/tab/assets/index-a1.js', { 'accept-encoding': encodings });
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect(gunzipSync(body).toString()).toBe(SCRIPT);
    expect(body.length).toBeLessThan(SCRIPT.length / 3);
  },
);

it.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0', 'x-gzipped'])(
  'are sent as they are to a client that takes %s',
  async (encodings) => {
    const { headers, body } = await get(
      '/tab/assets/index-a1.js',
      encodings === undefined ? {} : { 'accept-encoding': encodings },
    );
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBe('accept-encoding');
    expect(body.toString()).toBe(SCRIPT);
  },
);

it('have the page with its policy, packed or not', async () => {
  for (const encodings of ['identity', 'gzip']) {
    const { headers } = await get('/tab', { 'accept-encoding': encodings });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['cache-control']).toBe('no-cache');
    // The style in the page is let in by its hash, and no other is.
    const hash = createHash('sha256').update(STYLE).digest('base64');
    expect(headers['content-security-policy']).toContain(`; style-src 'self' 'sha256-${hash}'; `);
    expect(headers['content-security-policy']).not.toContain('unsafe');
  }
});
