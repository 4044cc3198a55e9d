import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/core/case/case.ts';
import { UNKNOWN_SOURCE } from '../../../../src/core/case/enquiry.ts';
import { relationTo } from '../../../../src/core/case/relation.ts';
import type { CaseVerb } from '../../../../src/core/case/verbs/index.ts';
import { decideCase, verbsFor } from '../../../../src/core/case/verbs/table.ts';
import { commonView, visibleTo } from '../../../../src/core/case/visibility.ts';
import type { Actor } from '../../../../src/core/person.ts';
import type { RawInput } from '../../../../src/core/raw-input.ts';
import { DEFAULT_SETTINGS, settingsOf } from '../../../../src/core/triage/settings.ts';
import {
  anna,
  attempt,
  bo,
  carla,
  caseAfter,
  change,
  contextAt,
  dan,
  established,
  eva,
  ivan,
  NOW,
  opened,
  outcome,
  refusalOf,
  tryOpen,
} from '../case-world.ts';

const because = (reasonCode: string): RawInput => ({ reasonCode, reason: 'Det er ikke os' });
const offered = opened().case;
const accepted = caseAfter(offered, ['handover.accept', carla]);
const answered = caseAfter(accepted, ['case.contacted', carla]);
const waiting = caseAfter(answered, ['case.wait', carla]);
const closed = caseAfter(answered, ['case.close', carla, outcome]);
const returned = caseAfter(offered, ['handover.return', carla, because('not-our-area')]);

