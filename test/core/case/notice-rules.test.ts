import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { eraseCase } from '../../../src/core/case/erase-case.ts';
import { addressedNow, noticeNow, staleFor, TOLD, toneOf } from '../../../src/core/case/notice-rules.ts';
import type { Tell, Told, ToldCode } from '../../../src/core/case/notices.ts';
import { anna, bo, carla, caseAfter, change, contextAt, dan, NOW, opened, outcome } from './case-world.ts';

/** Whether what was queued is still true is settled when it is sent: every notice, against what may have happened since. */

const because = { reasonCode: 'not-our-area', reason: 'Det er ikke os' };
const offered = opened().case;
const asked = caseAfter(offered, ['handover.ask', carla, { text: 'Hvornår?' }]);
const replied = caseAfter(asked, ['handover.answer', anna, { text: 'I morgen' }]);
const returned = caseAfter(offered, ['handover.return', carla, because]);
const advised = caseAfter(offered, ['handover.advise', carla, { text: 'Prøv' }]);
const forwarded = caseAfter(offered, ['handover.forward', carla, { organisation: 'les-751', reason: 'x' }]);
const accepted = caseAfter(offered, ['handover.accept', carla]);
const called = caseAfter(accepted, ['case.call-back', carla, { time: '+120', reason: 'De er til møde' }]);
const ADVISER = { to: 'private-adviser', name: 'Nordisk Eksport' };
const moved = caseAfter(accepted, ['case.assign', carla, { person: 'dan' }]);
const answered = caseAfter(accepted, ['case.contacted', carla]);
const referred = caseAfter(answered, ['case.refer', carla, ADVISER]);
const closed = caseAfter(answered, ['case.close', carla, outcome]);
const reopened = caseAfter(closed, ['case.reopen', carla, { reason: 'x' }]);
const agreed = caseAfter(closed, ['followup.accept', anna]);
const followed = caseAfter(agreed, ['followup.done', anna, { result: 'no-need' }]);
const refused = caseAfter(closed, ['followup.decline', anna, { reason: 'x' }]);
const invited = caseAfter(accepted, ['case.invite', carla, { organisation: 'les-751' }]);
const left = caseAfter(invited, ['case.leave', bo]);
const stopped = caseAfter(accepted, ['case.withdraw-basis', anna]);
const sharedAgain = caseAfter(stopped, ['case.basis', carla, { kind: 'consent' }]);
const settled = caseAfter(returned, ['case.settle', anna, { organisation: 'les-791' }]);
const withdrawn = (kase: Case) => ({ ...kase, status: 'withdrawn' as const });
const mistaken = (kase: Case) => ({ ...kase, status: 'entered-in-error' as const });
const erased = (kase: Case) => eraseCase(kase, NOW, 'request').case;
const broken = (kase: Case): Case => ({ ...kase, promise: { ...kase.promise, broken: true } });
const offeredAgain = (kase: Case) =>
  change(kase, 'handover.offer', anna, { organisation: 'les-751' }, contextAt(NOW, { maxReturns: 2 })).case;

const person = (who: string, told: Told): Tell => ({ kind: 'tell.person', person: who, ...told });
const house = (told: Told): Tell => ({
  kind: 'tell.organisation',
  organisation: 'ehm-midtjylland',
  to: 'channel',
  ...told,
});

