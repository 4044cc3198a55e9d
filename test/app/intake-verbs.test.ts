import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IntakeVerb } from '../../src/core/command.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { MAX_TEXT } from '../../src/core/text-limit.ts';
import { act } from '../loop/loop-world.ts';
import { type AppWorld, HANSEN, openAppWorld, wordsOf } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

const ANNA = 'anna-holm';
const BO = 'bo-krogh';
const permit = { municipality: '791', stage: 'established', areas: 'authority-permits' };
const exporting = {
  municipality: '791',
  stage: 'established',
  areas: 'internationalisation',
  depth: 'specialised',
};
const draftById = (id: string) => world.unitOfWork.read((stores) => stores.drafts.get(id));

/** `fortryd`, about nothing that is named. */
const undo = () =>
  world.says(ANNA, { name: 'case-action', verb: 'case.undo', caseId: '', revision: null, input: {} });

describe('a new intake', () => {
  it('is a form; an empty one is taken up again, one with something in it is offered first', async () => {
    expect(await world.says(ANNA, { name: 'new' })).toEqual(['form']);
    const first = await world.draft(ANNA);
    expect(first).toMatchObject({ revision: 1, step: 'form', organisation: 'les-791', person: ANNA });
    expect(await world.says(ANNA, { name: 'new' })).toEqual(['form']);
    expect(await world.draft(ANNA)).toMatchObject({ id: first.id, revision: 2 });
    await world.intake(ANNA, 'intake.submit', { companyName: 'Hansen' });
    expect(await world.says(ANNA, { name: 'new' })).toEqual(['resume-offer']);
    expect(await world.intake(ANNA, 'intake.resume')).toEqual(['form']);
  });

  it('leaves the question of the guide for the form', async () => {
    expect(await world.says(ANNA, { name: 'guided' })).toEqual(['question company']);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'guided', asking: 'company' });
    await world.says(ANNA, { name: 'new' });
    expect(await world.draft(ANNA)).toMatchObject({ step: 'form', asking: null });
  });

  it('can be begun by the button of the guide where none is under way, and by no other', async () => {
    expect(await world.intake(ANNA, 'intake.submit', permit)).toEqual(['refused no-draft']);
    expect(await world.intake(ANNA, 'intake.guided', {}, { draftId: 'gone' })).toEqual(['refused no-draft']);
    expect(await world.intake(ANNA, 'intake.guided')).toEqual(['question company']);
  });

  it('is begun by a look-up of a company where none is under way', async () => {
    expect(await world.intake(ANNA, 'intake.lookup', { cvr: HANSEN.cvr })).toEqual(['form']);
    expect(await world.draft(ANNA)).toMatchObject({
      values: { companyName: HANSEN.name, municipality: '791' },
    });
    expect(world.askedRegister).toEqual([HANSEN.cvr]);
  });

  it('is one at a time, however often somebody logs', async () => {
    for (const text of ['Hansen VVS, Viborg, eksport', 'Madsen Møbler, Aarhus, lån', 'Tredje'])
      await world.says(ANNA, { name: 'log', text });
    await world.says(ANNA, { name: 'cancel' });
    await world.says(ANNA, { name: 'log', text: 'Fjerde' });
    expect(await undo()).toEqual(['refused draft-in-the-way']);
    const drafts = await world.unitOfWork.read((stores) => stores.drafts.page('', 100));
    expect(drafts.filter(({ state }) => state === 'active')).toHaveLength(1);
  });

  it('is brought back by the word that undoes the last act, for ten minutes after it was cancelled', async () => {
    const cancelled = async () => {
      await world.says(ANNA, { name: 'new' });
      await world.intake(ANNA, 'intake.submit', permit);
      const { id } = await world.draft(ANNA);
      await world.says(ANNA, { name: 'cancel' });
      return id;
    };
    const id = await cancelled();
    expect(await undo()).toEqual(['decision les-791']);
    expect((await world.draft(ANNA)).id).toBe(id);
    await world.says(ANNA, { name: 'cancel' });
    world.clock.pass(0.2);
    expect(await undo()).toEqual(['refused nothing-to-undo']);
  });

  it('shows again what was wrong in it where it is taken up', async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { ...permit, contactPhone: '123' });
    expect(await world.intake(ANNA, 'intake.resume')).toEqual(['form not-a-phone']);
  });
});

