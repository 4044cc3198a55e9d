import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { eraseCase } from '../../../src/core/case/erase-case.ts';
import { textsOf } from '../../../src/core/case/texts.ts';
import { anna, carla, change, contextAt, dan, opened, outcome } from './case-world.ts';

const AT = (hour: number) => `2026-01-13T${String(hour).padStart(2, '0')}:00:00.000Z`;
const after = (kase: Case, hour: number, ...command: Tail<Parameters<typeof change>>) =>
  change(kase, command[0], command[1], command[2], contextAt(AT(hour))).case;
type Tail<List extends readonly unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;

const asked = after(opened().case, 10, 'handover.ask', carla, { text: 'Hvor mange?' });
const replied = after(asked, 11, 'handover.answer', anna, { text: 'Fire' });
const returned = after(replied, 12, 'handover.return', carla, { reasonCode: 'other', reason: 'Ikke os' });
const answered = after(returned, 13, 'case.contacted', anna, { note: 'Ringede' });
const invited = after(answered, 14, 'case.call-back', anna, { time: '+60', reason: 'De er til møde' });
const again = after(invited, 15, 'case.add-contact', anna, { text: 'Igen', person: 'Bo 40411234' });
const closed = after(again, 16, 'case.close', anna, { ...outcome, note: 'Gik godt', followUpOn: '' });

const told = (kase: Case) =>
  textsOf(kase).map(({ about, at, by, text }) => [about, at.slice(11, 13), by, text]);

describe('what people wrote on a case', () => {
  it('is told oldest first, with who wrote it, when and about what', () => {
    expect(told(closed)).toEqual([
      ['question', '10', 'Carla Winther', 'Hvor mange?'],
      ['answer', '11', 'Anna Holm', 'Fire'],
      ['returned', '12', 'Carla Winther', 'Ikke os'],
      ['contact', '13', 'Anna Holm', 'Ringede'],
      ['call-planned', '14', 'Anna Holm', 'De er til møde'],
      ['contact', '15', 'Anna Holm', 'Igen'],
      ['contact-person', '15', 'Anna Holm', 'Bo 40411234'],
      ['note', '16', 'Anna Holm', 'Gik godt'],
    ]);
  });

  it('of an offer is told as of its sender while nobody has settled it', () => {
    const override = { organisation: 'ehm-midtjylland', reason: 'De kender dem' } as const;
    const [offer] = textsOf(opened({ override }).case);
    expect(offer).toMatchObject({ about: 'offered', by: 'Anna Holm', text: 'De kender dem' });
  });

  it('at closing is told by its kind: why no service, no plan and no follow-up', () => {
    const said = {
      segment: 'growth',
      noService: 'other',
      noServiceWhy: 'De fandt selv ud af det',
      noActionPlan: 'Kun et møde',
      noFollowUp: 'De ringer',
    };
    expect(told(after(again, 16, 'case.close', anna, said)).slice(-3)).toEqual([
      ['no-service', '16', 'Anna Holm', 'De fandt selv ud af det'],
      ['no-action-plan', '16', 'Anna Holm', 'Kun et møde'],
      ['no-follow-up', '16', 'Anna Holm', 'De ringer'],
    ]);
  });

  it('at a closing that does not say whose it was is the case’s person’s', () => {
    const { closedBy: _, ...of } = closed.outcome ?? {};
    const old: Case = {
      ...closed,
      outcome: of as Case['outcome'],
      undoable: undefined,
      assignee: { person: 'dan', name: dan.name, organisation: 'ehm-midtjylland' },
    };
    expect(told(old).at(-1)).toEqual(['note', '16', 'Dan Ravn', 'Gik godt']);
    expect(told({ ...old, assignee: null }).at(-1)).toEqual(['note', '16', '', 'Gik godt']);
  });

  it('is nothing once it is erased', () => {
    expect(textsOf(eraseCase(closed, AT(17), 'request').case)).toEqual([]);
  });
});
