import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { endedInto, isOlder, survivorOf } from '../../../src/core/case/merged.ts';
import type { Task } from '../../../src/core/case/task.ts';
import type { IntakeValues } from '../../../src/core/intake/draft.ts';
import { opened } from './case-world.ts';

/** What two cases that are one have together. */

const at = (hour: number) => `2026-01-13T${String(hour).padStart(2, '0')}:00:00.000Z`;
const by = (person: string) => ({ person, name: person, organisation: 'les-791' as const });
const first = opened({ override: { organisation: 'les-791', reason: 'x' } }).case;
const older: Case = { ...first, id: 'OLDER' };
const younger: Case = {
  ...first,
  id: 'YOUNGER',
  createdAt: at(10),
  createdBy: by('bodil'),
  enquiries: first.enquiries?.map((one) => ({ ...one, at: at(10) })),
  promise: { ...first.promise, contactedAt: at(10), dueAt: '2026-01-16T10:00:00.000Z' },
};
const both = (one: Partial<Case>, other: Partial<Case>) =>
  survivorOf({ ...older, ...one }, { ...younger, ...other });

describe('of two cases', () => {
  it.each([
    ['A', at(9), 'B', at(10), true],
    ['B', at(9), 'A', at(10), true],
    ['A', at(10), 'B', at(9), false],
    ['A', at(9), 'B', at(9), true],
    ['B', at(9), 'A', at(9), false],
    ['A', at(9), 'A', at(9), false],
  ])('%s of %s lives on before %s of %s: %s', (id, createdAt, otherId, otherCreatedAt, lives) => {
    expect(isOlder({ ...older, id, createdAt }, { ...older, id: otherId, createdAt: otherCreatedAt })).toBe(
      lives,
    );
  });

  it('the one that ends is kept, points to the other, and is called no more', () => {
    const callBack = { at: at(12), by: by('bodil'), plannedAt: at(10) };
    const undoable = [{ verb: 'case.wait' }] as unknown as Case['undoable'];
    const ended = endedInto({ ...younger, callBack, undoable }, older, at(11));
    expect(ended).toEqual({
      ...younger,
      status: 'entered-in-error',
      closedAt: at(11),
      mergedInto: 'OLDER',
      callBack: null,
      undoable: [],
    });
    expect(endedInto(younger, older, at(11))).not.toHaveProperty('callBack');
  });
});

describe('the values of both', () => {
  it.each<[string, IntakeValues, IntakeValues, IntakeValues]>([
    ['the older’s win', { companyName: 'Hansen' }, { companyName: 'Hansen VVS' }, { companyName: 'Hansen' }],
    ['what only the younger knew is added', {}, { companyName: 'Hansen VVS' }, { companyName: 'Hansen VVS' }],
    ['unknown is not known', { stage: 'unknown' }, { stage: 'established' }, { stage: 'established' }],
    ['nor is undefined', { cvr: undefined }, { cvr: '25313763' }, { cvr: '25313763' }],
    ['the younger’s unknown is better than nothing', {}, { stage: 'unknown' }, { stage: 'unknown' }],
    ['the younger’s words stand elsewhere', {}, { description: 'Vil eksportere' }, {}],
    ['the older’s words stay', { description: 'A' }, { description: 'B' }, { description: 'A' }],
    [
      'needs of both, each once',
      { areas: ['csr', 'financing'] },
      { areas: ['financing', 'automation'] },
      { areas: ['csr', 'financing', 'automation'] },
    ],
    ['needs of the younger alone', {}, { areas: ['csr'] }, { areas: ['csr'] }],
    ['no needs', { areas: [] }, {}, { areas: [] }],
    [
      'depths of both, of which the older’s win',
      { depths: { csr: 'basic' } },
      { depths: { csr: 'specialised', financing: 'basic' } },
      { depths: { csr: 'basic', financing: 'basic' } },
    ],
    ['a crisis of the younger', { crisis: false }, { crisis: true }, { crisis: true }],
    ['a crisis of the older', { crisis: true }, { crisis: false }, { crisis: true }],
    ['a crisis of neither', { crisis: false }, { crisis: false }, { crisis: false }],
    [
      'a person’s number goes with their name',
      { contactName: 'Bo Berg' },
      { contactName: 'Bo Berg', contactPhone: '40411234', contactEmail: 'bo@example.com' },
      { contactName: 'Bo Berg', contactPhone: '40411234', contactEmail: 'bo@example.com' },
    ],
    [
      'and never with another’s',
      { contactName: 'Bo Berg' },
      { contactName: 'Ida Dam', contactPhone: '40411234', contactEmail: 'ida@example.com', cvr: '25313763' },
      { contactName: 'Bo Berg', cvr: '25313763' },
    ],
    [
      'nor a name with another’s number',
      { contactPhone: '40411235' },
      { contactName: 'Ida Dam', contactPhone: '40411234' },
      { contactPhone: '40411235' },
    ],
    [
      'nor a name with another’s e-mail',
      { contactEmail: 'bo@example.com' },
      { contactName: 'Ida Dam', contactEmail: 'ida@example.com' },
      { contactEmail: 'bo@example.com' },
    ],
    [
      'a contact whom only the younger knew',
      {},
      { contactName: 'Ida Dam', contactPhone: '40411234' },
      { contactName: 'Ida Dam', contactPhone: '40411234' },
    ],
    [
      'the same person whose number each knew in part',
      { contactPhone: '40411234' },
      { contactName: 'Ida Dam', contactPhone: '40411234' },
      { contactName: 'Ida Dam', contactPhone: '40411234' },
    ],
  ])('%s', (_, values, others, expected) => {
    expect(both({ values }, { values: others }).values).toEqual(expected);
  });

  it('have no list that neither had', () => {
    const { values } = both({ values: {} }, { values: {} });
    expect(values).toEqual({});
    for (const field of ['areas', 'depths', 'crisis']) expect(values).not.toHaveProperty(field);
  });
});

