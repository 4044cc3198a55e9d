import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT, openApiWorld } from '../api/api-world.ts';
import { runWith } from './cli-world.ts';

/** Tokens of the API, made by command line and used at the service over the same store. */

let folder: string;
let world: Awaited<ReturnType<typeof openApiWorld>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-tokens-'));
  world = await openApiWorld({ data: folder });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...argv: string[]) => runWith(['token', ...argv, '--data', folder]);
const MAKE = ['create', '--name', 'Telefonanlæg', '--scope', 'enquiries:write', '--organisation', 'les-791'];

describe('a token made by command line', () => {
  it('lets its holder in until it is revoked', async () => {
    const made = JSON.parse((await run(...MAKE, '--json')).out[0] ?? '') as { id: string; token: string };
    expect(made).toMatchObject({ name: 'Telefonanlæg', expiresAt: '2027-11-20T09:00:00.000Z' });
    expect(made).not.toHaveProperty('hash');
    expect((await world.enquire(made.token, EXPORT)).status).toBe(201);
    const listed = (await run('list', '--json')).out.map((line) => JSON.parse(line) as { id: string });
    expect(listed).toContainEqual(expect.objectContaining({ id: made.id, good: true }));
    expect(JSON.stringify(listed)).not.toContain(made.token.split('_').slice(2).join('_'));
    expect((await run('revoke', made.id)).status).toBe(0);
    expect((await world.enquire(made.token, EXPORT)).body.code).toBe('token-refused');
    expect((await run('list')).out.join('\n')).toContain('Telefonanlæg');
  });

  it('is shown once, with when it ends', async () => {
    const { out } = await run(...MAKE, '--days', '30');
    expect(out[0]).toMatch(/^igd_[0-9a-f-]{36}_[\w-]{43}\n/);
    expect(out[0]).toContain('2026-12-20');
  });

  it.each([
    [['--scope', 'all'], /--scope all: must be one of enquiries:write, cases:read/],
    [['--organisation', 'les-999'], /les-999: there is no such organisation/],
    [['--days', '0'], /--days 0: must be 1 to 730/],
    [['--name', ' '], /--name: is needed/],
  ])('is not made with %s', async (wrong, message) => {
    const { status, errors } = await run(...MAKE, ...wrong);
    expect(status).toBe(2);
    expect(errors[0]).toMatch(message);
  });

  it('is not revoked where there is none', async () => {
    expect(await run('revoke', 'x')).toMatchObject({
      status: 2,
      errors: [expect.stringMatching(/x: there is no such token/)],
    });
  });
});
