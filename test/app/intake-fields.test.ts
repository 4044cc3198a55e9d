import { afterEach, beforeEach, expect, it } from 'vitest';
import { DRAFT_INPUTS } from '../../cards/actions.ts';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import { recordOfCase } from '../../src/core/indicators/record-of-case.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { AREAS } from '../../src/core/vocabulary.ts';
import { type AppWorld, HANSEN, openAppWorld } from './app-world.ts';

/** Every field of the intake: what is sent in it stands on the case, and in the records that leave it. */

const ANNA = 'anna-holm';
let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

/** A value of a field, and how the case, the CRM's record and the export hold it; null where they have no place for it. */
interface Row {
  readonly typed: string;
  readonly kept: string;
  readonly crm: string | null;
  readonly exported: string | null;
}
const same = (typed: string, exported: string | null = null): Row => ({
  typed,
  kept: typed,
  crm: typed,
  exported,
});
const ROWS: Readonly<Record<string, Row>> = {
  cvr: same(HANSEN.cvr, HANSEN.cvr),
  pNumber: same('1003407806', '1003407806'),
  companyName: same('Zqfirma ApS'),
  municipality: same('791', '"municipality":"791"'),
  contactName: same('Zqkontakt'),
  contactPhone: same('40411234'),
  contactEmail: same('zqmail@firma.dk'),
  stage: same('entrepreneur', '"stage":"entrepreneur"'),
  maturity: {
    typed: 'early',
    kept: '"maturity":"early"',
    crm: '"maturity":"early"',
    exported: '"maturity":"early"',
  },
  founded: same('2025-04-12'),
  segment: {
    typed: 'growth',
    kept: '"segment":"growth"',
    crm: '"segment":"growth"',
    exported: '"segment":"growth"',
  },
  areas: same('authority-permits', '"area":"authority-permits"'),
  depth: { typed: 'basic', kept: '"depth":"basic"', crm: null, exported: '"depth":"basic"' },
  description: same('Zqbeskrivelse'),
  crisis: { typed: 'true', kept: '"crisis":true', crm: '"priority":"urgent"', exported: null },
  clarified: { typed: 'true', kept: '"clarified":true', crm: null, exported: null },
  consent: { typed: 'consent', kept: '"kind":"consent"', crm: '"kind":"consent"', exported: null },
  basisScope: {
    typed: 'all-public-business-service',
    kept: 'all-public-business-service',
    crm: 'all-public-business-service',
    exported: null,
  },
  entry: { typed: 'phone', kept: '"entry":"phone"', crm: '"entry":"phone"', exported: '"entry":"phone"' },
  channel: {
    typed: 'meeting',
    kept: '"channel":"meeting"',
    crm: '"channel":"meeting"',
    exported: '"channel":"meeting"',
  },
  trigger: {
    typed: 'potential',
    kept: '"trigger":"potential"',
    crm: '"trigger":"potential"',
    exported: '"trigger":"potential"',
  },
  referredBy: {
    typed: 'accountant',
    kept: '"referredBy":"accountant"',
    crm: '"referredBy":"accountant"',
    exported: '"referredBy":"accountant"',
  },
  tools: same('vaeksthjulet', '"tool":"vaeksthjulet"'),
  organisation: { typed: 'les-791', kept: '"organisation":"les-791","reason"', crm: null, exported: null },
  reason: { typed: 'Zqbegrundelse', kept: 'Zqbegrundelse', crm: 'Zqbegrundelse', exported: null },
};
/**
 * Inputs that say how the others are meant: a control question's answer is the depth of its need. How a case is handed over, and
 * why without Væksthjulet, are of cases that go to an Erhvervshus: `settings/to-house.test.ts`.
 */
const MANNERS = [
  'question',
  'anyway',
  'newNeed',
  'handover',
  'noTool',
  'door',
  ...AREAS.map((area) => `control:${area}`),
];

/** The case that comes of a form, as it is stored and as it leaves. */
async function caseOf(input: RawInput) {
  await world.says(ANNA, { name: 'new' });
  const { organisation, reason, consent, basisScope, ...form } = input;
  await world.intake(ANNA, 'intake.submit', form);
  if (reason !== undefined && organisation !== undefined)
    await world.intake(ANNA, 'intake.override', { organisation, reason });
  const words = await world.intake(ANNA, 'intake.confirm', {
    ...(consent !== undefined && { consent }),
    ...(basisScope !== undefined && { basisScope }),
  });
  const kase = (await world.cases()).at(-1);
  if (!kase) throw new Error(`no case: ${words}`);
  const history = await world.unitOfWork.read((stores) => stores.history.of(kase.id));
  return {
    kept: JSON.stringify(kase),
    crm: JSON.stringify(crmRecordOf(kase)),
    exported: JSON.stringify(recordOfCase({ case: kase, history, crmCurrent: true })),
  };
}

it('has a row here for every input', () => {
  expect([...Object.keys(ROWS), ...MANNERS].sort()).toEqual([...DRAFT_INPUTS].sort());
});

it('keeps every field of the form, and gives it to the CRM and the export where they have a place for it', async () => {
  // The register would know the company's name and age better than the form.
  world.companies = 'down';
  const typed = Object.fromEntries(Object.entries(ROWS).map(([field, row]) => [field, row.typed]));
  // An early warning's words are nobody else's.
  const { crisis: _, ...calm } = typed;
  const { kept, crm, exported } = await caseOf(calm);
  for (const [field, row] of Object.entries(ROWS)) {
    if (field === 'crisis') continue;
    expect(kept, `${field} on the case`).toContain(row.kept);
    if (row.crm !== null) expect(crm, `${field} in the CRM`).toContain(row.crm);
    if (row.exported !== null) expect(exported, `${field} in the export`).toContain(row.exported);
  }
});

it('keeps a crisis as its urgency', async () => {
  const row = ROWS.crisis;
  const { kept, crm } = await caseOf({
    cvr: HANSEN.cvr,
    municipality: '791',
    crisis: 'true',
    consent: 'public-task',
  });
  expect(kept).toContain(row?.kept);
  expect(crm).toContain(row?.crm);
});

it('keeps the answer to a control question as the depth of its need', async () => {
  const { kept, exported } = await caseOf({
    cvr: HANSEN.cvr,
    municipality: '791',
    areas: 'financing',
    'control:financing': 'specialised',
    consent: 'public-task',
  });
  expect(kept).toContain('"depths":{"financing":"specialised"}');
  expect(exported).toContain('"area":"financing","depth":"specialised"');
});
