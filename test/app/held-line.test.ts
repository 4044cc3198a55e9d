import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';
import { readTalk } from '../../dialogs/talk/read-talk.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { createDanishCalendar } from '../../src/calendar/danish-calendar.ts';
import type { Person } from '../../src/core/person.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { runHourlyJobs } from '../../src/worker/hourly-jobs.ts';
import { type AppWorld, openAppWorld, wordsOf } from './app-world.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** What a person of several organisations types before they have said for which they act. */

const GITTE: Person = {
  id: 'gitte',
  name: 'Gitte Bak',
  identities: ['teams:t:gitte'],
  memberships: [
    { organisation: 'les-791', roles: ['consultant'] },
    { organisation: 'ehm-midtjylland', roles: ['consultant'] },
  ],
};
const LINE = 'Madsen Møbler, Viborg, vil sælge til Tyskland, 22 33 44 55';
let world: AppWorld;
/** How many transactions are still committed before the process dies. */
let commits: number;
const dying = (inner: UnitOfWork): UnitOfWork => ({
  ...inner,
  run: (work) => (commits-- > 0 ? inner.run(work) : Promise.reject(new Error('died'))),
});
beforeEach(async () => {
  const people = [GITTE];
  commits = Number.POSITIVE_INFINITY;
  world = await openAppWorld({
    store: 'maps',
    people,
    language,
    readTalk,
    wrap: dying,
  });
  await world.unitOfWork.run((stores) => stores.people.save(GITTE));
});
afterEach(() => world.close());
const type = (text: string) => world.says('gitte', readCommand(text));

describe('a line of somebody in several organisations', () => {
  it.each(['som LES Viborg', 'som les-791', 'LES Viborg', 'viborg', 'as LES Viborg'])(
    'goes on when they choose: %s',
    async (choice) => {
      expect(await type(LINE)).toEqual(['refused choose-organisation']);
      expect(await type(choice)).toEqual(['notice acting-as', expect.stringMatching(/^question|^decision/)]);
      expect(await world.draft('gitte')).toMatchObject({
        organisation: 'les-791',
        values: { companyName: 'Madsen Møbler', description: LINE },
      });
    },
  );

  it('goes on by the button of an organisation, as it does by a line', async () => {
    await type(LINE);
    const chosen = await world.says('gitte', { name: 'act-as', organisation: 'ehm-midtjylland' });
    expect(chosen).toEqual(['notice acting-as', expect.stringMatching(/^question|^decision/)]);
    expect(await world.draft('gitte')).toMatchObject({ organisation: 'ehm-midtjylland' });
  });

  it('goes on once, and only the last one does', async () => {
    await type('ny');
    await type('sager kontor');
    expect(await type('som LES Viborg')).toEqual(['notice acting-as', 'cases office 0/0 page 1/1']);
    expect(await type('som LES Viborg')).toEqual(['notice acting-as']);
  });

  it('is not taken for a choice where it is none', async () => {
    await type(LINE);
    expect(await type('Aarhus')).toEqual(['refused choose-organisation']);
    expect(await type('som LES Aarhus')).toEqual(['refused not-a-member']);
    expect(await type('som LES Viborg')).toEqual([
      'notice acting-as',
      expect.stringMatching(/^question|^decision/),
    ]);
    expect((await world.draft('gitte')).values.description).toBe(LINE);
  });

  it('is joined by the message that comes after it, however it was typed', async () => {
    await type(LINE);
    await type('og de søger også et netværk');
    await type('log de vil have besøg');
    await type('som LES Viborg');
    expect((await world.draft('gitte')).values.description).toBe(
      `${LINE}\nog de søger også et netværk\nde vil have besøg`,
    );
  });

  it('keeps its place where a command without words follows, and takes the place of one', async () => {
    await type('ny');
    await type(LINE);
    await type('sager');
    await type('hjælp');
    await type('som LES Viborg');
    expect((await world.draft('gitte')).values.description).toBe(LINE);
  });

  it('is not held twice where the delivery is repeated, before or after it was carried out', async () => {
    const first = { deliveryId: 'first' };
    await world.do('gitte', readCommand(LINE), first);
    await world.do('gitte', readCommand(LINE), first);
    await type('som LES Viborg');
    expect((await world.draft('gitte')).values.description).toBe(LINE);
    expect(await world.unitOfWork.read((stores) => stores.people.held('gitte'))).toBeUndefined();
  });

  it('has no CPR number that was split over two messages', async () => {
    await type(`${LINE}, cpr 170263`);
    const said = await type('4127 hedder ejeren');
    expect(said).toEqual(['notice cpr-removed', 'refused choose-organisation']);
    const held = await world.unitOfWork.read((stores) => stores.people.held('gitte'));
    expect(JSON.stringify(held)).toContain('Madsen Møbler');
    expect(JSON.stringify(held)).not.toContain('4127');
  });

  it('keeps the sender of the mail, whichever message it was', async () => {
    const aside = { leftOut: [], contact: { contactName: 'Mette Vinter' }, unread: '' };
    await world.do('gitte', readCommand(LINE), { aside });
    await type('og de søger også et netværk');
    await type('som LES Viborg');
    expect((await world.draft('gitte')).values.contactName).toBe('Mette Vinter');
  });

  it.each(['som LES Viborg', 'viborg'])(
    'is kept where the process dies between the choice and the line, and goes on once when the choice comes again: %s',
    async (choice) => {
      await type(LINE);
      const choose = () => world.do('gitte', readCommand(choice), { deliveryId: 'choice' });
      const again = async () => wordsOf(await choose());
      commits = 1;
      await expect(again()).rejects.toThrow('died');
      commits = Number.POSITIVE_INFINITY;
      expect(await again()).toEqual(['notice acting-as', expect.stringMatching(/^question|^decision/)]);
      const { id } = await world.draft('gitte');
      await again();
      expect((await world.draft('gitte')).id).toBe(id);
      expect(await world.unitOfWork.read((stores) => stores.people.held('gitte'))).toBeUndefined();
    },
  );

  it('goes on with the sender of the mail that it was', async () => {
    const aside = { leftOut: [], contact: { contactName: 'Mette Vinter' }, unread: '' };
    await world.do('gitte', readCommand(LINE), { aside });
    await type('som LES Viborg');
    expect((await world.draft('gitte')).values.contactName).toBe('Mette Vinter');
  });

  it('is forgotten after an hour, and by the hourly jobs', async () => {
    await type(LINE);
    world.clock.pass(1.1);
    expect(await type('som LES Viborg')).toEqual(['notice acting-as']);
    await world.unitOfWork.run((stores) =>
      stores.people.hold('gitte', { at: world.clock.now(), command: { name: 'new' } }),
    );
    const jobs = () =>
      runHourlyJobs(
        { unitOfWork: world.unitOfWork, calendar: createDanishCalendar(), rosters: new Map() },
        world.clock.now(),
      );
    const held = () => world.unitOfWork.read((stores) => stores.people.held('gitte'));
    await jobs();
    expect(await held()).toMatchObject({ command: { name: 'new' } });
    world.clock.pass(1.1);
    await jobs();
    expect(await held()).toBeUndefined();
  });
});
