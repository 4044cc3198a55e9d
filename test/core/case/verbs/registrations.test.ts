import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/core/case/case.ts';
import { CASE_VERBS } from '../../../../src/core/case/verbs/index.ts';
import { decideCase, UNKNOWN } from '../../../../src/core/case/verbs/table.ts';
import {
  anna,
  attempt,
  carla,
  caseAfter,
  change,
  contextAt,
  NOW,
  opened,
  outcome,
  refusalOf,
} from '../case-world.ts';
import { answered, WAYS } from './ways.ts';

/** What is registered on a case beside its closing: the basis, referrals, self-help; and what undoing takes away. */

const SAVED = [{ kind: 'crm.save' }, { kind: 'card.refresh' }];
const accepted = caseAfter(opened().case, ['handover.accept', carla]);

describe('a referral', () => {
  const referred = caseAfter(
    answered,
    ['case.refer', carla, { to: 'private-adviser', name: 'Revisor Bo', why: 'Regnskabet', on: '2026-01-05' }],
    ['case.refer', carla, { to: 'private-adviser', name: 'Advokat Li' }],
    ['case.refer', carla, { to: 'gts' }],
    ['case.refer', carla, { name: 'Revisor Bo' }],
  );
  const uptakes = (kase: Case) => kase.referrals?.map(({ uptake }) => uptake);

  it('is of today unless it names its day, and nobody has asked yet whether it was used', () => {
    expect(referred.referrals?.map(({ to, name, why, on }) => [to, name, why, on])).toEqual([
      ['private-adviser', 'Revisor Bo', 'Regnskabet', '2026-01-05'],
      ['private-adviser', 'Advokat Li', null, '2026-01-13'],
      ['gts', null, null, '2026-01-13'],
      [null, 'Revisor Bo', null, '2026-01-13'],
    ]);
    expect(referred.referrals?.map(({ uptake, askedOn }) => [uptake, askedOn])).toEqual(
      Array.from({ length: 4 }, () => ['unknown', null]),
    );
  });

  it.each([
    ['by actor and name', { to: 'private-adviser', name: 'Revisor Bo' }, 0],
    ['by its actor: the last one to it', { to: 'private-adviser' }, 1],
    ['by its actor alone', { to: 'gts' }, 2],
    ['by its name: the last one of it', { name: 'Revisor Bo' }, 3],
  ])('that is named again %s gets its uptake, and no other does', (_, named, place) => {
    const done = change(referred, 'case.refer', carla, { ...named, uptake: 'used' });
    expect(uptakes(done.case)).toEqual(uptakes(referred)?.map((one, at) => (at === place ? 'used' : one)));
    expect(done.case.referrals?.[place]).toMatchObject({
      why: place === 0 ? 'Regnskabet' : null,
      askedOn: '2026-01-13',
    });
    expect(done.history[0]).toMatchObject({ event: 'uptake-recorded', details: { uptake: 'used' } });
    expect(done.effects).toEqual(SAVED);
  });

  it.each([
    { to: 'gts', name: 'Revisor Bo' },
    { to: 'ekf' },
    { name: 'Bo' },
    { to: 'private-adviser', name: 'Bo' },
  ])('that is none of them is a new one with its uptake: %j', (named) => {
    const done = change(referred, 'case.refer', carla, { ...named, uptake: 'expects' });
    expect(done.case.referrals).toHaveLength(5);
    expect(done.case.referrals?.at(-1)).toMatchObject({ ...named, uptake: 'expects', askedOn: '2026-01-13' });
    expect(done.history[0].event).toBe('referral-given');
    expect(done.effects).toEqual(SAVED);
  });

  it('without a word of uptake is another one, however often it is given', () => {
    expect(change(referred, 'case.refer', carla, { to: 'gts' }).case.referrals).toHaveLength(5);
  });

  it.each([
    ['referral-needed', 'to', { why: 'Regnskabet' }],
    ['date-in-future', 'on', { to: 'gts', on: '2026-01-14' }],
    ['text-too-long', 'name', { name: 'x'.repeat(201) }],
    ['not-in-list', 'to', { to: 'somebody' }],
  ])('is refused with %s at %s', (code, field, input) => {
    expect(attempt(answered, 'case.refer', carla, input)).toMatchObject({
      refusal: { code },
      problems: [{ field, code }],
    });
  });
});

describe('self-help', () => {
  it.each([
    ['tool-needed', 'tools', { focus: 'salg' }],
    ['focus-needs-growth-wheel', 'focus', { tools: 'klimakompasset', focus: 'salg' }],
    ['date-in-future', 'on', { tools: 'klimakompasset', on: '2026-01-14' }],
  ])('is refused with %s at %s where %j was said', (code, field, input) => {
    expect(attempt(answered, 'case.self-help', carla, input)).toMatchObject({
      refusal: { code },
      problems: [{ field, code }],
    });
  });

  it('is of today unless it names its day, with the focus areas of Væksthjulet alone', () => {
    const { selfHelp } = change(answered, 'case.self-help', carla, {
      tools: 'vaeksthjulet,klimakompasset',
      focus: 'salg',
    }).case;
    expect(selfHelp?.map(({ tool, on, focus }) => [tool, on, focus])).toEqual([
      ['vaeksthjulet', '2026-01-13', ['salg']],
      ['klimakompasset', '2026-01-13', []],
    ]);
  });
});