describe('the younger case’s first contact', () => {
  const contactOf = (values: IntakeValues, more: Partial<Case> = {}) =>
    both({}, { ...more, values }).contacts[0];

  it('stands with its words, needs and person as a later one', () => {
    expect(
      contactOf({
        contactName: 'Ida Dam',
        contactPhone: '40411234',
        contactEmail: 'ida@example.com',
        description: 'Vil eksportere',
        areas: ['csr'],
      }),
    ).toEqual({
      at: at(10),
      by: by('bodil'),
      text: 'Vil eksportere',
      areas: ['csr'],
      person: 'Ida Dam 40411234 ida@example.com',
    });
    expect(contactOf({ contactPhone: '40411234' })?.person).toBe('40411234');
  });

  it('says nothing where nothing was said', () => {
    expect(contactOf({})).toEqual({ at: at(10), by: by('bodil'), text: null, person: null });
  });

  it('came when the company called, and stands in order', () => {
    const enquiries = younger.enquiries?.map((one) => ({ ...one, at: at(8) }));
    expect(contactOf({}, { enquiries })?.at).toBe(at(8));
    const contact = (hour: number) => ({ at: at(hour), by: by('bodil'), text: String(hour) });
    const { contacts } = both({ contacts: [contact(9), contact(12)] }, { contacts: [contact(11)] });
    expect(contacts.map(({ at: when }) => when)).toEqual([at(9), at(10), at(11), at(12)]);
  });
});

