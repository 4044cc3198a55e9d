import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ButtonCommand, DRAFT_INPUTS, payloadOf, readPayload } from '../../cards/actions.ts';
import { inputId } from '../../cards/input-elements.ts';
import { CASE_VERBS, inputsOf } from '../../src/core/case/verbs/index.ts';
import { CASE_FILTERS, INTAKE_VERBS } from '../../src/core/command.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';

const text = fc.string({ maxLength: 200, unit: 'grapheme' });
const id = fc.stringMatching(/^[A-Z0-9-]{1,40}$/);
const revision = fc.option(fc.nat(1_000_000));
const inputOf = (keys: readonly string[]) =>
  fc
    .uniqueArray(fc.constantFrom(...keys, 'reason'), { maxLength: 5 })
    .chain((some) =>
      fc.record(Object.fromEntries(some.filter((key) => keys.includes(key)).map((key) => [key, text]))),
    );

/** Every command that a button can carry. */
const command: fc.Arbitrary<ButtonCommand> = fc.oneof(
  fc.constantFrom(...(['new', 'guided', 'help', 'back', 'cancel'] as const)).map((name) => ({ name })),
  fc.constantFrom(...LANGUAGES).map((language) => ({ name: 'language' as const, language })),
  fc
    .tuple(fc.constantFrom(...CASE_FILTERS), fc.integer({ min: 1, max: 10_000 }))
    .map(([filter, page]) => ({ name: 'cases' as const, filter, page })),
  id.map((caseId) => ({ name: 'case' as const, caseId })),
  fc.constantFrom(...INTAKE_VERBS).chain((verb) =>
    fc.record({
      name: fc.constant('intake' as const),
      verb: fc.constant(verb),
      draftId: fc.option(id),
      revision,
      input: inputOf(DRAFT_INPUTS),
    }),
  ),
  fc.constantFrom(...CASE_VERBS).chain((verb) =>
    fc.record({
      name: fc.constant('case-action' as const),
      verb: fc.constant(verb),
      caseId: id,
      revision,
      input: inputOf(inputsOf(verb).length > 0 ? inputsOf(verb) : ['none']).map((input) =>
        inputsOf(verb).length > 0 ? input : {},
      ),
    }),
  ),
);

describe('a button', () => {
  it('carries its command there and back', () => {
    fc.assert(
      fc.property(command, (one) => {
        expect(readPayload(JSON.parse(JSON.stringify(payloadOf(one))))).toEqual(one);
      }),
    );
  });

  it('may carry its verb beside the data, as Action.Execute does', () => {
    expect(readPayload({ caseId: 'K3F9-QTX2', revision: 3 }, 'handover.accept')).toEqual({
      name: 'case-action',
      verb: 'handover.accept',
      caseId: 'K3F9-QTX2',
      revision: 3,
      input: {},
    });
  });

  it('takes every input of its verb, and no other', () => {
    const button = { verb: 'handover.forward', caseId: 'K3F9-QTX2' };
    for (const verb of CASE_VERBS) {
      const all = Object.fromEntries(inputsOf(verb).map((name) => [name, 'x']));
      expect(readPayload({ ...button, verb, ...all }), verb).toMatchObject({ verb, input: all });
      expect(readPayload({ ...button, verb, stray: 'x' }), verb).toMatchObject({ name: 'unreadable' });
    }
  });

  it('whose verb beside the data is another than the one within is not read', () => {
    const data = { verb: 'handover.return', caseId: 'K3F9-QTX2' };
    expect(readPayload(data, 'handover.accept')).toEqual({ name: 'unreadable', problem: 'bad-value verb' });
    expect(readPayload(data, 'handover.return')).toMatchObject({ verb: 'handover.return' });
  });

  it('prefers the inputs of its own form to those of another one on the same card', () => {
    const taken = new Set(['reason']);
    expect(inputId('reason', 'handover.forward', taken)).toBe('reason@handover.forward');
    expect(
      readPayload({
        'reason@handover.forward': 'mine',
        reason: 'of the return form',
        'text@handover.ask': 'of the question',
        organisation: 'LES Viborg',
        verb: 'handover.forward',
        caseId: 'K3F9-QTX2',
      }),
    ).toMatchObject({ input: { reason: 'mine', organisation: 'les-791' } });
  });

  it.each([
    [null, 'missing verb'],
    [undefined, 'missing verb'],
    ['text', 'not-an-object'],
    [[1, 2], 'not-an-object'],
    [{}, 'missing verb'],
    [{ verb: 'handover.steal', caseId: 'K3F9-QTX2' }, 'unknown-verb handover.steal'],
    [{ verb: 'toString' }, 'unknown-verb toString'],
    [{ verb: 'handover.accept' }, 'missing caseId'],
    [{ verb: 'handover.accept', caseId: 7 }, 'bad-value caseId'],
    [{ verb: 'handover.accept', caseId: 'K3F9-QTX2', actor: 'somebody else' }, 'unknown-key actor'],
    [{ verb: 'handover.accept', caseId: 'K3F9-QTX2', revision: 'three' }, 'bad-value revision'],
    [{ verb: 'handover.accept', caseId: 'K3F9-QTX2', revision: -1 }, 'bad-value revision'],
    [{ verb: 'handover.accept', caseId: 'K3F9-QTX2', revision: [3] }, 'bad-value revision'],
    [{ verb: 'intake.submit', cvr: 25313763 }, 'bad-value cvr'],
    [{ verb: 'intake.submit', owner: 'les-791' }, 'unknown-key owner'],
    [{ verb: 'intake.submit', __proto__: null, constructor: 'x' }, 'unknown-key constructor'],
    [{ verb: 'open.cases', filter: 'all' }, 'bad-value filter'],
    [{ verb: 'open.help', x: 1 }, 'unknown-key x'],
    [{ verb: 'open.language', language: 'sv' }, 'bad-value language'],
  ])('refuses %j by name', (data, problem) => {
    expect(readPayload(data)).toEqual({ name: 'unreadable', problem });
  });

  it('ignores what the platform adds by itself', () => {
    expect(readPayload({ verb: 'open.new', msteams: { type: 'invoke' } })).toEqual({ name: 'new' });
  });

  it('never fails, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), fc.option(fc.string(), { nil: undefined }), (data, verb) => {
        expect(readPayload(data, verb)).toHaveProperty('name');
      }),
    );
  });

  it('names what a stranger sent without its control characters and at a bearable length', () => {
    const read = readPayload({ verb: `x\u0000\u202e${'y'.repeat(500)}` });
    expect(read).toMatchObject({ name: 'unreadable' });
    if (read.name === 'unreadable') {
      expect(read.problem.length).toBeLessThan(100);
      expect(read.problem).not.toMatch(/\p{C}/u);
    }
  });
});
