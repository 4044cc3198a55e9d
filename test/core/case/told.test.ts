import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { noticeNow, officeFor, toneOf } from '../../../src/core/case/notice-rules.ts';
import type { Tell, Told } from '../../../src/core/case/notices.ts';
import { carla, caseAfter, NOW, opened, outcome } from './case-world.ts';

/** What a notice says besides the case, and for which office it is where its reader has left. */

const offered = opened().case;
const accepted = caseAfter(offered, ['handover.accept', carla]);
const answered = caseAfter(accepted, ['case.contacted', carla, { how: 'meeting' }]);
const closed = caseAfter(answered, ['case.close', carla, outcome]);
const to = (told: Told): Tell => ({ kind: 'tell.person', person: 'anna', ...told });

describe('a notice to a person is for the office', () => {
  /** The case has gone on to a third office. */
  const on = (kase: Case): Case => ({ ...kase, owner: 'les-751' });
  it.each<[Told, Case, Case['owner']]>([
    [{ notice: 'question-answered', handover: 1, question: 1 }, on(offered), 'ehm-midtjylland'],
    [{ notice: 'question-answered', handover: 9, question: 1 }, on(offered), 'les-751'],
    [{ notice: 'handover-accepted', handover: 1 }, on(accepted), 'les-791'],
    [{ notice: 'handover-accepted', handover: 9 }, on(accepted), 'les-751'],
    [{ notice: 'handover-returned', handover: 1 }, on(accepted), 'les-791'],
    [{ notice: 'case-answered', handover: 1 }, on(answered), 'les-791'],
    [{ notice: 'case-closed', handover: 1 }, on(closed), 'les-791'],
    [{ notice: 'case-withdrawn', handover: 1 }, on(accepted), 'les-791'],
    [{ notice: 'handover-advised', handover: 1 }, on(offered), 'les-791'],
    [{ notice: 'handover-forwarded', handover: 1 }, on(offered), 'les-791'],
    [{ notice: 'question-asked', handover: 1, question: 1 }, on(offered), 'les-791'],
    [{ notice: 'follow-up-due', dueOn: '2026-03-02' }, closed, 'les-791'],
    [{ notice: 'follow-up-late', dueOn: '2026-03-02' }, closed, 'les-791'],
    [{ notice: 'follow-up-due', dueOn: '2026-03-02' }, accepted, 'ehm-midtjylland'],
    [{ notice: 'answer-undone', office: 'les-791' }, on(accepted), 'les-791'],
    [{ notice: 'contact-added' }, on(accepted), 'les-751'],
    [{ notice: 'of-a-later-release' } as unknown as Told, on(accepted), 'les-751'],
  ])('%j', (told, kase, office) => expect(officeFor(to(told), kase)).toBe(office));
});

describe('a notice says', () => {
  const returned = caseAfter(offered, [
    'handover.return',
    carla,
    { reasonCode: 'not-our-area', reason: 'Det er ikke os' },
  ]);
  const withoutReason: Case = {
    ...returned,
    handovers: returned.handovers.map((one) => ({ ...one, reasonCode: null })),
  };
  const unsaid = caseAfter(accepted, ['case.contacted', carla]);
  const closedWith = (services: readonly string[]): Case => ({
    ...closed,
    outcome: closed.outcome && { ...closed.outcome, services },
  });
  const common = { caseId: offered.id };
  it.each<[string, Told, Case, object]>([
    [
      'who returned it, and why',
      { notice: 'handover-returned', handover: 1 },
      returned,
      { owner: 'les-791', receiver: 'ehm-midtjylland', reasonCode: 'not-our-area' },
    ],
    [
      'who returned it without a reason',
      { notice: 'handover-returned', handover: 1 },
      withoutReason,
      { owner: 'les-791', receiver: 'ehm-midtjylland' },
    ],
    [
      'how it was answered',
      { notice: 'case-answered', handover: 1 },
      answered,
      { owner: 'ehm-midtjylland', how: 'meeting' },
    ],
    [
      'not how, where nobody said',
      { notice: 'case-answered', handover: 1 },
      unsaid,
      { owner: 'ehm-midtjylland' },
    ],
    [
      'what was given',
      { notice: 'case-closed', handover: 1 },
      closedWith(['sparring', 'camps']),
      { owner: 'ehm-midtjylland', services: 'sparring, camps' },
    ],
    [
      'nothing where none was',
      { notice: 'case-closed', handover: 1 },
      closedWith([]),
      { owner: 'ehm-midtjylland' },
    ],
    [
      'nothing where no outcome is kept',
      { notice: 'case-closed', handover: 1 },
      { ...closed, outcome: null },
      { owner: 'ehm-midtjylland' },
    ],
    [
      'which house helps in the crisis',
      { notice: 'crisis-elsewhere', house: 'ehm-fyn' },
      accepted,
      { owner: 'ehm-midtjylland', receiver: 'ehm-fyn' },
    ],
    ['the case alone otherwise', { notice: 'contact-added' }, accepted, { owner: 'ehm-midtjylland' }],
  ])('%s', (_, told, kase, params) => {
    expect(noticeNow(to(told), kase, NOW)?.params).toEqual({ ...common, ...params });
  });

  it('in which tone where it is about no case', () => {
    expect(toneOf('channel-lost')).toBe('warning');
    expect(toneOf('message-without-words')).toBe('warning');
    expect(toneOf('of-a-later-release' as never)).toBe('good');
  });
});
