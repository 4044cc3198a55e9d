import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { Command, IntakeVerb } from '../../src/core/command.ts';
import { channelOf, type LoopWorld, logCase, openLoopWorld } from '../loop/loop-world.ts';

/** How many transactions a turn of each kind opens: a writing one holds the store's lock against every other turn. */

let opened: ('read' | 'write')[];
const counting = (inner: UnitOfWork): UnitOfWork => ({
  run(work) {
    opened.push('write');
    return inner.run(work);
  },
  read(work) {
    opened.push('read');
    return inner.read(work);
  },
});

let world: LoopWorld;
beforeEach(async () => {
  opened = [];
  world = await openLoopWorld({ bound: ['les-791'], wrap: counting });
});
afterEach(() => world.close());

async function transactionsOf(command: Command, more: Parameters<LoopWorld['do']>[2] = {}) {
  opened = [];
  await world.do('anna-holm', command, more);
  return opened;
}

const named = (...commands: readonly Command[]) =>
  commands.map((command) => [command.name === 'intake' ? command.verb : command.name, command] as const);

const intake = (verb: IntakeVerb, input = {}): Command => ({
  name: 'intake',
  verb,
  draftId: null,
  revision: null,
  input,
});

describe('a turn that looks nothing up', () => {
  it.each(
    named(
      { name: 'new' },
      { name: 'guided' },
      { name: 'cases' },
      { name: 'help' },
      { name: 'greet' },
      { name: 'back' },
      { name: 'cancel' },
      { name: 'connect', organisation: 'les-791' },
      { name: 'disconnect' },
      { name: 'admit', person: 'Sofie' },
      { name: 'language', language: 'en' },
      { name: 'act-as', organisation: 'les-791' },
      { name: 'unreadable', problem: 'none' },
      intake('intake.cancel'),
      intake('intake.restart'),
      intake('intake.edit'),
    ),
  )('is one transaction: %s', async (_, command) => {
    await world.do('anna-holm', { name: 'new' });
    expect(await transactionsOf(command)).toEqual(['write']);
  });

  it('is one transaction on a case too', async () => {
    const kase = await logCase(world, 'anna-holm');
    expect(await transactionsOf({ name: 'case', caseId: kase.id })).toEqual(['write']);
    const contacted = { name: 'case-action', verb: 'case.contacted', caseId: kase.id } as const;
    expect(await transactionsOf({ ...contacted, revision: null, input: {} })).toEqual(['write']);
  });
});

describe('a turn that looks something up', () => {
  it.each(
    named(
      { name: 'log', text: 'Hansen VVS vil eksportere' },
      { name: 'say', text: 'Hansen VVS vil eksportere' },
      { name: 'correct', field: 'municipality', value: '791' },
      intake('intake.submit', { municipality: '791' }),
      intake('intake.answer', { municipality: '791' }),
      intake('intake.lookup', { cvr: '25313763' }),
      intake('intake.guided'),
      intake('intake.override'),
      intake('intake.resume'),
      intake('intake.confirm'),
      intake('intake.back'),
    ),
  )('reads before it, and writes after it: %s', async (_, command) => {
    await world.do('anna-holm', { name: 'new' });
    expect(await transactionsOf(command)).toEqual(['read', 'write']);
  });
});

describe('a turn that must ask a roster who acts', () => {
  const inChannel = { conversation: channelOf('les-791'), audience: 'conversation' } as const;
  const asStranger = {
    ...inChannel,
    person: { identity: 'teams:home:new', name: 'Nina Ny', guest: false, locale: null },
  };

  it('begins again with the answer, and looks up after it', async () => {
    expect(await transactionsOf({ name: 'new' }, asStranger)).toEqual(['write', 'write']);
    const other = { ...asStranger, person: { ...asStranger.person, identity: 'teams:home:other' } };
    const log: Command = { name: 'log', text: 'Hansen VVS vil eksportere' };
    expect(await transactionsOf(log, other)).toEqual(['read', 'read', 'write']);
  });

  it('remembers the member in the writing transaction alone', async () => {
    await transactionsOf({ name: 'log', text: 'Hansen VVS vil eksportere' }, asStranger);
    const found = await world.unitOfWork.read((stores) => stores.people.byIdentity('teams:home:new'));
    expect(found?.memberships).toMatchObject([{ organisation: 'les-791', roles: ['consultant'] }]);
  });
});
