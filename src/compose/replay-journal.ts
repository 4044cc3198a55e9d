import type { Clock } from '../app/ports/clock.ts';
import { CrmError } from '../app/ports/crm.ts';
import { replayErasures } from '../app/replay-erasures.ts';
import type { WorkingCalendar } from '../core/promise/working-calendar.ts';
import type { OpenStores } from '../open-stores.ts';
import type { Log } from './log.ts';

/**
 * Erases again what the journal says was erased. Without it a backup put in place by hand would bring erased people
 * back, and so would a process that died between journal and commit.
 */
export async function replayJournal(
  { unitOfWork, crm, journal }: OpenStores,
  calendar: WorkingCalendar,
  clock: Clock,
  log: Log,
): Promise<void> {
  if (!journal) return;
  const erasing = { ...journal, erasures: journal.read().erasures };
  try {
    const replayed = await replayErasures({ unitOfWork, crm, calendar }, erasing, clock.now());
    if (replayed > 0) log('erasures-replayed', { erasures: replayed });
  } catch (error) {
    // The case store is done. The CRM is away: the next start erases there.
    if (!(error instanceof CrmError)) throw error;
    log('erasures-not-replayed', { code: error.code });
  }
}
