import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { redactedCase, redactedNotice } from '../../../src/core/case/redacted-case.ts';
import { EVERYTHING, type Visibility } from '../../../src/core/case/visibility.ts';
import { opened } from './case-world.ts';

/** What each part of a case's visibility hides, and that it hides nothing else. */

const base = opened().case;
const at = '2026-01-13T10:00:00.000Z';
const by = { person: 'p', name: 'Colleague', organisation: 'les-791' as const };
const [offer] = base.handovers;
const promise = { ...base.promise, answeredAt: at, answeredBy: by };
const outcome = {
  services: [],
  referredTo: [],
  selfHelpUsed: true,
  segment: 'growth',
  actionPlan: 'Plan',
  note: 'Note',
};
const full = {
  ...base,
  createdBy: by,
  assignee: by,
  priority: 'urgent',
  values: {
    cvr: '25313763',
    companyName: 'Hansen VVS',
    municipality: '791',
    founded: '2011-04-12',
    contactName: 'Bo',
    description: 'Words',
    stage: 'established',
  },
  decision: {
    owner: base.decision.owner,
    priority: 'urgent',
    referrals: ['x'],
    services: ['x'],
    programmes: ['x'],
    notes: ['x'],
    reasons: ['x'],
  },
  override: { organisation: 'les-751', reason: 'Why' },
  basis: { ...base.basis, obtainedBy: by },
  handovers: [
    {
      ...offer,
      offeredBy: by,
      settledBy: by,
      reason: 'Why',
      questions: [
        { id: 1, text: 'Q', askedBy: by, answer: 'A', answeredBy: by },
        { id: 2, text: 'Q', askedBy: by, answer: null, answeredBy: null },
      ],
    },
  ],
  promise,
  earlierPromises: [promise],
  enquiries: [
    {
      at,
      receivedBy: by,
      needs: ['csr'],
      entry: 'les',
      channel: 'phone',
      trigger: 'outreach',
      referredBy: 'bank',
      promise: 0,
    },
  ],
  outcome: { ...outcome, closedBy: by },
  services: [{ service: 's', by }],
  referrals: [{ actor: 'gts', by, name: 'N', why: 'W' }],
  selfHelp: [{ tool: 't', by, focus: ['f'] }],
  followUp: { organisation: 'les-791', dueOn: '2026-03-02', state: 'proposed', person: by },
  tasks: [{ organisation: 'les-791', when: 'now', areas: ['csr'], dueAt: at, state: 'open' }],
  linkedTo: 'LINKED',
  outreachId: 'REACHED',
  contacts: [{ at, by, text: 'T', areas: ['csr'], person: 'P' }],
  remarks: [{ event: 'reopened', at, by, text: 'T' }],
  callBack: { at, by, plannedAt: at },
  undoable: [{ event: 'closed' }],
  retracted: { note: 'R' },
  mergedInto: 'INTO',
  mergedFrom: ['FROM'],
  attempts: [{ at, by }],
  corrections: (['companyName', 'cvr', 'contactName', 'stage'] as const).map((field) => ({
    at,
    by,
    field,
    before: field,
  })),
  correctedDoor: base.decision.owner,
} as unknown as Case;

const isTree = (value: unknown): value is object => value !== null && typeof value === 'object';

/** The paths at which what is left differs, with what stands there: `-` where nothing does. */
function differences(whole: unknown, left: unknown, path: string): readonly string[] {
  if (isTree(whole) && isTree(left)) {
    const keys = [...new Set([...Object.keys(whole), ...Object.keys(left)])];
    const at_ = (tree: object, key: string) => (tree as Record<string, unknown>)[key];
    return keys.flatMap((key) => differences(at_(whole, key), at_(left, key), `${path}.${key}`));
  }
  return whole === left ? [] : [`${path.slice(1)} ${left === undefined ? '-' : JSON.stringify(left)}`];
}

function hiddenBy(...parts: readonly (keyof Visibility)[]): readonly string[] {
  const sees = { ...EVERYTHING, ...Object.fromEntries(parts.map((part) => [part, false])) };
  // Corrections by their fields: those that are left move up.
  const named = ({ corrections = [], ...kase }: Case) => ({
    ...kase,
    corrections: Object.fromEntries(corrections.map((one) => [one.field, one])),
  });
  return [...differences(named(full), named(redactedCase(full, sees)), '')].sort();
}

