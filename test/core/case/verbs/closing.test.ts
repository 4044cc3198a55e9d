import { describe, expect, it } from 'vitest';
import { eraseCase } from '../../../../src/core/case/erase-case.ts';
import { textsOf } from '../../../../src/core/case/texts.ts';
import {
  anna,
  attempt,
  carla,
  caseAfter,
  change,
  contextAt,
  dan,
  NOW,
  opened,
  outcome,
  refusalOf,
} from '../case-world.ts';
import { answered } from './ways.ts';

const minutes = (count: number) => contextAt(new Date(Date.parse(NOW) + count * 60_000).toISOString());

describe('a closing that was undone', () => {
  const reclosed = caseAfter(
    answered,
    ['case.close', carla, outcome],
    ['case.undo', carla],
    ['case.close', carla, { ...outcome, services: 'sparring' }],
  );

  it('is forgotten once the case is closed otherwise, so that a later form does not propose it', () => {
    expect(reclosed.retracted).toBeNull();
    const reopened = caseAfter(reclosed, ['case.reopen', carla, { reason: 'De kom igen' }]);
    expect(reopened.retracted).toBeNull();
  });

  it('leaves no trace on a case that was never undone', () => {
    expect(caseAfter(answered, ['case.close', carla, outcome])).not.toHaveProperty('retracted');
  });
});

describe('details of a service at closing', () => {
  const given = caseAfter(answered, ['case.service', carla, { services: 'sparring' }]);
  const rest = { segment: 'growth', actionPlan: 'Besøg messen' };

  it.each([
    ['hours', { hours: '3' }],
    ['meeting', { meeting: 'phone' }],
    ['meeting', { hours: '3', meeting: 'phone' }],
    ['form', { form: 'individual' }],
    ['on', { on: '2026-01-12' }],
    ['tools', { tools: 'vaeksthjulet' }],
    ['applicationHelp', { applicationHelp: 'ehm' }],
  ])('are refused at %s where the closing names no service, with their own refusal', (field, details) => {
    const code = 'details-need-service';
    for (const kase of [given, answered]) {
      const none = kase === given ? {} : { noService: 'information-only' };
      expect(attempt(kase, 'case.close', carla, { ...rest, ...none, ...details })).toMatchObject({
        refusal: { code },
        problems: [{ field, code }],
      });
    }
  });

  it('are not asked for: the case closes without them', () => {
    expect(change(given, 'case.close', carla, rest).case.status).toBe('closed');
  });

  it('need a service, or why there was none, where nothing was given', () => {
    expect(refusalOf(attempt(answered, 'case.close', carla, { ...rest, hours: '3' }))).toBe('service-needed');
  });
});

describe('follow-up by an organisation outside the case', () => {
  it('has a refusal of its own', () => {
    expect(attempt(answered, 'case.close', carla, { ...outcome, followUpBy: 'les-751' })).toMatchObject({
      refusal: { code: 'follow-up-outside', params: { organisation: 'les-751' } },
      problems: [{ field: 'followUpBy' }],
    });
  });
});

describe('who closed', () => {
  const said = { ...outcome, note: 'Det gik godt' };
  const closed = caseAfter(answered, ['case.close', dan, said]);
  const closer = (kase: typeof closed) => textsOf(kase).find(({ about }) => about === 'note')?.by;

  it('stays the writer of the closing note after later acts', () => {
    expect(closed.assignee?.name).not.toBe(dan.name);
    expect(closer(closed)).toBe(dan.name);
    expect(closer(change(closed, 'followup.accept', anna, {}, minutes(60)).case)).toBe(dan.name);
  });

  it('is known without the outcome saying so, as on cases of earlier versions', () => {
    const { closedBy: _, ...old } = closed.outcome ?? {};
    expect(closer({ ...closed, outcome: old as typeof closed.outcome })).toBe(dan.name);
  });

  it('stays as the other names of staff do when the case is erased', () => {
    expect(eraseCase(closed, NOW, 'request').case.outcome?.closedBy?.person).toBe('dan');
  });
});

