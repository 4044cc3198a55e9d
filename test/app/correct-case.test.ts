import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newCvr } from '../../src/app/correct-case.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { opened } from '../core/case/case-world.ts';
import { act, caseNow, logCase } from '../loop/loop-world.ts';
import { type AppWorld, HANSEN, openAppWorld, wordsOf } from './app-world.ts';

/** How a typed correction of a case is read, when the register is asked about its number, and what is said of the answer. */

const ANNA = 'anna-holm';
const OTHER = '24256790';
let world: AppWorld;
let kase: Case;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps' });
  kase = await logCase(world, ANNA, { cvr: HANSEN.cvr, areas: 'business-plan' });
  world.askedRegister.length = 0;
});
afterEach(() => world.close());

const correct = async (input: RawInput, verb: CaseVerb = 'case.correct', caseId = kase.id) => {
  const { answers } = await act(world, ANNA, caseId, verb, input);
  return answers;
};
const values = async () => (await caseNow(world, kase.id)).values;

describe('the number that a correction brings', () => {
  const { case: known } = opened();
  const action = (cvr: string | undefined, verb: CaseVerb = 'case.correct') => ({
    name: 'case-action' as const,
    verb,
    caseId: 'K',
    revision: null,
    input: cvr === undefined ? {} : { cvr },
  });
  it.each([
    ['another one', OTHER, OTHER],
    ['another one with spaces', ' DK 24 25 67 90', OTHER],
    ['the one it has', HANSEN.cvr, undefined],
    ['no number', '24256791', undefined],
    ['none', undefined, undefined],
  ])('is %s: %s', (_, typed, found) => {
    expect(newCvr(action(typed), known)).toBe(found);
  });
  it('is new to a case that is not known, and not one of another verb', () => {
    expect(newCvr(action(HANSEN.cvr), undefined)).toBe(HANSEN.cvr);
    expect(newCvr(action(OTHER, 'case.close'), known)).toBeUndefined();
  });
});

describe('the register', () => {
  const JENSEN = { ...HANSEN, cvr: OTHER, name: 'Jensen Byg A/S', municipality: '751' } as const;

  it('is asked about a new number, and tells of the company', async () => {
    world.companies = [HANSEN, JENSEN];
    const answers = await correct({ cvr: OTHER });
    expect(answers).toMatchObject([{ kind: 'case', notice: { code: 'done' }, problems: [] }]);
    expect(world.askedRegister).toEqual([OTHER]);
    expect(await values()).toMatchObject({ cvr: OTHER, companyName: 'Jensen Byg A/S', municipality: '751' });
  });

  it.each([
    ['does not know it', [HANSEN], 'cvr-not-found'],
    ['is silent', 'down', 'cvr-unchecked'],
  ] as const)('that %s leaves the number, and it is said', async (_, companies, code) => {
    world.companies = companies;
    const [told, shown, ...more] = await correct({ cvr: OTHER });
    expect(told).toEqual({ kind: 'notice', notice: { code, params: { cvr: OTHER } } });
    expect(shown).toMatchObject({ kind: 'case', problems: [] });
    expect(more).toEqual([]);
    expect((await values()).cvr).toBe(OTHER);
  });

  it.each<[string, RawInput, CaseVerb]>([
    ['of the number that the case has', { cvr: HANSEN.cvr, contactName: 'Ole Bak' }, 'case.correct'],
    ['of no number', { contactName: 'Ole Bak' }, 'case.correct'],
    ['of an empty one', { cvr: '', contactName: 'Ole Bak' }, 'case.correct'],
    ['by another verb', { cvr: OTHER, how: 'phone' }, 'case.contacted'],
  ])('is not asked, and nothing said of it: %s', async (_, input, verb) => {
    world.companies = 'down';
    expect(await correct(input, verb)).toMatchObject([{ kind: 'case', problems: [] }]);
    expect(world.askedRegister).toEqual([]);
  });
});

describe('a field that cannot be corrected', () => {
  it.each<[string, RawInput, object]>([
    [
      'no field',
      { unknownField: 'h'.repeat(70) },
      { code: 'unknown-field', params: { field: 'h'.repeat(60) } },
    ],
    ['one of the intake', { consent: 'yes' }, { code: 'not-correctable', params: { field: 'consent' } }],
    [
      'one beside another',
      { contactName: 'Ole', description: 'nyt' },
      { code: 'not-correctable', params: { field: 'description' } },
    ],
  ])('is refused by name: %s', async (_, input, refusal) => {
    const before = await caseNow(world, kase.id);
    expect(await correct(input)).toMatchObject([{ kind: 'case', problems: [{ field: '', refusal }] }]);
    expect(await caseNow(world, kase.id)).toEqual(before);
  });

  it('is none of another verb’s, and none that a correction takes', async () => {
    const input = { how: 'phone', unknownField: 'hest', consent: 'yes' };
    expect(wordsOf(await act(world, ANNA, kase.id, 'case.contacted', input))).toEqual(['case answered done']);
    expect(await correct({ contactEmail: 'ole@bak.dk', stage: 'entrepreneur' })).toMatchObject([
      { problems: [] },
    ]);
    expect(await values()).toMatchObject({ contactEmail: 'ole@bak.dk', stage: 'entrepreneur' });
  });
});

describe('a corrected contact', () => {
  const before = { contactName: 'Hanne Hansen', contactPhone: '40411234' };
  it.each<[RawInput, RawInput]>([
    [{ contactName: 'Ole Bak 40 55 66 77' }, { contactName: 'Ole Bak', contactPhone: '40556677' }],
    [{ contactName: 'Ole Bak ole@bak.dk' }, { contactName: 'Ole Bak', contactEmail: 'ole@bak.dk' }],
    [{ contactName: 'Ole Bak' }, { ...before, contactName: 'Ole Bak' }],
    // A form that sends the number by itself is taken as it stands.
    [
      { contactName: 'Ole Bak 40 55 66 77', contactPhone: '40998877' },
      { contactName: 'Ole Bak 40 55 66 77', contactPhone: '40998877' },
    ],
    [
      { contactName: 'Ole Bak 40 55 66 77', companyName: 'Bak Byg' },
      { contactName: 'Ole Bak', contactPhone: '40556677', companyName: 'Bak Byg' },
    ],
  ])('is read from %j', async (input, now) => {
    expect(await correct(input)).toMatchObject([{ problems: [] }]);
    expect(await values()).toMatchObject(now);
  });
});