describe('the form', () => {
  beforeEach(() => world.says(ANNA, { name: 'new' }));

  it('leads to the decision once nothing in it is wrong', async () => {
    expect(await world.intake(ANNA, 'intake.submit', { ...permit, contactPhone: '1' })).toEqual([
      'form not-a-phone',
    ]);
    expect(await world.intake(ANNA, 'intake.submit', { ...permit, contactPhone: '40411234' })).toEqual([
      'decision les-791 basis?',
    ]);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'decision', asking: null });
  });

  it('asks for the municipality, unless what was typed for it is wrong already', async () => {
    expect(await world.intake(ANNA, 'intake.submit', { stage: 'established' })).toEqual([
      'form municipality-needed',
    ]);
    expect(await world.intake(ANNA, 'intake.submit', { municipality: 'Atlantis' })).toEqual([
      'form unknown-municipality',
    ]);
  });

  it('offers the companies of a name once, before it asks anything else', async () => {
    world.companies = [HANSEN, { ...HANSEN, cvr: '24256790', name: 'Hansen VVS & Søn' }];
    const reply = await world.do(ANNA, {
      name: 'intake',
      verb: 'intake.submit',
      draftId: null,
      revision: null,
      input: { companyName: 'Hansen VVS' },
    });
    expect(wordsOf(reply)).toEqual(['form']);
    expect(reply.answers[0]).toMatchObject({
      candidates: [
        { cvr: '25313763', name: 'Hansen VVS ApS', municipality: '791', standing: 'active' },
        { cvr: '24256790', name: 'Hansen VVS & Søn', municipality: '791', standing: 'active' },
      ],
    });
    expect(await world.draft(ANNA)).toMatchObject({ step: 'form', answered: ['candidates'] });
    expect(await world.intake(ANNA, 'intake.submit', { companyName: 'Hansen VVS', ...permit })).toEqual([
      'decision les-791',
    ]);
    expect((await world.draft(ANNA)).answered).toEqual(['candidates']);
  });

  it('is filled from the register, and says where that does not know the unit that was typed', async () => {
    world.companies = [
      { ...HANSEN, pNumbers: [{ pNumber: '1003388394', name: 'Hansen', municipality: '791' }] },
    ];
    const input = { ...permit, municipality: '', cvr: HANSEN.cvr, pNumber: '1009999999' };
    expect(await world.intake(ANNA, 'intake.submit', input)).toEqual(['decision les-791 unit-unknown']);
    expect((await world.draft(ANNA)).values.companyName).toBe('Hansen VVS ApS');
  });

  it('goes on without the register where that is down', async () => {
    world.companies = 'down';
    expect(await world.intake(ANNA, 'intake.submit', { ...permit, cvr: HANSEN.cvr })).toEqual([
      'decision les-791',
    ]);
    expect(await world.draft(ANNA)).toMatchObject({ register: 'unavailable', values: { cvr: HANSEN.cvr } });
  });

  it('reads a description whose need nobody named: it fills what is open, and offers the rest', async () => {
    world.understood = (text) =>
      text.includes('messe')
        ? {
            chosen: ['internationalisation'],
            areas: [
              { area: 'internationalisation', confidence: 0.9, depth: 'specialised', because: ['messe'] },
            ],
            offered: ['sales-marketing'],
            entities: { stage: 'entrepreneur', contactName: 'Mette' },
          }
        : {};
    await world.intake(ANNA, 'intake.submit', {
      municipality: '791',
      stage: 'established',
      description: 'vil på messe',
    });
    expect(await world.draft(ANNA)).toMatchObject({
      values: {
        stage: 'established',
        contactName: 'Mette',
        areas: ['internationalisation'],
        depths: { internationalisation: 'specialised' },
        description: 'vil på messe',
      },
      sources: { description: 'text', areas: 'text', stage: 'user', contactName: 'text' },
      offered: ['sales-marketing'],
    });
  });

  it('reads no description beside a need that was named', async () => {
    world.understood = () => ({ entities: { contactName: 'Mette' } });
    await world.intake(ANNA, 'intake.submit', { ...permit, description: 'vil bygge' });
    const { values, sources } = await world.draft(ANNA);
    expect(values).toMatchObject({ description: 'vil bygge' });
    expect(values.contactName).toBeUndefined();
    expect(sources.description).toBe('user');
  });

  it('drops the choice of another owner where it is sent again', async () => {
    await world.intake(ANNA, 'intake.submit', permit);
    await world.intake(ANNA, 'intake.override', { organisation: 'ehm-midtjylland', reason: 'kender dem' });
    expect((await world.draft(ANNA)).override).not.toBeNull();
    await world.intake(ANNA, 'intake.submit', permit);
    expect((await world.draft(ANNA)).override).toBeNull();
  });
});

