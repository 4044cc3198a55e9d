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