describe('a case', () => {
  // from, command, by whom -> status, owner, event
  const rows: readonly [string, Case, CaseVerb, Actor, RawInput, Case['status'], Case['owner'], string][] = [
    ['offered', offered, 'handover.accept', carla, {}, 'open', 'ehm-midtjylland', 'accepted'],
    ['offered', offered, 'handover.return', carla, because('no-capacity'), 'open', 'les-791', 'returned'],
    [
      'offered',
      offered,
      'handover.return',
      carla,
      because('missing-information'),
      'offered',
      'les-791',
      'asked',
    ],
    ['offered', offered, 'handover.ask', carla, { text: 'Hvornår?' }, 'offered', 'les-791', 'asked'],
    ['offered', offered, 'handover.advise', carla, { text: 'Prøv' }, 'open', 'les-791', 'advised'],
    [
      'offered',
      offered,
      'handover.forward',
      carla,
      { organisation: 'les-751', reason: 'x' },
      'offered',
      'les-791',
      'forwarded',
    ],
    ['offered', offered, 'handover.withdraw', anna, {}, 'open', 'les-791', 'offer-withdrawn'],
    ['offered', offered, 'case.contacted', anna, {}, 'offered', 'les-791', 'contacted'],
    ['open', accepted, 'case.contacted', carla, {}, 'answered', 'ehm-midtjylland', 'contacted'],
    ['open', accepted, 'case.assign', carla, { person: 'dan' }, 'open', 'ehm-midtjylland', 'assigned'],
    ['open', accepted, 'case.withdraw', carla, { reason: 'x' }, 'withdrawn', 'ehm-midtjylland', 'withdrawn'],
    ['answered', answered, 'case.wait', carla, {}, 'waiting-company', 'ehm-midtjylland', 'waiting'],
    ['waiting', waiting, 'case.continue', carla, {}, 'answered', 'ehm-midtjylland', 'continued'],
    ['waiting', waiting, 'case.close', carla, outcome, 'closed', 'ehm-midtjylland', 'closed'],
    ['answered', answered, 'case.close', carla, outcome, 'closed', 'ehm-midtjylland', 'closed'],
    [
      'answered',
      answered,
      'handover.offer',
      carla,
      { organisation: 'les-751' },
      'offered',
      'ehm-midtjylland',
      'offered',
    ],
    ['closed', closed, 'case.reopen', carla, { reason: 'x' }, 'open', 'ehm-midtjylland', 'reopened'],
    ['closed', closed, 'followup.accept', anna, {}, 'closed', 'ehm-midtjylland', 'follow-up-accepted'],
    [
      'closed',
      closed,
      'followup.decline',
      anna,
      { reason: 'x' },
      'closed',
      'ehm-midtjylland',
      'follow-up-declined',
    ],
    [
      'open',
      accepted,
      'case.mark-error',
      anna,
      { reason: 'x' },
      'entered-in-error',
      'ehm-midtjylland',
      'entered-in-error',
    ],
    [
      'open',
      accepted,
      'case.mark-error',
      dan,
      { reason: 'x' },
      'entered-in-error',
      'ehm-midtjylland',
      'entered-in-error',
    ],
    [
      'open',
      accepted,
      'case.add-contact',
      dan,
      { text: 'Ringede igen' },
      'open',
      'ehm-midtjylland',
      'contact-added',
    ],
    [
      'open',
      returned,
      'case.settle',
      dan,
      { organisation: 'ehm-midtjylland' },
      'open',
      'ehm-midtjylland',
      'grey-zone-settled',
    ],
    [
      'open',
      accepted,
      'case.invite',
      carla,
      { organisation: 'les-791' },
      'open',
      'ehm-midtjylland',
      'invited',
    ],
    ['open', accepted, 'case.withdraw-basis', carla, {}, 'open', 'ehm-midtjylland', 'basis-withdrawn'],
  ];
  it.each(rows)(
    'that is %s goes on as the table says (%#: %o)',
    (_, kase, verb, by, input, status, owner, event) => {
      const done = change(kase, verb, by, input);
      expect(done.case).toMatchObject({ status, owner, revision: kase.revision + 1 });
      expect(done.history).toMatchObject([
        { event, sequence: kase.revision + 1, fromStatus: kase.status, toStatus: status, owner, at: NOW },
      ]);
    },
  );

  const refusals: readonly [string, Case, CaseVerb, Actor, RawInput, string][] = [
    ['the sender accepting its own offer', offered, 'handover.accept', anna, {}, 'not-yours'],
    ['a stranger accepting', offered, 'handover.accept', bo, {}, 'not-yours'],
    ['phone staff accepting', offered, 'handover.accept', eva, {}, 'not-yours'],
    ['an auditor doing anything', offered, 'handover.withdraw', ivan, {}, 'not-yours'],
    [
      'a return without a reason code',
      offered,
      'handover.return',
      carla,
      { reason: 'x' },
      'return-reason-needed',
    ],
    [
      'a return without a reason',
      offered,
      'handover.return',
      carla,
      { reasonCode: 'other' },
      'reason-needed',
    ],
    [
      'an answer where nothing was asked',
      offered,
      'handover.answer',
      anna,
      { text: 'x' },
      'no-open-question',
    ],
    ['closing before the company was answered', accepted, 'case.close', carla, outcome, 'answer-first'],
    ['an unknown colleague', accepted, 'case.assign', carla, { person: 'anna' }, 'unknown-person'],
    [
      'offering to oneself',
      accepted,
      'handover.offer',
      carla,
      { organisation: 'ehm-midtjylland' },
      'same-organisation',
    ],
    [
      'offering to nobody',
      accepted,
      'handover.offer',
      carla,
      { organisation: 'les-999' },
      'unknown-organisation',
    ],
    [
      'closing without a segment',
      answered,
      'case.close',
      carla,
      { ...outcome, segment: '' },
      'segment-needed',
    ],
    [
      'no action plan for the office',
      answered,
      'case.close',
      carla,
      { ...outcome, actionPlan: '' },
      'action-plan-needed',
    ],
    [
      'a follow-up in the past',
      answered,
      'case.close',
      carla,
      { ...outcome, followUpOn: '2026-01-12' },
      'date-passed',
    ],
    [
      'answering twice',
      caseAfter(offered, ['case.contacted', anna]),
      'case.contacted',
      anna,
      {},
      'already-answered',
    ],
    [
      'settling what is no grey zone',
      accepted,
      'case.settle',
      dan,
      { organisation: 'les-791' },
      'no-grey-zone',
    ],
    ['recording a basis that stands', accepted, 'case.basis', carla, { kind: 'consent' }, 'not-now'],
    ['a follow-up answered by another office', closed, 'followup.accept', bo, {}, 'not-yours'],
  ];
  it.each(refusals)('refuses %s', (_, kase, verb, by, input, code) => {
    expect(refusalOf(attempt(kase, verb, by, input))).toBe(code);
  });
});