describe('an answer before a promise that a new need began', () => {
  it('cannot be undone, and the refusal says why', () => {
    const later = change(
      answered,
      'case.add-contact',
      carla,
      { text: 'De vil også have patent', newNeed: 'true' },
      minutes(10),
    ).case;
    expect(refusalOf(attempt(later, 'case.undo', carla, {}, minutes(20)))).toBe('promise-since');
    expect(refusalOf(attempt(later, 'case.undo', carla, {}, minutes(90)))).toBe('nothing-to-undo');
    expect(refusalOf(attempt(opened().case, 'case.undo', anna))).toBe('nothing-to-undo');
  });
});

describe('days that closing names', () => {
  const named = { ...outcome, enrolled: 'true' };
  it.each(['on', 'actionPlanOn', 'enrolledOn'])(
    'may be today, and %s is refused for a later one',
    (field) => {
      expect(
        refusalOf(attempt(answered, 'case.close', carla, { ...named, [field]: '2026-01-13' })),
      ).toBeUndefined();
      expect(attempt(answered, 'case.close', carla, { ...named, [field]: '2026-01-14' })).toMatchObject({
        refusal: { code: 'date-in-future', params: { field } },
        problems: [{ field, code: 'date-in-future' }],
      });
    },
  );
});

describe('the segment of a crisis', () => {
  const close = (kase: typeof answered, segment: string) =>
    refusalOf(attempt(kase, 'case.close', carla, { ...outcome, segment }));
  const urgent = { ...answered, priority: 'urgent' } as const;

  it('is never operations, which other cases may be', () => {
    expect(attempt(urgent, 'case.close', carla, { ...outcome, segment: 'operations' })).toMatchObject({
      refusal: { code: 'early-warning-not-operations' },
      problems: [{ field: 'segment' }],
    });
    expect(close(answered, 'operations')).toBeUndefined();
    expect(close(urgent, 'early-warning')).toBeUndefined();
    expect(close(urgent, 'growth')).toBeUndefined();
  });
});

describe('why there was no service', () => {
  const plan = { segment: 'growth', actionPlan: 'Besøg messen' };
  const close = (kase: typeof answered, input: object) =>
    attempt(kase, 'case.close', carla, { ...plan, ...input });
  const given = caseAfter(answered, ['case.service', carla, { services: 'sparring' }]);

  it.each([
    ['now', answered, { services: 'sparring', noService: 'information-only' }],
    ['now, and the reason is in words', answered, { services: 'sparring', noServiceWhy: 'Ingen tid' }],
    ['as a programme', answered, { programme: 'Dalgas', noService: 'information-only' }],
    ['before', given, { noService: 'information-only' }],
  ])('is refused where one was given: %s', (_, kase, input) => {
    expect(close(kase, input)).toMatchObject({
      refusal: { code: 'service-or-none' },
      problems: [{ field: 'noService' }],
    });
  });

  it('must be told in words where it is another reason', () => {
    expect(close(answered, { noService: 'other' })).toMatchObject({
      refusal: { code: 'words-needed' },
      problems: [{ field: 'noServiceWhy' }],
    });
    expect(refusalOf(close(answered, { noService: 'other', noServiceWhy: 'Ingen tid' }))).toBeUndefined();
  });

  it('is another one where there are words alone', () => {
    const words = change(answered, 'case.close', carla, { ...plan, noServiceWhy: 'Ingen tid' }).case.outcome;
    expect(words).toMatchObject({ noService: 'other', noServiceWhy: 'Ingen tid', services: [] });
    const code = change(answered, 'case.close', carla, { ...plan, noService: 'information-only' }).case
      .outcome;
    expect(code).toMatchObject({ noService: 'information-only' });
    expect(code).not.toHaveProperty('noServiceWhy');
  });

  it('may be that nobody was reached only after three attempts', () => {
    expect(close(answered, { noService: 'no-contact' })).toMatchObject({
      refusal: { code: 'attempts-needed' },
      problems: [{ field: 'noService' }],
    });
    const once = ['case.attempt', carla] as const;
    const tried = caseAfter(answered, once, once, once);
    expect(refusalOf(close(tried, { noService: 'no-contact' }))).toBeUndefined();
  });
});

