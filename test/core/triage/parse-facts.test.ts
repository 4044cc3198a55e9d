import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/triage/decide.ts';
import { parseFacts } from '../../../src/core/triage/parse-facts.ts';
import { TODAY } from './case-facts.ts';

const least = { entry: 'phone', municipality: '791' };
const problemsOf = (input: unknown) => {
  const parsed = parseFacts(input, TODAY);
  return parsed.ok ? [] : parsed.problems.map(({ path, problem }) => `${path}: ${problem}`);
};

describe('facts', () => {
  it('need only a municipality and an entry', () => {
    expect(problemsOf(least)).toEqual([]);
  });

  it.each([
    [{ municipality: '791' }, 'entry: is required: must be one of phone, les, ehm, digital'],
    [{ entry: 'phone' }, 'municipality: is required: must be an existing three-digit municipality code'],
    [{ ...least, municipality: '999' }, 'municipality: must be an existing three-digit municipality code'],
    [
      { ...least, municipality: 791 },
      'municipality: must be an existing three-digit municipality code, as text',
    ],
    [{ ...least, postnummer: '8800' }, 'postnummer: is not a known key'],
    [{ ...least, company: { cvr: '25313763', owner: 'x' } }, 'company.owner: is not a known key'],
    [{ ...least, entry: 'mail' }, 'entry: must be one of phone, les, ehm, digital'],
    [{ ...least, needs: [{ area: 'rockets' }] }, 'needs.0.area: must be one of'],
    [
      { ...least, needs: [{ area: 'financing', depth: 'deep' }] },
      'needs.0.depth: must be one of basic, specialised',
    ],
    [{ ...least, needs: Array(41).fill({ area: 'financing' }) }, 'needs: must be at most 40 needs'],
    [{ ...least, company: { cvr: '12345678' } }, 'company.cvr: must be a CVR number'],
    [{ ...least, company: { founded: '2026-02-29' } }, 'company.founded: must be a date in the calendar'],
    [{ ...least, company: { founded: '2026-11-21' } }, 'company.founded: must not be in the future'],
    [{ ...least, company: { employees: -1 } }, 'company.employees: must be a whole number from 0'],
    [{ ...least, company: { employees: 'tolv' } }, 'company.employees: must be a whole number from 0'],
    [{ ...least, company: { turnoverDkk: 'meget' } }, 'company.turnoverDkk: must be an amount from 0'],
    [{ ...least, company: { turnoverDkk: -1 } }, 'company.turnoverDkk: must be an amount from 0'],
    [{ ...least, company: { employees: 1.5 } }, 'company.employees: must be a whole number from 0'],
    [
      { ...least, company: { turnoverDkk: Number.POSITIVE_INFINITY } },
      'company.turnoverDkk: must be an amount from 0',
    ],
    [{ ...least, company: { name: null } }, 'company.name: must be text'],
    [{ ...least, company: { name: 'x'.repeat(401) } }, 'company.name: must be at most 400 characters long'],
    [{ ...least, company: { name: 'a\u0007b' } }, 'company.name: must hold no control characters'],
    [{ ...least, company: { name: '\u0007b' } }, 'company.name: must hold no control characters'],
    [
      { ...least, history: { openCase: { id: 'K', owner: { actor: 'digital', organisation: 'les-791' } } } },
      'history.openCase.owner: actor must agree',
    ],
    [
      { ...least, history: { openCase: { id: 'K', owner: { actor: 'les', organisation: 'digital' } } } },
      'history.openCase.owner: actor must agree',
    ],
    [{ ...least, entryOrganisation: 'les-999' }, 'entryOrganisation: must be an existing organisation'],
    [
      { ...least, history: { openCase: { id: 'K', owner: { actor: 'les', organisation: 'ehm-fyn' } } } },
      'history.openCase.owner: actor must agree',
    ],
    [null, ': must be an object'],
    [[], ': must be an object'],
    ['facts', ': must be an object'],
  ])('%j are refused by place and reason', (input, problem) => {
    expect(problemsOf(input).join('\n')).toContain(problem);
  });

  it('may say that there is no running case', () => {
    expect(problemsOf({ ...least, history: { openCase: null } })).toEqual([]);
  });

  it.each([
    ['digital', 'digital'],
    ['les', 'les-791'],
    ['ehm', 'ehm-fyn'],
  ])('may say that %s has it: %s', (actor, organisation) => {
    const openCase = { id: 'K', owner: { actor, organisation } };
    expect(problemsOf({ ...least, history: { openCase } })).toEqual([]);
  });

  it('tell of everything that is wrong at once', () => {
    expect(problemsOf({ entry: 'mail', municipality: '1', company: { employees: -1 } })).toHaveLength(3);
  });

  it('of any shape are read or refused with a place, and what is read can be decided', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('791', 'phone', 'established', '25313763', 3, true),
    );
    const key = fc.constantFrom(
      'entry',
      'municipality',
      'stage',
      'maturity',
      'needs',
      'company',
      'history',
      'crisis',
      'today',
      '__proto__',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.dictionary(key, value).map((more) => ({ ...least, ...more })),
        ),
        (input) => {
          const parsed = parseFacts(input, TODAY);
          if (parsed.ok) {
            const decision = decide(parsed.facts, undefined, TODAY);
            expect(decision.owner.organisation).toMatch(/^(?:les-\d{3}|ehm-[a-z]+|digital)$/);
          } else {
            expect(parsed.problems.length).toBeGreaterThan(0);
            for (const { problem } of parsed.problems) expect(problem).toMatch(/^(?:is|must|actor)/);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