describe('opening a case', () => {
  it('leaves it with whoever logged it and offers it to the one that is to have it', () => {
    const { case: kase, effects, history } = opened();
    expect(kase).toMatchObject({ owner: 'les-791', status: 'offered', revision: 1 });
    expect(kase.handovers).toMatchObject([{ from: 'les-791', to: 'ehm-midtjylland', state: 'offered' }]);
    expect(effects).toContainEqual({ kind: 'card.post', organisation: 'ehm-midtjylland', card: 'handover' });
    expect(effects).toContainEqual({ kind: 'crm.save' });
    expect(history).toMatchObject([{ sequence: 1, event: 'opened-and-offered' }]);
  });

  it('is refused where it would be shared without a basis', () => {
    expect(tryOpen({ values: { ...established, consent: undefined } })).toMatchObject({
      refusal: { code: 'basis-needed' },
    });
  });

  it('stays with whoever logged it where the company declined sharing, and nobody else is told', () => {
    const { case: kase, effects } = opened({ values: { ...established, consent: 'declined' } });
    expect(kase).toMatchObject({ owner: 'les-791', status: 'open', handovers: [] });
    expect(JSON.stringify(effects)).not.toContain('ehm-midtjylland');
  });

  it('shows a grey zone to the other organisation only where sharing is allowed', () => {
    const cards = (consent: 'consent' | undefined) =>
      opened({ values: { ...established, areas: ['other'], consent } }).effects.filter(
        (effect) => effect.kind === 'card.post' && effect.card === 'grey-zone',
      );
    expect(cards('consent').length).toBeGreaterThan(0);
    expect(cards(undefined)).toEqual([{ kind: 'card.post', organisation: 'les-791', card: 'grey-zone' }]);
  });
});

describe('two people at once', () => {
  it('gives the case to the first and tells the second who has it', () => {
    const second = attempt(accepted, 'handover.accept', dan, {}, contextAt(NOW), offered.revision);
    expect(second).toMatchObject({
      ok: false,
      refusal: {
        code: 'already-taken',
        params: { person: 'Carla Winther', organisation: 'ehm-midtjylland' },
      },
    });
  });

  it('tells whoever comes late who has it now, after a reassignment too', () => {
    const moved = caseAfter(accepted, ['case.assign', carla, { person: 'dan' }]);
    expect(attempt(moved, 'handover.accept', carla)).toMatchObject({
      refusal: { code: 'already-taken', params: { person: 'Dan Ravn' } },
    });
    expect(refusalOf(attempt(moved, 'handover.accept', dan))).toBe('already-yours');
  });

  it('refuses a card that is behind the case, and lets a typed line act on the case as it is', () => {
    expect(refusalOf(attempt(answered, 'case.wait', carla, {}, contextAt(NOW), 1))).toBe('stale-revision');
    expect(refusalOf(attempt(answered, 'case.wait', carla, {}, contextAt(NOW), null))).toBeUndefined();
  });

  it('tells what became of an offer that is over', () => {
    const back = caseAfter(offered, ['handover.withdraw', anna]);
    expect(attempt(back, 'handover.accept', carla)).toMatchObject({
      refusal: { code: 'offer-over', params: { state: 'withdrawn' } },
    });
  });
});

