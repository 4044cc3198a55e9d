import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/core/case/case.ts';
import { eraseCase, eraseContact } from '../../../../src/core/case/erase-case.ts';
import { CASE_VERBS, type CaseVerb, inputsOf } from '../../../../src/core/case/verbs/index.ts';
import type { Actor } from '../../../../src/core/person.ts';
import type { RawInput } from '../../../../src/core/raw-input.ts';
import { attempt, carla, caseAfter, change, contextAt, NOW, outcome } from '../case-world.ts';
import { answered, twin, WAYS } from './ways.ts';

/** What somebody takes the time to type is found again: on the case, or in its history. */

const kept = (kase: Case, verb: CaseVerb, by: Actor, input: RawInput) => {
  const context = { ...contextAt(NOW, { feedback: 'on-request' }), other: twin };
  const decided = attempt(kase, verb, by, input, context);
  return decided.ok ? JSON.stringify([decided.change.case, decided.change.history]) : 'refused';
};
/** A value that cannot be in the case already, of the same kind. */
const FREE = [
  'text',
  'reason',
  'note',
  'actionPlan',
  'why',
  'name',
  'focus',
  'noActionPlan',
  'noFollowUp',
  'noServiceWhy',
  'noTool',
];

describe.each(CASE_VERBS)('the inputs of %s', (verb) => {
  it('are all tried here', () => {
    const tried = new Set(WAYS[verb].flatMap(([, , input]) => Object.keys(input)));
    expect([...tried].sort()).toEqual([...inputsOf(verb)].sort());
  });

  it.each(WAYS[verb].map((way, i) => [i + 1, ...way] as const))(
    'are found again on the case or in its history (way %i)',
    (_, kase, by, input) => {
      const whole = kept(kase, verb, by, input);
      expect(whole).not.toBe('refused');
      for (const [name, value] of Object.entries(input)) {
        const { [name]: _left, ...rest } = input;
        expect(kept(kase, verb, by, rest), `${name} makes no difference`).not.toBe(whole);
        // The time of day is kept as an instant.
        if (['joint', 'selfHelpUsed', 'time', 'newNeed', 'confirm'].includes(name)) continue;
        for (const one of value.split(',')) expect(whole, name).toContain(JSON.stringify(one).slice(1, -1));
        if (!FREE.includes(name)) continue;
        const other = kept(kase, verb, by, { ...input, [name]: 'Noget helt andet' });
        expect(other, name).toContain('Noget helt andet');
      }
    },
  );
});

describe('an input that cannot be kept', () => {
  it('is refused: another CVR number than the case has', () => {
    expect(attempt(answered, 'case.close', carla, { ...outcome, cvr: '10150817' })).toMatchObject({
      refusal: { code: 'cvr-differs' },
      problems: [{ field: 'cvr' }],
    });
    expect(change(answered, 'case.close', carla, { ...outcome, cvr: '25313763' }).case.values.cvr).toBe(
      '25313763',
    );
  });

  it('is refused: a no to sharing where a yes stands', () => {
    const input = { organisation: 'les-751', consent: 'declined' };
    expect(attempt(answered, 'handover.offer', carla, input)).toMatchObject({
      refusal: { code: 'basis-declined' },
      problems: [{ field: 'consent' }],
    });
  });
});

describe('why somebody did what they did', () => {
  const why = 'Indehaveren Bo Holm vil ikke mere';
  const ended = caseAfter(answered, ['case.withdraw', carla, { reason: why }]);

  it('stands on the case with when and who, and history holds the event alone', () => {
    const { case: kase, history } = change(answered, 'case.withdraw', carla, { reason: why });
    expect(kase.remarks).toEqual([
      {
        event: 'withdrawn',
        at: NOW,
        by: { person: 'carla', name: carla.name, organisation: carla.organisation },
        text: why,
      },
    ]);
    expect(history).toMatchObject([{ event: 'withdrawn', details: {} }]);
  });

  it('is empty where nobody said', () => {
    expect(caseAfter(answered, ['case.wait', carla]).remarks).toBeUndefined();
  });

  it('of a planned call is erased with it', () => {
    const planned = caseAfter(answered, ['case.call-back', carla, { time: '+60', reason: why }]);
    const { case: erased } = eraseCase(planned, NOW, 'request');
    expect(erased).toMatchObject({ callBack: null, remarks: [{ event: 'call-planned', text: null }] });
    expect(JSON.stringify(eraseContact(planned, NOW).case)).not.toContain('Bo Holm');
  });

  it('is erased with the case, and with its contact person', () => {
    for (const { case: kase } of [eraseCase(ended, NOW, 'request'), eraseContact(ended, NOW)]) {
      expect(JSON.stringify(kase)).not.toContain('Bo Holm');
      expect(kase.remarks).toMatchObject([{ event: 'withdrawn', text: null }]);
    }
  });
});
