import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import { eraseSubject, heldOn } from '../../src/app/data-subject.ts';
import { keepRetention } from '../../src/app/erase-cases.ts';
import { type Erasure, keysIn, keysOf } from '../../src/app/erasure.ts';
import type { Stores } from '../../src/app/ports/unit-of-work.ts';
import { replayErasures } from '../../src/app/replay-erasures.ts';
import { type Adviser, adviserSchema } from '../../src/core/advisers/adviser.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { act, calendar, caseNow, logCase } from '../loop/loop-world.ts';
import { type AppWorld, HANSEN, openAppWorld } from './app-world.ts';

/** What is held on a company or person, and what becomes of it: on request, after its time, and again in an older store. */

const ANNA = 'anna-holm';
const METTE = { contactName: 'Mette Hansen', contactPhone: '40411234', contactEmail: 'mette@hv.dk' };

let world: AppWorld;
let erasedInCrm: string[];
beforeEach(async () => {
  erasedInCrm = [];
  world = await openAppWorld({
    crm: (inner) => ({
      ...inner,
      erase: async (id) => {
        erasedInCrm.push(id);
        return inner.erase(id);
      },
    }),
  });
});
afterEach(() => world.close());

const deps = () => ({
  unitOfWork: world.unitOfWork,
  crm: world.crm,
  calendar,
});
const company = { kind: 'company', cvr: HANSEN.cvr } as const;
const said = (words: string) => ({ kind: 'person', said: words }) as const;
/** A company's case, and one of a private person. */
const ofCompany = (more: RawInput = {}) => logCase(world, ANNA, { ...METTE, cvr: HANSEN.cvr, ...more });
const ofPerson = (more: RawInput = {}) =>
  logCase(world, ANNA, { ...METTE, companyName: '', stage: 'pre-starter', areas: 'business-plan', ...more });
const drafts = () => world.unitOfWork.read((stores) => stores.drafts.page('', 100));
const begun = async (input: RawInput) => {
  await world.says(ANNA, { name: 'new' });
  await world.intake(ANNA, 'intake.submit', input);
  return (await world.draft(ANNA)).id;
};
/** An example learnt by an earlier version, which did not note the draft. */
const keepExample = ({ examples }: Stores, text: string) =>
  examples.add({ text, areas: ['financing'], at: 'x', draftId: null });
const erasuresOf = () => world.unitOfWork.read((stores) => stores.erasures.known());
const isAnonymous = async ({ id }: Case) => (await caseNow(world, id)).erasedAt !== null;
const contactOf = async ({ id }: Case) => (await caseNow(world, id)).values.contactName;

describe('the keys of a subject', () => {
  it('are a company’s number, or a person’s words and telephone number', () => {
    expect(keysOf(company)).toEqual(['cvr:25313763']);
    expect(keysOf(said(' Mette  HANSEN '))).toEqual(['text:mette hansen']);
    expect(keysOf(said('+45 40 41 12 34'))).toEqual(['text:+45 40 41 12 34', 'phone:40411234']);
    expect(keysOf(said('0045 40411234'))).toContain('phone:40411234');
    expect(keysOf(said('4540411234'))).toContain('phone:40411234');
    expect(keysOf(said('45404112'))).toContain('phone:45404112');
    expect(keysOf(said('404112'))).toEqual(['text:404112']);
    expect(keysOf(said('  '))).toEqual([]);
  });

  it('are what a case or intake is known by', () => {
    expect(keysIn({ cvr: HANSEN.cvr, ...METTE })).toEqual([
      'cvr:25313763',
      'text:mette hansen',
      'text:mette@hv.dk',
      'phone:40411234',
    ]);
    expect(keysIn({ companyName: 'Hansen' })).toEqual([]);
  });
});

