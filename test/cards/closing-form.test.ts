import { describe, expect, it } from 'vitest';
import type { Input } from '../../cards/view.ts';
import { verbActions } from '../../cards/views/verb-actions.ts';
import { formOf } from '../../cards/views/verb-form.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import { attempt, carla, caseAfter, opened, outcome, refusalOf } from '../core/case/case-world.ts';

/** The form that closes a case. */

const answered = caseAfter(opened().case, ['handover.accept', carla], ['case.contacted', carla]);
const viewer = (kase: Case): Viewer =>
  ({ organisation: kase.owner, verbs: ['case.close'] }) as unknown as Viewer;
const form = (kase: Case): readonly Input[] => formOf('case.close', kase, viewer(kase), 'da');
const values = (kase: Case) =>
  Object.fromEntries(
    form(kase).map((one) => [one.id, Array.isArray(one.value) ? one.value.join(',') : String(one.value)]),
  );
const closeAgain = (kase: Case) => attempt(kase, 'case.close', carla, values(kase));

describe('the form after a closing that was undone', () => {
  const undone = (input: Record<string, string>) =>
    caseAfter(answered, ['case.close', carla, input], ['case.undo', carla]);

  it.each([
    {
      services: '1:1 vejledning,sparring',
      hours: '2.75',
      meeting: 'digital',
      enrolled: 'false',
      segment: 'growth',
      actionPlan: 'Besøg messen',
      followUpBy: 'us',
      followUpOn: '2026-03-02',
    },
    {
      noService: 'other',
      noServiceWhy: 'De flyttede',
      segment: 'growth',
      noActionPlan: 'De flyttede',
      followUpBy: 'none',
      noFollowUp: 'De flyttede',
      enrolled: 'true',
    },
    { ...outcome, followUpBy: 'les-791' },
  ])('has everything that was said, and closes the case again as it is', (said) => {
    const kase = undone(said);
    const shown = { ...values(kase), hours: values(kase).hours?.replace(',', '.') };
    const { selfHelpUsed: _, ...asked } = said as Record<string, string>;
    expect(shown).toMatchObject(asked);
    expect(refusalOf(closeAgain(kase))).toBeUndefined();
  });

  it('names the organisation that was to follow up, though it is not the referring office', () => {
    const joint = caseAfter(answered, ['case.invite', carla, { organisation: 'les-751' }]);
    const kase = caseAfter(
      joint,
      ['case.close', carla, { ...outcome, followUpBy: 'les-751' }],
      ['case.undo', carla],
    );
    expect(values(kase).followUpBy).toBe('les-751');
    const input = form(kase).find(({ id }) => id === 'followUpBy');
    expect(input?.kind === 'choice' && input.choices.map(({ value }) => value)).toEqual([
      'les-791',
      'les-751',
      'us',
      'none',
    ]);
  });
});

describe('the details of a service', () => {
  const given = caseAfter(answered, ['case.service', carla, { services: 'sparring' }]);
  const ids = (kase: Case) => form(kase).map(({ id }) => id);

  it('are asked for only where none has been registered', () => {
    expect(ids(answered)).toEqual(expect.arrayContaining(['hours', 'meeting', 'noService']));
    for (const id of ['hours', 'meeting', 'noService']) expect(ids(given)).not.toContain(id);
  });

  it('are shown unchosen where they were refused for want of a service', () => {
    const input = { noService: 'information-only', meeting: 'phone', hours: '3' };
    const problems = [
      { field: 'meeting', refusal: { code: 'details-need-service' as const }, typed: 'phone' },
    ];
    const [action] = verbActions(
      answered,
      viewer(answered),
      { problems, typed: { verb: 'case.close', input } },
      'da',
    );
    const shown = action?.form?.find(({ id }) => id === 'meeting');
    expect(shown).toMatchObject({ value: [], problem: expect.stringContaining('ydelse') });
    expect(action?.form?.find(({ id }) => id === 'hours')).toMatchObject({ value: '3' });
  });
});
