import { momentWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Task } from '../../src/core/case/task.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';

/** The needs of a task in words: `Netværk og kurser, Salg og markedsføring`. */
export function taskNeeds({ areas }: Task, language: Language): string {
  const { labels } = sentencesIn(language);
  return areas.map((area) => labels.area[area]).join(', ');
}

/**
 * What the case's decision asks of other offices: who, what, by when, and how far it is. A viewer who only sees that the
 * company is served sees their own office's task.
 */
export function taskBlocks(
  { tasks = [], owner }: Case,
  { sees, organisation }: Viewer,
  now: string,
  language: Language,
): Block[] {
  const { task: words } = sentencesIn(language);
  const shown = tasks.filter(
    (one) => one.organisation !== owner && (sees.outline || one.organisation === organisation),
  );
  return shown.map((task) => {
    const who = organisationName(task.organisation);
    const what = taskNeeds(task, language);
    const by = momentWords(task.dueAt, now, language);
    const asked = task.when === 'now' ? words.now(who, what, by) : words.afterClarification(who, what, by);
    const text = `${asked} ${words.state[task.state](organisationName(owner))}`;
    return { kind: 'callout', tone: task.state === 'open' ? 'warning' : 'default', text };
  });
}