describe('what is held', () => {
  it('on a company: its cases with their history, intakes and records', async () => {
    const kase = await ofCompany();
    await ofPerson();
    const draft = await begun({ cvr: HANSEN.cvr });
    await world.crm.save(crmRecordOf(kase));
    const held = await heldOn(deps(), company);
    expect(held.cases.map(({ case: { id }, history }) => [id, history.length])).toEqual([[kase.id, 1]]);
    expect(held.drafts.map(({ id }) => id)).toContain(draft);
    expect(held.drafts).toHaveLength(2);
    expect(held.crm.map(({ caseId }) => caseId)).toEqual([kase.id]);
    expect(held.directory).toEqual([]);
  });

  it('on a person: under any of their names, and in the CRM by the cases', async () => {
    const first = await ofCompany();
    const second = await ofPerson();
    await ofPerson({ contactName: 'Ole', contactPhone: '40415678', contactEmail: '' });
    await world.crm.save(crmRecordOf(first));
    for (const words of ['mette hansen', '+45 40411234', 'METTE@hv.dk']) {
      const held = await heldOn(deps(), said(words));
      expect(held.cases.map(({ case: { id } }) => id).sort()).toEqual([first.id, second.id].sort());
      expect(held.drafts).toHaveLength(2);
      expect(held.crm.map(({ caseId }) => caseId)).toEqual([first.id]);
    }
    expect((await heldOn(deps(), said('anna holm'))).directory.map(({ id }) => id)).toEqual([ANNA]);
    expect((await heldOn(deps(), said(ANNA))).directory.map(({ id }) => id)).toEqual([ANNA]);
    const absence = { until: '2027-01-04', deputy: null };
    await deps().unitOfWork.run(({ people }) => people.saveAbsence(ANNA, absence));
    expect((await heldOn(deps(), said('anna holm'))).absences).toEqual([{ person: ANNA, ...absence }]);
    await eraseSubject(deps(), said('anna holm'), '2026-12-01T09:00:00.000Z');
    expect((await heldOn(deps(), said('anna holm'))).absences).toEqual([]);
    expect(await heldOn(deps(), said('Nobody'))).toEqual({
      absences: [],
      advisers: [],
      cases: [],
      drafts: [],
      outreach: [],
      crm: [],
      directory: [],
      lines: [],
      surveys: { asks: [], answers: [] },
    });
  });

  it('is found beyond the first five hundred', async () => {
    const kase = await ofPerson();
    await world.unitOfWork.run(async (stores) => {
      for (let i = 0; i < 501; i++) {
        const id = `A${String(i).padStart(7, '0')}`;
        await stores.cases.insert(
          { ...kase, id, draftId: id, values: { ...kase.values, contactName: `n${i}` } },
          null,
        );
      }
    });
    expect((await heldOn(deps(), said('n500'))).cases).toHaveLength(1);
    expect((await heldOn(deps(), said('mette hansen'))).cases.map(({ case: { id } }) => id)).toEqual([
      kase.id,
    ]);
  });
});