/** Each notice, the cases for which it still holds, and those for which it does not any more. */
const rows: Readonly<Record<ToldCode, readonly [Tell, readonly Case[], readonly Case[]]>> = {
  'handover-accepted': [
    person('anna', { notice: 'handover-accepted', handover: 1 }),
    [accepted, closed, withdrawn(accepted)],
    [mistaken(accepted), erased(accepted)],
  ],
  'handover-returned': [
    person('anna', { notice: 'handover-returned', handover: 1 }),
    [returned, caseAfter(returned, ['case.contacted', anna])],
    [withdrawn(returned), mistaken(returned), erased(returned), offeredAgain(returned)],
  ],
  'case-answered': [
    person('anna', { notice: 'case-answered', handover: 1 }),
    [answered, closed, withdrawn(answered)],
    [accepted, mistaken(answered), erased(answered)],
  ],
  'case-closed': [
    person('anna', { notice: 'case-closed', handover: 1 }),
    [closed, agreed],
    [answered, reopened, mistaken(closed), erased(closed)],
  ],
  'case-withdrawn': [
    person('anna', { notice: 'case-withdrawn', handover: 1 }),
    [withdrawn(accepted)],
    [accepted, mistaken(accepted), erased(withdrawn(accepted))],
  ],
  'answer-undone': [
    person('anna', { notice: 'answer-undone', office: 'les-791' }),
    [accepted],
    [answered, closed, withdrawn(accepted), mistaken(accepted), erased(accepted)],
  ],
  'closing-undone': [
    person('anna', { notice: 'closing-undone', office: 'les-791' }),
    [answered, reopened],
    [closed, agreed, mistaken(answered), erased(answered)],
  ],
  'withdrawal-undone': [
    person('anna', { notice: 'withdrawal-undone', office: 'les-791' }),
    [accepted, closed],
    [withdrawn(accepted), mistaken(accepted), erased(accepted)],
  ],
  'follow-up-undone': [
    house({ notice: 'follow-up-undone', office: 'ehm-midtjylland' }),
    [closed, agreed],
    [followed, refused, reopened, erased(agreed)],
  ],
  'handover-advised': [
    person('anna', { notice: 'handover-advised', handover: 1 }),
    [advised, offeredAgain(advised)],
    [{ ...advised, owner: 'les-751' }, mistaken(advised), erased(advised)],
  ],
  'handover-forwarded': [
    person('anna', { notice: 'handover-forwarded', handover: 1 }),
    [forwarded],
    [caseAfter(forwarded, ['handover.accept', bo]), caseAfter(forwarded, ['handover.withdraw', anna])],
  ],
  'question-asked': [
    person('anna', { notice: 'question-asked', handover: 1, question: 1 }),
    [asked],
    [replied, caseAfter(asked, ['handover.withdraw', anna]), caseAfter(asked, ['handover.accept', carla])],
  ],
  'question-answered': [
    person('carla', { notice: 'question-answered', handover: 1, question: 1 }),
    [replied, caseAfter(replied, ['handover.accept', carla])],
    [caseAfter(replied, ['handover.withdraw', anna]), withdrawn(replied)],
  ],
  'cases-merged': [
    person('anna', { notice: 'cases-merged' }),
    [accepted, closed],
    [mistaken(accepted), erased(accepted)],
  ],
  'yours-now': [person('carla', { notice: 'yours-now' }), [accepted, answered], [moved, closed]],
  assigned: [person('dan', { notice: 'assigned' }), [moved], [accepted, withdrawn(moved)]],
  'contact-added': [
    person('carla', { notice: 'contact-added' }),
    [accepted, closed, withdrawn(accepted)],
    [mistaken(accepted), erased(accepted)],
  ],
  'enquiry-added': [
    person('carla', { notice: 'enquiry-added' }),
    [accepted, closed, withdrawn(accepted)],
    [mistaken(accepted), erased(accepted)],
  ],
  'basis-withdrawn': [
    person('carla', { notice: 'basis-withdrawn' }),
    [stopped, withdrawn(stopped)],
    [accepted, sharedAgain, mistaken(stopped), erased(stopped)],
  ],
  'left-joint': [house({ notice: 'left-joint' }), [left], [withdrawn(left)]],
  'grey-zone-settled': [
    house({ notice: 'grey-zone-settled' }),
    [settled],
    [{ ...settled, greyZone: true }, mistaken(settled)],
  ],
  'follow-up-accepted': [house({ notice: 'follow-up-accepted' }), [agreed], [closed, refused, reopened]],
  'follow-up-declined': [house({ notice: 'follow-up-declined' }), [refused], [closed, agreed, reopened]],
  'followed-up': [house({ notice: 'followed-up' }), [followed], [closed, agreed, reopened]],
  'follow-up-due': [
    person('anna', { notice: 'follow-up-due', dueOn: '2026-03-02' }),
    [closed, agreed],
    [refused, followed, reopened, erased(agreed), mistaken(agreed)],
  ],
  'follow-up-late': [
    person('anna', { notice: 'follow-up-late', dueOn: '2026-03-02' }),
    [closed, agreed],
    [refused, followed, reopened, erased(agreed)],
  ],
  'offer-reminder': [
    house({ notice: 'offer-reminder', handover: 1 }),
    [offered, asked],
    [
      accepted,
      returned,
      forwarded,
      withdrawn(returned),
      { ...offered, handovers: offeredAgain(returned).handovers },
    ],
  ],
  'no-channel': [
    house({ notice: 'no-channel', handover: 1 }),
    [offered, asked],
    [accepted, returned, forwarded],
  ],
  'sent-without-channel': [
    house({ notice: 'sent-without-channel', handover: 1 }),
    [offered, asked],
    [accepted, returned, forwarded],
  ],
  crisis: [
    house({ notice: 'crisis' }),
    [offered, asked, { ...accepted, assignee: null }],
    [accepted, returned, forwarded, answered, withdrawn(offered), mistaken(offered)],
  ],
  'task-started': [
    person('carla', { notice: 'task-started' }),
    [accepted, closed],
    [mistaken(accepted), erased(accepted)],
  ],
  'task-dismissed': [
    person('carla', { notice: 'task-dismissed' }),
    [accepted, closed],
    [mistaken(accepted), erased(accepted)],
  ],
  'crisis-elsewhere': [
    person('anna', { notice: 'crisis-elsewhere', house: 'ehm-midtjylland' }),
    [returned, answered],
    [closed, withdrawn(returned), mistaken(returned), erased(returned)],
  ],
  'offer-expired': [
    house({ notice: 'offer-expired', handover: 1 }),
    [returned],
    [accepted, withdrawn(returned), offeredAgain(returned)],
  ],
  'offer-expired-late': [
    house({ notice: 'offer-expired-late', handover: 1 }),
    [returned],
    [accepted, mistaken(returned), offeredAgain(returned)],
  ],
  'owner-reminder': [
    person('anna', { notice: 'owner-reminder', clock: 0 }),
    [offered, returned, accepted],
    [answered, broken(offered), withdrawn(offered), mistaken(offered), reopened],
  ],
  'referral-asked': [
    person('carla', { notice: 'referral-asked' }),
    [referred, caseAfter(referred, ['case.close', carla, outcome])],
    [
      accepted,
      caseAfter(referred, ['case.refer', carla, { ...ADVISER, uptake: 'used' }]),
      mistaken(referred),
      erased(referred),
    ],
  ],
  'changed-in-crm': [
    person('carla', { notice: 'changed-in-crm', change: 'closed' }),
    [accepted, answered],
    [closed, mistaken(accepted), erased(accepted)],
  ],
  'call-back': [
    person('carla', { notice: 'call-back', at: '2026-01-13T11:00:00.000Z' }),
    [called, { ...called, assignee: null }, caseAfter(called, ['case.contacted', carla])],
    [
      accepted,
      caseAfter(called, ['case.call-back', dan, { time: '+180', reason: 'x' }]),
      withdrawn(called),
      mistaken(called),
      erased(called),
    ],
  ],
  'promise-broken': [
    person('anna', { notice: 'promise-broken', clock: 0 }),
    [offered, broken(offered)],
    [broken(answered), withdrawn(offered), mistaken(offered), erased(offered), reopened],
  ],
};