describe('the lists of both', () => {
  const remark = (hour: number) => ({ event: 'waiting' as const, at: at(hour), by: by('bodil'), text: 'x' });
  const tried = (hour: number) => ({ at: at(hour), by: by('bodil') });
  const handover = (from: string, offeredAt: string) =>
    ({
      from,
      number: 1,
      state: 'returned',
      offeredAt,
      questions: [],
    }) as unknown as Case['handovers'][number];

  it('are in order, each entry of both once', () => {
    const together = both(
      {
        remarks: [remark(9), remark(12)],
        attempts: [tried(10), tried(12)],
        handovers: [handover('les-791', at(9)), { ...handover('les-751', at(13)), number: 2 }],
        joint: ['les-751', 'ehm-midtjylland'],
        mergedFrom: ['A'],
      },
      {
        remarks: [remark(11)],
        attempts: [tried(9), tried(11)],
        handovers: [handover('les-661', at(11))],
        joint: ['ehm-midtjylland', 'les-661'],
        mergedFrom: ['B'],
      },
    );
    const hours = (some: readonly { readonly at: string }[] = []) => some.map((one) => one.at);
    expect(hours(together.remarks)).toEqual([at(9), at(11), at(12)]);
    expect(hours(together.attempts)).toEqual([at(9), at(10), at(11), at(12)]);
    expect(together.handovers).toEqual([
      handover('les-791', at(9)),
      { ...handover('les-661', at(11)), number: 3 },
      { ...handover('les-751', at(13)), number: 2 },
    ]);
    expect(together.joint).toEqual(['les-751', 'ehm-midtjylland', 'les-661']);
    expect(together.mergedFrom).toEqual(['A', 'YOUNGER', 'B']);
    for (const one of [both({ remarks: [remark(9)] }, {}), both({}, { remarks: [remark(9)] })])
      expect(hours(one.remarks)).toEqual([at(9)]);
    for (const one of [both({ attempts: [tried(9)] }, {}), both({}, { attempts: [tried(9)] })])
      expect(hours(one.attempts)).toEqual([at(9)]);
  });

  it('give each office that asked to hear of either its answer', () => {
    const { feedbackFor } = both(
      { feedbackFor: ['les-791', 'les-751'] },
      { feedbackFor: ['les-751', 'les-661'] },
    );
    expect(feedbackFor).toEqual(['les-791', 'les-751', 'les-661']);
  });

  it('are absent where neither had one', () => {
    const together = both({}, {});
    for (const list of [
      'tasks',
      'feedbackFor',
      'remarks',
      'attempts',
      'callBack',
      'outreachId',
      'services',
      'referrals',
      'selfHelp',
    ])
      expect(together).not.toHaveProperty(list);
    expect(together.mergedFrom).toEqual(['YOUNGER']);
  });

  it('hold what was registered on both', () => {
    const lists = (word: string) =>
      ({
        services: [{ service: word }],
        referrals: [{ name: word }],
        selfHelp: [{ tool: word }],
      }) as unknown as Pick<Case, 'services' | 'referrals' | 'selfHelp'>;
    expect(both(lists('a'), lists('b'))).toMatchObject({
      services: [{ service: 'a' }, { service: 'b' }],
      referrals: [{ name: 'a' }, { name: 'b' }],
      selfHelp: [{ tool: 'a' }, { tool: 'b' }],
    });
  });
});

describe('the tasks of both', () => {
  const task = (organisation: Task['organisation'], more: Partial<Task> = {}): Task => ({
    organisation,
    when: 'now',
    areas: ['csr'],
    dueAt: at(12),
    state: 'open',
    ...more,
  });
  it.each<[string, readonly Task[], readonly Task[], readonly Task[]]>([
    ['the older’s', [task('les-751')], [], [task('les-751')]],
    ['the younger’s', [], [task('les-751')], [task('les-751')]],
    ['both', [task('les-751')], [task('ehm-midtjylland')], [task('les-751'), task('ehm-midtjylland')]],
    ['none of the owner', [task('les-791')], [task('les-791')], []],
    [
      'one of an office, the older’s, with the needs of both',
      [task('les-751', { state: 'started', areas: ['csr', 'financing'] })],
      [task('les-751', { dueAt: at(13), areas: ['financing', 'automation'] })],
      [task('les-751', { state: 'started', areas: ['csr', 'financing', 'automation'] })],
    ],
    [
      'the younger’s where the older’s is not to do',
      [task('les-751', { state: 'not-relevant' })],
      [task('les-751', { dueAt: at(13), areas: ['financing'] })],
      [task('les-751', { dueAt: at(13), areas: ['csr', 'financing'] })],
    ],
    [
      'two, of which those to do stay',
      [task('les-751', { state: 'not-relevant' }), task('ehm-midtjylland')],
      [task('les-661')],
      [task('ehm-midtjylland'), task('les-661')],
    ],
    [
      'two, of which the older’s come first',
      [task('les-751'), task('ehm-midtjylland')],
      [task('les-661')],
      [task('les-751'), task('ehm-midtjylland')],
    ],
  ])('%s', (_, tasks, others, expected) => {
    expect(both({ tasks }, { tasks: others }).tasks ?? []).toEqual(expected);
  });
});

