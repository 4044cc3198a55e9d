import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGREED_RULES } from '../../src/core/triage/rules/rule-set.ts';
import { runWith } from './cli-world.ts';

/** Past cases decided again. */

const record = (caseId: string, municipality: string, area: string, more = {}) => ({
  caseId,
  status: 'open',
  createdAt: '2026-11-02T08:10:00Z',
  owner: 'ehm-midtjylland',
  crmCurrent: true,
  company: { cvr: '25313763', municipality, stage: 'established', maturity: null, segment: null, ...more },
  needs: [{ area, depth: 'specialised' }],
  enquiries: [
    {
      at: '2026-11-02T08:10:00Z',
      entry: 'phone',
      direction: 'inbound',
      receivedBy: `les-${municipality}`,
      dueAt: null,
      answeredAt: null,
      answeredBy: null,
      void: false,
    },
  ],
  handovers: [],
  services: [],
  referrals: [],
  selfHelp: [],
  outcome: null,
});

const CASES = [
  record('K1', '791', 'succession'),
  record('K2', '791', 'financing'),
  record('K3', '751', 'succession'),
  record('K4', '791', 'business-plan', { stage: 'pre-starter' }),
];
const IN_ERROR = { ...record('K5', '791', 'succession'), status: 'entered-in-error' };
const INPUT = { '-': JSON.stringify([...CASES, IN_ERROR]) };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-replay-'));
  const settings = { municipality: '791', localAreas: ['succession'], preStarter: 'les-only' };
  writeFileSync(join(folder, '791.json'), JSON.stringify(settings));
});
afterAll(() => rmSync(folder, { recursive: true }));

const replay = (...more: string[]) => ['rules', 'replay', '--settings', folder, '--input', '-', ...more];

describe('indgang rules replay', () => {
  it('tells which cases other settings would decide otherwise, and how, with counts', async () => {
    const { status, out } = await runWith(replay('--json'), INPUT);
    expect(status).toBe(0);
    expect(JSON.parse(out.join('\n'))).toEqual({
      ruleSet: AGREED_RULES.id,
      cases: 4,
      elsewhere: 1,
      otherwise: 1,
      changed: [
        {
          caseId: 'K1',
          municipality: '791',
          needs: ['succession'],
          before: { actor: 'ehm', organisation: 'ehm-midtjylland', rule: 'O10' },
          after: { actor: 'les', organisation: 'les-791', rule: 'O9' },
          differs: expect.arrayContaining(['owner', 'referrals']),
        },
        {
          caseId: 'K4',
          municipality: '791',
          needs: ['business-plan'],
          before: { actor: 'les', organisation: 'les-791', rule: 'O6' },
          after: { actor: 'les', organisation: 'les-791', rule: 'O6' },
          differs: ['referrals'],
        },
      ],
      byMunicipality: [
        { key: '751', cases: 1, elsewhere: 0, otherwise: 0 },
        { key: '791', cases: 3, elsewhere: 1, otherwise: 1 },
      ],
      byNeed: [
        { key: 'financing', cases: 1, elsewhere: 0, otherwise: 0 },
        { key: 'succession', cases: 2, elsewhere: 1, otherwise: 0 },
        { key: 'business-plan', cases: 1, elsewhere: 0, otherwise: 1 },
      ],
    });
  });

  it('prints tables', async () => {
    const { out } = await runWith(replay(), INPUT);
    const text = out.join('\n');
    expect(text).toContain(
      '1 of 4 cases would go elsewhere; 1 would be decided otherwise with the same owner',
    );
    expect(text).toMatch(/791\s+Viborg\s+3\s+1\s+1/);
    expect(text).toMatch(/K1\s+791\s+succession\s+ehm-midtjylland \(O10\)\s+les-791 \(O9\)/);
  });

  it('finds nothing where the settings are those of now', async () => {
    const { out } = await runWith(replay('--municipalities', folder), INPUT);
    expect(out).toEqual([
      '0 of 4 cases would go elsewhere; 0 would be decided otherwise with the same owner',
    ]);
  });

  it('tries other rules, and refuses a set that leaves a case without an owner', async () => {
    const files = { ...INPUT, 'r.json': JSON.stringify({ ruleSet: 'trial', without: ['A1'] }) };
    const { out } = await runWith(['rules', 'replay', '--rules', 'r.json', '--input', '-', '--json'], files);
    expect(JSON.parse(out.join(''))).toMatchObject({ ruleSet: 'trial', elsewhere: 0, otherwise: 1 });
    const wrong = { ...INPUT, 'r.json': JSON.stringify({ ruleSet: 'trial', without: ['O12'] }) };
    const refused = await runWith(['rules', 'replay', '--rules', 'r.json', '--input', '-'], wrong);
    expect(refused.status).toBe(2);
    expect(refused.errors.join('')).toContain('no owner rule fits');
  });

  it('names what is wrong with its input', async () => {
    expect((await runWith(['rules', 'replay', '--input', '-'], INPUT)).errors.join('')).toContain(
      '--settings or --rules must name what is tried',
    );
    const unknown = { ...INPUT, 'r.json': JSON.stringify({ ruleSet: 'trial', without: ['O99'] }) };
    const { status, errors } = await runWith(['rules', 'replay', '--rules', 'r.json'], unknown);
    expect([status, errors.join('')]).toEqual([2, expect.stringContaining('--rules r.json: without.0')]);
  });
});