describe.each(Object.entries(rows))('the notice %s', (code, [tell, holds, over]) => {
  it('is told while it holds', () => {
    for (const [i, kase] of holds.entries()) {
      expect([i, staleFor(tell, kase)]).toEqual([i, false]);
      expect(noticeNow(tell, kase, NOW)).toMatchObject({ params: { caseId: kase.id } });
    }
  });

  it('is told no more once it does not', () => {
    for (const [i, kase] of over.entries()) {
      expect([i, staleFor(tell, kase)]).toEqual([i, true]);
      expect(noticeNow(tell, kase, NOW)).toBeNull();
    }
  });

  it('has a rule and a tone', () => {
    expect(Object.keys(TOLD)).toContain(code);
    expect(toneOf(tell.notice)).toBe(TOLD[tell.notice].tone);
  });
});

describe('a notice that was queued by 0.1.0, which did not say which offer or clock', () => {
  const old = (row: object) => row as Tell;
  it('is taken for the last one', () => {
    const reminder = old({
      kind: 'tell.organisation',
      organisation: 'ehm-midtjylland',
      to: 'channel',
      notice: 'offer-reminder',
    });
    expect(staleFor(reminder, offered)).toBe(false);
    expect(staleFor(reminder, returned)).toBe(true);
    // Offered to another meanwhile.
    expect(staleFor(reminder, offeredAgain(returned))).toBe(true);
    const broke = old({ kind: 'tell.person', person: 'anna', notice: 'promise-broken' });
    expect([offered, reopened, answered].map((kase) => staleFor(broke, kase))).toEqual([false, false, true]);
    const question = old({ kind: 'tell.person', person: 'anna', notice: 'question-asked' });
    expect([asked, replied].map((kase) => staleFor(question, kase))).toEqual([false, true]);
    const on = old({ kind: 'tell.person', person: 'anna', notice: 'handover-forwarded' });
    expect(staleFor(on, forwarded)).toBe(false);
  });

  it('of a later release is told rather than lost', () => {
    const unknown = old({ kind: 'tell.person', person: 'anna', notice: 'of-a-later-release' });
    expect(noticeNow(unknown, offered, NOW)).toMatchObject({ code: 'of-a-later-release' });
    expect(addressedNow(unknown, moved)).toBe(unknown);
  });
});

