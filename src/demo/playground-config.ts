import { parse, stringify } from 'yaml';
import { z } from 'zod';

const person = z.looseObject({ id: z.string(), name: z.string() });
const configuration = z.looseObject({
  currentUser: person,
  users: z.array(person),
  personalChat: z.looseObject({ id: z.string() }),
});

/** The people of a Playground's configuration by their ids, whoever sits in front of the screen first. */
export function peopleIn(yaml: string): readonly string[] {
  const { currentUser, users } = configuration.parse(parse(yaml));
  return [currentUser, ...users].map(({ id }) => id);
}

/**
 * The Playground's configuration with another of its people in front of the screen, in a personal chat of their own.
 * Undefined where it knows nobody of that id.
 */
export function asPerson(yaml: string, id: string): string | undefined {
  const read = configuration.parse(parse(yaml));
  const { currentUser, users } = read;
  if (id === currentUser.id) return yaml;
  const other = users.find((user) => user.id === id);
  if (!other) return undefined;
  return stringify({
    ...read,
    currentUser: other,
    users: [currentUser, ...users.filter((user) => user !== other)],
    personalChat: { ...read.personalChat, id: `personal-chat-${id}` },
  });
}
