const spaced = (name: string) => name.toLowerCase().split(/\s+/).filter(Boolean).join(' ');

/**
 * The one of `people` whom a typed id or name means: the whole id, else the whole name, else one word of the name (case,
 * spaces and a leading `@` aside). Undefined where nobody fits, or several do.
 */
export function namedPerson<One>(
  people: readonly One[],
  typed: string,
  keys: (one: One) => { readonly id: string; readonly name: string },
): One | undefined {
  const wanted = spaced(typed.trim().replace(/^@/, ''));
  const fitting = [
    people.filter((one) => keys(one).id === typed.trim()),
    people.filter((one) => spaced(keys(one).name) === wanted),
    people.filter((one) => spaced(keys(one).name).split(' ').includes(wanted)),
  ];
  // One person may stand in the list several times.
  return fitting.find((found) => new Set(found.map((one) => keys(one).id)).size === 1)?.[0];
}