describe('of two cases the one that lives on', () => {
  const basis = first.basis;
  it.each<[string, Partial<Case>, Partial<Case>, Partial<Case>]>([
    ['keeps its link', { linkedTo: 'A' }, { linkedTo: 'B' }, { linkedTo: 'A' }],
    ['takes the other’s link', { linkedTo: null }, { linkedTo: 'B' }, { linkedTo: 'B' }],
    ['links to no case that it is', { linkedTo: 'YOUNGER' }, {}, { linkedTo: null }],
    ['nor to itself', { linkedTo: null }, { linkedTo: 'OLDER' }, { linkedTo: null }],
    ['has no link of nobody', { linkedTo: null }, { linkedTo: null }, { linkedTo: null }],
    ['keeps its outreach', { outreachId: 'A' }, { outreachId: 'B' }, { outreachId: 'A' }],
    ['takes the other’s outreach', {}, { outreachId: 'B' }, { outreachId: 'B' }],
    ['keeps its basis', { basis }, { basis: null }, { basis }],
    ['takes the other’s basis', { basis: null }, { basis }, { basis }],
    ['is urgent', { priority: 'urgent' }, { priority: 'normal' }, { priority: 'urgent' }],
    ['becomes urgent', { priority: 'normal' }, { priority: 'urgent' }, { priority: 'urgent' }],
    ['is ordinary', { priority: 'normal' }, { priority: 'normal' }, { priority: 'normal' }],
    ['is a grey zone', { greyZone: true }, { greyZone: false }, { greyZone: true }],
    ['becomes a grey zone', { greyZone: false }, { greyZone: true }, { greyZone: true }],
    ['is no grey zone', { greyZone: false }, { greyZone: false }, { greyZone: false }],
    ['keeps its person', { assignee: by('a') }, { assignee: by('b') }, { assignee: by('a') }],
    ['takes the other’s person', { assignee: null }, { assignee: by('b') }, { assignee: by('b') }],
    [
      'can undo nothing of before',
      { undoable: [{ verb: 'case.wait' }] as unknown as Case['undoable'] },
      {},
      { undoable: [] },
    ],
  ])('%s', (_, one, other, expected) => {
    expect(both(one, other)).toMatchObject(expected);
  });

  it.each<[string, Partial<Case>, Partial<Case>, number | null]>([
    ['its own', { callBack: call(12) }, {}, 12],
    ['the other’s', {}, { callBack: call(12) }, 12],
    ['the first', { callBack: call(13) }, { callBack: call(12) }, 12],
    ['the first, its own', { callBack: call(12) }, { callBack: call(13) }, 12],
    ['the one to come', { callBack: call(11), steps: [`call-back:${at(11)}`] }, { callBack: call(13) }, 13],
    [
      'its own past one where none is to come',
      { callBack: call(12), steps: [`call-back:${at(12)}`] },
      { callBack: call(11), steps: [`call-back:${at(11)}`] },
      12,
    ],
    ['the other’s past one', {}, { callBack: call(11), steps: [`call-back:${at(11)}`] }, 11],
    ['none that was called off', { callBack: null }, { callBack: null }, null],
  ])('plans the call: %s', (_, one, other, hour) => {
    expect(both(one, other).callBack?.at ?? null).toBe(hour === null ? null : at(hour));
  });
});

function call(hour: number): NonNullable<Case['callBack']> {
  return { at: at(hour), by: by('bodil'), plannedAt: at(9) };
}