describe('looking a company up', () => {
  it('fills the form, which stays', async () => {
    await world.says(ANNA, { name: 'new' });
    expect(await world.intake(ANNA, 'intake.lookup', { cvr: HANSEN.cvr, contactPhone: '1' })).toEqual([
      'form not-a-phone',
    ]);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'form', values: { municipality: '791' } });
    expect(world.askedRegister).toEqual([HANSEN.cvr]);
  });

  it('answers the guide’s question for the company, and no other', async () => {
    await world.says(ANNA, { name: 'guided' });
    expect(await world.intake(ANNA, 'intake.lookup', { cvr: HANSEN.cvr })).toEqual(['question areas']);
    expect((await world.draft(ANNA)).answered).toEqual(['company']);
    await world.intake(ANNA, 'intake.lookup', { cvr: HANSEN.cvr });
    expect(await world.draft(ANNA)).toMatchObject({ asking: 'areas', answered: ['company'] });
  });

  it('goes back to the form where what was typed is wrong', async () => {
    await world.says(ANNA, { name: 'guided' });
    expect(await world.intake(ANNA, 'intake.lookup', { cvr: '12345678' })).toEqual(['form not-a-cvr']);
  });
});

describe('the guide', () => {
  beforeEach(() => world.says(ANNA, { name: 'guided' }));

  it('asks what is unknown, one after the other, and remembers what was answered', async () => {
    expect(await world.intake(ANNA, 'intake.answer', { cvr: '' })).toEqual(['question municipality']);
    expect(await world.intake(ANNA, 'intake.answer', { municipality: '791' })).toEqual(['question areas']);
    expect(await world.intake(ANNA, 'intake.answer', { areas: 'authority-permits' })).toEqual([
      'question contact',
    ]);
    expect(await world.intake(ANNA, 'intake.answer', { contactPhone: '' })).toEqual(['decision les-791']);
    expect((await world.draft(ANNA)).answered).toEqual(['company', 'municipality', 'areas', 'contact']);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'decision', asking: null });
  });

  it('stays at the question where the answer is wrong', async () => {
    expect(await world.intake(ANNA, 'intake.answer', { cvr: '12345678' })).toEqual([
      'question company not-a-cvr',
    ]);
    expect(await world.draft(ANNA)).toMatchObject({ asking: 'company', answered: [] });
  });

  it('takes a button of an earlier question for a correction, not for the answer to the one asked now', async () => {
    await world.intake(ANNA, 'intake.answer', { cvr: '', question: 'company' });
    expect(await world.intake(ANNA, 'intake.answer', { cvr: HANSEN.cvr, question: 'company' })).toEqual([
      'question areas',
    ]);
    expect((await world.draft(ANNA)).answered).toEqual(['company']);
    expect(
      await world.intake(ANNA, 'intake.answer', { areas: 'authority-permits', question: 'areas' }),
    ).toEqual(['question contact']);
    expect((await world.draft(ANNA)).answered).toEqual(['company', 'areas']);
  });

  it('goes back a question at a time, and before the first one to the form', async () => {
    await world.intake(ANNA, 'intake.answer', { cvr: '' });
    await world.intake(ANNA, 'intake.answer', { municipality: '791' });
    expect(await world.says(ANNA, { name: 'back' })).toEqual(['question municipality']);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'guided', answered: ['company'] });
    expect(await world.intake(ANNA, 'intake.back')).toEqual(['question company']);
    expect(await world.says(ANNA, { name: 'back' })).toEqual(['form']);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'form', asking: null });
  });

  it('takes along what stood in the form that it was begun from', async () => {
    await world.says(ANNA, { name: 'new' });
    expect(await world.intake(ANNA, 'intake.guided', { cvr: HANSEN.cvr })).toEqual(['question areas']);
    expect((await world.draft(ANNA)).values.companyName).toBe('Hansen VVS ApS');
  });

  it('has nothing to go back to without an intake', async () => {
    await world.says(ANNA, { name: 'cancel' });
    expect(await world.says(ANNA, { name: 'back' })).toEqual(['notice nothing-to-go-back-to']);
  });
});

