import { describe, expect, it } from 'vitest';
import { AGREED_RULES } from '../../../../src/core/triage/rules/rule-set.ts';
import { sourceNames } from '../../../../src/core/triage/sources.ts';

describe('each rule, as a person reads it', () => {
  it.each([...AGREED_RULES.owners, ...AGREED_RULES.additions].map((rule) => [rule.id, rule] as const))(
    '%s says what it does in both languages, and where that is written',
    (_, rule) => {
      const said = [rule.da, rule.en, rule.reason.da, rule.reason.en];
      for (const text of said) expect(text).toMatch(/^\p{Lu}.{15,}\.$/u);
      // A document that the list of sources does not know would be shown by its short name.
      expect(rule.source).toMatch(/^(?:P19|R19|R21|NJ19|MJ22|KL10)\b/);
      expect(sourceNames(rule.source, 'da')).not.toMatch(/\b(?:[A-Z]{1,2})\d\d\b/);
    },
  );

  it.each(AGREED_RULES.owners.flatMap(({ id, when }) => when.map((one, at) => [id, at, one.says] as const)))(
    'condition of %s, number %i, is worded in both languages',
    (_id, _at, says) => {
      expect(says.da).toMatch(/\p{L}{2}.*\s/u);
      expect(says.en).toMatch(/\p{L}{2}.*\s/u);
      expect(says.da).not.toBe(says.en);
    },
  );

  it.each(AGREED_RULES.additions.map(({ id, says }) => [id, says] as const))(
    '%s says when it adds something',
    (_, says) => {
      expect(says.da).toMatch(/\p{L}{3}/u);
      expect(says.en).toMatch(/\p{L}{3}/u);
    },
  );
});
