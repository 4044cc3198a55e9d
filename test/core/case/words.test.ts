import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { eraseContact, eraseWords } from '../../../src/core/case/erase-case.ts';
import { eraseNamed, isNamedOn } from '../../../src/core/case/named-texts.ts';
import { anna, carla, caseAfter, NOW, opened, outcome } from './case-world.ts';

/** Where people write on a case is one list: what an erasure of everything takes, one of a name takes as well, if it stands there. */

const NAMED = 'Mette Hansen skrev det';
const isNamed = (text: string) => text.includes('Mette Hansen');
const said = caseAfter(
  opened({ override: { organisation: 'ehm-midtjylland', reason: NAMED } }).case,
  ['handover.ask', carla, { text: NAMED }],
  ['handover.answer', anna, { text: NAMED }],
  ['handover.accept', carla],
  ['case.attempt', carla, { note: NAMED }],
  ['case.refer', carla, { to: 'private-adviser', name: NAMED, why: NAMED }],
  ['case.self-help', carla, { tools: 'vaeksthjulet', focus: NAMED }],
  ['case.add-contact', carla, { text: NAMED, person: NAMED }],
  ['case.contacted', carla],
  ['case.close', carla, { ...outcome, note: NAMED, actionPlan: NAMED }],
);
const everywhere: Case = {
  ...said,
  values: { ...said.values, description: NAMED },
  handovers: said.handovers.map((one) => ({ ...one, reason: NAMED })),
  outcome: said.outcome && {
    ...said.outcome,
    noServiceWhy: NAMED,
    noActionPlan: NAMED,
    noFollowUp: NAMED,
  },
};

/** The paths at which two values differ. */
function differences(one: unknown, other: unknown, path = ''): readonly string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return [path];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const at = (value: object, key: string) => (value as Readonly<Record<string, unknown>>)[key];
  return [...keys].flatMap((key) => differences(at(one, key), at(other, key), `${path}/${key}`));
}

describe('the words of a case', () => {
  it('stand in as many places as the test writes them, and go from all of them', () => {
    expect(JSON.stringify(everywhere).split(NAMED).length - 1).toBeGreaterThanOrEqual(15);
    for (const { case: after } of [
      eraseNamed(everywhere, isNamed, NOW),
      eraseWords(everywhere, NOW),
      eraseContact(everywhere, NOW),
    ])
      expect(JSON.stringify(after)).not.toContain('Mette');
  });

  it('are the same ones for both erasures', () => {
    const named = differences(everywhere, eraseNamed(everywhere, isNamed, NOW).case);
    expect(named.length).toBeGreaterThan(12);
    expect(differences(everywhere, eraseWords(everywhere, NOW).case)).toEqual(named);
  });

  it('stay where they name nobody who is to be forgotten', () => {
    const other = (text: string) => text.includes('Per Olsen');
    expect(isNamedOn(everywhere, other)).toBe(false);
    const { case: after } = eraseNamed(everywhere, other, NOW);
    expect(differences(everywhere, after)).toEqual(['/revision']);
  });

  it.each([
    ['texts about somebody', eraseNamed(everywhere, isNamed, NOW), 'texts-erased'],
    ['what was written about an earlier contact person', eraseWords(everywhere, NOW), 'texts-erased'],
    ['the contact person', eraseContact(everywhere, NOW), 'contact-erased'],
  ])('leave a line of history that says what was erased: %s', (_what, { case: after, history }, event) => {
    expect(history).toMatchObject([{ event, details: {} }]);
    expect(after.values.contactName).toBe(event === 'contact-erased' ? undefined : said.values.contactName);
  });
});
