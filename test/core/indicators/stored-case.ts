import type { Case } from '../../../src/core/case/case.ts';
import type { Change } from '../../../src/core/case/case-change.ts';
import type { CaseVerb } from '../../../src/core/case/verbs/index.ts';
import type { StoredCase } from '../../../src/core/indicators/record-of-case.ts';
import type { Actor } from '../../../src/core/person.ts';
import type { RawInput } from '../../../src/core/raw-input.ts';
import { change, contextAt, type Opening, opened } from '../case/case-world.ts';

/** What somebody did on a case, and when. */
export type Move = readonly [at: string, verb: CaseVerb, by: Actor, input?: RawInput];

/** A case with its history, as the store holds it after these moves. */
export function stored(opening: Opening, ...moves: readonly Move[]): StoredCase {
  const changes: Change[] = [opened(opening)];
  for (const [at, verb, by, input] of moves)
    changes.push(change(lastOf(changes), verb, by, input, contextAt(at)));
  return { case: lastOf(changes), history: changes.flatMap(({ history }) => history), crmCurrent: true };
}

const lastOf = (changes: readonly Change[]): Case => {
  const last = changes.at(-1);
  if (!last) throw new Error('no change');
  return last.case;
};
