import { actorOfReader, languageFor } from '../app/card-for.ts';
import { isEmpty, overviewFor } from '../app/overview.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { Effect } from '../core/case/effects.ts';
import { danishDate } from '../core/danish-date.ts';
import { withPersonalChats } from './personal-chats.ts';
import { DONE, type RowOutcome, type SendDeps, send } from './send.ts';
import { ownChat } from './targets.ts';

/**
 * Sends a coordinator their office's overview, in their own chat only. Nothing is sent on a later day, where nothing waits
 * by then, to somebody who has switched it off meanwhile, or to one without a chat. One that is refused, or may not have
 * arrived, is not parked: tomorrow's overview says the same.
 */
export async function sendOverview(
  row: OutboxRow,
  effect: Extract<Effect, { kind: 'overview.person' }>,
  deps: SendDeps,
): Promise<RowOutcome> {
  const { person, organisation } = effect;
  if (danishDate(deps.clock.now()) !== danishDate(row.createdAt)) return DONE;
  const way = await deps.unitOfWork.read(async (stores) =>
    (await stores.people.overviewIsOff(person))
      ? []
      : ownChat(person, organisation, withPersonalChats(stores, deps.messengers)),
  );
  if (way.length === 0) return DONE;
  const outcome = await send(row, deps, [way], {
    name: row.id,
    card: 'notice',
    revision: 0,
    draw: async (stores, reader) => {
      const about = { actor: actorOfReader(reader), shared: false };
      const answer = await overviewFor(stores, about, { settingsOf: deps.settingsOf, now: deps.clock.now() });
      return isEmpty(answer) ? undefined : { answer, language: await languageFor(stores, reader) };
    },
  });
  if (outcome.state !== 'park') return outcome;
  deps.log('overview-not-sent', { row: row.id, code: outcome.code });
  return DONE;
}
