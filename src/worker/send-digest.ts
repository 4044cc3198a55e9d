import { languageFor } from '../app/card-for.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { Effect } from '../core/case/effects.ts';
import { sentMunicipalities } from './monthly-digests.ts';
import { withPersonalChats } from './personal-chats.ts';
import { DONE, type RowOutcome, type SendDeps, send } from './send.ts';
import { channelAndCoordinators } from './targets.ts';

/**
 * Sends an office its digest of a month, in its channels and its coordinators' own chats. The counts are those of the
 * moment at which it was claimed, so every reader sees the same. Nothing is sent of a municipality, or to a house, that has
 * switched it off meanwhile. One that is refused or may not have arrived is not parked: `månedsoversigt` shows it.
 */
export async function sendDigest(
  row: OutboxRow,
  effect: Extract<Effect, { kind: 'digest.organisation' }>,
  deps: SendDeps,
): Promise<RowOutcome> {
  const { organisation, month } = effect;
  const wanted = sentMunicipalities(organisation, deps.settingsOf);
  const lines = effect.lines.filter(({ municipality }) => wanted.includes(municipality));
  const ways = await deps.unitOfWork.read(async (stores) =>
    (await stores.digests.isOff(organisation))
      ? []
      : channelAndCoordinators(organisation, withPersonalChats(stores, deps.messengers), deps.clock.now()),
  );
  if (ways.length === 0 || lines.length === 0) return DONE;
  const outcome = await send(row, deps, [ways], {
    name: row.id,
    card: 'notice',
    revision: 0,
    draw: async (stores, reader) => ({
      answer: { kind: 'digest', organisation, month, lines, sent: null },
      language: await languageFor(stores, reader),
    }),
  });
  if (outcome.state !== 'park') return outcome;
  deps.log('digest-not-sent', { row: row.id, code: outcome.code });
  return DONE;
}
