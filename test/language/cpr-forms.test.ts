import { describe, expect, it } from 'vitest';
import { maskCpr } from '../../src/language/cpr/mask-cpr.ts';
import { readCprForms } from './cpr-forms.ts';

/** Masking over the table of forms: the number goes, whatever else was written stays to the letter. */

const forms = readCprForms();
const lines = (kind: 'mask' | 'keep') => forms.filter((form) => form.kind === kind);

describe('the table of forms', () => {
  it('has at least sixty of each kind beside those given', () => {
    expect(lines('mask').length).toBeGreaterThanOrEqual(32 + 60);
    expect(lines('keep').length).toBeGreaterThanOrEqual(24 + 60);
  });

  it.each(lines('mask'))('$written is masked, and nothing else of the line', ({ text, masked, numbers }) => {
    expect(maskCpr(text)).toEqual({ text: masked, removed: numbers.length });
  });

  it.each(lines('keep'))('$written is kept', ({ text }) => {
    expect(maskCpr(text)).toEqual({ text, removed: 0 });
  });

  it.each(forms)('$written is as it was after masking twice', ({ text }) => {
    const once = maskCpr(text).text;
    expect(maskCpr(once)).toEqual({ text: once, removed: 0 });
  });
});
