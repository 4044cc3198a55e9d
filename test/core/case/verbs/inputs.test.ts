import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/core/case/case.ts';
import { eraseCase, eraseContact } from '../../../../src/core/case/erase-case.ts';
import { CASE_VERBS, type CaseVerb, inputsOf } from '../../../../src/core/case/verbs/index.ts';
import type { Actor } from '../../../../src/core/person.ts';
import type { RawInput } from '../../../../src/core/raw-input.ts';
import {
  anna,
  attempt,
  carla,
  caseAfter,
  change,
  contextAt,
  dan,
  eva,
  NOW,
  opened,
  outcome,
} from '../case-world.ts';

/** What somebody takes the time to type is found again: on the case, or in its history. */

const because = { reasonCode: 'not-our-area', reason: 'Det er ikke os' };
const offered = opened().case;
const asked = caseAfter(offered, ['handover.ask', carla, { text: 'Hvornår?' }]);
const returned = caseAfter(offered, ['handover.return', carla, because]);
const accepted = caseAfter(offered, ['handover.accept', carla]);
const answered = caseAfter(accepted, ['case.contacted', carla]);
const closed = caseAfter(answered, ['case.close', carla, outcome]);
const stopped = caseAfter(offered, ['case.withdraw-basis', anna]);
const own = caseAfter(opened({ override: { organisation: 'les-791', reason: 'x' } }).case, [
  'case.contacted',
  anna,
]);
/** The phone line took a call with a new need. */
const taken = caseAfter(answered, ['case.add-contact', eva, { text: 'Igen', newNeed: 'true' }]);
const unknown: Case = { ...answered, values: { ...answered.values, cvr: undefined } };

/** Every way that a verb can go, with every input that it takes. */
const WAYS: Readonly<Record<CaseVerb, readonly (readonly [Case, Actor, RawInput])[]>> = {
  'handover.accept': [[offered, carla, {}]],
  'handover.return': [
    [offered, carla, { reasonCode: 'no-capacity', reason: 'Vi er få lige nu' }],
    [offered, carla, { reasonCode: 'missing-information', reason: 'Hvor mange ansatte?' }],
  ],
  'handover.ask': [[offered, carla, { text: 'Hvor mange?' }]],
  'handover.answer': [[asked, anna, { text: 'I morgen' }]],
  'handover.forward': [[offered, carla, { organisation: 'les-751', reason: 'De bor der' }]],
  'handover.advise': [[offered, carla, { text: 'Prøv banken' }]],
  'handover.withdraw': [[offered, anna, {}]],
  'handover.offer': [
    [stopped, anna, { organisation: 'les-751', reason: 'Tæt på', consent: 'public-task' }],
    [answered, carla, { organisation: 'les-751', reason: 'Tæt på' }],
  ],
  'case.contacted': [
    [accepted, carla, { note: 'Ringede kl. 9' }],
    [offered, anna, { note: 'Ringede kl. 9', how: 'meeting' }],
  ],
  'case.answered-here': [[taken, eva, { note: 'De skal bruge blanketten' }]],
  'case.undo': [
    [answered, carla, {}],
    [closed, dan, {}],
  ],
  'case.assign': [[accepted, carla, { person: 'dan' }]],
  'case.call-off': [],
  'case.call-back': [[accepted, carla, { day: '2026-01-14', time: '10:00', reason: 'De er til møde' }]],
  'case.close': [
    [answered, carla, { ...outcome, note: 'Gik godt', pNumber: '1003407806' }],
    [unknown, carla, { ...outcome, note: 'Gik godt', cvr: '25313763' }],
    // Nobody follows up but the office itself: the day stays with the outcome.
    [own, anna, { ...outcome, note: 'Gik godt', pNumber: '1003407806' }],
  ],
  'case.wait': [[answered, carla, { note: 'De ringer selv' }]],
  'case.continue': [[caseAfter(answered, ['case.wait', carla]), carla, {}]],
  'case.reopen': [[closed, carla, { reason: 'De kom igen' }]],
  'case.withdraw': [
    [offered, anna, { reason: 'De vil hellere selv' }],
    [answered, carla, { reason: 'De vil hellere selv' }],
  ],
  'case.mark-error': [[closed, anna, { reason: 'Det var en prøve' }]],
  'case.invite': [[accepted, carla, { organisation: 'les-751', reason: 'De kender dem' }]],
  'case.leave': [[caseAfter(accepted, ['case.invite', carla, { organisation: 'les-791' }]), anna, {}]],
  'case.settle': [
    [returned, dan, { organisation: 'ehm-midtjylland', reason: 'Vi kan det', joint: 'true' }],
    [returned, anna, { organisation: 'les-791', reason: 'Vi beholder den', joint: 'true' }],
  ],
  'case.basis': [[stopped, anna, { kind: 'public-task' }]],
  'case.withdraw-basis': [[offered, anna, {}]],
  'case.add-contact': [
    [answered, carla, { text: 'Igen', newNeed: 'true' }],
    [answered, carla, { text: 'Ny maskine', areas: 'financing,automation', person: 'Bo 40411234' }],
  ],
  'followup.accept': [[closed, anna, {}]],
  'followup.decline': [[closed, anna, { reason: 'Det gør I selv' }]],
};

const kept = (kase: Case, verb: CaseVerb, by: Actor, input: RawInput) => {
  const decided = attempt(kase, verb, by, input, contextAt(NOW));
  return decided.ok ? JSON.stringify([decided.change.case, decided.change.history]) : 'refused';
};
/** A value that cannot be in the case already, of the same kind. */
const FREE = ['text', 'reason', 'note', 'actionPlan', 'services'];

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
        if (['joint', 'selfHelpUsed', 'time', 'newNeed'].includes(name)) continue;
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