describe('an erasure on request', () => {
  it('makes a company’s cases anonymous, still counted as one company’s, and deletes what was written', async () => {
    const kase = await ofCompany();
    const person = await ofPerson({ contactName: 'Ole', contactPhone: '40415678', contactEmail: '' });
    const draft = await begun({ cvr: HANSEN.cvr });
    await world.unitOfWork.run((stores) => keepExample(stores, 'Vil sælge til Tyskland'));
    const now = world.clock.now();
    expect(await eraseSubject(deps(), company, now)).toEqual({
      cases: 1,
      contacts: 0,
      drafts: 1,
      lines: 0,
      outreach: 0,
      advisers: 0,
    });
    const erased = await caseNow(world, kase.id);
    expect(erased).toMatchObject({ erasedAt: now, values: {} });
    expect(erased.companyKey).toBe(kase.companyKey);
    expect(await isAnonymous(person)).toBe(false);
    expect((await drafts()).map(({ id }) => id)).not.toContain(draft);
    expect((await drafts()).map(({ id }) => id)).not.toContain(kase.draftId);
    expect(await world.unitOfWork.read((stores) => stores.examples.all())).toEqual([]);
    expect(erasedInCrm).toEqual([kase.id]);
    expect(await erasuresOf()).toHaveProperty('size', 1);
  });

  it('of a person makes their own cases anonymous, and leaves a company’s without them', async () => {
    const kase = await ofCompany();
    const person = await ofPerson();
    expect(await eraseSubject(deps(), said('mette hansen'), world.clock.now())).toMatchObject({
      cases: 1,
      contacts: 1,
    });
    expect([await isAnonymous(kase), await isAnonymous(person)]).toEqual([false, true]);
    expect((await caseNow(world, kase.id)).values).not.toHaveProperty('contactName');
    expect((await caseNow(world, kase.id)).values.cvr).toBe(HANSEN.cvr);
    expect(JSON.stringify(await caseNow(world, person.id))).not.toContain('counted-as');
    expect(await drafts()).toEqual([]);
    expect(erasedInCrm).toEqual([person.id]);
  });

  const action = (verb: CaseVerb, caseId: string, input: RawInput) =>
    world.says(ANNA, { name: 'case-action', verb, caseId, revision: null, input });
  const OLE = { contactName: 'Ole Bak', contactPhone: '40415678', contactEmail: 'ole@bak.dk' };

  it.each(['Mette Hansen', '40 41 12 34', 'mette@hv.dk'])(
    'finds and forgets what a case was corrected from (%s)',
    async (words) => {
      const kase = await ofCompany();
      await action('case.correct', kase.id, OLE);
      expect((await heldOn(deps(), said(words))).cases.map(({ case: { id } }) => id)).toEqual([kase.id]);
      expect(await eraseSubject(deps(), said(words), world.clock.now())).toMatchObject({ contacts: 1 });
      const after = await caseNow(world, kase.id);
      expect(after.values).toMatchObject(OLE);
      expect(JSON.stringify(after)).not.toMatch(/Mette|40411234|mette@/);
      expect((await heldOn(deps(), said(words))).cases).toEqual([]);
    },
  );

  it('finds and forgets a company whose number stood on a case by mistake', async () => {
    const kase = await ofCompany();
    await action('case.correct', kase.id, { cvr: '10150817' });
    await eraseSubject(deps(), company, world.clock.now());
    const after = await caseNow(world, kase.id);
    expect(after.erasedAt).toBeNull();
    expect(after.values.cvr).toBe('10150817');
    expect(JSON.stringify([after.values.cvr, after.corrections])).not.toContain(HANSEN.cvr);
  });

  it('finds and forgets what came from a case that lives on in another', async () => {
    const older = await ofCompany({ ...OLE, areas: 'networks-courses' });
    const younger = await ofPerson({ description: 'Mettes egne ord' });
    await action('case.merge', older.id, { other: younger.id, confirm: 'true' });
    const about = (await heldOn(deps(), said('Mette Hansen'))).cases.map(({ case: { id } }) => id);
    expect(about.sort()).toEqual([older.id, younger.id].sort());
    await eraseSubject(deps(), said('Mette Hansen'), world.clock.now());
    const living = await caseNow(world, older.id);
    expect(living.values).toMatchObject(OLE);
    expect(JSON.stringify(living)).not.toMatch(/Mette/);
    expect(await isAnonymous(younger)).toBe(true);
  });

  it('of a company takes the case of the person along that was merged with its own', async () => {
    const older = await ofCompany({ ...OLE, areas: 'networks-courses' });
    const younger = await ofPerson();
    await action('case.merge', older.id, { other: younger.id, confirm: 'true' });
    await eraseSubject(deps(), company, world.clock.now());
    expect([await isAnonymous(older), await isAnonymous(younger)]).toEqual([true, true]);
  });

  it.each(['cvr', 'person'])('takes what was learnt from it along after a correction (%s)', async (by) => {
    const learnt = () => world.unitOfWork.read((stores) => stores.examples.all());
    const kase = await ofCompany();
    await world.unitOfWork.run(({ examples }) =>
      examples.add({
        text: 'Mett vil sælge',
        areas: ['financing'],
        at: 'x',
        draftId: kase.draftId,
      }),
    );
    await world.unitOfWork.run(({ examples }) =>
      examples.add({
        text: 'andre ord',
        areas: ['financing'],
        at: 'x',
        draftId: 'another',
      }),
    );
    await eraseSubject(deps(), by === 'cvr' ? company : said('Mette Hansen'), world.clock.now());
    expect((await learnt()).map(({ text }) => text)).toEqual(['andre ord']);
  });

  it('is undone where it cannot be noted: none is without its line in the audit', async () => {
    const kase = await ofCompany();
    const erasing = eraseSubject(deps(), company, world.clock.now(), async (_, { cases }) => {
      throw new Error(`no room for ${cases}`);
    });
    await expect(erasing).rejects.toThrow('no room for 1');
    expect(await isAnonymous(kase)).toBe(false);
    expect(await erasuresOf()).toHaveProperty('size', 0);
  });

  it('is noted though nothing was found: an older store may hold it', async () => {
    expect(await eraseSubject(deps(), said('Nobody'), world.clock.now())).toEqual({
      cases: 0,
      contacts: 0,
      drafts: 0,
      lines: 0,
      outreach: 0,
      advisers: 0,
    });
    expect(await erasuresOf()).toHaveProperty('size', 1);
  });
});