describe('a correction from anywhere', () => {
  it('needs an intake under way', async () => {
    expect(await world.says(ANNA, { name: 'correct', field: 'municipality', value: 'Viborg' })).toEqual([
      'refused no-draft',
    ]);
  });

  it('goes on with the guide, and shows the form or decision as it now is elsewhere', async () => {
    await world.says(ANNA, { name: 'guided' });
    await world.intake(ANNA, 'intake.answer', { cvr: '' });
    expect(await world.says(ANNA, { name: 'correct', field: 'municipality', value: 'Viborg' })).toEqual([
      'question areas',
    ]);
    expect(await world.says(ANNA, { name: 'correct', field: 'municipality', value: 'Atlantis' })).toEqual([
      'question areas unknown-municipality',
    ]);
    await world.intake(ANNA, 'intake.submit', permit);
    await world.intake(ANNA, 'intake.override', { organisation: 'ehm-midtjylland', reason: 'kender dem' });
    expect(await world.says(ANNA, { name: 'correct', field: 'municipality', value: 'Aarhus' })).toEqual([
      'decision les-751 basis?',
    ]);
    expect((await world.draft(ANNA)).override).toBeNull();
    expect(await world.says(ANNA, { name: 'correct', field: 'colour', value: 'red' })).toEqual([
      'decision les-751 unknown-field basis?',
    ]);
  });

  it('leaves the guide at its question while a part of what was typed cannot be read', async () => {
    await world.says(ANNA, { name: 'guided' });
    await world.intake(ANNA, 'intake.answer', { cvr: '' });
    await world.intake(ANNA, 'intake.answer', { municipality: '791' });
    expect(await world.intake(ANNA, 'intake.answer', { areas: 'authority-permits' })).toEqual([
      'question contact',
    ]);
    // The address alone would answer the question.
    const contact = { contactEmail: 'ole@bak.dk', contactPhone: '123' };
    expect(await world.intake(ANNA, 'intake.correct', contact)).toEqual(['question contact not-a-phone']);
    expect((await world.draft(ANNA)).values.contactEmail).toBe('ole@bak.dk');
    expect(await world.intake(ANNA, 'intake.correct', { contactPhone: '40411234' })).toEqual([
      'decision les-791 basis?',
    ]);
  });

  it('is told where the register knows better', async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { ...permit, municipality: '', cvr: HANSEN.cvr });
    const unit = { pNumber: '1003388394', name: 'Hansen', municipality: '751' } as const;
    world.companies = [{ ...HANSEN, pNumbers: [unit, { ...unit, pNumber: '1003388395' }] }];
    await world.intake(ANNA, 'intake.edit');
    await world.intake(ANNA, 'intake.submit', { cvr: '' });
    await world.intake(ANNA, 'intake.submit', { ...permit, municipality: '', cvr: HANSEN.cvr });
    expect(await world.says(ANNA, { name: 'correct', field: 'pNumber', value: '1009999999' })).toEqual([
      'decision les-791 unit-unknown',
    ]);
    expect(await world.says(ANNA, { name: 'correct', field: 'pNumber', value: unit.pNumber })).toEqual([
      'decision les-751 basis?',
    ]);
  });
});

