import { describe, expect, it } from 'vitest';
import { cprRemoved, maskAside, maskCommand } from '../../src/app/mask.ts';
import { maskDraft } from '../../src/app/mask-draft.ts';
import { maskTogether } from '../../src/app/mask-together.ts';
import type { Command } from '../../src/core/command.ts';
import { newDraft } from '../../src/core/intake/change-draft.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import { maskCpr } from '../../src/language/cpr/mask-cpr.ts';

const CPR = '041288-1234';
const MASK = maskCpr(CPR).text;

describe('a command', () => {
  it.each([
    { name: 'log', text: CPR },
    { name: 'say', text: CPR },
    { name: 'correct', field: 'contactName', value: CPR },
    { name: 'correct', field: CPR, value: 'x' },
    { name: 'unreadable', problem: CPR },
    { name: 'intake', verb: 'intake.submit', draftId: 'd', revision: 1, input: { contactName: CPR } },
    { name: 'case-action', verb: 'case.add-contact', caseId: 'K1', revision: 1, input: { text: CPR } },
    { name: 'case-action', verb: 'case.add-contact', caseId: CPR, revision: null, input: {} },
    { name: 'case', caseId: CPR },
    { name: 'admit', person: CPR },
    { name: 'connect', organisation: CPR },
    { name: 'act-as', organisation: CPR },
    { name: 'disconnect', organisation: CPR },
  ] as readonly Command[])('loses its CPR number, and nothing else: %j', (command) => {
    const masked = maskCommand(command, maskCpr);
    expect(masked.removed).toBe(1);
    expect(masked.command).toEqual(JSON.parse(JSON.stringify(command).replace(CPR, MASK)));
  });

  it.each([
    { name: 'new' },
    { name: 'guided' },
    { name: 'cases', filter: 'due', page: 2 },
    { name: 'help' },
    { name: 'greet' },
    { name: 'cancel' },
    { name: 'back' },
    { name: 'language', language: 'en' },
    { name: 'disconnect' },
    { name: 'log', text: 'ring 40411234' },
    { name: 'correct', field: 'pNumber', value: '1003388394' },
    {
      name: 'intake',
      verb: 'intake.submit',
      draftId: null,
      revision: null,
      input: { pNumber: '1003 388 394' },
    },
  ] as readonly Command[])('without one stays as it is: %j', (command) => {
    expect(maskCommand(command, maskCpr)).toEqual({ command, removed: 0 });
  });

  it('counts every number, in fields and over fields', () => {
    const input = { contactName: `${CPR} ${CPR}`, description: 'Ole 041288', companyName: '1234' };
    const command = { name: 'intake', verb: 'intake.submit', draftId: null, revision: null, input } as const;
    const masked = maskCommand(command, maskCpr);
    expect(masked.removed).toBe(3);
    expect(JSON.stringify(masked.command)).not.toMatch(/0412|1234/);
  });

  it('that calls ten digits a P-number is believed only where they can be one', () => {
    const correct = (value: string) =>
      maskCommand({ name: 'correct', field: 'pNumber', value }, maskCpr).removed;
    expect(correct('0412881234')).toBe(1);
    expect(maskCommand({ name: 'correct', field: 'cvr', value: '1003881234' }, maskCpr).removed).toBe(
      maskCpr('1003881234').removed,
    );
    expect(maskCpr('1003881234').removed).toBe(1);
    expect(correct('1003881234')).toBe(0);
  });
});

describe('what is said of numbers that were removed', () => {
  it('counts them, and asks to delete a message that stands in the chat', () => {
    const codeOf = (count: number, standsInChat?: boolean) => {
      const answer = cprRemoved(count, { standsInChat });
      return answer.kind === 'notice' ? [answer.notice.code, answer.notice.params] : undefined;
    };
    expect(codeOf(1)).toEqual(['cpr-removed', { count: 1 }]);
    expect(codeOf(2, false)).toEqual(['cprs-removed', { count: 2 }]);
    expect(codeOf(1, true)).toEqual(['cpr-removed-from-message', { count: 1 }]);
    expect(codeOf(2, true)).toEqual(['cprs-removed-from-message', { count: 2 }]);
  });
});

describe('what was read beside the words', () => {
  it('keeps a contact without numbers, and of what was left out only how many there were', () => {
    const aside = {
      leftOut: ['signature', 'header'],
      contact: { contactName: `Ole ${CPR}`, contactPhone: '40411234', contactEmail: undefined },
      unread: `x ${CPR} y ${CPR}`,
    } as never as Parameters<typeof maskAside>[0];
    expect(maskAside(aside, maskCpr)).toEqual({
      aside: {
        leftOut: ['signature', 'header'],
        contact: { contactName: `Ole ${MASK}`, contactPhone: '40411234', contactEmail: '' },
        unread: '',
      },
      removed: 2,
    });
  });

  it('is masked over its fields too', () => {
    const aside = { leftOut: [], contact: { contactName: 'Ole 041288', contactPhone: '1234' }, unread: '' };
    const { contact } = maskAside(aside as never, maskCpr).aside;
    expect(contact).toEqual({ contactName: `Ole ${MASK}`, contactPhone: '' });
  });
});