describe('a basis', () => {
  const tasked = (kase: Case): Case => ({
    ...kase,
    tasks: undefined,
    decision: {
      ...kase.decision,
      referrals: [{ actor: 'les', when: 'now', area: 'business-plan', rule: 'A6' }],
    },
  });
  const unshared = caseAfter(tasked(accepted), ['case.withdraw-basis', carla]);

  it('of this case, or of more, is one that the company gave', () => {
    const scope = 'all-public-business-service';
    const recorded = (input: object) => change(unshared, 'case.basis', carla, { ...input }).case.basis;
    expect(recorded({ kind: 'consent' })).toMatchObject({ kind: 'consent', scope: 'this-case' });
    expect(recorded({ kind: 'public-task', scope })).toMatchObject({ kind: 'public-task', scope });
    expect(recorded({ kind: 'declined' })).not.toHaveProperty('scope');
  });

  it('that was declined covers nothing: a scope is refused', () => {
    expect(attempt(unshared, 'case.basis', carla, { kind: 'declined', scope: 'this-case' })).toMatchObject({
      refusal: { code: 'basis-declined' },
      problems: [{ field: 'scope', code: 'basis-declined' }],
    });
  });

  it('gives other offices the tasks that the decision has for them, and history says whose', () => {
    const done = change(unshared, 'case.basis', carla, { kind: 'consent' });
    expect(done.case.tasks).toMatchObject([{ organisation: 'les-791', state: 'open' }]);
    expect(done.history[0].details).toEqual({ kind: 'consent', tasks: ['les-791'] });
    expect(done.effects).toEqual([...SAVED, { kind: 'card.post', organisation: 'les-791', card: 'task' }]);
  });

  it('gives no task where it was declined, or where the offices have theirs already', () => {
    const declined = change(unshared, 'case.basis', carla, { kind: 'declined' });
    expect([declined.history[0].details, declined.effects]).toEqual([{ kind: 'declined' }, SAVED]);
    const had: Case = {
      ...unshared,
      tasks: [{ organisation: 'les-791', when: 'now', areas: [], dueAt: NOW, state: 'started' }],
    };
    const again = change(had, 'case.basis', carla, { kind: 'consent' });
    expect([again.history[0].details, again.effects]).toEqual([{ kind: 'consent' }, SAVED]);
  });
});

describe('a closing that is undone', () => {
  const before = caseAfter(
    answered,
    ['case.service', carla, { services: 'camps' }],
    ['case.refer', carla, { to: 'ekf' }],
    ['case.self-help', carla, { tools: 'klimakompasset' }],
  );
  const closed = caseAfter(before, ['case.close', carla, { ...outcome, selfHelp: 'vaeksthjulet' }]);
  const undone = caseAfter(closed, ['case.undo', carla]);
  const names = ({ services, referrals, selfHelp }: Pick<Case, 'services' | 'referrals' | 'selfHelp'>) => ({
    services: services?.map(({ service }) => service),
    referrals: referrals?.map(({ to }) => to),
    selfHelp: selfHelp?.map(({ tool }) => tool),
  });

  it('leaves what was registered before it', () => {
    expect(names(closed)).toEqual({
      services: ['camps', '1:1 vejledning'],
      referrals: ['ekf', 'private-adviser'],
      selfHelp: ['klimakompasset', 'vaeksthjulet'],
    });
    expect(names(undone)).toEqual(names(before));
  });

  it('keeps what it registered itself for the next form', () => {
    expect(names(undone.retracted?.again ?? {})).toEqual({
      services: ['1:1 vejledning'],
      referrals: ['private-adviser'],
      selfHelp: ['vaeksthjulet'],
    });
    expect(undone.retracted).toMatchObject({ actionPlan: outcome.actionPlan, cvr: '25313763' });
    expect(undone).toMatchObject({ status: 'answered', closedAt: null, outcome: null, followUp: null });
  });
});

describe('self-help that is undone', () => {
  it('leaves what was registered before it and after it', () => {
    const kase = caseAfter(
      answered,
      ['case.self-help', carla, { tools: 'klimakompasset' }],
      ['case.self-help', carla, { tools: 'lean-startup' }],
      ['case.add-contact', carla, { text: 'Igen', tools: 'vaeksthjulet' }],
    );
    const tools = ({ selfHelp }: Case) => selfHelp?.map(({ tool }) => tool);
    expect(tools(kase)).toEqual(['klimakompasset', 'lean-startup', 'vaeksthjulet']);
    expect(tools(caseAfter(kase, ['case.undo', carla]))).toEqual(['klimakompasset', 'vaeksthjulet']);
  });
});

describe('a field that no verb has', () => {
  it.each(CASE_VERBS)('is refused by %s with its name', (verb) => {
    const [way] = WAYS[verb];
    if (!way) throw new Error(`no way of ${verb}`);
    const [kase, by, input] = way;
    const decided = decideCase(
      kase,
      { verb, revision: kase.revision, input: { ...input, [`${UNKNOWN}farve`]: 'blå' } },
      by,
      contextAt(NOW),
    );
    expect(decided).toEqual({
      ok: false,
      refusal: { code: 'unknown-input', params: { input: 'farve', verb } },
      problems: [],
    });
  });

  it('is refused after what the person may not do at all', () => {
    const input = { [`${UNKNOWN}farve`]: 'blå' };
    expect(refusalOf(attempt(accepted, 'case.contacted', anna, input))).toBe('not-yours');
  });
});

describe('a notice to whoever referred the company', () => {
  it('is named after the change that it tells of, for the person and for the channel', () => {
    const done = change(accepted, 'case.contacted', carla);
    const steps = done.effects.flatMap((effect) => ('step' in effect ? [[effect.kind, effect.step]] : []));
    const step = `told/${done.case.revision}`;
    expect(steps).toEqual([
      ['tell.person', step],
      ['tell.organisation', step],
    ]);
  });
});