describe('needs that a person corrects', () => {
  const logged = async () => {
    world.understood = (text) =>
      text.includes('messe')
        ? {
            chosen: ['internationalisation'],
            areas: [{ area: 'internationalisation', confidence: 0.9, because: [] }],
            entities: { municipality: '791', stage: 'established' },
          }
        : {};
    await world.says(ANNA, { name: 'log', text: 'vil på messe' });
  };
  const examples = () => world.unitOfWork.read((stores) => stores.examples.all());
  const noted = async () => (await world.draft(ANNA)).toLearn ?? [];
  const send = (consent: string) => world.intake(ANNA, 'intake.confirm', { consent });

  it('are learned with the words that were misunderstood', async () => {
    await logged();
    await world.says(ANNA, { name: 'correct', field: 'areas', value: 'sales-marketing' });
    expect(await examples()).toEqual([]);
    const { id } = await world.draft(ANNA);
    await send('consent');
    expect(await examples()).toMatchObject([
      { text: 'vil på messe', areas: ['sales-marketing'], draftId: id },
    ]);
  });

  it.each(['declined', ''])('are not learned under the basis “%s”', async (consent) => {
    await logged();
    await world.says(ANNA, { name: 'correct', field: 'areas', value: 'business-plan' });
    const [answer] = await send(consent);
    expect(answer).toMatch(/^case open/);
    expect(await examples()).toEqual([]);
  });

  it('are forgotten when the basis is withdrawn', async () => {
    await logged();
    await world.says(ANNA, { name: 'correct', field: 'areas', value: 'sales-marketing' });
    await send('consent');
    const [kase] = await world.unitOfWork.read((stores) => stores.cases.page('', 1));
    await act(world, ANNA, kase?.id ?? '', 'case.withdraw-basis');
    expect(await examples()).toEqual([]);
  });

  it('are learned from an answer and from the form too, but not where they are the same', async () => {
    await logged();
    await world.intake(ANNA, 'intake.answer', { areas: 'internationalisation' });
    await world.says(ANNA, { name: 'correct', field: 'municipality', value: 'Aarhus' });
    expect(await noted()).toEqual([]);
    await world.intake(ANNA, 'intake.answer', { areas: 'financing,internationalisation' });
    await world.intake(ANNA, 'intake.submit', { ...permit, areas: 'internationalisation,financing' });
    expect((await noted()).map(({ areas }) => areas)).toEqual([['financing', 'internationalisation']]);
    await world.intake(ANNA, 'intake.submit', permit);
    expect((await noted()).at(-1)?.areas).toEqual([permit.areas]);
  });

  it('are not learned from words that nobody understood, nor from none', async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { ...permit, description: 'vil bygge' });
    await world.says(ANNA, { name: 'correct', field: 'areas', value: 'financing' });
    expect(await noted()).toEqual([]);
  });
});

describe('the choice of another owner', () => {
  beforeEach(async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', permit);
  });
  const choose = (organisation: string, reason: string) =>
    world.intake(ANNA, 'intake.override', { organisation, reason });

  it('shows that owner, and keeps the reason', async () => {
    expect(await choose(' ehm-midtjylland ', ' kender dem ')).toEqual(['decision ehm-midtjylland basis?']);
    expect((await world.draft(ANNA)).override).toEqual({
      organisation: 'ehm-midtjylland',
      reason: 'kender dem',
    });
  });

  it('needs an organisation that exists, and a reason that is not too long', async () => {
    expect(await choose(' ', 'kender dem')).toEqual(['decision les-791 organisation-needed']);
    expect(await choose('les-999', 'kender dem')).toEqual(['decision les-791 unknown-organisation']);
    expect(await choose('', ' ')).toEqual(['decision les-791 organisation-needed reason-needed']);
    expect(await choose('les-751', 'x'.repeat(MAX_TEXT + 1))).toEqual(['decision les-791 text-too-long']);
    expect((await world.draft(ANNA)).override).toBeNull();
    expect(await choose('les-751', 'x'.repeat(MAX_TEXT))).toEqual(['decision les-751 basis?']);
    // A mistake leaves the choice made before.
    expect(await choose('les-751', '')).toEqual(['decision les-751 reason-needed basis?']);
    expect((await world.draft(ANNA)).override?.reason).toHaveLength(MAX_TEXT);
  });

  it('says how long the reason was, and takes what else was typed', async () => {
    const { answers } = await world.do(ANNA, {
      name: 'intake',
      verb: 'intake.override',
      draftId: null,
      revision: null,
      input: { organisation: 'les-999', reason: 'y'.repeat(4_001), contactName: 'Mette' },
    });
    expect(answers[0]).toMatchObject({
      problems: [
        { field: 'organisation', typed: 'les-999' },
        { field: 'reason', refusal: { params: { max: MAX_TEXT, length: 4_001 } }, typed: 'y'.repeat(4_001) },
      ],
    });
    expect((await world.draft(ANNA)).values.contactName).toBe('Mette');
  });
});