describe('a case', () => {
  it('is whole for its owner, and without a field of a later version', () => {
    expect(hiddenBy()).toEqual([]);
    expect(redactedCase({ ...full, ofLater: 'x' } as Case, EVERYTHING)).not.toHaveProperty('ofLater');
    expect(redactedCase(base, EVERYTHING)).toEqual(base);
  });

  it.each<[readonly (keyof Visibility)[], string]>([
    [
      ['name'],
      `
      corrections.companyName -; values.companyName -; values.founded "2011"`,
    ],
    [
      ['number'],
      `
      corrections.cvr -; values.cvr -`,
    ],
    [
      ['name', 'number', 'outline'],
      `
      attempts -; callBack null; contacts.0.areas -; correctedDoor null; corrections.companyName -;
      corrections.cvr -; corrections.stage -; decision.notes.0 -; decision.priority "normal";
      decision.programmes.0 -; decision.reasons.0 -; decision.referrals.0 -; decision.services.0 -;
      enquiries.0.channel null; enquiries.0.entry null; enquiries.0.needs.0 -; enquiries.0.referredBy null;
      enquiries.0.trigger null; followUp null; mergedFrom -; mergedInto -; outcome null; priority "normal";
      referrals -; selfHelp -; services -; tasks.0.areas.0 -; values.companyName -; values.cvr -;
      values.founded -; values.municipality -; values.stage -`,
    ],
    [
      ['colleagues'],
      `
      assignee null; attempts.0.by.name ""; basis.obtainedBy.name ""; callBack.by.name "";
      contacts.0.by.name ""; corrections.companyName.by.name ""; corrections.contactName.by.name "";
      corrections.cvr.by.name ""; corrections.stage.by.name ""; createdBy.name "";
      earlierPromises.0.answeredBy.name ""; enquiries.0.receivedBy.name ""; followUp.person.name "";
      handovers.0.offeredBy.name ""; handovers.0.questions.0.answeredBy.name "";
      handovers.0.questions.0.askedBy.name ""; handovers.0.questions.1.askedBy.name "";
      handovers.0.settledBy.name ""; outcome.closedBy.name ""; promise.answeredBy.name "";
      referrals.0.by.name ""; remarks.0.by.name ""; selfHelp.0.by.name ""; services.0.by.name ""`,
    ],
    [
      ['contact'],
      `
      contacts.0.person -; corrections.companyName -; corrections.contactName -; corrections.cvr -;
      linkedTo null; outreachId -; values.contactName -`,
    ],
    [
      ['notes'],
      `
      contacts.0.text null; handovers.0.questions.0.answer ""; handovers.0.questions.0.text "";
      handovers.0.questions.1.text ""; handovers.0.reason null; override.reason ""; referrals.0.name null;
      referrals.0.why null; remarks.0.text null; selfHelp.0.focus.0 -; undoable.0 -; values.description -`,
    ],
    [
      ['assessment'],
      `
      outcome.actionPlan null; outcome.note null; retracted null`,
    ],
    [
      ['outline'],
      `
      attempts -; callBack null; contacts.0.areas -; correctedDoor null; corrections.stage -;
      decision.notes.0 -; decision.priority "normal"; decision.programmes.0 -; decision.reasons.0 -;
      decision.referrals.0 -; decision.services.0 -; enquiries.0.channel null; enquiries.0.entry null;
      enquiries.0.needs.0 -; enquiries.0.referredBy null; enquiries.0.trigger null; followUp null;
      mergedFrom -; mergedInto -; outcome null; priority "normal"; referrals -; selfHelp -; services -;
      tasks.0.areas.0 -; values.stage -`,
    ],
  ])('without %j hides exactly that', (parts, hidden) => {
    expect(hiddenBy(...parts)).toEqual(hidden.trim().split(/;\s+/));
  });
});

describe('a notice', () => {
  const notice = {
    code: 'case-closed',
    params: {
      caseId: 'K',
      owner: 'les-791',
      how: 'phone',
      services: 's',
      reasonCode: 'other',
      receiver: 'les-751',
    },
  } as unknown as Parameters<typeof redactedNotice>[0];
  it('tells no codes to whoever may not see the outline', () => {
    expect(redactedNotice(notice, EVERYTHING)).toBe(notice);
    expect(redactedNotice(notice, { ...EVERYTHING, outline: false })).toEqual({
      code: 'case-closed',
      params: { caseId: 'K', owner: 'les-791', receiver: 'les-751' },
    });
  });
});