describe('a line that waits for its writer to choose an organisation', () => {
  const hold = (person: string, text: string) =>
    world.unitOfWork.run((stores) =>
      stores.people.hold(person, { at: world.clock.now(), command: { name: 'say', text } }),
    );

  it.each([
    ['the company’s number', company],
    ['the person’s name', said('mette  HANSEN')],
    ['the telephone number', said('+45 40411234')],
    ['the address', said('METTE@hv.dk')],
  ])('is exported and erased by %s', async (_, subject) => {
    await hold(ANNA, 'Hansen VVS (25 31 37 63), Mette Hansen, 40 41 12 34, mette@hv.dk, vil eksportere');
    await hold('bo', 'Ole Bak, 22 33 44 55');
    expect((await heldOn(deps(), subject)).lines.map(({ person }) => person)).toEqual([ANNA]);
    expect(await eraseSubject(deps(), subject, world.clock.now())).toMatchObject({ lines: 1 });
    const left = await world.unitOfWork.read((stores) => stores.people.allHeld());
    expect(left.map(({ person }) => person)).toEqual(['bo']);
  });
});

const adviserOf = (id: string, more: Partial<Adviser>): Adviser =>
  adviserSchema.parse({
    id,
    kind: 'private',
    name: `Rådgiver ${id}`,
    areas: ['financing'],
    languages: ['da'],
    source: 'Erhvervshus Midtjylland',
    ...more,
  });
const importAdvisers = (at: string, ...advisers: readonly Adviser[]) =>
  world.unitOfWork.run((stores) => stores.advisers.put(advisers, at));
const advisersLeft = () =>
  world.unitOfWork.read(async ({ advisers }) => (await advisers.all()).map(({ id }) => id));
const METTE_ADVISES = {
  name: 'Mette  Hansen',
  phone: '+45 40 41 12 34',
  email: 'Mette@hv.dk',
  cvr: HANSEN.cvr,
};

describe('an adviser', () => {
  it.each([
    ['the company’s number', company],
    ['the person’s name', said('mette hansen')],
    ['the telephone number', said('40411234')],
    ['the address', said('METTE@hv.dk')],
  ])('is exported and deleted by %s, with the turns that it had', async (_, subject) => {
    await importAdvisers(world.clock.now(), adviserOf('aa', METTE_ADVISES), adviserOf('bb', {}));
    const shares = () => world.unitOfWork.read(({ advisers }) => advisers.sharesOf('financing'));
    await world.unitOfWork.run(({ advisers }) =>
      advisers.show(
        {
          id: 's',
          at: world.clock.now(),
          area: 'financing',
          person: ANNA,
          organisation: 'les-791',
          municipality: null,
          fitting: 2,
          advisers: ['aa', 'bb'],
        },
        ['aa', 'bb'].map((adviser) => ({ adviser, shown: 1, first: 0 })),
      ),
    );
    expect((await heldOn(deps(), subject)).advisers.map(({ id }) => id)).toEqual(['aa']);
    expect(await eraseSubject(deps(), subject, world.clock.now())).toMatchObject({ advisers: 1 });
    expect((await heldOn(deps(), subject)).advisers).toEqual([]);
    expect(await advisersLeft()).toEqual(['bb']);
    expect((await shares()).map(({ adviser }) => adviser)).toEqual(['bb']);
  });
});