describe('leaving the decision', () => {
  it('edits: the form again, without the other owner', async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', permit);
    await world.intake(ANNA, 'intake.override', { organisation: 'les-751', reason: 'kender dem' });
    expect(await world.intake(ANNA, 'intake.edit')).toEqual(['form']);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'form', asking: null, override: null });
  });

  it('cancels: once', async () => {
    await world.says(ANNA, { name: 'guided' });
    const { id } = await world.draft(ANNA);
    expect(await world.intake(ANNA, 'intake.cancel')).toEqual(['notice cancelled']);
    expect(await draftById(id)).toMatchObject({ state: 'cancelled', asking: null });
    expect(await world.says(ANNA, { name: 'cancel' })).toEqual(['notice nothing-to-cancel']);
  });

  it('begins anew: the first is cancelled', async () => {
    await world.says(ANNA, { name: 'guided' });
    const { id } = await world.draft(ANNA);
    await world.intake(ANNA, 'intake.answer', { companyName: 'Hansen' });
    expect(await world.intake(ANNA, 'intake.restart')).toEqual(['form']);
    expect(await draftById(id)).toMatchObject({ state: 'cancelled', asking: null });
    expect((await world.draft(ANNA)).values).toEqual({});
  });
});

describe('an intake that is over', () => {
  it('shows its case, or that it is over; and can begin a new one', async () => {
    await world.says(ANNA, { name: 'new' });
    const { id } = await world.draft(ANNA);
    await world.says(ANNA, { name: 'cancel' });
    expect(await world.intake(ANNA, 'intake.submit', permit, { draftId: id })).toEqual([
      'refused draft-over',
    ]);
    expect(await world.intake(ANNA, 'intake.restart', {}, { draftId: id })).toEqual(['form']);
    const second = await world.draft(ANNA);
    expect(second.id).not.toBe(id);
    await world.intake(ANNA, 'intake.submit', permit);
    await world.intake(ANNA, 'intake.confirm');
    expect(await world.intake(ANNA, 'intake.submit', permit, { draftId: second.id })).toEqual([
      'case open -',
    ]);
  });

  it('is nobody else’s', async () => {
    await world.says(ANNA, { name: 'new' });
    const { id } = await world.draft(ANNA);
    expect(await world.intake(BO, 'intake.submit', permit, { draftId: id })).toEqual([
      'refused not-your-draft',
    ]);
  });
});

describe('confirming', () => {
  beforeEach(() => world.says(ANNA, { name: 'new' }));

  it('opens the case, and says to whom it was sent', async () => {
    await world.intake(ANNA, 'intake.submit', permit);
    const { id, revision } = await world.draft(ANNA);
    const named = { contactName: 'Mette', consent: 'public-task' };
    expect(await world.intake(ANNA, 'intake.confirm', named, { revision })).toEqual([
      'case open case-created',
    ]);
    const [kase] = await world.cases();
    expect(kase).toMatchObject({ owner: 'les-791', draftId: id, linkedTo: null });
    expect(kase?.values).toMatchObject({ contactName: 'Mette', areas: ['authority-permits'] });
    expect(await draftById(id)).toMatchObject({ state: 'confirmed', asking: null, caseId: kase?.id });
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', exporting);
    const { answers } = await world.do(ANNA, {
      name: 'intake',
      verb: 'intake.confirm',
      draftId: null,
      revision: null,
      input: { consent: 'consent' },
    });
    expect(answers[0]).toMatchObject({
      card: 'case',
      notice: { code: 'case-sent', params: { organisation: 'ehm-midtjylland' } },
    });
  });

  it('needs a basis where the case goes to another organisation', async () => {
    expect(await world.intake(ANNA, 'intake.submit', exporting)).toEqual(['decision ehm-midtjylland basis?']);
    expect(await world.intake(ANNA, 'intake.confirm')).toEqual([
      'decision ehm-midtjylland basis-needed basis?',
    ]);
    expect(await world.cases()).toEqual([]);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'decision', asking: null });
    expect(await world.intake(ANNA, 'intake.submit', { ...exporting, consent: 'consent' })).toEqual([
      'decision ehm-midtjylland',
    ]);
  });

  it('keeps the case here where the company declined sharing', async () => {
    await world.intake(ANNA, 'intake.submit', exporting);
    expect(await world.intake(ANNA, 'intake.confirm', { consent: 'declined' })).toEqual([
      'case open case-kept',
    ]);
    const [kase] = await world.cases();
    expect(kase).toMatchObject({
      owner: 'les-791',
      handovers: [],
      basis: { kind: 'declined' },
      decision: { owner: { organisation: 'ehm-midtjylland' } },
    });
    // So does the form that says so, whoever else was chosen.
    await world.says(ANNA, { name: 'new' });
    expect(await world.intake(ANNA, 'intake.submit', { ...exporting, consent: 'declined' })).toEqual([
      'decision ehm-midtjylland',
    ]);
    await world.intake(ANNA, 'intake.override', { organisation: 'les-751', reason: 'nærmere' });
    expect(await world.intake(ANNA, 'intake.confirm')).toEqual(['case open case-kept']);
    expect((await world.cases()).map(({ owner }) => owner)).toEqual(['les-791', 'les-791']);
  });

  it('of an older card shows the intake as it now is', async () => {
    await world.intake(ANNA, 'intake.submit', permit);
    const { revision } = await world.draft(ANNA);
    await world.intake(ANNA, 'intake.submit', exporting);
    expect(await world.intake(ANNA, 'intake.confirm', { consent: 'consent' }, { revision })).toEqual([
      'decision ehm-midtjylland stale-revision',
    ]);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'decision', values: { consent: 'consent' } });
    expect(await world.cases()).toEqual([]);
  });

  it('without a municipality shows the form', async () => {
    expect(await world.intake(ANNA, 'intake.confirm', { contactName: 'Mette' })).toEqual([
      'form municipality-needed',
    ]);
    expect(await world.draft(ANNA)).toMatchObject({ step: 'form', values: { contactName: 'Mette' } });
  });

  it('links the case to the company’s latest one', async () => {
    await world.intake(ANNA, 'intake.submit', { ...permit, cvr: HANSEN.cvr });
    await world.intake(ANNA, 'intake.confirm');
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { ...permit, cvr: HANSEN.cvr });
    await world.intake(ANNA, 'intake.confirm', { anyway: 'true' });
    const [first, second] = await world.cases();
    expect(second?.linkedTo).toBe(first?.id);
  });
});

