import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AREAS, DEPTHS } from '../../src/core/vocabulary.ts';
import { runWith } from './cli-world.ts';

/** `indgang classify`: the text that a consultant types, and what is understood of it. */

const LINE = 'Hansen VVS cvr 25313763 viborg 12 ansatte vil sælge til Tyskland, ring 40411234';
const NEED = z.strictObject({
  area: z.enum(AREAS),
  confidence: z.number().min(0).max(1),
  depth: z.enum(DEPTHS).optional(),
  because: z.array(z.string()),
});
const json = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('indgang classify', () => {
  it('prints what the contract names for a text, and nothing else', async () => {
    const { status, out, errors } = await runWith(['classify', LINE, '--json']);
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    const [understood] = json(out);
    expect(Object.keys(understood ?? {})).toEqual([
      'text',
      'cprRemoved',
      'language',
      'areas',
      'chosen',
      'offered',
      'crisis',
      'entities',
    ]);
    expect(understood).toMatchObject({
      text: LINE,
      cprRemoved: 0,
      language: 'da',
      crisis: false,
      entities: {
        companyName: 'Hansen VVS',
        cvr: '25313763',
        municipality: '791',
        employees: 12,
        contactPhone: '40411234',
      },
    });
    const areas = z.array(NEED).min(1).parse(understood?.areas);
    expect(areas[0]?.area).toBe('internationalisation');
    expect(areas.map(({ confidence }) => confidence)).toEqual(
      areas.map(({ confidence }) => confidence).sort((a, b) => b - a),
    );
  });

  it('reads one text an argument, and one a line from the standard input, empty lines left out', async () => {
    const texts = ['vi vil sælge til Norge', 'we need a patent'];
    const byArgument = await runWith(['classify', ...texts, '--json']);
    const byLine = await runWith(['classify', '-', '--json'], { '-': `${texts.join('\r\n\n')}\n` });
    const bare = await runWith(['classify', '--json'], { '-': texts.join('\n') });
    expect(json(byArgument.out).map(({ text }) => text)).toEqual(texts);
    expect(byLine).toEqual(byArgument);
    expect(bare).toEqual(byArgument);
    expect(json(byArgument.out).map(({ language }) => language)).toEqual(['da', 'en']);
  });

  it('never prints a CPR number, and says that it removed one', async () => {
    const text = 'ejeren 010270-1234 vil sælge firmaet';
    const machine = await runWith(['classify', text, '--json']);
    const person = await runWith(['classify', text]);
    expect(json(machine.out)[0]).toMatchObject({
      text: 'ejeren ██████-████ vil sælge firmaet',
      cprRemoved: 1,
    });
    expect(person.out.join('\n')).toContain('1 CPR number removed');
    expect([...machine.out, ...person.out].join('\n')).not.toMatch(/010270|1234/);
  });

  it('shows a person the needs, the words that decided and what was read', async () => {
    const { out } = await runWith(['classify', LINE]);
    expect(out.join('\n')).toMatch(/(chosen|offered) +\d\.\d\d +internationalisation.*Tyskland/);
    expect(out.join('\n')).toContain('municipality 791 (Viborg)');
  });

  it('says of words without a need that the bot would ask', async () => {
    const { out } = await runWith(['classify', 'xyzzy']);
    expect(out.join('\n')).toContain('the bot would ask');
  });

  it.each([
    ['an empty text, the others still told', ['', 'eksport'], undefined, /text 1: is empty/, 1],
    ['an empty standard input', ['-'], ' \n', /stdin: is empty/, 0],
    ['texts and the standard input together', ['eksport', '-'], 'x', /-: stands alone/, 0],
    ['an option that there is not', ['--loud', 'eksport'], undefined, /--loud/, 0],
  ])('refuses %s with one line and status 2', async (_, argv, input, said, outputs) => {
    const { status, out, errors } = await runWith(
      ['classify', ...argv],
      input === undefined ? {} : { '-': input },
    );
    expect(status).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(said);
    expect(out).toHaveLength(outputs);
  });

  it('takes a text that is a command after --', async () => {
    const { status, out } = await runWith(['classify', '--json', '--', 'learn']);
    expect(status).toBe(0);
    expect(json(out)[0]).toMatchObject({ text: 'learn' });
  });
});

describe('text as people paste it', () => {
  it('is read by its own words, with what was left out named on stderr', async () => {
    const mail =
      'Fra: Jens Hansen <jens@x.dk>\nEmne: Hjælp\n\nHej\n\nVi vil gerne eksportere.\n\nMvh\nJens Hansen';
    const { out, errors, status } = await runWith([
      'classify',
      mail,
      '> gammelt citat\nvi vil sælge',
      '--json',
    ]);
    expect(status).toBe(0);
    expect(json(out)).toMatchObject([
      {
        text: 'Vi vil gerne eksportere.',
        entities: { contactName: 'Jens Hansen', contactEmail: 'jens@x.dk' },
      },
      { text: 'vi vil sælge' },
    ]);
    expect(errors).toEqual([
      expect.stringContaining("text 1: not the writer's own words, left out: headers, greeting, signature"),
      expect.stringContaining("text 2: not the writer's own words, left out: quote"),
    ]);
  });

  it('is accepted with a byte-order mark, entities and marks that are not seen', async () => {
    const { out } = await runWith(['classify', '-', '--json'], {
      '-': '\ufeffS&oslash;rens VVS cvr 2531\u200b3763\n',
    });
    expect(json(out)).toMatchObject([{ text: 'Sørens VVS cvr 25313763', entities: { cvr: '25313763' } }]);
  });
});
