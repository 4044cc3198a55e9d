import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../../dialogs/commands.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** A line that names a setting of the office and a field of an enquiry: whose it is, is settled by what the person is doing. */

const ANNA = 'anna-holm';
let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

const changed = async () =>
  (await world.unitOfWork.read(({ settings }) => settings.all())).map(({ key }) => key);

describe.each([
  ['set phone 40 41 12 34', 'contactPhone', '40411234', 'phone'],
  ['indstil telefon: 40 41 12 34', 'contactPhone', '40411234', 'phone'],
  ['indstil tlf 40411234', 'contactPhone', '40411234', 'phone'],
  ['set email ole@bak.example', 'contactEmail', 'ole@bak.example', 'email'],
  ['indstil mail ole@bak.example', 'contactEmail', 'ole@bak.example', 'email'],
] as const)('%s', (line, field, value, key) => {
  it('is the enquiry’s while one is under way, and says how the office’s is changed', async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { municipality: '791', areas: 'csr' });
    const [said] = await world.says(ANNA, readCommand(line));
    expect(said).toBe('notice read-as-field');
    expect((await world.draft(ANNA)).values[field]).toBe(value);
    expect(await changed()).toEqual([]);
  });

  it('is the office’s where no enquiry is under way', async () => {
    await world.says(ANNA, readCommand(line));
    expect(await changed()).toEqual([key]);
  });
});

describe('a name or an address', () => {
  it.each(['set name Hansen VVS', 'indstil navn Hansen VVS', 'indstil adresse Torvet 1'])(
    'is asked about while an enquiry is under way: %s',
    async (line) => {
      await world.says(ANNA, { name: 'new' });
      await world.intake(ANNA, 'intake.submit', { municipality: '791', areas: 'csr' });
      expect(await world.says(ANNA, readCommand(line))).toEqual(['refused setting-or-field']);
      expect(await changed()).toEqual([]);
    },
  );
});

describe('the office’s setting', () => {
  it.each([
    'change setting phone 87 12 34 56',
    'ændr indstilling telefon 87 12 34 56',
    'set office phone 87 12 34 56',
  ])('is changed beside an enquiry where the line says so: %s', async (line) => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { municipality: '791', areas: 'csr' });
    await world.says(ANNA, readCommand(line));
    expect(await changed()).toEqual(['phone']);
    expect((await world.draft(ANNA)).values.contactPhone).toBeUndefined();
  });

  it('is changed beside an enquiry where no field has its name', async () => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { municipality: '791', areas: 'csr' });
    await world.says(ANNA, readCommand('indstil svarfrist 24'));
    expect(await changed()).toEqual(['answerByHours']);
  });
});