describe('a company with a running case', () => {
  const enquiry = { cvr: HANSEN.cvr, areas: 'local-labour-education', description: 'søger lærling' };
  beforeEach(async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { ...permit, cvr: HANSEN.cvr });
    await world.intake(ANNA, 'intake.confirm');
  });
  const begin = async (person: string, input = {}) => {
    await world.says(person, { name: 'new' });
    return world.intake(person, 'intake.submit', { ...enquiry, ...input });
  };

  it('gets the enquiry added to it, with the contact as it was typed', async () => {
    const contact = { contactName: 'Mette', contactPhone: '40411234', contactEmail: 'm@hv.dk' };
    await begin(ANNA, contact);
    const { id } = await world.draft(ANNA);
    const { answers } = await world.do(ANNA, {
      name: 'intake',
      verb: 'intake.confirm',
      draftId: null,
      revision: null,
      input: { consent: 'consent' },
    });
    expect(answers[0]).toMatchObject({ notice: { code: 'done', params: { verb: 'case.add-contact' } } });
    const [kase, ...more] = await world.cases();
    expect(more).toEqual([]);
    expect(kase?.contacts).toMatchObject([
      { text: 'søger lærling', areas: ['local-labour-education'], person: 'Mette 40411234 m@hv.dk' },
    ]);
    expect(await draftById(id)).toMatchObject({ state: 'confirmed', asking: null, caseId: kase?.id });
  });

  it('is shared with its owner on a basis only', async () => {
    expect(await begin(BO)).toEqual(['decision les-791 basis?']);
    expect(await world.intake(BO, 'intake.confirm')).toEqual(['decision les-791 basis-needed basis?']);
    const { revision } = await world.draft(BO);
    // A refusal changes no revision: the open card can be sent again.
    expect(revision).toBe(2);
    expect(await world.intake(BO, 'intake.confirm', { consent: 'consent' })).toEqual([
      'running les-791 done',
    ]);
  });

  it('tells its owner nothing where the company declined: the enquiry is a case here', async () => {
    expect(await begin(BO)).toEqual(['decision les-791 basis?']);
    expect(await world.intake(BO, 'intake.confirm', { consent: 'declined' })).toEqual([
      'case open case-kept',
    ]);
    const [running, kept] = await world.cases();
    expect(running?.contacts).toEqual([]);
    expect(kept).toMatchObject({ owner: 'les-751', linkedTo: running?.id, basis: { kind: 'declined' } });
  });

  it('gets a new case where somebody says so, or has chosen another owner', async () => {
    await begin(ANNA);
    expect(await world.intake(ANNA, 'intake.confirm', { anyway: 'true' })).toEqual([
      'case open case-created',
    ]);
    await begin(ANNA);
    await world.intake(ANNA, 'intake.override', { organisation: 'les-751', reason: 'kender dem' });
    await world.intake(ANNA, 'intake.confirm', { consent: 'consent' });
    expect(await world.cases()).toHaveLength(3);
  });

  it('takes an enquiry of nothing but the contact again', async () => {
    await begin(ANNA, { description: '', areas: '' });
    expect(await world.intake(ANNA, 'intake.confirm')).toEqual(['case open done']);
    const [kase] = await world.cases();
    expect(kase?.contacts).toMatchObject([{ text: null, areas: [], person: null }]);
  });

  it('refuses whoever may register nothing, and nothing of the intake is lost', async () => {
    await begin(ANNA);
    const { id, revision } = await world.draft(ANNA);
    await world.unitOfWork.run(async (stores) => {
      const person = await stores.people.get(ANNA);
      if (person)
        await stores.people.save({
          ...person,
          memberships: [{ organisation: 'les-791', roles: ['auditor'] }],
        });
    });
    expect(await world.intake(ANNA, 'intake.confirm')).toEqual(['refused not-yours']);
    expect(await draftById(id)).toMatchObject({ state: 'active', revision });
    expect((await world.cases())[0]?.contacts).toEqual([]);
  });

  it('is refused after sixty contacts in an hour', async () => {
    await world.unitOfWork.run(async (stores) => {
      for (let i = 0; i < 60; i++) await stores.marks.add(ANNA, 'contact', world.clock.now());
    });
    await begin(ANNA);
    expect(await world.intake(ANNA, 'intake.confirm')).toEqual(['refused too-often']);
    expect(await world.draft(ANNA)).toMatchObject({ state: 'active' });
  });
});