describe('going back and forth', () => {
  it('ends after one counted return: no more offers between the two, a grey zone card to both', () => {
    const { case: kase, effects } = change(offered, 'handover.return', carla, because('not-our-area'));
    expect(kase).toMatchObject({ owner: 'les-791', greyZone: true });
    expect(effects.filter((effect) => effect.kind === 'card.post')).toEqual([
      { kind: 'card.post', organisation: 'les-791', card: 'grey-zone' },
      { kind: 'card.post', organisation: 'ehm-midtjylland', card: 'grey-zone' },
    ]);
    const told = { notice: 'handover-returned', handover: 1 };
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'tell.person', person: 'anna', ...told }));
    expect(refusalOf(attempt(kase, 'handover.offer', anna, { organisation: 'ehm-midtjylland' }))).toBe(
      'returns-spent',
    );
    expect(refusalOf(attempt(kase, 'handover.offer', anna, { organisation: 'les-751' }))).toBeUndefined();
  });

  it('also ends when the other one had accepted and offers it back', () => {
    const back = caseAfter(accepted, ['handover.offer', carla, { organisation: 'les-791' }]);
    const kase = caseAfter(back, ['handover.return', anna, because('no-capacity')]);
    expect(refusalOf(attempt(kase, 'handover.offer', carla, { organisation: 'les-791' }))).toBe(
      'returns-spent',
    );
  });

  it('counts up to what the municipality has set', () => {
    const two = contextAt(NOW, { maxReturns: 2 });
    const once = change(offered, 'handover.return', carla, because('other'), two).case;
    expect(once.greyZone).toBe(false);
    const again = change(once, 'handover.offer', anna, { organisation: 'ehm-midtjylland' }, two).case;
    expect(change(again, 'handover.return', carla, because('other'), two).case.greyZone).toBe(true);
  });

  it('counts neither advice nor a question, and returns missing information only after an answer', () => {
    const asked = caseAfter(offered, ['handover.return', carla, because('missing-information')]);
    expect(refusalOf(attempt(asked, 'handover.return', carla, because('missing-information')))).toBe(
      'question-open',
    );
    const replied = caseAfter(asked, ['handover.answer', anna, { text: 'Her er det' }]);
    const kase = caseAfter(replied, ['handover.return', carla, because('missing-information')]);
    expect(kase.handovers.at(-1)).toMatchObject({ state: 'returned', counted: true });
    const advised = caseAfter(offered, ['handover.advise', carla, { text: 'Prøv selv' }]);
    expect(advised.handovers.at(-1)).toMatchObject({ state: 'advised', counted: false });
    expect(advised.greyZone).toBe(false);
  });

  it('lets an offer be forwarded once, and its sender stays the one who is told', () => {
    const on = caseAfter(offered, [
      'handover.forward',
      carla,
      { organisation: 'les-751', reason: 'Tættere på' },
    ]);
    expect(on.handovers.map(({ from, to, state }) => [from, to, state])).toEqual([
      ['les-791', 'ehm-midtjylland', 'forwarded'],
      ['les-791', 'les-751', 'offered'],
    ]);
    expect(refusalOf(attempt(on, 'handover.forward', bo, { organisation: 'les-740', reason: 'x' }))).toBe(
      'already-forwarded',
    );
    const { effects } = change(on, 'handover.ask', bo, { text: 'Hvor?' });
    expect(effects).toContainEqual({
      kind: 'tell.person',
      person: 'anna',
      notice: 'question-asked',
      handover: 2,
      question: 1,
    });
  });

  it('is settled by the coordinators: who takes it, and whether jointly', () => {
    const kase = caseAfter(returned, [
      'case.settle',
      dan,
      { organisation: 'ehm-midtjylland', joint: 'true' },
    ]);
    expect(kase).toMatchObject({ owner: 'ehm-midtjylland', joint: ['les-791'], greyZone: false });
    expect(refusalOf(attempt(returned, 'case.settle', carla, { organisation: 'ehm-midtjylland' }))).toBe(
      'not-yours',
    );
    expect(refusalOf(attempt(returned, 'case.settle', anna, { organisation: 'ehm-midtjylland' }))).toBe(
      'settle-own-only',
    );
  });

  it('is not shared any more with the organisation that it moves to', () => {
    const guest: Case = { ...returned, joint: ['ehm-midtjylland', 'les-751'] };
    const kase = caseAfter(guest, ['case.settle', dan, { organisation: 'ehm-midtjylland' }]);
    expect(kase).toMatchObject({ owner: 'ehm-midtjylland', joint: ['les-751'] });
  });
});

