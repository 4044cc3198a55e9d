import { describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/app/inbound.ts';
import { asideWords, withFieldsRead } from '../../src/app/read-words.ts';
import type { Command } from '../../src/core/command.ts';
import { inWords } from './app-world.ts';

const inbound = (command: Command, more: Partial<Inbound> = {}) => ({ command, ...more }) as Inbound;
const form = (input: Record<string, string>): Command => ({
  name: 'intake',
  verb: 'intake.submit',
  draftId: null,
  revision: null,
  input,
});
const MAIL =
  'Hej\nJeg vil eksportere.\n\nMed venlig hilsen\nMette Hansen\nHansen VVS ApS\nTlf. 40411234\nmette@hansen-vvs.dk';

describe('the fields of a form', () => {
  it('are normalised as any other text', () => {
    const { command } = withFieldsRead(
      inbound(form({ companyName: 'Hansen\u00a0VVS\u200b', description: 'vil bygge' })),
    );
    expect(command).toEqual(form({ companyName: 'Hansen VVS', description: 'vil bygge' }));
    const action: Command = {
      name: 'case-action',
      verb: 'case.add-contact',
      caseId: 'K1',
      revision: 3,
      input: { description: MAIL, text: 'x\u200by' },
    };
    const read = withFieldsRead(inbound(action));
    expect(read.command).toMatchObject({ caseId: 'K1', revision: 3, input: { text: 'xy' } });
    // Only an intake’s description may be a pasted mail.
    expect(read.aside).toBeUndefined();
    expect(read.command).toMatchObject({ input: { description: MAIL } });
  });

  it('of an intake keep of a mail its body, with whom it is from beside it', () => {
    const read = withFieldsRead(inbound(form({ description: MAIL, stage: 'established' })));
    expect(read.command).toMatchObject({
      input: { description: 'Jeg vil eksportere.', stage: 'established' },
    });
    expect(read.aside?.leftOut.length).toBeGreaterThan(0);
    expect(read.aside?.contact).toMatchObject({ contactPhone: '40411234' });
    expect(Object.keys(read.aside ?? {}).sort()).toEqual(['contact', 'leftOut', 'unread']);
    const plain = withFieldsRead(inbound(form({ stage: 'established' })));
    expect(plain).toEqual(inbound(form({ stage: 'established' })));
    expect('aside' in withFieldsRead(inbound(form({ description: 'vil bygge' })))).toBe(false);
  });

  it('are those of forms: other commands stay as they are', () => {
    const said = inbound({ name: 'say', text: 'x\u200by' });
    expect(withFieldsRead(said)).toBe(said);
  });
});

describe('words that were not taken along', () => {
  const saidOf = (command: Command, ...leftOut: readonly string[]) =>
    asideWords(inbound(command, { aside: { leftOut, contact: {}, unread: '' } as never }));

  it('are told of where the command carries words', () => {
    for (const command of [
      { name: 'log', text: 'x' },
      { name: 'say', text: 'x' },
      { name: 'correct', field: 'stage', value: 'x' },
      form({}),
      { name: 'case-action', verb: 'case.add-contact', caseId: 'K1', revision: null, input: {} },
    ] as readonly Command[]) {
      expect(saidOf(command, 'quote').map(inWords)).toEqual(['notice quote-left-out']);
    }
    expect(saidOf({ name: 'help' }, 'quote')).toEqual([]);
    expect(saidOf({ name: 'cases' }, 'signature')).toEqual([]);
  });

  it('are the parts of a mail, named, or a quote alone', () => {
    expect(saidOf({ name: 'log', text: 'x' }, 'quote', 'signature')).toEqual([
      { kind: 'notice', notice: { code: 'mail-read', params: { parts: 'quote,signature' } } },
    ]);
    expect(saidOf({ name: 'log', text: 'x' })).toEqual([]);
    expect(asideWords(inbound({ name: 'log', text: 'x' }))).toEqual([]);
  });

  it('that were everything ask for the person’s own', () => {
    expect(saidOf({ name: 'greet' }, 'quote').map(inWords)).toEqual(['refused only-quoted']);
    expect(saidOf({ name: 'new' }, 'signature').map(inWords)).toEqual(['refused only-quoted']);
    expect(saidOf({ name: 'greet' })).toEqual([]);
  });
});
