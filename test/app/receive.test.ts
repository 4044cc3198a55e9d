import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBudget } from '../../src/app/deadline.ts';
import type { Inbound } from '../../src/app/inbound.ts';
import type { Stores, UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { Command } from '../../src/core/command.ts';
import { act, caseNow, channelOf, logCase } from '../loop/loop-world.ts';
import { type AppWorld, HANSEN, openAppWorld, wordsOf } from './app-world.ts';

const ANNA = 'anna-holm';
const CPR = '0412881234';
const permit = { municipality: '791', stage: 'established', areas: 'authority-permits' };

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

const intake = (
  verb: Extract<Command, { name: 'intake' }>['verb'],
  input = {},
  draftId: string | null = null,
) => ({ name: 'intake', verb, draftId, revision: null, input }) as const;
const says = async (command: Command, more: Partial<Inbound> = {}, person = ANNA) =>
  wordsOf(await world.do(person, command, more));

describe('a delivery that came before', () => {
  const twice = async (command: Command, more: Partial<Inbound> = {}) => {
    const delivery = { deliveryId: `same ${JSON.stringify(command)}`, ...more };
    return [await says(command, delivery), await says(command, delivery)];
  };

  it('of something under way shows how it now stands, and begins nothing', async () => {
    expect(await twice({ name: 'new' })).toEqual([['form'], ['form']]);
    const { id, revision } = await world.draft(ANNA);
    expect(revision).toBe(1);
    expect(await twice({ name: 'guided' })).toEqual([['question company'], ['question company']]);
    expect(await twice(intake('intake.answer', { cvr: '' }))).toEqual([
      ['question municipality'],
      ['question municipality'],
    ]);
    expect(await twice({ name: 'correct', field: 'municipality', value: 'Viborg' })).toEqual([
      ['question areas'],
      ['question areas'],
    ]);
    expect(await twice({ name: 'back' })).toEqual([['question company'], ['question company']]);
    expect(await twice({ name: 'say', text: 'Jensen Byg' })).toEqual([
      ['question areas'],
      ['question areas'],
    ]);
    const now = await world.draft(ANNA);
    expect(now.id).toBe(id);
    world.clock.pass(1);
    expect(await twice({ name: 'log', text: 'vil bygge' })).toEqual([
      ['notice draft-set-aside', 'question company'],
      ['question company'],
    ]);
    expect(await world.draft(ANNA)).toMatchObject({ revision: 2 });
  });

  it('of something that is over welcomes, or shows what came of it', async () => {
    expect(await twice({ name: 'cancel' })).toEqual([['notice nothing-to-cancel'], ['notice already-done']]);
    await says({ name: 'new' }, { deliveryId: 'the first' });
    const { id } = await world.draft(ANNA);
    await says(intake('intake.submit', permit));
    expect(await twice(intake('intake.confirm', {}, id))).toEqual([
      ['case open case-created'],
      ['case open -'],
    ]);
    expect(await world.cases()).toHaveLength(1);
    expect(await says({ name: 'new' }, { deliveryId: 'the first' })).toEqual(['welcome']);
    expect(await twice(intake('intake.confirm'))).toEqual([['refused no-draft'], ['refused no-draft']]);
    await says({ name: 'new' });
    const other = await world.draft(ANNA);
    const submit = intake('intake.submit', permit, other.id);
    await says(submit, { deliveryId: 'elsewhere' });
    expect(await says(submit, { deliveryId: 'elsewhere' }, 'bo-krogh')).toEqual(['refused no-draft']);
    await says({ name: 'cancel' });
    expect(await says(submit, { deliveryId: 'elsewhere' })).toEqual(['refused draft-over']);
  });

  it('of a verb on a case shows the case', async () => {
    const { id } = await logCase(world, ANNA);
    const accept: Command = {
      name: 'case-action',
      verb: 'handover.accept',
      caseId: id,
      revision: null,
      input: {},
    };
    const delivery = { deliveryId: 'accept' };
    expect(await says(accept, delivery, 'carla-winther')).toEqual(['case open done']);
    const { revision } = await caseNow(world, id);
    expect(await says(accept, delivery, 'carla-winther')).toEqual(['case open -']);
    expect((await caseNow(world, id)).revision).toBe(revision);
  });

  it('of an office’s channel or a choice says that it is done', async () => {
    const conversation = { ...channelOf('les-740'), id: 'new' };
    expect(await twice({ name: 'connect', organisation: 'les-791' }, { conversation })).toEqual([
      ['notice connected'],
      ['notice already-done'],
    ]);
    expect(await twice({ name: 'disconnect' }, { conversation })).toEqual([
      ['notice disconnected'],
      ['notice already-done'],
    ]);
    expect(await twice({ name: 'admit', person: 'Sofie' })).toEqual([
      ['refused nobody-asked'],
      ['notice already-done'],
    ]);
    expect(await twice({ name: 'act-as', organisation: 'les-791' })).toEqual([
      ['notice acting-as'],
      ['notice already-done'],
    ]);
  });

  it('of a question is answered again', async () => {
    const { id } = await logCase(world, ANNA);
    for (const [command, words] of [
      [{ name: 'cases' }, 'cases mine 1/1 page 1/1'],
      [{ name: 'case', caseId: id }, 'case offered -'],
      [{ name: 'help' }, 'help'],
      [{ name: 'greet' }, 'welcome'],
      [{ name: 'settings' }, 'settings'],
      [{ name: 'unreadable', problem: 'x' }, 'refused unreadable'],
    ] as const) {
      expect(await twice(command)).toEqual([[words], [words]]);
    }
  });

  it('of a choice of language changes it no second time', async () => {
    const language = async (deliveryId: string, chosen: 'da' | 'en') =>
      (await world.do(ANNA, { name: 'language', language: chosen }, { deliveryId })).language;
    expect(await language('one', 'en')).toBe('en');
    expect(await language('two', 'da')).toBe('da');
    expect(await language('one', 'en')).toBe('en');
    expect((await world.do(ANNA, { name: 'help' })).language).toBe('en');
  });
});

describe('an edit', () => {
  const now = () => world.clock.now();
  const edit = (of: string, sentAt: string | null, deliveryId: string) => ({
    deliveryId,
    edit: { of, sentAt },
  });
  const HELP: Command = { name: 'help' };

  it('is carried out where the message itself never came, once', async () => {
    expect(await says(HELP, edit('message', now(), 'edit'))).toEqual(['help']);
    expect(await world.do(ANNA, HELP, edit('message', now(), 'edit'))).toEqual({
      answers: [],
      language: 'da',
    });
    expect(await says(HELP, edit('message', now(), 'edit 2'))).toEqual(['refused edit-does-nothing']);
  });

  it('of a message that came is not: what that did stands', async () => {
    await says(HELP, { deliveryId: 'd', messageKey: 'message' });
    expect(await says({ name: 'new' }, edit('message', now(), 'edit'))).toEqual([
      'refused edit-does-nothing',
    ]);
    await expect(world.draft(ANNA)).rejects.toThrow();
  });

  it('of a message of five days ago or more is not, though the inbox has forgotten it', async () => {
    const daysAgo = (days: number) => new Date(Date.parse(now()) - days * 86_400_000 + 1).toISOString();
    expect(await says(HELP, edit('a', daysAgo(5), 'edit a'))).toEqual(['help']);
    expect(
      await says(HELP, edit('b', new Date(Date.parse(now()) - 5 * 86_400_000).toISOString(), 'edit b')),
    ).toEqual(['refused edit-does-nothing']);
    expect(await says(HELP, edit('c', null, 'edit c'))).toEqual(['help']);
  });

  it('delivered again says nothing of what was taken out of it either', async () => {
    const said = { name: 'log', text: `Hansen ${CPR}` } as const;
    expect((await says(said, edit('m', now(), 'e')))[0]).toBe('notice cpr-removed');
    expect((await world.do(ANNA, said, edit('m', now(), 'e'))).answers).toEqual([]);
  });
});

describe('CPR numbers', () => {
  it('are removed from every word, counted, and where they stand in the chat said to be deleted', async () => {
    const reply = await world.do(ANNA, { name: 'log', text: `Hansen ${CPR}` });
    expect(reply.answers[0]).toMatchObject({ notice: { code: 'cpr-removed', params: { count: 1 } } });
    expect(JSON.stringify(await world.draft(ANNA))).not.toContain(CPR);
    const again = await world.do(ANNA, { name: 'say', text: `${CPR} og ${CPR}` }, { standsInChat: true });
    expect(again.answers[0]).toMatchObject({
      notice: { code: 'cprs-removed-from-message', params: { count: 2 } },
    });
    expect((await says({ name: 'help' })).join()).not.toContain('cpr');
  });

  it('that stand beside the words are counted with them', async () => {
    const aside = {
      leftOut: ['signature'],
      contact: { contactName: CPR },
      unread: CPR,
    } as never as Inbound['aside'];
    expect((await says({ name: 'log', text: `Hansen ${CPR}` }, { aside }))[0]).toBe('notice cprs-removed');
    expect(await says({ name: 'log', text: 'Hansen' }, { aside })).toContain('notice cpr-removed');
  });

  it('that only the words of two turns make together are counted too', async () => {
    await says({ name: 'new' });
    await says(intake('intake.submit', { ...permit, contactName: 'Ole 041288' }));
    expect(await says(intake('intake.submit', { ...permit, companyName: '1234' }))).toEqual([
      'notice cpr-removed',
      'decision les-791 basis?',
    ]);
  });

  it('in the name that a person goes by there are masked', async () => {
    world.roster = () => ({ standing: 'member' });
    const person = { identity: 'teams:t:x', name: `Sofie ${CPR}`, guest: false, locale: null };
    await says({ name: 'cases' }, { person, conversation: channelOf('les-791') });
    const known = await world.unitOfWork.read((stores) => stores.people.get('teams:t:x'));
    expect(known?.name).toContain('Sofie');
    expect(known?.name).not.toContain(CPR);
  });
});

describe('what a command looks up', () => {
  it('is looked up for whoever may act, and for an intake that is theirs', async () => {
    const lookup = (draftId: string | null) => intake('intake.lookup', { cvr: HANSEN.cvr }, draftId);
    await says({ name: 'new' });
    const { id } = await world.draft(ANNA);
    const stranger = { person: { identity: 'teams:t:x', name: 'X', guest: true, locale: null } };
    expect(await says(lookup(null), stranger)).toEqual(['refused guest']);
    expect(await says(lookup(id), {}, 'bo-krogh')).toEqual(['refused not-your-draft']);
    expect(world.askedRegister).toEqual([]);
    await says(lookup(id));
    expect(world.askedRegister).toEqual([HANSEN.cvr]);
    expect(await says(lookup('gone'))).toEqual(['refused no-draft']);
    expect(world.askedRegister).toEqual([HANSEN.cvr, HANSEN.cvr]);
  });

  it('of a new line leaves the intake under way out', async () => {
    await says({ name: 'new' });
    await says(intake('intake.lookup', { cvr: HANSEN.cvr }));
    world.understood = () => ({ entities: { cvr: HANSEN.cvr } });
    await says({ name: 'log', text: '25313763 igen' });
    expect(world.askedRegister).toEqual([HANSEN.cvr, HANSEN.cvr]);
    // A line that goes on with it does not ask what the register has said.
    await says({ name: 'say', text: '25313763 igen' });
    expect(world.askedRegister).toHaveLength(2);
  });

  it('is said to be unknown with the decision where the CRM did not answer', async () => {
    world.crmAnswers = false;
    await says({ name: 'new' });
    expect(await says(intake('intake.lookup', { cvr: HANSEN.cvr }))).toEqual(['form']);
    expect(await says(intake('intake.submit', { ...permit, cvr: HANSEN.cvr }))).toEqual([
      'notice crm-silent',
      'decision les-791',
    ]);
    world.crmAnswers = true;
    expect(await says(intake('intake.submit', { ...permit, cvr: HANSEN.cvr }))).toEqual(['decision les-791']);
  });

  it('takes no longer than the turn has', async () => {
    await says({ name: 'new' });
    const budget = startBudget(world.clock, 0);
    const looking = says(intake('intake.lookup', { cvr: HANSEN.cvr }), { budget });
    expect(await looking).toEqual(['form']);
  });
});

describe('somebody who saves in between', () => {
  const conflicting = async (times: number) => {
    await world.close();
    let left = times;
    const wrap = (inner: UnitOfWork): UnitOfWork => ({
      ...inner,
      run: (work) =>
        inner.run((stores) => {
          const cases = {
            ...stores.cases,
            update: async (...given: Parameters<Stores['cases']['update']>) => {
              if (left > 0) {
                left -= 1;
                return false;
              }
              return stores.cases.update(...given);
            },
          };
          return work({ ...stores, cases });
        }),
    });
    world = await openAppWorld({ wrap });
    const { id } = await logCase(world, ANNA);
    return () => act(world, 'carla-winther', id, 'handover.accept').then(wordsOf);
  };

  it('makes the turn begin again, up to five times', async () => {
    const accept = await conflicting(4);
    expect(await accept()).toEqual(['case open done']);
  });

  it('is a fault where it never ends', async () => {
    const accept = await conflicting(5);
    await expect(accept()).rejects.toThrow('changed by somebody else');
    expect(await accept()).toEqual(['case open done']);
  });
});

describe('help', () => {
  it('asks the question of the guide again, and says nothing more elsewhere', async () => {
    expect(await says({ name: 'help' })).toEqual(['help']);
    await says({ name: 'guided' });
    const { answers } = await world.do(ANNA, { name: 'help' });
    expect(answers).toMatchObject([{ kind: 'help' }, { kind: 'question', question: 'company', help: true }]);
    await says({ name: 'new' });
    expect(await says({ name: 'help' })).toEqual(['help']);
  });
});

describe('a greeting', () => {
  it('is answered, unless it was all that was left of a quote', async () => {
    expect(await says({ name: 'greet' })).toEqual(['welcome']);
    const aside = { leftOut: ['quote'], contact: {}, unread: '' } as never as Inbound['aside'];
    expect(await says({ name: 'greet' }, { aside })).toEqual(['refused only-quoted']);
    const none = { leftOut: [], contact: {}, unread: '' } as never as Inbound['aside'];
    expect(await says({ name: 'greet' }, { aside: none })).toEqual(['welcome']);
  });
});

describe('a click on a card', () => {
  it('says that the card has arrived', async () => {
    const { id } = await logCase(world, ANNA);
    const conversation = channelOf('ehm-midtjylland');
    const post = {
      id: 'post',
      about: id,
      card: 'handover',
      organisation: 'ehm-midtjylland',
      person: null,
      conversation,
      messageId: null,
      shownRevision: 1,
    } as const;
    const messageId = () =>
      world.unitOfWork.read(async (stores) => (await stores.posts.get('post'))?.messageId);
    for (const command of [
      { name: 'case', caseId: id },
      { name: 'case-action', verb: 'handover.accept', caseId: id, revision: null, input: {} },
    ] as const) {
      await world.unitOfWork.run((stores) => stores.posts.save(post));
      await says(command, { conversation, cardMessageId: 'm1' }, 'carla-winther');
      expect(await messageId()).toBe('m1');
    }
    await world.unitOfWork.run((stores) => stores.posts.save(post));
    await says({ name: 'help' }, { conversation, cardMessageId: 'm1' }, 'carla-winther');
    expect(await messageId()).toBeNull();
  });
});