describe('what is shown of an intake', () => {
  const answerOf = async (verb: IntakeVerb, input: RawInput = {}, draftId: string | null = null) => {
    const { answers } = await world.do(ANNA, { name: 'intake', verb, draftId, revision: null, input });
    return answers[0];
  };

  it('names the field of each problem', async () => {
    await world.says(ANNA, { name: 'new' });
    expect(await answerOf('intake.submit', {})).toMatchObject({
      problems: [{ field: 'municipality', typed: '' }],
    });
    await world.intake(ANNA, 'intake.submit', exporting);
    expect(await answerOf('intake.override', {})).toMatchObject({
      problems: [
        { field: 'organisation', typed: '' },
        { field: 'reason', typed: '' },
      ],
    });
    expect(await answerOf('intake.confirm', { consent: '' })).toMatchObject({
      problems: [{ field: 'consent', typed: '' }],
    });
  });

  it('is a question without help, unless help was asked for', async () => {
    await world.says(ANNA, { name: 'guided' });
    expect(await answerOf('intake.answer', { cvr: '' })).toMatchObject({
      kind: 'question',
      help: false,
      problem: null,
    });
  });

  it('says what state an intake is in that is over', async () => {
    await world.says(ANNA, { name: 'new' });
    const { id } = await world.draft(ANNA);
    await world.says(ANNA, { name: 'cancel' });
    expect(await answerOf('intake.submit', {}, id)).toEqual({
      kind: 'refused',
      refusal: { code: 'draft-over', params: { state: 'cancelled' } },
    });
  });

  it('adds to a running case what there is of needs and contact', async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { ...permit, cvr: HANSEN.cvr });
    await world.intake(ANNA, 'intake.confirm');
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', {
      cvr: HANSEN.cvr,
      areas: 'local-labour-education,premises-sites',
      contactName: 'Mette',
      contactEmail: 'm@hv.dk',
      consent: 'public-task',
    });
    await world.intake(ANNA, 'intake.confirm');
    expect((await world.cases())[0]?.contacts).toMatchObject([
      { areas: ['local-labour-education', 'premises-sites'], person: 'Mette m@hv.dk' },
    ]);
  });

  it('says of which field the basis is, where an enquiry is added elsewhere', async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { ...permit, cvr: HANSEN.cvr });
    await world.intake(ANNA, 'intake.confirm');
    await world.says(BO, { name: 'new' });
    await world.intake(BO, 'intake.submit', { cvr: HANSEN.cvr, areas: 'local-labour-education' });
    const confirm = async (input: RawInput) =>
      (await world.do(BO, { name: 'intake', verb: 'intake.confirm', draftId: null, revision: null, input }))
        .answers[0];
    expect(await confirm({})).toMatchObject({ problems: [{ field: 'consent', typed: '' }] });
  });
});
