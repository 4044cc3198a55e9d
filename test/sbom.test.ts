import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string() })),
});
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

it('npm run sbom lists every package that the service runs on, and none of the tests’, without a network', () => {
  const printed = execFileSync('npm', ['--silent', '--offline', 'run', 'sbom'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  const names = bill.parse(JSON.parse(printed)).components.map(({ name }) => name);
  const { dependencies, devDependencies } = manifest.parse(
    JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
  );
  for (const name of Object.keys(dependencies)) expect(names).toContain(name);
  for (const name of ['vitest', '@biomejs/biome', 'playwright-core']) {
    expect(devDependencies).toHaveProperty([name]);
    expect(names).not.toContain(name);
  }
});