describe('somebody who is named on the case of others', () => {
  /** A case of a company whose contact is somebody else, with Mette Hansen as adviser, caller and in notes. */
  async function namedOn() {
    const kase = await ofCompany();
    const contact = {
      ...kase.values,
      contactName: 'Ole Toft',
      contactPhone: '22334455',
      contactEmail: undefined,
    };
    await world.unitOfWork.run(async ({ cases }) => {
      await cases.update({ ...kase, values: contact, revision: kase.revision + 1 }, kase.revision, null);
    });
    const say = (
      verb: 'case.contacted' | 'case.refer' | 'case.attempt' | 'case.add-contact',
      input: RawInput,
    ) => act(world, kase.owner === 'les-791' ? ANNA : 'carla-winther', kase.id, verb, input);
    await say('case.contacted', { how: 'phone', note: 'De er glade for hjælpen' });
    await say('case.refer', { to: 'private-adviser', name: 'Mette Hansen', why: 'Regnskabet' });
    await say('case.refer', { to: 'private-adviser', name: 'Revisor Bo Lind', why: 'Moms' });
    await say('case.add-contact', { text: 'Hun ringer igen', person: 'Mette Hansen 40 41 12 34' });
    await say('case.attempt', { note: 'Talte med METTE  HANSEN i receptionen' });
    return kase.id;
  }
  const whole = async (id: string) => JSON.stringify(await caseNow(world, id));

  it.each([said('mette hansen'), said('+45 40 41 12 34')])('is found and exported: %j', async (subject) => {
    const id = await namedOn();
    expect((await heldOn(deps(), subject)).cases.map((one) => one.case.id)).toEqual([id]);
  });

  it('is erased from referrals, later contacts and notes, in the CRM as well; everything else stays', async () => {
    const id = await namedOn();
    await world.worker.drain();
    expect(JSON.stringify(await world.crm.findByCase(id))).toContain('Mette Hansen');
    expect(await eraseSubject(deps(), said('Mette Hansen'), world.clock.now())).toMatchObject({
      cases: 0,
      contacts: 1,
    });
    await world.worker.drain();
    for (const kept of [await whole(id), JSON.stringify(await world.crm.findByCase(id))]) {
      expect(kept).not.toMatch(/mette\s+hansen|4041 ?12 ?34|40 41 12 34|Hun ringer igen|Regnskabet/i);
      for (const words of ['Ole Toft', 'Revisor Bo Lind', 'Moms', 'De er glade for hjælpen'])
        expect(kept).toContain(words);
    }
    // The referral was given all the same, and so was the attempt.
    expect(await caseNow(world, id)).toMatchObject({
      referrals: [{ to: 'private-adviser', name: null }, { name: 'Revisor Bo Lind' }],
      attempts: [{}],
    });
    expect((await heldOn(deps(), said('Mette Hansen'))).cases).toEqual([]);
  });

  it('is an adviser of the list, by whatever the adviser is erased', async () => {
    const id = await namedOn();
    const { name } = adviserOf('aa', METTE_ADVISES);
    await importAdvisers(world.clock.now(), adviserOf('aa', METTE_ADVISES));
    await act(
      world,
      (await caseNow(world, id)).owner === 'les-791' ? ANNA : 'carla-winther',
      id,
      'case.refer',
      {
        to: 'private-adviser',
        name,
      },
    );
    await eraseSubject(deps(), said('METTE@hv.dk'), world.clock.now());
    expect((await caseNow(world, id)).referrals?.map((one) => one.name)).not.toContain(name);
  });

  it('is nobody of whom only a part of the name stands there', async () => {
    const id = await namedOn();
    const before = await whole(id);
    for (const other of ['Bo', 'Mette', 'ette Hansen', 'Mette Hanse', '4041'])
      await eraseSubject(deps(), said(other), world.clock.now());
    expect(await whole(id)).toBe(before);
  });
});