describe('the company takes back its consent', () => {
  it('lets an offer record a new one, and history says which', () => {
    const kept = caseAfter(opened().case, ['case.withdraw-basis', anna]);
    const offer = { organisation: 'ehm-midtjylland', consent: 'public-task' };
    const { history } = change(kept, 'handover.offer', anna, offer);
    expect(history[0]?.details).toEqual({ to: 'ehm-midtjylland', basis: 'public-task' });
    // A basis that stands is not recorded again.
    const standing = caseAfter(opened().case, ['handover.withdraw', anna]);
    const again = change(standing, 'handover.offer', anna, offer);
    expect(again.history[0]?.details).toEqual({ to: 'ehm-midtjylland' });
  });

  const stopped = caseAfter(offered, ['case.withdraw-basis', anna]);

  it('ends the open offer and everything shared, and closes the case to others', () => {
    expect(stopped).toMatchObject({ status: 'open', owner: 'les-791', joint: [], followUp: null });
    expect(relationTo(offered, carla, settingsOf)).toBe('receiver');
    expect(relationTo(stopped, carla, settingsOf)).toBe('other');
    expect(verbsFor(stopped, carla, contextAt(NOW))).toEqual([]);
  });

  it('lets nobody share again before a new basis is recorded', () => {
    const send = { organisation: 'ehm-midtjylland' };
    for (const verb of ['handover.offer', 'case.invite'] as const) {
      expect(refusalOf(attempt(stopped, verb, anna, send))).toBe('basis-needed');
    }
    const again = caseAfter(stopped, ['case.basis', anna, { kind: 'public-task' }]);
    expect(refusalOf(attempt(again, 'handover.offer', anna, send))).toBeUndefined();
  });

  it('takes contacts from those who serve it, from the phone line, and from whoever registers an enquiry', () => {
    const note = (by: Actor, isEnquiry = false) =>
      decideCase(
        accepted,
        { verb: 'case.add-contact', revision: null, input: { text: 'Ringede igen' } },
        by,
        { ...contextAt(NOW), ...(isEnquiry && { enquiry: { ...UNKNOWN_SOURCE, contactedAt: NOW } }) },
      ).ok;
    expect([note(dan), note(eva)]).toEqual([true, true]);
    expect([note(anna), note(bo), note(ivan)]).toEqual([false, false, false]);
    expect([note(bo, true), note(ivan, true)]).toEqual([true, false]);
    const joint = caseAfter(accepted, ['case.invite', carla, { organisation: 'les-751' }]);
    expect(refusalOf(attempt(joint, 'case.add-contact', bo, { text: 'x' }))).toBeUndefined();
  });

  it('keeps a grey zone from being settled jointly, or by the other side', () => {
    const grey = caseAfter(returned, ['case.withdraw-basis', anna]);
    expect(refusalOf(attempt(grey, 'case.settle', dan, { organisation: 'les-791' }))).toBe('not-yours');
    expect(refusalOf(attempt(grey, 'case.settle', anna, { organisation: 'les-791', joint: 'true' }))).toBe(
      'basis-needed',
    );
    const { effects } = change(grey, 'case.settle', anna, { organisation: 'les-791' });
    expect(effects.filter(({ kind }) => kind === 'tell.organisation')).toEqual([]);
  });
});

describe('closing', () => {
  it('hands follow-up to the office that the case came from', () => {
    const { case: kase, effects } = change(answered, 'case.close', carla, outcome);
    expect(kase.followUp).toEqual({ organisation: 'les-791', dueOn: '2026-03-02', state: 'proposed' });
    expect(effects).toContainEqual({ kind: 'card.post', organisation: 'les-791', card: 'follow-up' });
  });

  it('makes no follow-up at an office without a day, and its own where sharing has stopped', () => {
    const own = caseAfter(opened({ override: { organisation: 'les-791', reason: 'x' } }).case, [
      'case.contacted',
      anna,
    ]);
    expect(
      caseAfter(own, ['case.close', anna, { segment: 'growth', services: 'sparring' }]).followUp,
    ).toBeNull();
    const stopped = caseAfter(answered, ['case.withdraw-basis', carla]);
    const { followUpOn: _, ...undated } = outcome;
    expect(caseAfter(stopped, ['case.close', carla, undated]).followUp).toBeNull();
    // A day that was agreed is the house's own then.
    expect(caseAfter(stopped, ['case.close', carla, outcome]).followUp).toMatchObject({
      organisation: 'ehm-midtjylland',
      person: { person: 'carla' },
      dueOn: '2026-03-02',
      state: 'accepted',
    });
  });

  it('keeps the follow-up at the house where the municipality does not have it proposed to its office', () => {
    const context = contextAt(NOW, { lesFollowUp: false });
    expect(change(answered, 'case.close', carla, outcome, context).case.followUp).toMatchObject({
      organisation: 'ehm-midtjylland',
      state: 'accepted',
    });
    const { followUpOn: _, ...undated } = outcome;
    expect(change(answered, 'case.close', carla, undated, context).case.followUp).toBeNull();
  });

  it('needs the CVR number of everybody but a pre-starter', () => {
    const of = (values: Partial<typeof established>) => {
      const kase: Case = { ...answered, values: { ...answered.values, ...values } };
      return attempt(kase, 'case.close', carla, outcome);
    };
    expect(of({ cvr: undefined })).toMatchObject({
      refusal: { code: 'cvr-needed' },
      problems: [{ field: 'cvr' }],
    });
    expect(refusalOf(of({ cvr: undefined, stage: 'pre-starter' }))).toBeUndefined();
  });

  it('never counts a crisis as operations', () => {
    const crisis: Case = { ...answered, priority: 'urgent' };
    expect(refusalOf(attempt(crisis, 'case.close', carla, { ...outcome, segment: 'operations' }))).toBe(
      'early-warning-not-operations',
    );
  });

  it('can be undone within 90 days with a new clock, and the old one is kept', () => {
    const late = contextAt('2026-04-13T09:00:00.001Z');
    expect(refusalOf(attempt(closed, 'case.reopen', carla, { reason: 'x' }, late))).toBe('reopen-too-late');
    const then = '2026-04-13T09:00:00.000Z';
    const kase = change(closed, 'case.reopen', carla, { reason: 'x' }, contextAt(then)).case;
    expect(kase.promise).toMatchObject({ contactedAt: then, answeredAt: null, broken: false });
    expect(kase.earlierPromises).toEqual([closed.promise]);
  });
});