describe('self-help at closing', () => {
  const { selfHelpUsed: _, ...rest } = outcome;
  const used = (input: object, kase = answered) => {
    const { outcome: of, selfHelp } = change(kase, 'case.close', carla, { ...rest, ...input }).case;
    return [of?.selfHelpUsed, selfHelp?.map(({ tool }) => tool)];
  };

  it('was used where it is said, or named, now or before, and not otherwise', () => {
    expect(used({})).toEqual([false, undefined]);
    expect(used({ selfHelpUsed: 'true' })).toEqual([true, [null]]);
    expect(used({ selfHelpUsed: 'true', selfHelp: 'klimakompasset' })).toEqual([true, ['klimakompasset']]);
    expect(used({ selfHelp: 'klimakompasset' })).toEqual([true, ['klimakompasset']]);
    const before = caseAfter(answered, ['case.self-help', carla, { tools: 'klimakompasset' }]);
    expect(used({}, before)).toEqual([true, ['klimakompasset']]);
    expect(used({ selfHelpUsed: 'true' }, before)).toEqual([true, ['klimakompasset']]);
  });

  it('has focus areas only with Væksthjulet', () => {
    const focused = (selfHelp: string) =>
      attempt(answered, 'case.close', carla, { ...rest, selfHelp, focus: 'salg' });
    expect(focused('klimakompasset')).toMatchObject({
      refusal: { code: 'focus-needs-growth-wheel' },
      problems: [{ field: 'focus' }],
    });
    expect(refusalOf(focused('vaeksthjulet'))).toBeUndefined();
  });
});

describe('a referral at closing', () => {
  it('is given once by one organisation, and again by another', () => {
    const kase = caseAfter(
      answered,
      ['case.invite', carla, { organisation: 'les-791' }],
      ['case.refer', anna, { to: 'private-adviser' }],
      ['case.refer', carla, { to: 'gts' }],
      ['case.close', carla, { ...outcome, referredTo: 'private-adviser,gts' }],
    );
    expect(kase.referrals?.map(({ to, by }) => [to, by.person])).toEqual([
      ['private-adviser', 'anna'],
      ['gts', 'carla'],
      ['private-adviser', 'carla'],
    ]);
    expect(kase.outcome?.referredTo).toEqual(['private-adviser', 'gts']);
  });
});

describe('enrolment at closing', () => {
  const enrolment = (input: object) => {
    const { enrolled, enrolledOn } =
      change(answered, 'case.close', carla, { ...outcome, ...input }).case.outcome ?? {};
    return [enrolled, enrolledOn];
  };
  it.each([
    [{}, [undefined, undefined]],
    [{ enrolled: 'true' }, [true, '2026-01-13']],
    [{ enrolled: 'false' }, [false, '2026-01-13']],
    [{ enrolled: 'true', enrolledOn: '2026-01-10' }, [true, '2026-01-10']],
    [{ enrolledOn: '2026-01-10' }, [true, '2026-01-10']],
  ])('of %j is %j', (input, expected) => expect(enrolment(input)).toEqual(expected));
});

describe('the action plan', () => {
  const services = { services: 'sparring', segment: 'growth' };
  const close = (input: object) => attempt(answered, 'case.close', carla, { ...services, ...input });
  it.each([
    ['action-plan-needed', 'actionPlan', { actionPlanOn: '2026-01-12' }],
    ['plan-or-none', 'noActionPlan', { actionPlan: 'x', noActionPlan: 'y' }],
    ['plan-or-none', 'actionPlanOn', { noActionPlan: 'y', actionPlanOn: '2026-01-12' }],
  ])('is refused with %s at %s where closing says %j', (code, field, input) => {
    expect(close(input)).toMatchObject({ refusal: { code }, problems: [{ field, code }] });
  });

  it('is of today unless it names its day, and is not asked of an office about its own case', () => {
    const plan = (input: object) =>
      change(answered, 'case.close', carla, { ...services, ...input }).case.outcome?.actionPlanOn;
    expect(plan({ actionPlan: 'x' })).toBe('2026-01-13');
    expect(plan({ actionPlan: 'x', actionPlanOn: '2026-01-12' })).toBe('2026-01-12');
    const own = caseAfter(opened({ override: { organisation: 'les-791', reason: 'x' } }).case, [
      'case.contacted',
      anna,
    ]);
    expect(change(own, 'case.close', anna, services).case.outcome).not.toHaveProperty('actionPlanOn');
  });
});