describe('every case is read', () => {
  const run = <T>(work: (stores: Stores) => Promise<T>) => world.unitOfWork.run(work);
  it('before the erasure’s own transaction, which keeps others from writing', async () => {
    const kase = await ofCompany();
    const page = () => {
      throw new Error('all cases are read in the writing transaction');
    };
    const unitOfWork = {
      ...world.unitOfWork,
      run: <T>(work: (stores: Stores) => Promise<T>) =>
        run((stores) => work({ ...stores, cases: { ...stores.cases, page } })),
    };
    await eraseSubject({ ...deps(), unitOfWork }, company, world.clock.now());
    expect(await isAnonymous(kase)).toBe(true);
  });

  it('and is judged again in it: one whose company was corrected meanwhile keeps its own', async () => {
    const kase = await ofCompany();
    const corrected = { ...kase, revision: 2, values: { ...kase.values, cvr: '10150817' } };
    const unitOfWork = {
      ...world.unitOfWork,
      run: <T>(work: (stores: Stores) => Promise<T>) =>
        run(async (stores) => {
          await stores.cases.update(corrected, 1, null);
          return work(stores);
        }),
    };
    expect(await eraseSubject({ ...deps(), unitOfWork }, company, world.clock.now())).toMatchObject({
      cases: 0,
    });
    expect((await caseNow(world, kase.id)).values.cvr).toBe('10150817');
  });
});

describe('what has been kept for long enough', () => {
  const ended = async (kase: Case, closedAt: string) => {
    const { revision } = await caseNow(world, kase.id);
    await world.unitOfWork.run((stores) =>
      stores.cases.update({ ...kase, status: 'closed', closedAt, revision: revision + 1 }, revision, null),
    );
  };
  const NOW = '2026-11-20T09:00:00.000Z';

  it('is made anonymous: a company’s after 60 months, a pre-starter’s after 12', async () => {
    const [old, young, person, recent] = [
      await ofCompany(),
      await ofCompany({ cvr: '' }),
      await ofPerson(),
      await ofPerson(),
    ];
    await ended(old, '2021-11-20T08:59:59.000Z');
    await ended(young, NOW.replace('2026', '2021'));
    await ended(person, '2025-11-20T08:59:59.000Z');
    await ended(recent, NOW.replace('2026', '2025'));
    await world.unitOfWork.run((stores) => keepExample(stores, 'Vil sælge til Tyskland'));
    expect(await keepRetention(deps(), NOW)).toBe(2);
    expect([
      await isAnonymous(old),
      await isAnonymous(young),
      await isAnonymous(person),
      await isAnonymous(recent),
    ]).toEqual([true, false, true, false]);
    expect((await drafts()).map(({ id }) => id).sort()).toEqual([young.draftId, recent.draftId].sort());
    expect(await world.unitOfWork.read((stores) => stores.examples.all())).toEqual([]);
    expect(await erasuresOf()).toHaveProperty('size', 2);
    expect(await keepRetention(deps(), NOW)).toBe(0);
    expect(await erasuresOf()).toHaveProperty('size', 2);
  });

  it('is found beyond the first hundred', async () => {
    const kase = await ofCompany();
    await world.unitOfWork.run(async (stores) => {
      for (let i = 0; i < 150; i++)
        await stores.cases.insert(
          {
            ...kase,
            id: `A${String(i).padStart(7, '0')}`,
            draftId: `d${i}`,
            status: 'closed',
            closedAt: '2020-01-01T00:00:00.000Z',
          },
          null,
        );
    });
    expect(await keepRetention(deps(), NOW)).toBe(150);
  });
});