describe('a number that is split over fields', () => {
  const together = (fields: Record<string, string>) => maskTogether(fields, maskCpr);

  it('is masked where it begins, whichever field comes first', () => {
    expect(together({ name: 'Ole 041288', phone: '1234' })).toEqual({
      fields: { name: `Ole ${MASK}`, phone: '' },
      removed: 1,
    });
    expect(together({ phone: '1234', name: 'Ole 041288' })).toEqual({
      fields: { phone: '', name: `Ole ${MASK}` },
      removed: 1,
    });
    expect(together({ a: '0412', b: '88', c: '1234 ring' })).toEqual({
      fields: { a: MASK, b: '', c: ' ring' },
      removed: 1,
    });
  });

  it('is masked in each pair of fields, at the edges of long ones too', () => {
    const long = 'x '.repeat(400);
    expect(together({ a: `${long}041288`, b: `1234 ${long}` })).toEqual({
      fields: { a: `${long}${MASK}`, b: ` ${long}` },
      removed: 1,
    });
    const twice = together({ a: 'Ole 041288', b: '1234', c: 'Ida 051288', d: '5678' });
    expect(twice.removed).toBe(2);
    expect(JSON.stringify(twice.fields)).not.toMatch(/0412|0512|1234|5678/);
  });

  it('is none where a field holds what it is for', () => {
    for (const fields of [
      { contactName: 'Ole 0412', contactPhone: '88123456' },
      { contactName: 'Ole 0412', contactPhone: '+45 88 12 34 56' },
      { contactName: 'Ole 0412', contactPhone: '0045 88123456' },
      { contactName: 'Ole 0412', contactPhone: '(88) 12-34.56' },
      { contactPhone: '28026341', contactName: '27 Ole' },
      { contactName: 'Ole 04', cvr: '12881234' },
      { contactName: 'Ole 04', cvr: 'DK 12 88 12 34' },
      { contactName: 'Ole 0412881', municipality: '234' },
      { contactName: 'Ole 041288', founded: '1934' },
      { contactName: 'Ole 041288', founded: '2011-04' },
      { contactName: 'Ole 041288', followUpOn: '2011-04-12' },
      { contactName: 'Ole', description: '041288' },
    ]) {
      expect(together(fields)).toEqual({ fields, removed: 0 });
    }
  });

  it('is one where a field holds only a part of what it is for', () => {
    expect(together({ contactName: 'Ole 041288', contactPhone: '1234' }).removed).toBe(1);
    expect(together({ contactName: 'Ole 041288', cvr: '1234' }).removed).toBe(1);
    expect(together({ contactName: 'Ole 041288', municipality: '1234' }).removed).toBe(1);
    expect(together({ contactName: 'Ole 041288', pNumber: '1234' }).removed).toBe(1);
    expect(together({ contactName: 'Ole 041288', founded: '1234' }).removed).toBe(1);
  });

  it('within one field is that field’s own matter', () => {
    expect(together({ a: CPR, b: '7' })).toEqual({ fields: { a: CPR, b: '7' }, removed: 0 });
  });

  it('is looked for in eight fields, which is more than any form has', () => {
    const fill = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, `nr ${i}`]));
    expect(together({ ...fill(6), a: '041288', b: '1234' }).removed).toBe(1);
    expect(together({ ...fill(8), a: '041288', b: '1234' }).removed).toBe(0);
  });
});

describe('an intake', () => {
  const draft = (values: Draft['values'], rejected: Draft['rejected'] = []): Draft => ({
    ...newDraft('d', 'anna', 'les-791', 'form', '2026-11-20T09:00:00.000Z'),
    values,
    rejected,
  });

  it('is the same where it holds no number', () => {
    const clean = draft({ contactName: 'Ole', areas: ['financing'] });
    expect(maskDraft(clean, maskCpr)).toEqual({ draft: clean, removed: 0 });
    expect(maskDraft(clean, maskCpr).draft).toBe(clean);
  });

  it('loses one that its description came to hold line by line', () => {
    const masked = maskDraft(
      draft({ description: 'Ole 041288\n1234 ringede', stage: 'established' }),
      maskCpr,
    );
    expect(masked.removed).toBe(1);
    expect(masked.draft.values.stage).toBe('established');
    expect(masked.draft.values.description).toContain('ringede');
    expect(masked.draft.values.description).not.toMatch(/041288|1234/);
  });

  it('loses one that goes on in another field; a field that held nothing else is cleared', () => {
    const masked = maskDraft(draft({ contactName: 'Ole 041288', companyName: '1234' }), maskCpr);
    expect(masked.removed).toBe(1);
    expect(masked.draft.values).toEqual({ contactName: `Ole ${MASK}` });
  });

  it('loses one that goes on in what could not be read', () => {
    const problem = { field: 'contactPhone', refusal: { code: 'not-a-phone' }, typed: '1234' } as const;
    const other = { field: 'founded', refusal: { code: 'not-a-date' }, typed: 'i går' } as const;
    const masked = maskDraft(draft({ contactName: 'Ole 041288' }, [other, problem]), maskCpr);
    expect(masked.removed).toBe(1);
    expect(masked.draft.rejected).toEqual([other, { ...problem, typed: '' }]);
    expect(masked.draft.values).toEqual({ contactName: `Ole ${MASK}` });
  });
});