describe('closing near midnight', () => {
  // 00:30 in Denmark on 3 March, still 2 March in UTC.
  const night = contextAt('2026-03-02T23:30:00.000Z');
  const on = (followUpOn: string) =>
    attempt(answered, 'case.close', carla, { ...outcome, followUpOn }, night);

  it('takes today as it is in Denmark: today may be agreed, yesterday has passed', () => {
    expect(refusalOf(on('2026-03-02'))).toBe('date-passed');
    expect(refusalOf(on('2026-03-03'))).toBeUndefined();
  });

  it('counts four weeks from the Danish day where no day is agreed', () => {
    const { followUpOn: _, ...rest } = outcome;
    // Summer time begins in between: 28 days are 28 days.
    expect(change(answered, 'case.close', carla, rest, night).case.followUp?.dueOn).toBe('2026-03-31');
  });
});

describe('what a closing leaves out', () => {
  it('stays as it was known before', () => {
    const known: Case = { ...answered, values: { ...answered.values, pNumber: '1003407806' } };
    expect(change(known, 'case.close', carla, outcome).case.values.pNumber).toBe('1003407806');
    const other = { ...outcome, pNumber: '1003407814' };
    expect(change(known, 'case.close', carla, other).case.values.pNumber).toBe('1003407814');
  });
});

describe('assigning', () => {
  it('tells the colleague, and nobody where somebody takes the case themselves', () => {
    const told = (person: string) =>
      change(accepted, 'case.assign', dan, { person }).effects.filter(({ kind }) => kind === 'tell.person');
    expect(told('carla')).toEqual([{ kind: 'tell.person', person: 'carla', notice: 'assigned' }]);
    expect(told('me')).toEqual([]);
    expect(told('dan')).toEqual([]);
  });
});

describe('the clock of a handover', () => {
  it('is never restarted or stopped by anything but an answer to the company', () => {
    for (const kase of [accepted, returned, caseAfter(offered, ['handover.advise', carla, { text: 'x' }])]) {
      expect(kase.promise).toEqual(offered.promise);
    }
    expect(answered.promise.answeredAt).toBe(NOW);
  });
});

describe('who sees what', () => {
  it('shows both sides the whole, others that it is served, and a crisis note to owner and receiver alone', () => {
    expect([anna, carla, bo, ivan].map((one) => relationTo(offered, one, settingsOf))).toEqual([
      'owner',
      'receiver',
      'other',
      'auditor',
    ]);
    expect(relationTo(accepted, anna, settingsOf)).toBe('party');
    const full = { shareLevel: 'full', shareAssessment: true } as const;
    expect(visibleTo('party', accepted, full).notes).toBe(true);
    const crisis: Case = { ...accepted, priority: 'urgent' };
    expect(
      (['owner', 'receiver', 'guest', 'party', 'auditor', 'other'] as const).map(
        (one) => visibleTo(one, crisis, full).notes,
      ),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('shows a pre-starter as a number to a channel and to others', () => {
    const kase: Case = { ...offered, values: { ...offered.values, stage: 'pre-starter' } };
    const owner = visibleTo('owner', kase, DEFAULT_SETTINGS);
    expect(commonView(owner, kase)).toMatchObject({ name: false, contact: false });
    expect(visibleTo('other', kase, DEFAULT_SETTINGS).name).toBe(false);
    expect(visibleTo('receiver', kase, DEFAULT_SETTINGS).name).toBe(true);
  });
});
