import { describe, expect, it } from 'vitest';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import type { Case } from '../../src/core/case/case.ts';
import { CASE_VERBS, type CaseVerb } from '../../src/core/case/verbs/index.ts';
import { recordOfCase } from '../../src/core/indicators/record-of-case.ts';
import { change, contextAt, NOW } from '../core/case/case-world.ts';
import { twin, WAYS } from '../core/case/verbs/ways.ts';

/** What a verb takes reaches the shared CRM, and the codes of what was registered the export. */

const after = (
  kase: Case,
  verb: CaseVerb,
  by: Parameters<typeof change>[2],
  input: Parameters<typeof change>[3],
) => change(kase, verb, by, input, { ...contextAt(NOW, { feedback: 'on-request' }), other: twin });

/** Inputs that are kept as something else: a flag as a list, the time of day in an instant. */
const ELSEWHERE = ['joint', 'selfHelpUsed', 'time', 'day', 'newNeed', 'confirm'];

/** What the export holds besides: words of people stand in no export. */
const EXPORTED: Partial<Readonly<Record<CaseVerb, readonly string[]>>> = {
  'case.service': ['services', 'on', 'meeting', 'form', 'tools', 'programme', 'applicationHelp'],
  'case.refer': ['to', 'on', 'uptake'],
  'case.self-help': ['tools', 'on', 'focus'],
  'case.close': [
    'services',
    'meeting',
    'form',
    'tools',
    'programme',
    'applicationHelp',
    'noService',
    'referredTo',
    'selfHelp',
    'focus',
    'segment',
    'followUpBy',
    'followUpOn',
    'actionPlanOn',
    'enrolledOn',
    'cvr',
    'pNumber',
  ],
};

describe.each(CASE_VERBS.filter((verb) => WAYS[verb].some(([, , input]) => Object.keys(input).length > 0)))(
  'what %s takes',
  (verb) => {
    it.each(WAYS[verb].map((way, i) => [i + 1, ...way] as const))(
      'is found again in the CRM, and in the export (way %i)',
      (_, kase, by, input) => {
        const { case: done, history } = after(kase, verb, by, input);
        const record = JSON.stringify(crmRecordOf(done)).toLowerCase();
        const exported = JSON.stringify(recordOfCase({ case: done, history, crmCurrent: true }));
        for (const [name, value] of Object.entries(input)) {
          // A return for missing information is a question first, whose text says so.
          if (ELSEWHERE.includes(name) || value === 'missing-information') continue;
          const parts = name === 'hours' ? [] : value.split(',');
          for (const one of parts) {
            expect(record, name).toContain(JSON.stringify(one).slice(1, -1).toLowerCase());
            if (EXPORTED[verb]?.includes(name)) expect(exported, name).toContain(one);
          }
        }
      },
    );
  },
);

/** Words that stand in the record only after the next change would be missing there until then (I-12 counts it). */
it.each(CASE_VERBS)('whatever %s changes is sent to the CRM', (verb) => {
  expect(WAYS[verb].length).toBeGreaterThan(0);
  for (const [kase, by, input] of WAYS[verb])
    expect(after(kase, verb, by, input).effects).toContainEqual({ kind: 'crm.save' });
});
