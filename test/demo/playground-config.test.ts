import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { asPerson, peopleIn } from '../../src/demo/playground-config.ts';

const standard = readFileSync(join(import.meta.dirname, '../../.m365agentsplayground.yml'), 'utf8');

describe("the Playground's configuration", () => {
  it('has the people of the demo directory, Anna first', () => {
    expect(peopleIn(standard)).toEqual(DEMO_PEOPLE.map(({ id }) => id));
  });

  it('sets another in front of the screen, with a personal chat of their own, and changes nothing else', () => {
    const theirs = asPerson(standard, 'dan-ravn') ?? '';
    const { currentUser, users, personalChat, ...rest } = parse(theirs);
    const { currentUser: anna, users: others, personalChat: hers, ...same } = parse(standard);
    expect(currentUser).toEqual(others.find(({ id }: { id: string }) => id === 'dan-ravn'));
    expect(users).toHaveLength(others.length);
    expect(users).toContainEqual(anna);
    expect([personalChat.id, hers.id]).toEqual(['personal-chat-dan-ravn', 'personal-chat-anna']);
    expect(rest).toEqual(same);
  });

  it('stays as it is for who sits there already, and knows nobody else', () => {
    expect(asPerson(standard, 'anna-holm')).toBe(standard);
    expect(asPerson(standard, 'nobody')).toBeUndefined();
  });
});