describe('of a case that another was merged into', () => {
  const inMinutes = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
  const [first] = returned.handovers;
  /** The other case's offer began before or after this one's came back. */
  const withOther = (offeredAt: string): Case => {
    const own = { ...first, settledAt: inMinutes(10) } as Case['handovers'][number];
    const other = { ...own, number: 2, offeredAt, settledAt: inMinutes(30) };
    return { ...returned, handovers: [own, other] };
  };
  it.each([
    ['before', 5, false],
    ['after', 20, true],
  ])('an offer that came back is told, unless another was made after that: %s', (_, minutes, stale) => {
    const kase = withOther(inMinutes(minutes));
    expect(staleFor(person('anna', { notice: 'handover-returned', handover: 1 }), kase)).toBe(stale);
    expect(staleFor(person('anna', { notice: 'handover-returned', handover: 2 }), kase)).toBe(false);
  });
});

describe('what is for whoever has the case', () => {
  const reminder = person('carla', { notice: 'owner-reminder', clock: 0 });
  it('follows the case to who has it when it is sent', () => {
    expect(addressedNow(reminder, moved)).toMatchObject({ kind: 'tell.person', person: dan.person });
    const nobody: Case = { ...accepted, assignee: null };
    expect(addressedNow(reminder, nobody)).toMatchObject({
      kind: 'tell.organisation',
      organisation: 'ehm-midtjylland',
      to: 'channel',
    });
    const channel: Tell = {
      kind: 'tell.organisation',
      organisation: 'les-791',
      to: 'channel',
      notice: 'promise-broken',
      clock: 0,
    };
    expect(addressedNow(channel, accepted)).toMatchObject({ organisation: 'ehm-midtjylland' });
  });

  it('stays with the coordinators of those who held it', () => {
    const coordinators: Tell = {
      kind: 'tell.organisation',
      organisation: 'les-791',
      to: 'coordinators',
      notice: 'promise-broken',
      clock: 0,
    };
    expect(addressedNow(coordinators, accepted)).toBe(coordinators);
    expect(addressedNow(person('anna', { notice: 'assigned' }), moved)).toMatchObject({ person: 'anna' });
  });
});

describe('what is said when it is sent', () => {
  it('does not promise that the company can still be answered in time once it cannot', () => {
    const tell = house({ notice: 'offer-expired', handover: 1 });
    const late = new Date(Date.parse(returned.promise.dueAt) + 1).toISOString();
    expect(noticeNow(tell, returned, returned.promise.dueAt)?.code).toBe('offer-expired');
    expect(noticeNow(tell, returned, late)?.code).toBe('offer-expired-late');
    const told = caseAfter(returned, ['case.contacted', anna]);
    expect(noticeNow(tell, told, NOW)?.code).toBe('offer-expired-late');
  });

  it('names who accepted, also when the case has gone on to another', () => {
    const tell = person('anna', { notice: 'handover-accepted', handover: 1 });
    const on: Case = { ...accepted, owner: 'les-751' };
    expect(noticeNow(tell, on, NOW)?.params).toMatchObject({ owner: 'ehm-midtjylland' });
  });
});