describe('an erasure that the store does not know', () => {
  const AT = '2026-11-21T09:00:00.000Z';
  const erasure = (more: Partial<Erasure>): Erasure => ({
    id: 'e1',
    at: AT,
    cause: 'request',
    cases: [],
    contacts: [],
    drafts: [],
    subject: [],
    ...more,
  });
  const replay = (...erasures: readonly Erasure[]) =>
    replayErasures(deps(), { erasures, fingerprint: (key) => `#${key}` }, '2026-11-22T09:00:00.000Z');

  it('is carried out by its ids, in the CRM as well, once', async () => {
    const [whole, contact, other] = [await ofPerson(), await ofCompany(), await ofPerson()];
    const draft = await begun({ description: 'vil bygge', municipality: '791' });
    await world.unitOfWork.run((stores) => keepExample(stores, 'vil bygge'));
    const one = erasure({
      cases: [whole.id, 'unknown'],
      contacts: [contact.id, 'unknown'],
      drafts: [draft, 'unknown'],
    });
    expect(await replay(one)).toBe(1);
    expect([await isAnonymous(whole), await isAnonymous(contact), await isAnonymous(other)]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await caseNow(world, whole.id)).companyKey).toBe(whole.companyKey);
    expect(await contactOf(contact)).toBeUndefined();
    expect(await contactOf(other)).toBe('Mette Hansen');
    expect((await drafts()).map(({ id }) => id)).toEqual([other.draftId]);
    expect(await world.unitOfWork.read((stores) => stores.examples.all())).toEqual([]);
    expect(erasedInCrm).toEqual([whole.id, 'unknown']);
    expect([...(await erasuresOf())]).toEqual(['e1']);
    expect(await replay(one)).toBe(0);
    expect(erasedInCrm).toHaveLength(2);
    // Of those that it knows and those that it does not, the latter.
    expect(await replay(one, erasure({ id: 'e2', cases: [whole.id] }))).toBe(1);
  });

  it('is carried out by its subject, where the store is older', async () => {
    const [kase, person] = [await ofCompany(), await ofPerson()];
    const draft = await begun({ ...METTE, municipality: '791', contactName: 'M. Hansen' });
    expect(await replay(erasure({ subject: ['#phone:40411234'] }))).toBe(1);
    expect([await isAnonymous(kase), await isAnonymous(person)]).toEqual([false, true]);
    expect(await contactOf(kase)).toBeUndefined();
    expect((await drafts()).map(({ id }) => id)).not.toContain(draft);
    expect(await drafts()).toEqual([]);
  });

  it('of a company makes its cases anonymous, whoever is their contact', async () => {
    const [kase, person] = [await ofCompany(), await ofPerson()];
    expect(
      await replay(
        erasure({ id: 'a', subject: ['#text:somebody else'] }),
        erasure({ id: 'b', subject: ['#cvr:25313763'] }),
      ),
    ).toBe(2);
    expect([await isAnonymous(kase), await isAnonymous(person)]).toEqual([true, false]);
    expect((await drafts()).map(({ id }) => id)).toEqual([person.draftId]);
  });

  it('takes an adviser of an older store, but none that was imported after it', async () => {
    await importAdvisers('2026-11-20T09:00:00.000Z', adviserOf('aa', METTE_ADVISES), adviserOf('bb', {}));
    await importAdvisers('2026-11-21T09:00:01.000Z', adviserOf('cc', METTE_ADVISES));
    await replay(erasure({ subject: ['#phone:40411234'] }));
    expect(await advisersLeft()).toEqual(['bb', 'cc']);
  });

  it('touches nothing that began after it, and nothing twice', async () => {
    const kase = await ofPerson();
    expect(await replay(erasure({ at: '2026-11-20T08:59:59.000Z', subject: ['#phone:40411234'] }))).toBe(1);
    expect(await isAnonymous(kase)).toBe(false);
    expect(await drafts()).toHaveLength(1);
    expect(await replay(erasure({ id: 'e2', at: kase.createdAt, subject: ['#phone:40411234'] }))).toBe(1);
    const erased = await caseNow(world, kase.id);
    expect(erased.erasedAt).not.toBeNull();
    await replay(erasure({ id: 'e3', cases: [kase.id], contacts: [kase.id], subject: ['#phone:40411234'] }));
    expect((await caseNow(world, kase.id)).revision).toBe(erased.revision);
  });
});