describe('the promises of both', () => {
  const promise = (contacted: number, dueAt: string, answered: number | null): Case['promise'] => ({
    ...first.promise,
    contactedAt: at(contacted),
    dueAt,
    answeredAt: answered === null ? null : at(answered),
  });
  const soon = '2026-01-15T09:00:00.000Z';
  const late = '2026-01-16T09:00:00.000Z';
  const enquiriesAt = (...hours: readonly (readonly [number, number | null])[]): Case['enquiries'] =>
    hours.map(([hour, place]) => ({
      at: at(hour),
      receivedBy: by('bodil'),
      needs: [],
      entry: null,
      channel: null,
      trigger: null,
      referredBy: null,
      promise: place,
    }));
  /** Contacted, answered. */
  const kept = (kase: Case) => (kase.earlierPromises ?? []).map(({ contactedAt }) => contactedAt);
  const placesOf = (kase: Case) => kase.enquiries?.map((one) => [one.at, one.promise]);

  it('that both wait: the one due first runs on for both contacts, with its person', () => {
    const people = [{ assignee: by('a') }, { assignee: by('b') }] as const;
    const own = both(
      { ...people[0], promise: promise(9, soon, null), enquiries: enquiriesAt([9, 0]) },
      { ...people[1], promise: promise(10, late, null), enquiries: enquiriesAt([10, 0]) },
    );
    expect(own).toMatchObject({ status: 'open', promise: { dueAt: soon }, assignee: by('a') });
    expect(own).not.toHaveProperty('earlierPromises');
    expect(placesOf(own)).toEqual([
      [at(9), 0],
      [at(10), 0],
    ]);
    const others = both(
      { ...people[0], promise: promise(9, late, null), enquiries: enquiriesAt([9, 0]) },
      { ...people[1], promise: promise(10, soon, null), enquiries: enquiriesAt([10, 0]) },
    );
    expect(others).toMatchObject({ status: 'open', promise: { dueAt: soon }, assignee: by('b') });
    const same = both({ promise: promise(9, soon, null) }, { promise: promise(10, soon, null) });
    expect(same.promise.contactedAt).toBe(at(9));
  });

  it('one of which is answered: the other runs on, and the answer is kept with its enquiry', () => {
    const kase = both(
      { status: 'answered', promise: promise(9, soon, 11), enquiries: enquiriesAt([9, 0]) },
      { promise: promise(10, late, null), enquiries: enquiriesAt([10, 0], [12, null]) },
    );
    expect(kase).toMatchObject({ status: 'open', promise: { contactedAt: at(10), answeredAt: null } });
    expect(kept(kase)).toEqual([at(9)]);
    expect(placesOf(kase)).toEqual([
      [at(9), 0],
      [at(10), 1],
      [at(12), null],
    ]);
    const own = both(
      { promise: promise(9, late, null), enquiries: enquiriesAt([9, 0]) },
      { status: 'answered', promise: promise(10, soon, 11), enquiries: enquiriesAt([10, 0]) },
    );
    expect(own).toMatchObject({ status: 'open', promise: { contactedAt: at(9) } });
    expect(placesOf(own)).toEqual([
      [at(9), 1],
      [at(10), 0],
    ]);
  });

  it('that are answered both: the older stays as it is, and waits as it did', () => {
    const kase = both(
      { status: 'waiting-company', promise: promise(9, soon, 11) },
      { status: 'answered', promise: promise(10, soon, 12) },
    );
    expect(kase).toMatchObject({ status: 'waiting-company', promise: { contactedAt: at(9) } });
    expect(kept(kase)).toEqual([at(10)]);
  });

  it('keep the earlier ones of both in the order of the contacts', () => {
    const kase = both(
      {
        earlierPromises: [promise(7, soon, 8)],
        promise: promise(11, late, null),
        enquiries: enquiriesAt([7, 0], [11, 1]),
      },
      {
        earlierPromises: [promise(6, soon, 8), promise(9, soon, 10)],
        promise: promise(12, late, null),
        enquiries: enquiriesAt([6, 0], [9, 1], [12, 2]),
      },
    );
    expect(kept(kase)).toEqual([at(6), at(7), at(9)]);
    expect(placesOf(kase)).toEqual([
      [at(6), 0],
      [at(7), 1],
      [at(9), 2],
      [at(11), 3],
      [at(12), 3],
    ]);
  });

  it('keep the steps of the one that runs without its offers, and the calls and crises of both', () => {
    const steps = ['owner-50', 'offer-50:1', `call-back:${at(8)}`, 'broken-100'];
    const others = [
      'owner-50',
      'offer-100:1',
      `call-back:${at(9)}`,
      `call-back:${at(8)}`,
      'broken-100',
      'crisis:K1',
    ];
    const waits = { promise: promise(9, soon, null) };
    expect(both({ ...waits, steps }, { promise: promise(10, late, null), steps: others }).steps).toEqual([
      'owner-50',
      `call-back:${at(8)}`,
      'broken-100',
      `call-back:${at(9)}`,
      'crisis:K1',
    ]);
    expect(
      both(
        { promise: promise(9, late, 10), steps: ['broken-100'] },
        { promise: promise(10, late, null), steps: [] },
      ).steps,
    ).toEqual([]);
  });
});
