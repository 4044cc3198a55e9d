import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWith } from './cli-world.ts';

const EXPORT = {
  entry: 'phone',
  municipality: '791',
  stage: 'established',
  needs: [{ area: 'internationalisation' }],
  today: '2026-11-20',
};
const line = JSON.stringify(EXPORT);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('indgang triage', () => {
  it('prints the decision for facts in a file, as one object', async () => {
    const { status, out } = await runWith(['triage', 'facts.json'], {
      'facts.json': JSON.stringify(EXPORT, null, 2),
    });
    expect(status).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      owner: { organisation: 'ehm-midtjylland', rule: 'O10' },
    });
  });

  it('takes a byte-order mark before the facts, in a file and before a line', async () => {
    const { status, out } = await runWith(['triage', 'facts.json', '--json'], {
      'facts.json': `\ufeff\ufeff${line}`,
    });
    const lines = await runWith(['triage', '-', '--json'], { '-': `\ufeff${line}\n\ufeff${line}\n` });
    expect([status, out.length, lines.status, lines.out.length]).toEqual([0, 1, 0, 2]);
  });

  it('prints one decision a line with --json, and a bad line does not stop the others', async () => {
    const input = `${line}\n{"entry":"phone"}\nnot json\n\n${line}\n`;
    const { status, out, errors } = await runWith(['triage', '-', '--json'], { '-': input });
    expect(status).toBe(2);
    expect(out).toHaveLength(2);
    for (const one of out) expect(JSON.parse(one).owner.rule).toBe('O10');
    expect(errors).toEqual([
      expect.stringMatching(/^indgang triage: stdin:2: municipality: is required/),
      'indgang triage: stdin:3: is not JSON',
    ]);
  });

  it('takes the same facts to the same decision, whatever day it is', async () => {
    const twice = await Promise.all([1, 2].map(() => runWith(['triage', '--json'], { '-': line })));
    expect(twice[0]?.out).toEqual(twice[1]?.out);
  });

  it('reads a municipality’s settings', async () => {
    writeFileSync(join(folder, '791.json'), '{"municipality":"791","localAreas":["internationalisation"]}');
    const { out } = await runWith(['triage', '--json', '--municipalities', folder], { '-': line });
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ owner: { organisation: 'les-791', rule: 'O9' } });
  });

  it.each([
    [['triage', 'nowhere.json'], 2, /nowhere\.json/],
    [['triage', 'a', 'b'], 2, /b: one argument too many/],
    [['triage', '--munincipalities', 'x'], 2, /--munincipalities/],
    [['triage', '--municipalities', '/nowhere'], 2, /\/nowhere/],
    [['triag'], 2, /triag: not a command; there is triage/],
    [['rules', 'chek'], 2, /rules chek: not a command; there is rules check, rules explain/],
  ])('%j ends with %i and one line that names what was wrong', async (argv, expected, problem) => {
    const { status, out, errors } = await runWith(argv);
    expect(status).toBe(expected);
    expect(out).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(problem);
  });

  it('refuses empty input', async () => {
    const { status, errors } = await runWith(['triage'], { '-': '' });
    expect(status).toBe(2);
    expect(errors).toHaveLength(1);
  });
});

describe('indgang rules explain', () => {
  it('says as a person reads it which rule fired, which did not and why', async () => {
    const { status, out } = await runWith(['rules', 'explain', '-'], { '-': line });
    const text = out.join('\n');
    expect(status).toBe(0);
    expect(text).toContain('Erhvervshus Midtjylland (O10)');
    expect(text).toMatch(/✓ O10/);
    expect(text).toMatch(/– O1 +passer ikke: kræver, at virksomheden er i krise/);
    expect(text).not.toMatch(/undefined|\[object/);
  });
});

describe('indgang rules check', () => {
  it('prints what was proved of the rules and of the cases', async () => {
    const { status, out } = await runWith(['rules', 'check']);
    expect(status).toBe(0);
    expect(out.join('\n')).toMatch(/15 owner rules, 20 additions/);
    expect(out.join('\n')).toMatch(/[\d,]{9,} combinations/);
    expect(out.join('\n')).toMatch(/Cases: [\d,]+ states/);
  }, 300_000);

  it('names file, key and what is allowed in a bad settings file', async () => {
    writeFileSync(join(folder, '791.json'), '{"municipality":"791","preStarter":"nobody"}');
    const { status, errors } = await runWith(['rules', 'check', '--municipalities', folder]);
    expect(status).toBe(2);
    expect(errors.join()).toMatch(/791\.json: preStarter: must be one of les, les-only, digital/);
  });
});

describe('help', () => {
  it('is there for all and for each', async () => {
    expect((await runWith([])).out.join()).toContain('indgang triage');
    expect((await runWith(['--help'])).status).toBe(0);
    expect((await runWith(['rules', '--help'])).out.join()).not.toContain('triage ');
    const { status, out } = await runWith(['triage', '--help']);
    expect(status).toBe(0);
    expect(out.join('\n')).toMatch(/^Usage: indgang triage[\s\S]*--municipalities/);
  });
});

describe('the launcher', () => {
  it('runs the command as installed, and passes its exit status on', async () => {
    const run = promisify(execFile);
    const bin = join(import.meta.dirname, '../../src/indgang.js');
    const { stdout } = await run(process.execPath, [bin, 'triage', '--help']);
    expect(stdout).toContain('Usage: indgang triage');
    await expect(run(process.execPath, [bin, 'triage', 'nowhere.json'])).rejects.toMatchObject({ code: 2 });
  });
});
